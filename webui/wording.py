"""Dates and numbers as an Indonesian reader expects them."""

import re
from datetime import date

from search.columns import UNDATED_VALUE

MONTHS = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
NO_DATE_WORDS = "tanpa tanggal"
_MONTH = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])")


def long_date(day: date | None) -> str:
    """Return `17 November 2024`, or `tanpa tanggal` where there is none."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}" if day else NO_DATE_WORDS


def facet_label(value: str) -> str:
    """Return a value of the date facet in words: `2024-11` as `November 2024`."""
    if value == UNDATED_VALUE:
        return NO_DATE_WORDS
    month = _MONTH.fullmatch(value)
    return f"{MONTHS[int(month[2]) - 1]} {month[1]}" if month else value


def whole_number(value: int) -> str:
    """Return `13.313`: Indonesian groups thousands with a full stop."""
    return f"{value:,}".replace(",", ".")


def duration(seconds: float) -> str | None:
    """Return `0,04 detik`, or None for a time too short to be told."""
    rounded = f"{seconds:.2f}"
    return f"{rounded.replace('.', ',')} detik" if rounded != "0.00" else None
