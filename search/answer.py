"""The whole flow of a question: request -> tree -> plan -> engine -> page."""

import re
from datetime import date

from search.columns import UNDATED_VALUE
from search.engine import Engine, Filters, Plan
from search.errors import PageError, PeriodError, RequestError
from search.period import Period, parse_point
from search.query import EVERYTHING, parse
from search.request import SearchRequest
from search.results import SearchPage

_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])", re.ASCII)


def answer(request: SearchRequest, engine: Engine) -> SearchPage:
    """Answer one request.

    Raises QueryError for a query that cannot be read, RequestError for a parameter that makes no sense, and
    PageError for a page past the last.
    """
    found = engine.find(plan_of(request))
    pages = max(1, -(-found.total // request.limit))
    if request.page > pages:
        raise PageError(
            "Page {page} is past the last one, {last}; ask for an earlier page.",
            "page",
            page=request.page,
            last=pages,
        )
    return SearchPage(request.query, found.total, found.hits, found.facets, found.generation)


def is_blank(request: SearchRequest) -> bool:
    """Tell whether nothing is asked: no word to look for and no filter; raises QueryError."""
    return parse(request.query) == EVERYTHING and not request.is_filtered


def plan_of(request: SearchRequest) -> Plan:
    """Return what an engine needs of a request."""
    since, until = _span(request)
    return Plan(
        tree=parse(request.query),
        target=request.target,
        filters=Filters(request.sources, request.speakers, _months(request.dates), since, until),
        sort=request.sort,
        offset=(request.page - 1) * request.limit,
        limit=request.limit,
    )


def _span(request: SearchRequest) -> tuple[date | None, date | None]:
    since, until = _point("since", request.since), _point("until", request.until)
    first = since.first if since else None
    last = until.last if until else None
    if first and last and first > last:
        span = f"{request.since}..{request.until}"
        raise RequestError("'{text}' ends before it begins; turn it around.", "until", text=span[:40])
    return first, last


def _point(field: str, text: str | None) -> Period | None:
    try:
        return parse_point(text) if text else None
    except PeriodError as error:
        raise RequestError(error.sentence, field, **error.values) from error


def _months(dates: tuple[str, ...]) -> tuple[str, ...]:
    for each in dates:
        if each != UNDATED_VALUE and not _MONTH.fullmatch(each):
            raise RequestError(
                "'{text}' is no month; choose one such as 2024-11, or 'undated'.", "date", text=each[:40]
            )
    return dates
