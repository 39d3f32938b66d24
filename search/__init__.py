"""A question comes in, a SearchPage goes out."""

from search.answer import answer
from search.errors import QueryError, RequestError, UnknownArticleError
from search.live import LiveEngine
from search.request import SearchRequest
from search.results import ArticleHit, FacetValue, Fragment, QuoteHit, SearchPage

__all__ = [
    "ArticleHit",
    "FacetValue",
    "Fragment",
    "LiveEngine",
    "QueryError",
    "QuoteHit",
    "RequestError",
    "SearchPage",
    "SearchRequest",
    "UnknownArticleError",
    "answer",
]
