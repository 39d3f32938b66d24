"""Persons printed: for people as text, for programs as JSON."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Self

import click

from index.people import Heard, Person
from index.voices import NO_DAY

# Why a name is the person's, as index.joining says it, for people.
_REASONS = {
    "name": "the name itself",
    "part": "part of the name",
    "office": "one word of the name, beside the same office",
    "known": "known to Suara",
    "file": "your file",
}


@dataclass(frozen=True, slots=True)
class Alias:
    """A name of a person, in how many articles it stands, and why it is taken for the person's."""

    name: str
    articles: int
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RoleHeld:
    """A role beside a person's names: in how many articles, first and last, None where none has a date."""

    role: str
    articles: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Dossier:
    """What is known of a person: names and roles, the most frequent first.

    `articles` counts one that has two of the names twice, as voices are counted; facets count it once.
    """

    name: str
    articles: int
    aliases: tuple[Alias, ...]
    roles: tuple[RoleHeld, ...]

    @classmethod
    def of(cls, person: Person) -> Self:
        """Sum up the voices of a person."""
        aliases = [
            Alias(name, _articles(heard), tuple(sorted({each.reason for each in heard})))
            for name, heard in _grouped(person.voices, lambda each: each.name).items()
        ]
        roles = [
            _role(role, heard)
            for role, heard in _grouped(person.voices, lambda each: each.role or "").items()
            if role
        ]
        return cls(
            person.name,
            _articles(person.voices),
            tuple(sorted(aliases, key=lambda alias: (-alias.articles, alias.name))),
            tuple(sorted(roles, key=lambda held: (-held.articles, held.role))),
        )


def _grouped(voices: Iterable[Heard], value_of: Callable[[Heard], str]) -> dict[str, list[Heard]]:
    found: dict[str, list[Heard]] = {}
    for each in voices:
        found.setdefault(value_of(each), []).append(each)
    return found


def _articles(voices: Iterable[Heard]) -> int:
    return sum(each.articles for each in voices)


def _role(role: str, heard: Sequence[Heard]) -> RoleHeld:
    days = [day for each in heard for day, _ in each.days if day != NO_DAY]
    first, last = (date.fromordinal(each(days)).isoformat() if days else None for each in (min, max))
    return RoleHeld(role, _articles(heard), first, last)


def _text(dossiers: Sequence[Dossier]) -> Iterator[str]:
    for number, dossier in enumerate(dossiers):
        if number:
            yield ""
        yield click.style(dossier.name, bold=True) + f"  {dossier.articles:,}"
        for alias in dossier.aliases:
            why = "; ".join(_REASONS[reason] for reason in alias.reasons)
            yield f"  {alias.articles:>6,}  {alias.name}  ({why})"
        # Of all persons the names are what one looks through.
        for held in dossier.roles if len(dossiers) == 1 else ():
            yield f"  {held.articles:>6,}  {_span(held)}  {held.role}"


def _span(held: RoleHeld) -> str:
    return f"{held.first or 'undated':<10} .. {held.last or 'undated':<10}"


def _json(dossiers: Sequence[Dossier]) -> Iterator[str]:
    yield json.dumps([asdict(dossier) for dossier in dossiers], ensure_ascii=False, indent=2)


PEOPLE_FORMATS: dict[str, Callable[[Sequence[Dossier]], Iterator[str]]] = {"text": _text, "json": _json}
