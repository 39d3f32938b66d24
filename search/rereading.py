"""The first hits read again: how near each other, how early and in which form a query's words stand there.

The index counts stems and forgets where they stood. Of the few hits that a reader will see the texts are
analysed once more, as fast as they were for the index, and what is found adds to their scores.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf
from typing import Any

from whoosh.scoring import bm25

from index.analysis import Token, analyze, tokens
from search.query import And, Node, Or, Phrase, Word
from search.ranking import K1, LEAD, LEAD_WORDS, NEAR, NEARNESS, SURFACE, B
from search.request import Target

# The field whose text is read again.
READ_FIELD: dict[Target, str] = {"articles": "body", "quotes": "quote"}

# What a word tells: its inverse document frequency.
Telling = Callable[[str], float]


def bonuses(searcher: Any, target: Target, tree: Node, documents: Sequence[int]) -> dict[int, float]:
    """Return what each document gains by being read again, at least 0; nothing for a query of no words.

    Of an article the body is read, of a quote its text; `searcher` is Whoosh's.
    """
    if not documents:
        # Of an index of nothing Whoosh cannot tell how rare a word is.
        return {}
    field = READ_FIELD[target]
    wording = Wording.of(tree, lambda stem: searcher.idf(f"{field}_stem", stem))
    if not wording.told:
        return {}
    average = searcher.avg_field_length(field) or 1
    texts = ((each, _text(target, searcher.stored_fields(each)["record"])) for each in documents)
    return {document: wording.bonus(text, average) for document, text in texts}


def _text(target: Target, record: str) -> str:
    """Return the text that is read again, out of a stored record."""
    fields = json.loads(record)
    text: str = fields["body"] if target == "articles" else fields["quote"]["text"]
    return text


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a query outside its fields and exclusions, and which of them stand side by side.

    `told` is what each stem tells, `forms` how each was typed first, `neighbours` the pairs of stems.
    """

    told: Mapping[str, float]
    forms: Mapping[str, str]
    neighbours: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, tree: Node, telling: Telling) -> "Wording":
        """Collect the words of a tree; function words are none."""
        words = [(token.stem, token.surface) for token in _tokens(tree) if token.stem is not None]
        stems = [stem for stem, _ in words]
        pairs = dict.fromkeys(pair for pair in pairwise(stems) if pair[0] != pair[1])
        forms = dict(reversed(words))
        return cls({stem: telling(stem) for stem in forms}, forms, tuple(pairs))

    def bonus(self, text: str, average_length: float) -> float:
        """Return what a text adds to a score, at least 0; such texts have so many words on average."""
        words = _Read.of(text, self.told)
        nearness = NEARNESS * self._nearness(words)
        return nearness + SURFACE * self._as_typed(words, average_length) + LEAD * self._lead(words)

    def _nearness(self, words: "_Read") -> float:
        return sum(
            min(self.told[one], self.told[other])
            for one, other in self.neighbours
            if _least_distance(words.positions.get(one, ()), words.positions.get(other, ())) <= NEAR
        )

    def _as_typed(self, words: "_Read", average_length: float) -> float:
        length = len(words.surfaces)
        score = 0.0
        for stem, form in self.forms.items():
            if count := words.surfaces.count(form):
                score += bm25(self.told[stem], count, length, average_length, B, K1)
        return score

    def _lead(self, words: "_Read") -> float:
        return sum(
            self.told[stem] * max(0.0, 1 - min(positions) / LEAD_WORDS)
            for stem, positions in words.positions.items()
        )


@dataclass(frozen=True, slots=True)
class _Read:
    """A text as it is read again: its words, and where those stand that were asked for."""

    surfaces: Sequence[str]
    positions: Mapping[str, list[int]]

    @classmethod
    def of(cls, text: str, wanted: Mapping[str, float]) -> "_Read":
        analysis = analyze(text)
        positions: dict[str, list[int]] = {}
        for stem, position in analysis.places():
            if stem in wanted:
                positions.setdefault(stem, []).append(position)
        return cls(analysis.words.surfaces, positions)


def _least_distance(some: Iterable[int], others: Sequence[int]) -> float:
    return min((abs(one - other) for one in some for other in others), default=inf)


def _tokens(node: Node) -> Iterator[Token]:
    match node:
        case Word(text) | Phrase(text):
            yield from tokens(text)
        case And(nodes) | Or(nodes):
            for each in nodes:
                yield from _tokens(each)
