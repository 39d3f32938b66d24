"""A field over all segments of an index, its documents numbered through: what terms hold, and what they tell.

Postings come as arrays of document numbers of the whole index, in order, deleted documents among them:
whoever asks drops those at the end. Statistics are Whoosh's: over all documents, until a merge drops the
deleted ones.
"""

from collections.abc import Sequence
from functools import cached_property
from math import log
from typing import NamedTuple

import numpy as np

from index.arrays.array_file import Array
from index.arrays.array_index import ArrayIndex
from index.arrays.fields import CODE_LENGTHS, FieldReader
from search.arrays.memory import KeptArrays
from search.ranking import K1, B

# Postings of a term beyond which it is kept where the positions of each of its documents end.
_ENDS_KEPT_LEAST = 1_024
# Postings of such terms whose ends are kept, in eight bytes each.
_ENDS_KEPT_MOST = 1 << 22
# Terms of which is known where they are.
_TERMS_KEPT_MOST = 4_096
# What a share of the documents costs to look up one by one, against reading them all: bisection's steps.
LOOKUP_COST = 16
# Of the key of a place, the bits that tell the position.
_POSITION_BITS = 32


class Postings(NamedTuple):
    """The documents of a term, in order, and how often each holds it."""

    docs: Array
    freqs: Array


class Places(NamedTuple):
    """Where a term stands: for each time, the number of the document asked for, and the position."""

    rows: Array
    positions: Array

    @property
    def keys(self) -> Array:
        """A number for each place that tells row and position."""
        return place_keys(self.rows, self.positions)


def place_keys(rows: Array, positions: Array | int) -> Array:
    """Return numbers, each of which tells row and position: in order where the places are."""
    keys: Array = np.left_shift(rows, _POSITION_BITS, dtype=np.int64) + positions
    return keys


def rows_in(keys: Array) -> Array:
    """Return the rows that the keys of places tell."""
    return keys >> _POSITION_BITS


NOWHERE = Places(np.empty(0, np.intp), np.empty(0, np.int64))
NO_POSTINGS = Postings(np.empty(0, np.intp), np.empty(0, np.float32))


class Part(NamedTuple):
    """The field in one segment, and the number of the segment's first document."""

    base: int
    reader: FieldReader


class Known(NamedTuple):
    """The segments that hold a term, with its number in each, and how many documents have it, deleted too."""

    segments: Sequence[tuple[Part, int]]
    frequency: int


