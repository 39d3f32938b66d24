"""Voices: names as an article has them, each with the role beside it, and how often they are heard."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from corpus.article import Article
from index.name_keys import fold_name

# Between the name and the role of a voice: no text of a page has this character.
_ROLE_SEPARATOR = "\x1f"

# The day number of an article without a date; real days are `date.toordinal()`, from 1 on.
NO_DAY = 0


class Voice(NamedTuple):
    """A name as an article has it, and the first role that stands beside it there."""

    name: str
    role: str | None


def voice_text(voice: Voice) -> str:
    """Return a voice as a column holds it; `voice_in` is the inverse."""
    return f"{voice.name}{_ROLE_SEPARATOR}{voice.role}" if voice.role else voice.name


def voice_in(text: str) -> Voice:
    """Read the voice that `voice_text` wrote."""
    name, _, role = text.partition(_ROLE_SEPARATOR)
    return Voice(name, role or None)


def voices_of(article: Article) -> dict[str, Voice]:
    """Return the voices of an article by their names, those of its list of speakers first."""
    roles: dict[str, str] = {}
    for quote in article.quotes:
        if quote.speaker and quote.role:
            roles.setdefault(fold_name(quote.speaker), " ".join(quote.role.split()))
    quoted = (quote.speaker for quote in article.quotes if quote.speaker)
    names = dict.fromkeys((*article.speakers, *quoted))
    return {name: Voice(name, roles.get(fold_name(name))) for name in names}


@dataclass(frozen=True, slots=True)
class VoiceCounts:
    """In how many articles of each day a voice is heard: what persons are made of.

    What an update changes is added and taken away, so no article is read again.
    """

    counts: dict[Voice, dict[int, int]] = field(default_factory=dict)

    @classmethod
    def of(cls, counted: Iterable[tuple[Voice, Iterable[tuple[int, int]]]]) -> "VoiceCounts":
        """Collect voices with their days, each with its count."""
        return cls({voice: dict(days) for voice, days in counted})

    def add(self, article: Article) -> None:
        """Count the voices of an article."""
        day = _day(article)
        for voice in voices_of(article).values():
            days = self.counts.setdefault(voice, {})
            days[day] = days.get(day, 0) + 1

    def take_out(self, article: Article) -> None:
        """Forget the voices of an article that was counted; raises KeyError where it was not."""
        day = _day(article)
        for voice in voices_of(article).values():
            days = self.counts[voice]
            days[day] -= 1
            if not days[day]:
                del days[day]
            if not days:
                del self.counts[voice]

    def items(self) -> Iterator[tuple[Voice, tuple[tuple[int, int], ...]]]:
        """Yield each voice with its days and their counts, all in order."""
        for voice in sorted(self.counts, key=lambda voice: (voice.name, voice.role or "")):
            yield voice, tuple(sorted(self.counts[voice].items()))


def _day(article: Article) -> int:
    return article.date.toordinal() if article.date else NO_DAY
