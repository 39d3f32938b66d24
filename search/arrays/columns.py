"""What facets and filters read of each document, as arrays over all segments: ordinals of names, and days."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Self

import numpy as np

from index.arrays.array_file import Array
from index.arrays.array_index import ArrayIndex
from index.arrays.inversion import changes
from index.name_keys import fold_name
from index.voices import NO_DAY, voice_in
from search.arrays.distinct import distinct, ranked
from search.buckets import UNDATED_VALUE, bucket_value, parse_bucket
from search.facets import chosen_values, sources_under
from search.people import NOBODY, People
from search.request import Unit

# Documents of so many have their entries looked up one by one; of more, all entries are read.
_SPARSE = 6
# The day number of 1 January 1970, from which NumPy counts.
_EPOCH = 719_163
_DAYS_A_WEEK = 7


@dataclass(frozen=True)
class Names:
    """The names of each document, as ordinals of `values`, in alphabetical order.

    Each entry is a name of one of `documents`, which are in order. Where `starts` is None, each document has
    one entry, and an empty name stands for none.
    """

    values: Sequence[str]
    ordinals: Array
    documents: Array
    starts: Array | None = None

    @classmethod
    def single(cls, values: Sequence[str], ordinals: Array) -> Self:
        """Make a column of one name a document."""
        return cls(values, ordinals, np.arange(ordinals.size))

    @classmethod
    def multiple(cls, values: Sequence[str], ordinals: Array, documents: Array, count: int) -> Self:
        """Make a column of any number of names for each of `count` documents; a name counts once in each."""
        entries = distinct(documents * max(1, len(values)) + ordinals)
        documents, ordinals = np.divmod(entries, max(1, len(values)))
        return cls(values, ordinals, documents, documents.searchsorted(np.arange(count + 1)))

    def remapped(self, ordinals_of: Array, values: Sequence[str] | None = None) -> "Names":
        """Return the column with another ordinal for each of its ordinals, or other values with those."""
        named = self.values if values is None else values
        if self.starts is None:
            return Names.single(named, ordinals_of.take(self.ordinals))
        ordinals = ordinals_of.take(self.ordinals)
        return Names.multiple(named, ordinals, self.documents, self.starts.size - 1)

    def only(self, documents: Array, ordinals: Array) -> "Names":
        """Return the column with no entries but these."""
        count = self.documents.size if self.starts is None else self.starts.size - 1
        return Names.multiple(self.values, ordinals, documents, count)

    def spelled(self) -> "Names":
        """Return the column with each name in its most frequent spelling.

        Filters fold names, so two spellings counted apart would each promise less than choosing it gives.
        """
        counts = np.bincount(self.ordinals, minlength=len(self.values))
        folded = [fold_name(value) for value in self.values]
        best: dict[str, int] = {}
        for ordinal in np.argsort(-counts, kind="stable").tolist():
            best.setdefault(folded[ordinal], ordinal)
        if len(best) == len(folded):
            return self
        return self.remapped(np.array([best[name] for name in folded]))

    @cached_property
    def folded(self) -> dict[str, int]:
        """The ordinal of each name that a document has, under the folded name."""
        present = distinct(self.ordinals).tolist()
        return {fold_name(self.values[ordinal]): ordinal for ordinal in present if self.values[ordinal]}

    @cached_property
    def ordinal_of(self) -> dict[str, int]:
        """The ordinal of each value."""
        return {value: ordinal for ordinal, value in enumerate(self.values)}

    def listed(self, ordinals: Array) -> list[str]:
        """Return the names of ordinals."""
        names: list[str] = self._objects.take(ordinals).tolist()
        return names

    def counts(self, docs: Array) -> Array:
        """Return how many of some documents have each name."""
        return np.bincount(self.ordinals_of(docs), minlength=len(self.values))

    def ordinals_of(self, docs: Array) -> Array:
        """Return the names of some documents, document after document, as ordinals."""
        if self.starts is None:
            return self.ordinals.take(docs)
        if docs.size * _SPARSE < self.starts.size:
            return self.ordinals.take(self._entries(docs))
        chosen = np.zeros(self.starts.size, np.bool_)
        chosen[docs] = True
        return self.ordinals[chosen.take(self.documents)]

    def of(self, document: int) -> tuple[str, ...]:
        """Return the names of a document."""
        return tuple(self.values[ordinal] for ordinal in self.ordinals_of(np.array([document])).tolist())

    def entry_counts(self, docs: Array) -> Array:
        """Return how many names each of some documents has."""
        if self.starts is None:
            return np.ones(docs.size, np.intp)
        return self.starts.take(docs + 1) - self.starts.take(docs)

    def have(self, chosen: Iterable[int], docs: Array) -> Array:
        """Tell which of some documents have one of the names."""
        wanted = np.zeros(len(self.values), np.bool_)
        wanted[list(chosen)] = True
        if self.starts is None:
            return wanted.take(self.ordinals.take(docs))
        having = np.zeros(self.starts.size, np.bool_)
        having[self.documents[wanted.take(self.ordinals)]] = True
        return having.take(docs)

    def lists(self, docs: Array, ordinals: Array) -> Array:
        """Tell of each document, given with the ordinal of a name, whether it has it; -1 is no name."""
        wanted = docs * max(1, len(self.values)) + ordinals
        places = self._entry_keys.searchsorted(wanted)
        if not self._entry_keys.size:
            return np.zeros(docs.size, np.bool_)
        listed: Array = (self._entry_keys.take(places, mode="clip") == wanted) & (ordinals >= 0)
        return listed

    @cached_property
    def _entry_keys(self) -> Array:
        """A number for each entry that tells document and name, in order."""
        return self.documents * max(1, len(self.values)) + self.ordinals

    @cached_property
    def _objects(self) -> Array:
        """The values as an array, of which many are taken at once."""
        objects = np.empty(len(self.values), np.object_)
        objects[:] = self.values
        return objects

    def _entries(self, docs: Array) -> Array:
        """Return the numbers of the entries of some documents."""
        counts = self.entry_counts(docs)
        ends = counts.cumsum()
        entries: Array = (self.starts.take(docs) + counts - ends).repeat(counts)  # type: ignore[union-attr]
        entries += np.arange(entries.size)
        return entries


@dataclass(frozen=True)
class Buckets:
    """The years, months, weeks or days that occur, oldest first, and the number of that of each document."""

    values: Sequence[str]
    numbers: Array


class Days:
    """The day of each document, and the buckets of the date facet."""

    def __init__(self, days: Array) -> None:
        self.days = days
        self._buckets: dict[Unit, Buckets] = {}

    def buckets(self, unit: Unit) -> Buckets:
        """Return the buckets of a unit, made when first asked for."""
        if unit not in self._buckets:
            self._buckets[unit] = self._bucketed(unit)
        return self._buckets[unit]

    def within(self, values: Iterable[str], docs: Array) -> Array:
        """Tell which of some documents are in any of these values of the date facet, of whatever unit."""
        days = self.days.take(docs)
        passing: Array = np.logical_or.reduce([_in_value(days, value) for value in values])
        return passing

    def _bucketed(self, unit: Unit) -> Buckets:
        present, numbers = ranked(self.days)
        # Days in order make groups in order.
        begins = changes(_groups(present, unit))
        values = [bucket_value(day, unit) for day in present[begins].tolist()]
        return Buckets(values, (np.cumsum(begins) - 1).take(numbers))


@dataclass(frozen=True)
class ArrayColumns:
    """The facet values of all documents of an index. `names` has a column for each facet of names.

    A source has one spelling, and speakers are persons, of whom `people` knows more.
    """

    names: dict[str, Names]
    days: Days
    people: People = NOBODY

    @classmethod
    def of(cls, whole: ArrayIndex, people: People = NOBODY) -> Self:
        """Read the columns of an index."""
        numbers = [segment.number("day").values for segment in whole.segments]
        days = np.concatenate([np.empty(0, np.int32), *numbers])
        names = {
            "source": _single(whole, "source").spelled(),
            "speaker": _persons(_voices(whole), people),
            "kind": _single(whole, "kind"),
        }
        return cls(names, Days(days), people)

    def called(self, facet: str, names: Sequence[str]) -> dict[str, tuple[str, ...]]:
        """Return the chosen values of a facet as the index has them, each with the names that chose it.

        A section or another spelling, `www.kompas.com`, means its outlet, and any name its person. A name
        that the index lacks stands for itself.
        """
        match facet:
            case "source":
                return chosen_values(names, lambda name: sources_under(name, self._source_names))
            case "speaker":
                return chosen_values(names, self.people.called)
            case _:
                return {name: (name,) for name in names}

    def said_by(self, persons: Iterable[str]) -> Array:
        """Return the documents of any of some persons, deleted ones too."""
        names = self.names["speaker"]
        chosen = [names.ordinal_of[person] for person in persons if person in names.ordinal_of]
        return distinct(names.documents[np.isin(names.ordinals, chosen)])

    @cached_property
    def _source_names(self) -> dict[str, str]:
        names = self.names["source"]
        return {folded: names.values[ordinal] for folded, ordinal in names.folded.items()}

    def heard(self, documents: Array, ordinals: Array) -> "ArrayColumns":
        """Return the columns with only these speakers of these documents."""
        speakers = self.names["speaker"].only(documents, ordinals)
        return replace(self, names=self.names | {"speaker": speakers})


def _single(whole: ArrayIndex, name: str) -> Names:
    columns = [segment.name_column(name) for segment in whole.segments]
    values, maps = _united([column.values for column in columns], [""])
    ordinals = [each.take(column.ordinals) for each, column in zip(maps, columns, strict=True)]
    return Names.single(values, np.concatenate([np.empty(0, np.intp), *ordinals]))


def _voices(whole: ArrayIndex) -> Names:
    columns = [segment.names("speaker") for segment in whole.segments]
    values, maps = _united([column.values for column in columns], [])
    ordinals = [each.take(column.ordinals) for each, column in zip(maps, columns, strict=True)]
    documents = [
        column.documents.astype(np.intp) + base for base, column in zip(whole.bases, columns, strict=True)
    ]
    nothing = np.empty(0, np.intp)
    return Names.multiple(
        values, np.concatenate([nothing, *ordinals]), np.concatenate([nothing, *documents]), whole.documents
    )


def _persons(voices: Names, people: People) -> Names:
    """Return a column of voices as one of the persons whose they are."""
    persons = [people.person(voice_in(value)) for value in voices.values]
    values = sorted(set(persons))
    numbers = {value: number for number, value in enumerate(values)}
    return voices.remapped(np.array([numbers[person] for person in persons], np.intp), values)


def _united(lists: Sequence[Sequence[str]], least: Sequence[str]) -> tuple[Sequence[str], list[Array]]:
    """Return the values of all lists in order, and for each list the new ordinals of its own."""
    values = sorted({*least, *(value for each in lists for value in each)})
    numbers = {value: number for number, value in enumerate(values)}
    return values, [np.array([numbers[value] for value in each], np.intp) for each in lists]


def _groups(days: Array, unit: Unit) -> Array:
    """Return a number for the bucket of each day, in the order of time; that of no day is the least."""
    if unit == "day":
        return days
    if unit == "week":
        # Day 1 was a Monday.
        groups = (days + (_DAYS_A_WEEK - 1)) // _DAYS_A_WEEK
    else:
        code = "M8[M]" if unit == "month" else "M8[Y]"
        groups = (days.astype(np.int64) - _EPOCH).astype("M8[D]").astype(code).astype(np.int64)
    return np.where(days == NO_DAY, np.iinfo(np.int64).min, groups.astype(np.int64))


def _in_value(days: Array, value: str) -> Array:
    if value == UNDATED_VALUE:
        return np.equal(days, NO_DAY)
    bucket = parse_bucket(value)
    passing: Array = (days >= bucket.first.toordinal()) & (days <= bucket.last.toordinal())
    return passing
