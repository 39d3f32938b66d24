"""Which documents of a stock index pass the filters, and the counts of every facet."""

import heapq
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain

from index.voices import NO_DAY
from search.buckets import UNDATED_VALUE
from search.engine import VALUES_MOST, Filters
from search.facets import newest_first
from search.request import Unit
from search.results import Facets, FacetValue
from stock.whoosh_columns import Columns


@dataclass(frozen=True, slots=True)
class Selection:
    """The documents that pass every filter, in the order they came, and the facets over them.

    `undated` counts those that pass all but the filters of dates, and those only for want of a date.
    """

    documents: list[int]
    facets: Facets
    undated: int


def select(
    documents: Iterable[int],
    columns: Columns,
    filters: Filters,
    by: Unit = "month",
    values_most: int | None = VALUES_MOST,
) -> Selection:
    """Filter documents and count their facets: the dates by this unit, of the others this many values."""
    found = list(documents)
    gate = _Gate(columns, filters)
    of_any_kind = gate.in_span(found)
    spanned = gate.by_kind(of_any_kind)
    dated = gate.by_date(spanned)
    named = gate.by_speaker(gate.by_source(spanned))
    others = (
        gate.by_date(gate.by_speaker(gate.by_source(of_any_kind))) if filters.kinds else gate.by_date(named)
    )
    facets = Facets(
        source=_sources(gate.by_speaker(dated), columns, filters, values_most),
        speaker=_speakers(gate.by_source(dated), columns, filters, values_most),
        date=_dates(named, columns, filters, by),
        kind=_kinds(others, columns, filters),
    )
    return Selection(gate.by_date(named), facets, len(gate.left_undated(found)))


class _Gate:
    """Let through what one facet's chosen values allow; where none is chosen, everything.

    Names are looked up once for each filter: a document costs a look into a set.
    """

    def __init__(self, columns: Columns, filters: Filters) -> None:
        self._columns = columns
        self._filters = filters
        self._sources = set(columns.sources_called(filters.sources))
        self._speakers = set(columns.speakers_called(filters.speakers))
        self._days = columns.days_of(filters.dates)

    def by_source(self, documents: list[int]) -> list[int]:
        if not self._filters.sources:
            return documents
        allowed, sources = self._sources, self._columns.sources
        return [document for document in documents if sources[document] in allowed]

    def by_speaker(self, documents: list[int]) -> list[int]:
        if not self._filters.speakers:
            return documents
        allowed, speakers = self._speakers, self._columns.speakers
        return [document for document in documents if not allowed.isdisjoint(speakers[document])]

    def by_date(self, documents: list[int]) -> list[int]:
        if not self._filters.dates:
            return documents
        allowed, days = self._days, self._columns.days
        return [document for document in documents if days[document] in allowed]

    def by_kind(self, documents: list[int]) -> list[int]:
        if not self._filters.kinds:
            return documents
        allowed, kind = self._filters.kinds, self._columns.kind
        return [document for document in documents if kind(document) in allowed]

    def in_span(self, documents: list[int]) -> list[int]:
        since, until = self._filters.since, self._filters.until
        if not (since or until):
            return documents
        # Day numbers begin at 1, so an undated document, 0, is in no span.
        first, last = (since or date.min).toordinal(), (until or date.max).toordinal()
        days = self._columns.days
        return [document for document in documents if first <= days[document] <= last]

    def left_undated(self, documents: list[int]) -> list[int]:
        """Return what would pass, had it a date."""
        chosen = self._filters.dates
        if not (self._filters.since or self._filters.until) and (not chosen or UNDATED_VALUE in chosen):
            return []
        days = self._columns.days
        undated = [document for document in documents if days[document] == NO_DAY]
        return self.by_speaker(self.by_source(self.by_kind(undated)))


def _sources(
    documents: list[int], columns: Columns, filters: Filters, most: int | None
) -> tuple[FacetValue, ...]:
    counts = Counter(map(columns.sources.__getitem__, documents))
    # The source of a document without one.
    del counts[""]
    return _most_frequent(counts, columns.sources_called(filters.sources), most)


def _speakers(
    documents: list[int], columns: Columns, filters: Filters, most: int | None
) -> tuple[FacetValue, ...]:
    counts = Counter(chain.from_iterable(map(columns.speakers.__getitem__, documents)))
    return _most_frequent(counts, columns.speakers_called(filters.speakers), most)


def _kinds(documents: list[int], columns: Columns, filters: Filters) -> tuple[FacetValue, ...]:
    checks = len(columns.factchecks.intersection(documents))
    counts = Counter({"news": len(documents) - checks, "factcheck": checks})
    return _most_frequent(+counts, {kind: (kind,) for kind in filters.kinds}, None)


def _most_frequent(
    counts: Counter[str], chosen: Mapping[str, tuple[str, ...]], most: int | None
) -> tuple[FacetValue, ...]:
    """List the most frequent values, and after them the chosen ones however rare."""

    def rank(name: str) -> tuple[int, str]:
        return -counts[name], name

    first = sorted(counts, key=rank) if most is None else heapq.nsmallest(most, counts, key=rank)
    rare = sorted(set(chosen).difference(first), key=rank)
    return tuple(FacetValue(name, counts[name], chosen.get(name, ())) for name in (*first, *rare))


def _dates(documents: list[int], columns: Columns, filters: Filters, by: Unit) -> tuple[FacetValue, ...]:
    """List the buckets of the unit and the chosen ones of any other, newest first, undated last."""
    days = Counter(map(columns.days.__getitem__, documents))
    buckets = columns.buckets[by]
    counts: Counter[str] = Counter()
    for day, count in days.items():
        counts[buckets[day]] += count
    for value in filters.dates:
        counts[value] = sum(days[day] for day in columns.days_of([value]))
    order = sorted(counts, key=newest_first)
    return tuple(
        FacetValue(value, counts[value], (value,) if value in filters.dates else ()) for value in order
    )
