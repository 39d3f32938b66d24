"""Arrays that were made once and are kept for the next query, within a bound."""

from collections.abc import Hashable

from index.arrays.array_file import Array

# What an entry takes besides its array, in items of eight bytes.
_ENTRY_ITEMS = 64


class KeptArrays:
    """Arrays by key, all of which are forgotten before they have too many items. Threads may share it."""

    def __init__(self, items_most: int) -> None:
        self._most = items_most
        self._items = 0
        self._arrays: dict[Hashable, Array] = {}

    def get(self, key: Hashable) -> Array | None:
        """Return what is kept, if it is."""
        return self._arrays.get(key)

    def keep(self, key: Hashable, array: Array) -> None:
        """Keep an array, unless it alone is too much."""
        items = array.size + _ENTRY_ITEMS
        if items > self._most:
            return
        if self._items + items > self._most:
            self._arrays.clear()
            self._items = 0
        self._arrays[key] = array
        self._items += items
