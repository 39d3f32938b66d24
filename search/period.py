"""Spans of days as a query, an option or a parameter writes them.

A point is a year, month, ISO week or day: 2024, 2024-11, 2024-W48, 2024-11-27, 27/11/2024, nov-2024,
27 November 2024. A period is a point, or points with .. between them or >, >=, <, <= before them.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from corpus.dates import MONTH_NUMBERS
from search.errors import PeriodError

_SIDE = re.compile(r"\s*(>=|<=|>|<)(.*)", re.DOTALL)
_COMPACT = re.compile(r"\A(\d{4})(\d\d)(\d\d)\Z", re.ASCII)
_GAP = re.compile(r"\s*[-/.,]\s*|\s+")
# Kind of a part of a point -> how it is written; a month's name is the fifth kind, "m".
_PARTS = {"y": re.compile(r"[0-9]{4}"), "n": re.compile(r"[0-9]{1,2}"), "w": re.compile(r"w[0-9]{1,2}")}
# The kinds of the parts of a point, in order -> what each part is: year, month, day or week.
_ORDERS = {
    "y": "y",  # 2024
    "yn": "ym",  # 2024-11
    "ny": "my",  # 11-2024
    "my": "my",  # nov-2024
    "ym": "ym",  # 2024-nov
    "yw": "yw",  # 2024-W48
    "ynn": "ymd",  # 2024-11-27
    "nny": "dmy",  # 27/11/2024
    "nmy": "dmy",  # 27 November 2024
    "mny": "mdy",  # November 27, 2024
    "ymn": "ymd",  # 2024-nov-27
}
_YEARLESS = ("m", "nm", "mn")
_DAY = timedelta(days=1)
_MONDAY_TO_SUNDAY = timedelta(days=6)


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `first` to `last`, both included; None leaves that side open."""

    first: date | None
    last: date | None

    def __str__(self) -> str:
        """Write the period, whole years and months as such, so that `parse_period` reads it back."""
        first, last = (day and day.isoformat()[: self._length()] for day in (self.first, self.last))
        if first and last:
            return first if first == last else f"{first}..{last}"
        if last:
            return f"<={last}"
        return f">={first}" if first else ".."

    def _length(self) -> int:
        """Return how many characters of a day tell a side of the period: of a year, a month or the day."""
        after = self.last + _DAY if self.last and self.last < date.max else None
        starts = [day for day in (self.first, after) if day]
        if not starts or any(day.day != 1 for day in starts) or (self.last and not after):
            return len("2024-11-27")
        return len("2024-11") if any(day.month != 1 for day in starts) else len("2024")


def parse_period(text: str) -> Period:
    """Read a point, `a..b`, `a..`, `..b`, `>=a`, `<=a`, or `>a` and `<a`: after and before all of `a`.

    Raises PeriodError.
    """
    if side := _SIDE.fullmatch(text):
        return _one_sided(side[1], side[2], text)
    if ".." in text:
        return _between(text)
    return parse_point(text)


def parse_point(text: str) -> Period:
    """Read one year, month, week or day, in figures or with the month's name, as the span it is.

    Raises PeriodError.
    """
    return Period(*_days_of(text))


def _one_sided(sign: str, point: str, text: str) -> Period:
    first, last = _days_of(point.strip() or text)
    try:
        match sign:
            case ">=":
                return Period(first, None)
            case "<=":
                return Period(None, last)
            case ">":
                return Period(last + _DAY, None)
            case _:
                return Period(None, first - _DAY)
    except OverflowError:
        raise _not_in_calendar(text) from None


def _between(text: str) -> Period:
    start, end = (part.strip() for part in text.split("..", 1))
    first = _days_of(start)[0] if start else None
    last = _days_of(end or text)[1] if end or not start else None
    if first and last and first > last:
        raise PeriodError(
            "'{text}' ends before it begins; turn it around.", f"{end}..{start}", text=text[:40]
        )
    return Period(first, last)


def _days_of(text: str) -> tuple[date, date]:
    """Return the first and the last day of a point."""
    parts = _GAP.split(_COMPACT.sub(r"\1-\2-\3", text.strip().lower()))
    kinds = "".join(map(_kind, parts))
    if kinds in _YEARLESS:
        example = "-".join([*parts, "2024"])
        raise PeriodError("'{text}' names no year; add it, as in {example}.", text=text[:40], example=example)
    if kinds not in _ORDERS:
        raise PeriodError(
            "'{text}' is no date; write a year, month or day: 2024, 2024-11, 2024-11-27.", text=text[:40]
        )
    try:
        return _span(dict(zip(_ORDERS[kinds], map(_number, parts), strict=True)))
    except ValueError:
        raise _not_in_calendar(text) from None


def _kind(part: str) -> str:
    if part in MONTH_NUMBERS:
        return "m"
    return next((kind for kind, written in _PARTS.items() if written.fullmatch(part)), "?")


def _number(part: str) -> int:
    return MONTH_NUMBERS.get(part) or int(part.removeprefix("w"))


def _span(point: dict[str, int]) -> tuple[date, date]:
    """Return the ends of a year, month, week or day; raises ValueError for one that does not exist."""
    year, month, day = point["y"], point.get("m"), point.get("d")
    if "w" in point:
        return _week(year, point["w"])
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if day is None:
        first = date(year, month, 1)
        return first, first.replace(day=calendar.monthrange(year, month)[1])
    return date(year, month, day), date(year, month, day)


def _week(year: int, week: int) -> tuple[date, date]:
    """Return Monday and Sunday of a week of ISO 8601; the calendar's very last one ends with the calendar."""
    monday = date.fromisocalendar(year, week, 1)
    return monday, min(date.max - monday, _MONDAY_TO_SUNDAY) + monday


def _not_in_calendar(text: str) -> PeriodError:
    return PeriodError("'{text}' is not in the calendar; check its month and day.", text=text[:40])
