"""Words that mean one thing, scored as if they were one word: Blended (search.clauses) over arrays."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

import numpy as np

from index.arrays.array_file import Array
from index.equivalents import Form
from search.arrays.distinct import distinct
from search.arrays.fields import NO_POSTINGS, Postings, WholeField
from search.arrays.matches import Matches, added, found_in
from search.arrays.operators import Half, Leaf, united
from search.arrays.phrases import phrase_postings
from search.clauses import Blended
from search.ranking import SCATTERED
from search.work import Load


class Where(NamedTuple):
    """A field to look in, as written and by stems, and how much more a match in it counts."""

    surfaces: WholeField
    stems: WholeField
    boost: float


class Blend(Leaf):
    """Documents that hold any of several ways to say one thing."""

    def __init__(self, half: Half, clause: Blended) -> None:
        places = tuple((place.field, place.boost) for place in clause.places)
        super().__init__(half, ("blend", places, clause.stems, clause.phrases))
        self._clause = clause
        self._places = [
            Where(half.field(place.field), half.field(place.stems), place.boost) for place in clause.places
        ]

    @cached_property
    def estimate(self) -> int:
        """As many documents as it may match."""
        clause = self._clause
        ways = (*((stem,) for stem in clause.singles), *clause.ways)
        by_stem = sum(min(self._frequency(stem, "stems") for stem in way) for way in ways)
        return by_stem + sum(
            min(self._frequency(word, "surfaces") for word in each) for each in clause.phrases
        )

    def loads(self) -> Iterator[Load]:
        """Yield what it reads."""
        terms = self._clause.terms_read()
        postings = sum(self._half.field(name).doc_frequency(text.encode()) for name, text in terms)
        yield Load(self._clause.typed, "", postings)

    def read(self) -> Matches:
        """Return all that matches."""
        counted = [self._counted(where) for where in self._places]
        whole = [
            self._scored(where, postings, frequency)
            for where, (postings, frequency) in zip(self._places, counted, strict=True)
        ]
        others = united([matches.docs for matches in whole], self._half.documents)
        apart = [
            self._scored(where, postings, frequency)
            for where, (_, frequency), postings in zip(
                self._places, counted, self._scattered(others), strict=True
            )
        ]
        return added([*whole, *apart], self._half.documents)

    def _frequency(self, word: str, kind: str) -> int:
        key = word.encode()
        return sum(getattr(where, kind).doc_frequency(key) for where in self._places)

    def _scored(self, where: Where, postings: Postings, frequency: int) -> Matches:
        docs, freqs = postings
        if not docs.size:
            return Matches(docs, freqs)
        return Matches(docs, where.stems.impacts(docs, freqs, where.boost * where.stems.idf(frequency)))

    def _counted(self, where: Where) -> tuple[Postings, int]:
        """Return how often each document holds one of the stems and phrases, and how many the commonest."""
        stems = [stem.encode() for stem in self._clause.singles]
        phrases = [phrase_postings(where.surfaces, _encoded(phrase)) for phrase in self._clause.phrases]
        frequencies = [*map(where.stems.doc_frequency, stems), *map(self._alive, phrases)]
        found = [*map(where.stems.postings, stems), *phrases]
        return Postings(*added([Matches(*each) for each in found], self._half.documents)), max(
            frequencies, default=0
        )

    def _alive(self, postings: Postings) -> int:
        """Return how many documents hold a phrase: deleted ones are not read for it."""
        alive = self._half.alive
        return int(postings.docs.size if alive is None else alive[postings.docs].sum())

    def _scattered(self, others: Array) -> list[Postings]:
        """Return for each place what the stems of a way count for, in documents that are no others."""
        found = [NO_POSTINGS for _ in self._places]
        for way in self._clause.ways:
            docs = self._with_all(_encoded(way))
            docs = np.delete(docs, found_in(Matches(others, others), docs).rows)
            if docs.size:
                times = self._together(_encoded(way), docs)
                found = [
                    _most(before, Postings(docs, each)) for before, each in zip(found, times, strict=True)
                ]
        return found

    def _with_all(self, way: Sequence[bytes]) -> Array:
        """Return the documents that have every stem of a way in one of the places."""
        docs, *others = (
            united([where.stems.postings(stem).docs for where in self._places], self._half.documents)
            for stem in way
        )
        for each in others:
            docs = np.intersect1d(docs, each, assume_unique=True)
        return docs

    def _together(self, way: Sequence[bytes], docs: Array) -> list[Array]:
        """Return what all stems of a way count for in each place; once in the last if never together."""
        times = [
            np.minimum.reduce([where.stems.freqs_at(stem, docs) for stem in way]) for where in self._places
        ]
        apart = np.maximum.reduce(times) == 0
        times[-1][apart] = 1
        return [each * np.float32(SCATTERED) for each in times]


def _encoded(words: Form) -> list[bytes]:
    return [word.encode() for word in words]


def _most(some: Postings, others: Postings) -> Postings:
    """Return the documents of either, with the larger of their numbers; those of none left out."""
    docs = distinct(np.concatenate([some.docs, others.docs]))
    times = np.zeros(docs.size, np.float32)
    for each in (some, others):
        rows = docs.searchsorted(each.docs)
        times[rows] = np.maximum(times[rows], each.freqs)
    rows = times.nonzero()[0]
    return Postings(docs.take(rows), times.take(rows))
