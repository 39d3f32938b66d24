"""Names compared with what a query looks for."""

import pytest

from search.naming import as_name, name_test, one_typo_apart
from search.query import Fuzzy, Phrase, Prefix, Word


@pytest.mark.parametrize(
    ("leaf", "name", "meant"),
    [
        ((Word("marlupi"),), "Siti Marlupi", True),
        ((Word("Marlupi"), Word("siti")), "Siti Marlupi", True),
        ((Word("marlupi"), Word("bonar")), "Siti Marlupi", False),
        ((Word("…"),), "Siti Marlupi", False),
        (Phrase("Siti Marlupi"), "Hj. Siti Marlupi", True),
        (Phrase("Marlupi Siti"), "Siti Marlupi", False),
        (Phrase("…"), "Siti Marlupi", False),
        (Prefix("mar"), "Siti Marlupi", True),
        (Prefix("bon-mar"), "Siti Marlupi", False),
        (Prefix("…"), "Siti Marlupi", False),
        (Fuzzy("marlupu"), "Siti Marlupi", True),
        (Fuzzy("mralupi"), "Siti Marlupi", True),
        (Fuzzy("marlupa's"), "Siti Bonar", False),
        (Phrase("Ma'ruf"), "Maruf Lesmana", True),
    ],
)
def test_a_name_is_what_is_looked_for(
    leaf: tuple[Word, ...] | Phrase | Prefix | Fuzzy,
    name: str,
    meant: bool,  # noqa: FBT001
) -> None:
    assert name_test(leaf)(as_name(name)) is meant


@pytest.mark.parametrize(
    ("word", "other", "apart"),
    [("debat", "debta", True), ("debat", "debat", True), ("debat", "dabet", False)],
)
def test_one_typo_is_one_letter_or_a_swap(word: str, other: str, apart: bool) -> None:  # noqa: FBT001
    assert one_typo_apart(word, other) is apart
