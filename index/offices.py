"""Offices: what of the role beside a name tells whose it is."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain

from corpus.wordlists import read_lines
from index.name_keys import fold_name

# The words of a role, folded, in whatever order.
Office = frozenset[str]

_ROLES_MOST = 1 << 17
# "Kepala Pusat Penerangan Hukum (Kapuspenkum) Kejagung": the brackets say it once more.
_BRACKETS = re.compile(r"\([^()]*\)")
_NUMBER_ON_BALLOT = re.compile(r"\bnomor urut \w+|\bno(?:mor)?\.? ?\d+")
_MAYOR = re.compile(r"\bwali ?kota\b")
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class _Lists:
    """The words of index/data/offices.tsv by their kind, and what short ones stand for."""

    kinds: dict[str, frozenset[str]]
    short: dict[str, tuple[str, ...]]


@lru_cache(_ROLES_MOST)
def role_words(role: str) -> Office:
    """Return the words by which two roles are compared: short ones spelled out, `acting` left out."""
    text = _NUMBER_ON_BALLOT.sub(" ", _MAYOR.sub("walikota", fold_name(_BRACKETS.sub(" ", role))))
    lists = _lists()
    words = chain.from_iterable(lists.short.get(word, (word,)) for word in _WORD.findall(text))
    found = frozenset(words) - lists.kinds["dropped"]
    # The national office is not the one of a regency whose place is not said.
    return found | {"nasional"} if _is_national(role, found) else found


@lru_cache(_ROLES_MOST)
def office_of(role: str | None) -> Office | None:
    """Return the office that a role names, with its place or organisation, or None where it names none.

    Whoever is called by one word of a person's name and holds the same office is that person.
    """
    words = role_words(role) if role else frozenset[str]()
    kinds = _lists().kinds
    if words & kinds["alone"]:
        return words
    if words & kinds["several"] and not words & kinds["body"]:
        return None
    if not words & (kinds["head"] | kinds["several"]):
        return None
    where = subject(words)
    return words if (where - kinds["body"] if where & kinds["body"] else where) else None


def subject(words: Office) -> Office:
    """Return the words of an office that tell its place or organisation."""
    kinds = _lists().kinds
    return words - kinds["head"] - kinds["alone"] - kinds["several"] - kinds["generic"]


def subjects(offices: Iterable[Office]) -> Office:
    """Return all words that tell the places and organisations of some offices."""
    return frozenset(chain.from_iterable(map(subject, offices)))


def _is_national(role: str, words: Office) -> bool:
    return bool(words & _lists().kinds["body"]) and "ri" in _WORD.findall(fold_name(role))


@cache
def _lists() -> _Lists:
    kinds: dict[str, set[str]] = {}
    short: dict[str, tuple[str, ...]] = {}
    for kind, word, stands_for in _rows():
        kinds.setdefault(kind, set()).add(word)
        if kind == "short":
            short[word] = tuple(stands_for.split())
    return _Lists({kind: frozenset(words) for kind, words in kinds.items()}, short)


def _rows() -> Iterator[tuple[str, str, str]]:
    for line in read_lines("offices.tsv", "index"):
        kind, word, *rest = line.split("\t")
        yield kind, word, rest[0] if rest else ""
