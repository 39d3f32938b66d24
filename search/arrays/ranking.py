"""The page of hits that is asked for, in its order, and the facets over all hits."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from index.arrays.array_file import Array
from search.arrays.asking import Asked
from search.arrays.half import ArrayHalf
from search.arrays.order import Key, leading, least
from search.arrays.rereading import bonuses
from search.arrays.selection import select
from search.engine import Plan
from search.ranking import REREAD_MOST
from search.results import Facets

# Returns the scores of some rows.
Scores = Callable[[Array], Array]


@dataclass(frozen=True, slots=True)
class Ranked:
    """The documents of a page with their scores, and what there is to say of all that were found."""

    docs: Sequence[int]
    scores: Sequence[float]
    total: int
    facets: Facets
    undated: int


def ranked(half: ArrayHalf, asked: Asked, plan: Plan) -> Ranked:
    """Run a plan. In an order by date only the documents of the days on the page are scored."""
    if plan.sort == "relevance":
        docs, scores = half.matches(asked.operator)
    else:
        docs = half.matching(asked.operator)
    selection = select(docs, asked.columns, asked.filters, plan.by, plan.values_most)
    found = docs if selection.rows is None else docs.take(selection.rows)
    if plan.sort == "relevance":
        page = _by_relevance(
            half, plan, found, scores if selection.rows is None else scores.take(selection.rows)
        )
    else:
        page = by_date(half, asked, plan, found)
    shown, values = page
    return Ranked(shown.tolist(), values.tolist(), found.size, selection.facets, selection.undated)


def _by_relevance(half: ArrayHalf, plan: Plan, docs: Array, scores: Array) -> tuple[Array, Array]:
    """Return a page by relevance. The first hits are read again: the same ones whatever page is asked for."""
    wanted = docs.size if plan.limit is None else max(REREAD_MOST, plan.offset + plan.limit)
    rows = leading(np.arange(docs.size), Keys(half, docs, scores.take).relevance, wanted)
    docs, scores = docs.take(rows), scores.take(rows).astype(np.float64)
    first = slice(0, REREAD_MOST)
    order = docs[first].argsort()
    scores[first][order] += bonuses(half, plan.target, plan.tree, docs[first][order])
    again = leading(np.arange(docs[first].size), Keys(half, docs, scores.take).relevance, REREAD_MOST)
    docs[first], scores[first] = docs[again], scores[again]
    return _page(docs, plan), _page(scores, plan)


def by_date(half: ArrayHalf, asked: Asked, plan: Plan, docs: Array) -> tuple[Array, Array]:
    """Return a page in the order of dates that a plan asks for, of documents that match, with its scores.

    The documents are given in order. Those of the days that reach into the page are scored, all at once.
    """
    is_newest = plan.sort == "newest"
    wanted = docs.size if plan.limit is None else plan.offset + plan.limit
    days = half.days.take(docs)
    docs = docs.take(least(_newest_first(days) if is_newest else _oldest_first(days), wanted))
    scores = asked.operator.at(docs).scores
    keys = Keys(half, docs, scores.take)
    rows = _page(leading(np.arange(docs.size), keys.newest if is_newest else keys.oldest, wanted), plan)
    return docs.take(rows), scores.take(rows)


def _page(values: Array, plan: Plan) -> Array:
    return values[plan.offset :] if plan.limit is None else values[plan.offset : plan.offset + plan.limit]


class Keys:
    """What hits are ordered by: ties go to the newer article, then by id; the undated come last by date."""

    def __init__(self, half: ArrayHalf, docs: Array, scores: Scores) -> None:
        self._half, self._docs, self._scores = half, docs, scores

    @property
    def relevance(self) -> Sequence[Key]:
        """By relevance."""
        return self._relevance, self._newest, self._name

    @property
    def newest(self) -> Sequence[Key]:
        """The newest first."""
        return self._newest, self._relevance, self._name

    @property
    def oldest(self) -> Sequence[Key]:
        """The oldest first."""
        return self._oldest, self._relevance, self._name

    def _relevance(self, rows: Array) -> Array:
        return -self._scores(rows)

    def _newest(self, rows: Array) -> Array:
        return _newest_first(self._days(rows))

    def _oldest(self, rows: Array) -> Array:
        return _oldest_first(self._days(rows))

    def _name(self, rows: Array) -> Array:
        return self._half.keys[self._docs.take(rows)]

    def _days(self, rows: Array) -> Array:
        return self._half.days.take(self._docs.take(rows))


def _newest_first(days: Array) -> Array:
    return -days


def _oldest_first(days: Array) -> Array:
    # Day numbers begin at 1: no day, 0, is made the last.
    return (days - 1).astype(np.uint32)
