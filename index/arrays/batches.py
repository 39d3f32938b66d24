"""The words of one field in a batch of documents: collected in lists, packed into arrays when it ends.

Lists, because Python adds to one three times as fast as to an array. Of documents in a row that share their
words, as quotes share the title of their article, they are collected once.
"""

from array import array
from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from index.arrays.array_file import Array
from index.arrays.growth import sums
from index.arrays.layout import Field
from index.arrays.spans import NO_JUMPS, Jumps, SpanCodes, encode_spans
from index.arrays.text_terms import Terms

# The number of a word that is no term, such as a function word among stems; its position counts.
NO_TERM = 0


class Packed(NamedTuple):
    """The words of a batch: numbers of terms, words of each document, and as the field has them the rest.

    `positions` are those of the words; numbers of words in `jumps` and `spans` count from the first.
    """

    numbers: Array
    lengths: Array
    positions: Array | None = None
    jumps: Jumps | None = None
    spans: SpanCodes | None = None


class _Words(NamedTuple):
    """Arrays with an item for each word; `lengths` has one for each document."""

    lengths: Array
    numbers: Array
    positions: Array
    starts: Array
    ends: Array

    def repeated(self, repeats: Array) -> "_Words":
        """Return the words of documents so many times each."""
        firsts = np.repeat(np.cumsum(self.lengths) - self.lengths, repeats)
        lengths = np.repeat(self.lengths, repeats)
        shifts = firsts - (np.cumsum(lengths) - lengths)
        words = np.repeat(shifts, lengths) + np.arange(lengths.sum())
        return _Words(lengths, *(values[words] if values.size else values for values in self[1:]))


class Batch:
    """Collects the words of a field."""

    def __init__(self, field: Field) -> None:
        self._has_positions, self._has_spans = field.has_positions, field.has_spans
        self._last: Terms | None = None
        self._repeats: list[int] = []
        self._numbers: list[int] = []
        self._lengths: list[int] = []
        self._starts: list[int] = []
        self._ends: list[int] = []
        # The number of the first word of some documents, and the positions of their words.
        self._positions: list[tuple[int, Array]] = []
        self._moved_at: list[int] = []
        self._moved_by: list[int] = []
        self._wide: list[tuple[int, int, int]] = []

    def add(self, terms: Terms, numbers: Mapping[str | None, int]) -> None:
        """Add the words of a document, given the numbers of terms."""
        if terms is self._last:
            self._repeats[-1] += 1
            return
        words, first = terms.terms, len(self._numbers)
        self._last = terms
        self._repeats.append(1)
        self._lengths.append(len(words))
        if not words:
            return
        if self._has_positions and terms.positions != range(len(words)):
            self._positions.append((first, np.array(terms.positions, np.int64)))
        for wide in terms.wide:
            self._wide.append((first + wide.first, numbers[wide.stem], len(self._lengths) - 1))
        self._numbers += map(numbers.__getitem__, words)
        if self._has_spans:
            self._add_places(terms, first)

    def packed(self) -> Packed:
        """Return the words in arrays."""
        words = self._words() if self._has_spans else self._terms_alone(self._words())
        repeats = np.array(self._repeats, np.int64)
        if repeats.sum() > repeats.size:
            words = words.repeated(repeats)
        if not self._has_spans:
            return Packed(words.numbers, words.lengths, words.positions if self._has_positions else None)
        firsts = (np.cumsum(words.lengths) - words.lengths)[words.lengths > 0]
        spans = encode_spans(words.starts, words.ends, firsts)
        return Packed(words.numbers, words.lengths, None, self._jumps(words.positions, firsts), spans)

    def _add_places(self, terms: Terms, first: int) -> None:
        for number, by in terms.moved or ((0, 0),):
            self._moved_at.append(first + number)
            self._moved_by.append(by)
        self._starts += terms.starts
        self._ends += terms.ends

    def _words(self) -> _Words:
        lengths, numbers = np.array(self._lengths, np.int64), _packed(self._numbers)
        nothing = np.empty(0, np.int64)
        positions = self._placed(lengths) if self._has_positions else nothing
        if not self._has_spans:
            return _Words(lengths, numbers, positions, nothing, nothing)
        moved_at: Array = np.array([*self._moved_at, numbers.size], np.int64)
        moves = np.repeat(np.array(self._moved_by, np.int64), np.diff(moved_at))
        return _Words(lengths, numbers, positions, _packed(self._starts) + moves, _packed(self._ends) + moves)

    def _placed(self, lengths: Array) -> Array:
        """Return the positions of words."""
        positions: Array = np.arange(lengths.sum()) - np.repeat(np.cumsum(lengths) - lengths, lengths)
        for first, odd in self._positions:
            positions[first : first + odd.size] = odd
        return positions

    def _terms_alone(self, words: _Words) -> _Words:
        """Put in what several words are together, and leave out words that are no terms."""
        words = self._with_wide(words) if self._wide else words
        kept = words.numbers != NO_TERM
        if kept.all():
            return words
        positions = words.positions[kept] if self._has_positions else words.positions
        return words._replace(
            lengths=sums(kept, words.lengths), numbers=words.numbers[kept], positions=positions
        )

    def _with_wide(self, words: _Words) -> _Words:
        firsts, numbers, documents = np.array(self._wide, np.int64).T
        positions = words.positions
        if self._has_positions:
            positions = np.insert(positions, firsts + 1, positions[firsts])
        return words._replace(
            lengths=words.lengths + np.bincount(documents, minlength=words.lengths.size),
            numbers=np.insert(words.numbers, firsts + 1, numbers),
            positions=positions,
        )

    def _jumps(self, positions: Array, firsts: Array) -> Jumps:
        """Return where positions do not grow by one from word to word, as `positions_from` reads it."""
        if not self._positions:
            return NO_JUMPS
        steps = np.diff(positions, prepend=-1)
        steps[firsts] = positions[firsts] + 1
        at = np.flatnonzero(steps != 1)
        return Jumps(at, steps[at])


def _packed(numbers: list[int]) -> Array:
    # NumPy itself takes three times as long.
    return np.frombuffer(array("I", numbers), np.uint32)
