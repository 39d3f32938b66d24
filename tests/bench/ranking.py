"""What Suara's executor finds, no more of it than the other peers are asked for.

Neither are the first hits read again, nor records and the places of words read, which no peer does.
"""

from typing import NamedTuple

import numpy as np

from bench.peers import HITS
from bench.questions import Task
from index.arrays.array_file import Array
from search.arrays.asking import Asked, Asking
from search.arrays.engine import ArraysEngine
from search.arrays.order import leading
from search.arrays.ranking import Keys, by_date
from search.arrays.selection import select, selected
from search.engine import Plan
from search.results import Facets

# The facets that all peers count.
FACETS = ("source", "speaker", "date")


class Top(NamedTuple):
    """The numbers of the first documents, how many there are, and the facets of all where asked for."""

    docs: Array
    total: int
    facets: Facets | None = None


class Ranking:
    """Ranks the articles of a generation that is open."""

    def __init__(self, engine: ArraysEngine) -> None:
        self._half = engine.halves["articles"]
        self._asking = Asking(self._half, engine.halves["quotes"])

    def found(self, task: Task, plan: Plan) -> Top:
        """Return the first ten documents of a plan, and the facets if the task is about them."""
        asked = self._asking.asked(plan)
        if task is Task.NEWEST:
            docs = self._half.matching(asked.operator)
            return Top(by_date(self._half, asked, plan, docs)[0], docs.size)
        return self._by_relevance(task, asked)

    def keys(self, top: Top) -> tuple[str, ...]:
        """Return the ids of documents."""
        return tuple(bytes(key).decode() for key in self._half.keys[top.docs])

    def _by_relevance(self, task: Task, asked: Asked) -> Top:
        docs, scores = self._half.matches(asked.operator)
        facets = None
        if task is Task.FACETS:
            facets = select(docs, asked.columns, asked.filters, facets=FACETS).facets
        rows = selected(docs, asked.columns, asked.filters) if task is Task.FILTER else None
        if rows is not None:
            docs, scores = docs.take(rows), scores.take(rows)
        first = leading(np.arange(docs.size), Keys(self._half, docs, scores.take).relevance, HITS)
        return Top(docs.take(first), docs.size, facets)
