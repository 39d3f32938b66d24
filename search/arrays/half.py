"""The articles or the quotes of a generation as a query reads them: fields, columns, and what matches."""

from collections.abc import Sequence
from functools import cached_property

import numpy as np

from index.arrays.array_file import Array
from index.arrays.array_index import ArrayIndex
from index.arrays.segment import SegmentReader
from index.voices import voice_in
from search.arrays.columns import ArrayColumns
from search.arrays.fields import WholeField
from search.arrays.matches import KeptMatches, Matches
from search.arrays.memory import KeptArrays
from search.arrays.operators import Operator
from search.arrays.typos import one_typo_apart
from search.naming import NameLeaf
from search.people import NOBODY, People

# Words whose typos are kept, of each field.
_TYPOS_KEPT_MOST = 256
# Documents of persons that are kept, in eight bytes each.
_SPOKEN_KEPT_MOST = 1 << 21


class ArrayHalf:
    """One of a generation's two indexes, open. Threads may share it: what it keeps never changes."""

    def __init__(self, whole: ArrayIndex, people: People = NOBODY) -> None:
        self.people = people
        self.whole = whole
        self.documents = whole.documents
        self.kept = KeptMatches()
        self._fields: dict[str, WholeField] = {}
        self._typos: dict[tuple[str, str], list[set[bytes]]] = {}
        self._spoken = KeptArrays(_SPOKEN_KEPT_MOST)

    def field(self, name: str) -> WholeField:
        """Return a field; raises KeyError."""
        field = self._fields.get(name)
        if field is None:
            field = self._fields.setdefault(name, WholeField(self.whole, name))
        return field

    def typos(self, field: str, word: str) -> list[set[bytes]]:
        """Return the terms of a field one typo away from a word, in each segment; they are kept."""
        found = self._typos.get((field, word))
        if found is None:
            if len(self._typos) >= _TYPOS_KEPT_MOST:
                self._typos.clear()
            parts = self.field(field).parts
            found = self._typos[field, word] = [one_typo_apart(part.reader.terms, word) for part in parts]
        return found

    def spoken(self, leaf: NameLeaf) -> Array:
        """Return, in order, the documents of the persons of several names of whom a leaf names one.

        Deleted ones are among them. They are kept.
        """
        found = self._spoken.get(leaf)
        if found is None:
            found = self.columns.said_by(self.people.named(leaf))
            self._spoken.keep(leaf, found)
        return found

    @cached_property
    def columns(self) -> ArrayColumns:
        """What facets and filters read."""
        return ArrayColumns.of(self.whole, self.people)

    @property
    def days(self) -> Array:
        """The day of each document."""
        return self.columns.days.days

    @cached_property
    def alive(self) -> Array | None:
        """Which documents are not deleted; None where none is."""
        if self.whole.alive == self.documents:
            return None
        alive = np.ones(self.documents, np.bool_)
        for base, segment in zip(self.whole.bases, self.whole.segments, strict=True):
            if segment.deleted is not None:
                alive[base : base + segment.documents] = ~segment.deleted
        return alive

    @cached_property
    def keys(self) -> Array:
        """The key of each document, which puts what ties in order."""
        keys = [_keys_of(segment) for segment in self.whole.segments]
        return keys[0] if len(keys) == 1 else np.concatenate([np.empty(0, "S1"), *keys])

    def matches(self, operator: Operator) -> Matches:
        """Return all that matches and is not deleted."""
        docs, scores = operator.all()
        if self.alive is None:
            return Matches(docs, scores)
        left = self.alive.take(docs)
        return Matches(docs[left], scores[left])

    def matching(self, operator: Operator) -> Array:
        """Return the documents that match and are not deleted, without scores."""
        return self.living(operator.documents())

    def living(self, docs: Array) -> Array:
        """Return those of some documents that are not deleted."""
        return docs if self.alive is None else docs[self.alive.take(docs)]

    def speakers(self, document: int) -> tuple[str, ...]:
        """Return the persons of a document in their order there."""
        segment, local = self.whole.locate(document)
        voices = map(voice_in, segment.names("speaker").of(local))
        return tuple(dict.fromkeys(map(self.people.person, voices)))

    def records(self, documents: Sequence[int]) -> list[str]:
        """Return the stored records of documents."""
        return self.whole.records(documents)


def _keys_of(segment: SegmentReader) -> Array:
    column = segment.key()
    if column.values is not None:
        return column.values
    return np.array([column.get(document) for document in range(segment.documents)], np.bytes_)
