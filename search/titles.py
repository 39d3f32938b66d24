"""Names as a question has them, with titles: articles keep names without."""

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from corpus.names import bare_name
from search.query import And, Field, Node, Not, Or, Phrase

# Names kept as they are without their titles.
_NAMES_KEPT = 1_024


@lru_cache(_NAMES_KEPT)
def without_titles(name: str) -> str:
    """Return a name without honorifics and degrees, by the rules of articles, in whatever case it stands."""
    written = name.title() if name.islower() or name.isupper() else name
    bare = bare_name(written)
    return name if bare == written else bare


def untitled(node: Node, is_known: Callable[[str], bool], field: str | None = None) -> Node:
    """Return a query whose phrases for speakers have no titles; what is known as it stands is left alone."""
    match node:
        case Phrase(text) if field == "speaker":
            bare = without_titles(text)
            return node if bare == text or is_known(text) else Phrase(bare)
        case And(nodes) | Or(nodes):
            return replace(node, nodes=tuple(untitled(each, is_known, field) for each in nodes))
        case Not(inner):
            return Not(untitled(inner, is_known, field))
        case Field(name, inner):
            return Field(name, untitled(inner, is_known, name))
        case _:
            return node
