"""Who speaks: the quotes that match a question, counted by speaker."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, NamedTuple, get_args

from index.voices import NO_DAY
from search.buckets import bucket_value

# What the quotes of each speaker may be counted by.
Split = Literal["outlet", "month"]
SPLITS: tuple[Split, ...] = get_args(Split)


@dataclass(frozen=True, slots=True)
class SpeakerRow:
    """What one speaker said, or the part of it in one outlet or month.

    `part` is that outlet (None where it is not known) or month (`2024-11` or `undated`). `articles` and
    `outlets` count different ones. `first` and `last` are None where no quote has a date. `role` is the most
    frequent of the roles that were named.
    """

    speaker: str
    part: str | None
    quotes: int
    articles: int
    outlets: int
    first: date | None
    last: date | None
    role: str | None

    def to_record(self, split: Split | None) -> dict[str, Any]:
        """Return the fields as JSON can hold them; `part` under the name of the split."""
        record: dict[str, Any] = {"speaker": self.speaker} | ({split: self.part} if split else {})
        record |= {"quotes": self.quotes, "articles": self.articles, "outlets": self.outlets}
        days = {"first": self.first, "last": self.last}
        return record | {name: day and day.isoformat() for name, day in days.items()} | {"role": self.role}


@dataclass(frozen=True, slots=True)
class SpeakerTable:
    """The speakers of all quotes that match, most quotes first.

    `quotes` counts all quotes, `unnamed` those of no named speaker, `speakers` all speakers, of whom `rows`
    may hold the first only. A split lists each speaker's outlets, most quotes first, or months in their
    order. `undated` counts the quotes that a filter of dates left out only because they have none.
    """

    split: Split | None
    quotes: int
    unnamed: int
    undated: int
    speakers: int
    rows: tuple[SpeakerRow, ...]
    generation: str

    def to_record(self) -> dict[str, Any]:
        """Return the fields under their own names as JSON can hold them."""
        counts = {name: getattr(self, name) for name in ("quotes", "unnamed", "undated", "speakers")}
        rows = [row.to_record(self.split) for row in self.rows]
        return {**counts, "rows": rows, "generation": self.generation}


class Saying(NamedTuple):
    """A quote as it is counted: who says it, in which outlet ("" where it is not known), day and article."""

    speakers: tuple[str, ...]
    source: str
    day: int
    article: bytes


@dataclass(frozen=True, slots=True)
class Roll:
    """The numbers of the quotes of each speaker, most quotes first; `unnamed` counts the others."""

    by_speaker: dict[str, list[int]]
    unnamed: int

    @classmethod
    def of(cls, sayings: Sequence[Saying]) -> "Roll":
        """Sort quotes by who said them."""
        found: dict[str, list[int]] = {}
        for number, saying in enumerate(sayings):
            for name in saying.speakers:
                found.setdefault(name, []).append(number)
        unnamed = sum(not saying.speakers for saying in sayings)
        ranked = sorted(found, key=lambda name: (-len(found[name]), name))
        return cls({name: found[name] for name in ranked}, unnamed)


@dataclass(frozen=True, slots=True)
class Tally:
    """Count the quotes of speakers; `role_of` gives the role that the quote of a number names."""

    sayings: Sequence[Saying]
    role_of: Callable[[int], str | None]

    def rows(self, roll: Roll, split: Split | None, limit: int | None) -> Iterator[SpeakerRow]:
        """Yield the rows of the first speakers, or of all where there is no limit."""
        for speaker, quotes in list(roll.by_speaker.items())[:limit]:
            for part, share in self._parts(quotes, split):
                yield self._row(speaker, part, share)

    def _parts(self, quotes: list[int], split: Split | None) -> list[tuple[str | None, list[int]]]:
        match split:
            case "outlet":
                outlets = _grouped(quotes, lambda quote: self.sayings[quote].source)
                ranked = sorted(outlets.items(), key=lambda item: (-len(item[1]), item[0]))
                return [(outlet or None, share) for outlet, share in ranked]
            case "month":
                # In order of time: letters stand after digits, and so does `undated`.
                return sorted(
                    _grouped(quotes, lambda quote: bucket_value(self.sayings[quote].day, "month")).items()
                )
            case _:
                return [(None, quotes)]

    def _row(self, speaker: str, part: str | None, quotes: list[int]) -> SpeakerRow:
        said = [self.sayings[quote] for quote in quotes]
        days = [saying.day for saying in said if saying.day != NO_DAY]
        roles = Counter(role for quote in quotes if (role := self.role_of(quote)))
        return SpeakerRow(
            speaker=speaker,
            part=part,
            quotes=len(quotes),
            articles=len({saying.article for saying in said}),
            outlets=len({saying.source for saying in said} - {""}),
            first=date.fromordinal(min(days)) if days else None,
            last=date.fromordinal(max(days)) if days else None,
            role=min(roles, key=lambda role: (-roles[role], role), default=None),
        )


def _grouped(quotes: list[int], value_of: Callable[[int], str]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for quote in quotes:
        found.setdefault(value_of(quote), []).append(quote)
    return found
