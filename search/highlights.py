"""Which words of a text match a query: what snippets mark."""

from collections.abc import Sequence
from dataclasses import dataclass

from index.analysis import Token, tokens
from search.query import And, Field, Fuzzy, Node, Or, Phrase, Prefix, Word

# Fields that are read in the text that snippets are cut from.
_TEXT_FIELDS = ("quote",)


# Characters of a text that are looked through for marks: twenty ordinary articles.
READ_MOST = 50_000


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of text to mark, and what of the query it matches."""

    start: int
    end: int
    matched: str


@dataclass(frozen=True, slots=True)
class Highlights:
    """What to mark: stems, words one typo away, prefixes, phrases; function words only inside a phrase."""

    stems: frozenset[str] = frozenset()
    fuzzy: frozenset[str] = frozenset()
    prefixes: tuple[str, ...] = ()
    phrases: tuple[tuple[str, ...], ...] = ()

    @classmethod
    def of(cls, tree: Node) -> "Highlights":
        """Collect what a query looks for in the text; excluded words and other fields are no part of it."""
        stems: set[str] = set()
        fuzzy: set[str] = set()
        prefixes: list[str] = []
        phrases: list[tuple[str, ...]] = []
        for node in _leaves(tree):
            found = list(tokens(node.text))
            surfaces = tuple(token.surface for token in found)
            match node:
                case Word():
                    stems.update(token.stem for token in found if token.stem is not None)
                case Phrase():
                    phrases.append(surfaces)
                case Prefix():
                    prefixes.append(surfaces[-1])
                case Fuzzy():
                    fuzzy.add(surfaces[-1])
        return cls(frozenset(stems), frozenset(fuzzy), tuple(prefixes), tuple(phrases))

    def marks(self, text: str) -> list[Mark]:
        """Return the stretches to mark, in order, none overlapping; a phrase is one stretch.

        Only the beginning of a very long text is looked at.
        """
        found = list(tokens(text[:READ_MOST]))
        marks: list[Mark] = []
        position = 0
        while position < len(found):
            length = self._phrase_at(found, position) or self._word_at(found[position])
            if length:
                first, last = found[position], found[position + length - 1]
                matched = (
                    (first.stem or first.surface)
                    if length == 1
                    else " ".join(token.surface for token in found[position : position + length])
                )
                marks.append(Mark(first.start, last.end, matched))
            position += length or 1
        return marks

    def _phrase_at(self, found: Sequence[Token], position: int) -> int:
        lengths = [
            len(phrase)
            for phrase in self.phrases
            if tuple(token.surface for token in found[position : position + len(phrase)]) == phrase
        ]
        return max(lengths, default=0)

    def _word_at(self, token: Token) -> int:
        return int(
            token.stem in self.stems
            or token.surface.startswith(self.prefixes or ("\0",))
            or any(_one_typo_apart(token.surface, word) for word in self.fuzzy)
        )


def _leaves(node: Node) -> list[Word | Phrase | Prefix | Fuzzy]:
    match node:
        case And(nodes) | Or(nodes):
            return [leaf for each in nodes for leaf in _leaves(each)]
        case Field(name, inner) if name in _TEXT_FIELDS:
            return _leaves(inner)
        case Word() | Phrase() | Prefix() | Fuzzy():
            return [node]
        case _:
            return []


def _one_typo_apart(word: str, other: str) -> bool:
    """Tell whether one letter added, dropped, changed or swapped with the next makes one word the other."""
    if abs(len(word) - len(other)) > 1:
        return False
    short, long = sorted((word, other), key=len)
    same = next(
        (at for at, pair in enumerate(zip(short, long, strict=False)) if pair[0] != pair[1]), len(short)
    )
    if len(short) < len(long):
        return short[same:] == long[same + 1 :]
    swapped = short[same + 1 : same + 2] + short[same : same + 1] + short[same + 2 :]
    return short[same + 1 :] == long[same + 1 :] or swapped == long[same:]
