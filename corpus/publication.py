"""The day an article was published: on a line by its headline, else as its text speaks of the day."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from corpus.dates import FoundDate, parse_date
from corpus.lines import Line

_LONGEST_DATE_LINE = 14
# A date further from headline and text than this belongs to something else: the clock in a page's header.
_NEAR_TITLE = 4
_NEAR_TEXT = 6

# The day in parentheses beside a reporting verb is the day somebody spoke: "ungkapnya, Rabu (20/3/2024)". On
# 4,682 news articles the first such day was the day of publication or its neighbour for 88 %, later for 2 %.
_REPORTING = re.compile(
    r"\b(?:kata|ujar|tutur|ungkap|jelas|tegas|tambah|imbau|imbuh|lanjut|papar|terang|beber|tandas|pungkas|ucap|sebut"
    r"|tutup)(?:nya)?\b|\b(?:meng?|meny)[a-z]+kan\b",
    re.IGNORECASE,
)
_BESIDE = 60
_PARENTHESES = re.compile(r"\((\d[^()]{4,20}\d)\)")


def date_above(above: Sequence[Line], title: str | None) -> date | None:
    """Return the date on the lines above an article: the first below its headline, else the nearest."""
    dated = [(place, found) for place, line in enumerate(above) if (found := _line_date(line))]
    places = [place for place, line in enumerate(above) if title and line.text == title]
    if not places:
        return next((found for place, found in reversed(dated) if place >= len(above) - _NEAR_TEXT), None)
    below = next((found for place, found in dated if place > places[-1]), None)
    return below or next(
        (found for place, found in reversed(dated) if place >= places[0] - _NEAR_TITLE), None
    )


def date_in_text(body: str) -> date | None:
    """Return the first date in parentheses beside a reporting verb, else the one nearest to such a verb."""
    days = list(_in_parentheses(body))
    if not days:
        return None
    verbs = [found.start() for found in _REPORTING.finditer(body)]
    distances = list(_distances([day.start for day in days], verbs))
    beside = next((day for day, distance in zip(days, distances, strict=True) if distance <= _BESIDE), None)
    return (beside or days[distances.index(min(distances))]).value


def _line_date(line: Line) -> date | None:
    return parse_date(line.text) if line.words <= _LONGEST_DATE_LINE else None


def _in_parentheses(body: str) -> Iterator[FoundDate]:
    for found in _PARENTHESES.finditer(body):
        day = parse_date(found[1])
        if day:
            yield FoundDate(day, found.start(), found.end())


def _distances(starts: Sequence[int], verbs: Sequence[int]) -> Iterator[int]:
    """Yield the distance from each start to its nearest verb; both come in ascending order."""
    place = 0
    for start in starts:
        while place + 1 < len(verbs) and abs(verbs[place + 1] - start) <= abs(verbs[place] - start):
            place += 1
        yield abs(verbs[place] - start) if verbs else 0
