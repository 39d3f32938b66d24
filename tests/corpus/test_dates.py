from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.dates import date_in_url, find_dates, last_day_in_url, parse_date

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
        ("Sabtu ( 9/11 )", "2024-11-09"),
        ("Sabtu 9 November", "2024-11-09"),
        ("Jum’at, 8 Nop", "2024-11-08"),
        ("JUMAT (8 NOVEMBER)", "2024-11-08"),
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
        "9 November",
        "Sabtu 9 November 24",
        "5 ſeptember 2024",
        "5 Junı 2024",
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


@pytest.mark.parametrize(
    ("text", "years", "expected"),
    [
        ("Sabtu (9/11)", {2023, 2024}, [date(2024, 11, 9)]),
        ("Sabtu 9 November", {2024}, [date(2024, 11, 9)]),
        ("Sabtu (9/11)", {2019, 2024}, []),
        ("Sabtu (9/11)", {2023}, []),
        ("Sabtu (9/11)", set(), []),
    ],
)
def test_a_day_without_a_year_is_believed_in_the_one_year_it_falls_in(
    text: str, years: set[int], expected: list[date]
) -> None:
    assert [found.value for found in find_dates(text, years=years)] == expected


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("Senin (2/9/2024)", True),
        ("Senin, 2 September 2024", True),
        ("Senin malam, tanggal 2 September 2024", True),
        ("Jum’at (6/9/2024)", True),
        ("AHAD (1/9/2024)", True),
        ("Selasa (2/9/2024)", False),
        ("2 September 2024", None),
        ("Senin lalu, pada 2 September 2024", None),
    ],
)
def test_the_weekday_beside_a_day_fits_it_or_not(text: str, fits: bool | None) -> None:  # noqa: FBT001
    assert [found.weekday_fits for found in find_dates(text)] == [fits]


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://kabararunika.id/2024/09/17/kpu-siap", date(2024, 9, 17)),
        ("https://kabararunika.id/2024/9/7/", date(2024, 9, 7)),
        ("https://kabararunika.id/read/20240917/15/kpu-siap", date(2024, 9, 17)),
        ("https://kabararunika.id/politik/20240917120115-617-1/kpu-siap", date(2024, 9, 17)),
        ("https://kabararunika.id/berita/24/09/17/kpu-siap", date(2024, 9, 17)),
        ("https://kabararunika.id/read/kpu-siap-1726531200", date(2024, 9, 17)),
        ("https://kabararunika.id/2024/09/kpu-siap", None),
        ("https://kabararunika.id/2024/13/17/kpu-siap", None),
        ("https://kabararunika.id/1/2/3/kpu-siap", None),
        ("https://kabararunika.id/99/12/11/kpu-siap", None),
        ("https://kabararunika.id/kpu-siap-2024-09-17", None),
        ("https://kabararunika.id/?tanggal=/2024/09/17/", None),
        ("https://[", None),
        (None, None),
    ],
)
def test_the_path_of_an_address_gives_the_day_it_is_filed_under(
    url: str | None, expected: date | None
) -> None:
    assert date_in_url(url) == expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://kabararunika.id/2024/02/kpu-siap", date(2024, 2, 29)),
        ("https://kabararunika.id/2024/12/", date(2024, 12, 31)),
        ("https://kabararunika.id/2024/13/kpu-siap", None),
        ("https://kabararunika.id/kpu-siap", None),
    ],
)
def test_the_month_in_an_address_has_a_last_day(url: str, expected: date | None) -> None:
    assert last_day_in_url(url) == expected


@given(st.text(st.sampled_from("https://[]2024/09-17x?#"), max_size=60))
def test_any_address_is_read_without_failing(url: str) -> None:
    assert date_in_url(url) is None or isinstance(date_in_url(url), date)
    assert last_day_in_url(url) is None or isinstance(last_day_in_url(url), date)


@given(st.text(st.sampled_from("SeninıſJum’at (/.0123456789) tglMei"), max_size=80))
def test_signs_that_only_look_like_letters_make_no_trouble(text: str) -> None:
    assert all(found.value for found in find_dates(text, years={2024}))
