"""Write the postings of one field, stretch of terms by stretch of terms."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from index.arrays.array_file import Array, ArrayFileWriter, smallest
from index.arrays.fields import LARGE
from index.arrays.growth import GrowingArrays, ends_from_zero
from index.arrays.positions import Reach, write_positions
from index.arrays.turns import turns_of

# Documents that two bytes can number.
_SMALL = 1 << 16


class Stretch(NamedTuple):
    """Postings of neighbouring terms, as in Inverted, with the terms themselves as UTF-8."""

    keys: Sequence[bytes]
    counts: Array
    word_counts: Array
    docs: Array
    freqs: Array
    positions: Array | None


class PostingsWriter:
    """Collect the stretches of a field, then put its arrays into a file."""

    def __init__(self, folder: Path, documents: int, *, is_narrow: bool = False) -> None:
        is_small = documents <= _SMALL
        self._has_turns = is_narrow and not is_small
        self._arrays = GrowingArrays(
            folder,
            terms=np.uint8,
            places=np.uint32,
            counts=np.uint32,
            word_counts=np.uint64,
            docs=np.uint16 if is_small or is_narrow else np.uint32,
            highs=np.uint32,
            turns_at=np.uint64,
            freqs=np.uint8,
            large_at=np.uint64,
            large=np.uint32,
            positions=np.uint32,
        )
        self._reach = Reach()

    def add(self, stretch: Stretch) -> None:
        """Add the postings of the terms that follow."""
        arrays = self._arrays
        arrays["terms"].append(np.frombuffer(b"".join(stretch.keys), np.uint8))
        arrays["places"].append(np.fromiter(map(len, stretch.keys), np.uint32, len(stretch.keys)))
        arrays["counts"].append(stretch.counts)
        arrays["word_counts"].append(stretch.word_counts)
        large = np.flatnonzero(stretch.freqs >= LARGE)
        arrays["large_at"].append(large + arrays["freqs"].size)
        arrays["large"].append(stretch.freqs[large])
        if self._has_turns:
            turns = turns_of(stretch.docs, stretch.counts)
            arrays["highs"].append(turns.highs)
            arrays["turns_at"].append(turns.at + arrays["docs"].size)
        arrays["docs"].append(stretch.docs)
        arrays["freqs"].append(np.minimum(stretch.freqs, LARGE))
        if stretch.positions is not None:
            self._reach.add(stretch.positions)
            arrays["positions"].append(stretch.positions)

    def write(self, file: ArrayFileWriter, field: str) -> None:
        """Put the arrays of the field into a file, and let go of them."""
        with self._arrays as arrays:
            starts = {
                "places": ends_from_zero(arrays["places"].whole()),
                "starts": ends_from_zero(arrays["counts"].whole()),
                "position_starts": ends_from_zero(arrays["word_counts"].whole()),
            }
            if self._reach.last < 0:
                # A field without positions, or without words.
                del starts["position_starts"]
            if self._has_turns and arrays["highs"].size:
                highs, turns_at = arrays["highs"].whole(), arrays["turns_at"].whole()
                starts["highs"] = highs.astype(smallest(int(highs.max())))
                starts["turns_at"] = turns_at.astype(smallest(int(turns_at.max(initial=0))))
            for name, array in starts.items():
                file.put(f"{field}/{name}", array)
            types = {name: arrays[name].dtype for name in ("terms", "docs", "freqs", "large_at", "large")}
            for name, dtype in types.items():
                if arrays[name].size:
                    file.put_chunks(f"{field}/{name}", dtype, arrays[name].chunks())
            if self._reach.last >= 0:
                write_positions(file, field, arrays["positions"], self._reach)
