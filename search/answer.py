"""The whole flow of a question: request -> tree -> plan -> engine -> page."""

from dataclasses import replace
from datetime import date

from search.buckets import UNDATED_VALUE, parse_bucket
from search.engine import Engine, Filters, Plan
from search.errors import PageError, PeriodError, RequestError, WorkError
from search.explanation import explain
from search.namesakes import namesakes
from search.period import Period, parse_point
from search.query import EVERYTHING, parse
from search.relaxation import relaxed
from search.request import SearchRequest
from search.respelling import suggestion
from search.results import SearchPage


def answer(request: SearchRequest, engine: Engine) -> SearchPage:
    """Answer one request; where all words together find nothing, with what any of them finds.

    Raises QueryError for a query that cannot be read, RequestError for a parameter that makes no sense,
    WorkError for a query that would read too much, and PageError for a page past the last.
    """
    plan = plan_of(request)
    found = engine.find(plan)
    easier = None if found.total else _easier(request, plan, engine)
    shown = engine.find(easier) if easier else found
    _check_page(request, shown.total)
    return SearchPage(
        query=request.query,
        total=shown.total,
        hits=shown.hits,
        facets=shown.facets,
        generation=shown.generation,
        relaxed=easier is not None and shown.total > 0,
        explanation=() if found.total else explain(request, plan, engine),
        undated=shown.undated,
        suggestion=suggestion(request, plan, found.total, engine),
        namesakes=namesakes(easier or plan, engine),
    )


def is_blank(request: SearchRequest) -> bool:
    """Tell whether nothing is asked: no word to look for and no filter; raises QueryError."""
    return parse(request.query) == EVERYTHING and not request.is_filtered


def plan_of(request: SearchRequest) -> Plan:
    """Return what an engine needs of a request."""
    since, until = _span(request)
    tree = parse(request.query)
    return Plan(
        tree=relaxed(tree) if request.mode == "any" else tree,
        target=request.target,
        filters=Filters(
            request.sources, request.speakers, _dates(request.dates), since, until, request.kinds
        ),
        sort=request.sort,
        offset=(request.page - 1) * request.limit,
        limit=request.limit,
        by=request.by,
    )


def _easier(request: SearchRequest, plan: Plan, engine: Engine) -> Plan | None:
    """Return the plan for any of the words, where all of them together find nothing in the whole index.

    What they find outside the chosen filters keeps its place: else a choice would change the question, and
    the counts beside the other values with it.
    """
    tree = relaxed(plan.tree)
    if tree == plan.tree:
        return None
    if request.is_filtered and _finds_elsewhere(plan, engine):
        return None
    return replace(plan, tree=tree)


def _finds_elsewhere(plan: Plan, engine: Engine) -> bool:
    try:
        return engine.count([replace(plan, filters=Filters())])[0] > 0
    except WorkError:
        return True


def _check_page(request: SearchRequest, total: int) -> None:
    pages = max(1, -(-total // request.limit))
    if request.page > pages:
        raise PageError(
            "Page {page} is past the last one, {last}; ask for an earlier page.",
            "page",
            page=request.page,
            last=pages,
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


def _dates(values: tuple[str, ...]) -> tuple[str, ...]:
    try:
        for value in values:
            if value != UNDATED_VALUE:
                parse_bucket(value)
    except PeriodError as error:
        raise RequestError(error.sentence, "date", **error.values) from error
    return values
