from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.dates import find_dates, parse_date

REFERENCE = date(2024, 11, 20)
MONTHS = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
SHORT_MONTHS = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agt", "Sep", "Okt", "Nov", "Des")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Minggu, 17 November 2024", "2024-11-17"),
        ("04 Jan 2024", "2024-01-04"),
        ("Kamis (4/1/2024)", "2024-01-04"),
        ("(17/11/2024)", "2024-11-17"),
        ("Rabu (20/03/2024)", "2024-03-20"),
        ("Senin, 9 Februari 2026 - 15:33 WIB", "2026-02-09"),
        ("Senin, 9 Februari 2026 | 15:33 WITA", "2026-02-09"),
        ("Jumat, 14 Feb 2025 10:05 WIT", "2025-02-14"),
        ("Jum'at, 14 Februari 2025", "2025-02-14"),
        ("Ahad, 24 November 2024", "2024-11-24"),
        ("Kamis Pahing, 4 Januari 2024", "2024-01-04"),
        ("27 Agt 2024", "2024-08-27"),
        ("27 Agu 2024", "2024-08-27"),
        ("27 Agust 2024", "2024-08-27"),
        ("27 Ags. 2024", "2024-08-27"),
        ("1 Pebruari 2024", "2024-02-01"),
        ("10 Nopember 2024", "2024-11-10"),
        ("31 Des 2023, 23:59 WITA", "2023-12-31"),
        ("5 JULI 2024", "2024-07-05"),
        ("tanggal 5 Juli 2024 lalu", "2024-07-05"),
        ("Diterbitkan: 5 Juli 2024 | 10:00", "2024-07-05"),
        ("27/11/2024 07.30 WIB", "2024-11-27"),
        ("27-11-2024", "2024-11-27"),
        ("27.11.2024", "2024-11-27"),
        ("27/11/24", "2024-11-27"),
        ("05/06/2024", "2024-06-05"),
        ("2024-11-27", "2024-11-27"),
        ("2024-11-27T07:30:00+07:00", "2024-11-27"),
        ("2024-11-27 07:30:00", "2024-11-27"),
        ("2024-11-27T23:30:00Z", "2024-11-28"),
        ("2024-11-27 16:59:59.123+0000", "2024-11-27"),
        ("2024-11-27T17:00+00:00", "2024-11-28"),
        ("2024-11-28T00:30:00+08:00", "2024-11-27"),
        ("2024-11-27T99:99:00Z", "2024-11-27"),
        ("November 27, 2024", "2024-11-27"),
        ("Sabtu (9/11)", "2024-11-09"),
        ("Sabtu (30/11)", "2023-11-30"),
    ],
)
def test_every_written_form_gives_its_day(text: str, expected: str) -> None:
    assert parse_date(text, REFERENCE) == date.fromisoformat(expected)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Maret 2024",
        "Juli",
        "kemarin",
        "3 hari lalu",
        "31/2/2024",
        "30 Februari 2024",
        "2024-13-01",
        "12/31/2024",
        "192.168.1.2024",
        "0811-9787-670",
        "Rp1.500.2024",
        "1.2.24",
        "(9/11)",
        "1/27/11/2024",
        "32 Mei 2024",
        "5 Juli 0024",
        "Kamis (31/2)",
        "17 Agustus '45",
        "Nomor: 112/HM.02/K1/11/2024",
        "Nomor 15/11/2024",
        "No. 2024-11-27",
        "No.7/PL/3/10/2024",
        "Surat Nomor 15/PL.02/2024 tertanggal 3 Oktober 2024",
        "Surat Nomor 15/PL.02/2024 tanggal 3 Oktober 2024",
        "surat tertanggal Kamis, 3 Oktober 2024",
    ],
)
def test_what_is_no_date_gives_none_rather_than_a_guess(text: str) -> None:
    assert parse_date(text, REFERENCE) is None


def test_a_date_after_that_of_a_letter_counts() -> None:
    text = "Nomor 15/PL.02/2024 tertanggal 3 Oktober 2024, dikirim 5 Oktober 2024"
    assert [day.value for day in find_dates(text)] == [date(2024, 10, 5)]
    assert parse_date("Calon nomor 2, 27 November 2024") == date(2024, 11, 27)


def test_a_day_without_a_year_needs_a_reference() -> None:
    assert parse_date("Sabtu (9/11)") is None


def test_a_leap_day_without_a_year_is_the_one_that_was() -> None:
    assert parse_date("Kamis (29/2)", date(2024, 11, 20)) == date(2024, 2, 29)
    assert parse_date("Kamis (29/2)", date(2026, 11, 20)) is None


def test_dates_come_in_the_order_of_the_text_with_their_places() -> None:
    text = "Debat, Rabu (20/3/2024), disusul 4 April 2024."
    found = list(find_dates(text))
    assert [day.value for day in found] == [date(2024, 3, 20), date(2024, 4, 4)]
    assert [text[day.start : day.end] for day in found] == ["20/3/2024", "4 April 2024"]


@given(st.dates(date(1945, 8, 17), date(2099, 12, 31)))
def test_a_written_day_reads_back_as_itself(day: date) -> None:
    forms = [
        f"{day.day} {MONTHS[day.month - 1]} {day.year}",
        f"{day.day:02} {SHORT_MONTHS[day.month - 1].upper()} {day.year}, 07:30 WIB",
        f"Senin ({day.day}/{day.month}/{day.year})",
        f"{day.day:02}-{day.month:02}-{day.year}",
        f"{day.day:02}.{day.month:02}.{day.year}",
        day.isoformat(),
    ]
    assert {parse_date(form) for form in forms} == {day}


@given(st.text(max_size=200))
def test_any_text_is_searched_without_failing(text: str) -> None:
    for found in find_dates(text, REFERENCE):
        assert text[found.start : found.end]
