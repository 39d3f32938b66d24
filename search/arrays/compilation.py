"""Clauses (search.clauses) turned into operators over arrays."""

from collections.abc import Callable, Sequence

from search import clauses
from search.arrays.blends import Blend
from search.arrays.half import ArrayHalf
from search.arrays.matches import Matches
from search.arrays.operators import AllOf, AnyOf, Days, Everything, Held, Nothing, Operator, Without
from search.arrays.phrases import Phrase
from search.arrays.spoken import Spoken
from search.arrays.words import Beginnings, Sought, Typos, Words
from search.clauses import Clause
from search.naming import NameLeaf

# Finds the articles that hold a quote which a clause over the quotes matches.
Holders = Callable[[Clause], Matches]


def operator_of(clause: Clause, half: ArrayHalf, holders: Holders | None = None) -> Operator:
    """Return what runs a clause over one half; `holders` are for the articles, which hold quotes."""
    match clause:
        case clauses.AllOf(parts):
            return AllOf([operator_of(each, half, holders) for each in parts])
        case clauses.AnyOf(parts):
            return _any(parts, half, holders)
        case clauses.Without(excluded):
            return Without(half, operator_of(excluded, half, holders))
        case clauses.Spoken(named, leaf):
            return _spoken(operator_of(named, half), leaf, half)
        case clauses.Holding(quote) if holders:
            return Held(holders(quote))
        case _:
            return _leaf(clause, half)


def _leaf(clause: Clause, half: ArrayHalf) -> Operator:
    match clause:
        case clauses.Term():
            return Words(half, [_sought(clause, half)])
        case clauses.Blended():
            return Blend(half, clause)
        case clauses.Exactly(name, words, boost):
            return Phrase(half, half.field(name), [word.encode() for word in words], boost)
        case clauses.Beginning(name, text):
            return Beginnings(half, half.field(name), text)
        case clauses.Near(name, text):
            return Typos(half, half.field(name), text)
        case _:
            return _of_no_words(clause, half)


def _of_no_words(clause: Clause, half: ArrayHalf) -> Operator:
    match clause:
        case clauses.Days(first, last):
            return Days(half, first, last)
        case clauses.Everything():
            return Everything(half)
        case clauses.Nothing():
            return Nothing()
        case _:
            raise TypeError(clause)


def _any(parts: Sequence[Clause], half: ArrayHalf, holders: Holders | None) -> Operator:
    terms = [each for each in parts if isinstance(each, clauses.Term)]
    if len(terms) == len(parts):
        return Words(half, [_sought(each, half) for each in terms])
    return AnyOf(half, [operator_of(each, half, holders) for each in parts])


def _spoken(named: Operator, leaf: NameLeaf, half: ArrayHalf) -> Operator:
    return Spoken(half, named, leaf) if half.spoken(leaf).size else named


def _sought(term: clauses.Term, half: ArrayHalf) -> Sought:
    return Sought(half.field(term.field), term.text.encode(), term.boost)
