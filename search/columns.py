"""What filters and facets read of each document: its source, speakers and day, by document number."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from index.schema import NO_DAY

UNDATED_VALUE = "undated"


@dataclass(frozen=True, slots=True)
class Columns:
    """The facet values of all documents of an index, one entry for each document number.

    `keys` order what ties, whenever it was indexed.
    """

    sources: Sequence[str]
    speakers: Sequence[tuple[str, ...]]
    days: Sequence[int]
    keys: Sequence[bytes] = ()

    def months(self) -> dict[int, str]:
        """Return the month, or `undated`, of every day number that occurs."""
        return {day: _month(day) for day in set(self.days)}


def _month(day: int) -> str:
    return UNDATED_VALUE if day == NO_DAY else date.fromordinal(day).isoformat()[:7]
