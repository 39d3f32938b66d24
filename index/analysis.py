"""The one analyzer of Suara: text in, words with their surface forms and stems out.

Index and queries go through the same functions, so that a word typed is the word indexed.
"""

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

from corpus.wordlists import read_words
from index.equivalents import Form, Joins, Row, folding, read_equivalents, spelling_folds
from index.expansions import Expansions
from index.stemming import stem as stem_word
from index.tokenization import (
    BREAK,
    BREAK_GAP,
    Compound,
    Words,
    fold,
    loan_prefix,
    plain,
    read_compound,
    tokenize,
)

__all__ = ["BREAK", "BREAK_GAP", "fold"]

# Raise it whenever a change of the rules gives other terms: indexes made before must be rebuilt.
ANALYZER_VERSION = 3
# Names a file with more rows of equivalents.
EQUIVALENTS_VARIABLE = "SUARA_EQUIVALENTS"

STOPWORDS = read_words("stopwords.txt", "index")
# Data that the terms of an index depend on.
_STEM_DATA = ("roots.txt", "roots_names.txt", "stem_exceptions.tsv", "stem_nasals.tsv", "stopwords.txt")
# Words kept with their stems: those of about a hundred thousand articles.
_STEMS_MOST = 500_000


class Token(NamedTuple):
    """One word of a text: `text[start:end]` is what the reader sees, `position` counts words.

    `stem` is None for a function word, which is only ever looked for inside quotation marks, and for a part
    of a word whose stem is that of the whole.
    """

    surface: str
    stem: str | None
    position: int
    start: int
    end: int


class WideStem(NamedTuple):
    """A stem that several words have together, such as anak for anak-anak: the first word, and how many."""

    first: int
    length: int
    stem: str


@dataclass(frozen=True, slots=True)
class Analysis:
    """The words of a text with the stem of each, or None, and the stems that several have together."""

    words: Words
    stems: Sequence[str | None]
    wide: tuple[WideStem, ...]

    def terms(self) -> Iterator[str]:
        """Yield every stem, as often as it counts."""
        yield from filter(None, self.stems)
        yield from map(itemgetter(2), self.wide)

    def places(self) -> Iterator[tuple[str, int]]:
        """Yield every stem with the position of its first word, in the order of `terms`."""
        positions = self.words.positions
        yield from ((stem, position) for stem, position in zip(self.stems, positions, strict=True) if stem)
        yield from ((wide.stem, positions[wide.first]) for wide in self.wide)

    def tokens(self) -> Iterator[Token]:
        """Yield the words in order."""
        words = self.words
        yield from map(Token, words.surfaces, self.stems, words.positions, words.starts, words.ends)


class Analyzer:
    """The rules with the rows of equivalents, and what they made of the words met so far."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.rows = rows
        self._stem = folding(stem_word, spelling_folds(rows))
        self._joins = Joins.of(rows, self._stem)
        self._stems = _Remembered(self._stem_of)
        self._prefixes: dict[str, str] = {}
        self._compound = lru_cache(_STEMS_MOST)(lambda parts: read_compound(parts, self.stem))

    def stem(self, word: str) -> str:
        """Return the stem of a folded word, a function word's too."""
        return self._stem(plain(word))

    @cache  # noqa: B019  # an analyzer lives as long as the process
    def expansions(self) -> Expansions:
        """Return what finds the equivalents of a query's words."""
        return Expansions.of(self.rows, self._stem)

    def analyze(self, text: str) -> Analysis:
        """Return the words of a text and their stems."""
        words = tokenize(text)
        stems = list(map(self._stems.__getitem__, words.surfaces))
        wide = [*self._compounds(words, stems), *self._joined(words, stems), *self._prefixed(words)]
        return Analysis(words, stems, tuple(dict.fromkeys(wide)))

    def joined(self, analysis: Analysis) -> frozenset[tuple[int, int]]:
        """Return where words stand that are written as one word too, as the first and how many."""
        found = self._joins.find(analysis.stems, analysis.words.surfaces)
        return frozenset((join.first, join.length) for join in found)

    def joins_across(self, bound: int, stems: Sequence[str | None], surfaces: Sequence[str | None]) -> bool:
        """Tell whether words before a place in a text and from it on may be written as one word too."""
        return self._joins.cross(bound, stems, surfaces)

    def apart(self, stem: str) -> Sequence[Form]:
        """Return what a stem is where its word is written as several: their stems, wali and kota."""
        return self._apart().get(stem, ())

    @cache  # noqa: B019  # as above
    def _apart(self) -> Mapping[str, Sequence[Form]]:
        apart: dict[str, list[Form]] = {}
        for joins in self._joins.by_first.values():
            for stems, solid in joins:
                apart.setdefault(self.stem(solid), []).append(stems)
        return apart

    def _compounds(self, words: Words, stems: list[str | None]) -> Iterator[WideStem]:
        """Yield the stems of hyphenated words; the parts that have none lose theirs."""
        for first, count in words.compounds:
            compound: Compound = self._compound(tuple(words.surfaces[first : first + count]))
            for number, kept in enumerate(compound.kept, first):
                stems[number] = stems[number] if kept else None
            if whole := compound.whole or compound.joined:
                stem = self.stem(whole)
                if stem not in stems[first : first + count]:
                    yield WideStem(first, count, stem)

    def _joined(self, words: Words, stems: Sequence[str | None]) -> Iterator[WideStem]:
        for join in self._joins.find(stems, words.surfaces):
            if words.side_by_side(join.first, join.length):
                yield WideStem(join.first, join.length, self.stem(join.solid))

    def _prefixed(self, words: Words) -> Iterator[WideStem]:
        if self._prefixes.keys().isdisjoint(words.surfaces):
            return
        for number, surface in enumerate(words.surfaces):
            if surface in self._prefixes:
                yield WideStem(number, 1, self._prefixes[surface])

    def _stem_of(self, surface: str) -> str | None:
        if surface in STOPWORDS:
            return None
        if prefix := loan_prefix(surface, self.stem):
            self._prefixes[surface] = self.stem(prefix)
        return self.stem(surface)


class _Remembered(dict[str, str | None]):
    """Words with their stems: most words of a text were met before."""

    def __init__(self, make: Callable[[str], str | None]) -> None:
        self._make = make

    def __missing__(self, word: str) -> str | None:
        if len(self) >= _STEMS_MOST:
            self.clear()
        made = self[word] = self._make(word)
        return made


@cache
def analyzer() -> Analyzer:
    """Return the analyzer of this process: with Suara's equivalents, and those of SUARA_EQUIVALENTS if set.

    Raises EquivalentsError where the file cannot be read.
    """
    added = os.environ.get(EQUIVALENTS_VARIABLE)
    return Analyzer(read_equivalents(Path(added) if added else None))


def analyze(text: str) -> Analysis:
    """Return the words of a text and their stems."""
    return analyzer().analyze(text)


def tokens(text: str) -> Iterator[Token]:
    """Yield the words of a text in order."""
    return analyze(text).tokens()


def fingerprint() -> str:
    """Name the analyzer's rules and data: another value means other terms."""
    data = (files("index").joinpath("data", name).read_text(encoding="utf-8") for name in _STEM_DATA)
    spellings = (repr(row.forms) for row in analyzer().rows if row.kind == "spelling")
    rules = "\n".join([str(ANALYZER_VERSION), *data, *spellings])
    return hashlib.sha256(rules.encode()).hexdigest()[:16]


def name_words(surfaces: Iterable[str]) -> Iterator[str]:
    """Yield what the words of a name are looked for by: the spelling that their variants share."""
    return map(plain, surfaces)
