"""Values of each document, by document number: what facets, filters and orders read.

Names are ordinals into a dictionary, sorted by their UTF-8, so that a facet is a count over ordinals.
"""

from functools import cached_property
from itertools import pairwise

import numpy as np

from index.arrays.array_file import Array, ArrayFile


class _Reader:
    """A column in a segment's file of documents."""

    def __init__(self, file: ArrayFile, name: str) -> None:
        self._file, self._name = file, name

    def _get(self, part: str) -> Array:
        return self._file.get(f"={self._name}/{part}")

    def _texts(self) -> tuple[str, ...]:
        text, places = self._get("text").tobytes(), self._get("places").tolist()
        return tuple(text[one:other].decode() for one, other in pairwise(places))


class NumberColumn(_Reader):
    """One whole number a document."""

    @cached_property
    def values(self) -> Array:
        """The numbers, int32."""
        return self._get("values")


class NameColumn(_Reader):
    """One name a document, or none."""

    @cached_property
    def ordinals(self) -> Array:
        """The ordinal of each document's name; 0 where it has none."""
        return self._get("ordinals")

    @cached_property
    def values(self) -> tuple[str, ...]:
        """The names by ordinal; the first is empty and stands for none."""
        return self._texts()


class NamesColumn(_Reader):
    """Any number of names a document, in their order."""

    @cached_property
    def starts(self) -> Array:
        """Where the ordinals of each document begin, and the end of the last."""
        return self._get("starts")

    @cached_property
    def ordinals(self) -> Array:
        """The ordinals of all documents, document after document."""
        return self._get("ordinals")

    @cached_property
    def documents(self) -> Array:
        """The document of each of the ordinals."""
        counts = np.diff(self.starts)
        return np.repeat(np.arange(counts.size, dtype=np.uint32), counts)

    @cached_property
    def values(self) -> tuple[str, ...]:
        """The names by ordinal."""
        return self._texts()

    def of(self, document: int) -> tuple[str, ...]:
        """Return the names of a document."""
        start, stop = self.starts[document : document + 2].tolist()
        return tuple(self.values[ordinal] for ordinal in self.ordinals[start:stop].tolist())


class KeyColumn(_Reader):
    """A key of bytes a document, which orders what ties."""

    @cached_property
    def width(self) -> int:
        """How long every key is, or 0 where they differ."""
        widths = self._get("width")
        return int(widths[0]) if widths.size else 0

    @cached_property
    def values(self) -> Array | None:
        """The keys as an array of byte strings, where all are as long."""
        return self._get("text").view(f"S{self.width}") if self.width else None

    @cached_property
    def _places(self) -> memoryview:
        return self._get("places").data

    def get(self, document: int) -> bytes:
        """Return the key of a document."""
        if self.width:
            start, stop = document * self.width, (document + 1) * self.width
        else:
            start, stop = self._places[document], self._places[document + 1]
        return self._get("text")[start:stop].tobytes()


ColumnReader = NumberColumn | NameColumn | NamesColumn | KeyColumn
READERS: dict[str, type[ColumnReader]] = {
    "number": NumberColumn,
    "name": NameColumn,
    "names": NamesColumn,
    "key": KeyColumn,
}
