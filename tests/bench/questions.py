"""What is asked: the tasks, and the questions that each is measured on."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise
from typing import Literal

from bench.entries import UNDATED
from corpus.article import Article
from index.analysis import Analysis, analyze

# Articles that the questions are drawn from: the same ones, and so the same questions, at all sizes.
SAMPLE = 1_000
PHRASES = PREFIXES = 5
_LETTERS_LEAST = 5
# The share of articles that hold a word of each band.
_BANDS = {"rare": 0.003, "middling": 0.03, "frequent": 0.2}
# Words of the invented questions: of each, the bands and the place within them.
_WORDS: tuple[tuple[tuple[str, int], ...], ...] = (
    (("rare", 0),),
    (("rare", 1),),
    (("middling", 0),),
    (("frequent", 0),),
    (("frequent", 1),),
    (("frequent", 2), ("frequent", 3)),
    (("frequent", 4), ("middling", 1)),
    (("middling", 2), ("frequent", 5)),
    (("frequent", 0), ("frequent", 2), ("frequent", 6)),
    (("frequent", 1), ("frequent", 3), ("frequent", 5)),
)
# Questions on real election coverage, from words in every other article to rare ones, none of which has
# equivalents: the peers know none.
REAL_WORDS = (
    "indonesia",
    "presiden",
    "menteri",
    "presiden terpilih",
    "prabowo subianto",
    "gubernur jakarta",
    "partai pendukung",
    "surat suara",
    "daftar pemilih",
    "hasil survei elektabilitas",
)
REAL_PHRASES = ("surat suara", "hasil survei", "masa tenang", "pasangan calon", "hak pilih")
REAL_PREFIXES = ("elektab", "netralit", "mencobl", "logisti", "kampany")


class Task(StrEnum):
    """What a peer does with a question; the values are the rows of the report."""

    BARE = "top 10, no total"
    TOP = "top 10"
    FACETS = "top 10 + 3 facets"
    WHOLE = "whole answer"
    PHRASE = "phrase"
    PREFIX = "prefix"
    FILTER = "source and month"
    NEWEST = "newest first"


Kind = Literal["words", "phrase", "prefix"]


@dataclass(frozen=True, slots=True)
class Question:
    """A question as it is typed, as the peers look for it, and the filters of the task FILTER.

    `terms` are stems, all of which are wanted in a title or body; of a phrase the surface forms side by side,
    of a prefix the beginning of one.
    """

    text: str
    kind: Kind
    terms: tuple[str, ...]
    source: str = ""
    month: str = ""


Sheet = Mapping[Task, tuple[Question, ...]]


def stems_of(text: str) -> tuple[str, ...]:
    """Parse the words of a question, as a peer does whose query is a list of stems."""
    return tuple(dict.fromkeys(analyze(text).terms()))


def question(text: str, kind: Kind) -> Question:
    """Return the question of a text without quotation marks or an asterisk."""
    if kind == "words":
        return Question(text, kind, stems_of(text))
    surfaces = tuple(analyze(text).words.surfaces)
    return Question(f'"{text}"' if kind == "phrase" else f"{text}*", kind, surfaces)


def invented_sheet(articles: Sequence[Article]) -> Sheet:
    """Return questions of words, pairs and beginnings of words that a sample of articles holds."""
    analyses = [analyze(article.body) for article in articles]
    holding = Counter(surface for analysis in analyses for surface in _askable(analysis))
    bands = {name: _nearest(holding, share * len(articles)) for name, share in _BANDS.items()}
    words = [" ".join(bands[band][place] for band, place in places) for places in _WORDS]
    pairs = Counter(pair for analysis in analyses for pair in _pairs(analysis))
    phrases = [pair for pair, _ in sorted(pairs.items(), key=lambda item: (-item[1], item[0]))[:PHRASES]]
    prefixes = [each[:-1] for each in bands["middling"][:PREFIXES]]
    return _sheet(words, phrases, prefixes, articles)


def real_sheet(articles: Sequence[Article]) -> Sheet:
    """Return questions on Indonesian elections; of a sample of articles come the filters alone."""
    return _sheet(REAL_WORDS, REAL_PHRASES, REAL_PREFIXES, articles)


SheetOf = Callable[[Sequence[Article]], Sheet]


def _sheet(
    words: Iterable[str], phrases: Iterable[str], prefixes: Iterable[str], articles: Sequence[Article]
) -> Sheet:
    asked = tuple(question(text, "words") for text in words)
    source, month = _commonest(articles)
    special = {
        Task.PHRASE: tuple(question(text, "phrase") for text in phrases),
        Task.PREFIX: tuple(question(text, "prefix") for text in prefixes),
        Task.FILTER: tuple(replace(each, source=source, month=month) for each in asked),
    }
    return {task: special.get(task, asked) for task in Task}


def _commonest(articles: Iterable[Article]) -> tuple[str, str]:
    """Return the outlet and the month that most articles have together."""
    pairs = Counter((each.source, f"{each.date:%Y-%m}") for each in articles if each.source and each.date)
    return min(pairs, key=lambda pair: (-pairs[pair], pair), default=("", UNDATED))


def _askable(analysis: Analysis) -> set[str]:
    """Return the words of a text that mean one stem, and are long enough to lose a letter."""
    both = zip(analysis.words.surfaces, analysis.stems, strict=True)
    return {
        surface for surface, stem in both if stem and len(surface) >= _LETTERS_LEAST and surface.isalpha()
    }


def _nearest(holding: Counter[str], target: float) -> list[str]:
    """Return the words that come nearest to a number of articles, no two of them forms of one stem."""
    ranked = sorted(holding, key=lambda word: (abs(holding[word] - target), word))
    by_stem = {stems_of(word): word for word in reversed(ranked)}
    return sorted(by_stem.values(), key=ranked.index)


def _pairs(analysis: Analysis) -> set[str]:
    """Return the pairs of words side by side, neither of them a function word."""
    both = zip(analysis.words.surfaces, analysis.stems, strict=True)
    return {f"{one} {other}" for (one, stem), (other, second) in pairwise(both) if stem and second}
