"""The legal analyses of a word: which known roots it may be made of, and what each reading costs.

The tables of `index.affixes` say what is legal, a set of roots what is known; nothing here knows a word.
"""

from collections.abc import Container, Iterator, Mapping
from typing import NamedTuple

from index.affixes import (
    BARE_SUFFIX_COST,
    CLITICS,
    INNER_COST,
    L_ROOT,
    LOAN_PREFIX_COST,
    LOAN_PREFIX_ROOT_LETTERS,
    LOAN_PREFIXES,
    LOST_R_COST,
    MONOSYLLABLE_LETTERS,
    MONOSYLLABLE_NASAL,
    NASAL_RULES,
    PARTICLE_COST,
    PARTICLES,
    PREFIXES,
    SPOKEN_NASALS,
    SPOKEN_PREFIX,
    SUFFIXES,
    VOWELS,
    Prefix,
)

SHORTEST_ROOT = 3
MOST_PREFIXES = 3


class Ending(NamedTuple):
    """What is left of a word before its ending, the suffix taken off, and the cost of clitic and particle."""

    rest: str
    suffix: str
    cost: int


class Opening(NamedTuple):
    """A prefix taken off, what may stand behind it, and the cost of the alternation it takes."""

    prefix: Prefix
    rest: str
    cost: int


class Analysis(NamedTuple):
    """One reading of a word. They sort by cost; of equals the longer root comes first."""

    cost: int
    shortness: int
    root: str
    prefixes: tuple[str, ...]
    suffix: str


def _nasal_table() -> dict[str, tuple[tuple[int, str, int], ...]]:
    """Index the nasal rules by the letters that show them: how many to drop, what to restore, the doubt."""
    table: dict[str, list[tuple[int, str, int]]] = {}
    for rule in NASAL_RULES:
        for letter in rule.before:
            table.setdefault(rule.shown + letter, []).append((len(rule.shown), rule.hidden, rule.doubt))
    return {seen: tuple(entries) for seen, entries in table.items()}


_NASALS = _nasal_table()
_PREFIXES_BY_INITIALS: dict[str, tuple[Prefix, ...]] = {
    initials: tuple(prefix for prefix in PREFIXES if prefix.written.startswith(initials))
    for initials in {prefix.written[:2] for prefix in PREFIXES}
} | dict.fromkeys(SPOKEN_NASALS, (SPOKEN_PREFIX,))


