"""The persons of one article: short mentions are linked to the fullest form of a name."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from corpus.characters import ascii_apostrophes
from corpus.lexicon import ADVERB, GIVEN_NAME, NICKNAME, classify, role_short_forms

# Of names that share a word no more are compared: a page with hundreds of them is a list.
_MOST_NAMESAKES = 40
# "Sandi" is short for "Sandiaga", but "Ari" not for "Arie"; two letters are too few, and three inside a word.
_SHORTEST_SHORTENED = 3
# "Dayat" is short for "Hidayatullah".
_SHORTEST_INSIDE = 5
# "Andi" and "Andy" may be two, "Wolley" and "Woley" are one.
_SHORTEST_MISSPELT = 5
# A name of one word must have more for a slip to be told from another name, unless letters are swapped or
# both sound alike.
_SHORTEST_SLIP = 6
# A wife may be named after her husband.
_WIVES = frozenset({"istri", "isteri", "nyonya", "janda"})
# Letters left out of one word, and the least that are left.
_MOST_LACKING, _SHORTEST_LACKING = 2, 7
# Letters that stand in one another's place: `Akwagiryam` for `Akwagyiram`.
_MOST_SWAPPED = 3
_SPELT_ALIKE = (("dj", "j"), ("tj", "c"), ("oe", "u"), ("kh", "h"), ("ch", "h"), ("th", "t"), ("y", "i"))
_DOUBLED = re.compile(r"([a-z])\1+")
# What begins a word behind a name.
_GLUED = re.compile(
    r"(?:me|be|di|te)\w{3}|(?:pun|dan|juga|saat|telah|sudah|akan|harus|tidak|yang|pada|turut|kembali)"
)


@dataclass(frozen=True, slots=True)
class Sighting:
    """A name as it stands somewhere in the article; `role` as written beside it."""

    name: str
    role: str | None
    position: int


@dataclass(slots=True)
class _Person:
    name: str
    keys: tuple[str, ...]
    positions: list[int] = field(default_factory=list)
    role: str | None = None


class Roster:
    """The persons of one article by their names."""

    def __init__(self, sightings: Iterable[Sighting], aliases: Mapping[str, str]) -> None:
        """Note every sighting; `aliases` are full names by nicknames in lower case."""
        self._aliases = aliases
        self._persons: dict[str, _Person] = {}
        self._by_key: dict[str, list[_Person]] = {}
        self._by_words: dict[tuple[str, ...], _Person] = {}
        self._fullest: dict[str, str] = {}
        self._roles: dict[str, str] = {}
        seen = list(sightings)
        self._spellings = _spellings(Counter(sighting.name for sighting in seen))
        for sighting in seen:
            self._note(sighting, self._spellings.get(sighting.name, sighting.name))
        for person in self._persons.values():
            full = self.fullest(person.name, person.positions[0])
            if person.role and full:
                self._roles.setdefault(full, person.role)

    def fullest(self, name: str, position: int) -> str | None:
        """Return the fullest name that the words of `name` belong to, or None where there is none.

        Of several persons it is the one named last before `position`.
        """
        name = self._without_alias(self._spellings.get(name, name))
        if name in self._fullest:
            return self._fullest[name]
        person, keys = self._persons.get(name), _keys(name)
        if " " not in name and not (person and person.role):
            person = person or self._shortened(name) or self._misspelt(name, position)
            keys = person.keys if person else keys
        person = self._longest(keys, position) or person
        if person is None:
            return None
        full = self._without_alias(person.name)
        if full != person.name:
            longest = self._longest(_keys(full), position)
            full = longest.name if longest else full
        if " " in name:
            self._fullest[name] = full
        return full

    def role_of(self, name: str) -> str | None:
        """Return the first role that stands beside a full name or a shorter form of it."""
        person = self._persons.get(name)
        return self._roles.get(name) or (person.role if person else None)

    def holder(self, role: str, position: int, *, within: bool = False) -> str | None:
        """Return the one person whose role begins with `role`: `Kapolda` in `Kapolda Arunika`.

        `within` where other words may stand between: `Ketua KPU Arunika` in `Ketua KPU Kabupaten Arunika`.
        """
        words = _role_keys(role)
        holders = {
            self.fullest(person.name, position)
            for person in self._persons.values()
            if person.role and _is_role_in(words, _role_keys(person.role), within=within)
        }
        return holders.pop() if len(holders) == 1 else None

    def _without_alias(self, name: str) -> str:
        """Return the name that a nickname stands for; `Gus Muhaimin` is read without its `Gus`."""
        alias = self._aliases.get(name.lower())
        namesakes = self._by_key.get(name.lower(), ())
        if alias and any(" " in person.name and person.name != alias for person in namesakes):
            alias = None
        if alias and (alias in self._persons or self._longer(_keys(alias), 0)):
            return alias
        first, _, rest = name.partition(" ")
        nickname = classify(first)[1] & NICKNAME
        if not rest or not (nickname or classify(first)[1] & ADVERB):
            return name
        if nickname and name not in self._persons:
            return rest if rest in self._persons or self._longer(_keys(rest), 0) else name
        return self._named_otherwise(_keys(first)[0], _keys(rest)) or name

    def _named_otherwise(self, first: str, rest: tuple[str, ...]) -> str | None:
        """Return Anwar Wirya for `Gus Wirya` and, where a sentence opens, for `Lalu Wirya`."""
        fitting = [
            person
            for person in self._by_key.get(max(rest, key=len), [])[:_MOST_NAMESAKES]
            if len(person.keys) > len(rest) and _is_part(rest, person.keys) and first != person.keys[0]
        ]
        if not fitting or self._longer((first, *rest), 0):
            return None
        return max(fitting, key=lambda person: _nearness(person, 0)).name

    def _note(self, sighting: Sighting, name: str) -> None:
        person = self._persons.get(name)
        if person is None:
            person = _Person(name, _keys(name))
            self._persons[name] = self._by_words[person.keys] = person
            for key in set(person.keys):
                self._by_key.setdefault(key, []).append(person)
        person.positions.append(sighting.position)
        person.role = person.role or sighting.role

    def _shortened(self, name: str) -> _Person | None:
        """Return the one person with a word that holds `name`: `Sandi` for `Sandiaga Uno`."""
        key = _keys(name)[0]
        if len(key) < _SHORTEST_SHORTENED or key in self._by_key:
            return None
        words = {word for word in self._by_key if key in word}
        own = bool(classify(name)[1] & GIVEN_NAME)
        beginning = {word for word in words if word.startswith(key) and len(word) > len(key) + own}
        inside = self._ending(words, key) if own else words
        found = beginning or (inside if len(key) > _SHORTEST_SHORTENED else set())
        if len(found) != 1:
            return None
        return max(self._by_key[found.pop()], key=lambda person: len(person.keys))

    def _ending(self, words: set[str], key: str) -> set[str]:
        """Return the words that end with a given name or hold a long one: `Wahyuni`, but not `PDIPYuni`."""
        ending = {word for word in words if word.endswith(key) or len(key) >= _SHORTEST_INSIDE}
        return {word for word in ending if word.capitalize() in self._by_key[word][0].name}

    def _misspelt(self, name: str, position: int) -> _Person | None:
        """Return the one person named before with a word that `name` is misspelt for: `Akwagiryam`."""
        key = _keys(name)[0]
        if len(key) < _SHORTEST_MISSPELT or key in self._by_key:
            return None
        words = {word for word in self._by_key if _is_slip(key, word)}
        if len(key) < _SHORTEST_SLIP:
            words = {word for word in words if sorted(word) == sorted(key) or _sound(word) == _sound(key)}
        named = {
            person.name: person
            for word in words
            for person in self._by_key[word]
            if person.positions[0] < position and self.fullest(person.name, position) == person.name
        }
        return named.popitem()[1] if len(named) == 1 else None

    def _longest(self, keys: tuple[str, ...], position: int) -> _Person | None:
        person = None
        while longer := self._longer(keys, position):
            person, keys = longer, longer.keys
        return person

    def _longer(self, keys: tuple[str, ...], position: int) -> _Person | None:
        anchor = max(keys, key=len)
        namesakes = self._by_key.get(anchor, [])[:_MOST_NAMESAKES]
        fitting = [
            person
            for person in namesakes
            if len(person.keys) > len(keys) and _is_part(keys, person.keys) and not _is_kin(person, keys)
        ]
        # "Audi Sitorus" is Audi M. Sitorus rather than his wife, Riama Audi Sitorus.
        own = self._by_words.get(keys)
        if own and own.role and len(keys) > 1:
            fitting = [person for person in fitting if not _is_namesake(person, own)]
        alike = [person for person in fitting if _same(keys[0], person.keys[0])]
        return max(alike or fitting, key=lambda person: _nearness(person, position), default=None)


def _spellings(names: Counter[str]) -> dict[str, str]:
    """Return the names of several words that differ by a letter from one that is more frequent or longer."""
    several = sorted((name for name in names if " " in name), key=lambda name: (-names[name], -len(name)))
    full = [(name, _keys(name)) for name in several]
    found: dict[str, str] = {}
    for place, (name, keys) in enumerate(full[:_MOST_NAMESAKES]):
        for other, others in full[:place]:
            if len(keys) != len(others) or other in found:
                continue
            if _is_glued(others, keys):
                found[other] = name
            elif _is_misspelt(keys, others) or _is_glued(keys, others):
                found[name] = other
                break
    return found


def _is_misspelt(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell `Alce Woley` from `Alce Wolley`: all words but one are the same, and that one but for a letter.

    `M Nuh` and `M. Nuh` are the same, `Rian D'masiv` and `Rian D'Masiv`.
    """
    pairs = [(word.rstrip("."), also.rstrip(".")) for word, also in zip(one, other, strict=True)]
    differing = [pair for pair in pairs if pair[0] != pair[1]]
    if not differing:
        return True
    word, also = differing[0]
    if len(differing) > 1:
        return False
    return _differ_by_a_letter(word, also) or _sound(word) == _sound(also) or _lacks_letters(word, also)


