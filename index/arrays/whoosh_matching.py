"""The postings of a term, and the terms of a field, as Whoosh walks them."""

from bisect import bisect_left
from functools import cached_property
from itertools import accumulate
from typing import Any

import numpy as np
from whoosh.codec.base import FieldCursor
from whoosh.formats import Existence, Positions
from whoosh.matching import LeafMatcher, ReadTooFar
from whoosh.system import pack_uint

from index.arrays.array_file import Array
from index.arrays.fields import CODE_LENGTHS, FieldReader

# Whoosh's AndNotMatcher asks for the document of a matcher that has none left.
_BEYOND_ALL = 1 << 62


class ArrayMatcher(LeafMatcher):
    """The documents of one term of one segment, deleted ones too; the whole list counts as one block."""

    def __init__(self, field: FieldReader, ordinal: int, posting_format: Any, scorer: Any) -> None:
        self._field, self._ordinal = field, ordinal
        self.format, self.scorer = posting_format, scorer
        self._term = (field.name, field.terms.key(ordinal))
        self._docs: list[int] = field.docs_of(ordinal).tolist()
        self._at = 0

    def is_active(self) -> bool:
        """Tell whether a document is left."""
        return self._at < len(self._docs)

    def reset(self) -> None:
        """Go back to the first document."""
        self._at = 0

    def copy(self) -> "ArrayMatcher":
        """Return another matcher at the same document."""
        other = ArrayMatcher(self._field, self._ordinal, self.format, self.scorer)
        other._at = self._at
        return other

    def id(self) -> int:
        """Return the number of the current document."""
        return self._docs[self._at] if self.is_active() else _BEYOND_ALL

    def next(self) -> bool:
        """Go on to the next document; tell that another block begins."""
        self._check()
        self._at += 1
        return not self.is_active()

    def skip_to(self, id: int) -> None:  # noqa: A002  # Whoosh's name
        """Go on to the first document that is not before this one."""
        self._check()
        self._at = bisect_left(self._docs, id, self._at)

    def skip_to_quality(self, minquality: float) -> int:
        """Go beyond the block if none of it can score more; return how many blocks were passed."""
        if self.is_active() and self.block_quality() <= minquality:
            self._at = len(self._docs)
            return 1
        return 0

    def all_ids(self) -> Any:
        """Yield the documents that are left."""
        return iter(self._docs[self._at :])

    def all_items(self) -> Any:
        """Yield the documents that are left with what Whoosh stores of each."""
        while self.is_active():
            yield self.id(), self.value()
            self.next()

    def weight(self) -> float:
        """Return how often the term stands in the current document."""
        return self._freqs[self._at]

    def value(self) -> bytes:
        """Return what Whoosh stores of the current document."""
        if isinstance(self.format, Positions):
            encoded: bytes = self.format.encode(self._positions())
            return encoded
        return b"" if isinstance(self.format, Existence) else pack_uint(int(self.weight()))

    def value_as(self, astype: str) -> Any:
        """Return the positions or the frequency in the current document."""
        if astype == "positions":
            return self._positions()
        return int(self.weight()) if astype == "frequency" else super().value_as(astype)

    def block_max_weight(self) -> float:
        """Return the highest frequency."""
        return max(self._freqs)

    def block_min_length(self) -> int:
        """Return the length of the shortest document, as Whoosh keeps it."""
        return int(CODE_LENGTHS[self._codes.min()])

    def block_max_length(self) -> int:
        """Return the length of the longest document, as Whoosh keeps it."""
        return int(CODE_LENGTHS[self._codes.max()])

    def _check(self) -> None:
        if not self.is_active():
            raise ReadTooFar

    @cached_property
    def _freqs(self) -> list[float]:
        freqs: list[float] = self._field.freqs_of(self._ordinal).astype(np.float64).tolist()
        return freqs

    @cached_property
    def _codes(self) -> Array:
        codes: Array = self._field.length_codes[self._field.docs_of(self._ordinal)]
        return codes

    @cached_property
    def _ends(self) -> list[int]:
        return list(accumulate(map(int, self._freqs)))

    def _positions(self) -> list[int]:
        end = self._ends[self._at]
        return self._all_positions[end - int(self.weight()) : end]

    @cached_property
    def _all_positions(self) -> list[int]:
        positions: list[int] = self._field.positions_of(self._ordinal).tolist()
        return positions


class ArrayCursor(FieldCursor):
    """A place among the terms of a field; `field` is None for one that is not in the arrays."""

    def __init__(self, field: FieldReader | None, whoosh_field: Any) -> None:
        self._terms = field.terms if field else ()
        self._field, self._whoosh_field = field, whoosh_field
        self._at = 0

    def is_valid(self) -> bool:
        """Tell whether a term is left."""
        return self._at < len(self._terms)

    def text(self) -> Any:
        """Return the current term, None at the end."""
        return self._whoosh_field.from_bytes(self._terms[self._at]) if self.is_valid() else None

    def first(self) -> Any:
        """Go to the first term and return it."""
        self._at = 0
        return self.text()

    def find(self, string: Any) -> Any:
        """Go to the first term that is not before this one, and return it."""
        key = string if isinstance(string, bytes) else self._whoosh_field.to_bytes(string)
        self._at = self._field.terms.lower(key) if self._field else 0
        return self.text()

    def next(self) -> Any:
        """Go to the next term and return it."""
        self._at += 1
        return self.text()
