"""The stretch of a text with most of a query."""

import pytest

from bench.passages import passage


@pytest.mark.parametrize(
    ("text", "stems", "shown"),
    [
        ("Debat pemilih di Lembayung.", {"pilih"}, "Debat [pemilih] di Lembayung"[6:]),
        ("Tidak ada di sini.", {"debat"}, "Tidak ada di sini"),
        ("", {"debat"}, ""),
    ],
)
def test_a_passage_begins_with_a_word_asked_for(text: str, stems: set[str], shown: str) -> None:
    assert passage(text, stems) == shown


def test_the_passage_with_most_words_asked_for_is_shown() -> None:
    text = "debat " + 60 * "lalu " + "debat calon debat"
    assert passage(text, {"debat", "calon"}) == "[debat] [calon] [debat]"
