"""Which documents of a segment are deleted: a small file beside the segment, which itself is never changed.

Its name holds a checksum of what it says. So one that was written never changes either, and a generation can
link the deletions that the one before had.
"""

from pathlib import Path

import numpy as np

from index.arrays.array_file import Array, ArrayFile, ArrayFileWriter
from index.manifest import SEGMENT_SUFFIX, not_as_written

# Documents that a byte tells of.
_BITS = 8


def write_deletions(folder: Path, segment: str, deleted: Array) -> str:
    """Write which documents are deleted, True for each that is; return the name of the file."""
    temporary = folder / f"{segment}.deleted.tmp"
    with ArrayFileWriter(temporary) as file:
        file.meta["documents"] = int(deleted.size)
        file.put("deleted", np.packbits(deleted, bitorder="little"))
    name = f"{segment}.{ArrayFile(temporary).digest():08x}.deleted{SEGMENT_SUFFIX}"
    temporary.replace(folder / name)
    return name


def read_deletions(path: Path, documents: int) -> Array:
    """Return which documents are deleted; raises IndexDamagedError where they are another number."""
    file = ArrayFile(path)
    # It is small, and a flipped bit would bring a deleted article back.
    file.verify()
    packed = file.get("deleted")
    if (file.meta.get("documents"), packed.size) != (documents, -(-documents // _BITS)):
        raise not_as_written(path)
    bits = np.unpackbits(packed, count=documents, bitorder="little")
    return bits.view(np.bool_)
