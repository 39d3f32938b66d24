"""What filters and facets read of each document of a stock index, by document number."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain
from typing import Self

from corpus.article import ArticleKind
from index.name_keys import fold_name
from index.voices import NO_DAY
from search.buckets import UNDATED_VALUE, bucket_value, parse_bucket
from search.facets import chosen_values, sources_under
from search.people import NOBODY, People
from search.request import UNITS, Unit


@dataclass(frozen=True)
class Columns:
    """The facet values of all documents of an index, one entry for each document number.

    A source has one spelling, and speakers are persons, of whom `people` knows more. `days` are day numbers
    as in index.voices. `keys` order what ties, whenever it was indexed. `factchecks` are the numbers of the
    documents that are fact checks; the others are news.
    """

    sources: Sequence[str]
    speakers: Sequence[tuple[str, ...]]
    days: Sequence[int]
    keys: Sequence[bytes] = ()
    factchecks: frozenset[int] = frozenset()
    people: People = NOBODY

    @classmethod
    def of(
        cls,
        sources: Sequence[str],
        speakers: Sequence[tuple[str, ...]],
        days: Sequence[int],
        keys: Sequence[bytes],
        factchecks: frozenset[int] = frozenset(),
        people: People = NOBODY,
    ) -> Self:
        """Make columns of the sources as they were indexed: each gets its most frequent spelling.

        Filters fold names, so two spellings counted apart would each promise less than choosing it gives.
        """
        outlets = _spellings(sources)
        return cls([outlets[source] for source in sources], speakers, days, keys, factchecks, people)

    def kind(self, document: int) -> ArticleKind:
        """Return what a document is."""
        return "factcheck" if document in self.factchecks else "news"

    def heard(self, voices: Mapping[int, set[str]]) -> "Columns":
        """Return the columns with only those speakers of each document that `voices` name."""
        speakers: list[tuple[str, ...]] = [()] * len(self.speakers)
        for document, names in voices.items():
            speakers[document] = tuple(name for name in self.speakers[document] if name in names)
        return replace(self, speakers=speakers)

    def sources_called(self, names: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """Return the chosen sources as the index spells them, each with the names that chose it.

        A section or another spelling, `www.kompas.com`, means its outlet. A name that the index lacks stands
        for itself.
        """
        return chosen_values(names, self._sources_called)

    def _sources_called(self, name: str) -> list[str]:
        return sources_under(name, self.source_names)

    def speakers_called(self, names: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """Return the chosen persons, by any of their names, each with the names that chose them."""
        return chosen_values(names, self.people.called)

    @cached_property
    def documents_of(self) -> dict[str, list[int]]:
        """The documents of every speaker, those no longer live too."""
        found: dict[str, list[int]] = {}
        for document, names in enumerate(self.speakers):
            for name in names:
                found.setdefault(name, []).append(document)
        return found

    @cached_property
    def source_names(self) -> dict[str, str]:
        """Every source under its folded name."""
        return {fold_name(name): name for name in set(self.sources)}

    @cached_property
    def buckets(self) -> dict[Unit, dict[int, str]]:
        """For each unit the value, or `undated`, of every day number that occurs."""
        return {unit: {day: bucket_value(day, unit) for day in self._present} for unit in UNITS}

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


def _spellings(names: Iterable[str]) -> dict[str, str]:
    """Return for every name its most frequent spelling."""
    counts = Counter(names)
    folded = {name: fold_name(name) for name in counts}
    best: dict[str, str] = {}
    for name in sorted(counts, key=lambda name: (-counts[name], name)):
        best.setdefault(folded[name], name)
    return {name: best[folded[name]] for name in counts}
