"""Positions of words: a byte of each, and where a field has far ones, some bits more of each.

The bytes stand one after another; so do the bits, as many to a byte as fit. How many there are is what takes
the least room in the field. A position that does not fit has all bits set and stands apart, with its number
among all of the field. So a few positions are read without decoding those before them.
"""

from collections.abc import Iterable, Iterator

import numpy as np

from index.arrays.array_file import Array, ArrayFile, ArrayFileWriter, smallest
from index.arrays.growth import GrowingArray

# How many bits there may be beside the byte: as many as divide one.
_BITS = (0, 1, 2, 4, 8)
_BYTE = 8
_BYTE_MOST = (1 << _BYTE) - 1
# Bytes that a position apart takes, about.
_APART_BYTES = 6


class PositionReader:
    """The positions of one field of a segment. Threads may share it."""

    def __init__(self, file: ArrayFile, field: str) -> None:
        def get(part: str) -> Array:
            return file.get(f"{field}/{part}")

        self._low, self._high = get("positions"), get("positions_high")
        self._apart_at, self._apart = get("positions_apart_at"), get("positions_apart")
        self._bits = int(file.meta.get(_name_of_bits(field), 0))
        # The positions whose bits share a byte, as a power of two.
        self._sharing = (_BYTE // self._bits).bit_length() - 1 if self._bits else 0

    def between(self, start: int, stop: int) -> Array:
        """Return consecutive positions, by their numbers in the field."""
        codes: Array = self._low[start:stop]
        if self._bits:
            first = start >> self._sharing
            packed = self._high[first : 1 + (stop - 1 >> self._sharing), np.newaxis]
            high = (packed >> _shifts(self._bits)).ravel()[start - (first << self._sharing) :]
            codes = self._united(codes, high[: codes.size])
        places = self._places_apart(codes)
        return self._completed(codes, places, places + start)

    def at(self, numbers: Array) -> Array:
        """Return the positions that have these numbers in the field."""
        codes: Array = self._low.take(numbers)
        if self._bits:
            lanes = (numbers & (1 << self._sharing) - 1).astype(np.uint8)
            high = self._high.take(numbers >> self._sharing) >> lanes * np.uint8(self._bits)
            codes = self._united(codes, high)
        places = self._places_apart(codes)
        return self._completed(codes, places, numbers.take(places))

    def _united(self, low: Array, high: Array) -> Array:
        codes: Array = (high & np.uint8((1 << self._bits) - 1)).astype(np.uint16)
        codes <<= _BYTE
        codes |= low
        return codes

    def _places_apart(self, codes: Array) -> Array:
        places: Array = (codes == _most_in(self._bits)).nonzero()[0]
        return places

    def _completed(self, codes: Array, places: Array, numbers: Array) -> Array:
        """Put in what stands apart: the codes at `places`, by their numbers in the field."""
        if not places.size:
            return codes
        whole = codes.astype(np.uint32)
        whole[places] = self._apart[self._apart_at.searchsorted(numbers.astype(self._apart_at.dtype))]
        return whole


class Reach:
    """How far the positions of a field reach, and so which bits make them the smallest."""

    def __init__(self) -> None:
        self.last = -1
        self._positions = 0
        self._beyond = dict.fromkeys(_BITS, 0)

    def add(self, positions: Array) -> None:
        """Look at positions."""
        self._positions += positions.size
        self.last = max(self.last, int(positions.max(initial=0))) if positions.size else self.last
        far = positions
        for bits in _BITS:
            far = far[far >= _most_in(bits)]
            self._beyond[bits] += far.size

    @property
    def bits(self) -> int:
        """How many bits beside the byte take the least room."""
        return min(_BITS, key=lambda bits: bits * self._positions + _BYTE * _APART_BYTES * self._beyond[bits])


def write_positions(file: ArrayFileWriter, field: str, positions: GrowingArray, reach: Reach) -> None:
    """Put the positions of a field into a file."""
    bits = reach.bits
    most = _most_in(bits)
    file.put_chunks(f"{field}/positions", np.uint8, _low(positions.chunks(), most))
    if bits:
        file.meta[_name_of_bits(field)] = bits
        file.put_chunks(f"{field}/positions_high", np.uint8, _high(positions.chunks(), bits))
    if reach.last >= most:
        at, values = zip(*_apart(positions.chunks(), most), strict=True)
        file.put(f"{field}/positions_apart_at", np.concatenate(at).astype(smallest(positions.size)))
        file.put(f"{field}/positions_apart", np.concatenate(values).astype(smallest(reach.last)))


def _low(chunks: Iterable[Array], most: int) -> Iterator[Array]:
    for chunk in chunks:
        yield (np.minimum(chunk, most) & _BYTE_MOST).astype(np.uint8)


def _high(chunks: Iterable[Array], bits: int) -> Iterator[Array]:
    for piece in _in_whole_bytes(chunks):
        codes = (np.minimum(piece, _most_in(bits)) >> _BYTE).astype(np.uint8)
        yield np.bitwise_or.reduce(codes.reshape(-1, _BYTE // bits) << _shifts(bits), axis=1)


def _in_whole_bytes(chunks: Iterable[Array]) -> Iterator[Array]:
    """Cut positions anew, so that those whose bits share a byte stay together; zeros fill up the last."""
    rest = np.empty(0, np.uint32)
    for chunk in chunks:
        joined = np.concatenate([rest, chunk])
        whole = joined.size - joined.size % _BYTE
        yield joined[:whole]
        rest = joined[whole:]
    yield np.concatenate([rest, np.zeros(-rest.size % _BYTE, np.uint32)])


def _apart(chunks: Iterable[Array], most: int) -> Iterator[tuple[Array, Array]]:
    first = 0
    for chunk in chunks:
        at = np.flatnonzero(chunk >= most)
        yield at + first, chunk[at]
        first += chunk.size


def _shifts(bits: int) -> Array:
    return np.arange(0, _BYTE, bits, dtype=np.uint8)


def _most_in(bits: int) -> int:
    """Return the code of what stands apart: all bits set."""
    return (1 << _BYTE + bits) - 1


def _name_of_bits(field: str) -> str:
    return f"{field}/position_bits"
