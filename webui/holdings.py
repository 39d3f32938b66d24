"""What the index holds, told on the home page."""

from dataclasses import dataclass

from flask import current_app

from search.answer import answer
from search.buckets import UNDATED_VALUE
from search.engine import Engine
from search.request import SearchRequest
from search.results import FacetValue
from webui.questions import current_engine

HOLDINGS = "suara_holdings"
SHOWN = 8


@dataclass(frozen=True, slots=True)
class Holdings:
    """Counts of one state of the index, its busiest outlets and voices, and the months it spans.

    `outlets` and `people` count no further than a facet lists values.
    """

    identity: str
    articles: int
    quotes: int
    outlets: int
    people: int
    first_month: str | None
    last_month: str | None
    busiest_outlets: tuple[FacetValue, ...]
    busiest_people: tuple[FacetValue, ...]


def current_holdings() -> Holdings:
    """Return the holdings of the live generation, counted once for each."""
    engine = current_engine()
    known: Holdings | None = current_app.extensions.get(HOLDINGS)
    if known is None or known.identity != engine.identity:
        known = count_holdings(engine)
        current_app.extensions[HOLDINGS] = known
    return known


def count_holdings(engine: Engine) -> Holdings:
    """Ask an engine for everything, once as articles and once as quotes."""
    everything = answer(SearchRequest(limit=1), engine)
    said = answer(SearchRequest(target="quotes", limit=1), engine)
    months = sorted(value.value for value in everything.facets.date if value.value != UNDATED_VALUE)
    return Holdings(
        identity=engine.identity,
        articles=everything.total,
        quotes=said.total,
        outlets=len(everything.facets.source),
        people=len(said.facets.speaker),
        first_month=months[0] if months else None,
        last_month=months[-1] if months else None,
        busiest_outlets=everything.facets.source[:SHOWN],
        busiest_people=said.facets.speaker[:SHOWN],
    )
