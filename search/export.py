"""Everything that a request finds, for whoever counts or keeps it."""

from collections.abc import Iterator
from dataclasses import replace

from search.answer import plan_of
from search.engine import Engine
from search.namesakes import namesakes
from search.request import SearchRequest
from search.respelling import suggestion
from search.results import Hit, SearchPage


def export(request: SearchRequest, engine: Engine) -> tuple[SearchPage, Iterator[Hit]]:
    """Return the answer to a request, and all its hits one by one, from one state of the index.

    The page itself holds no hits, its facets all values. Nothing but what the request says is looked for: no
    other question takes its place where it finds nothing. Raises what `answer` raises for a wrong request.
    """
    plan = plan_of(request)
    found, hits = engine.find_all(replace(plan, offset=0, limit=None, values_most=None))
    page = SearchPage(
        query=request.query,
        total=found.total,
        hits=(),
        facets=found.facets,
        generation=found.generation,
        undated=found.undated,
        suggestion=suggestion(request, plan, found.total, engine),
        namesakes=namesakes(plan, engine),
    )
    return page, hits
