"""The pages of one answer, as a row of links."""

from dataclasses import dataclass

from search.request import PAGE_MOST, SearchRequest
from webui.links import search_link

NEIGHBOURS = 2


@dataclass(frozen=True, slots=True)
class PageLink:
    """One page's number and address; `gap` where numbers were left out before it."""

    number: int
    link: str
    current: bool
    gap: bool


@dataclass(frozen=True, slots=True)
class Pagination:
    """The row of page links: `last` is the last that can be asked for, `capped` if there would be more."""

    numbers: tuple[PageLink, ...]
    previous: str | None
    following: str | None
    last: int
    capped: bool


def paginate(request: SearchRequest, total: int) -> Pagination:
    """Return the links to the first, the last and the neighbouring pages."""
    needed = -(-total // request.limit)
    last = min(needed, PAGE_MOST)
    page = request.page
    return Pagination(
        numbers=tuple(_page_links(request, last)),
        previous=search_link(request.turn_to(page - 1)) if page > 1 else None,
        following=search_link(request.turn_to(page + 1)) if page < last else None,
        last=last,
        capped=needed > last,
    )


def _page_links(request: SearchRequest, last: int) -> list[PageLink]:
    near = range(request.page - NEIGHBOURS, request.page + NEIGHBOURS + 1)
    shown = [number for number in range(1, last + 1) if number in {1, last} or number in near]
    return [
        PageLink(
            number=number,
            link=search_link(request.turn_to(number)),
            current=number == request.page,
            gap=number > before + 1,
        )
        for before, number in zip([0, *shown], shown, strict=False)
    ]
