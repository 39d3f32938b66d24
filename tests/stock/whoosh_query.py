"""Clauses (search.clauses) as queries of stock Whoosh."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from whoosh import query as whoosh

from search import clauses
from search.clauses import Clause
from search.naming import NameLeaf
from stock.whoosh_nodes import AllOf, AnyOf, Beginning, Documents, Exactly, Near, Spoken, Without
from stock.whoosh_senses import Blended

# Finds the articles that hold a quote which a query matches.
Holders = Callable[[whoosh.Query], Documents]
# Finds the documents of the persons of several names of whom a leaf names one.
SpokenBy = Callable[[NameLeaf], frozenset[int]]


def _nobody(_: NameLeaf) -> frozenset[int]:
    return frozenset()


@dataclass(frozen=True, slots=True)
class Sources:
    """What queries find elsewhere: what persons said, in their own half and in the quotes, and holders."""

    spoken_by: SpokenBy = _nobody
    spoken_in_quotes: SpokenBy = _nobody
    holders: Holders | None = None


NO_SOURCES = Sources()


def query_of(clause: Clause, sources: Sources = NO_SOURCES) -> whoosh.Query:
    """Return the query that finds what a clause does."""
    match clause:
        case clauses.AllOf(parts):
            return AllOf(_queries(parts, sources))
        case clauses.AnyOf(parts):
            kind = whoosh.Or if all(isinstance(each, clauses.Term) for each in parts) else AnyOf
            return kind(_queries(parts, sources))
        case clauses.Without(excluded):
            return Without(query_of(excluded, sources))
        case clauses.Spoken(named, leaf):
            documents = sources.spoken_by(leaf)
            query = query_of(named, sources)
            return Spoken(query, documents) if documents else query
        case clauses.Holding(quote) if sources.holders:
            return sources.holders(query_of(quote, Sources(sources.spoken_in_quotes)))
        case _:
            return _leaf(clause)


def _queries(parts: Iterable[Clause], sources: Sources) -> list[whoosh.Query]:
    return [query_of(each, sources) for each in parts]


def _leaf(clause: Clause) -> whoosh.Query:
    match clause:
        case clauses.Days(first, last):
            return whoosh.NumericRange("day", first, last)
        case clauses.Everything():
            return whoosh.Every()
        case clauses.Nothing():
            return whoosh.NullQuery
        case _:
            return _of_words(clause)


def _of_words(clause: Clause) -> whoosh.Query:
    match clause:
        case clauses.Term(field, text, boost):
            return whoosh.Term(field, text, boost=boost)
        case clauses.Exactly(field, words, boost):
            return Exactly(field, list(words), boost=boost)
        case clauses.Beginning(field, text):
            return Beginning(field, text)
        case clauses.Near(field, text):
            return Near(field, text, prefixlength=0)
        case clauses.Blended():
            return Blended(clause)
        case _:
            raise TypeError(clause)
