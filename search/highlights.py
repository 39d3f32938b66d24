"""Which words of a text match a query: what snippets mark."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from corpus.article import Quote
from index.analysis import BREAK, Token, tokens
from search.columns import fold_name
from search.function_words import is_function_word
from search.query import And, Field, Fuzzy, Node, Not, Or, Phrase, Prefix, Word
from search.voices import voiced

Leaf = Word | Phrase | Prefix | Fuzzy

# What stands between spaces has the same tokens wherever it stands.
_PIECE = re.compile(rf"\S+|{BREAK}")

# Pieces of text remembered before all are forgotten: what a few thousand articles hold.
_KNOWN_MOST = 100_000


class Mark(NamedTuple):
    """A stretch of text to mark, and what of the query it matches.

    `words` tells how much that says: 0 for a function word, the number of words for a phrase.
    """

    start: int
    end: int
    matched: str
    words: int = 1


class Wanted(NamedTuple):
    """A leaf of a query, and whether the function words in it are looked for."""

    leaf: Leaf
    keeps_function_words: bool


@dataclass(frozen=True, slots=True)
class Terms:
    """What to mark: words by stem, as written, by prefix or one typo away, and phrases by their words."""

    stems: frozenset[str]
    surfaces: frozenset[str]
    prefixes: frozenset[str]
    fuzzy: frozenset[str]
    phrases: frozenset[tuple[str, ...]]
    # Each piece of text is analysed once, however often it comes; None where nothing in it may be marked.
    _known: dict[str, list[Token] | None] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, parts: Iterable[Wanted]) -> "Terms":
        """Collect what the leaves of a query look for."""
        stems, surfaces, prefixes, fuzzy = set[str](), set[str](), set[str](), set[str]()
        phrases: set[tuple[str, ...]] = set()
        for leaf, keeps_function_words in parts:
            found = list(tokens(leaf.text))
            written = tuple(token.surface for token in found)
            match leaf:
                case Word():
                    stems |= {token.stem for token in found if token.stem is not None}
                    surfaces |= {token.surface for token in found if keeps_function_words and not token.stem}
                case Phrase():
                    phrases.add(written)
                case Prefix():
                    surfaces.update(written[:-1])
                    prefixes.update(written[-1:])
                case Fuzzy():
                    surfaces.update(written[:-1])
                    fuzzy.update(written[-1:])
        return cls(
            frozenset(stems), frozenset(surfaces), frozenset(prefixes), frozenset(fuzzy), frozenset(phrases)
        )

    def marks(self, text: str) -> list[Mark]:
        """Return the stretches to mark, in order, none overlapping; a phrase is one stretch.

        The longest phrase wins, then a word as it is written.
        """
        if not (self.stems or self.surfaces or self.prefixes or self.fuzzy or self.phrases):
            return []
        return [mark for run in self._runs(text) for mark in self._marks_in(run)]

    def _runs(self, text: str) -> Iterator[list[tuple[Token, int]]]:
        """Yield the tokens of each stretch in which every word may be marked, with what to add to offsets."""
        if len(self._known) > _KNOWN_MOST:
            self._known.clear()
        run: list[tuple[Token, int]] = []
        for piece in _PIECE.finditer(text):
            written = piece[0]
            if written not in self._known:
                self._known[written] = self._telling(written)
            telling = self._known[written]
            if telling is not None:
                run += [(token, piece.start()) for token in telling]
            elif run:
                yield run
                run = []
        yield run

    def _telling(self, written: str) -> list[Token] | None:
        """Return the tokens of a piece of text, or None where none of them may be marked."""
        found = list(tokens(written))
        if not found and written != BREAK:
            # A dash between the words of a phrase.
            return found
        return found if any(map(self._is_wanted, found)) else None

    def _is_wanted(self, token: Token) -> bool:
        return any(token.surface in phrase for phrase in self.phrases) or self._matched_by(token) is not None

    def _marks_in(self, run: Sequence[tuple[Token, int]]) -> Iterator[Mark]:
        surfaces = [token.surface for token, _ in run] if self.phrases else []
        position = 0
        while position < len(run):
            (first, offset), length = run[position], self._phrase_at(surfaces, position)
            if length:
                last, end_offset = run[position + length - 1]
                said = " ".join(surfaces[position : position + length])
                yield Mark(first.start + offset, last.end + end_offset, said, length)
            elif matched := self._matched_by(first):
                yield Mark(first.start + offset, first.end + offset, matched, int(first.stem is not None))
            position += length or 1

    def _phrase_at(self, surfaces: Sequence[str], position: int) -> int:
        lengths = [
            len(phrase)
            for phrase in self.phrases
            if surfaces[position] == phrase[0]
            and tuple(surfaces[position : position + len(phrase)]) == phrase
        ]
        return max(lengths, default=0)

    def _matched_by(self, token: Token) -> str | None:
        """Return the part of the query that a token matches."""
        if token.stem in self.stems:
            return token.stem
        if token.surface in self.surfaces:
            return token.surface
        for prefix in self.prefixes:
            if token.surface.startswith(prefix):
                return f"{prefix}*"
        return next((f"{word}~" for word in self.fuzzy if _one_typo_apart(token.surface, word)), None)


@dataclass(frozen=True, slots=True)
class Said:
    """What a query wants said in one quote, and by whom: its `quote:` and `speaker:` parts side by side."""

    speakers: tuple[Node, ...]
    texts: tuple[Node, ...]
    terms: Terms

    def marks(self, body: str, quotes: Iterable[Quote]) -> Iterator[Mark]:
        """Yield the marks in the quotes that say it, as offsets into the body."""
        for quote in self._chosen(body, quotes):
            for mark in self.terms.marks(body[quote.start : quote.end]):
                yield mark._replace(start=mark.start + quote.start, end=mark.end + quote.start)

    def _chosen(self, body: str, quotes: Iterable[Quote]) -> list[Quote]:
        """Choose the quotes that say all of it, else those of the speaker, else all."""
        every = list(quotes)
        theirs = [quote for quote in every if _all_hold(self.speakers, quote.speaker or "", as_names=True)]
        said = [quote for quote in theirs if _all_hold(self.texts, body[quote.start : quote.end])]
        return said or theirs or every


@dataclass(frozen=True, slots=True)
class Highlights:
    """What to mark of a query: `anywhere` in a text, `said` only within quotes, of these speakers if any."""

    anywhere: Terms
    said: tuple[Said, ...]
    speakers: frozenset[str]

    @classmethod
    def of(cls, tree: Node, speakers: Iterable[str] = ()) -> "Highlights":
        """Collect what a query looks for in the text; excluded words and other fields are no part of it.

        `speakers` are the names chosen in the speaker filter. Function words are marked where they are
        looked for: in a phrase, beside OR, or where there is nothing else.
        """
        parts = list(_parts(tree, keeps_function_words=is_function_word(tree)))
        anywhere = Terms.of(part for part in parts if isinstance(part, Wanted))
        said = tuple(part for part in parts if isinstance(part, Said))
        return cls(anywhere, said, frozenset(map(fold_name, speakers)))

    def in_body(self, body: str, quotes: Iterable[Quote]) -> list[Mark]:
        """Return what to mark in the body of an article, in order."""
        marks = self.anywhere.marks(body)
        every = list(quotes)
        theirs = [quote for quote in every if fold_name(quote.speaker or "") in self.speakers]
        inside = [mark for said in self.said for mark in said.marks(body, theirs or every)]
        return _apart([*marks, *inside]) if inside else marks

    def in_quote(self, text: str) -> list[Mark]:
        """Return what to mark in the words of one quote, in order."""
        marks = [self.anywhere.marks(text), *(said.terms.marks(text) for said in self.said)]
        return _apart([mark for each in marks for mark in each])


def _parts(node: Node, *, keeps_function_words: bool) -> Iterator[Wanted | Said]:
    """Yield what a query looks for in a text."""
    match node:
        case And(nodes):
            together = voiced(nodes)
            if together.said:
                yield Said(together.speakers, together.said, _terms_of(together.said))
            for each in together.rest:
                yield from _parts(each, keeps_function_words=keeps_function_words)
        case Or(nodes):
            for each in nodes:
                yield from _parts(each, keeps_function_words=True)
        case Field("quote"):
            yield Said((), (node,), _terms_of([node]))
        case Word() | Phrase() | Prefix() | Fuzzy():
            yield Wanted(node, keeps_function_words)


def _terms_of(nodes: Iterable[Node]) -> Terms:
    return Terms.of(
        wanted for node in nodes for wanted in _leaves(node, keeps_function_words=is_function_word(node))
    )


def _leaves(node: Node, *, keeps_function_words: bool) -> Iterator[Wanted]:
    match node:
        case And(nodes) | Or(nodes):
            keeps = keeps_function_words or isinstance(node, Or)
            for each in nodes:
                yield from _leaves(each, keeps_function_words=keeps)
        case Field(_, inner):
            yield from _leaves(inner, keeps_function_words=keeps_function_words)
        case Word() | Phrase() | Prefix() | Fuzzy():
            yield Wanted(node, keeps_function_words)


def _all_hold(nodes: Iterable[Node], text: str, *, as_names: bool = False) -> bool:
    return all(_holds(node, text, as_names=as_names) for node in nodes)


def _holds(node: Node, text: str, *, as_names: bool) -> bool:
    """Tell whether a text matches a part of a query; names are compared as they are written."""
    match node:
        case And(nodes):
            return _all_hold(nodes, text, as_names=as_names)
        case Or(nodes):
            return any(_holds(each, text, as_names=as_names) for each in nodes)
        case Not(inner):
            return not _holds(inner, text, as_names=as_names)
        case Field(_, inner):
            return _holds(inner, text, as_names=as_names)
        case Word(written) if as_names:
            return {token.surface for token in tokens(written)} <= {token.surface for token in tokens(text)}
        case _:
            return bool(_terms_of([node]).marks(text))


def _apart(marks: Iterable[Mark]) -> list[Mark]:
    """Put marks in order and drop what overlaps one before; of two that begin together the longer stays."""
    apart: list[Mark] = []
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end)):
        if not apart or apart[-1].end <= mark.start:
            apart.append(mark)
    return apart


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
