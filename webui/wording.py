"""Dates, numbers and links as an Indonesian reader expects them."""

import re
from datetime import date
from urllib.parse import urlsplit

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
UNDATED = "tanpa tanggal"
_MONTH = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])")


def long_date(day: date | None) -> str:
    """Return `17 November 2024`, or `tanpa tanggal` where there is none."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}" if day else UNDATED


def facet_label(value: str) -> str:
    """Return a value of the date facet in words: `2024-11` as `November 2024`."""
    if value == "undated":
        return UNDATED
    month = _MONTH.fullmatch(value)
    return f"{MONTHS[int(month[2]) - 1]} {month[1]}" if month else value


def whole_number(value: int) -> str:
    """Return `13.313`: Indonesian groups thousands with a full stop."""
    return f"{value:,}".replace(",", ".")


def duration(seconds: float) -> str:
    """Return `0,04 detik`."""
    return f"{seconds:.2f} detik".replace(".", ",")


def web_address(url: str | None) -> str | None:
    """Return the URL if a browser may be sent there: http and https only, never a script or data."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    return url if parts.scheme in {"http", "https"} and parts.netloc else None
