"""A file of flat little-endian arrays under names, read by mapping it into memory.

    header      magic, version, the place and size of the directory, its checksum, that of the header itself
    arrays      one after another, each at a multiple of 16 bytes
    directory   JSON: for each array its place, its type, how many items it has and its checksum (crc32)

The directory ends the file, so a file that was cut short is known by its size. What `open` costs does not
grow with the file: arrays are checked by `verify`, which reads them all. Nothing here is ever unpickled.
"""

import json
import mmap
import struct
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, NamedTuple, Self
from zlib import crc32

import numpy as np
import numpy.typing as npt

from index.manifest import not_as_written

Array = npt.NDArray[Any]

FORMAT_VERSION = 2
_MAGIC = b"SUARAarr"
_HEADER = struct.Struct("<8sIQQI")
_SEAL = struct.Struct("<I")
_BEGINNING = _HEADER.size + _SEAL.size
_ALIGNMENT = 16
_TYPES = frozenset(["|u1", "<u2", "<u4", "<u8", "<i4", "<i8"])


class _Entry(NamedTuple):
    """Where an array stands in its file: the first byte, the type, the number of items, the checksum."""

    place: int
    dtype: str
    items: int
    checksum: int


class ArrayFile:
    """A finished file, mapped. Threads may share it; the map goes with the last array that was taken."""

    def __init__(self, path: Path) -> None:
        """Open a file; raises IndexDamagedError where it is missing, cut short or not such a file."""
        self.path = path
        try:
            with path.open("rb") as file:
                self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            self._entries, self.meta = self._directory()
        except (OSError, ValueError, TypeError, KeyError, struct.error, RecursionError) as error:
            raise not_as_written(path) from error

    def get(self, name: str) -> Array:
        """Return an array, read-only and not copied; empty where the file has none of that name."""
        entry = self._entries.get(name)
        if entry is None:
            return np.empty(0, np.uint8)
        return np.frombuffer(self._map, entry.dtype, entry.items, entry.place)

    def verify(self, beginning: str = "") -> None:
        """Read every array whose name begins so; raises IndexDamagedError where one is not as written."""
        for name, entry in self._entries.items():
            if name.startswith(beginning) and crc32(self.get(name).data) != entry.checksum:
                raise not_as_written(self.path)

    def release(self) -> None:
        """Give back the memory that what was read of the file takes; it is mapped again when it is needed."""
        if hasattr(mmap, "MADV_DONTNEED"):
            self._map.madvise(mmap.MADV_DONTNEED)

    def digest(self) -> int:
        """Return a checksum of the directory, and so of all checksums in it."""
        return int(_HEADER.unpack_from(self._map)[4])

    def _directory(self) -> tuple[dict[str, _Entry], dict[str, Any]]:
        magic, version, place, size, checksum = _HEADER.unpack_from(self._map)
        (seal,) = _SEAL.unpack_from(self._map, _HEADER.size)
        text = self._map[place:]
        if (magic, version, size) != (_MAGIC, FORMAT_VERSION, len(text)):
            raise ValueError
        if (seal, checksum) != (crc32(self._map[: _HEADER.size]), crc32(text)):
            raise ValueError
        record = json.loads(text)
        entries = {name: _Entry(*entry) for name, entry in record["arrays"].items()}
        if any(not _is_sound(entry, place) for entry in entries.values()):
            raise ValueError
        return entries, record["meta"]


class ArrayFileWriter:
    """Write a file of arrays; it is whole only when the block has ended well."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.meta: dict[str, Any] = {}
        self._file: BinaryIO
        self._entries: dict[str, _Entry] = {}

    def __enter__(self) -> Self:
        self._file = self.path.open("wb")
        self._file.write(bytes(_BEGINNING))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._file:
            if kind is None:
                self._finish()

    def put(self, name: str, array: Array) -> None:
        """Write an array."""
        self.put_chunks(name, array.dtype, [array])

    def put_chunks(self, name: str, dtype: npt.DTypeLike, chunks: Iterable[Array]) -> None:
        """Write an array that comes in pieces, each of which is given this type."""
        little = np.dtype(dtype).newbyteorder("<")
        place = self._align()
        items = checksum = 0
        for chunk in chunks:
            plain = np.ascontiguousarray(chunk, little).view(np.uint8).data
            self._file.write(plain)
            checksum = crc32(plain, checksum)
            items += len(plain) // little.itemsize
        self._entries[name] = _Entry(place, little.str, items, checksum)

    def _align(self) -> int:
        place = self._file.tell()
        self._file.write(bytes(-place % _ALIGNMENT))
        return place + -place % _ALIGNMENT

    def _finish(self) -> None:
        directory = {"arrays": self._entries, "meta": self.meta}
        text = json.dumps(directory, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
        place = self._file.tell()
        self._file.write(text)
        header = _HEADER.pack(_MAGIC, FORMAT_VERSION, place, len(text), crc32(text))
        self._file.seek(0)
        self._file.write(header + _SEAL.pack(crc32(header)))


def smallest(most: int) -> npt.DTypeLike:
    """Return the smallest unsigned type that holds a number."""
    return np.min_scalar_type(max(0, most))


def _is_sound(entry: _Entry, end: int) -> bool:
    if entry.dtype not in _TYPES or min(entry.place, entry.items) < 0:
        return False
    return entry.place + entry.items * np.dtype(entry.dtype).itemsize <= end
