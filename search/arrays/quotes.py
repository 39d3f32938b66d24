"""What an article search asks of the quotes: which articles hold one that matches, and who says it."""

from functools import cached_property

import numpy as np

from index.arrays.array_file import Array
from index.schema import ARTICLE_END
from search.arrays.columns import ArrayColumns
from search.arrays.compilation import operator_of
from search.arrays.half import ArrayHalf
from search.arrays.matches import Matches
from search.arrays.operators import Operator
from search.clauses import Clause
from search.query import Node
from search.work import check_loads


class Attribution:
    """Which article each quote is of, and which speaker of the articles each speaker of the quotes is.

    Threads may share it.
    """

    def __init__(self, articles: ArrayHalf, quotes: ArrayHalf) -> None:
        self.articles, self.quotes = articles, quotes

    @cached_property
    def article_of(self) -> Array:
        """The number of the article of each quote; of a deleted quote it means nothing.

        Raises LookupError where the article of one is lost, which is damage.
        """
        articles, quotes = self.articles, self.quotes
        if not quotes.whole.alive:
            return np.zeros(quotes.documents, np.intp)
        numbers = articles.living(np.arange(articles.documents))
        keys = articles.keys.take(numbers)
        order = keys.argsort()
        holders, _, _ = np.strings.partition(quotes.keys, ARTICLE_END)
        found: Array = numbers.take(order.take(keys.searchsorted(holders, sorter=order), mode="clip"))
        lost = quotes.living((articles.keys.take(found) != holders).nonzero()[0])
        if lost.size:
            raise LookupError(f"no article holds the quote {quotes.keys[lost[0]]!r}")
        return found

    @cached_property
    def speaker_of(self) -> Array:
        """The ordinal among the articles' speakers of each speaker of the quotes; -1 where they lack one."""
        theirs = self.articles.columns.names["speaker"].ordinal_of
        values = self.quotes.columns.names["speaker"].values
        return np.array([theirs.get(value, -1) for value in values], np.intp)


class QuoteSearch:
    """The quotes as an article search needs them; `tree` is the question, for the words of a WorkError."""

    def __init__(self, attribution: Attribution, tree: Node) -> None:
        self._attribution = attribution
        self._tree = tree

    def holders(self, clause: Clause) -> Matches:
        """Return the articles with a quote that matches, scored by their best one; raises WorkError."""
        matches = self._attribution.quotes.matches(self._checked(clause))
        articles = self._attribution.article_of.take(matches.docs)
        holding = np.unique(articles)
        best = np.zeros(self._attribution.articles.documents, np.float32)
        np.maximum.at(best, articles, matches.scores)
        return Matches(holding, best.take(holding))

    def heard(self, clause: Clause) -> ArrayColumns:
        """Return the articles' columns with the speakers of the quotes that match alone; raises WorkError."""
        attribution = self._attribution
        docs = attribution.quotes.matching(self._checked(clause))
        said = attribution.quotes.columns.names["speaker"]
        speakers = attribution.speaker_of.take(said.ordinals_of(docs))
        articles = attribution.article_of.take(docs).repeat(said.entry_counts(docs))
        # Whom an article does not list is no speaker of it.
        columns = attribution.articles.columns
        listed = columns.names["speaker"].lists(articles, speakers)
        return columns.heard(articles[listed], speakers[listed])

    def _checked(self, clause: Clause) -> Operator:
        quotes = self._attribution.quotes
        operator = operator_of(clause, quotes)
        check_loads(list(operator.loads()), quotes.documents, self._tree)
        return operator
