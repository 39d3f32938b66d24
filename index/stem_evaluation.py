"""How well a stemmer joins the words that belong together: the measures, and the lists that come with Suara.

Class names and lemmas are labels only. What counts is the pair: two different words are joined when they
share a stem, and belong together when they share a class. Of all pairs of words of a list,

- precision is the share of the joined pairs that belong together,
- recall is the share of the pairs that belong together that are joined,
- F1 is the harmonic mean of the two.

By types each pair of words counts once. Weighted by frequency it is the pairs of tokens that count: draw
two tokens of the text the words were counted in, one to ask with and one to be found. Two tokens of one
word are a pair too, which any stemmer joins.
"""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from corpus.errors import CorpusError

GOLD_FILES = ("stem_gold_election.tsv", "stem_gold_news.tsv")
LEMMAS = Path("ud-lemma", "form_lemma_upos_count.tsv")

StemFunction = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Label:
    """The class a word belongs to, and how often the word was counted."""

    name: str
    count: int = 1


@dataclass(frozen=True, slots=True)
class PairScore:
    """Numbers of pairs: joined rightly, joined at all, belonging together at all."""

    right: int
    joined: int
    together: int

    @property
    def precision(self) -> float:
        """Return the share of the joined pairs that belong together; 1 when nothing was joined."""
        return self.right / self.joined if self.joined else 1.0

    @property
    def recall(self) -> float:
        """Return the share of the pairs that belong together that were joined; 1 when none do."""
        return self.right / self.together if self.together else 1.0

    @property
    def f1(self) -> float:
        """Return the harmonic mean of precision and recall."""
        total = self.joined + self.together
        return 2 * self.right / total if total else 1.0


def pair_score(labels: Mapping[str, Label], stem: StemFunction, *, weighted: bool = False) -> PairScore:
    """Score a stemmer by the pairs of a list's words or, weighted, by the pairs of their tokens."""
    by_both: Counter[tuple[str, str]] = Counter()
    by_stem: Counter[str] = Counter()
    by_class: Counter[str] = Counter()
    for word, label in labels.items():
        weight, stemmed = (label.count if weighted else 1), stem(word)
        by_both[label.name, stemmed] += weight
        by_stem[stemmed] += weight
        by_class[label.name] += weight
    return PairScore(_pairs(by_both), _pairs(by_stem), _pairs(by_class))


def _pairs(groups: Mapping[Any, int]) -> int:
    """Count the pairs within groups of these sizes."""
    return sum(math.comb(size, 2) for size in groups.values())


def read_gold(*names: str) -> dict[str, Label]:
    """Return the words of shipped gold files, of all of them when none is named, with their classes."""
    return {word: Label(wanted) for name in names or GOLD_FILES for word, wanted in _rows(name)}


def wrong_words(stem: StemFunction) -> list[str]:
    """Return the words of `stem_errors.tsv` that do not get the stem of the class they are listed with."""
    return [word for word, wanted, _ in _rows("stem_errors.tsv") if stem(word) != stem(wanted)]


def joined_pairs(stem: StemFunction) -> list[tuple[str, str]]:
    """Return the pairs of `stem_apart.tsv` that the stemmer joins though they must stay apart."""
    return [(one, other) for one, other in _rows("stem_apart.tsv") if stem(one) == stem(other)]


def read_lemmas(folder: Path) -> dict[str, Label]:
    """Return the forms of a treebank's list under `folder` with the lemma most of their tokens have.

    The file is `ud-lemma/form_lemma_upos_count.tsv`. Of lemmas with equal counts the first of the alphabet
    is taken. Raises CorpusError when the file is missing or not UTF-8, or a row is not form, lemma, part of
    speech and count.
    """
    counts: dict[str, Counter[str]] = {}
    for form, lemma, count in _treebank_rows(folder / LEMMAS):
        counts.setdefault(form, Counter())[lemma] += count
    return {form: _majority(lemmas) for form, lemmas in counts.items()}


def _majority(lemmas: Counter[str]) -> Label:
    name, _ = min(lemmas.items(), key=lambda item: (-item[1], item[0]))
    return Label(name, lemmas.total())


def _treebank_rows(path: Path) -> Iterable[tuple[str, str, int]]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise CorpusError(
            f"{path} cannot be read ({error.strerror}): give the folder that holds {LEMMAS}."
        ) from error
    except UnicodeDecodeError as error:
        raise CorpusError(f"{path} is not UTF-8: save it as UTF-8.") from error
    for number, line in enumerate(lines, start=1):
        cells = line.split("\t")
        if len(cells) != 4 or not cells[3].isdecimal():  # noqa: PLR2004 - form, lemma, part of speech, count
            raise CorpusError(
                f"{path}, line {number}: give form, lemma, part of speech and count between tabs."
            )
        yield cells[0].lower(), cells[1].lower(), int(cells[3])


def _rows(name: str) -> list[list[str]]:
    text = (files("index") / "data" / name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
