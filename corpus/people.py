"""The persons of one article: short mentions are linked to the fullest form of a name."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from corpus.characters import ascii_apostrophes

# Of names that share a word no more are compared: a page with hundreds of them is a list.
_MOST_NAMESAKES = 40


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
        self._fullest: dict[str, str] = {}
        for sighting in sightings:
            self._note(sighting)

    def fullest(self, name: str, position: int) -> str | None:
        """Return the fullest name that the words of `name` belong to, or None where there is none.

        Of several persons it is the one named last before `position`.
        """
        alias = self._aliases.get(name.lower())
        if alias and alias in self._persons:
            name = alias
        if name in self._fullest:
            return self._fullest[name]
        person, keys = self._persons.get(name), _keys(name)
        while longer := self._longer(keys, position):
            person, keys = longer, longer.keys
        if person and " " in name:
            self._fullest[name] = person.name
        return person.name if person else None

    def role_of(self, name: str) -> str | None:
        """Return the first role that stands beside a full name or a shorter form of it."""
        person = self._persons.get(name)
        return person.role if person else None

    def holder(self, role: str, position: int) -> str | None:
        """Return the one person whose role begins with `role`: `Kapolda` in `Kapolda Arunika`."""
        words = _keys(role)
        holders = {
            self.fullest(person.name, position)
            for person in self._persons.values()
            if person.role and _keys(person.role)[: len(words)] == words
        }
        return holders.pop() if len(holders) == 1 else None

    def _note(self, sighting: Sighting) -> None:
        person = self._persons.get(sighting.name)
        if person is None:
            person = _Person(sighting.name, _keys(sighting.name))
            self._persons[sighting.name] = person
            for key in set(person.keys):
                self._by_key.setdefault(key, []).append(person)
        person.positions.append(sighting.position)
        person.role = person.role or sighting.role

    def _longer(self, keys: tuple[str, ...], position: int) -> _Person | None:
        anchor = max(keys, key=len)
        namesakes = self._by_key.get(anchor, [])[:_MOST_NAMESAKES]
        fitting = [
            person for person in namesakes if len(person.keys) > len(keys) and _is_part(keys, person.keys)
        ]
        return max(fitting, key=lambda person: _nearness(person, position), default=None)


def _keys(name: str) -> tuple[str, ...]:
    return tuple(ascii_apostrophes(name).lower().replace("(", "").replace(")", "").split())


def _is_part(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Tell whether the words of `short` stand in `full` in order; `A.` stands for any word with A."""
    rest = iter(full)
    return all(any(_same(word, other) for other in rest) for word in short)


def _same(word: str, other: str) -> bool:
    if word == other:
        return True
    initial = word.removesuffix(".")
    return len(initial) == 1 and other.startswith(initial)


def _nearness(person: _Person, position: int) -> tuple[bool, int, int]:
    first = person.positions[0]
    before = first <= position
    return (before, len(person.keys), person.positions[-1] if before else -first)
