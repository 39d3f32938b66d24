"""Write what a field has of each document: its length, and the places of its words."""

from pathlib import Path
from typing import NamedTuple

import numpy as np

from index.arrays.array_file import Array, ArrayFileWriter, smallest
from index.arrays.fields import CODE_LENGTHS
from index.arrays.growth import GrowingArrays, ends_from_zero
from index.arrays.layout import Field
from index.arrays.spans import Jumps, SpanCodes

_CODE_MOST = 255


class Placed(NamedTuple):
    """What a field has of consecutive documents: lengths, and the codes and jumps of its words."""

    lengths: Array
    spans: SpanCodes | None = None
    jumps: Jumps | None = None


class LengthsWriter:
    """Collect what a field has of documents, then put it into a file."""

    def __init__(self, folder: Path, field: Field) -> None:
        self._field = field
        self._words = 0
        self._arrays = GrowingArrays(
            folder,
            lengths=np.uint32,
            span_codes=np.uint8,
            apart_at=np.uint64,
            apart_gaps=np.int32,
            apart_lengths=np.uint32,
            jumps_at=np.uint64,
            jumps_by=np.int32,
        )

    def add(self, placed: Placed) -> None:
        """Add the documents that follow; numbers of words count from the first of these documents."""
        arrays = self._arrays
        arrays["lengths"].append(placed.lengths)
        if placed.spans is not None:
            arrays["span_codes"].append(placed.spans.codes)
            arrays["apart_at"].append(placed.spans.apart_at.astype(np.uint64) + self._words)
            arrays["apart_gaps"].append(placed.spans.gaps)
            arrays["apart_lengths"].append(placed.spans.lengths)
        if placed.jumps is not None:
            arrays["jumps_at"].append(placed.jumps.at.astype(np.uint64) + self._words)
            arrays["jumps_by"].append(placed.jumps.by)
        self._words += int(placed.lengths.sum(dtype=np.int64))

    def write(self, file: ArrayFileWriter) -> None:
        """Put the arrays into a file, and let go of them."""
        name = self._field.name
        with self._arrays as arrays:
            lengths = arrays["lengths"].whole()
            file.put(f"{name}/lengths", lengths.astype(smallest(int(lengths.max(initial=0)))))
            file.put(f"{name}/length_codes", length_codes(lengths))
            if not self._field.has_spans:
                return
            file.put(f"{name}/word_starts", ends_from_zero(lengths))
            file.put_chunks(f"{name}/span_codes", np.uint8, arrays["span_codes"].chunks())
            for part in ("apart_at", "apart_gaps", "apart_lengths", "jumps_at", "jumps_by"):
                if arrays[part].size:
                    file.put(f"{name}/{part}", _small(arrays[part].whole()))


def _small(array: Array) -> Array:
    """Return numbers in the smallest type that holds them; those of which one is negative as they are."""
    return array if array.min() < 0 else array.astype(smallest(int(array.max())))


def length_codes(lengths: Array) -> Array:
    """Return the byte that Whoosh keeps of each length, as its length_to_byte does."""
    return np.minimum(np.searchsorted(CODE_LENGTHS, lengths), _CODE_MOST).astype(np.uint8)
