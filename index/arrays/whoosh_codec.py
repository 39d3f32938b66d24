"""Whoosh's own searcher over the arrays: a codec that reads them. It writes nothing; `article_arrays` does.

Whoosh finds words, phrases, prefixes and words a typo away in it, scores them as it does in an index of its
own, sorts by the columns and gives the stored fields. Fields that are columns alone, such as `day`, have no
terms in it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from whoosh.codec.base import Codec, PerDocumentReader, Segment, TermsReader
from whoosh.columns import ColumnReader
from whoosh.index import Index
from whoosh.reading import EmptyReader, MultiReader, TermInfo, TermNotFound
from whoosh.reading import SegmentReader as WhooshReader

from index.arrays.array_index import ArrayIndex
from index.arrays.columns import KeyColumn, NameColumn, NamesColumn, NumberColumn
from index.arrays.fields import CODE_LENGTHS, FieldReader
from index.arrays.segment import SegmentReader
from index.arrays.whoosh_matching import ArrayCursor, ArrayMatcher

# What Whoosh's schema calls the columns of the layout.
COLUMN_NAMES = {
    "source_value": "source",
    "speaker_values": "speaker",
    "day_value": "day",
    "kind_value": "kind",
    "key_value": "key",
}
RECORD = "record"
_SEPARATOR = b"\n"


@dataclass(frozen=True, slots=True)
class View:
    """How Whoosh sees an index of arrays: its schema, its names of the columns, and that of a stored key."""

    schema: Any
    columns: Mapping[str, str]
    stored_key: str | None = None


class ArrayWhooshIndex(Index):
    """An index of arrays, as Whoosh opens one to read."""

    def __init__(self, arrays: ArrayIndex, view: View) -> None:
        self._arrays, self._view = arrays, view
        self.schema = view.schema

    def is_empty(self) -> bool:
        """Tell whether there is no document."""
        return not self._arrays.documents

    def reader(self, reuse: Any = None) -> Any:  # noqa: ARG002  # Whoosh's signature
        """Return a reader of all segments."""
        codec = ArrayCodec(self._view)
        readers = [
            WhooshReader(None, self.schema, ArraySegment(segment, codec)) for segment in self._arrays.segments
        ]
        if not readers:
            return EmptyReader(self.schema)
        return readers[0] if len(readers) == 1 else MultiReader(readers)


class ArraySegment(Segment):
    """What Whoosh asks of a segment itself."""

    def __init__(self, segment: SegmentReader, codec: "ArrayCodec") -> None:
        super().__init__("MAIN")
        self.reader = segment
        self.segid = segment.name
        self._codec = codec

    def codec(self) -> "ArrayCodec":
        """Return what opens the segment."""
        return self._codec


class ArrayCodec(Codec):
    """Opens the parts of a segment for Whoosh's reader."""

    def __init__(self, view: View) -> None:
        self._view = view

    def terms_reader(self, storage: Any, segment: ArraySegment) -> "ArrayTerms":  # noqa: ARG002  # as above
        """Return what reads the terms."""
        return ArrayTerms(segment.reader)

    def per_document_reader(self, storage: Any, segment: ArraySegment) -> "ArrayDocuments":  # noqa: ARG002
        """Return what reads the lengths, columns and stored fields."""
        return ArrayDocuments(segment.reader, self._view)


class ArrayTerms(TermsReader):
    """The terms of a segment."""

    def __init__(self, segment: SegmentReader) -> None:
        self._segment = segment

    def __contains__(self, term: tuple[str, bytes]) -> bool:
        field = self._segment.fields.get(term[0])
        return field is not None and field.terms.find(term[1]) >= 0

    def indexed_field_names(self) -> list[str]:
        """Return the names of the fields that have terms."""
        return list(self._segment.fields)

    def cursor(self, fieldname: str, fieldobj: Any) -> ArrayCursor:
        """Return a place among the terms of a field."""
        return ArrayCursor(self._segment.fields.get(fieldname), fieldobj)

    def terms(self) -> Iterator[tuple[str, bytes]]:
        """Yield every term with its field."""
        return self.terms_from("", b"")

    def terms_from(self, fieldname: str, prefix: bytes) -> Iterator[tuple[str, bytes]]:
        """Yield the terms from one on, and those of the fields after its own."""
        for name in sorted(self._segment.fields):
            if name >= fieldname:
                terms = self._segment.fields[name].terms
                start = terms.lower(prefix) if name == fieldname else 0
                yield from ((name, terms.key(ordinal)) for ordinal in range(start, len(terms)))

    def items(self) -> Iterator[tuple[tuple[str, bytes], TermInfo]]:
        """Yield every term with what is known of it."""
        return self.items_from("", b"")

    def items_from(self, fieldname: str, prefix: bytes) -> Iterator[tuple[tuple[str, bytes], TermInfo]]:
        """Yield the terms from one on with what is known of each."""
        return ((term, self.term_info(*term)) for term in self.terms_from(fieldname, prefix))

    def term_info(self, fieldname: str, text: bytes) -> TermInfo:
        """Return what is known of a term; raises KeyError, as the next two do, which Whoosh expects."""
        field, ordinal = self._find(fieldname, text)
        docs, freqs = field.docs_of(ordinal), field.freqs_of(ordinal)
        lengths = CODE_LENGTHS[field.length_codes[docs]]
        return TermInfo(
            weight=float(freqs.sum(dtype=np.int64)),
            df=docs.size,
            minlength=int(lengths.min()),
            maxlength=int(lengths.max()),
            maxweight=float(freqs.max()),
            minid=int(docs[0]),
            maxid=int(docs[-1]),
        )

    def frequency(self, fieldname: str, text: bytes) -> float:
        """Return how often a term stands in all documents."""
        weight: float = self.term_info(fieldname, text).weight()
        return weight

    def doc_frequency(self, fieldname: str, text: bytes) -> int:
        """Return how many documents have a term, deleted ones too."""
        field, ordinal = self._find(fieldname, text)
        return field.doc_frequency(ordinal)

    def matcher(self, fieldname: str, text: bytes, format_: Any, scorer: Any = None) -> ArrayMatcher:
        """Return the documents of a term; raises TermNotFound."""
        try:
            return ArrayMatcher(*self._find(fieldname, text), format_, scorer)
        except KeyError:
            raise TermNotFound(f"No term {fieldname}:{text!r}") from None

    def _find(self, fieldname: str, text: bytes) -> tuple[FieldReader, int]:
        field = self._segment.fields.get(fieldname)
        ordinal = field.terms.find(text) if field else -1
        if field is None or ordinal < 0:
            raise KeyError(fieldname, text)
        return field, ordinal


