"""What the leaves of a query match in a text: stretches to mark, found piece by piece."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from index.analysis import BREAK, Token, analyze, tokens
from index.equivalents import Form
from search.naming import one_typo_apart
from search.query import Fuzzy, Phrase, Prefix
from search.senses import Sense, scattered

Leaf = Sense | Phrase | Prefix | Fuzzy

# What stands between spaces has the same tokens wherever it stands.
_PIECE = re.compile(r"\S+")
_REST = re.compile(r"\S*")
# What no phrase runs across: the beginning of a word, and the end of a text.
_PARTING = re.compile(rf"[^\W_ʼʻ]|{BREAK}")

# No stretch of words: its length, what it matches and how much that says.
_NOTHING = (0, "", 0)

# Pieces of text remembered with their tokens: those of a few thousand articles.
_KNOWN_MOST = 100_000
# Pieces of text remembered with what a query marks in them.
_ALONE_MOST = 20_000


class Mark(NamedTuple):
    """A stretch of text to mark, and what of the query it matches.

    `words` tells how much that says: 0 for a function word, the number of words for a phrase.
    """

    start: int
    end: int
    matched: str
    words: int = 1


class Wanted(NamedTuple):
    """A leaf of a query or what its words mean, and whether function words in it are looked for."""

    leaf: Leaf
    keeps_function_words: bool


class _Seen(NamedTuple):
    """A token, what to add to its offsets, and the stems it has together with as many words from it on."""

    token: Token
    offset: int = 0
    wide: tuple[tuple[int, str], ...] = ()


# A piece of text: where it starts, and the piece.
_Piece = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Terms:
    """What to mark: words by stem, as written, by prefix or one typo away, and phrases by their words.

    `phrases` are of surface forms and `apart` of stems; each has the number of words it counts for. A stem
    among the `scattered` is only marked in a text without what it stands for there: `umum` of
    komisi pemilihan umum is not beside KPU.
    """

    stems: frozenset[str]
    surfaces: frozenset[str]
    prefixes: frozenset[str]
    fuzzy: frozenset[str]
    phrases: Mapping[Form, int]
    apart: Mapping[Form, int]
    scattered: Mapping[str, frozenset[str]]
    # The marks of stretches of text, from the beginning of each, and which pieces may have any.
    _known: dict[str, tuple[Mark, ...]] = field(default_factory=dict, compare=False, repr=False)
    _telling: dict[str, bool] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, parts: Iterable[Wanted]) -> "Terms":
        """Collect what the leaves of a query look for."""
        stems, surfaces, prefixes, fuzzy = set[str](), set[str](), set[str](), set[str]()
        phrases, apart = dict[Form, int](), dict[Form, int]()
        meant: list[Sense] = []
        for leaf, keeps_function_words in parts:
            match leaf:
                case Sense(surface=str(surface)):
                    surfaces |= {surface} if keeps_function_words else set()
                    continue
                case Sense():
                    meant.append(leaf)
                    stems |= {stem for way in leaf.stems for stem in way}
                    phrases = dict.fromkeys((*leaf.phrases, *leaf.printed), leaf.worth) | phrases
                    apart = dict.fromkeys(leaf.apart, leaf.worth) | apart
                    continue
            written = tuple(token.surface for token in tokens(leaf.text))
            match leaf:
                case Phrase():
                    phrases[written] = len(written)
                case Prefix():
                    surfaces.update(written[:-1])
                    prefixes.update(written[-1:])
                case Fuzzy():
                    surfaces.update(written[:-1])
                    fuzzy.update(written[-1:])
        return cls(
            frozenset(stems),
            frozenset(surfaces),
            frozenset(prefixes),
            frozenset(fuzzy),
            phrases,
            apart,
            scattered(meant),
        )

    def marks(self, text: str) -> list[Mark]:
        """Return the stretches to mark, in order, none overlapping; a phrase is one stretch.

        The longest phrase wins, then a word as it is written.
        """
        if self._is_empty:
            return []
        pieces = ((piece.start(), piece[0]) for piece in _PIECE.finditer(text))
        return self._marks_of(text, (each for each in pieces if self._tells(each[1])))

    def marks_near(self, text: str, places: Iterable[tuple[int, int]]) -> list[Mark]:
        """Return what `marks` does, given where the words stand that may be marked, and perhaps others.

        Places are in order and do not overlap. The words of a phrase must all be among them.
        """
        if self._is_empty:
            return []
        return self._marks_of(text, _pieces_near(text, places))

    @property
    def _is_empty(self) -> bool:
        return not (self.stems or self.surfaces or self.prefixes or self.fuzzy or self.phrases)

    def _marks_of(self, text: str, pieces: Iterable[_Piece]) -> list[Mark]:
        marks: list[Mark] = []
        runs = _runs_of(text, pieces) if self.phrases or self.apart else ([piece] for piece in pieces)
        for run in runs:
            start, stretch = run[0]
            if len(run) > 1:
                last, written = run[-1]
                stretch = text[start : last + len(written)]
            for first, end, matched, words in self._marks_alone(stretch, run):
                marks.append(Mark(start + first, start + end, matched, words))
        if not self.scattered:
            return marks
        found = frozenset(mark.matched for mark in marks)
        return [mark for mark in marks if found.isdisjoint(self.scattered.get(mark.matched, ()))]

    def _marks_alone(self, stretch: str, run: Sequence[_Piece]) -> Sequence[Mark]:
        """Return the marks of the pieces of a stretch of text, from its beginning, which tell of no other."""
        marks = self._known.get(stretch)
        if marks is None:
            if len(self._known) >= _ALONE_MOST:
                self._known.clear()
            first = run[0][0]
            seen = [
                each._replace(offset=start - first) for start, written in run for each in _tokens_of(written)
            ]
            marks = self._known[stretch] = tuple(self._marks_in(seen))
        return marks

    def _tells(self, written: str) -> bool:
        """Tell whether anything in a piece of text may be marked."""
        telling = self._telling.get(written)
        if telling is None:
            if len(self._telling) >= _ALONE_MOST:
                self._telling.clear()
            telling = self._telling[written] = any(map(self._is_wanted, _tokens_of(written)))
        return telling

    def _is_wanted(self, seen: _Seen) -> bool:
        token = seen.token
        return (
            any(token.surface in phrase for phrase in self.phrases)
            or any(_stem_of(token) in stems for stems in self.apart)
            or any(stem in self.stems for _, stem in seen.wide)
            or self._matched_by(token) is not None
        )

    def _marks_in(self, run: Sequence[_Seen]) -> Iterator[Mark]:
        surfaces = [seen.token.surface for seen in run] if self.phrases else []
        stems = [_stem_of(seen.token) for seen in run] if self.apart else []
        longest = max(map(len, self.apart), default=0)
        position = 0
        while position < len(run):
            found = max(
                _longest(self.phrases, surfaces, position),
                _longest(self.apart, stems[: _touching(run, position, longest)], position),
                self._wide_at(run[position]),
                key=itemgetter(0),
            )
            token = run[position].token
            single = (1, self._matched_by(token), int(token.stem is not None))
            length, matched, words = found if found[0] else single
            if matched is not None:
                yield Mark(_start(run[position]), _end(run[position + length - 1]), matched, words)
            position += length

    def _wide_at(self, seen: _Seen) -> tuple[int, str, int]:
        """Return the length of the hyphenated word that begins with a token, its match and its worth."""
        return max(((length, stem, 1) for length, stem in seen.wide if stem in self.stems), default=_NOTHING)

    def _matched_by(self, token: Token) -> str | None:
        """Return the part of the query that a token matches."""
        if token.stem in self.stems:
            return token.stem
        if token.surface in self.surfaces:
            return token.surface
        for prefix in self.prefixes:
            if token.surface.startswith(prefix):
                return f"{prefix}*"
        return next((f"{word}~" for word in self.fuzzy if one_typo_apart(token.surface, word)), None)


@lru_cache(_KNOWN_MOST)
def _tokens_of(written: str) -> Sequence[_Seen]:
    """Return the tokens of a piece of text."""
    analysis = analyze(written)
    wide: dict[int, tuple[tuple[int, str], ...]] = {}
    for first, length, stem in analysis.wide:
        wide[first] = (*wide.get(first, ()), (length, stem))
    return [_Seen(token, 0, wide.get(number, ())) for number, token in enumerate(analysis.tokens())]


def _pieces_near(text: str, places: Iterable[tuple[int, int]]) -> Iterator[_Piece]:
    """Yield the pieces of text in which words stand."""
    end = 0
    for start, stop in places:
        if stop <= end:
            continue
        while start > end and not text[start - 1].isspace():
            start -= 1  # noqa: PLW2901  # the piece begins before the word
        end = stop
        if not text[stop : stop + 1].isspace():
            end = _REST.match(text, stop).end()  # type: ignore[union-attr]  # it matches nothing, too
        yield start, text[start:end]


def _runs_of(text: str, pieces: Iterable[_Piece]) -> Iterator[list[_Piece]]:
    """Yield the pieces as stretches with nothing between them, or pieces without words."""
    run: list[_Piece] = []
    end = 0
    for start, written in pieces:
        if run and _PARTING.search(text, end, start):
            yield run
            run = []
        run.append((start, written))
        end = start + len(written)
    if run:
        yield run


def _stem_of(token: Token) -> str:
    return token.stem or token.surface


def _touching(run: Sequence[_Seen], position: int, most: int) -> int:
    """Return where the words end, `most` at most, that stand with one character between them: no comma."""
    end = position + 1
    while end < min(position + most, len(run)) and _start(run[end]) - _end(run[end - 1]) == 1:
        end += 1
    return end


def _start(seen: _Seen) -> int:
    return seen.token.start + seen.offset


def _end(seen: _Seen) -> int:
    return seen.token.end + seen.offset


def _longest(phrases: Mapping[Form, int], words: Sequence[str], position: int) -> tuple[int, str, int]:
    """Return the length of the longest phrase that stands there, its words, and for how many it counts."""
    lengths = [
        len(phrase)
        for phrase in phrases
        if words[position] == phrase[0] and tuple(words[position : position + len(phrase)]) == phrase
    ]
    if not lengths:
        return _NOTHING
    phrase = tuple(words[position : position + max(lengths)])
    return len(phrase), " ".join(phrase), phrases[phrase]
