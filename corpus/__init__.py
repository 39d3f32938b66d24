"""A raw page comes in, an Article with its Quotes goes out.

Only the records are named here: what reads pages (`corpus.documents`) brings heavy libraries along, which a
search never needs.
"""

from corpus.article import Article, Quote
from corpus.errors import CorpusError, SuaraError
from corpus.page import DroppedLine, Extraction, GivenFields, Problem, RawPage

__all__ = [
    "Article",
    "CorpusError",
    "DroppedLine",
    "Extraction",
    "GivenFields",
    "Problem",
    "Quote",
    "RawPage",
    "SuaraError",
]
