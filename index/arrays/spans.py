"""Where the words of a text stand in it, one byte a word.

The byte holds five bits of the word's length in characters and three of the gap before it. What does not fit
stands apart, with the number of the word in its segment; so do jumps of the position, which else grows by one
from word to word.
"""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from index.arrays.array_file import Array, ArrayFile

_LENGTH_BITS = 5
_LENGTH_MOST = (1 << _LENGTH_BITS) - 1
_GAP_MOST = (1 << 8 - _LENGTH_BITS) - 1
# What a code says of the gap before a word, and of its length.
_GAPS = np.arange(256, dtype=np.int32) >> _LENGTH_BITS
_LENGTHS = np.arange(256, dtype=np.int32) & _LENGTH_MOST
# The largest gap with the largest length: a word with either stands apart.
_APART = 0xFF


class SpanCodes(NamedTuple):
    """Words of several documents: their codes, and those apart with their number, gap and length."""

    codes: Array
    apart_at: Array
    gaps: Array
    lengths: Array


class Jumps(NamedTuple):
    """Words whose position is not one more than that of the word before: their number, and the difference."""

    at: Array
    by: Array


_NOTHING: Array = np.empty(0, np.int64)
NO_SPANS = SpanCodes(_NOTHING, _NOTHING, _NOTHING, _NOTHING)
NO_JUMPS = Jumps(_NOTHING, _NOTHING)


class Spans(NamedTuple):
    """Words of documents in order: their positions, places in the text, and how many each document has."""

    positions: Array
    starts: Array
    ends: Array
    counts: Array


def encode_spans(starts: Array, ends: Array, first_words: Array) -> SpanCodes:
    """Code the places of words; `first_words` are the numbers of the words that begin a document."""
    before = np.zeros_like(starts)
    before[1:] = ends[:-1]
    before[first_words] = 0
    gaps, lengths = starts - before, ends - starts
    fits = (gaps >= 0) & (gaps < _GAP_MOST) & (lengths < _LENGTH_MOST)
    codes = np.where(fits, gaps << _LENGTH_BITS | lengths, _APART).astype(np.uint8)
    apart = np.flatnonzero(~fits)
    return SpanCodes(codes, apart, gaps[apart], lengths[apart])


def positions_from(jumps: Jumps, first: int, stop: int, first_words: Array) -> Array:
    """Return the positions of words from the first of a document on; those of a document begin at 0."""
    steps = np.ones(stop - first, np.int64)
    low, high = stretch_of(jumps.at, first, stop)
    steps[jumps.at[low:high].astype(np.int64) - first] = jumps.by[low:high]
    positions = np.cumsum(steps)
    starts = first_words - first
    bases = np.where(starts > 0, positions[starts - 1], 0)
    lengths = np.diff(starts, append=stop - first)
    positions -= np.repeat(bases, lengths) + 1
    return positions


def stretch_of(numbers: Array, first: int, stop: int) -> tuple[int, int]:
    """Return where in sorted numbers those from `first` on begin and those from `stop` on.

    Not with NumPy, which would copy all of them where their type is another than that of the two.
    """
    if not numbers.size:
        return 0, 0
    view = numbers.data
    low = bisect_left(view, first)
    return low, bisect_left(view, stop, low)


class SpanReader:
    """The places of the words of one field of a segment."""

    def __init__(self, file: ArrayFile, field: str) -> None:
        def get(part: str) -> Array:
            return file.get(f"{field}/{part}")

        self._starts = get("word_starts").data
        self.codes = SpanCodes(get("span_codes"), get("apart_at"), get("apart_gaps"), get("apart_lengths"))
        self.jumps = Jumps(get("jumps_at"), get("jumps_by"))

    def stretch(self, documents: slice) -> tuple[SpanCodes, Jumps]:
        """Return what is stored of some documents; numbers of words count from the first of them."""
        first, stop = self._starts[documents.start], self._starts[: documents.stop + 1][-1]
        codes, jumps = self.codes, self.jumps
        apart, jumped = (slice(*stretch_of(at, first, stop)) for at in (codes.apart_at, jumps.at))
        return (
            SpanCodes(
                codes.codes[first:stop],
                codes.apart_at[apart].astype(np.int64) - first,
                codes.gaps[apart],
                codes.lengths[apart],
            ),
            Jumps(jumps.at[jumped].astype(np.int64) - first, jumps.by[jumped]),
        )

    def read(self, documents: Sequence[int]) -> Spans:
        """Return the words of one or more documents."""
        stretches = [(self._starts[document], self._starts[document + 1]) for document in documents]
        codes = np.concatenate([self.codes.codes[first:stop] for first, stop in stretches])
        counts = np.array([stop - first for first, stop in stretches])
        firsts = counts.cumsum() - counts
        gaps, lengths = _GAPS.take(codes), _LENGTHS.take(codes)
        for (first, stop), base in zip(stretches, firsts.tolist(), strict=True):
            low, high = stretch_of(self.codes.apart_at, first, stop)
            if low < high:
                at = self.codes.apart_at[low:high].astype(np.int64) + (base - first)
                gaps[at], lengths[at] = self.codes.gaps[low:high], self.codes.lengths[low:high]
        ends = np.zeros(codes.size + 1, np.int64)
        np.cumsum(gaps + lengths, out=ends[1:])
        ends = ends[1:] - ends.take(firsts).repeat(counts)
        positions = np.concatenate([self._positions(first, stop) for first, stop in stretches])
        return Spans(positions, ends - lengths, ends, counts)

    def _positions(self, first: int, stop: int) -> Array:
        low, high = stretch_of(self.jumps.at, first, stop)
        if low == high:
            return np.arange(stop - first)
        return positions_from(self.jumps, first, stop, np.array([first], np.int64))
