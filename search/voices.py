"""Which parts of a conjunction speak of one quote: speaker: and quote: side by side."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from search.query import And, Field, Node, Not, Or


@dataclass(frozen=True, slots=True)
class Voiced:
    """The nodes of a conjunction, parted: who speaks, what is said, and all else.

    There is a `speaker` only where there is something said too; else all nodes are in `rest`.
    """

    speakers: tuple[Node, ...]
    said: tuple[Node, ...]
    rest: tuple[Node, ...]


def voiced(nodes: Sequence[Node]) -> Voiced:
    """Part the nodes that stand side by side.

    A node belongs to a quote where it is made of one of the two fields and excludes nothing: what an
    exclusion excludes are articles.
    """
    speakers = tuple(node for node in nodes if _is_made_of("speaker", node))
    said = tuple(node for node in nodes if _is_made_of("quote", node))
    if not (speakers and said):
        return Voiced((), (), tuple(nodes))
    return Voiced(speakers, said, tuple(node for node in nodes if node not in (*speakers, *said)))


def words_said(node: Node) -> tuple[Node, ...]:
    """Return what a query as a whole asks of a quote: its quote: parts, if not one among alternatives."""
    return tuple(each for each in parts_of(node) if _is_made_of("quote", each))


def asks_quotes(node: Node) -> bool:
    """Tell whether a query has a quote: part anywhere."""
    match node:
        case Field(name, inner):
            return name == "quote" or asks_quotes(inner)
        case And(nodes) | Or(nodes):
            return any(map(asks_quotes, nodes))
        case Not(inner):
            return asks_quotes(inner)
        case _:
            return False


def parts_of(node: Node) -> tuple[Node, ...]:
    """Return the nodes that must all hold; one alone is its own part."""
    return node.nodes if isinstance(node, And) else (node,)


def _is_made_of(field: str, node: Node) -> bool:
    match node:
        case Field(name, inner):
            return name == field and not _excludes(inner)
        case And(nodes) | Or(nodes):
            return _all_made_of(field, nodes)
        case _:
            return False


def _all_made_of(field: str, nodes: Iterable[Node]) -> bool:
    found = list(nodes)
    return bool(found) and all(_is_made_of(field, each) for each in found)


def _excludes(node: Node) -> bool:
    match node:
        case Not():
            return True
        case And(nodes) | Or(nodes):
            return any(map(_excludes, nodes))
        case Field(_, inner):
            return _excludes(inner)
        case _:
            return False
