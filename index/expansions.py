"""What else to look for when a query names a thing: kpu is komisi pemilihan umum.

A match covers words that stand side by side in a query, outside quotation marks. Its alternatives and the
words themselves mean one thing, so whoever scores them counts them as one term.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import NamedTuple

from index.equivalents import SPELLING, Form, Joins, Row, spelling_folds
from index.tokenization import plain

# Endings that leave a word the thing it names: pilkadanya, KPU-lah; not those that make another word.
_ENDINGS = re.compile(r"(?:nya|ku|mu)?(?:lah|kah|tah|pun)?$")
_SHORTEST = 2


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another way to name what a query names, and the row that says so.

    `words` are in the spelling they are folded to: of a single one, look for its stem. `spellings` are all
    ways to print several, as surface forms side by side: look for each as a phrase.
    """

    words: Form
    spellings: tuple[Form, ...]
    row: Row


@dataclass(frozen=True, slots=True)
class Match:
    """A stretch of a query that has alternatives: the number of its first word, and how many.

    `withheld` are the rows that would widen it if it did not mean something else as well; where there are
    alternatives, another row is sure of it.
    """

    first: int
    length: int
    alternatives: tuple[Alternative, ...]
    withheld: tuple[Row, ...] = ()


class _Unit(NamedTuple):
    """A word of a query as rows know it, and the words it was read from: wali kota is one."""

    word: str
    first: int
    length: int


class _Entry(NamedTuple):
    words: Form
    form: Form
    row: Row


@dataclass(frozen=True, slots=True)
class Expansions:
    """Finds the longest stretches of a query that rows know, and what to look for beside them."""

    entries: Mapping[str, tuple[_Entry, ...]]
    printed: Mapping[str, tuple[Form, ...]]
    folds: Mapping[str, str]
    joins: Joins
    stem: Callable[[str], str]

    @classmethod
    def of(cls, rows: Sequence[Row], stem: Callable[[str], str]) -> "Expansions":
        """Prepare the rows; `stem` is the one that texts are stemmed with, folds included."""
        empty = cls({}, _printed(rows), spelling_folds(rows), Joins.of(rows, stem), stem)
        entries: dict[str, list[_Entry]] = {}
        for row in rows:
            for form in row.forms if row.kind != SPELLING else ():
                entry = _Entry(empty.words_of(form), form, row)
                if form in row.ambiguous or any(_others(entry)):
                    entries.setdefault(entry.words[0], []).append(entry)
        longest_first = {
            first: tuple(sorted(found, key=lambda entry: -len(entry.words)))
            for first, found in entries.items()
        }
        return cls(longest_first, empty.printed, empty.folds, empty.joins, stem)

    def find(self, words: Sequence[str]) -> tuple[Match, ...]:
        """Return what words side by side match, given folded: the longest from the left, none overlapping."""
        units = self._units(words)
        matches: list[Match] = []
        number = 0
        while number < len(units):
            entries = self._entries_at(units, number)
            if entries:
                matches.append(self._match(entries, units[number : number + len(entries[0].words)]))
            number += len(entries[0].words) if entries else 1
        return tuple(matches)

    def words_of(self, form: Sequence[str]) -> Form:
        """Return the words of a form folded and joined, as matches compare them."""
        return tuple(unit.word for unit in self._units(form))

    def spellings(self, form: Sequence[str]) -> tuple[Form, ...]:
        """Return all ways to print a form: its words may be printed apart, or those apart as one."""
        ways = product(*(self.printed.get(word, ((form[first],),)) for word, first, _ in self._units(form)))
        return tuple(dict.fromkeys(tuple(part for way in parts for part in way) for parts in ways))

    def _units(self, words: Sequence[str]) -> list[_Unit]:
        bare = [self._bare(word) for word in words]
        units: list[_Unit] = []
        number = 0
        joins = {join.first: join for join in self.joins.find([self.stem(word) for word in bare], bare)}
        while number < len(bare):
            join = joins.get(number)
            unit = _Unit(join.solid, number, join.length) if join else _Unit(bare[number], number, 1)
            units.append(unit)
            number += unit.length
        return units

    def _bare(self, word: str) -> str:
        """Return a word in its folded spelling, without what the stemmer takes for a clitic or particle."""
        known = self._folded(plain(word))
        shorter = _ENDINGS.sub("", known)
        if len(shorter) < _SHORTEST or shorter == known or self.stem(shorter) != self.stem(known):
            return known
        return self._folded(shorter)

    def _folded(self, word: str) -> str:
        return self.folds.get(word, word)

    def _entries_at(self, units: Sequence[_Unit], number: int) -> list[_Entry]:
        """Return the entries of the longest form that stands there."""
        found = [
            entry
            for entry in self.entries.get(units[number].word, ())
            if entry.words == tuple(unit.word for unit in units[number : number + len(entry.words)])
        ]
        return [entry for entry in found if len(entry.words) == len(found[0].words)]

    def _match(self, entries: Sequence[_Entry], units: Sequence[_Unit]) -> Match:
        alternatives: dict[Form, Alternative] = {}
        for entry in entries:
            for form in _others(entry):
                words = self.words_of(form)
                if words != entry.words:
                    alternatives.setdefault(words, Alternative(words, self.spellings(form), entry.row))
        withheld = tuple(entry.row for entry in entries if entry.form in entry.row.ambiguous)
        first, last = units[0], units[-1]
        return Match(
            first.first, last.first + last.length - first.first, tuple(alternatives.values()), withheld
        )


def _others(entry: _Entry) -> Iterator[Form]:
    """Yield the forms that a form finds, of those that mean nothing else."""
    row = entry.row
    if entry.form in row.ambiguous or (row.narrow and entry.form == row.canonical):
        return
    for form in (row.canonical,) if row.narrow else row.forms:
        if form not in row.ambiguous and form != entry.form:
            yield form


def _printed(rows: Iterable[Row]) -> dict[str, tuple[Form, ...]]:
    """Return the ways to print the words that may stand apart: wali kota, walikota."""
    return {
        single[0]: tuple(tuple(part for word in form for part in word.split("-")) for form in row.forms)
        for row in rows
        if row.kind == SPELLING and any(len(form) > 1 for form in row.forms)
        for single in row.forms
        if len(single) == 1
    }
