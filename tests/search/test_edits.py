"""Typing errors between two words, as Whoosh counts them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from whoosh.support.levenshtein import distance as whoosh_distance

from search.edits import distance, swapped

words = st.text("abc", max_size=7)


@pytest.mark.parametrize(
    ("one", "other", "errors"),
    [
        ("pemilu", "pemilu", 0),
        ("pemilu", "pemlu", 1),
        ("pemilu", "pemiluu", 1),
        ("pemilu", "pemila", 1),
        ("pemilu", "pemliu", 1),
        ("ca", "abc", 3),
        ("", "kpu", 3),
        ("kpu", "", 3),
        ("", "", 0),
    ],
)
def test_errors_are_counted(one: str, other: str, errors: int) -> None:
    assert distance(one, other, 3) == errors


@given(one=words, other=words, limit=st.integers(0, 4))
def test_they_are_counted_as_whoosh_counts_them(one: str, other: str, limit: int) -> None:
    exact = whoosh_distance(one, other) if one and other else len(one or other)
    found = distance(one, other, limit)
    assert found == exact if exact <= limit else found > limit


def test_two_letters_that_are_alike_cannot_be_swapped() -> None:
    assert swapped("aab") == {"aba"}
    assert swapped("a") == set()
