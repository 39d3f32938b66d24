"""Files opened for reading, packed with gzip or not: never a link, never more than a limit, damage named."""

import os
import stat
import zlib
from io import BufferedReader, FileIO, RawIOBase
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from corpus.errors import CorpusError
from corpus.suffixes import is_packed

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

# News text packs 3 to 10 times; a file that unpacks to far more has one purpose.
HIGHEST_RATIO = 200
# Below this size a ratio says nothing.
RATIO_FROM = 50_000_000

_MEGABYTE = 1_000_000
_BUFFER = 1 << 16
_MAGIC = b"\x1f\x8b\x08"
_GZIP = 16 + zlib.MAX_WBITS


class DamagedFileError(CorpusError):
    """Packed data that cannot be unpacked; what stands behind it may be whole."""


class BombError(CorpusError):
    """Packed data that unpacks to more than any text does."""


def open_document(path: Path) -> BufferedReader:
    """Open a regular file for reading, unpacked on the way where its name ends in `.gz`.

    Raises OSError where it cannot be opened, a link among them, and CorpusError for what is no regular file.
    Reading packed data raises DamagedFileError once for each damage and can then go on, and BombError.
    """
    file = FileIO(_descriptor(path))
    if is_packed(path.name):
        return BufferedReader(UnpackedFile(file), _BUFFER)
    return BufferedReader(file, _BUFFER)


def read_whole(path: Path, largest: int) -> bytes:
    """Return the content of a file.

    Raises what `open_document` raises, and CorpusError where there is more than `largest`.
    """
    with open_document(path) as file:
        data = file.read(largest + 1)
    if len(data) > largest:
        packed = ", unpacked" if is_packed(path.name) else ""
        raise CorpusError(f"the file is larger than {largest // _MEGABYTE} MB{packed}")
    return data


class UnpackedFile(RawIOBase):
    """The content of a gzip file of any number of members; behind a damaged one it goes on with the next."""

    def __init__(self, file: BinaryIO | FileIO) -> None:
        super().__init__()
        self._file = file
        self._waiting = b""
        self._member: zlib._Decompress | None = None
        self._sound, self._ended = True, False
        self._packed = self._unpacked = 0

    def readable(self) -> bool:
        """Return that this can be read."""
        return True

    def close(self) -> None:
        """Close the packed file, too."""
        self._file.close()
        super().close()

    def readinto(self, buffer: "WriteableBuffer", /) -> int:
        """Unpack into a buffer; raises DamagedFileError and BombError."""
        view = memoryview(buffer).cast("B")
        data = self._next(len(view))
        view[: len(data)] = data
        self._unpacked += len(data)
        if data and self._unpacked > max(RATIO_FROM, HIGHEST_RATIO * self._packed):
            self._ended = True
            raise BombError(
                f"the file unpacks to more than {HIGHEST_RATIO} times its size; the rest was left out"
            )
        return len(data)

    def _next(self, size: int) -> bytes:
        """Return what comes next, nothing at the end."""
        while not self._ended:
            member = self._member or self._find_member()
            data = self._unpack(member, size) if member else b""
            if data:
                return data
            if self._member and not self._fill():
                self._ended = True
                raise DamagedFileError("the packed file is cut off")
        return b""

    def _unpack(self, member: "zlib._Decompress", size: int) -> bytes:
        try:
            data = member.decompress(self._waiting, size)
        except zlib.error:
            self._member, self._waiting = None, self._waiting[1:]
            self._complain()
            return b""
        self._waiting = member.unused_data if member.eof else member.unconsumed_tail
        if member.eof:
            self._member, self._sound = None, True
        return data

    def _find_member(self) -> "zlib._Decompress | None":
        """Go to where the next member begins; before it there may only be NULs."""
        while (place := self._waiting.find(_MAGIC)) < 0:
            self._skip(max(0, len(self._waiting) - len(_MAGIC) + 1))
            if not self._fill():
                self._ended = True
                self._skip(len(self._waiting))
                return None
        self._skip(place)
        self._member = zlib.decompressobj(_GZIP)
        return self._member

    def _skip(self, length: int) -> None:
        skipped, self._waiting = self._waiting[:length], self._waiting[length:]
        if skipped.strip(b"\0"):
            self._complain()

    def _complain(self) -> None:
        """Tell of damage, once until there is sound data again."""
        if self._sound:
            self._sound = False
            raise DamagedFileError("the packed file is damaged")

    def _fill(self) -> bool:
        more = self._file.read(_BUFFER)
        self._packed += len(more or b"")
        self._waiting += more or b""
        return bool(more)


def _descriptor(path: Path) -> int:
    """Open a file as it was found: no link put in its place is followed, no pipe waited for."""
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise CorpusError("this is no regular file")
    return descriptor
