"""Names as they are compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.name_keys import (
    begin_alike,
    fold_name,
    has_one_more,
    is_junior,
    is_part,
    name_key,
    telling_words,
    untitled,
)


@pytest.mark.parametrize(
    ("name", "folded"),
    [("Nu’man  SAEFUDIN ", "nu'man saefudin"), ("Al\u00a0Badrani", "al badrani"), ("", "")],
)
def test_names_are_compared_folded(name: str, folded: str) -> None:
    assert fold_name(name) == folded


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("H. Al Badrani, M.M.", ("al", "badrani")),
        ("al BADRANI", ("al", "badrani")),
        ("Hj. Siti Marlupi, S.H., M.Si.", ("siti", "marlupi")),
        ("Nu’man Saefudin", ("numan", "saefudin")),
        ("A. Riza Walewan", ("a", "riza", "walewan")),
        ("Moh. Darwis Lesmana", ("muhammad", "darwis", "lesmana")),
        ("Muhammad Darwis", ("muhammad", "darwis")),
        ("Mochamad Darwis", ("mochamad", "darwis")),
        ("H. Darwis", ("h", "darwis")),
        ("…", ("...",)),
    ],
)
def test_a_name_is_known_by_its_words(name: str, key: tuple[str, ...]) -> None:
    assert name_key(name) == key


@given(st.text(max_size=30))
def test_spellings_that_filters_fold_have_one_key(name: str) -> None:
    assert name_key(name.replace("'", "’")) == name_key(name)
    assert name_key(name)


def test_titles_go_where_more_than_a_word_is_left() -> None:
    assert untitled("Hj. Siti Marlupi, S.H.") == "Siti Marlupi"
    assert untitled("H. Darwis") == "H. Darwis"
    assert untitled("Siti Marlupi") == "Siti Marlupi"


@pytest.mark.parametrize(
    ("name", "telling"),
    [
        ("Al Badrani", ("badrani",)),
        ("Ikhsan bin Marzuki", ("ikhsan", "marzuki")),
        ("Muhammad Darwis", ("darwis",)),
        ("B. Walewan", ("walewan",)),
    ],
)
def test_links_initials_and_the_commonest_name_tell_nothing(name: str, telling: tuple[str, ...]) -> None:
    assert telling_words(name_key(name)) == telling


@pytest.mark.parametrize(
    ("short", "full", "part"),
    [
        ("Siti Marlupi", "Siti Endah Marlupi", True),
        ("S. Marlupi", "Siti Endah Marlupi", True),
        ("Marlupi Siti", "Siti Endah Marlupi", False),
        ("Siti Marlupi", "Siti Marlupi", False),
        ("Siti Lesmana", "Siti Endah Marlupi", False),
    ],
)
def test_the_words_of_a_part_stand_in_order(short: str, full: str, part: bool) -> None:  # noqa: FBT001
    assert is_part(name_key(short), name_key(full)) is part


def test_names_are_told_from_those_of_children() -> None:
    father, son = name_key("Darwis Lesmana"), name_key("Bonar Darwis Lesmana")
    assert not begin_alike(father, son)
    assert begin_alike(father, name_key("M. Darwis Lesmana Putra"))
    assert is_junior(father, name_key("Darwis Lesmana Jr"))
    assert has_one_more(father, son)
    assert not has_one_more(father, name_key("Darwis Lesmana Siti Marlupi"))
