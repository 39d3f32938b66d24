"""Why a question finds nothing: what each of its parts finds alone, and what all others find without it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from search.engine import Engine, Filters, Plan
from search.errors import WorkError
from search.function_words import without_function_words
from search.query import (
    EVERYTHING,
    And,
    Dated,
    Field,
    Fuzzy,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Word,
    parse,
    unparse,
)
from search.relaxation import relaxed
from search.request import QUERY_MOST, SearchRequest
from search.results import Part, PartKind
from search.voices import parts_of

# Parts counted: each costs two counts.
PARTS_MOST = 12
_KINDS: dict[type, PartKind] = {
    Word: "word",
    Phrase: "phrase",
    Prefix: "prefix",
    Fuzzy: "fuzzy",
    Field: "field",
    Not: "excluded",
    And: "group",
    Or: "group",
    Dated: "dated",
}
# Kind of a filter -> the fields it has in a request, and in Filters.
_FILTERS: dict[PartKind, tuple[str, ...]] = {
    "source": ("sources",),
    "speaker": ("speakers",),
    "date": ("dates",),
    "kind": ("kinds",),
    "span": ("since", "until"),
}


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A part and the two plans that are counted for it."""

    kind: PartKind
    text: str
    alone: Plan
    without: Plan


def explain(request: SearchRequest, plan: Plan, engine: Engine) -> tuple[Part, ...]:
    """Return the parts of a request that finds nothing, those to blame first.

    To blame are parts that find nothing alone; then those without which the others find most. `plan` is the
    request's. The filters and the first parts of the query are counted, PARTS_MOST at most. Function words
    that are not looked for are named last. Where counting would read too much, nothing else is told.
    """
    nodes = _nodes(request)
    content = without_function_words(nodes)
    candidates = [*_filters(request, plan), *_nodes_counted(content, request, plan)][:PARTS_MOST]
    ignored = [Part("ignored", _text(node), 0, 0) for node in nodes if node not in content]
    return (*sorted(_counted(candidates, engine), key=_innocence), *ignored)


def without_part(request: SearchRequest, part: Part) -> SearchRequest | None:
    """Return the request without one part of it, from its first page; None where nothing else is asked."""
    if part.kind in _FILTERS:
        rest = replace(request, page=1, **_emptied(part.kind))
    else:
        query = unparse(_together(_others(_nodes(request), part.text)))
        if len(query) > QUERY_MOST:
            return None
        rest = replace(request, page=1, query=query)
    return rest if rest.query or rest.is_filtered else None


def _counted(candidates: Sequence[_Candidate], engine: Engine) -> list[Part]:
    plans = [each for found in candidates for each in (found.alone, found.without) if _asks(each)]
    try:
        counts = dict(zip(map(id, plans), engine.count(plans), strict=True))
    except WorkError:
        return []
    return [
        Part(found.kind, found.text, counts[id(found.alone)], counts.get(id(found.without), 0))
        for found in candidates
    ]


def _asks(plan: Plan) -> bool:
    """Tell whether a plan asks for anything: without its only part, a question asks nothing."""
    return plan.tree != EVERYTHING or plan.filters != Filters()


def _innocence(part: Part) -> tuple[bool, int]:
    return part.alone > 0, -part.without


def _nodes(request: SearchRequest) -> tuple[Node, ...]:
    return tuple(dict.fromkeys(parts_of(parse(request.query))))


def _others(nodes: Sequence[Node], text: str) -> Sequence[Node]:
    """Return the nodes but the one written so; function words beside it alone go with it."""
    if all(_text(node) == text for node in without_function_words(nodes)):
        return ()
    return [node for node in nodes if _text(node) != text]


def _nodes_counted(nodes: Sequence[Node], request: SearchRequest, plan: Plan) -> Iterator[_Candidate]:
    for node in nodes:
        others = [each for each in nodes if each != node]
        yield _Candidate(
            _KINDS[type(node)],
            _text(node),
            replace(plan, tree=node, filters=Filters()),
            replace(plan, tree=_wanted(others, request)),
        )


def _filters(request: SearchRequest, plan: Plan) -> Iterator[_Candidate]:
    for kind, fields in _FILTERS.items():
        chosen = {field: getattr(plan.filters, field) for field in fields}
        if any(chosen.values()):
            yield _Candidate(
                kind,
                _written(request, fields),
                replace(plan, tree=EVERYTHING, filters=Filters(**chosen)),
                replace(plan, filters=replace(plan.filters, **_emptied(kind))),
            )


def _text(node: Node) -> str:
    return "-" + unparse(node).removeprefix("NOT ") if isinstance(node, Not) else unparse(node)


def _written(request: SearchRequest, fields: tuple[str, ...]) -> str:
    if len(fields) == 1:
        return ", ".join(getattr(request, fields[0]))
    return f"{request.since or ''}..{request.until or ''}"


def _emptied(kind: PartKind) -> dict[str, Any]:
    return dict.fromkeys(_FILTERS[kind], None if kind == "span" else ())


def _wanted(nodes: Sequence[Node], request: SearchRequest) -> Node:
    tree = _together(nodes)
    return relaxed(tree) if request.mode == "any" else tree


def _together(nodes: Sequence[Node]) -> Node:
    return nodes[0] if len(nodes) == 1 else And(tuple(nodes))
