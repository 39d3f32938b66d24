"""Function words in a query: left out unless there is nothing else to look for."""

from collections.abc import Sequence

from index.analysis import analyze
from search.query import And, Field, Node, Word

# Fields of text; names are looked for whole.
TEXT_FIELDS = ("title", "quote")


def is_function_word(node: Node) -> bool:
    """Tell whether a node holds function words alone; phrases and alternatives are looked for as they are."""
    match node:
        case Word(text):
            return not any(analyze(text).terms())
        case Field(name, inner):
            return name in TEXT_FIELDS and is_function_word(inner)
        case And(nodes):
            return all(map(is_function_word, nodes))
        case _:
            return False


def without_function_words(nodes: Sequence[Node]) -> Sequence[Node]:
    """Return the nodes that are looked for: all of them where they are function words alone."""
    return [node for node in nodes if not is_function_word(node)] or nodes
