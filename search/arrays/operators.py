"""The operators of a query over arrays: all that matches one, or which of some documents do.

A conjunction reads its rarest part whole and asks the others about what it found: it costs its rarest part.
"""

from abc import ABC, abstractmethod
from collections.abc import Hashable, Iterator, Sequence
from functools import cached_property
from typing import Protocol

import numpy as np

from index.arrays.array_file import Array
from search.arrays.fields import LOOKUP_COST, WholeField
from search.arrays.matches import NOTHING, Found, Kept, KeptMatches, Matches, added, found_in
from search.naming import NameLeaf
from search.work import Load


class Half(Protocol):
    """What operators read: the articles or the quotes of a generation."""

    @property
    def documents(self) -> int:
        """How many documents there are, deleted ones too."""
        ...

    @property
    def kept(self) -> KeptMatches:
        """The matches of frequent terms."""
        ...

    @property
    def days(self) -> Array:
        """The day of each document."""
        ...

    @property
    def alive(self) -> Array | None:
        """Which documents are not deleted; None where none is."""
        ...

    def field(self, name: str) -> WholeField:
        """Return a field; raises KeyError."""
        ...

    def typos(self, field: str, word: str) -> Sequence[set[bytes]]:
        """Return the terms of a field one typo away from a word, in each segment."""
        ...

    def spoken(self, leaf: NameLeaf) -> Array:
        """Return, in order, the documents of the persons of several names of whom a leaf names one."""
        ...


class Operator(ABC):
    """A query over one half; it may be asked more than once. Deleted documents are among what it finds.

    Trees of them are kept (search.arrays.asking), all but those with a Held: the others hold no arrays, which
    the half alone keeps, within bounds.
    """

    @property
    @abstractmethod
    def estimate(self) -> int:
        """How many documents it may match, for the order of a conjunction."""

    @abstractmethod
    def all(self) -> Matches:
        """Return all that matches."""

    def documents(self) -> Array:
        """Return the documents that match, without scores where those cost."""
        return self.all().docs

    def at(self, docs: Array) -> Found:
        """Return which of some documents match; they are given in order."""
        return found_in(self.all(), docs)

    def loads(self) -> Iterator[Load]:
        """Yield what its parts read."""
        yield Load("", "", self.estimate)


class Leaf(Operator):
    """Terms scored by BM25, all above 0: what is found is kept for the next query."""

    def __init__(self, half: Half, key: Hashable) -> None:
        self._half = half
        self._key = key

    @abstractmethod
    def read(self) -> Matches:
        """Return all that matches, read from the index."""

    def all(self) -> Matches:
        """Return all that matches, kept or read."""
        return self._kept.matches

    def at(self, docs: Array) -> Found:
        """Return which of some documents match."""
        kept = self._half.kept.get(self._key)
        if kept is None and self._spent(docs.size * LOOKUP_COST) < self.estimate:
            return self.looked_up(docs)
        return (kept or self._kept).at(docs)

    def looked_up(self, docs: Array) -> Found:
        """Return which of a few documents match."""
        return self._kept.at(docs)

    @property
    def _kept(self) -> Kept:
        kept = self._half.kept.get(self._key)
        if kept is None:
            kept = Kept(self.read(), self._half.documents)
            self._half.kept.keep(self._key, kept)
        return kept

    def _spent(self, cost: int) -> int:
        """Return what all reading of some documents alone has cost, this one too; beside `estimate`."""
        return self._half.kept.spent(self._key, cost)


class AllOf(Operator):
    """Documents of all parts; the scores add up."""

    def __init__(self, parts: Sequence[Operator]) -> None:
        self._parts = sorted(parts, key=lambda part: (isinstance(part, Without), part.estimate))

    @property
    def estimate(self) -> int:
        """As many as the rarest part."""
        return self._parts[0].estimate

    def all(self) -> Matches:
        """Return all that matches."""
        first, *others = self._parts
        return Matches(*_narrowed(first.all(), others))

    def documents(self) -> Array:
        """Return the documents that match."""
        first, *others = self._parts
        docs = first.documents()
        for part in others:
            docs = docs.take(part.at(docs).rows)
        return docs

    def at(self, docs: Array) -> Found:
        """Return which of some documents match."""
        first, *others = self._parts
        rows, scores = first.at(docs)
        for part in others:
            found = part.at(docs.take(rows))
            rows, scores = rows.take(found.rows), scores.take(found.rows) + found.scores
        return Found(rows, scores)

    def loads(self) -> Iterator[Load]:
        """Yield what its parts read."""
        for part in self._parts:
            yield from part.loads()


