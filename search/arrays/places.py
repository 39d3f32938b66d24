"""Where the words stand that a query may mark in some texts: from stored places, without analysis.

More is told than is marked: what stands there is looked at again (search.marks), piece by piece.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from operator import itemgetter
from typing import NamedTuple

import numpy as np

from index.arrays.array_file import Array
from index.arrays.spans import Spans
from index.equivalents import Form
from search.arrays.distinct import distinct
from search.arrays.fields import NOWHERE, Places, WholeField, place_keys, rows_in
from search.arrays.half import ArrayHalf
from search.clauses import STEMS
from search.edits import swapped
from search.highlights import Places as Stretches
from search.marks import Terms


class _Window(NamedTuple):
    """Where a word stands, and how many words before it and behind it may belong to it."""

    places: Places
    before: int = 0
    behind: int = 0


class Finder:
    """Finds words in the texts of one field."""

    def __init__(self, half: ArrayHalf, field: str) -> None:
        self._half = half
        self._surfaces, self._stems = half.field(field), half.field(field + STEMS)

    def places(self, terms: Terms, docs: Sequence[int]) -> list[Stretches]:
        """Return for each document where the words stand that may be marked."""
        order = sorted(docs)
        found = dict(zip(order, self._stretches(terms, order), strict=True))
        return [found[document] for document in docs]

    def _stretches(self, terms: Terms, docs: Sequence[int]) -> Iterator[Stretches]:
        """Yield the places of words in documents given in order."""
        keys = [_keys(window) for window in self._windows(terms, np.array(docs, np.intp))]
        every = distinct(np.concatenate([np.empty(0, np.int64), *keys]))
        first = 0
        for segment, located in groupby(map(self._half.whole.locate, docs), itemgetter(0)):
            numbers = [number for _, number in located]
            bounds = place_keys(np.array([first, first + len(numbers)]), 0)
            low, high = every.searchsorted(bounds)
            wanted = every[low:high] - bounds[0]
            yield from _in_texts(wanted, segment.field(self._surfaces.name).spans(numbers))
            first += len(numbers)

    def _windows(self, terms: Terms, docs: Array) -> Iterator[_Window]:
        for stem in terms.stems:
            yield _Window(self._stems.places(stem.encode(), docs))
        for surface in terms.surfaces:
            yield _Window(self._surfaces.places(surface.encode(), docs))
        for prefix in terms.prefixes:
            yield _Window(self._surfaces.places_of_prefix(prefix.encode(), docs))
        for word in terms.fuzzy:
            near = set[bytes]().union(*self._half.typos(self._surfaces.name, word))
            for typo in near.union(map(str.encode, swapped(word))):
                yield _Window(self._surfaces.places(typo, docs))
        for phrase in terms.phrases:
            yield self._around_rarest(phrase, [self._surfaces], docs)
        for form in terms.apart:
            # A word that has no stem of its own stands for itself.
            yield self._around_rarest(form, [self._stems, self._surfaces], docs)

    def _around_rarest(self, words: Form, fields: Sequence[WholeField], docs: Array) -> _Window:
        """Return where the rarest of the words of a phrase stands, with room for the others."""
        keys = [word.encode() for word in words]
        frequencies = [sum(field.doc_frequency(key) for field in fields) for key in keys]
        if not keys or not min(frequencies):
            return _Window(NOWHERE)
        at = frequencies.index(min(frequencies))
        found = [field.places(keys[at], docs) for field in fields]
        return _Window(Places(*map(np.concatenate, zip(*found, strict=True))), at, len(keys) - 1 - at)


def _in_texts(keys: Array, spans: Spans) -> Iterator[Stretches]:
    """Yield for each text the places of the words at some positions, given by keys of row and position."""
    rows = np.arange(spans.counts.size).repeat(spans.counts)
    held = place_keys(rows, spans.positions)
    words = held.searchsorted(keys)
    inside = words < held.size
    words, keys = words[inside], keys[inside]
    # Behind the last word of a text there is none, nor where a gap parts two texts.
    words = words[rows_in(held.take(words)) == rows_in(keys)]
    bounds = rows.take(words).searchsorted(np.arange(spans.counts.size + 1)).tolist()
    places = list(zip(spans.starts.take(words).tolist(), spans.ends.take(words).tolist(), strict=True))
    for first, stop in pairwise(bounds):
        yield places[first:stop]


def _keys(window: _Window) -> Array:
    """Return numbers that tell document and position, for a word and those around it."""
    if not (window.before or window.behind):
        return window.places.keys
    rows, positions = (each[:, np.newaxis] for each in window.places)
    around = positions + np.arange(-window.before, window.behind + 1)
    return place_keys(rows, around)[around >= 0]
