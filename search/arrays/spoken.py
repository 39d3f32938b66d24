"""What persons said who are named, by any of their names (search.clauses.Spoken)."""

from collections.abc import Iterator

import numpy as np

from index.arrays.array_file import Array
from search.arrays.matches import Matches, added
from search.arrays.operators import Half, Operator, united
from search.naming import NameLeaf
from search.work import Load


class Spoken(Operator):
    """What a part finds, and others, of a leaf's persons, which score as the least of what it finds alive."""

    def __init__(self, half: Half, named: Operator, leaf: NameLeaf) -> None:
        self._half, self._named, self._leaf = half, named, leaf

    @property
    def estimate(self) -> int:
        """As many as both together."""
        return self._named.estimate + int(self._others.size)

    def all(self) -> Matches:
        """Return all that matches."""
        docs, scores = self._living(self._named.all())
        others = np.setdiff1d(self._others, docs, assume_unique=True)
        least = scores.min() if scores.size else np.float32(1)
        return added(
            [Matches(docs, scores), Matches(others, np.full(others.size, least))], self._half.documents
        )

    def documents(self) -> Array:
        """Return the documents that match."""
        return united([self._named.documents(), self._others], self._half.documents)

    def loads(self) -> Iterator[Load]:
        """Yield what its parts read."""
        yield from self._named.loads()
        yield Load("", "", int(self._others.size))

    @property
    def _others(self) -> Array:
        return self._half.spoken(self._leaf)

    def _living(self, matches: Matches) -> Matches:
        if self._half.alive is None:
            return matches
        left = self._half.alive.take(matches.docs)
        return Matches(matches.docs[left], matches.scores[left])
