"""The sorted terms of a field in two arrays, looked up without making a Python object of each."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise
from typing import overload

from index.arrays.array_file import ArrayFile

_LAST_BYTE = 0xFF
# So many terms at most guide to the others: to read more would make the first question of a large index wait.
_GUIDES_MOST = 2_048


class TermTable(Sequence[bytes]):
    """Terms as UTF-8, in the order of their bytes; a term's number is its ordinal. Threads may share it."""

    def __init__(self, file: ArrayFile, field: str) -> None:
        self._text = file.get(f"{field}/terms").data
        self._places = file.get(f"{field}/places").data
        self._count = max(0, len(self._places) - 1)
        self._step = self._count // _GUIDES_MOST + 1

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, place: int) -> bytes: ...

    @overload
    def __getitem__(self, place: slice) -> list[bytes]: ...

    def __getitem__(self, place: int | slice) -> bytes | list[bytes]:
        if isinstance(place, slice):
            return self.keys(*place.indices(self._count)[:2])
        return self.key(place)

    def key(self, ordinal: int) -> bytes:
        """Return a term by its number, from 0 on."""
        return self._text[self._places[ordinal] : self._places[ordinal + 1]].tobytes()

    def keys(self, start: int, stop: int) -> list[bytes]:
        """Return the terms of a stretch, read at once."""
        if start >= stop:
            return []
        places = self._places[start : stop + 1].tolist()
        text, first = self._text[places[0] : places[-1]].tobytes(), places[0]
        return [text[one - first : other - first] for one, other in pairwise(places)]

    def find(self, key: bytes) -> int:
        """Return the number of a term, or -1."""
        ordinal = self.lower(key)
        return ordinal if ordinal < self._count and self.key(ordinal) == key else -1

    def lower(self, key: bytes) -> int:
        """Return the number of the first term that is not before this one."""
        behind = bisect_left(self._guide, key) * self._step
        ordinals = range(max(0, behind - self._step), min(behind, self._count))
        return ordinals.start + bisect_left(ordinals, key, key=self.key)

    def prefix(self, key: bytes) -> range:
        """Return the numbers of the terms that begin so."""
        last = key.rstrip(bytes([_LAST_BYTE]))
        after = self.lower(last[:-1] + bytes([last[-1] + 1])) if last else self._count
        return range(self.lower(key), after)

    @cached_property
    def _guide(self) -> list[bytes]:
        """Terms a step apart: most of a bisection then goes through a list."""
        return list(map(self.key, range(0, self._count, self._step)))
