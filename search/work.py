"""The work of a query, told before it is done: postings to read and terms to expand.

Measured on 13,321 articles: a posting costs some 2.5 microseconds to read and score, a term found by its
beginning or within a typo as much as twenty of them before its first posting is read.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import nlargest
from typing import Any

from whoosh import query as whoosh

from search.errors import WorkError
from search.query import And, Field, Node, Not, Or, Word
from search.senses import runs, senses
from search.whoosh_nodes import TERMS_MOST, Beginning, Documents, Exactly, Near, Spoken, Without
from search.whoosh_senses import Blended

# Postings that may be read for one query: some 0.6 seconds.
POSTINGS_LEAST = 250_000
# The ten commonest words that are no function words have 4.6 postings for each article of a real collection,
# so that ten words are never too many, however large it is.
POSTINGS_PER_DOCUMENT = 5
_POSTINGS_PER_TERM = 20
_NAMED_MOST = 3


@dataclass(frozen=True, slots=True)
class Load:
    """The postings that one leaf of a query reads, and the word it stands for; `sign` follows the word."""

    word: str
    sign: str
    postings: int


def check_work(query: whoosh.Query, tree: Node, reader: Any, share: float = 1.0) -> None:
    """Refuse a compiled query that would read too much; raises WorkError, naming what makes it so.

    `tree` is what it was compiled of: a reader is told the words as typed, not their stems. `share` is the
    part of what a query may read that this one may.
    """
    check_loads([_load(leaf, reader) for leaf in _leaves(query)], reader.doc_count_all(), tree, share)


def check_loads(loads: Sequence[Load], documents: int, tree: Node, share: float = 1.0) -> None:
    """Refuse to read too much of an index of so many documents; see `check_work`."""
    most = max(POSTINGS_LEAST, POSTINGS_PER_DOCUMENT * documents)
    if sum(load.postings for load in loads) <= most * share:
        return
    heaviest = max(loads, key=lambda load: load.postings)
    if heaviest.sign:
        raise _too_many_terms(heaviest.word, heaviest.sign)
    words = _commonest(loads, _spellings(tree))
    if not words:
        raise WorkError("These dates are too many to be looked for all at once; leave some of them out.", "q")
    raise WorkError(
        "These words are too common to be looked for all at once: {words}; leave some of them out.",
        "q",
        words=", ".join(words),
    )


def _too_many_terms(word: str, sign: str) -> WorkError:
    if sign == "~":
        return WorkError("Too many words are one typo away from '{word}'; leave out the '~'.", "q", word=word)
    return WorkError("Too many words begin with '{word}'; write more of its letters.", "q", word=word)


def _leaves(query: whoosh.Query) -> Iterator[whoosh.Query]:
    match query:
        case whoosh.And(subqueries=inner) | whoosh.Or(subqueries=inner):
            for each in inner:
                yield from _leaves(each)
        case Without(excluded=inner):
            yield from _leaves(inner)
        case Spoken(named=inner, others=others):
            yield from _leaves(inner)
            yield Documents(dict.fromkeys(others, 0.0))
        case _:
            yield query


def _load(leaf: whoosh.Query, reader: Any) -> Load:
    match leaf:
        case Beginning() | Near():
            return _expanded_load(leaf, "*" if isinstance(leaf, Beginning) else "~", reader)
        case Exactly(fieldname=field, words=words):
            postings = {word: reader.doc_frequency(field, word) for word in words}
            return Load(max(postings, key=lambda word: postings[word]), "", sum(postings.values()))
        case Blended(typed=typed):
            return Load(typed, "", sum(reader.doc_frequency(*term) for term in leaf.terms_read()))
        case whoosh.Term(fieldname=field, text=text):
            return Load(text, "", reader.doc_frequency(field, text))
        case Documents(scores=scores):
            return Load("", "", len(scores))
        case _:
            segments = (segment for segment, _ in reader.leaf_readers())
            return Load("", "", sum(leaf.estimate_size(segment) for segment in segments))


def _expanded_load(leaf: Any, sign: str, reader: Any) -> Load:
    segments = [segment for segment, _ in reader.leaf_readers()]
    terms = [len(leaf.expansion(segment)) for segment in segments]
    return expanded_load(leaf.text, sign, terms, sum(map(leaf.estimate_size, segments)))


def expanded_load(word: str, sign: str, terms: Iterable[int], postings: int) -> Load:
    """Return what is read for a beginning (`sign` *) or a typo (~); raises WorkError for too many terms.

    `terms` are those of each segment.
    """
    found = list(terms)
    if any(count >= TERMS_MOST for count in found):
        raise _too_many_terms(word, sign)
    return Load(word, sign, _POSTINGS_PER_TERM * sum(found) + postings)


def _commonest(loads: Iterable[Load], spelled: dict[str, str]) -> list[str]:
    total: dict[str, int] = {}
    for load in loads:
        if load.word and not load.sign:
            word = spelled.get(load.word, load.word)
            total[word] = total.get(word, 0) + load.postings
    return nlargest(_NAMED_MOST, total, key=lambda word: total[word])


def _spellings(tree: Node) -> dict[str, str]:
    """Return how each stem of a query was typed."""
    match tree:
        case And(nodes):
            return _merged(runs(nodes))
        case Or(nodes):
            return _merged(nodes)
        case Not(inner) | Field(_, inner):
            return _spellings(inner)
        case Word():
            return _typed((tree,))
        case _:
            return {}


def _merged(parts: Iterable[Node | tuple[Word, ...]]) -> dict[str, str]:
    spelled: dict[str, str] = {}
    for part in parts:
        spelled |= _typed(part) if isinstance(part, tuple) else _spellings(part)
    return spelled


def _typed(words: Sequence[Word]) -> dict[str, str]:
    return {stem: sense.text for sense in senses(words) for way in sense.stems for stem in way}
