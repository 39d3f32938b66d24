"""A run: consecutive documents collected in memory, to be written as a segment.

Words are kept as numbers, one number space for all fields, in flat arrays. Documents come in batches, and
blocks of stored records end where a batch ends; so the blocks are the same however runs are cut, as long as
they are cut between batches.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import cast

import numpy as np
import numpy.typing as npt

from index.arrays.array_file import Array
from index.arrays.batches import NO_TERM, Batch, Packed
from index.arrays.column_data import Names, numbered
from index.arrays.documents import Document
from index.arrays.inversion import invert
from index.arrays.layout import Column, Field, Layout
from index.arrays.lengths import Placed
from index.arrays.postings import Stretch
from index.arrays.records import Compressor, StoredBlocks
from index.arrays.spans import NO_SPANS, Jumps, SpanCodes, positions_from
from index.arrays.text_terms import Terms

# Bytes that a run takes for each word of a document, its share of what the inversion needs included, for
# each word that it had not met before, and for each document.
_WORD_BYTES = 12
_NEW_WORD_BYTES = 250
_DOCUMENT_BYTES = 1_000
_NO_WORDS = Terms(())


class _Vocabulary(dict[str | None, int]):
    """Terms with their numbers, in the order of their first appearance; and a number for none."""

    def __init__(self) -> None:
        super().__init__({None: NO_TERM})

    def __missing__(self, term: str | None) -> int:
        number = self[term] = len(self)
        return number

    def sorted(self) -> tuple[list[bytes], Array]:
        """Return the terms as UTF-8, in order, and the rank of each number."""
        keys = [(term or "").encode() for term in self]
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
        vocabulary, fields = self._vocabulary, document.fields
        for name, buffer in self._fields.items():
            buffer.batch.add(fields.get(name, _NO_WORDS), vocabulary)
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
        words = sum(buffer.words for buffer in self._fields.values())
        stored = sum(blocks.data.size for blocks in self._blocks)
        counted = words * _WORD_BYTES + len(self._vocabulary) * _NEW_WORD_BYTES
        return counted + stored + self.documents * _DOCUMENT_BYTES

    def stretches(self, field: Field) -> Iterator[Stretch]:
        """Yield the postings of a field, all at once."""
        if self._sorted is None:
            self._sorted = self._vocabulary.sorted()
        keys, ranks = self._sorted
        buffer = self._fields[field.name]
        positions = buffer.positions() if field.has_positions else None
        inverted = invert(ranks[buffer.numbers()], buffer.lengths(), positions)
        yield Stretch([keys[rank] for rank in inverted.terms.tolist()], *inverted[1:])

    def placed(self, field: Field) -> Iterator[Placed]:
        """Yield what a field has of the documents, all at once."""
        buffer = self._fields[field.name]
        if field.has_spans:
            yield Placed(buffer.lengths(), buffer.spans(), buffer.jumps())
        else:
            yield Placed(buffer.lengths())

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
    """The words of one field, document after document: those of the batch, and in arrays those before."""

    def __init__(self, field: Field) -> None:
        self._field = field
        self.words = 0
        self._packed: list[Packed] = []
        self.batch = Batch(field)

    def end_batch(self) -> None:
        """Pack the words since the last batch, and code their places."""
        packed = self.batch.packed()
        self.batch = Batch(self._field)
        self._packed.append(_counted_from(packed, self.words))
        self.words += packed.numbers.size

    def numbers(self) -> Array:
        """Return the numbers of the terms of all words."""
        return _joined([each.numbers for each in self._packed], np.uint32)

    def lengths(self) -> Array:
        """Return how many words each document has."""
        return _joined([each.lengths for each in self._packed], np.uint32)

    def jumps(self) -> Jumps:
        """Return where positions do not grow by one."""
        jumps = [each.jumps for each in self._packed if each.jumps]
        return Jumps(_joined([each.at for each in jumps]), _joined([each.by for each in jumps]))

    def positions(self) -> Array:
        """Return the positions of all words."""
        if not self._field.has_spans:
            return _joined([each.positions for each in self._packed if each.positions is not None], np.uint32)
        lengths = self.lengths().astype(np.int64)
        return positions_from(self.jumps(), 0, self.words, first_words(lengths)).astype(np.uint32)

    def spans(self) -> SpanCodes:
        """Return the places of all words."""
        spans = [each.spans for each in self._packed if each.spans]
        return SpanCodes(*map(_joined, zip(*spans, strict=True))) if spans else NO_SPANS


def _counted_from(packed: Packed, words: int) -> Packed:
    """Count words from the first of the run, after so many; and take as little memory as may be."""
    positions, jumps, spans = packed.positions, packed.jumps, packed.spans
    return Packed(
        packed.numbers,
        packed.lengths.astype(np.uint32),
        None if positions is None else positions.astype(np.uint32),
        jumps and jumps._replace(at=jumps.at + words),
        spans and spans._replace(apart_at=spans.apart_at + words),
    )


def _joined(parts: Sequence[Array], dtype: npt.DTypeLike | None = None) -> Array:
    return np.concatenate(parts, dtype=dtype) if parts else np.empty(0, dtype or np.int64)


def first_words(lengths: Array) -> Array:
    """Return the numbers of the words that begin a document, those without words left out."""
    starts = np.cumsum(lengths) - lengths
    return starts[lengths > 0]
