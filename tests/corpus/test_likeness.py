import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.likeness import folded, likeness, share_a_name, words_of


def alike(one: str, other: str) -> float:
    return likeness(words_of(one), words_of(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [("Ma’ruf  Wiguna", "MA'RUF WIGUNA"), (" Nu`man ", "nu'man"), ("Ketua\tKPU", "ketua kpu")],
)
def test_apostrophes_spaces_and_capitals_make_no_difference(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        ("Siti", "Siti Marlupi", True),
        ("Marlupi Siti", "Siti Marlupi", True),
        ("Siti Marlupi", "siti marlupi", True),
        ("Siti Rahma", "Siti Marlupi", False),
        ("", "Siti", False),
        ("Sit", "Siti", False),
    ],
)
def test_a_part_of_a_name_is_a_subset_of_its_words(one: str, other: str, *, shared: bool) -> None:
    assert share_a_name(one, other) is shared
    assert share_a_name(other, one) is shared


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        ("“Kotak aman,”", '"kotak aman"', 1.0),
        ("kotak aman", "Ia menyebut kotak aman.", 9 / 19),
        ("ya", "Ia menjawab ya dengan pelan sekali", 2 / 29),
        ("ya", "yang", 0.0),
        ("satu dua tiga lima", "satu dua tiga enam", 11 / 15),
        ("satu dua", "dua satu lagi", 0.0),
        ("…", "…", 0.0),
    ],
)
def test_texts_are_alike_when_one_holds_the_other_or_they_share_half(
    one: str, other: str, wanted: float
) -> None:
    assert alike(one, other) == pytest.approx(wanted)


@given(st.text(), st.text())
def test_likeness_is_mutual_and_a_share(one: str, other: str) -> None:
    assert 0 <= alike(one, other) <= 1
    assert bool(alike(one, other)) == bool(alike(other, one))


@given(st.text(alphabet="abc d", min_size=1))
def test_a_text_is_like_itself(text: str) -> None:
    assert alike(text, text) == (1.0 if text.strip() else 0.0)
