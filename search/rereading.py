"""What the first hits are read again for.

How near each other, how early and in which form the words of a query stand in a text adds to its score.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from index.analysis import Token, tokens
from search.query import And, Node, Or, Phrase, Word
from search.request import Target

# The field whose text is read again.
READ_FIELD: dict[Target, str] = {"articles": "body", "quotes": "quote"}

# Trees remembered with their words.
_TREES_MOST = 1_000

# What a word tells: its inverse document frequency.
Telling = Callable[[str], float]


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a query outside its fields and exclusions, and which of them stand side by side.

    `told` is what each stem tells, `forms` how each was typed first, `neighbours` the pairs of stems.
    """

    told: Mapping[str, float]
    forms: Mapping[str, str]
    neighbours: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, tree: Node, telling: Telling) -> "Wording":
        """Collect the words of a tree; function words are none."""
        words = _words(tree)
        stems = [stem for stem, _ in words]
        pairs = dict.fromkeys(pair for pair in pairwise(stems) if pair[0] != pair[1])
        forms = dict(reversed(words))
        return cls({stem: telling(stem) for stem in forms}, forms, tuple(pairs))


@lru_cache(_TREES_MOST)
def _words(tree: Node) -> tuple[tuple[str, str], ...]:
    """Return stem and surface of each word."""
    return tuple((token.stem, token.surface) for token in _tokens(tree) if token.stem is not None)


def _tokens(node: Node) -> Iterator[Token]:
    match node:
        case Word(text) | Phrase(text):
            yield from tokens(text)
        case And(nodes) | Or(nodes):
            for each in nodes:
                yield from _tokens(each)