def _is_glued(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell `Sari Melatimengatakan`, whose next word lost the blank before it, from `Sari Melati`."""
    if one[:-1] != other[:-1] or not one[-1].startswith(other[-1]):
        return False
    return _GLUED.match(one[-1], len(other[-1])) is not None


def _is_slip(one: str, other: str) -> bool:
    """Tell a slip in a word: a letter too many, too few, wrong, or in the place of the next."""
    if one[0] != other[0] or abs(len(one) - len(other)) > 1:
        return False
    if _differ_by_a_letter(one, other) or _sound(one) == _sound(other):
        return True
    apart = sum(letter != also for letter, also in zip(one, other, strict=False))
    return apart <= _MOST_SWAPPED and sorted(one) == sorted(other)


def _sound(word: str) -> str:
    """Return a word with one spelling for what sounds alike: `djonga` and `jonga`."""
    for spelt, sound in _SPELT_ALIKE:
        word = word.replace(spelt, sound)
    return _DOUBLED.sub(r"\1", word)


def _differ_by_a_letter(one: str, other: str) -> bool:
    if min(len(one), len(other)) < _SHORTEST_MISSPELT or one[0] != other[0]:
        return False
    if not (one[-1] + other[-1]).isalpha():
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    rests = (one[start:], other[start:])
    return rests[0][1:] == rests[1][1:] or rests[0][1:] == rests[1] or rests[0] == rests[1][1:]


def _lacks_letters(one: str, other: str) -> bool:
    """Tell `Sapandia` from `Sapandaria`, of which two letters were left out in the midst."""
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < _SHORTEST_LACKING or len(longer) != len(shorter) + _MOST_LACKING:
        return False
    places = range(_SHORTEST_MISSPELT - 1, len(shorter))
    return any(longer[:place] + longer[place + _MOST_LACKING :] == shorter for place in places)


@lru_cache(maxsize=1 << 12)
def _keys(name: str) -> tuple[str, ...]:
    return tuple(ascii_apostrophes(name).lower().replace("(", "").replace(")", "").split())


def _role_keys(role: str) -> tuple[str, ...]:
    """Return the words of a role with its short forms spelt out once: `Sekda`, `Penjabat (Pj) Bupati`."""
    short = role_short_forms()
    words: list[str] = []
    for key in _keys(role):
        spelt_out = short.get(key.rstrip("."), key).split()
        if words[-len(spelt_out) :] != spelt_out:
            words += spelt_out
    return tuple(words)


def _is_role_in(words: tuple[str, ...], role: tuple[str, ...], *, within: bool) -> bool:
    return role[: len(words)] == words or (within and role[:1] == words[:1] and _is_part(words, role))


def _is_part(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Tell whether the words of `short` stand in `full` in order; `A.` stands for any word with A."""
    rest = iter(full)
    return all(any(_same(word, other) for other in rest) for word in short)


def _same(word: str, other: str) -> bool:
    if word == other:
        return True
    initial = word.removesuffix(".")
    return len(initial) == 1 and other.startswith(initial)


def _is_kin(person: _Person, keys: tuple[str, ...]) -> bool:
    """Tell Astita Effendi Wirya, who is introduced as a wife, from her husband Effendi Wirya."""
    if len(keys) == 1 or person.role is None or _same(keys[0], person.keys[0]):
        return False
    return person.role.split()[0].lower() in _WIVES


def _is_namesake(person: _Person, own: _Person) -> bool:
    """Tell Wirya Surya Utari, named later and in passing, from her father, introduced as Surya Utari."""
    later = own.positions[0] < person.positions[0]
    return later and person.role is None and not _same(own.keys[0], person.keys[0])


def _nearness(person: _Person, position: int) -> tuple[bool, int, int]:
    """Rank who was named last before a position first, then who is named next."""
    before = bisect_right(person.positions, position)
    if before:
        return True, person.positions[before - 1], len(person.keys)
    return False, -person.positions[0], len(person.keys)
