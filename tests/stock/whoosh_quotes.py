"""What an article search asks of the quotes: which articles hold one that matches, and who says it."""

from collections.abc import Mapping

from whoosh import query as whoosh

from index.schema import article_in_key
from search.query import Node
from stock.whoosh_half import Half, matching_documents, matching_scores
from stock.whoosh_nodes import Documents
from stock.whoosh_work import check_work


class QuoteSearch:
    """The quotes half as an article search needs it.

    `numbers` gives the document number of an article by its id. `tree` is the question, for the words of a
    WorkError.
    """

    def __init__(self, quotes: Half, numbers: Mapping[bytes, int], tree: Node) -> None:
        self._quotes = quotes
        self._numbers = numbers
        self._tree = tree

    def holders(self, query: whoosh.Query) -> Documents:
        """Return the articles with a quote that matches, scored by their best one; raises WorkError."""
        with self._quotes.searcher() as searcher:
            check_work(query, self._tree, searcher.reader())
            scores = matching_scores(searcher, query)
            keys = self._quotes.columns(searcher).keys
        best: dict[int, float] = {}
        for quote, score in scores.items():
            article = self._numbers[article_in_key(keys[quote])]
            best[article] = max(score, best.get(article, score))
        return Documents(best)

    def voices(self, query: whoosh.Query) -> dict[int, set[str]]:
        """Return for each article with a quote that matches who says it; raises WorkError."""
        with self._quotes.searcher() as searcher:
            check_work(query, self._tree, searcher.reader())
            documents = matching_documents(searcher, query, {})
            columns = self._quotes.columns(searcher)
        voices: dict[int, set[str]] = {}
        for quote in documents:
            article = self._numbers[article_in_key(columns.keys[quote])]
            voices.setdefault(article, set()).update(columns.speakers[quote])
        return voices
