"""The postings of one field of a segment, as arrays most of which need no decoding.

The postings of all terms stand one after another, in the order of the terms, so that those of a prefix are
one stretch. Document numbers take two bytes where a segment is small enough for them, and of a narrow
layout in any: see index.arrays.turns. A frequency takes one byte; what does not fit stands apart with the
number of its posting. Where nearly all are 1, only the others are kept, and all of these stand apart.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from index.arrays.array_file import Array, ArrayFile
from index.arrays.layout import Field
from index.arrays.positions import PositionReader
from index.arrays.spans import SpanReader, Spans, stretch_of
from index.arrays.terms import TermTable
from index.arrays.turns import Turns

# In place of a frequency that stands apart.
LARGE = 0xFF
# What a length code means: the length that Whoosh scores by, by the formula that its own table was made with.
CODE_LENGTHS: Array = np.array([round((1.033**code - 1) * 27) for code in range(256)], np.uint32)


@dataclass(frozen=True, slots=True)
class FieldFiles:
    """The two files that hold a field: its postings, and what it has of each document."""

    postings: ArrayFile
    documents: ArrayFile


class FieldReader:
    """One field of a segment, its arrays views of the map, read-only. Threads may share it."""

    def __init__(self, field: Field, files: FieldFiles) -> None:
        self.name, self.has_positions, self.has_spans = field.name, field.has_positions, field.has_spans
        self._postings, self._documents = files.postings, files.documents
        self.terms = TermTable(files.postings, field.name)
        self._docs = self._get("docs")
        self._turns = Turns(self._get("highs"), self._get("turns_at"))
        self._freqs = self._get("freqs")
        if not self._freqs.size:
            self._freqs = np.broadcast_to(np.uint8(1), self._docs.shape)
        self._starts = self.starts.data

    @cached_property
    def starts(self) -> Array:
        """Where the postings of each term begin, and the end of the last: one more than there are terms."""
        return self._get("starts")

    @cached_property
    def position_starts(self) -> Array:
        """Where the positions of each term begin, and the end of the last."""
        return self._get("position_starts")

    @cached_property
    def position_reader(self) -> PositionReader:
        """Return what decodes positions, by their numbers: all stand one after another, as postings do."""
        return PositionReader(self._postings, self.name)

    @cached_property
    def lengths(self) -> Array:
        """The number of words of each document, as it was counted."""
        return self._documents.get(f"{self.name}/lengths")

    @cached_property
    def length_codes(self) -> Array:
        """The length of each document as the byte that Whoosh keeps of it; see CODE_LENGTHS."""
        return self._documents.get(f"{self.name}/length_codes")

    @cached_property
    def total_length(self) -> int:
        """The number of words of all documents, deleted ones too."""
        return int(self.lengths.sum(dtype=np.int64))

    @property
    def postings(self) -> int:
        """The number of postings of all terms."""
        return int(self._docs.size)

    def doc_frequency(self, term: int) -> int:
        """Return how many documents have a term, deleted ones too."""
        return int(self._starts[term + 1] - self._starts[term])

    def docs_of(self, term: int) -> Array:
        """Return the documents of a term, in order."""
        first = self._starts[term]
        docs: Array = self._docs[first : self._starts[term + 1]]
        return self._turns.united(term, docs, first) if self._turns.highs.size else docs

    def freqs_of(self, term: int) -> Array:
        """Return how often a term stands in each of its documents."""
        return self._freqs_in(self._starts[term], self._starts[term + 1])

    def docs_between(self, first: int, stop: int) -> Array:
        """Return the documents of several terms, one term after another."""
        docs: Array = self._docs[self._starts[first] : self._starts[stop]]
        if not self._turns.highs.size or first >= stop:
            return docs
        return self._turns.united_all(slice(first, stop), docs, self.starts[first : stop + 1])

    def freqs_between(self, first: int, stop: int) -> Array:
        """Return how often several terms stand in their documents, one term after another."""
        return self._freqs_in(self._starts[first], self._starts[stop])

    def positions_of(self, term: int) -> Array:
        """Return the positions of a term: those of its first document, then those of the next."""
        starts = self.position_starts
        return self.position_reader.between(int(starts[term]), int(starts[term + 1]))

    def positions_at(self, term: int, places: Array) -> Array:
        """Return single positions, by their place among those of a term and of the terms after it."""
        return self.position_reader.at(places + int(self.position_starts[term]))

    def positions_between(self, first: int, stop: int) -> Array:
        """Return the positions of several terms, one term after another."""
        starts = self.position_starts
        return self.position_reader.between(int(starts[first]), int(starts[stop]))

    @cached_property
    def span_reader(self) -> SpanReader:
        """Return what decodes the places of words."""
        return SpanReader(self._documents, self.name)

    def spans(self, documents: Sequence[int]) -> Spans:
        """Return the words of one or more documents: their positions and places in the text of the field."""
        return self.span_reader.read(documents)

    def verify_postings(self) -> None:
        """Read the terms and postings of this field alone; raises IndexDamagedError."""
        self._postings.verify(f"{self.name}/")

    def _freqs_in(self, start: int, stop: int) -> Array:
        freqs = self._freqs[start:stop]
        at = self._large_at
        first, last = stretch_of(at, start, stop)
        if first == last:
            return freqs
        whole = freqs.astype(np.uint32)
        whole[at[first:last].astype(np.int64) - start] = self._get("large")[first:last]
        return whole

    @cached_property
    def _large_at(self) -> Array:
        return self._get("large_at")

    def _get(self, name: str) -> Array:
        return self._postings.get(f"{self.name}/{name}")
