"""Names found by words in them."""

import pytest

from search.nearest import NamesByWord

NAMES = NamesByWord(["al badrani", "fathurrahim al badrani", "siti marlupi", "h. siti, m.m.", "tarmuji"])


@pytest.mark.parametrize(
    ("name", "having"),
    [
        ("badrani", {"al badrani", "fathurrahim al badrani"}),
        ("badrani al", {"al badrani", "fathurrahim al badrani"}),
        ("h siti", {"h. siti, m.m."}),
        ("siti badrani", set()),
        ("entah", set()),
        ("", set()),
    ],
)
def test_names_are_found_by_all_words_of_a_name(name: str, having: set[str]) -> None:
    assert NAMES.having(name) == having


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("siti marlupi", {"siti marlupi": 0}),
        ("siti marlupy", {"siti marlupi": 1}),
        ("siti", {"siti marlupi": 0, "h. siti, m.m.": 0}),
        ("stii marlpi", {"siti marlupi": 2}),
        ("al badrany", {"al badrani": 1, "fathurrahim al badrani": 1}),
        ("fathurahimm", {"fathurrahim al badrani": 2}),
        ("ad badrani", {}),
        ("tarmuxxi", {"tarmuji": 2}),
        ("taxxuji", {}),
        ("", {}),
    ],
)
def test_names_are_found_by_words_near_those_of_a_name(name: str, near: dict[str, int]) -> None:
    assert NAMES.near(name) == near


def test_a_word_as_it_stands_counts_before_one_near_it() -> None:
    names = NamesByWord(["sari lesmana", "sari sarai"])
    assert names.near("sari") == {"sari lesmana": 0, "sari sarai": 0}
