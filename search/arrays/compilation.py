"""Whoosh's query tree, as search.whoosh_query compiles it, turned into operators over arrays."""

from collections.abc import Sequence

import numpy as np
from whoosh import query as whoosh

from search.arrays.blends import Blend
from search.arrays.matches import Matches
from search.arrays.operators import (
    AllOf,
    AnyOf,
    Boosted,
    Days,
    Everything,
    Half,
    Held,
    Nothing,
    Operator,
    Spoken,
    Without,
)
from search.arrays.phrases import Phrase
from search.arrays.words import Beginnings, Sought, Typos, Words
from search.whoosh_nodes import Spoken as SpokenNode
from search.whoosh_nodes import Without as WithoutNode
from search.whoosh_senses import Blended


class HeldMatches(whoosh.Query):
    """A node for documents found elsewhere, by their number in the whole index, with their scores."""

    def __init__(self, matches: Matches) -> None:
        self.matches = matches

    def __eq__(self, other: object) -> bool:
        return self is other

    def __hash__(self) -> int:
        return id(self)


def operator_of(query: whoosh.Query, half: Half) -> Operator:
    """Return what runs a query over one half; raises TypeError for a node that no question makes."""
    match query:
        case whoosh.And(subqueries=inner, boost=boost):
            return _boosted(_all(inner, half), boost)
        case whoosh.Or(subqueries=inner, boost=boost):
            return _boosted(_any(inner, half), boost)
        case whoosh.AndNot(a=wanted, b=excluded):
            return AllOf([operator_of(wanted, half), Without(half, operator_of(excluded, half))])
        case WithoutNode(excluded=inner):
            return Without(half, operator_of(inner, half))
        case whoosh.Not(query=inner):
            return Without(half, operator_of(inner, half), score=1.0)
        case _:
            return _leaf(query, half)


def _leaf(query: whoosh.Query, half: Half) -> Operator:
    match query:
        case Blended():
            return Blend(half, query)
        case whoosh.Term():
            return Words(half, [_sought(query, half)])
        case whoosh.Phrase(fieldname=name, words=words, boost=boost):
            return Phrase(half, half.field(name), [word.encode() for word in words], boost)
        case whoosh.Prefix(fieldname=name, text=text):
            return Beginnings(half, half.field(name), text)
        case whoosh.FuzzyTerm(fieldname=name, text=text):
            return Typos(half, half.field(name), text)
        case _:
            return _of_no_words(query, half)


def _of_no_words(query: whoosh.Query, half: Half) -> Operator:
    match query:
        case whoosh.NumericRange(start=first, end=last, boost=boost):
            return Days(half, first, last, boost)
        case whoosh.Every(boost=boost):
            return Everything(half, boost)
        case SpokenNode(named=named, others=others):
            return Spoken(half, operator_of(named, half), np.array(sorted(others), np.intp))
        case HeldMatches(matches=matches):
            return Held(matches)
        case _ if query is whoosh.NullQuery:
            return Nothing()
        case _:
            raise TypeError(query)


def _all(queries: Sequence[whoosh.Query], half: Half) -> Operator:
    parts = [operator_of(each, half) for each in queries]
    return parts[0] if len(parts) == 1 else AllOf(parts)


def _any(queries: Sequence[whoosh.Query], half: Half) -> Operator:
    if all(type(each) is whoosh.Term for each in queries):
        return Words(half, [_sought(each, half) for each in queries])
    parts = [operator_of(each, half) for each in queries]
    return parts[0] if len(parts) == 1 else AnyOf(half, parts)


def _boosted(operator: Operator, boost: float) -> Operator:
    return operator if boost == 1 else Boosted(operator, boost)


def _sought(term: whoosh.Term, half: Half) -> Sought:
    return Sought(half.field(term.fieldname), term.text.encode(), term.boost)
