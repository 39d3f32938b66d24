"""Which of the documents that match pass the filters, and the counts of every facet: one pass over them.

The rules are those of search.facets: alternatives within a facet, all facets together, and a facet counted
over the documents that pass all filters but its own.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from functools import partial, reduce
from itertools import repeat
from operator import and_
from typing import NamedTuple

import numpy as np

from index.arrays.array_file import Array
from index.voices import NO_DAY
from search.arrays.columns import ArrayColumns, Names
from search.buckets import UNDATED_VALUE
from search.engine import VALUES_MOST, Filters
from search.facets import newest_first
from search.request import FACET_FIELDS, Unit
from search.results import Facets, FacetValue


class Selection(NamedTuple):
    """The numbers of the rows that pass every filter, None where all do, and the facets.

    `undated` counts those that pass all but the filters of dates, and those only for want of a date.
    """

    rows: Array | None
    facets: Facets
    undated: int


def select(
    docs: Array,
    columns: ArrayColumns,
    filters: Filters,
    by: Unit = "month",
    values_most: int | None = VALUES_MOST,
    facets: Collection[str] = tuple(FACET_FIELDS),
) -> Selection:
    """Filter documents, given in order, and count these of their facets: the dates by this unit."""
    gates = _Gates(docs, columns, filters)
    lists = {
        name: _most_frequent(
            names.counts(_those(docs, gates.passing(but=name))), names, gates.chosen[name], values_most
        )
        for name, names in columns.names.items()
        if name in facets
    }
    if "date" in facets:
        lists["date"] = _dates(_those(docs, gates.passing(but="date")), columns, filters.dates, by)
    return Selection(_rows(gates.passing()), Facets(**lists), gates.left_undated())


def selected(docs: Array, columns: ArrayColumns, filters: Filters) -> Array | None:
    """Return the numbers of the rows that pass every filter, None where all do."""
    return _rows(_Gates(docs, columns, filters).passing())


def _rows(passing: Array | None) -> Array | None:
    return None if passing is None else passing.nonzero()[0]


class _Gates:
    """What each filter lets through of some documents: an array of bools, or nothing where all pass."""

    def __init__(self, docs: Array, columns: ArrayColumns, filters: Filters) -> None:
        self._docs, self._columns, self._filters = docs, columns, filters
        self.chosen = {name: columns.called(name, _chosen(filters, name)) for name in columns.names}
        named = {
            name: names.have(_ordinals(names, self.chosen[name]), docs)
            for name, names in columns.names.items()
            if self.chosen[name]
        }
        self._named: dict[str, Array] = named
        self._dates = {"date": columns.days.within(filters.dates, docs)} if filters.dates else {}
        self._span = self._in_span()

    def passing(self, but: str = "") -> Array | None:
        """Tell which documents pass all filters but one; None where none is left."""
        passes = [passes for name, passes in (self._named | self._dates).items() if name != but]
        return _all([*passes, *self._span])

    def left_undated(self) -> int:
        """Return how many would pass, had they a date."""
        chosen = self._filters.dates
        if not self._span and (not chosen or UNDATED_VALUE in chosen):
            return 0
        undated = self._columns.days.days.take(self._docs) == NO_DAY
        return int(reduce(and_, self._named.values(), undated).sum())

    def _in_span(self) -> list[Array]:
        since, until = self._filters.since, self._filters.until
        if not (since or until):
            return []
        # Day numbers begin at 1, so an undated document, 0, is in no span.
        first, last = (since or date.min).toordinal(), (until or date.max).toordinal()
        days = self._columns.days.days.take(self._docs)
        return [(days >= first) & (days <= last)]


def _chosen(filters: Filters, facet: str) -> tuple[str, ...]:
    chosen: tuple[str, ...] = getattr(filters, FACET_FIELDS[facet])
    return chosen


def _ordinals(names: Names, chosen: Iterable[str]) -> list[int]:
    found = map(names.ordinal_of.get, chosen)
    return [ordinal for ordinal in found if ordinal is not None]


def _all(passes: Sequence[Array]) -> Array | None:
    return reduce(and_, passes) if passes else None


def _those(docs: Array, passing: Array | None) -> Array:
    return docs if passing is None else docs[passing]


def _most_frequent(
    counts: Array, names: Names, chosen: Mapping[str, tuple[str, ...]], most: int | None
) -> tuple[FacetValue, ...]:
    """List the most frequent names, and after them the chosen ones however rare."""
    if names.values and not names.values[0]:
        # The documents without a name.
        counts[0] = 0
    first = _largest(counts, most)
    values, times = names.listed(first), counts.take(first).tolist()
    if not chosen:
        return _facet_values(values, times)
    return _with_chosen(dict(zip(values, times, strict=True)), names, chosen, counts)


def _facet_values(values: Sequence[str], times: Sequence[int]) -> tuple[FacetValue, ...]:
    """Return values that are not chosen, made as tuples are: an answer has hundreds, mostly these."""
    return tuple(map(partial(tuple.__new__, FacetValue), zip(values, times, repeat(()), strict=False)))


def _with_chosen(
    found: Mapping[str, int], names: Names, chosen: Mapping[str, tuple[str, ...]], counts: Array
) -> tuple[FacetValue, ...]:
    ordinals = {name: names.ordinal_of.get(name) for name in chosen if name not in found}
    rare = {name: 0 if ordinal is None else int(counts[ordinal]) for name, ordinal in ordinals.items()}
    behind = sorted(rare.items(), key=lambda item: (-item[1], item[0]))
    return tuple(FacetValue(name, count, chosen.get(name, ())) for name, count in (*found.items(), *behind))


def _largest(counts: Array, most: int | None) -> Array:
    """Return the ordinals with the largest counts above 0, of equals the first in the alphabet."""
    present = _present(counts)
    # One number tells both: a larger count comes first, then a smaller ordinal.
    ranks = present - counts.take(present) * counts.size
    if most is not None and present.size > most:
        ranks = np.partition(ranks, most - 1)[:most] if most else ranks[:0]
    ranks.sort()
    # A rank below 0, taken by the number of ordinals, leaves the ordinal.
    ordinals: Array = ranks % max(1, counts.size)
    return ordinals


def _present(counts: Array) -> Array:
    """Return the ordinals of what occurs; of bools NumPy finds them four times as fast as of numbers."""
    return (counts > 0).nonzero()[0]


def _dates(docs: Array, columns: ArrayColumns, chosen: Sequence[str], by: Unit) -> tuple[FacetValue, ...]:
    """List the buckets of the unit and the chosen ones of any other, newest first, undated last."""
    buckets = columns.days.buckets(by)
    counts = np.bincount(buckets.numbers.take(docs), minlength=len(buckets.values))
    present = _present(counts)[::-1]
    values, times = [buckets.values[number] for number in present.tolist()], counts.take(present).tolist()
    if not chosen:
        return _facet_values(values, times)
    found = dict(zip(values, times, strict=True))
    found |= {value: int(columns.days.within([value], docs).sum()) for value in chosen}
    order = sorted(found, key=newest_first)
    return tuple(FacetValue(value, found[value], (value,) if value in chosen else ()) for value in order)
