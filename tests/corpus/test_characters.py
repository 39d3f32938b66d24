import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.characters import ascii_apostrophes, clean_characters, fold_spaces


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("suara\ud800", "suara\ufffd"),
        ("su\x00ara", "suara"),
        ("su\u00adara", "suara"),
        ("\ufeffsuara", "suara"),
        ("a\u202eb", "ab"),
        ("e\u0301", "é"),
        ("baris\n\tdua", "baris\n\tdua"),
    ],
)
def test_harmful_characters_go_and_the_rest_is_composed(raw: str, clean: str) -> None:
    assert clean_characters(raw) == clean


@given(st.text(st.characters()))
def test_cleaned_text_can_always_be_encoded_and_stays_as_it_is(text: str) -> None:
    clean = clean_characters(text)
    clean.encode("utf-8")
    assert clean_characters(clean) == clean


def test_spaces_of_all_kinds_fold_to_one() -> None:
    assert fold_spaces("  Pemprov\u00a0 \t Arunika\n") == "Pemprov Arunika"


def test_apostrophes_are_stored_as_ascii() -> None:
    assert ascii_apostrophes("Su’jai, Nu‘man, Ma`ruf") == "Su'jai, Nu'man, Ma'ruf"
