from datetime import date

import pytest

from webui.wording import duration, facet_label, long_date, whole_number


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2024, 11, 17), "17 November 2024"),
        (date(2024, 1, 4), "4 Januari 2024"),
        (date(2023, 12, 31), "31 Desember 2023"),
        (None, "tanpa tanggal"),
    ],
)
def test_a_date_is_written_in_indonesian(day: date | None, words: str) -> None:
    assert long_date(day) == words


@pytest.mark.parametrize(
    ("value", "label"),
    [
        ("2024-11", "November 2024"),
        ("2024-05", "Mei 2024"),
        ("undated", "tanpa tanggal"),
        ("2024", "2024"),
        ("2024-11-27", "27 November 2024"),
        ("2024-W46", "Minggu 46, 11–17 Nov 2024"),
        ("2024-W48", "Minggu 48, 25 Nov–1 Des 2024"),
        ("2025-W01", "Minggu 1, 30 Des 2024–5 Jan 2025"),
        ("2024-13", "2024-13"),
        ("2024-W60", "2024-W60"),
        ("<b>", "<b>"),
    ],
)
def test_a_date_of_any_unit_is_named_and_anything_else_left_as_it_is(value: str, label: str) -> None:
    assert facet_label(value) == label


@pytest.mark.parametrize(
    ("value", "text"), [(0, "0"), (999, "999"), (13313, "13.313"), (1000000, "1.000.000")]
)
def test_thousands_are_grouped_with_full_stops(value: int, text: str) -> None:
    assert whole_number(value) == text


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0.0421, "0,04 detik"), (12.5, "12,50 detik"), (0.0051, "0,01 detik"), (0.0049, None), (0.0, None)],
)
def test_seconds_have_a_decimal_comma_and_none_are_not_told(seconds: float, words: str | None) -> None:
    assert duration(seconds) == words
