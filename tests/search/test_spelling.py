"""Which words may be meant by one that the index hardly knows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from whoosh.support.levenshtein import distance

from search.spelling import CHOICES_MOST, MUCH_COMMONER, Indexed, WordList, choices, in_case_of, typos_allowed

WORDS = ("pemilihan", "pemilih", "pemilahan", "bawaslu", "kpu", "muktabar", "muktamar", "é" * 5)


@pytest.mark.parametrize(
    ("word", "typos", "near"),
    [
        ("pemilhan", 1, {"pemilihan", "pemilahan"}),
        ("pemiliham", 1, {"pemilihan"}),
        ("pemilihann", 1, {"pemilihan"}),
        ("pemliihan", 1, {"pemilihan"}),
        ("epmilihan", 1, {"pemilihan"}),
        ("pemilihna", 1, {"pemilihan"}),
        ("pemilihan", 1, {"pemilihan", "pemilahan"}),
        ("pemilihan", 2, {"pemilihan", "pemilahan", "pemilih"}),
        ("muktabbar", 1, {"muktabar"}),
        ("muktabbar", 2, {"muktabar", "muktamar"}),
        ("muktabbrr", 1, set()),
        ("kpuu", 1, {"kpu"}),
        ("éééé", 1, {"ééééé"}),
        ("xqzw", 2, set()),
        ("x" * 1000, 2, set()),
    ],
)
def test_words_near_are_a_few_typos_away(word: str, typos: int, near: set[str]) -> None:
    assert set(WordList(WORDS).near(word, typos)) == near


def test_the_apostrophe_of_a_name_is_a_letter() -> None:
    names = WordList(["ma'ruf", "nu'man"])
    assert list(names.near("ma'ruff", 1)) == ["ma'ruf"]
    assert list(names.near("nu'mn", 1)) == ["nu'man"]


def test_numbers_and_scraps_are_not_listed() -> None:
    assert list(WordList(["ab", "abc1", "20'24", "2024", ""]).near("abcd", 2)) == []


SCRAPS = st.text("abcdé", max_size=9)


@given(st.sets(SCRAPS), SCRAPS, st.integers(1, 2))
def test_none_is_missed_that_is_near(words: set[str], word: str, typos: int) -> None:
    listed = {each for each in words if len(each) >= 3}
    near = list(WordList(words).near(word, typos)) if word else []
    assert sorted(near) == sorted(each for each in listed if word and distance(word, each) <= typos)


@pytest.mark.parametrize(
    ("word", "typos"),
    [
        ("kpu", 0),
        ("kpuu", 1),
        ("pemilih", 1),
        ("pemilhan", 2),
        ("", 0),
        ("20244", 0),
        ("c1plano2", 0),
        ("ma'ruff", 1),
        ("20'24", 0),
    ],
)
def test_long_words_may_have_two_typos_and_numbers_none(word: str, typos: int) -> None:
    assert typos_allowed(word) == typos


@pytest.mark.parametrize(
    ("typed", "documents", "near", "likely"),
    [
        ("debta", 0, {}, ()),
        # Nearer first, however frequent the other is, unless it is so very much.
        ("muktabbar", 0, {"muktabar": 3, "muktamar": 200}, ("muktabar", "muktamar")),
        ("pemilihna", 0, {"pemilihnya": 1, "pemilihan": 500}, ("pemilihan", "pemilihnya")),
        ("pemlhan", 0, {"pemlihan": 1, "pemilihan": MUCH_COMMONER}, ("pemilihan", "pemlihan")),
        ("pemlhan", 0, {"pemlihan": 1, "pemilihan": MUCH_COMMONER - 1}, ("pemlihan", "pemilihan")),
        # Then the same first letter, then the more frequent.
        ("kampus", 0, {"lampus": 9, "kampung": 2, "kampun": 3}, ("kampun", "lampus", "kampung")),
        ("debat", 0, {"rebat": 90, "debar": 2, "debit": 3}, ("debit", "debar", "rebat")),
        ("aaaa", 0, {"aaab": 5, "aaac": 4, "aaad": 3, "aaae": 2}, ("aaab", "aaac", "aaad")),
        # A word that is there gives way to nothing but a much commoner one.
        ("pilkda", 1, {"pilkda": 1, "pilkada": MUCH_COMMONER}, ("pilkda", "pilkada")),
        ("pilkda", 2, {"pilkda": 2, "pilkada": MUCH_COMMONER}, ("pilkda",)),
    ],
)
def test_the_likeliest_word_comes_first(
    typed: str, documents: int, near: dict[str, int], likely: tuple[str, ...]
) -> None:
    indexed = [Indexed(word, count) for word, count in near.items()]
    assert choices(Indexed(typed, documents), indexed) == likely
    assert choices(Indexed(typed, documents), reversed(indexed)) == likely
    assert len(likely) <= CHOICES_MOST


@pytest.mark.parametrize(
    ("typed", "written"), [("marlupy", "marlupi"), ("Marlupy", "Marlupi"), ("MARLUPY", "MARLUPI")]
)
def test_a_word_is_written_in_the_case_of_what_was_typed(typed: str, written: str) -> None:
    assert in_case_of(typed, "marlupi") == written