def _narrowed(matches: Matches, parts: Sequence[Operator]) -> Matches:
    docs, scores = matches
    for part in parts:
        if not docs.size:
            break
        found = part.at(docs)
        if found.rows.size == docs.size:
            scores = scores + found.scores
        else:
            docs, scores = docs.take(found.rows), scores.take(found.rows) + found.scores
    return Matches(docs, scores)


class AnyOf(Operator):
    """Documents of any of the parts; the scores add up."""

    def __init__(self, half: Half, parts: Sequence[Operator]) -> None:
        self._half = half
        self._parts = parts

    @cached_property
    def estimate(self) -> int:
        """As many as all parts together."""
        return sum(part.estimate for part in self._parts)

    def all(self) -> Matches:
        """Return all that matches."""
        return added([part.all() for part in self._parts], self._half.documents)

    def documents(self) -> Array:
        """Return the documents that match."""
        return united([part.documents() for part in self._parts], self._half.documents)

    def at(self, docs: Array) -> Found:
        """Return which of some documents match."""
        return added_at(docs, [part.at(docs) for part in self._parts])

    def loads(self) -> Iterator[Load]:
        """Yield what its parts read."""
        for part in self._parts:
            yield from part.loads()


class Without(Operator):
    """All documents but those of a part, scored 0."""

    def __init__(self, half: Half, excluded: Operator) -> None:
        self._half = half
        self._excluded = excluded

    @property
    def estimate(self) -> int:
        """As many as there are documents."""
        return self._half.documents

    def all(self) -> Matches:
        """Return all that matches."""
        left = np.ones(self._half.documents, np.bool_)
        left[self._excluded.documents()] = False
        return _scored(left.nonzero()[0], 0.0)

    def at(self, docs: Array) -> Found:
        """Return which of some documents match."""
        left = np.ones(docs.size, np.bool_)
        left[self._excluded.at(docs).rows] = False
        return Found(*_scored(left.nonzero()[0], 0.0))

    def loads(self) -> Iterator[Load]:
        """Yield what the excluded part reads."""
        yield from self._excluded.loads()


class Everything(Operator):
    """All documents, scored 1."""

    def __init__(self, half: Half) -> None:
        self._half = half

    @property
    def estimate(self) -> int:
        """As many as there are documents."""
        return self._half.documents

    def all(self) -> Matches:
        """Return all documents."""
        return _scored(np.arange(self._half.documents), 1.0)

    def at(self, docs: Array) -> Found:
        """Return all of the documents."""
        return Found(*_scored(np.arange(docs.size), 1.0))


class Nothing(Operator):
    """No document."""

    estimate = 0

    def all(self) -> Matches:
        """Return nothing."""
        return NOTHING


class Days(Operator):
    """Documents of a span of days, both ends included, scored 1; looked for each time."""

    def __init__(self, half: Half, first: int, last: int) -> None:
        self._half = half
        self._span = first, last

    @cached_property
    def estimate(self) -> int:
        """As many as there are."""
        return int(self._within(self._half.days).size)

    def all(self) -> Matches:
        """Return all that matches."""
        return _scored(self._within(self._half.days), 1.0)

    def at(self, docs: Array) -> Found:
        """Return which of some documents match."""
        return Found(*_scored(self._within(self._half.days.take(docs)), 1.0))

    def _within(self, days: Array) -> Array:
        first, last = self._span
        return ((days >= first) & (days <= last)).nonzero()[0]


class Held(Operator):
    """Documents found elsewhere, with their scores."""

    def __init__(self, matches: Matches) -> None:
        self._matches = matches

    @property
    def estimate(self) -> int:
        """As many as there are."""
        return int(self._matches.docs.size)

    def all(self) -> Matches:
        """Return them."""
        return self._matches


def united(sets: Sequence[Array], documents: int) -> Array:
    """Return the documents of any of the sets, in order; `documents` counts those of the index."""
    held = [docs for docs in sets if docs.size]
    if len(held) <= 1:
        return held[0] if held else NOTHING.docs
    seen = np.zeros(documents, np.bool_)
    for docs in held:
        seen[docs] = True
    return seen.nonzero()[0]


def added_at(docs: Array, parts: Sequence[Found]) -> Found:
    """Return which of some documents are in any of the parts, the scores added up."""
    scores, seen = np.zeros(docs.size, np.float32), np.zeros(docs.size, np.bool_)
    for rows, values in parts:
        scores[rows] += values
        seen[rows] = True
    rows = seen.nonzero()[0]
    return Found(rows, scores.take(rows))


def _scored(docs: Array, score: float) -> Matches:
    return Matches(docs, np.full(docs.size, score, np.float32))
