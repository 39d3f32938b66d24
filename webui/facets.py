"""Facet values and chosen filters as links that keep the rest of the question."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from search.buckets import UNDATED_VALUE
from search.engine import Filters
from search.facets import is_telling, may_be_cut
from search.query import parse
from search.request import FACET_FIELDS, SearchRequest, Unit
from search.results import Facets, FacetValue, SearchPage
from search.timeframe import date_parts_as_filter
from webui.links import search_link
from webui.wording import facet_label, kind_label, whole_number

SHOWN_AT_ONCE = 12
# Dates are not cut by the engine; a list of a thousand days helps nobody.
SHOWN_MOST = 120
TITLES = {"source": "Media", "speaker": "Pembicara", "date": "Tanggal", "kind": "Jenis"}
UNIT_LABELS: dict[Unit, str] = {"year": "Tahun", "month": "Bulan", "week": "Minggu", "day": "Hari"}


@dataclass(frozen=True, slots=True)
class Choice:
    """One facet value: what the reader sees, and the link that chooses it or drops it again."""

    label: str
    count: str
    selected: bool
    link: str


@dataclass(frozen=True, slots=True)
class UnitLink:
    """One unit of the date facet, and the link that counts by it."""

    label: str
    current: bool
    link: str


@dataclass(frozen=True, slots=True)
class FacetGroup:
    """One facet: the values shown at once, those behind a fold, and below it the undated.

    `unlisted` counts those not shown at all; where the answer `is_cut`, there may be more that it left out.
    """

    name: str
    title: str
    units: tuple[UnitLink, ...]
    first: tuple[Choice, ...]
    rest: tuple[Choice, ...]
    last: tuple[Choice, ...]
    unlisted: int
    is_cut: bool


@dataclass(frozen=True, slots=True)
class LeftOut:
    """How many hits a filter of dates left out only because they have none, and the link that shows them.

    `joined` tells that the link shows them beside the others rather than alone.
    """

    count: int
    joined: bool
    link: str | None


@dataclass(frozen=True, slots=True)
class Chip:
    """One chosen filter, and the link that removes it."""

    title: str
    label: str
    link: str


def facet_groups(facets: Facets, request: SearchRequest) -> tuple[FacetGroup, ...]:
    """Return the facets that say something, that of kinds, two values at most, before the long ones."""
    shown = [(name, values) for name, values in facets.items() if is_telling(name, values)]
    shown.sort(key=lambda facet: facet[0] != "kind")
    return tuple(_facet_group(name, values, request) for name, values in shown)


def chips(request: SearchRequest) -> tuple[Chip, ...]:
    """Return every chosen filter, also those that no hit has."""
    return (*_facet_chips(request), *_span_chips(request))


def left_out(page: SearchPage, request: SearchRequest) -> LeftOut | None:
    """Return what the filters of dates left out for want of a date, if anything.

    Chosen dates take the undated in as one more. A span cannot, so the link leaves it; nor does it rewrite
    a query with a `date:` of its own.
    """
    if not page.undated:
        return None
    if page.relaxed:
        request = replace(request, mode="any")
    if request.since or request.until:
        shown = replace(request, dates=(UNDATED_VALUE,), since=None, until=None, page=1)
    else:
        shown = replace(request, dates=(*request.dates, UNDATED_VALUE), page=1)
    tree = parse(request.query)
    has_date_part = date_parts_as_filter(tree, Filters())[0] != tree
    return LeftOut(
        count=page.undated,
        joined=not (request.since or request.until),
        link=None if has_date_part else search_link(shown),
    )


def _facet_group(name: str, values: tuple[FacetValue, ...], request: SearchRequest) -> FacetGroup:
    undated = [value for value in values if name == "date" and value.value == UNDATED_VALUE]
    others = values[: len(values) - len(undated)]
    # A chosen value never hides behind the fold.
    first = [value for place, value in enumerate(others) if place < SHOWN_AT_ONCE or value.selected]
    rest = [value for value in others[SHOWN_AT_ONCE:SHOWN_MOST] if not value.selected]
    return FacetGroup(
        name,
        TITLES[name],
        units=_unit_links(request) if name == "date" else (),
        first=_choices(name, first, request),
        rest=_choices(name, rest, request),
        last=_choices(name, undated, request),
        unlisted=len(others) - len(first) - len(rest),
        is_cut=may_be_cut(name, values),
    )


def _unit_links(request: SearchRequest) -> tuple[UnitLink, ...]:
    return tuple(
        UnitLink(label, unit == request.by, search_link(replace(request, by=unit)))
        for unit, label in UNIT_LABELS.items()
    )


def _choices(name: str, values: Iterable[FacetValue], request: SearchRequest) -> tuple[Choice, ...]:
    return tuple(
        Choice(
            label=_label(name, value.value),
            count=whole_number(value.count),
            selected=value.selected,
            link=search_link(_toggled(request, name, value)),
        )
        for value in values
    )


def _toggled(request: SearchRequest, facet: str, value: FacetValue) -> SearchRequest:
    """Choose a value, or drop all names by which it was chosen: another spelling, or a short name."""
    for name in value.chosen_as:
        request = request.toggle(facet, name)
    return request if value.selected else request.toggle(facet, value.value)


def _facet_chips(request: SearchRequest) -> Iterator[Chip]:
    for name, field in FACET_FIELDS.items():
        for value in getattr(request, field):
            yield Chip(TITLES[name], _label(name, value), search_link(request.toggle(name, value)))


def _span_chips(request: SearchRequest) -> Iterator[Chip]:
    if request.since:
        yield Chip("Sejak", request.since, search_link(replace(request, since=None, page=1)))
    if request.until:
        yield Chip("Sampai", request.until, search_link(replace(request, until=None, page=1)))


def _label(name: str, value: str) -> str:
    match name:
        case "date":
            return facet_label(value)
        case "kind":
            return kind_label(value)
        case _:
            return value
