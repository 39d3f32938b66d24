"""Arrays that grow piece by piece, kept on the disk once they are large."""

import tempfile
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self, cast

import numpy as np
import numpy.typing as npt

from index.arrays.array_file import Array

# Bytes of one array that are kept in memory before they go to a file.
KEPT_BYTES = 1 << 24
_READ_ITEMS = 1 << 20


class GrowingArray:
    """An array to append to. What does not stay in memory lies in a nameless file in a folder."""

    def __init__(self, folder: Path, dtype: npt.DTypeLike) -> None:
        self._folder = folder
        self.dtype = np.dtype(dtype)
        self.size = 0
        self._parts: list[Array] = []
        self._kept = 0
        self._file: BinaryIO | None = None

    def append(self, array: Array) -> None:
        """Add items at the end."""
        part = np.ascontiguousarray(array, self.dtype)
        self._parts.append(part)
        self.size += part.size
        self._kept += part.nbytes
        if self._kept > KEPT_BYTES:
            self._spill()

    def chunks(self) -> Iterator[Array]:
        """Yield the items in order, in pieces."""
        return chain(self._spilled(), self._parts)

    def whole(self) -> Array:
        """Return all items in one array."""
        return np.concatenate([np.empty(0, self.dtype), *self.chunks()])

    def close(self) -> None:
        """Give back the memory and the disk."""
        self._parts.clear()
        if self._file:
            self._file.close()

    def _spill(self) -> None:
        if self._file is None:
            self._file = cast("BinaryIO", tempfile.TemporaryFile(dir=self._folder))  # noqa: SIM115  # closed by `close`
        for part in self._parts:
            self._file.write(part.view(np.uint8).data)
        self._parts, self._kept = [], 0

    def _spilled(self) -> Iterator[Array]:
        if self._file is None:
            return
        self._file.seek(0)
        while data := self._file.read(_READ_ITEMS * self.dtype.itemsize):
            yield np.frombuffer(data, self.dtype)


class GrowingArrays:
    """Several growing arrays under names, closed together."""

    def __init__(self, folder: Path, **dtypes: npt.DTypeLike) -> None:
        self._arrays = {name: GrowingArray(folder, dtype) for name, dtype in dtypes.items()}

    def __getitem__(self, name: str) -> GrowingArray:
        return self._arrays[name]

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for array in self._arrays.values():
            array.close()


def ends_from_zero(counts: Array) -> Array:
    """Return where each of so many items begins, and the end of the last, in four bytes or in eight."""
    ends = np.zeros(len(counts) + 1, np.uint64)
    np.cumsum(counts, out=ends[1:])
    return ends.astype(np.uint32) if ends[-1] <= np.iinfo(np.uint32).max else ends


def sums(values: Array, counts: Array) -> Array:
    """Return the sums of consecutive values, so many of them each."""
    totals = np.concatenate([[0], np.cumsum(values, dtype=np.int64)])
    ends = np.cumsum(counts)
    added: Array = totals[ends] - totals[ends - counts]
    return added
