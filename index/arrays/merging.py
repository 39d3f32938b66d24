"""Segments become one, without their deleted documents.

Terms are merged in stretches of the alphabet, so that the memory it takes does not grow with the segments.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from index.arrays.array_file import Array
from index.arrays.column_data import Names
from index.arrays.columns import NamesColumn
from index.arrays.fields import FieldReader
from index.arrays.growth import sums
from index.arrays.layout import Column, Field
from index.arrays.lengths import Placed
from index.arrays.postings import Stretch
from index.arrays.records import Compressor, StoredBlocks
from index.arrays.segment import SegmentReader
from index.arrays.spans import Jumps, SpanCodes

# Postings of a stretch of terms, about.
STRETCH_POSTINGS = 1_000_000
# Documents whose words are looked through at once.
_DOCUMENTS_AT_ONCE = 20_000
# Blocks of stored records that are copied at once.
_BLOCKS_AT_ONCE = 1_000


class Survivors:
    """A segment to merge: which of its documents stay, and what number each has then."""

    def __init__(self, segment: SegmentReader, base: int) -> None:
        self.segment, self.base = segment, base
        self.kept = None if segment.deleted is None else ~segment.deleted
        self.documents = segment.documents - segment.deleted_count

    def renumbered(self, documents: Array) -> Array:
        """Return the numbers that documents get, none of which is deleted."""
        if self.kept is None:
            return documents.astype(np.uint32) + np.uint32(self.base)
        return self._numbers[documents]

    @cached_property
    def _numbers(self) -> Array:
        return (np.cumsum(np.asarray(self.kept)) - 1 + self.base).astype(np.uint32)

    def of_documents(self, values: Array) -> Array:
        """Leave out what belongs to deleted documents."""
        return values if self.kept is None else values[self.kept]

    def of_parts(self, values: Array, counts: Array) -> Array:
        """Leave out what belongs to deleted documents, of which each has so many values."""
        return values if self.kept is None else values[np.repeat(self.kept, counts)]


class Merged:
    """Several segments as one source, in their order."""

    def __init__(self, segments: Sequence[SegmentReader]) -> None:
        self.documents = 0
        self._parts: list[Survivors] = []
        for segment in segments:
            self._parts.append(Survivors(segment, self.documents))
            self.documents += self._parts[-1].documents

    def stretches(self, field: Field) -> Iterator[Stretch]:
        """Yield the postings of a field, stretch by stretch of its terms."""
        readers = [part.segment.field(field.name) for part in self._parts]
        bounds = [[reader.terms.lower(key) for reader in readers] for key in _cuts(readers)]
        bounds = [[0] * len(readers), *bounds, [len(reader.terms) for reader in readers]]
        for first, last in pairwise(bounds):
            pieces = [
                _piece(part, reader, slice(start, stop))
                for part, reader, start, stop in zip(self._parts, readers, first, last, strict=True)
                if start < stop
            ]
            if pieces:
                yield _united(pieces)
            self._release()

    def placed(self, field: Field) -> Iterator[Placed]:
        """Yield what a field has of the documents, segment by segment."""
        for part in self._parts:
            yield from _placed(part, part.segment.field(field.name))
            part.segment.release()

    def numbers(self, column: Column) -> Iterator[Array]:
        """Yield the numbers of a column."""
        for part in self._parts:
            yield part.of_documents(part.segment.number(column.name).values)

    def names(self, column: Column) -> Sequence[Names]:
        """Return the names of a column."""
        return [_names(part, column.name) for part in self._parts]

    def keys(self, column: Column) -> Sequence[bytes]:
        """Return the keys of a column."""
        keys: list[bytes] = []
        for part in self._parts:
            reader = part.segment.key(column.name)
            if reader.values is None:
                keys += map(reader.get, part.of_documents(np.arange(part.segment.documents)).tolist())
            else:
                keys += part.of_documents(reader.values).tolist()
        return keys

    def blocks(self) -> Iterator[StoredBlocks]:
        """Yield the stored records: blocks as they are, save those with a deleted document."""
        for part in self._parts:
            for blocks in _blocks(part):
                yield blocks
                part.segment.release()

    def _release(self) -> None:
        for part in self._parts:
            part.segment.release()


class _Piece(NamedTuple):
    """Postings of one segment for some neighbouring terms, its deleted documents left out."""

    keys: Sequence[bytes]
    counts: Array
    word_counts: Array
    docs: Array
    freqs: Array
    positions: Array | None


def _cuts(readers: Sequence[FieldReader]) -> list[bytes]:
    """Return the terms to cut the alphabet at, so that each stretch has about as many postings."""
    total = sum(reader.postings for reader in readers)
    largest = max(readers, key=lambda reader: reader.postings)
    cuts = np.linspace(0, largest.postings, 1 + total // STRETCH_POSTINGS, endpoint=False)[1:]
    ordinals = np.unique(np.searchsorted(largest.starts, cuts)).tolist()
    return [largest.terms.key(ordinal) for ordinal in ordinals if ordinal < len(largest.terms)]


def _piece(part: Survivors, reader: FieldReader, terms: slice) -> _Piece:
    first, stop = terms.start, terms.stop
    counts = np.diff(reader.starts[first : stop + 1].astype(np.int64))
    docs, freqs = reader.docs_between(first, stop), reader.freqs_between(first, stop)
    positions = reader.positions_between(first, stop) if reader.has_positions else None
    if part.kept is not None:
        stays = part.kept[docs]
        if positions is not None:
            positions = positions[np.repeat(stays, freqs)]
        counts = sums(stays, counts)
        docs, freqs = docs[stays], freqs[stays]
    word_counts = sums(freqs, counts)
    return _Piece(
        reader.terms.keys(first, stop), counts, word_counts, part.renumbered(docs), freqs, positions
    )


def _united(pieces: Sequence[_Piece]) -> Stretch:
    """Merge the pieces of all segments; terms left without documents go."""
    keys = sorted(set().union(*(piece.keys for piece in pieces)))
    ranks = {key: rank for rank, key in enumerate(keys)}
    ordinals = [np.fromiter(map(ranks.__getitem__, piece.keys), np.int64) for piece in pieces]
    counts = _added(len(keys), ordinals, [piece.counts for piece in pieces])
    word_counts = _added(len(keys), ordinals, [piece.word_counts for piece in pieces])
    order = _Order(counts, ordinals, [piece.counts for piece in pieces])
    docs, freqs = order.of([piece.docs for piece in pieces]), order.of([piece.freqs for piece in pieces])
    positions = [piece.positions for piece in pieces if piece.positions is not None]
    ordered = None
    if positions:
        ordered = _Order(word_counts, ordinals, [piece.word_counts for piece in pieces]).of(positions)
    used = np.flatnonzero(counts)
    left = keys if used.size == len(keys) else [keys[rank] for rank in used.tolist()]
    return Stretch(left, counts[used], word_counts[used], docs, freqs, ordered)


def _added(terms: int, ordinals: Sequence[Array], counts: Sequence[Array]) -> Array:
    total = np.zeros(terms, np.int64)
    for each, numbers in zip(ordinals, counts, strict=True):
        total[each] += numbers
    return total


class _Order:
    """Where the values of each piece go, so that those of a term stand together, piece after piece."""

    def __init__(self, total: Array, ordinals: Sequence[Array], counts: Sequence[Array]) -> None:
        self._size = int(total.sum())
        free = np.cumsum(total) - total
        self._places = []
        for each, numbers in zip(ordinals, counts, strict=True):
            shifts = free[each] - (np.cumsum(numbers) - numbers)
            self._places.append(np.repeat(shifts, numbers) + np.arange(int(numbers.sum())))
            free[each] += numbers

    def of(self, values: Sequence[Array]) -> Array:
        """Return the values of all pieces in their order."""
        ordered = np.empty(self._size, np.result_type(*values))
        for places, each in zip(self._places, values, strict=True):
            ordered[places] = each
        return ordered


def _placed(part: Survivors, reader: FieldReader) -> Iterator[Placed]:
    if not reader.has_spans:
        yield Placed(part.of_documents(reader.lengths))
    elif part.kept is None:
        yield Placed(reader.lengths, reader.span_reader.codes, reader.span_reader.jumps)
    else:
        for start in range(0, part.segment.documents, _DOCUMENTS_AT_ONCE):
            documents = slice(start, start + _DOCUMENTS_AT_ONCE)
            yield _placed_in(reader, documents, part.kept[documents])


def _placed_in(reader: FieldReader, documents: slice, kept: Array) -> Placed:
    """Return what a field has of those documents of a stretch that are kept."""
    lengths, (spans, jumps) = reader.lengths[documents], reader.span_reader.stretch(documents)
    words = np.repeat(kept, lengths)
    numbers = np.cumsum(words) - 1
    apart, jumped = words[spans.apart_at], words[jumps.at]
    return Placed(
        lengths[kept],
        SpanCodes(
            spans.codes[words], numbers[spans.apart_at[apart]], spans.gaps[apart], spans.lengths[apart]
        ),
        Jumps(numbers[jumps.at[jumped]], jumps.by[jumped]),
    )


def _names(part: Survivors, name: str) -> Names:
    column = part.segment.column(name)
    if isinstance(column, NamesColumn):
        counts = np.diff(column.starts.astype(np.int64))
        return Names(part.of_documents(counts), part.of_parts(column.ordinals, counts), column.values)
    ordinals = part.of_documents(part.segment.name_column(name).ordinals)
    values = part.segment.name_column(name).values
    return Names((ordinals > 0).astype(np.int64), ordinals[ordinals > 0], values)


def _blocks(part: Survivors) -> Iterator[StoredBlocks]:
    reader, compressor = part.segment.record_reader, Compressor()
    for start, stop, is_whole in _block_runs(part):
        if is_whole:
            yield reader.stored(start, stop)
        else:
            texts = zip(reader.texts(start), _kept_in(part, start), strict=True)
            yield compressor.blocks([text for text, stays in texts if stays])


def _block_runs(part: Survivors) -> Iterator[tuple[int, int, bool]]:
    """Yield runs of blocks without a deleted document, and each block with one."""
    reader = part.segment.record_reader
    touched: Iterable[int] = ()
    if part.segment.deleted is not None:
        gone = np.flatnonzero(part.segment.deleted)
        touched = np.unique(np.searchsorted(reader.firsts, gone, side="right") - 1).tolist()
    start = 0
    for block in (*touched, reader.blocks):
        for first in range(start, block, _BLOCKS_AT_ONCE):
            yield first, min(block, first + _BLOCKS_AT_ONCE), True
        if block < reader.blocks:
            yield block, block + 1, False
        start = block + 1


def _kept_in(part: Survivors, block: int) -> list[bool]:
    first, stop = part.segment.record_reader.firsts[block : block + 2].tolist()
    kept: Array = ~part.segment.deleted[first:stop]  # type: ignore[index]  # asked only where some are deleted
    return [bool(each) for each in kept.tolist()]
