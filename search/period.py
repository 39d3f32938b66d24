"""Spans of days as a query, an option or a parameter writes them."""

import calendar
import re
from dataclasses import dataclass
from datetime import date

from search.errors import PeriodError

_POINT = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `first` to `last`, both included; None leaves that side open."""

    first: date | None
    last: date | None

    def __str__(self) -> str:
        """Write the period so that `parse_period` reads it back."""
        if self.first and self.first == self.last:
            return self.first.isoformat()
        if self.first and self.last:
            return f"{self.first.isoformat()}..{self.last.isoformat()}"
        if self.last:
            return f"<={self.last.isoformat()}"
        return f">={self.first.isoformat()}" if self.first else ".."


def parse_period(text: str) -> Period:
    """Read `2024`, `2024-11`, `2024-11-27`, `a..b`, `a..` or `>=a`, `..b` or `<=b`; raises PeriodError."""
    if text.startswith(">="):
        return Period(parse_point(text[2:]).first, None)
    if text.startswith("<="):
        return Period(None, parse_point(text[2:]).last)
    if ".." in text:
        start, _, end = text.partition("..")
        first = parse_point(start).first if start else None
        last = parse_point(end).last if end or not start else None
        return _ordered(Period(first, last), text)
    return parse_point(text)


def parse_point(text: str) -> Period:
    """Read one year, month or day as the span it is; raises PeriodError."""
    found = _POINT.fullmatch(text.strip())
    if not found:
        raise PeriodError(
            "'{text}' is no date; write a year, month or day: 2024, 2024-11, 2024-11-27.", text=text[:40]
        )
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        return _span(year or 0, month, day)
    except ValueError:
        raise PeriodError(
            "'{text}' is not in the calendar; check its month and day.", text=text[:40]
        ) from None


def _span(year: int, month: int | None, day: int | None) -> Period:
    if month is None:
        return Period(date(year, 1, 1), date(year, 12, 31))
    if day is None:
        return Period(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))
    return Period(date(year, month, day), date(year, month, day))


def _ordered(period: Period, text: str) -> Period:
    if period.first and period.last and period.first > period.last:
        raise PeriodError("'{text}' ends before it begins; turn it around.", text=text[:40])
    return period
