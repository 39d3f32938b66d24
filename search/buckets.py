"""The years, months, weeks and days that the date facet counts and a reader chooses."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from index.voices import NO_DAY
from search.errors import PeriodError
from search.period import parse_point
from search.request import Unit

UNDATED_VALUE = "undated"
_UNITS: dict[int, Unit] = {
    len("2024"): "year",
    len("2024-11"): "month",
    len("2024-W48"): "week",
    len("2024-11-27"): "day",
}
# Values kept as read: more than the days of ten years.
_KEPT = 4096
# Days kept with their value: those of ten years in each unit.
_DAYS_KEPT = 16_384


@dataclass(frozen=True, slots=True)
class Bucket:
    """One year, month, week or day: its first and its last day."""

    unit: Unit
    first: date
    last: date


def bucket_of(day: date, unit: Unit) -> str:
    """Return the value of the bucket a day is in: `2024`, `2024-11`, `2024-W48` or `2024-11-27`.

    Weeks are those of ISO 8601: from Monday on, one that spans New Year in the year of its Thursday.
    """
    match unit:
        case "year":
            return day.isoformat()[:4]
        case "month":
            return day.isoformat()[:7]
        case "week":
            year, week, _ = day.isocalendar()
            return f"{year:04}-W{week:02}"
        case "day":
            return day.isoformat()


@lru_cache(_DAYS_KEPT)
def bucket_value(day: int, unit: Unit) -> str:
    """Return the value of the date facet that a day number has, or `undated`."""
    return UNDATED_VALUE if day == NO_DAY else bucket_of(date.fromordinal(day), unit)


@lru_cache(_KEPT)
def parse_bucket(value: str) -> Bucket:
    """Read what `bucket_of` writes; raises PeriodError for anything else."""
    found = _read(value)
    # A value in another spelling, such as 2024-1, would never be equal to that of its bucket.
    if found is None or bucket_of(found.first, found.unit) != value:
        raise PeriodError(
            "'{text}' is no year, month, week or day; "
            "choose one such as 2024, 2024-11, 2024-W48, 2024-11-27, or 'undated'.",
            text=value[:40],
        )
    return found


def _read(value: str) -> Bucket | None:
    unit = _UNITS.get(len(value))
    try:
        period = parse_point(value)
    except PeriodError:
        return None
    return Bucket(unit, period.first, period.last) if unit and period.first and period.last else None
