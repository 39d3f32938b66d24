import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.quotations import quotations_in


def words(text: str) -> list[str]:
    return [text[quotation.start : quotation.end] for quotation in quotations_in(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Siap,” kata Sari.", ["Siap"]),
        ('"Siap," kata Sari. "Ayo."', ["Siap", "Ayo."]),
        ("”Siap,” kata Sari. ”Ayo.”", ["Siap", "Ayo."]),
        ("“Siap“ kata Sari.", ["Siap"]),
        ("«Siap» kata Sari.", ["Siap"]),
        ('kata Sari,"Siap"', ["Siap"]),
        ("“Kami bilang “tidak” kepada mereka,” kata Sari.", ["Kami bilang “tidak” kepada mereka"]),
        ('“Kami bilang "tidak" saja,” kata Sari.', ['Kami bilang "tidak" saja']),
        ("Sari: “Siap menghitung", ["Siap menghitung"]),
        ("Layar 14” itu rusak.", []),
        ("“”", []),
        ("“ ,” kata Sari.", []),
        ("tanpa tanda", []),
    ],
)
def test_quotations_are_found_in_marks_of_every_kind(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_offsets_count_from_the_beginning_of_the_whole_text() -> None:
    text = "“Satu.”\n“Dua,” kata Sari."
    (quotation,) = quotations_in(text, 8, len(text))
    assert text[quotation.start : quotation.end] == "Dua"
    assert text[quotation.outer_start : quotation.outer_end] == "“Dua,”"


@given(st.text(alphabet='ab ,.“”„«»"\n(', max_size=80))
def test_quotations_follow_each_other_inside_the_text(text: str) -> None:
    position = 0
    for quotation in quotations_in(text, 0, len(text)):
        assert position <= quotation.outer_start < quotation.start < quotation.end <= quotation.outer_end
        position = quotation.outer_end
    assert position <= len(text)
