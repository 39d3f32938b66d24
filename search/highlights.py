"""Which words of a text match a query: what snippets mark."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from operator import itemgetter
from typing import NamedTuple

from corpus.article import Quote
from index.analysis import BREAK, Token, analyze, tokens
from index.equivalents import Form
from index.name_keys import fold_name
from search.function_words import is_function_word
from search.naming import as_name, name_test, one_typo_apart
from search.query import And, Field, Fuzzy, Node, Not, Or, Phrase, Prefix, Word
from search.senses import Sense, runs, scattered, senses
from search.voices import voiced

# All names of the person whom an article calls so.
NamesOf = Callable[[str], Sequence[str]]

Leaf = Sense | Phrase | Prefix | Fuzzy

# What stands between spaces has the same tokens wherever it stands.
_PIECE = re.compile(rf"\S+|{BREAK}")

# No stretch of words: its length, what it matches and how much that says.
_NOTHING = (0, "", 0)

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
    """A leaf of a query or what its words mean, and whether function words in it are looked for."""

    leaf: Leaf
    keeps_function_words: bool


class _Seen(NamedTuple):
    """A token, what to add to its offsets, and the stems it has together with as many words from it on."""

    token: Token
    offset: int = 0
    wide: tuple[tuple[int, str], ...] = ()


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
    # Each piece of text is analysed once, however often it comes; None where nothing in it may be marked.
    _known: dict[str, list[_Seen] | None] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, parts: Iterable[Wanted]) -> "Terms":
        """Collect what the leaves of a query look for."""
        stems, surfaces, prefixes, fuzzy = set[str](), set[str](), set[str](), set[str]()
        phrases, apart = dict[Form, int](), dict[Form, int]()
        meant: list[Sense] = []
        for leaf, keeps_function_words in parts:
            written = tuple(token.surface for token in tokens(leaf.text))
            match leaf:
                case Sense(surface=str(surface)):
                    surfaces |= {surface} if keeps_function_words else set()
                case Sense():
                    meant.append(leaf)
                    stems |= {stem for way in leaf.stems for stem in way}
                    phrases = dict.fromkeys((*leaf.phrases, *leaf.printed), leaf.worth) | phrases
                    apart = dict.fromkeys(leaf.apart, leaf.worth) | apart
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
        if not (self.stems or self.surfaces or self.prefixes or self.fuzzy or self.phrases):
            return []
        marks = [mark for run in self._runs(text) for mark in self._marks_in(run)]
        found = frozenset(mark.matched for mark in marks) if self.scattered else frozenset()
        return [mark for mark in marks if found.isdisjoint(self.scattered.get(mark.matched, ()))]

    def _runs(self, text: str) -> Iterator[list[_Seen]]:
        """Yield the tokens of each stretch in which every word may be marked."""
        if len(self._known) > _KNOWN_MOST:
            self._known.clear()
        run: list[_Seen] = []
        for piece in _PIECE.finditer(text):
            written = piece[0]
            if written not in self._known:
                self._known[written] = self._telling(written)
            telling = self._known[written]
            if telling is not None:
                run += [_Seen(token, piece.start(), wide) for token, _, wide in telling]
            elif run:
                yield run
                run = []
        yield run

    def _telling(self, written: str) -> list[_Seen] | None:
        """Return the tokens of a piece of text, or None where none of them may be marked."""
        analysis = analyze(written)
        wide: dict[int, tuple[tuple[int, str], ...]] = {}
        for first, length, stem in analysis.wide:
            wide[first] = (*wide.get(first, ()), (length, stem))
        found = [_Seen(token, 0, wide.get(number, ())) for number, token in enumerate(analysis.tokens())]
        if not found and written != BREAK:
            # A dash between the words of a phrase.
            return found
        return found if any(map(self._is_wanted, found)) else None

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


def own_name(name: str) -> tuple[str]:
    """Return the name alone, of a person who is called nothing else."""
    return (name,)


@dataclass(frozen=True, slots=True)
class Said:
    """What a query wants said in one quote, and by whom: its `quote:` and `speaker:` parts side by side."""

    speakers: tuple[Node, ...]
    texts: tuple[Node, ...]
    terms: Terms

    def marks(self, body: str, quotes: Iterable[Quote], names_of: NamesOf) -> Iterator[Mark]:
        """Yield the marks in the quotes that say it, as offsets into the body."""
        for quote in self._chosen(body, quotes, names_of):
            for mark in self.terms.marks(body[quote.start : quote.end]):
                yield mark._replace(start=mark.start + quote.start, end=mark.end + quote.start)

    def _chosen(self, body: str, quotes: Iterable[Quote], names_of: NamesOf) -> list[Quote]:
        """Choose the quotes that say all of it, else those of the speaker, else all."""
        every = list(quotes)
        theirs = [
            quote
            for quote in every
            if _all_hold(self.speakers, partial(_names, names_of(quote.speaker or "")))
        ]
        said = [
            quote for quote in theirs if _all_hold(self.texts, partial(_says, body[quote.start : quote.end]))
        ]
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

    def in_body(self, body: str, quotes: Iterable[Quote], names_of: NamesOf = own_name) -> list[Mark]:
        """Return what to mark in the body of an article, in order.

        `names_of` gives all names of the person whom the article calls so.
        """
        marks = self.anywhere.marks(body)
        every = list(quotes)
        theirs = [
            quote
            for quote in every
            if not self.speakers.isdisjoint(map(fold_name, names_of(quote.speaker or "")))
        ]
        inside = [mark for said in self.said for mark in said.marks(body, theirs or every, names_of)]
        return _apart([*marks, *inside]) if inside else marks

    def in_quote(self, text: str) -> list[Mark]:
        """Return what to mark in the words of one quote, in order."""
        marks = [self.anywhere.marks(text), *(said.terms.marks(text) for said in self.said)]
        return _apart([mark for each in marks for mark in each])


def _parts(node: tuple[Word, ...] | Node, *, keeps_function_words: bool) -> Iterator[Wanted | Said]:
    """Yield what a query looks for in a text."""
    match node:
        case And(nodes):
            together = voiced(nodes)
            if together.said:
                yield Said(together.speakers, together.said, _terms_of(together.said))
            for run in runs(together.rest):
                yield from _parts(run, keeps_function_words=keeps_function_words)
        case Or(nodes):
            for each in nodes:
                yield from _parts(each, keeps_function_words=True)
        case Field("quote"):
            yield Said((), (node,), _terms_of([node]))
        case tuple() | Word() | Phrase() | Prefix() | Fuzzy():
            yield from _wanted(node, keeps_function_words=keeps_function_words)


def _wanted(
    part: tuple[Word, ...] | Word | Phrase | Prefix | Fuzzy, *, keeps_function_words: bool
) -> Iterator[Wanted]:
    match part:
        case tuple():
            yield from (Wanted(sense, keeps_function_words) for sense in senses(part))
        case Word():
            yield from _wanted((part,), keeps_function_words=keeps_function_words)
        case _:
            yield Wanted(part, keeps_function_words)


def _terms_of(nodes: Iterable[Node]) -> Terms:
    return Terms.of(
        wanted for node in nodes for wanted in _leaves(node, keeps_function_words=is_function_word(node))
    )


def _leaves(node: tuple[Word, ...] | Node, *, keeps_function_words: bool) -> Iterator[Wanted]:
    match node:
        case And(nodes):
            for run in runs(nodes):
                yield from _leaves(run, keeps_function_words=keeps_function_words)
        case Or(nodes):
            for each in nodes:
                yield from _leaves(each, keeps_function_words=True)
        case Field(_, inner):
            yield from _leaves(inner, keeps_function_words=keeps_function_words)
        case tuple() | Word() | Phrase() | Prefix() | Fuzzy():
            yield from _wanted(node, keeps_function_words=keeps_function_words)


def _all_hold(nodes: Iterable[Node], says: Callable[[tuple[Word, ...] | Node], bool]) -> bool:
    return all(_holds(node, says) for node in nodes)


def _holds(node: Node, says: Callable[[tuple[Word, ...] | Node], bool]) -> bool:
    """Tell whether a part of a query holds, given which of its leaves and runs of words do."""
    match node:
        case And(nodes):
            return all(says(run) if isinstance(run, tuple) else _holds(run, says) for run in runs(nodes))
        case Or(nodes):
            return any(_holds(each, says) for each in nodes)
        case Not(inner):
            return not _holds(inner, says)
        case Field(_, inner):
            return _holds(inner, says)
        case Word():
            return says((node,))
        case _:
            return says(node)


def _says(text: str, part: tuple[Word, ...] | Node) -> bool:
    """Tell whether a text says what words mean, or has a phrase; function words count if all else is none."""
    if not isinstance(part, tuple):
        return bool(_terms_of([part]).marks(text))
    meant = senses(part)
    telling = [sense for sense in meant if sense.surface is None] or meant
    return bool(meant) and all(sense.is_said_in(text) for sense in telling)


def _names(names: Iterable[str], part: tuple[Word, ...] | Node) -> bool:
    """Tell whether one of a person's names is what a part of a query looks for."""
    if not isinstance(part, tuple | Phrase | Prefix | Fuzzy):
        return False
    return any(map(name_test(part), map(as_name, names)))


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


def _apart(marks: Iterable[Mark]) -> list[Mark]:
    """Put marks in order and drop what overlaps one before; of two that begin together the longer stays."""
    apart: list[Mark] = []
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end)):
        if not apart or apart[-1].end <= mark.start:
            apart.append(mark)
    return apart
