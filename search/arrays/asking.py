"""A plan made ready to run over arrays."""

from dataclasses import dataclass
from functools import lru_cache, partial
from typing import NamedTuple

from search.arrays.columns import ArrayColumns
from search.arrays.compilation import operator_of
from search.arrays.half import ArrayHalf
from search.arrays.operators import Operator
from search.arrays.quotes import Attribution, QuoteSearch
from search.compilation import compile_query
from search.engine import Filters, Plan
from search.query import And, Node
from search.request import Target
from search.timeframe import date_parts_as_filter
from search.voices import asks_quotes, words_said
from search.work import Load, check_loads

# Trees kept compiled.
_TREES_MOST = 64


@dataclass(frozen=True, slots=True)
class Asked:
    """A plan as it is run, with the columns that its filters and facets read."""

    operator: Operator
    filters: Filters
    columns: ArrayColumns


class _Ready(NamedTuple):
    """A tree compiled: what runs it, the columns that facets read, and what its parts read."""

    operator: Operator
    columns: ArrayColumns
    loads: tuple[Load, ...]


class Asking:
    """Compile plans over the articles and the quotes of a generation. Threads may share it.

    Trees are kept compiled: a reader turns pages and chooses facets of one question. Not so those that ask
    for quotes, which are read to compile them.
    """

    def __init__(self, articles: ArrayHalf, quotes: ArrayHalf) -> None:
        self._halves: dict[Target, ArrayHalf] = {"articles": articles, "quotes": quotes}
        self._compile = partial(_ready, Attribution(articles, quotes))
        self._kept = lru_cache(_TREES_MOST)(self._compile)

    def asked(self, plan: Plan, share: float = 1.0) -> Asked:
        """Return a plan ready to run; raises WorkError where it asks for more than its share of work."""
        half = self._halves[plan.target]
        tree, filters = date_parts_as_filter(half.people.untitled(plan.tree), plan.filters)
        ready = (self._compile if asks_quotes(tree) else self._kept)(tree, plan.target)
        check_loads(ready.loads, half.documents, plan.tree, share)
        return Asked(ready.operator, filters, ready.columns)


def _ready(attribution: Attribution, tree: Node, target: Target) -> _Ready:
    clause = compile_query(tree, target)
    if target == "quotes":
        columns = attribution.quotes.columns
        operator = operator_of(clause, attribution.quotes)
    else:
        columns = attribution.articles.columns
        quotes = QuoteSearch(attribution, tree)
        operator = operator_of(clause, attribution.articles, quotes.holders)
        if said := words_said(tree):
            columns = quotes.heard(compile_query(And(said), "quotes"))
    return _Ready(operator, columns, tuple(operator.loads()))
