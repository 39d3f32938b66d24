"""Dates as Indonesian news writes them: a pattern for each form and a table of month names.

A day that does not exist, or a form that leaves the day open, gives None rather than a guess.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone

from corpus.characters import APOSTROPHES

_MONTHS = (
    "januari january jan",
    "februari pebruari february feb peb",
    "maret march mar mrt",
    "april apr",
    "mei may",
    "juni june jun",
    "juli july jul",
    "agustus august agust agu agt ags aug",
    "september sept sep",
    "oktober october okt oct",
    "november nopember nov nop",
    "desember december des dec",
)
# Every name of a month, full and short, in both languages and both spellings, in lower case.
MONTH_NUMBERS = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}
_MONTH = "|".join(sorted(MONTH_NUMBERS, key=len, reverse=True))
WEEKDAY = f"senin|selasa|rabu|kamis|jum[{APOSTROPHES}]?at|sabtu|minggu|ahad"

_DATE = re.compile(
    rf"""
      (?<![\d./-])(?P<iso_year>\d{{4}})-(?P<iso_month>\d\d)-(?P<iso_day>\d\d)(?![\d-])
      (?:[T ](?P<iso_time>\d\d:\d\d(?::\d\d(?:\.\d{{1,6}})?)?)[ ]?(?P<offset>Z|[+-]\d\d:?\d\d)(?!\d))?
    | (?<!\d)(?P<day>\d{{1,2}})[ ]*[- ]?[ ]*(?P<month>{_MONTH})\b\.?,?[ -]*(?P<year>\d{{4}})(?!\d)
    | \b(?P<us_month>{_MONTH})\.?[ ]+(?P<us_day>\d{{1,2}}),?[ ]+(?P<us_year>\d{{4}})(?!\d)
    | (?<![\w/.-])(?P<num_day>\d{{1,2}})[ ]?(?P<sign>[/.-])[ ]?(?P<num_month>\d{{1,2}})[ ]?(?P=sign)[ ]?
      (?P<num_year>\d{{4}}|(?<=/)\d\d)(?!\d|[/.-]\d)
    | \b(?:{WEEKDAY})[ ,]{{0,2}}\((?P<short_day>\d{{1,2}})/(?P<short_month>\d{{1,2}})\)
    """,
    re.IGNORECASE | re.VERBOSE,
)
# "Nomor: 15/PL.02/11/2024" numbers a letter, and "tertanggal 3 Oktober 2024" is the day of that letter.
_OF_A_LETTER = re.compile(
    r"\b(?:nomor|no)\b[\s.:]*[\w./-]*(?:\s+(?:tanggal|tgl)\b\.?\s+)?$"
    rf"|\btertanggal\s+(?:(?:{WEEKDAY})[ ,]+)?$",
    re.IGNORECASE,
)
_BEFORE = 60
_WIB = timezone(timedelta(hours=7))
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_THIS_CENTURY = 2000


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text: its value, where it begins and ends."""

    value: date
    start: int
    end: int


def find_dates(text: str, reference: date | None = None) -> Iterator[FoundDate]:
    """Yield the dates of a text in order, but not those of letters (`Nomor …`, `tertanggal …`).

    A stamp with an offset from UTC gives the day in western Indonesia (WIB). A day and month without a year,
    as in `Sabtu (9/11)`, is the newest such day not after `reference`, and is passed over where there is no
    reference.
    """
    for match in _DATE.finditer(text):
        value = _value(match, reference)
        if value and not _OF_A_LETTER.search(text, max(0, match.start() - _BEFORE), match.start()):
            yield FoundDate(value, match.start(), match.end())


def parse_date(text: str, reference: date | None = None) -> date | None:
    """Return the first date of a text, or None."""
    found = next(find_dates(text, reference), None)
    return found.value if found else None


def _value(match: re.Match[str], reference: date | None) -> date | None:
    part = match.groupdict()
    if part["iso_year"]:
        day = _day(int(part["iso_year"]), int(part["iso_month"]), int(part["iso_day"]))
        return _day_in_wib(day, f"{part['iso_time']}{part['offset']}") if day and part["offset"] else day
    if part["year"]:
        return _day(int(part["year"]), MONTH_NUMBERS[part["month"].lower()], int(part["day"]))
    if part["us_year"]:
        return _day(int(part["us_year"]), MONTH_NUMBERS[part["us_month"].lower()], int(part["us_day"]))
    if part["num_year"]:
        return _day(_full_year(part["num_year"]), int(part["num_month"]), int(part["num_day"]))
    return _newest_day(int(part["short_month"]), int(part["short_day"]), reference)


def _day_in_wib(day: date, clock: str) -> date:
    """Return the day it is in western Indonesia; a clock that shows no time changes nothing."""
    try:
        stamp = datetime.fromisoformat(f"{day.isoformat()}T{clock}")
    except ValueError:
        return day
    return stamp.astimezone(_WIB).date()


def _full_year(digits: str) -> int:
    return int(digits) if len(digits) > len("24") else _THIS_CENTURY + int(digits)


def _day(year: int, month: int, day: int) -> date | None:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _newest_day(month: int, day: int, reference: date | None) -> date | None:
    if reference is None:
        return None
    this_year = _day(reference.year, month, day)
    return this_year if this_year and this_year <= reference else _day(reference.year - 1, month, day)
