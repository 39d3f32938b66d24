"""Dates and numbers as an Indonesian reader expects them."""

from datetime import date

from search.buckets import UNDATED_VALUE, Bucket, parse_bucket
from search.errors import PeriodError

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
KIND_WORDS: dict[str, str] = {"news": "Berita", "factcheck": "Cek fakta"}
NO_DATE_WORDS = "tanpa tanggal"


def long_date(day: date | None) -> str:
    """Return `17 November 2024`, or `tanpa tanggal` where there is none."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}" if day else NO_DATE_WORDS


def facet_label(value: str) -> str:
    """Return a value of the date facet in words: `2024-11` as `November 2024`, what is none as it stands."""
    if value == UNDATED_VALUE:
        return NO_DATE_WORDS
    try:
        bucket = parse_bucket(value)
    except PeriodError:
        return value
    match bucket.unit:
        case "year":
            return f"{bucket.first.year}"
        case "month":
            return f"{MONTHS[bucket.first.month - 1]} {bucket.first.year}"
        case "week":
            return _week(bucket)
        case "day":
            return long_date(bucket.first)


def kind_label(value: str) -> str:
    """Return a kind of article in words, what is none as it stands."""
    return KIND_WORDS.get(value, value)


def _week(bucket: Bucket) -> str:
    """Return `Minggu 48, 25 Nov–1 Des 2024`: the first day without the month or year that the last shares."""
    first, last = bucket.first, bucket.last
    start = f"{first.day}"
    if (first.year, first.month) != (last.year, last.month):
        start += f" {_short(first)}"
    if first.year != last.year:
        start += f" {first.year}"
    return f"Minggu {first.isocalendar().week}, {start}–{last.day} {_short(last)} {last.year}"


def _short(day: date) -> str:
    return MONTHS[day.month - 1][:3]


def whole_number(value: int) -> str:
    """Return `13.313`: Indonesian groups thousands with a full stop."""
    return f"{value:,}".replace(",", ".")


def duration(seconds: float) -> str | None:
    """Return `0,04 detik`, or None for a time too short to be told."""
    rounded = f"{seconds:.2f}"
    return f"{rounded.replace('.', ',')} detik" if rounded != "0.00" else None
