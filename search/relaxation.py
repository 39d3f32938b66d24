"""A question made less strict: any of its words instead of all of them. Trees in, trees out."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from search.function_words import TEXT_FIELDS, without_function_words
from search.query import And, Dated, Field, Fuzzy, Node, Not, Or, Phrase, Prefix, Word
from search.senses import grouped
from search.voices import voiced


def relaxed(tree: Node) -> Node:
    """Return the tree with its words as alternatives: words, phrases, beginnings, `title:` and `quote:`.

    What excludes, dates, outlets and speakers stay conditions, and so does an OR that holds one of them; a
    quote asked of a speaker stays that speaker's. Function words are left out unless there is nothing else.
    A tree with fewer than two alternatives comes back as it is.
    """
    match tree:
        case And(nodes):
            return _relaxed_conjunction(nodes)
        case Or(nodes):
            return Or(tuple(_alternatives(nodes)))
        case Field(name, inner) if name in TEXT_FIELDS:
            return replace(tree, node=relaxed(_bare(inner)))
        case _:
            return tree


def _relaxed_conjunction(nodes: Sequence[Node]) -> Node:
    conditions = [node for node in nodes if not _is_text(node)]
    content = [node for node in without_function_words(list(grouped(nodes))) if _is_text(node)]
    if len(content) < 2:  # noqa: PLR2004  # one is no alternative
        return And(tuple(relaxed(node) if _is_text(node) else node for node in nodes))
    speakers = voiced(nodes).speakers
    alternatives = without_function_words(_alternatives(content))
    either = Or(tuple(_said_by(speakers, each) for each in alternatives))
    return And((*conditions, either)) if conditions else either


def _alternatives(nodes: Iterable[Node]) -> list[Node]:
    """Relax each node; alternatives among alternatives are flattened."""
    relaxed_nodes = map(relaxed, nodes)
    return [each for node in relaxed_nodes for each in (node.nodes if isinstance(node, Or) else (node,))]


def _bare(node: Node) -> Node:
    """Leave out the function words of a field's words: among alternatives they would be wanted."""
    if not isinstance(node, And):
        return node
    groups = without_function_words(list(grouped(node.nodes)))
    content = [each for group in groups for each in (group.nodes if isinstance(group, And) else (group,))]
    return content[0] if len(content) == 1 else And(tuple(content))


def _said_by(speakers: tuple[Node, ...], node: Node) -> Node:
    return And((*speakers, node)) if voiced((*speakers, node)).speakers else node


def _is_text(node: Node) -> bool:
    """Tell whether a node only says what to look for, and neither excludes nor filters."""
    match node:
        case And(nodes) | Or(nodes):
            return all(map(_is_text, nodes))
        case Field(name, inner):
            return name in TEXT_FIELDS and _is_text(inner)
        case Not() | Dated():
            return False
        case Word() | Phrase() | Prefix() | Fuzzy():
            return True