class Morphology:
    """Reads words by the affixes that are legal and the roots that are known.

    `nasal_choices` maps what meN- and peN- make of a root, where two roots give the same, to the root meant:
    "ngaku" to "aku", so that mengaku, mengakui and pengakuan are not read as of kaku.
    """

    def __init__(self, roots: Container[str], nasal_choices: Mapping[str, str]) -> None:
        self._roots = roots
        self._nasal_choices = nasal_choices

    def best(self, word: str) -> Analysis | None:
        """Return the likeliest reading of a word, or None when no legal one has a known root."""
        return min(self.analyses(word), default=None)

    def analyses(self, word: str) -> Iterator[Analysis]:
        """Yield every legal reading of a word that has a known root, in no order."""
        yield from self._native(word)
        if word.startswith(LOAN_PREFIXES):
            yield from self._loan_prefixed(word)

    def _native(self, word: str) -> Iterator[Analysis]:
        for rest, suffix, cost in endings(word):
            if rest in self._roots:
                yield Analysis(cost + BARE_SUFFIX_COST[suffix], -len(rest), rest, (), suffix)
            for prefix, base, doubt in self._openings(rest):
                if suffix in prefix.suffixes:
                    total = cost + doubt + prefix.suffixes[suffix]
                    yield from self._prefixed(base, prefix, (prefix.name,), suffix, total)

    def _prefixed(
        self, base: str, outer: Prefix, names: tuple[str, ...], suffix: str, cost: int
    ) -> Iterator[Analysis]:
        """Yield the readings of what stands behind a prefix: a root, or another prefix that may follow it."""
        if base in self._roots:
            yield Analysis(cost, -len(base), base, names, suffix)
        if len(names) == MOST_PREFIXES or not outer.inner:
            return
        for prefix, rest, doubt in self._openings(base):
            if prefix.name in outer.inner:
                total = cost + doubt + INNER_COST
                yield from self._prefixed(rest, prefix, (*names, prefix.name), suffix, total)

    def _loan_prefixed(self, word: str) -> Iterator[Analysis]:
        """Yield the reading of what follows a loan prefix, short roots left out: pranata is not of nata."""
        for written in filter(word.startswith, LOAN_PREFIXES):
            for inner in self._native(word[len(written) :]):
                if len(inner.root) >= LOAN_PREFIX_ROOT_LETTERS:
                    cost = inner.cost + LOAN_PREFIX_COST
                    yield inner._replace(cost=cost, prefixes=(written, *inner.prefixes))

    def _openings(self, word: str) -> Iterator[Opening]:
        """Yield each prefix the word may begin with, beside what may stand behind it."""
        for prefix in _PREFIXES_BY_INITIALS.get(word[:2], ()):
            if not word.startswith(prefix.written):
                continue
            rest = word[len(prefix.written) :]
            if prefix.nasal:
                for base, doubt in self._without_nasal(rest):
                    yield Opening(prefix, base, doubt)
            elif len(rest) >= SHORTEST_ROOT:
                yield Opening(prefix, rest, 0)
        if word[:2] in _LOSES_R:
            yield from _without_r(word)

    def _without_nasal(self, rest: str) -> Iterator[tuple[str, int]]:
        """Yield what may have followed me- or pe-, with the doubt of each."""
        if rest in self._nasal_choices:
            yield self._nasal_choices[rest], 0
            return
        for seen in (rest[:1], rest[:2], rest[:3]):
            for dropped, hidden, doubt in _NASALS.get(seen, ()):
                yield hidden + rest[dropped:], doubt
        if rest.startswith(MONOSYLLABLE_NASAL):
            base = rest[len(MONOSYLLABLE_NASAL) :]
            if SHORTEST_ROOT <= len(base) <= MONOSYLLABLE_LETTERS and _syllables(base) == 1:
                yield base, 0


_LOSES_R = {prefix.written[:2]: prefix for prefix in PREFIXES if prefix.loses_r}


def endings(word: str) -> list[Ending]:
    """Return the word as it stands and with each legal ending off: suffix, then clitic, then particle."""
    found = [Ending(word, "", 0)]
    if word.endswith(PARTICLES):
        found.append(Ending(word[:-3], "", PARTICLE_COST))
    for rest, suffix, cost in found.copy():
        found += [
            Ending(rest[: -len(clitic)], suffix, cost + doubt)
            for clitic, doubt in CLITICS.items()
            if rest.endswith(clitic)
        ]
    for rest, _, cost in found.copy():
        found += [Ending(rest[: -len(suffix)], suffix, cost) for suffix in SUFFIXES if rest.endswith(suffix)]
    return [ending for ending in found if len(ending.rest) >= SHORTEST_ROOT]


def _without_r(word: str) -> Iterator[Opening]:
    """Yield ber-, per- and ter- where their r is lost (berenang, bekerja) or an l (belajar)."""
    prefix = _LOSES_R[word[:2]]
    rest = word[2:]
    if rest.startswith("r"):
        yield Opening(prefix, rest, LOST_R_COST["r"])
    elif rest[1:3] == "er" and rest[:1] not in VOWELS:
        yield Opening(prefix, rest, LOST_R_COST["er"])
    elif rest == "l" + L_ROOT:
        yield Opening(prefix, L_ROOT, 0)


def _syllables(base: str) -> int:
    return sum(letter in VOWELS for letter in base)
