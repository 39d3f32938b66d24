"""Persons and the file of a generation that holds them: one line of JSON for each.

Articles keep the names that they have. A voice, a name with the role beside it, is given to a person here, so
that other persons can be made of the same voices without touching an article.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from index.voices import Voice, VoiceCounts

PEOPLE_NAME = "people.jsonl"


@dataclass(frozen=True, slots=True)
class Heard:
    """A voice of a person: the name and role as articles have them, and why it is the person's.

    `days` are day numbers (NO_DAY where an article has none), each with the number of its articles.
    """

    name: str
    role: str | None
    reason: str
    days: tuple[tuple[int, int], ...]

    @property
    def voice(self) -> Voice:
        """Return the name with the role beside it."""
        return Voice(self.name, self.role)

    @property
    def articles(self) -> int:
        """Return in how many articles it is heard."""
        return sum(count for _, count in self.days)


@dataclass(frozen=True, slots=True)
class Person:
    """A person by the name that facets show, with the voices in the articles, in order.

    `also` are other names on Suara's own lists, by which the person may be looked for.
    """

    name: str
    voices: tuple[Heard, ...]
    also: tuple[str, ...] = ()


def write_people(path: Path, people: Iterable[Person]) -> None:
    """Write persons in the order they come; raises OSError."""
    with path.open("w", encoding="utf-8") as file:
        for person in people:
            voices = [[each.name, each.role, each.reason, each.days] for each in person.voices]
            record = {"name": person.name, "voices": voices, "also": person.also}
            file.write(json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n")


def read_people(path: Path) -> tuple[Person, ...]:
    """Return the persons of a generation; raises whatever damage leads to."""
    with path.open(encoding="utf-8") as file:
        return tuple(map(_person, file))


def count_voices(people: Iterable[Person]) -> VoiceCounts:
    """Return how often each voice is heard, for an update to go on from."""
    return VoiceCounts.of((each.voice, each.days) for person in people for each in person.voices)


def _person(line: str) -> Person:
    record: dict[str, Any] = json.loads(line)
    voices = (
        Heard(name, role, reason, tuple((day, count) for day, count in days))
        for name, role, reason, days in record["voices"]
    )
    return Person(record["name"], tuple(voices), tuple(record["also"]))
