"""Everything that a request finds, for whoever counts or keeps it."""

from collections.abc import Iterator
from dataclasses import replace

from search.answer import plan_of
from search.engine import Engine
from search.request import SearchRequest
from search.results import Hit, SearchPage


def export(request: SearchRequest, engine: Engine) -> tuple[SearchPage, Iterator[Hit]]:
    """Return the answer to a request, and all its hits one by one, from one state of the index.

    The page itself holds no hits, its facets all values. Nothing but what the request says is looked for: no
    other question takes its place where it finds nothing. Raises what `answer` raises for a wrong request.
    """
    found, hits = engine.find_all(replace(plan_of(request), offset=0, limit=None, values_most=None))
    page = SearchPage(request.query, found.total, (), found.facets, found.generation, undated=found.undated)
    return page, hits
