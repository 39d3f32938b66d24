"""Facet values as ordinals, and the buckets of days."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.arrays.columns import Days, Names
from search.buckets import bucket_value
from search.request import UNITS, Unit

NAMES = ["Al Badrani", "Bonar", "Siti", "siti", "Tegar"]
SPEAKERS = st.lists(st.lists(st.sampled_from(range(len(NAMES))), max_size=4), min_size=1, max_size=60)


def names_of(speakers: list[list[int]]) -> Names:
    entries = [(document, name) for document, names in enumerate(speakers) for name in names]
    documents, ordinals = (np.array([entry[at] for entry in entries], np.intp) for at in (0, 1))
    return Names.multiple(NAMES, ordinals, documents, len(speakers))


@given(SPEAKERS, st.data())
def test_names_are_counted_once_for_each_document(speakers: list[list[int]], data: st.DataObject) -> None:
    some = sorted(data.draw(st.sets(st.sampled_from(range(len(speakers))))))
    docs = np.array(some, np.intp)
    names = names_of(speakers)
    expected = [sum(name in speakers[document] for document in some) for name in range(len(NAMES))]
    assert names.counts(docs).tolist() == expected
    assert names.have([0, 2], docs).tolist() == [bool({0, 2} & set(speakers[each])) for each in some]
    assert names.entry_counts(docs).tolist() == [len(set(speakers[each])) for each in some]


def alike(name: str, names: Iterable[str]) -> list[str]:
    return [each for each in names if each.casefold() == name.casefold()]


@given(st.lists(st.sampled_from(["", *NAMES]), min_size=1, max_size=60))
def test_a_name_gets_its_most_frequent_spelling(sources: list[str]) -> None:
    values = ["", *NAMES]
    counts = Counter(sources)
    expected = [min(alike(each, counts), key=lambda name: (-counts[name], name)) for each in sources]
    spelled = Names.single(values, np.array([values.index(each) for each in sources])).spelled()
    assert [spelled.of(document) for document in range(len(sources))] == [(each,) for each in expected]


def test_a_column_of_one_name_is_remapped_and_narrowed() -> None:
    names = Names.single(["", "a", "b"], np.array([0, 1, 2, 1]))
    merged = names.remapped(np.array([0, 1, 1]), ["", "both"])
    assert [merged.of(document) for document in range(3)] == [("",), ("both",), ("both",)]
    assert merged.entry_counts(np.array([1, 2])).tolist() == [1, 1]
    only = names.only(np.array([1]), np.array([1]))
    assert [only.of(document) for document in range(4)] == [(), ("a",), (), ()]
    assert only.lists(np.array([1, 2]), np.array([1, 2])).tolist() == [True, False]


@pytest.mark.parametrize("unit", UNITS)
@given(st.lists(st.one_of(st.just(0), st.dates().map(date.toordinal)), min_size=1, max_size=40))
def test_days_fall_into_the_buckets_that_the_date_facet_has(unit: Unit, days: list[int]) -> None:
    buckets = Days(np.array(days, np.int32)).buckets(unit)
    found = [buckets.values[number] for number in buckets.numbers.tolist()]
    assert found == [bucket_value(day, unit) for day in days]
    order = [bucket_value(day, unit) for day in sorted(set(days))]
    assert list(buckets.values) == list(dict.fromkeys(order))