class WholeField:
    """One field of an index. Threads may share it."""

    def __init__(self, whole: ArrayIndex, name: str) -> None:
        self.name, self.documents = name, whole.documents
        self.average_length = whole.total_length(name) / (whole.documents or 1) or 1.0
        self._parts = [
            Part(base, segment.field(name)) for base, segment in zip(whole.bases, whole.segments, strict=True)
        ]
        self._ends = KeptArrays(_ENDS_KEPT_MOST)
        self._terms: dict[bytes, Known] = {}

    @cached_property
    def parts(self) -> Sequence[Part]:
        """The segments that hold a term of the field."""
        return [part for part in self._parts if len(part.reader.terms)]

    @cached_property
    def length_codes(self) -> Array:
        """The length of each document as Whoosh's byte."""
        return _one([part.reader.length_codes for part in self._parts])

    @cached_property
    def lengths(self) -> Array:
        """The number of words of each document."""
        return _one([part.reader.lengths for part in self._parts])

    @cached_property
    def norms(self) -> Array:
        """What BM25 adds to a frequency, by length code: K1 for a text of average length."""
        return (K1 * ((1 - B) + B * CODE_LENGTHS / self.average_length)).astype(np.float32)

    def doc_frequency(self, term: bytes) -> int:
        """Return how many documents have a term, deleted ones too."""
        return self._known(term).frequency

    def idf(self, frequency: int) -> float:
        """Return what a term of so many documents tells, as whoosh.scoring has it."""
        return log((self.documents or 1) / (frequency + 1)) + 1

    def impacts(self, docs: Array, freqs: Array, weight: float) -> Array:
        """Return the scores of documents with these frequencies: BM25, times a weight (idf and boosts)."""
        norms = self.norms.take(self.length_codes.take(docs))
        norms += freqs
        return np.divide(freqs * np.float32(weight * (K1 + 1)), norms, norms)

    def postings(self, term: bytes) -> Postings:
        """Return all documents of a term."""
        found = self._known(term).segments
        if not found:
            return NO_POSTINGS
        docs = [np.add(part.reader.docs_of(ordinal), part.base, dtype=np.intp) for part, ordinal in found]
        freqs = [part.reader.freqs_of(ordinal).astype(np.float32) for part, ordinal in found]
        return Postings(_one(docs), _one(freqs))

    def freqs_at(self, term: bytes, docs: Array) -> Array:
        """Return how often each of some documents, in order, holds a term; 0 where it does not."""
        freqs = np.zeros(docs.size, np.float32)
        for part, ordinal in self._known(term).segments:
            rows, places = self._held(part, ordinal, docs)
            freqs[rows] = part.reader.freqs_of(ordinal).take(places)
        return freqs

    def holding(self, term: bytes, docs: Array) -> Array:
        """Return those of some documents, in order, that hold a term."""
        rows = [self._held(part, ordinal, docs)[0] for part, ordinal in self._known(term).segments]
        return docs.take(_one(rows))

    def places(self, term: bytes, docs: Array) -> Places:
        """Return where a term stands in some documents, given in order; those without it have no place."""
        found = [self._places_in(part, ordinal, docs) for part, ordinal in self._known(term).segments]
        if len(found) == 1:
            return found[0]
        return Places(*map(np.concatenate, zip(*found, strict=True))) if found else NOWHERE

    def places_of_prefix(self, prefix: bytes, docs: Array) -> Places:
        """Return where terms that begin so stand in some documents, term after term."""
        found = [self._places_between(part, part.reader.terms.prefix(prefix), docs) for part in self.parts]
        return Places(*map(np.concatenate, zip(*found, strict=True))) if found else NOWHERE

    def _places_between(self, part: Part, terms: range, docs: Array) -> Places:
        """Return where the terms of a stretch stand in a segment; every posting of theirs is looked at."""
        held = part.reader.docs_between(terms.start, terms.stop)
        wanted = np.full(part.reader.lengths.size, -1, np.intp)
        first, stop = docs.searchsorted((part.base, part.base + wanted.size))
        wanted[docs[first:stop] - part.base] = np.arange(first, stop)
        rows = wanted.take(held)
        chosen = (rows >= 0).nonzero()[0]
        freqs = part.reader.freqs_between(terms.start, terms.stop)
        counts = freqs[chosen].astype(np.intp)
        at = (freqs.cumsum(dtype=np.intp)[chosen] - counts.cumsum()).repeat(counts)
        at += np.arange(at.size)
        positions = part.reader.positions_at(terms.start, at)
        return Places(rows[chosen].repeat(counts), positions.astype(np.int64))

    def _places_in(self, part: Part, ordinal: int, docs: Array) -> Places:
        rows, places = self._held(part, ordinal, docs)
        counts = part.reader.freqs_of(ordinal).take(places).astype(np.intp)
        ends = self._position_ends(part, ordinal).take(places)
        at = (ends - counts.cumsum()).repeat(counts)
        at += np.arange(at.size)
        return Places(rows.repeat(counts), part.reader.positions_at(ordinal, at).astype(np.int64))

    def _position_ends(self, part: Part, ordinal: int) -> Array:
        """Return where the positions of each document of a term end."""
        ends = self._ends.get((part.base, ordinal))
        if ends is None:
            ends = part.reader.freqs_of(ordinal).cumsum(dtype=np.intp)
            if ends.size >= _ENDS_KEPT_LEAST:
                self._ends.keep((part.base, ordinal), ends)
        return ends

    def _held(self, part: Part, ordinal: int, docs: Array) -> tuple[Array, Array]:
        """Return which of some documents, in order, have a term of a segment, and where among all that do."""
        held = part.reader.docs_of(ordinal)
        first, stop = 0, docs.size
        if len(self._parts) > 1:
            first, stop = docs.searchsorted((part.base, part.base + part.reader.lengths.size))
        local = (docs[first:stop] - part.base).astype(held.dtype)
        places = held.searchsorted(local)
        rows = (held.take(places, mode="clip") == local).nonzero()[0]
        return rows + first, places.take(rows)

    def _known(self, term: bytes) -> Known:
        known = self._terms.get(term)
        if known is None:
            if len(self._terms) >= _TERMS_KEPT_MOST:
                self._terms.clear()
            every = ((part, part.reader.terms.find(term)) for part in self.parts)
            segments = [(part, ordinal) for part, ordinal in every if ordinal >= 0]
            frequency = sum(part.reader.doc_frequency(ordinal) for part, ordinal in segments)
            known = self._terms[term] = Known(segments, frequency)
        return known


def _one(arrays: list[Array]) -> Array:
    if len(arrays) == 1:
        return arrays[0]
    return np.concatenate(arrays) if arrays else np.empty(0, np.uint8)
