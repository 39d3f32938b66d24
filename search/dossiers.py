"""What is known of persons: their names and roles, and in how many articles each stands."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from index.people import Heard, Person
from index.voices import NO_DAY, voices_of
from search.engine import Engine, Filters, Plan
from search.query import EVERYTHING
from search.results import ArticleHit

_EVERYTHING = Plan(EVERYTHING, "articles", Filters(), "newest", offset=0, limit=None, values_most=None)


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

    An article that has two of the names counts once for the person, and once for each name.
    """

    name: str
    articles: int
    aliases: tuple[Alias, ...]
    roles: tuple[RoleHeld, ...]


def dossiers(persons: Iterable[Person], engine: Engine) -> Iterator[Dossier]:
    """Yield what is known of persons of the generation that the engine answers from."""
    found, _ = engine.find_all(_EVERYTHING)
    articles = {value.value: value.count for value in found.facets.speaker}
    for person in persons:
        total = articles.get(person.name, 0)
        # What voices have adds up, unless an article has two of the names.
        has_two = total < _articles(person.voices)
        roles = _roles_read(person, engine) if has_two else _roles_heard(person)
        yield Dossier(person.name, total, _aliases(person), _roles(person, roles))


def _aliases(person: Person) -> tuple[Alias, ...]:
    aliases = [
        Alias(name, _articles(heard), tuple(sorted({each.reason for each in heard})))
        for name, heard in _grouped(person.voices, lambda each: each.name).items()
    ]
    return tuple(sorted(aliases, key=lambda alias: (-alias.articles, alias.name)))


def _roles_heard(person: Person) -> dict[str, int]:
    by_role = _grouped(person.voices, lambda each: each.role or "")
    return {role: _articles(heard) for role, heard in by_role.items()}


def _roles_read(person: Person, engine: Engine) -> Counter[str]:
    """Count the articles that have a role beside any name of a person, read one by one."""
    own = {each.voice for each in person.voices}
    _, hits = engine.find_all(replace(_EVERYTHING, filters=Filters(speakers=(person.name,))))
    roles = Counter[str]()
    for article_id in (hit.id for hit in hits if isinstance(hit, ArticleHit)):
        voices = own.intersection(voices_of(engine.article(article_id)).values())
        roles.update({voice.role or "" for voice in voices})
    return roles


def _roles(person: Person, articles: Mapping[str, int]) -> tuple[RoleHeld, ...]:
    roles = [
        _role(role, articles[role], heard)
        for role, heard in _grouped(person.voices, lambda each: each.role or "").items()
        if role
    ]
    return tuple(sorted(roles, key=lambda held: (-held.articles, held.role)))


def _role(role: str, articles: int, heard: Sequence[Heard]) -> RoleHeld:
    days = [day for each in heard for day, _ in each.days if day != NO_DAY]
    first, last = (date.fromordinal(each(days)).isoformat() if days else None for each in (min, max))
    return RoleHeld(role, articles, first, last)


def _grouped(voices: Iterable[Heard], value_of: Callable[[Heard], str]) -> dict[str, list[Heard]]:
    found: dict[str, list[Heard]] = {}
    for each in voices:
        found.setdefault(value_of(each), []).append(each)
    return found


def _articles(voices: Iterable[Heard]) -> int:
    return sum(each.articles for each in voices)
