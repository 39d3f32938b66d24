"""The work of a query over a stock index, told by its nodes."""

from collections.abc import Iterator
from typing import Any

from whoosh import query as whoosh

from search.query import Node
from search.work import Load, check_loads, expanded_load, phrase_load
from stock.whoosh_nodes import Beginning, Documents, Exactly, Near, Spoken, Without
from stock.whoosh_senses import Blended


def check_work(query: whoosh.Query, tree: Node, reader: Any, share: float = 1.0) -> None:
    """Refuse a query that would read too much, as search.work does; `tree` is what it was compiled of."""
    check_loads([_load(leaf, reader) for leaf in _leaves(query)], reader.doc_count_all(), tree, share)


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
            return _expanded(leaf, "*" if isinstance(leaf, Beginning) else "~", reader)
        case Exactly(fieldname=field, words=words):
            return phrase_load({word: reader.doc_frequency(field, word) for word in words})
        case Blended(typed=typed):
            return Load(typed, "", sum(reader.doc_frequency(*term) for term in leaf.terms_read()))
        case whoosh.Term(fieldname=field, text=text):
            return Load(text, "", reader.doc_frequency(field, text))
        case Documents(scores=scores):
            return Load("", "", len(scores))
        case _:
            segments = (segment for segment, _ in reader.leaf_readers())
            return Load("", "", sum(leaf.estimate_size(segment) for segment in segments))


def _expanded(leaf: Any, sign: str, reader: Any) -> Load:
    segments = [segment for segment, _ in reader.leaf_readers()]
    terms = [len(leaf.expansion(segment)) for segment in segments]
    return expanded_load(leaf.text, sign, terms, sum(map(leaf.estimate_size, segments)))