class ArrayDocuments(PerDocumentReader):
    """What a segment has of each document."""

    def __init__(self, segment: SegmentReader, view: View) -> None:
        self._segment, self._view = segment, view
        self._kept_lengths: dict[str, list[int]] = {}

    def doc_count(self) -> int:
        """Return how many documents are not deleted."""
        return self._segment.documents - self._segment.deleted_count

    def doc_count_all(self) -> int:
        """Return how many documents there are."""
        return self._segment.documents

    def has_deletions(self) -> bool:
        """Tell whether any document is deleted."""
        return self._segment.deleted_count > 0

    def is_deleted(self, docnum: int) -> bool:
        """Tell whether a document is deleted."""
        return docnum in self._gone

    def deleted_docs(self) -> frozenset[int]:
        """Return the deleted documents."""
        return self._gone

    @cached_property
    def _gone(self) -> frozenset[int]:
        deleted = self._segment.deleted
        return frozenset() if deleted is None else frozenset(np.flatnonzero(deleted).tolist())

    def supports_columns(self) -> bool:
        """Tell that there are columns."""
        return True

    def has_column(self, fieldname: str) -> bool:
        """Tell whether a field of Whoosh's schema is a column here."""
        return fieldname in self._view.columns

    def list_columns(self) -> list[str]:
        """Return the fields of Whoosh's schema that are columns here."""
        return list(self._view.columns)

    def column_reader(self, fieldname: str, column: Any) -> "ArrayColumn":  # noqa: ARG002  # as above
        """Return the values of a column."""
        return ArrayColumn(self._segment, self._view.columns[fieldname])

    def doc_field_length(self, docnum: int, fieldname: str, default: int = 0) -> int:
        """Return the length of a field in a document, as Whoosh keeps it."""
        lengths = self._length(fieldname)
        return lengths[docnum] if lengths else default

    def field_length(self, fieldname: str) -> int:
        """Return the length of a field in all documents, as it was counted."""
        field = self._scored(fieldname)
        return field.total_length if field else 0

    def min_field_length(self, fieldname: str) -> int:
        """Return the smallest length of a field."""
        return min(self._length(fieldname), default=0)

    def max_field_length(self, fieldname: str) -> int:
        """Return the greatest length of a field."""
        return max(self._length(fieldname), default=0)

    def stored_fields(self, docnum: int) -> dict[str, str]:
        """Return the stored fields of a document."""
        stored = {RECORD: self._segment.record(docnum)}
        if self._view.stored_key:
            stored[self._view.stored_key] = self._segment.key().get(docnum).decode()
        return stored

    def _length(self, fieldname: str) -> list[int]:
        if fieldname not in self._kept_lengths:
            field = self._scored(fieldname)
            self._kept_lengths[fieldname] = CODE_LENGTHS[field.length_codes].tolist() if field else []
        return self._kept_lengths[fieldname]

    def _scored(self, fieldname: str) -> FieldReader | None:
        """Return a field if Whoosh keeps lengths of it."""
        return self._segment.fields.get(fieldname) if self._view.schema[fieldname].scorable else None


class ArrayColumn(ColumnReader):
    """The values of a column as Whoosh stores them: numbers, or bytes, of several names with line breaks."""

    def __init__(self, segment: SegmentReader, name: str) -> None:
        self._values = _values(segment, name)
        self._is_reversed = False
        super().__init__(None, 0, 0, segment.documents)

    def __getitem__(self, docnum: int) -> int | bytes:
        return self._values[docnum]

    def set_reverse(self) -> None:
        """Let the greatest come first; Whoosh asks it of numbers."""
        self._is_reversed = True

    def sort_key(self, docnum: int) -> int | bytes:
        """Return what a document is sorted by."""
        value = self[docnum]
        return -value if self._is_reversed and isinstance(value, int) else value


def _values(segment: SegmentReader, name: str) -> list[int] | list[bytes]:
    column = segment.column(name)
    documents = range(segment.documents)
    match column:
        case NumberColumn():
            numbers: list[int] = column.values.tolist()
            return numbers
        case NameColumn():
            return [column.values[ordinal].encode() for ordinal in column.ordinals.tolist()]
        case NamesColumn():
            return [_SEPARATOR.join(map(str.encode, column.of(document))) for document in documents]
        case KeyColumn():
            return [column.get(document) for document in documents]
