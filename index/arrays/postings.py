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
# Where there are so many postings to each whose frequency is not 1, frequencies of 1 are not kept.
_ONES_LEAST = 10


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
        # Postings whose frequency is not 1.
        self._several = 0

    def add(self, stretch: Stretch) -> None:
        """Add the postings of the terms that follow."""
        arrays = self._arrays
        arrays["terms"].append(np.frombuffer(b"".join(stretch.keys), np.uint8))
        arrays["places"].append(np.fromiter(map(len, stretch.keys), np.uint32, len(stretch.keys)))
        arrays["counts"].append(stretch.counts)
        arrays["word_counts"].append(stretch.word_counts)
        self._several += int(np.count_nonzero(stretch.freqs > 1))
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
            for name, array in self._small_arrays().items():
                file.put(f"{field}/{name}", array)
            names = (
                ["terms", "docs"] if self._is_mostly_one else ["terms", "docs", "freqs", "large_at", "large"]
            )
            for name in names:
                if arrays[name].size:
                    file.put_chunks(f"{field}/{name}", arrays[name].dtype, arrays[name].chunks())
            if self._reach.last >= 0:
                write_positions(file, field, arrays["positions"], self._reach)

    @property
    def _is_mostly_one(self) -> bool:
        """Tell whether to keep no frequency but those that are not 1."""
        return self._several * _ONES_LEAST < self._arrays["freqs"].size and not self._arrays["large"].size

    def _small_arrays(self) -> dict[str, Array]:
        """Return what has an item a term, and a few a posting."""
        arrays = self._arrays
        small = {
            "places": ends_from_zero(arrays["places"].whole()),
            "starts": ends_from_zero(arrays["counts"].whole()),
        }
        # A field without positions, or without words, has no places of them.
        if self._reach.last >= 0:
            small["position_starts"] = ends_from_zero(arrays["word_counts"].whole())
        if arrays["highs"].size:
            highs, at = arrays["highs"].whole(), arrays["turns_at"].whole()
            small["highs"] = highs.astype(smallest(int(highs.max())))
            small["turns_at"] = at.astype(smallest(int(at.max(initial=0))))
        return small | (self._several_arrays() if self._is_mostly_one else {})

    def _several_arrays(self) -> dict[str, Array]:
        freqs = self._arrays["freqs"]
        if not self._several:
            return {}
        at, values, first = list[Array](), list[Array](), 0
        for chunk in freqs.chunks():
            several = np.flatnonzero(chunk > 1)
            at.append(several + first)
            values.append(chunk[several])
            first += chunk.size
        return {"large_at": np.concatenate(at).astype(smallest(freqs.size)), "large": np.concatenate(values)}
