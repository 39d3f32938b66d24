"""The day an article was published: on a line by its headline, else as its text speaks of the day."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from corpus.dates import WEEKDAY, FoundDate, find_dates, parse_date
from corpus.lines import Line
from corpus.wordlists import read_lines

_LONGEST_DATE_LINE = 14
# A date further from headline and text than this belongs to something else: the clock in a page's header.
_NEAR_TITLE = 4
_NEAR_TEXT = 6

# The day beside a reporting verb is the day somebody spoke: "ungkapnya, Rabu (20/3/2024)".
_REPORTING = re.compile(
    r"\b(?:kata|ujar|tutur|ungkap|jelas|tegas|tambah|imbau|imbuh|lanjut|papar|terang|beber|tandas|pungkas|ucap|sebut"
    r"|tutup)(?:nya)?\b|\b(?:meng?|meny)[a-z]+kan\b",
    re.IGNORECASE,
)
_BESIDE = 60
_YEAR = re.compile(r"(?<!\d)20[0-4]\d(?!\d)")
_SENTENCE_BREAK = re.compile(r"[.!?:”\"\n]")
_LONGEST_OPENING = len("(Rabu dini hari, tanggal ")
# What stood when the article was written: "hingga Rabu (27/11) malam tercatat".
_UNTIL = re.compile(rf"\b(?:hingga|sampai)(?:\s+{WEEKDAY})?\W*$", re.IGNORECASE)
_SO_FAR = re.compile(
    r"\W{0,3}(?:(?:dini\shari|pagi|siang|sore|petang|malam)\b)?,?"
    r"\s+(?:menunjukkan|mencatat|tercatat|terdata|terkumpul|mencapai|sudah|telah|masih|belum|baru)\b"
)
# An article tells of days that are near each other; one much later than the first is to come.
_SPAN = timedelta(days=31)


class _Mention(NamedTuple):
    """A day of a text, whether parentheses hold it, and what its sentence says before and after."""

    found: FoundDate
    in_parentheses: bool
    before: str
    after: str


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


def date_in_text(body: str, beside: str = "", latest: date | None = None) -> date | None:
    """Return the day a text speaks of as its own, or None.

    It is the newest of the days in parentheses after their weekday, `Senin (2/9/2024)`, or else inside a
    sentence, `pada Selasa, 17 September 2024`; else the first in parentheses alone. Days to come, terms and
    days of elections are passed over, and so is one that contradicts its weekday. A day without a year,
    `Sabtu (9/11)`, is believed in the one year, of those in the text and `beside` it, in which it falls on
    its weekday. No day is after `latest`.
    """
    years = set(map(int, _YEAR.findall(f"{body}\n{beside}")))
    days = [found for found in find_dates(body, years=years) if not (latest and found.value > latest)]
    mentions = [mention for day in days if not _is_of_something_else(mention := _mention(body, day))]
    own = _newest([mention for mention in mentions if mention.found.value not in _voting_days()])
    return own or _newest([mention for mention in mentions if _is_beside_verb(body, mention.found)])


def _line_date(line: Line) -> date | None:
    return parse_date(line.text) if line.words <= _LONGEST_DATE_LINE else None


def _mention(body: str, day: FoundDate) -> _Mention:
    window = max(0, day.start - _LONGEST_OPENING)
    opening = body.rfind("(", window, day.end)
    return _Mention(
        day,
        in_parentheses=opening > body.rfind(")", window, day.start),
        before=_SENTENCE_BREAK.split(body[max(0, day.start - _BESIDE) : day.start])[-1],
        after=_SENTENCE_BREAK.split(body[day.end : day.end + _BESIDE])[0],
    )


def _is_of_something_else(mention: _Mention) -> bool:
    before, after = _other_days()
    told = _UNTIL.sub("", mention.before) if _SO_FAR.match(mention.after) else mention.before
    return (
        mention.found.weekday_fits is False or bool(before.search(told)) or bool(after.match(mention.after))
    )


def _newest(mentions: Sequence[_Mention]) -> date | None:
    """Return the newest of the surest days; of those in parentheses without a weekday the first."""
    dated = [mention for mention in mentions if mention.found.weekday_fits]
    for days in (
        [mention.found.value for mention in dated if mention.in_parentheses],
        [mention.found.value for mention in dated if _is_told(mention)],
    ):
        if days:
            return max(day for day in days if abs(day - days[0]) <= _SPAN)
    return next((mention.found.value for mention in mentions if mention.in_parentheses), None)


def _is_told(mention: _Mention) -> bool:
    """Return whether a sentence leads up to the day; a calendar begins with it or spans days by a dash."""
    words = mention.before.rstrip(" ,(").split(" ")
    return len(words) > 1 and words[-2][-1:] not in ("-", "–", "—")


def _is_beside_verb(body: str, day: FoundDate) -> bool:
    return bool(_REPORTING.search(body, max(0, day.start - _BESIDE), day.end + _BESIDE))


@cache
def _voting_days() -> frozenset[date]:
    return frozenset(map(date.fromisoformat, read_lines("voting_days.txt")))


@cache
def _other_days() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what tells a day from the article's own: before it, and right after it."""
    words: dict[str, list[str]] = {}
    for line in read_lines("other_days.txt"):
        if line.startswith("["):
            section = words.setdefault(line.strip("[]"), [])
        else:
            section.append(re.escape(line))
    before, after = "|".join(words["before"]), "|".join(words["after"])
    return (
        re.compile(rf"\b(?:{before})\b", re.IGNORECASE),
        re.compile(rf"\W{{0,4}}(?:\w+\W+)?(?:{after})\b", re.IGNORECASE),
    )
