"""One pass over the documents that match a query: which pass the filters, and the counts of every facet.

Chosen values are alternatives within a facet and all facets must hold, so a facet is counted over the
documents that pass all filters but its own: choosing a value never hides its neighbours.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from index.analysis import fold
from search.columns import UNDATED_VALUE, Columns
from search.engine import Filters
from search.results import Facets, FacetValue

# Values listed of one facet; the counts are exact whatever the number.
VALUES_MOST = 100


@dataclass(frozen=True, slots=True)
class Selection:
    """The documents that pass every filter, in the order they came, and the facets over them."""

    documents: list[int]
    facets: Facets


def fold_name(name: str) -> str:
    """Return a name as filters compare it: in any case, with any apostrophe, spaces folded."""
    return " ".join(fold(name).split())


def select(documents: Iterable[int], columns: Columns, filters: Filters) -> Selection:
    """Filter documents and count facets in one pass."""
    names = _Names(columns, filters)
    sources: Counter[str] = Counter()
    speakers: Counter[str] = Counter()
    months: Counter[str] = Counter()
    passing: list[int] = []
    for document in _within_span(documents, columns.days, filters):
        source, said_by = columns.sources[document], columns.speakers[document]
        month = names.months[columns.days[document]]
        by_source, by_speaker, by_month = names.chosen(source, said_by, month)
        if by_speaker and by_month and source:
            sources[source] += 1
        if by_source and by_month:
            speakers.update(said_by)
        if by_source and by_speaker:
            months[month] += 1
            if by_month:
                passing.append(document)
    return Selection(passing, _facets(sources, speakers, months, filters))


class _Names:
    """Tell for each value whether a filter lets it through; each name is folded once."""

    def __init__(self, columns: Columns, filters: Filters) -> None:
        self.months = columns.months()
        self._dates = frozenset(filters.dates)
        self._sources = frozenset(map(fold_name, filters.sources))
        self._speakers = frozenset(map(fold_name, filters.speakers))
        self._folded: dict[str, str] = {}

    def chosen(self, source: str, speakers: tuple[str, ...], month: str) -> tuple[bool, bool, bool]:
        return (
            not self._sources or self._fold(source) in self._sources,
            not self._speakers or any(self._fold(name) in self._speakers for name in speakers),
            not self._dates or month in self._dates,
        )

    def _fold(self, name: str) -> str:
        folded = self._folded.get(name)
        if folded is None:
            folded = self._folded[name] = fold_name(name)
        return folded


def _within_span(documents: Iterable[int], days: Sequence[int], filters: Filters) -> Iterable[int]:
    if not (filters.since or filters.until):
        return documents
    # Day numbers begin at 1, so an undated document, 0, is in no span.
    first, last = (filters.since or date.min).toordinal(), (filters.until or date.max).toordinal()
    return (document for document in documents if first <= days[document] <= last)


def _facets(sources: Counter[str], speakers: Counter[str], months: Counter[str], filters: Filters) -> Facets:
    return Facets(
        source=_most_frequent(sources, filters.sources),
        speaker=_most_frequent(speakers, filters.speakers),
        date=_newest_first(months, filters.dates),
    )


def _most_frequent(counts: Counter[str], chosen: tuple[str, ...]) -> tuple[FacetValue, ...]:
    """List the most frequent values, and the chosen ones however rare."""
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    if not chosen:
        return tuple(FacetValue(name, count) for name, count in ranked[:VALUES_MOST])
    wanted = {fold_name(name): name for name in chosen}
    values = [FacetValue(name, count, selected=fold_name(name) in wanted) for name, count in ranked]
    found = {fold_name(value.value) for value in values if value.selected}
    absent = [FacetValue(name, 0, selected=True) for folded, name in wanted.items() if folded not in found]
    return (*values[:VALUES_MOST], *(value for value in values[VALUES_MOST:] if value.selected), *absent)


def _newest_first(counts: Counter[str], chosen: tuple[str, ...]) -> tuple[FacetValue, ...]:
    values = {value: counts[value] for value in (*counts, *chosen)}
    dated = sorted((value for value in values if value != UNDATED_VALUE), reverse=True)
    order = [*dated, *([UNDATED_VALUE] if UNDATED_VALUE in values else [])]
    return tuple(FacetValue(value, values[value], selected=value in chosen) for value in order)
