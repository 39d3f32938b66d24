"""How well Suara finds: what is asked, what counts as found, and the measures.

A set is articles and questions; each question has one article that answers it. A question is asked with any
of its words wanted, as search.answer answers it, and the first ten hits are looked at:

- MRR@10 is the mean of 1/rank of the first right hit, 0 where none of the ten is right,
- success@1 and success@10 are the shares of questions with a right hit at rank 1, and among the ten.

A hit is right when it is the article of the question or one with nearly the same body: of all different
words of the two bodies at least nine tenths stand in both. Copies so count as found, and never stand in each
other's way. Hits that tie are ranked as a reader sees them: the newer first, then by id. A question that is
refused as too much work found nothing.
"""

import re
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from itertools import accumulate
from statistics import fmean, median
from typing import Any

from corpus.article import Article
from search.lexer import QUOTATION_MARKS, words_in
from search.query import TERMS_MOST
from search.request import QUERY_MOST

# Hits of a question that are looked at.
DEPTH = 10
# Share of their different words that two bodies have in common where one is a copy of the other.
COPY = 0.9
# The name of all questions of a set together.
WHOLE = "all"

_SYNTAX = re.compile(rf"[{QUOTATION_MARKS}()*~:<>=]")
# What stands before the first letter or digit of a word: a dash there would exclude it.
_BEFORE = re.compile(r"(?<!\S)[\W_]+")
_OPERATOR = re.compile(r"\b(?:OR|ATAU|AND|DAN|NOT)\b")

# A query in, the ids of its first DEPTH hits out.
Ask = Callable[[str], Sequence[str]]


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, the id of the article that answers it, and the part of its set it belongs to."""

    text: str
    article_id: str
    split: str = WHOLE


@dataclass(frozen=True, slots=True)
class RetrievalSet:
    """Articles, by their ids, and the questions asked of them."""

    name: str
    articles: Mapping[str, Article]
    questions: Sequence[Question]


@dataclass(frozen=True, slots=True)
class RetrievalScore:
    """What one engine scored on a split of a set; `milliseconds` is the median time of a question."""

    set: str
    split: str
    engine: str
    questions: int
    mrr: float
    success_1: float
    success_10: float
    milliseconds: float

    def to_record(self) -> dict[str, Any]:
        """Return the fields under their own names, numbers rounded to what they can tell."""
        rounded = {"mrr": 4, "success_1": 4, "success_10": 4, "milliseconds": 1}
        return asdict(self) | {name: round(getattr(self, name), digits) for name, digits in rounded.items()}


@dataclass(frozen=True, slots=True)
class _Asked:
    """The rank at which a question found its article, None where it did not, and how long that took."""

    split: str
    rank: int | None
    seconds: float


def evaluate(retrieval_set: RetrievalSet, engine: str, ask: Ask) -> list[RetrievalScore]:
    """Ask every question of a set; return the score of each split, in the order they come, and of all."""
    are_copies = _copies(retrieval_set.articles)
    asked = [_asked(question, ask, are_copies) for question in retrieval_set.questions]
    splits = dict.fromkeys(each.split for each in asked)
    scores = [
        _score(retrieval_set.name, split, engine, [each for each in asked if each.split == split])
        for split in splits
        if split != WHOLE
    ]
    return [*scores, _score(retrieval_set.name, WHOLE, engine, asked)]


def pasted(text: str) -> str:
    """Return the words of a natural question as a query: no sign of the query language keeps its meaning.

    Signs become spaces, operators lower case, and what is beyond the limits of a query, in words or in
    characters, is cut off at a word.
    """
    bare = _OPERATOR.sub(lambda match: match[0].lower(), _SYNTAX.sub(" ", text))
    words = [piece for piece in _BEFORE.sub(" ", bare).split() if words_in(piece)]
    counts = accumulate(len(words_in(word)) for word in words)
    lengths = accumulate(len(word) + 1 for word in words)
    kept = (
        word
        for word, count, length in zip(words, counts, lengths, strict=True)
        if count <= TERMS_MOST and length <= QUERY_MOST
    )
    return " ".join(kept)


def _asked(question: Question, ask: Ask, are_copies: Callable[[str, str], bool]) -> _Asked:
    query = pasted(question.text)
    started = time.perf_counter()
    found = ask(query) if query else ()
    seconds = time.perf_counter() - started
    ranks = (
        rank for rank, each in enumerate(found[:DEPTH], start=1) if are_copies(each, question.article_id)
    )
    return _Asked(question.split, next(ranks, None), seconds)


def _copies(articles: Mapping[str, Article]) -> Callable[[str, str], bool]:
    """Return what tells whether two articles are one, or nearly so."""

    @cache
    def words(article_id: str) -> frozenset[str]:
        return frozenset(words_in(articles[article_id].body))

    def are_copies(one: str, other: str) -> bool:
        if one == other:
            return True
        return len(words(one) & words(other)) >= COPY * len(words(one) | words(other))

    return are_copies


def _score(name: str, split: str, engine: str, asked: Sequence[_Asked]) -> RetrievalScore:
    return RetrievalScore(
        set=name,
        split=split,
        engine=engine,
        questions=len(asked),
        mrr=_mean(1 / each.rank if each.rank else 0.0 for each in asked),
        success_1=_mean(float(each.rank == 1) for each in asked),
        success_10=_mean(float(each.rank is not None) for each in asked),
        milliseconds=1_000 * median([each.seconds for each in asked] or [0.0]),
    )


def _mean(values: Iterable[float]) -> float:
    found = list(values)
    return fmean(found) if found else 0.0
