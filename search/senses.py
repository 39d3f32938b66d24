"""What the words of a query outside quotation marks look for: the stems and phrases that mean one thing.

Words that stand side by side are read together. `wali kota` looks for walikota, `e-KTP` for ektp or its
parts, and `kpu` and `komisi pemilihan umum` for one another. Nothing here holds for quotation marks,
beginnings, typos or names.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from index.analysis import WideStem, analyze, analyzer
from index.equivalents import Form
from index.expansions import Match
from search.query import And, Node, Word

# Runs of words remembered: those of a query are asked for by its compilation and by its marks.
_RUNS_MOST = 1_000


@dataclass(frozen=True, slots=True)
class Sense:
    """One thing that words of a run mean, as typed in `text`: the number of the first, and how many.

    Any of its ways will do: `stems` are the ways by stem, all stems of a way wanted; `phrases` those by
    surface forms side by side. What is `printed` is marked alike and not looked for, since a way of one stem
    finds it. `surface` is a function word, which has no ways.
    """

    text: str
    first: int
    length: int
    stems: tuple[Form, ...] = ()
    phrases: tuple[Form, ...] = ()
    printed: tuple[Form, ...] = ()
    surface: str | None = None

    @property
    def worth(self) -> int:
        """Tell how many words that say something were typed for it."""
        return len(self.stems[0]) if self.stems else 0

    @property
    def apart(self) -> Iterator[Form]:
        """Yield the stems, side by side, of words that one stem stands for: wali, kota of walikota."""
        for way in self.stems:
            if len(way) == 1:
                yield from analyzer().apart(way[0])

    def is_said_in(self, text: str) -> bool:
        """Tell whether a text has all stems of one way, or one of the phrases."""
        found = analyze(text)
        if self.surface is not None:
            return self.surface in found.words.surfaces
        terms = frozenset(found.terms())
        return any(terms.issuperset(way) for way in self.stems) or any(
            _stands_in(phrase, found.words.surfaces) for phrase in self.phrases
        )


def runs(nodes: Iterable[Node]) -> Iterator[tuple[Word, ...] | Node]:
    """Yield the nodes of a conjunction in order, with words that stand side by side as one run."""
    for is_word, group in groupby(nodes, lambda node: isinstance(node, Word)):
        if is_word:
            yield tuple(node for node in group if isinstance(node, Word))
        else:
            yield from group


def senses(words: Sequence[Word]) -> tuple[Sense, ...]:
    """Return what the words of a run mean, in order; what has no word means nothing."""
    return _senses(" ".join(word.text for word in words))


def grouped(nodes: Iterable[Node]) -> Iterator[Node]:
    """Yield the nodes of a conjunction in order, with words that have one sense together as one node."""
    for run in runs(nodes):
        if isinstance(run, tuple):
            yield from _grouped(run)
        else:
            yield run


def scattered(meant: Iterable[Sense]) -> dict[str, frozenset[str]]:
    """Return the stems wanted only beside others of their sense, with what says all of it, words spaced."""
    wanted: set[str] = set()
    scattered: dict[str, frozenset[str]] = {}
    for sense in meant:
        singles = [way for way in sense.stems if len(way) == 1]
        whole = frozenset(map(" ".join, (*singles, *sense.phrases, *sense.printed, *sense.apart)))
        for way in sense.stems:
            if way in singles or not whole:
                wanted.update(way)
            else:
                scattered |= dict.fromkeys(way, whole)
    return {stem: whole for stem, whole in scattered.items() if stem not in wanted}


def _grouped(words: Sequence[Word]) -> Iterator[Node]:
    owners = [number for number, word in enumerate(words) for _ in analyze(word.text).words.surfaces]
    group: list[Word] = []
    last = -1
    shared = {
        number
        for sense in senses(words)
        for number in range(owners[sense.first], owners[sense.first + sense.length - 1])
    }
    for last, word in enumerate(words):
        group.append(word)
        # A word belongs with the next one where a sense runs on into it.
        if last not in shared:
            yield group[0] if len(group) == 1 else And(tuple(group))
            group = []


@lru_cache(_RUNS_MOST)
def _senses(text: str) -> tuple[Sense, ...]:
    return tuple(_Reading(text).senses())


class _Reading:
    """A run of words analysed, with what several of them have together."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._analysis = analyze(text)
        self._joins = analyzer().joined(self._analysis)
        # A join, such as wali kota, comes behind a compound of the same words and counts for more.
        self._wide = {wide.first: wide for wide in self._analysis.wide if wide.length > 1}
        self._beside = {wide.first: wide.stem for wide in self._analysis.wide if wide.length == 1}
        found = analyzer().expansions().find(self._analysis.words.surfaces)
        self._matches = {match.first: match for match in found if match.alternatives and self._fits(match)}

    def senses(self) -> Iterator[Sense]:
        number = 0
        while number < len(self._analysis.stems):
            sense = self._sense_at(number)
            if sense is None:
                number += 1
            else:
                yield sense
                number += sense.length

    def _sense_at(self, number: int) -> Sense | None:
        """Return the sense that begins with a word, or None where it is but a part of a hyphenated one."""
        match, wide = self._matches.get(number), self._wide.get(number)
        if wide is not None and (match is None or match.length < wide.length):
            inside = any(number <= first < number + wide.length for first in self._matches)
            if not (inside and self._parts(wide)):
                return self._compound(wide)
        if match is not None:
            return self._equivalent(match)
        stem = self._analysis.stems[number]
        if stem is not None:
            return Sense(self._typed(number, 1), number, 1, (self._way(number, 1),))
        if number in self._silent():
            return None
        return Sense(self._typed(number, 1), number, 1, surface=self._analysis.words.surfaces[number])

    def _compound(self, wide: WideStem) -> Sense:
        parts = self._parts(wide)
        is_joined = (wide.first, wide.length) in self._joins
        ways = ((wide.stem,),) if is_joined or not parts else ((wide.stem,), parts)
        return Sense(self._typed(wide.first, wide.length), wide.first, wide.length, ways)

    def _equivalent(self, match: Match) -> Sense:
        surfaces = self._analysis.words.surfaces[match.first : match.first + match.length]
        expansions = analyzer().expansions()
        typed = self._way(match.first, match.length)
        singles = [each.words[0] for each in match.alternatives if len(each.words) == 1]
        ways = dict.fromkeys([typed, *((analyzer().stem(word),) for word in singles)])
        spelled = [form for each in match.alternatives if len(each.words) > 1 for form in each.spellings]
        if len(typed) != 1:
            spelled = [tuple(surfaces), *expansions.spellings(surfaces), *spelled]
        stems, phrases = tuple(filter(None, ways)), _least(tuple(dict.fromkeys(spelled)), ways)
        printed = tuple(form for form in dict.fromkeys(spelled) if form not in phrases)
        return Sense(
            self._typed(match.first, match.length), match.first, match.length, stems, phrases, printed
        )

    def _way(self, first: int, length: int) -> Form:
        """Return the stems that words have, joined where they are written as one word too."""
        stems: list[str] = []
        number = first
        while number < first + length:
            wide = self._wide.get(number)
            parts = self._parts(wide) if wide else ()
            if wide and ((number, wide.length) in self._joins or not parts):
                stems.append(wide.stem)
                number += wide.length
                continue
            stems += filter(None, (self._analysis.stems[number], self._beside.get(number)))
            number += 1
        return tuple(dict.fromkeys(stems))

    def _parts(self, wide: WideStem) -> Form:
        return tuple(filter(None, self._analysis.stems[wide.first : wide.first + wide.length]))

    def _fits(self, match: Match) -> bool:
        """Tell whether a match parts no words that have a stem together."""
        own = set(range(match.first, match.first + match.length))
        others = (set(range(wide.first, wide.first + wide.length)) for wide in self._wide.values())
        return all(own <= other or own >= other or own.isdisjoint(other) for other in others)

    def _silent(self) -> frozenset[int]:
        """Return the words that are parts of a hyphenated one which has another stem."""
        compounds = self._analysis.words.compounds
        spoken = {wide.first for wide in self._analysis.wide}
        return frozenset(
            number
            for first, count in compounds
            if any(self._analysis.stems[first : first + count]) or first in spoken
            for number in range(first, first + count)
        )

    def _typed(self, first: int, length: int) -> str:
        words = self._analysis.words
        return self._text[words.starts[first] : words.ends[first + length - 1]].lower()


def _least(phrases: Sequence[Form], ways: Iterable[Form]) -> tuple[Form, ...]:
    """Leave out the phrases that hold another way whole, which finds and counts them: ktp elektronik, ktp."""
    singles = {way[0] for way in ways if len(way) == 1}
    alone = [phrase for phrase in phrases if singles.isdisjoint(_terms(phrase))]
    return tuple(
        phrase
        for phrase in alone
        if not any(other != phrase and _stands_in(other, phrase) for other in alone)
    )


def _terms(phrase: Form) -> frozenset[str]:
    return frozenset(analyze(" ".join(phrase)).terms())


def _stands_in(phrase: Form, surfaces: Sequence[str]) -> bool:
    length = len(phrase)
    return any(tuple(surfaces[at : at + length]) == phrase for at in range(len(surfaces) - length + 1))
