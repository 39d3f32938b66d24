"""Stored records in compressed blocks of neighbouring documents.

Zstandard at level 3, long records in blocks of 8 KB, short ones of 16 KB. Of 20,000 news articles (69 MB)
blocks of 8 KB leave 22.7 MB and of 16 KB 21.5 MB, but opening ten takes 0.10 ms or 0.15 ms, and each answer
opens as many. Of their quotes (49 MB) they leave 10.7 or 9.4 MB. Level 1 leaves 1 to 3 % more and is no
quicker to read; in blocks of 8 KB zlib took three times as long, and LZ4 half as much room again.
"""

import threading
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

import numpy as np
import zstandard

from index.arrays.array_file import Array, ArrayFile, ArrayFileWriter, smallest
from index.arrays.growth import GrowingArrays, ends_from_zero
from index.manifest import not_as_written

LEVEL = 3
# A block ends with the record that takes it to this many bytes, or where there are few, to half of that.
BLOCK_BYTES = 16_384
_FEW = 8


class StoredBlocks(NamedTuple):
    """Compressed blocks: their data on end, the bytes and records of each, and the bytes of each record."""

    data: Array
    lengths: Array
    counts: Array
    sizes: Array


class RecordReader:
    """The stored records of a segment. Threads may share it."""

    def __init__(self, path: Path) -> None:
        self._file = ArrayFile(path)
        self._data = self._file.get("data")
        self._firsts, self._sizes = self._file.get("firsts"), self._file.get("sizes")
        self._places = self._file.get("places").data
        self._local = threading.local()

    @property
    def file(self) -> ArrayFile:
        """The file, to verify it."""
        return self._file

    @property
    def blocks(self) -> int:
        """How many blocks there are."""
        return len(self._firsts) - 1

    @property
    def firsts(self) -> Array:
        """The first document of each block, and the number of documents."""
        return self._firsts

    def read(self, documents: Sequence[int]) -> list[str]:
        """Return the records of documents, each block decompressed once; raises IndexDamagedError."""
        firsts = self._firsts.data
        blocks = [bisect_right(firsts, document) - 1 for document in documents]
        opened = {block: self.texts(block) for block in set(blocks)}
        return [
            opened[block][document - firsts[block]].decode()
            for block, document in zip(blocks, documents, strict=True)
        ]

    def texts(self, block: int) -> list[bytes]:
        """Return the records of a block as UTF-8."""
        sizes = self.sizes(block).tolist()
        text = self._decompressed(block, sum(sizes))
        return [text[end - size : end] for size, end in zip(sizes, accumulate(sizes), strict=True)]

    def sizes(self, block: int) -> Array:
        """Return how many bytes each record of a block takes."""
        return self._sizes[int(self._firsts[block]) : int(self._firsts[block + 1])]

    def stored(self, first: int, stop: int) -> StoredBlocks:
        """Return several blocks as they are stored."""
        firsts = self._firsts[first : stop + 1].astype(np.int64)
        return StoredBlocks(
            self._data[self._places[first] : self._places[stop]],
            np.diff(self._file.get("places")[first : stop + 1]),
            np.diff(firsts),
            self._sizes[firsts[0] : firsts[-1]],
        )

    def _decompressed(self, block: int, size: int) -> bytes:
        if not hasattr(self._local, "reader"):
            # One for each thread: it keeps state.
            self._local.reader = zstandard.ZstdDecompressor()
        data = self._data[self._places[block] : self._places[block + 1]]
        try:
            text: bytes = self._local.reader.decompress(data, allow_extra_data=False)
        except (zstandard.ZstdError, MemoryError) as error:
            raise not_as_written(self._file.path) from error
        if len(text) != size:
            raise not_as_written(self._file.path)
        return text


class RecordWriter:
    """Write compressed blocks, in the order of the documents, to a file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._arrays = GrowingArrays(
            path.parent, data=np.uint8, lengths=np.uint32, counts=np.uint32, sizes=np.uint32
        )

    def add(self, blocks: StoredBlocks) -> None:
        """Add the blocks of the documents that follow."""
        for name, array in blocks._asdict().items():
            self._arrays[name].append(array)

    def write(self) -> None:
        """Write the file."""
        with self._arrays as arrays, ArrayFileWriter(self._path) as file:
            file.put_chunks("data", np.uint8, arrays["data"].chunks())
            file.put("places", ends_from_zero(arrays["lengths"].whole()))
            file.put("firsts", ends_from_zero(arrays["counts"].whole()))
            sizes = arrays["sizes"].whole()
            file.put("sizes", sizes.astype(smallest(int(sizes.max(initial=0)))))


class Compressor:
    """Cut records into blocks and compress them. It keeps state: each thread has its own."""

    def __init__(self) -> None:
        # A block has a checksum of its own: what is read again for an update must be as it was written.
        self._writer = zstandard.ZstdCompressor(level=LEVEL, write_checksum=True)

    def blocks(self, records: Iterable[bytes]) -> StoredBlocks:
        """Return blocks of these records, the last one as small as they leave it."""
        cuts = list(_cut(records))
        data = [self._writer.compress(b"".join(block)) for block in cuts]
        return StoredBlocks(
            np.frombuffer(b"".join(data), np.uint8),
            np.array([len(each) for each in data], np.uint32),
            np.array([len(block) for block in cuts], np.uint32),
            np.array([len(record) for block in cuts for record in block], np.uint32),
        )


def _cut(records: Iterable[bytes]) -> Iterator[list[bytes]]:
    block, size = list[bytes](), 0
    for record in records:
        block.append(record)
        size += len(record)
        if size >= (BLOCK_BYTES // 2 if len(block) < _FEW else BLOCK_BYTES):
            yield block
            block, size = [], 0
    if block:
        yield block
