"""Whom else a chosen speaker's name may mean, with links that ask for them in its place."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from search.request import SearchRequest
from search.results import Namesakes, SearchPage
from webui.links import search_link


@dataclass(frozen=True, slots=True)
class Other:
    """Somebody called by a chosen name, how many hits they have, and the link that chooses them instead."""

    name: str
    count: int
    link: str


@dataclass(frozen=True, slots=True)
class NamesakeLinks:
    """A chosen name, how many hits it has by itself, and the others called so, or nearly so if unknown."""

    name: str
    count: int
    others: tuple[Other, ...]
    known: bool = True


def namesake_links(page: SearchPage, request: SearchRequest) -> tuple[NamesakeLinks, ...]:
    """Return the chosen names that others have too, or nearly so."""
    typed = {value.value: value.chosen_as for value in page.facets.speaker}
    return tuple(_links(found, request, typed.get(found.name, ())) for found in page.namesakes)


def _links(found: Namesakes, request: SearchRequest, typed: Collection[str]) -> NamesakeLinks:
    others = (
        Other(each.value, each.count, search_link(_instead(request, typed, each.value)))
        for each in found.others
    )
    return NamesakeLinks(found.name, found.count, tuple(others), found.known)


def _instead(request: SearchRequest, typed: Collection[str], other: str) -> SearchRequest:
    """Return the request with one speaker in the place of another, however that one was written."""
    speakers = (other if each in typed else each for each in request.speakers)
    return replace(request, page=1, speakers=tuple(dict.fromkeys(speakers)))
