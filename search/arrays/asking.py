"""A plan made ready to run over arrays."""

from dataclasses import dataclass

from search.arrays.columns import ArrayColumns
from search.arrays.compilation import operator_of
from search.arrays.half import ArrayHalf
from search.arrays.operators import Operator
from search.arrays.quotes import Attribution, QuoteSearch
from search.compilation import compile_query
from search.engine import Filters, Plan
from search.query import And
from search.timeframe import date_parts_as_filter
from search.voices import words_said
from search.work import check_loads


@dataclass(frozen=True, slots=True)
class Asked:
    """A plan as it is run, with the columns that its filters and facets read."""

    operator: Operator
    filters: Filters
    columns: ArrayColumns


class Asking:
    """Compile plans over the articles and the quotes of a generation."""

    def __init__(self, articles: ArrayHalf, quotes: ArrayHalf) -> None:
        self._articles, self._quotes = articles, quotes
        self._attribution = Attribution(articles, quotes)

    def asked(self, plan: Plan, share: float = 1.0) -> Asked:
        """Return a plan ready to run; raises WorkError where it asks for more than its share of work."""
        tree, filters = date_parts_as_filter(plan.tree, plan.filters)
        clause = compile_query(tree, plan.target)
        if plan.target == "quotes":
            half, columns = self._quotes, self._quotes.columns
            operator = operator_of(clause, half)
        else:
            half, columns = self._articles, self._articles.columns
            quotes = QuoteSearch(self._attribution, tree)
            operator = operator_of(clause, half, quotes.holders)
            if said := words_said(tree):
                columns = quotes.heard(compile_query(And(said), "quotes"))
        check_loads(list(operator.loads()), half.documents, plan.tree, share)
        return Asked(operator, filters, columns)
