import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.quotations import quotations_in


def words(text: str) -> list[str]:
    return [text[quotation.start : quotation.end] for quotation in quotations_in(text)]


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
        ("Keterangannya “Sudah habis :)”. Sari pulang.", ["Sudah habis :)"]),
        ("tanpa tanda", []),
        ('"Kemarin sopirnya bilang, "Turun, Pak," jadi saya turun," kata Sari.', None),
        ('"Saya bilang "maju," kata Sari.', ['Saya bilang "maju']),
        ('Hujan reda."Kami siap",ucap Sari.', ["Kami siap"]),
        ('Warga menyela, "Tahun lalu begitu."Sari diam.', ["Tahun lalu begitu."]),
        ('Sari berkata,"Kami siap," lalu pulang.', ["Kami siap"]),
        ('Rapat usai. " Sari melanjutkan, "Kami siap bekerja."', ["Kami siap bekerja."]),
        ('Rapat usai. " Kami sebut "gotong royong," saja," kata Sari.', ['Kami sebut "gotong royong," saja']),
    ],
)
def test_quotations_are_found_in_marks_of_every_kind(text: str, expected: list[str] | None) -> None:
    assert words(text) == ([text[1 : text.rindex(",")]] if expected is None else expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"Semua turun kering, keluh Tarjo.\nHujan.', ["Semua turun kering"]),
        ('"Kami siap, katanya. Hujan.', ["Kami siap"]),
        ("Hujan. Kotak itu aman," + '" tutur Sari.', ["Kotak itu aman"]),
        ('Bawa saja KTP," tutur Sari.', ["Bawa saja KTP"]),
        ('Hujan. "Kami siap. Angin reda.', ["Kami siap."]),
        ('"Kami siap. Angin reda.', ["Kami siap. Angin reda."]),
        ('"Satu dua. "Tiga empat," kata Sari.', ["Satu dua.", "Tiga empat"]),
        ('Hujan. " Angin reda. "Kami siap," kata Sari.', ["Kami siap"]),
        ('Hujan. " Angin reda. " Kami siap," kata Sari.', ["Kami siap"]),
        ('Hujan. " Kami siap," kata Sari.', ["Kami siap"]),
        ('Hujan. " Sari menilai wajar. Kami siap," kata Darwis.', ["Kami siap"]),
        ('Hujan. " Satu dua. Tiga empat. Lima enam. Tujuh delapan. Kami siap," kata Sari.', ["Kami siap"]),
        ('Hujan reda. "', []),
        ('Hujan. " Sari menilai wajar. "', []),
        ('Hujan. " Sari menilai wajar."Kami siap," kata Darwis.', ["Kami siap"]),
        ("Bunyinya 'maju'. Kami siap," + '" kata Sari.', ["Kami siap"]),
    ],
)
def test_a_quotation_with_one_mark_is_what_is_said(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Satu.\n“Dua,” kata Sari.", ["Satu.\n“Dua"]),
        ("”Satu.\n\n”Dua.\n\n”Tiga,” kata Sari.", ["Satu.\n\n”Dua.\n\n”Tiga"]),
        ("“Satu,” kata Sari.\n“Dua,” kata Sari.", ["Satu", "Dua"]),
        ("“Satu.\nHujan reda.", ["Satu."]),
        ("“Satu siap, kata Sari.\n“Dua,” kata Sari.", ["Satu siap", "Dua"]),
        ("“Satu.\n" * 20, None),
    ],
)
def test_paragraphs_that_open_with_the_mark_again_are_one_quotation(
    text: str, expected: list[str] | None
) -> None:
    assert len(words(text)) == 2 if expected is None else words(text) == expected


def test_a_blank_behind_the_opening_mark_is_told() -> None:
    first, second = quotations_in("“ Satu,” kata Sari. “Dua,” kata Sari.")
    assert (first.is_spaced, second.is_spaced) == (True, False)


@given(st.text(alphabet='ab ,.“”„«»"\n(', max_size=80))
def test_quotations_follow_each_other_inside_the_text(text: str) -> None:
    position = 0
    for quotation in quotations_in(text):
        assert position <= quotation.outer_start <= quotation.start < quotation.end <= quotation.outer_end
        position = quotation.outer_end
    assert position <= len(text)
