"""Documents that match, with their scores: sets in arrays, and those kept for the next query."""

import threading
from collections import OrderedDict
from collections.abc import Hashable, Sequence
from functools import cached_property
from typing import NamedTuple

import numpy as np

from index.arrays.array_file import Array
from index.arrays.inversion import changes

# Memory for the scores of frequent terms, of one of the two indexes of a generation.
KEPT_BYTES = 1 << 26
# From one document in so many on, scores are laid out for all documents: looked up without bisection.
_DENSE_SHARE = 32
_SCORE_BYTES = 4
# What an entry takes besides its arrays.
_ENTRY_BYTES = 500
# Matches not kept of which is known how often they were looked for.
_SPENT_MOST = 4_096


class Matches(NamedTuple):
    """Documents of the whole index in order, each once, and the score of each."""

    docs: Array
    scores: Array


class Found(NamedTuple):
    """Which of some documents match, as numbers of their rows, and the scores of those."""

    rows: Array
    scores: Array


NOTHING = Matches(np.empty(0, np.intp), np.empty(0, np.float32))


def added(parts: Sequence[Matches], documents: int) -> Matches:
    """Return what is in any of the parts, the scores added up; `documents` counts those of the index."""
    held = [part for part in parts if part.docs.size]
    if len(held) <= 1:
        return held[0] if held else NOTHING
    if sum(part.docs.size for part in held) * _DENSE_SHARE < documents:
        return _merged(held)
    scores, seen = np.zeros(documents, np.float32), np.zeros(documents, np.bool_)
    for docs, values in held:
        scores[docs] += values
        seen[docs] = True
    docs = seen.nonzero()[0]
    return Matches(docs, scores.take(docs))


def _merged(parts: Sequence[Matches]) -> Matches:
    docs = np.concatenate([part.docs for part in parts])
    # Each part is in order, which a stable sort makes use of.
    order = docs.argsort(kind="stable")
    docs = docs.take(order)
    firsts = changes(docs).nonzero()[0]
    scores = np.concatenate([part.scores for part in parts]).take(order)
    return Matches(docs.take(firsts), np.add.reduceat(scores, firsts))


class Kept:
    """The matches of a term that are all above 0, ready to be looked up.

    `size` is how many bytes it takes once all of it is made.
    """

    def __init__(self, matches: Matches, documents: int) -> None:
        docs, scores = self.matches = matches
        self._documents = documents if docs.size * _DENSE_SHARE >= documents else 0
        self.size = _ENTRY_BYTES + docs.nbytes + scores.nbytes + self._documents * _SCORE_BYTES

    @cached_property
    def _dense(self) -> Array:
        """The score of every document of the index; made when first looked into."""
        dense = np.zeros(self._documents, np.float32)
        dense[self.matches.docs] = self.matches.scores
        return dense

    def at(self, docs: Array) -> Found:
        """Return which of some documents are among the matches."""
        if self._documents:
            scores = self._dense.take(docs)
            # Of bools NumPy finds those that hold several times as fast as of numbers.
            rows = (scores > 0).nonzero()[0]
            return Found(rows, scores if rows.size == scores.size else scores.take(rows))
        return found_in(self.matches, docs)


def found_in(matches: Matches, docs: Array) -> Found:
    """Return which of some documents, in order, are among the matches."""
    if not matches.docs.size:
        return Found(*NOTHING)
    places = matches.docs.searchsorted(docs)
    rows = (matches.docs.take(places, mode="clip") == docs).nonzero()[0]
    return Found(rows, matches.scores.take(places.take(rows)))


class KeptMatches:
    """Matches by what was asked; those asked for longest ago are forgotten. Threads may share it."""

    def __init__(self, most: int = KEPT_BYTES) -> None:
        self._most = most
        self._size = 0
        self._entries: OrderedDict[Hashable, Kept] = OrderedDict()
        self._spent: dict[Hashable, int] = {}
        self._lock = threading.Lock()

    def get(self, key: Hashable) -> Kept | None:
        """Return what is kept, if it is."""
        with self._lock:
            kept = self._entries.get(key)
            if kept is not None:
                self._entries.move_to_end(key)
            return kept

    def spent(self, key: Hashable, cost: int) -> int:
        """Return what looking for matches has cost so far, this time too: in the end keeping them is less."""
        with self._lock:
            if len(self._spent) >= _SPENT_MOST:
                self._spent.clear()
            spent = self._spent[key] = self._spent.get(key, 0) + cost
            return spent

    def keep(self, key: Hashable, kept: Kept) -> None:
        """Keep matches as long as there is room."""
        with self._lock:
            if key in self._entries or kept.size > self._most:
                return
            self._entries[key] = kept
            self._spent.pop(key, None)
            self._size += kept.size
            while self._size > self._most:
                _, forgotten = self._entries.popitem(last=False)
                self._size -= forgotten.size
