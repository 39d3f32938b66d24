"""A run: consecutive documents collected in memory, to be written as a segment.

Words are kept as numbers, one number space for all fields, in flat arrays. Documents come in batches, and
blocks of stored records end where a batch ends; so the blocks are the same however runs are cut, as long as
they are cut between batches.
"""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise
from typing import cast

import numpy as np

from index.arrays.array_file import Array
from index.arrays.column_data import Names, numbered
from index.arrays.documents import Document, Terms
from index.arrays.inversion import invert
from index.arrays.layout import Column, Field, Layout
from index.arrays.lengths import Placed
from index.arrays.postings import Stretch
from index.arrays.records import Compressor, StoredBlocks
from index.arrays.spans import Jumps, SpanCodes, encode_spans, positions_from

# Bytes that a run takes for each word of a document, its share of what the inversion needs included, for
# each word that it had not met before, and for each document.
_WORD_BYTES = 12
_NEW_WORD_BYTES = 250
_DOCUMENT_BYTES = 1_000
_NO_WORDS = Terms(())


class _Vocabulary(dict[str, int]):
    """Terms with their numbers, in the order of their first appearance."""

    def __missing__(self, term: str) -> int:
        number = self[term] = len(self)
        return number

    def sorted(self) -> tuple[list[bytes], Array]:
        """Return the terms as UTF-8, in order, and the rank of each number."""
        keys = [term.encode() for term in self]
        order = sorted(range(len(keys)), key=keys.__getitem__)
        ranks = np.empty(len(keys), np.uint32)
        ranks[order] = np.arange(len(keys), dtype=np.uint32)
        return [keys[number] for number in order], ranks


class Run:
    """Documents of one index, collected; a source to write a segment from, once the last batch has ended."""

    def __init__(self, layout: Layout) -> None:
        self.documents = 0
        self._vocabulary = _Vocabulary()
        self._fields = {field.name: _FieldBuffer(field) for field in layout.fields}
        self._columns: dict[str, list[object]] = {column.name: [] for column in layout.columns}
        self._batch: list[bytes] = []
        self._blocks: list[StoredBlocks] = []
        self._compressor = Compressor()
        self._sorted: tuple[list[bytes], Array] | None = None

    def add(self, document: Document) -> None:
        """Add a document."""
        for name, buffer in self._fields.items():
            buffer.add(document.fields.get(name, _NO_WORDS), self._vocabulary)
        for name, values in self._columns.items():
            values.append(document.columns[name])
        self._batch.append(document.record.encode())
        self.documents += 1

    def end_batch(self) -> None:
        """Compress the records since the last batch, and code the places of their words."""
        for buffer in self._fields.values():
            buffer.end_batch()
        if self._batch:
            self._blocks.append(self._compressor.blocks(self._batch))
            self._batch = []

    @property
    def memory(self) -> int:
        """About how many bytes the run takes, and will take when it is written."""
        words = sum(len(buffer.numbers) for buffer in self._fields.values())
        stored = sum(blocks.data.size for blocks in self._blocks)
        counted = words * _WORD_BYTES + len(self._vocabulary) * _NEW_WORD_BYTES
        return counted + stored + self.documents * _DOCUMENT_BYTES

    def stretches(self, field: Field) -> Iterator[Stretch]:
        """Yield the postings of a field, all at once."""
        if self._sorted is None:
            self._sorted = self._vocabulary.sorted()
        keys, ranks = self._sorted
        buffer = self._fields[field.name]
        words = ranks[np.frombuffer(buffer.numbers, np.uint32)]
        lengths = np.frombuffer(buffer.lengths, np.uint32)
        inverted = invert(words, lengths, buffer.positions() if field.has_positions else None)
        yield Stretch([keys[rank] for rank in inverted.terms.tolist()], *inverted[1:])

    def placed(self, field: Field) -> Iterator[Placed]:
        """Yield what a field has of the documents, all at once."""
        buffer = self._fields[field.name]
        lengths = np.frombuffer(buffer.lengths, np.uint32)
        if not field.has_spans:
            yield Placed(lengths)
            return
        yield Placed(lengths, buffer.spans(), buffer.jumps())

    def numbers(self, column: Column) -> Iterator[Array]:
        """Yield the numbers of a column."""
        yield np.array(cast("list[int]", self._columns[column.name]), np.int32)

    def names(self, column: Column) -> Sequence[Names]:
        """Return the names of a column."""
        values = cast("list[str] | list[Sequence[str]]", self._columns[column.name])
        return [numbered(([value] if value else []) if isinstance(value, str) else value for value in values)]

    def keys(self, column: Column) -> Sequence[bytes]:
        """Return the keys of a column."""
        return cast("list[bytes]", self._columns[column.name])

    def blocks(self) -> Iterable[StoredBlocks]:
        """Return the stored records in compressed blocks."""
        return self._blocks


class _FieldBuffer:
    """The words of one field, document after document.

    Those of a batch are collected in lists: Python adds to a list three times as fast as to an array.
    """

    def __init__(self, field: Field) -> None:
        self._has_positions, self._has_spans = field.has_positions, field.has_spans
        self.numbers, self.lengths = array("I"), array("I")
        self._jumps_at, self._jumps_by = array("q"), array("q")
        self._spans: list[SpanCodes] = []
        self._batch: list[int] = []
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._settled = 0

    def add(self, terms: Terms, vocabulary: _Vocabulary) -> None:
        """Add the words of a document."""
        words = terms.terms
        self.lengths.append(len(words))
        if not words:
            return
        if self._has_positions and terms.positions != range(len(words)):
            self._add_jumps(terms.positions, len(self.numbers) + len(self._batch))
        self._batch += map(vocabulary.__getitem__, words)
        if self._has_spans:
            self._starts += terms.starts
            self._ends += terms.ends

    def _add_jumps(self, positions: Sequence[int], before: int) -> None:
        """Note where positions do not grow by one from word to word, as `positions_from` reads it."""
        for number, (one, other) in enumerate(pairwise(chain((-1,), positions)), before):
            if other - one != 1:
                self._jumps_at.append(number)
                self._jumps_by.append(other - one)

    def end_batch(self) -> None:
        """Pack the words since the last batch, and code their places."""
        if self._starts:
            starts, ends = np.array(self._starts, np.int64), np.array(self._ends, np.int64)
            lengths = np.array(self.lengths[self._settled :], np.int64)
            spans = encode_spans(starts, ends, first_words(lengths))
            self._spans.append(spans._replace(apart_at=spans.apart_at + len(self.numbers)))
        self.numbers.extend(array("I", self._batch))
        self._settled = len(self.lengths)
        self._batch, self._starts, self._ends = [], [], []

    def jumps(self) -> Jumps:
        """Return where positions do not grow by one."""
        return Jumps(np.array(self._jumps_at, np.int64), np.array(self._jumps_by, np.int64))

    def positions(self) -> Array:
        """Return the positions of all words."""
        lengths = np.frombuffer(self.lengths, np.uint32).astype(np.int64)
        return positions_from(self.jumps(), 0, len(self.numbers), first_words(lengths)).astype(np.uint32)

    def spans(self) -> SpanCodes:
        """Return the places of all words."""
        if not self._spans:
            nothing = np.empty(0, np.int64)
            return SpanCodes(nothing, nothing, nothing, nothing)
        return SpanCodes(*map(np.concatenate, zip(*self._spans, strict=True)))


def first_words(lengths: Array) -> Array:
    """Return the numbers of the words that begin a document, those without words left out."""
    starts = np.cumsum(lengths) - lengths
    return starts[lengths > 0]
