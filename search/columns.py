"""What filters and facets read of each document: its source, speakers, day and kind, by document number."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, lru_cache
from itertools import chain
from typing import Self

from corpus.article import ArticleKind
from index.analysis import fold
from index.schema import NO_DAY
from search.buckets import bucket_of, parse_bucket
from search.request import UNITS, Unit

UNDATED_VALUE = "undated"


def fold_name(name: str) -> str:
    """Return a name as filters compare it: in any case, with any apostrophe, spaces folded."""
    return " ".join(filter(None, map(fold, name.split())))


@dataclass(frozen=True)
class Columns:
    """The facet values of all documents of an index, one entry for each document number.

    A name has one spelling. `days` are day numbers as in index.schema. `keys` order what ties, whenever it
    was indexed. `factchecks` are the numbers of the documents that are fact checks; the others are news.
    """

    sources: Sequence[str]
    speakers: Sequence[tuple[str, ...]]
    days: Sequence[int]
    keys: Sequence[bytes] = ()
    factchecks: frozenset[int] = frozenset()

    @classmethod
    def of(
        cls,
        sources: Sequence[str],
        speakers: Sequence[tuple[str, ...]],
        days: Sequence[int],
        keys: Sequence[bytes],
        factchecks: frozenset[int] = frozenset(),
    ) -> Self:
        """Make columns of the names as they were indexed: each gets its most frequent spelling.

        Filters fold names, so two spellings counted apart would each promise less than choosing it gives.
        """
        outlets = _spellings(sources)
        people = _spellings(chain.from_iterable(speakers))
        said_by = [tuple(dict.fromkeys(people[name] for name in names)) for names in speakers]
        return cls([outlets[source] for source in sources], said_by, days, keys, factchecks)

    def kind(self, document: int) -> ArticleKind:
        """Return what a document is."""
        return "factcheck" if document in self.factchecks else "news"

    def heard(self, voices: Mapping[int, set[str]]) -> "Columns":
        """Return the columns with only those speakers of each document that its folded names tell."""
        speakers: list[tuple[str, ...]] = [()] * len(self.speakers)
        for document, names in voices.items():
            said_by = self.speakers[document]
            speakers[document] = tuple(name for name in said_by if fold_name(name) in names)
        return replace(self, speakers=speakers)

    @cached_property
    def source_names(self) -> dict[str, str]:
        """Every source under its folded name."""
        return {fold_name(name): name for name in set(self.sources)}

    @cached_property
    def speaker_names(self) -> dict[str, str]:
        """Every speaker under the folded name."""
        return {fold_name(name): name for name in set(chain.from_iterable(self.speakers))}

    @cached_property
    def buckets(self) -> dict[Unit, dict[int, str]]:
        """For each unit the value, or `undated`, of every day number that occurs."""
        return {unit: {day: _bucket(day, unit) for day in self._present} for unit in UNITS}

    def days_of(self, values: Iterable[str]) -> set[int]:
        """Return the day numbers that occur in any of these values of the date facet, of whatever unit.

        Raises PeriodError for a value that is none.
        """
        return set(chain.from_iterable(map(self._days_in, values)))

    def _days_in(self, value: str) -> set[int]:
        if value == UNDATED_VALUE:
            return self._present & {NO_DAY}
        bucket = parse_bucket(value)
        return self._present.intersection(range(bucket.first.toordinal(), bucket.last.toordinal() + 1))

    @cached_property
    def _present(self) -> set[int]:
        return set(self.days)


# Enough for the days of ten years in each unit, shared by all columns there are.
@lru_cache(16_384)
def _bucket(day: int, unit: Unit) -> str:
    return UNDATED_VALUE if day == NO_DAY else bucket_of(date.fromordinal(day), unit)


def _spellings(names: Iterable[str]) -> dict[str, str]:
    """Return for every name its most frequent spelling."""
    counts = Counter(names)
    folded = {name: fold_name(name) for name in counts}
    best: dict[str, str] = {}
    for name in sorted(counts, key=lambda name: (-counts[name], name)):
        best.setdefault(folded[name], name)
    return {name: best[folded[name]] for name in counts}
