"""Dates as Indonesian news writes them: a pattern for each form and a table of month names.

A day that does not exist, or a form that leaves the day open, gives None rather than a guess.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from urllib.parse import urlsplit

from corpus.characters import APOSTROPHES, ascii_apostrophes

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
# Names are matched as ASCII: a dotless ı or a long ſ would pass for i and s, and is in no table.
_MONTH = f"(?a:{'|'.join(sorted(MONTH_NUMBERS, key=len, reverse=True))})"
_DAYS = ("senin", "selasa", "rabu", "kamis", "jumat jum'at", "sabtu", "minggu ahad")
WEEKDAY = f"(?a:senin|selasa|rabu|kamis|jum[{APOSTROPHES}]?at|sabtu|minggu|ahad)"

_DATE = re.compile(
    rf"""
      (?<![\d./-])(?P<iso_year>\d{{4}})-(?P<iso_month>\d\d)-(?P<iso_day>\d\d)(?![\d-])
      (?:[T ](?P<iso_time>\d\d:\d\d(?::\d\d(?:\.\d{{1,6}})?)?)[ ]?(?P<offset>Z|[+-]\d\d:?\d\d)(?!\d))?
    | (?<!\d)(?P<day>\d{{1,2}})[ ]*[- ]?[ ]*(?P<month>{_MONTH})\b\.?,?[ -]*(?P<year>\d{{4}})(?!\d)
    | \b(?P<us_month>{_MONTH})\.?[ ]+(?P<us_day>\d{{1,2}}),?[ ]+(?P<us_year>\d{{4}})(?!\d)
    | (?<![\w/.-])(?P<num_day>\d{{1,2}})[ ]?(?P<sign>[/.-])[ ]?(?P<num_month>\d{{1,2}})[ ]?(?P=sign)[ ]?
      (?P<num_year>\d{{4}}|(?<=/)\d\d)(?!\d|[/.-]\d)
    | \b{WEEKDAY}[ ,]{{0,2}}\([ ]?(?P<short_day>\d{{1,2}})/(?P<short_month>\d{{1,2}})[ ]?\)
    | \b{WEEKDAY}[ ,]{{1,2}}\(?(?P<bare_day>\d{{1,2}})[ ](?P<bare_month>{_MONTH})\b(?![ ]\d)
    """,
    re.IGNORECASE | re.VERBOSE,
)
# "Nomor: 15/PL.02/11/2024" numbers a letter, and "tertanggal 3 Oktober 2024" is the day of that letter.
_OF_A_LETTER = re.compile(
    r"\b(?:nomor|no)\b[\s.:]*[\w./-]*(?:\s+(?:tanggal|tgl)\b\.?\s+)?$"
    rf"|\btertanggal\s+(?:{WEEKDAY}[ ,]+)?$",
    re.IGNORECASE,
)
_BEFORE = 60
_WEEKDAYS = {name: number for number, names in enumerate(_DAYS) for name in names.split()}
# What stands before the day itself: Senin ( or Rabu malam, or Jumat, tanggal
_WEEKDAY_BEFORE = re.compile(
    rf"\b(?P<weekday>{WEEKDAY})(?:[ ](?:dini[ ]hari|pagi|siang|sore|petang|malam))?"
    r"[ ,]{0,2}\(?[ ]?(?:tanggal[ ])?$",
    re.IGNORECASE,
)
_WEEKDAY_LENGTH = 35
_WIB = timezone(timedelta(hours=7))
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_THIS_CENTURY = 2000

# What stands in the path of an address: /2024/09/17/, /24/09/17/, /20240917/, /20240917120115-, -1726531200
_DAY_IN_PATH = re.compile(
    r"/(?P<year>(?:19|20)\d\d|[0-2]\d)/(?P<month>\d{1,2})/(?P<day>\d{1,2})(?=/|$)"
    r"|/(?P<solid>20\d{6})(?:/|$|\d{6}-)"
    r"|-(?P<seconds>1\d{9})/?$"
)
_MONTH_IN_PATH = re.compile(r"/(?P<year>20\d\d)/(?P<month>\d\d)(?=/|$)")


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text: its value, where it begins and ends.

    `weekday_fits` says whether the weekday written before it is that of the day; None where none is written.
    """

    value: date
    start: int
    end: int
    weekday_fits: bool | None = None


def find_dates(text: str, reference: date | None = None, years: Collection[int] = ()) -> Iterator[FoundDate]:
    """Yield the dates of a text in order, but not those of letters (`Nomor …`, `tertanggal …`).

    A stamp with an offset from UTC gives the day in western Indonesia (WIB). A day and month without a year,
    as in `Sabtu (9/11)` or `Sabtu 9 November`, is the newest such day not after `reference`; without one,
    that of the one year among `years` in which it falls on its weekday. Else it is passed over.
    """
    for match in _DATE.finditer(text):
        weekday = _weekday(text, match)
        short = match["short_day"] or match["bare_day"]
        value = _day_without_year(match, weekday, reference, years) if short else _value(match)
        if value and not _OF_A_LETTER.search(text, max(0, match.start() - _BEFORE), match.start()):
            fits = None if weekday is None else value.weekday() == weekday
            yield FoundDate(value, match.start(), match.end(), fits)


def date_in_url(url: str | None) -> date | None:
    """Return the day in the path of an address, as a news site files its articles: `/2024/09/17/`, or None.

    A number of seconds since 1970 that ends the path counts too; of a year of two digits, all parts have two.
    """
    found = _DAY_IN_PATH.search(_path(url))
    if not found:
        return None
    if found["seconds"]:
        return datetime.fromtimestamp(int(found["seconds"]), _WIB).date()
    if solid := found["solid"]:
        return _day(int(solid[:4]), int(solid[4:6]), int(solid[6:]))
    parts = (found["year"], found["month"], found["day"])
    if len(parts[0]) == len("24") and min(map(len, parts)) < len("24"):
        return None
    return _day(_full_year(parts[0]), int(parts[1]), int(parts[2]))


def last_day_in_url(url: str | None) -> date | None:
    """Return the last day of the month in the path of an address (`/2024/09/judul`), or None."""
    found = _MONTH_IN_PATH.search(_path(url))
    first = _day(int(found["year"]), int(found["month"]), 1) if found else None
    return (first + timedelta(days=31)).replace(day=1) - timedelta(days=1) if first else None


def parse_date(text: str, reference: date | None = None) -> date | None:
    """Return the first date of a text, or None."""
    found = next(find_dates(text, reference), None)
    return found.value if found else None


def _path(url: str | None) -> str:
    try:
        return urlsplit(url or "").path
    except ValueError:
        return ""


def _weekday(text: str, match: re.Match[str]) -> int | None:
    """Return the number of the weekday before the day's own number, Monday being 0."""
    first = max(match.start(), match.start("short_day"), match.start("bare_day"))
    found = _WEEKDAY_BEFORE.search(text, max(0, first - _WEEKDAY_LENGTH), first)
    return _WEEKDAYS[ascii_apostrophes(found["weekday"].lower())] if found else None


def _value(match: re.Match[str]) -> date | None:
    part = match.groupdict()
    if part["iso_year"]:
        day = _day(int(part["iso_year"]), int(part["iso_month"]), int(part["iso_day"]))
        return _day_in_wib(day, f"{part['iso_time']}{part['offset']}") if day and part["offset"] else day
    if part["year"]:
        return _day(int(part["year"]), MONTH_NUMBERS[part["month"].lower()], int(part["day"]))
    if part["us_year"]:
        return _day(int(part["us_year"]), MONTH_NUMBERS[part["us_month"].lower()], int(part["us_day"]))
    return _day(_full_year(part["num_year"]), int(part["num_month"]), int(part["num_day"]))


def _day_without_year(
    match: re.Match[str], weekday: int | None, reference: date | None, years: Collection[int]
) -> date | None:
    day = int(match["short_day"] or match["bare_day"])
    month = int(match["short_month"] or MONTH_NUMBERS[(match["bare_month"] or "").lower()])
    if reference:
        return _newest_day(month, day, reference)
    days = [found for year in years if (found := _day(year, month, day)) and found.weekday() == weekday]
    return days[0] if len(days) == 1 else None


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


def _newest_day(month: int, day: int, reference: date) -> date | None:
    this_year = _day(reference.year, month, day)
    return this_year if this_year and this_year <= reference else _day(reference.year - 1, month, day)
