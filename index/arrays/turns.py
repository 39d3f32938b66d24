"""Document numbers in two bytes, in a segment of more documents than two bytes can number.

The upper half of a number is that of its term's first document, plus one for each turn since: turns are the
postings, by their number in the field, where the upper half grows. Most terms are rare and have none.
"""

from typing import NamedTuple

import numpy as np

from index.arrays.array_file import Array
from index.arrays.spans import stretch_of

_HALF = 16
_BLOCK = 1 << _HALF


class Turns(NamedTuple):
    """The upper half of each term's first document, and the numbers of the postings where it grows."""

    highs: Array
    at: Array

    def united(self, term: int, low: Array, first: int) -> Array:
        """Return the documents of a term from their lower halves, which begin with posting `first`."""
        begin, end = stretch_of(self.at, first, first + low.size)
        high = int(self.highs[term])
        # Four bytes even where the upper half is 0: it is compared with any document of the segment.
        docs: Array = low.astype(np.uint32)
        if high:
            docs += np.uint32(high << _HALF)
        for turn in self.at[begin:end].tolist():
            docs[turn - first :] += np.uint32(_BLOCK)
        return docs

    def united_all(self, terms: slice, low: Array, starts: Array) -> Array:
        """Return the documents of neighbouring terms; `starts` tell where the postings of each begin.

        The last of them is where those of the last term end.
        """
        first = int(starts[0])
        begin, end = stretch_of(self.at, first, first + low.size)
        steps = np.bincount(self.at[begin:end].astype(np.int64) - first, minlength=low.size + 1)
        grown = steps.cumsum()
        begins = starts[:-1].astype(np.int64) - first
        highs = grown[: low.size] + np.repeat(self.highs[terms] - grown[begins], np.diff(starts))
        docs: Array = highs.astype(np.uint32) << np.uint32(_HALF)
        docs |= low
        return docs


def turns_of(docs: Array, counts: Array) -> Turns:
    """Return the turns of terms, each of which has so many of the documents; none has no document."""
    highs = docs >> _HALF
    begins = counts.cumsum() - counts
    steps: Array = np.diff(highs.astype(np.int64), prepend=0)
    steps[begins] = 0
    return Turns(highs[begins], np.arange(docs.size).repeat(steps))
