"""The first of many documents by several keys, without sorting them all."""

from collections.abc import Callable, Sequence

import numpy as np

from index.arrays.array_file import Array

# Returns what some rows are ordered by, the least first.
Key = Callable[[Array], Array]
# So few rows are sorted rather than parted.
_FEW = 64


def leading(rows: Array, keys: Sequence[Key], count: int) -> Array:
    """Return the first rows by the keys, in order; where one ties, the next decides."""
    return _sorted(_parted(rows, keys, count), keys)[:count]


def least(values: Array, count: int) -> Array:
    """Return in order the rows of so many of the least values, and of all that equal the largest of these."""
    if count >= values.size:
        return np.arange(values.size)
    last = max(count, 1) - 1
    rows: Array = (values <= np.partition(values, last)[last]).nonzero()[0]
    return rows


def _parted(rows: Array, keys: Sequence[Key], count: int) -> Array:
    """Return the first rows in no order, and perhaps a few more."""
    if rows.size <= max(count, _FEW) or len(keys) == 1:
        return rows
    values = keys[0](rows)
    last = np.partition(values, count - 1)[count - 1] if count else values.min()
    before, level = rows[values < last], rows[values == last]
    return np.concatenate([before, _parted(level, keys[1:], count - before.size)])


def _sorted(rows: Array, keys: Sequence[Key]) -> Array:
    return rows.take(np.lexsort([key(rows) for key in reversed(keys)]))
