"""Facet values and chosen filters as links that keep the rest of the question."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from search.facets import fold_name
from search.request import FACET_FIELDS, SearchRequest
from search.results import Facets, FacetValue
from webui.links import search_link
from webui.wording import facet_label, whole_number

SHOWN_AT_ONCE = 12
TITLES = {"source": "Media", "speaker": "Pembicara", "date": "Bulan"}


@dataclass(frozen=True, slots=True)
class Choice:
    """One facet value: what the reader sees, and the link that chooses it or drops it again."""

    label: str
    count: str
    selected: bool
    link: str


@dataclass(frozen=True, slots=True)
class FacetGroup:
    """One facet: the values shown at once, and the rest behind a fold."""

    name: str
    title: str
    first: tuple[Choice, ...]
    rest: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Chip:
    """One chosen filter, and the link that removes it."""

    title: str
    label: str
    link: str


def facet_groups(facets: Facets, request: SearchRequest) -> tuple[FacetGroup, ...]:
    """Return the facets that have values."""
    return tuple(_facet_group(name, values, request) for name, values in facets.items() if values)


def chips(request: SearchRequest) -> tuple[Chip, ...]:
    """Return every chosen filter, also those that no hit has."""
    return (*_facet_chips(request), *_span_chips(request))


def _facet_group(name: str, values: tuple[FacetValue, ...], request: SearchRequest) -> FacetGroup:
    choices = [
        Choice(
            label=_label(name, value.value),
            count=whole_number(value.count),
            selected=value.selected,
            link=search_link(_toggled(request, name, value)),
        )
        for value in values
    ]
    # A chosen value never hides behind the fold.
    first = [choice for place, choice in enumerate(choices) if place < SHOWN_AT_ONCE or choice.selected]
    rest = [choice for choice in choices if choice not in first]
    return FacetGroup(name, TITLES[name], tuple(first), tuple(rest))


def _toggled(request: SearchRequest, facet: str, value: FacetValue) -> SearchRequest:
    """Choose a value, or drop it as the reader spelled it: the engine folds case and apostrophes."""
    chosen: tuple[str, ...] = getattr(request, FACET_FIELDS[facet])
    folded = fold_name(value.value)
    spelled = next((each for each in chosen if fold_name(each) == folded), value.value)
    return request.toggle(facet, spelled)


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
    return facet_label(value) if name == "date" else value
