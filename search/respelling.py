"""'Did you mean': a query with the words that the index does not know put right."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice, product
from typing import NamedTuple

from index.analysis import STOPWORDS, tokens
from search.engine import Engine, Filters, Plan
from search.errors import QueryError, WorkError
from search.query import And, Field, Node, Or, Phrase, Word, parse, unparse
from search.relaxation import relaxed
from search.request import SearchRequest, Target
from search.spelling import RARE_MOST, Indexed, choices, in_case_of, typos_allowed

# Words looked up of one query, and spellings of it that are counted.
WORDS_MOST = 5
_SPELLINGS_MOST = 8


class Sought(NamedTuple):
    """A folded word of a query, and the field it is looked for in; None for a bare one."""

    word: str
    field: str | None


def suggestion(request: SearchRequest, plan: Plan, total: int, engine: Engine) -> str | None:
    """Return the query with its unknown words put right, or None where none is, or what is finds nothing.

    `plan` is the request's and `total` what it finds. Where that is nothing, words in no more than RARE_MOST
    documents may be put right too. What excludes, begins a word or allows a typo stays as it is. Where all of
    the mended words together find nothing either, any of them must.
    """
    if total and not _has_alternatives(plan.tree):
        return None
    tree = parse(request.query)
    try:
        mended = list(_mended(tree, _spellings(tree, plan.target, total, engine)))
        plans = dict(_plans(mended, tree, request, plan))
        # Words that the index knows are put right only for all words together.
        easier = {} if mended[0] == tree or request.is_filtered else dict(_easier(plans))
        return _first_found(plans, engine) or _first_found(easier, engine)
    except WorkError:
        return None


def words_sought(node: Node, field: str | None = None) -> Iterator[Sought]:
    """Yield the words that a query looks for, those it excludes left out."""
    match node:
        case Word(text) | Phrase(text):
            yield from (Sought(token.surface, field) for token in tokens(text))
        case And(nodes) | Or(nodes):
            for each in nodes:
                yield from words_sought(each, field)
        case Field(name, inner):
            yield from words_sought(inner, name)


def respelt(node: Node, spelling: Mapping[Sought, str], field: str | None = None) -> Node:
    """Return a query with the words of `words_sought` spelled otherwise."""
    match node:
        case Word(text) | Phrase(text):
            return replace(node, text=_rewritten(text, spelling, field))
        case And(nodes) | Or(nodes):
            return replace(node, nodes=tuple(respelt(each, spelling, field) for each in nodes))
        case Field(name, inner):
            return replace(node, node=respelt(inner, spelling, name))
        case _:
            return node


def _has_alternatives(node: Node) -> bool:
    """Tell whether a query that finds something may hold a word that finds nothing."""
    match node:
        case Or():
            return True
        case And(nodes):
            return any(map(_has_alternatives, nodes))
        case Field(_, inner):
            return _has_alternatives(inner)
        case _:
            return False


def _rewritten(text: str, spelling: Mapping[Sought, str], field: str | None) -> str:
    pieces, end = [], 0
    for token in tokens(text):
        if word := spelling.get(Sought(token.surface, field)):
            pieces += [text[end : token.start], in_case_of(text[token.start : token.end], word)]
            end = token.end
    return "".join([*pieces, text[end:]])


def _spellings(node: Node, target: Target, total: int, engine: Engine) -> dict[Sought, tuple[str, ...]]:
    """Return the doubtful words of a query with what each may be meant to be."""
    rare = 0 if total else RARE_MOST
    found: dict[Sought, tuple[str, ...]] = {}
    for sought in dict.fromkeys(words_sought(node)):
        if len(found) == WORDS_MOST:
            break
        if not typos_allowed(sought.word) or sought.word in STOPWORDS:
            continue
        documents = _documents(sought, target, rare, engine)
        if documents <= rare:
            found[sought] = choices(Indexed(sought.word, documents), _near(sought, target, engine))
    return {sought: words for sought, words in found.items() if words}


def _documents(sought: Sought, target: Target, rare: int, engine: Engine) -> int:
    """Return how many documents hold a word in any form; its own form alone counts where it has enough."""
    (written,) = engine.words_near(*sought, target, 0) or (Indexed(sought.word, 0),)
    if written.documents > rare:
        return written.documents
    word = Word(sought.word)
    tree = Field(sought.field, word) if sought.field else word
    return engine.count([Plan(tree, target, Filters(), "relevance", 0, None)])[0]


def _near(sought: Sought, target: Target, engine: Engine) -> Sequence[Indexed]:
    """Return the words one typo away, and where none of them is frequent, those two away."""
    near: Sequence[Indexed] = ()
    for typos in range(1, typos_allowed(sought.word) + 1):
        near = engine.words_near(*sought, target, typos)
        if any(each.documents > RARE_MOST for each in near):
            break
    return near


def _mended(tree: Node, spellings: Mapping[Sought, Sequence[str]]) -> Iterator[Node]:
    """Yield the query in its likeliest spellings, the likeliest first."""
    ranks = sorted(product(*(range(len(words)) for words in spellings.values())), key=sum)
    for chosen in ranks[:_SPELLINGS_MOST]:
        words = (each[rank] for each, rank in zip(spellings.values(), chosen, strict=True))
        yield respelt(tree, dict(zip(spellings, words, strict=True)))


def _plans(
    mended: Iterable[Node], tree: Node, request: SearchRequest, plan: Plan
) -> Iterator[tuple[str, Plan]]:
    """Yield the text and the plan of each query that is not the one asked."""
    for each in mended:
        if each != tree and (text := _written(each)):
            yield text, replace(plan, tree=relaxed(each) if request.mode == "any" else each)


def _easier(plans: Mapping[str, Plan]) -> Iterator[tuple[str, Plan]]:
    """Yield the likeliest query with its plan for any of the words."""
    for text, plan in islice(plans.items(), 1):
        yield text, replace(plan, tree=relaxed(plan.tree))


def _first_found(plans: Mapping[str, Plan], engine: Engine) -> str | None:
    """Return the first of the texts whose plan finds something: most often the first of all."""
    return next((text for text, plan in plans.items() if engine.count([plan])[0]), None)


def _written(tree: Node) -> str | None:
    """Return a query as text, if it can be read: it may be too long, or a word of it be an operator."""
    text = unparse(tree)
    try:
        return text if parse(text) == tree else None
    except QueryError:
        return None
