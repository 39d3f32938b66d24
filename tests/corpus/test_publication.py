from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.lines import read_page_lines
from corpus.publication import date_above, date_in_text

TITLE = "KPU Arunika Buka Pendaftaran"
FAR_FROM_A_VERB = (
    "Pemungutan suara digelar serentak di seluruh kabupaten dan kota pada hari libur, Rabu (27/11/2024). "
    "Hal itu menjadi pokok rapat persiapan bersama semua pemangku kepentingan di Lembayung."
)


@pytest.mark.parametrize(
    ("lines", "title", "expected"),
    [
        ([TITLE, "Minggu, 17 November 2024", "facebook twitter"], TITLE, date(2024, 11, 17)),
        ([TITLE, TITLE, "04 Jan 2024 267 dilihat", "Sumber Gambar :"], TITLE, date(2024, 1, 4)),
        ([TITLE, "Terbit: 5 Juli 2024", "Diperbarui: 6 Juli 2024"], TITLE, date(2024, 7, 5)),
        (["Kamis, 4 Juli 2024", TITLE], TITLE, date(2024, 7, 4)),
        (["Sabtu, 21 November 2026", *["Menu"] * 9, TITLE], TITLE, None),
        (["Sabtu, 21 November 2026", *["Menu"] * 9], None, None),
        (["5 Juli 2024", "facebook twitter"], None, date(2024, 7, 5)),
        ([TITLE, "Kamis, 28/11/2024, 09.00 WIB"], TITLE, date(2024, 11, 28)),
        (["Nomor: 112/HM.02/K1/11/2024", TITLE, "Kamis, 28/11/2024, 09.00 WIB"], TITLE, date(2024, 11, 28)),
        ([TITLE, "Nomor: 112/HM.02/K1/11/2024", "Nusa Laut, 7 November 2024."], TITLE, date(2024, 11, 7)),
        ([TITLE, "Surat Nomor 15/PL.02/2024 tertanggal 3 Oktober 2024"], TITLE, None),
        ([TITLE], TITLE, None),
        ([], None, None),
    ],
)
def test_the_date_by_the_headline_is_the_articles_own(
    lines: list[str], title: str | None, expected: date | None
) -> None:
    assert date_above(read_page_lines("\n".join(lines)), title) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("“Terima kasih,” ungkapnya, Rabu (20/3/2024).", date(2024, 3, 20)),
        (f"{FAR_FROM_A_VERB}\n“Semua siap,” kata Melati, Senin (28/10/2024).", date(2024, 10, 28)),
        ("Rapat digelar di aula besar, Senin (4/11/2024).", date(2024, 11, 4)),
        ("Rapat digelar (4/11/2024) lalu ditunda (5/11/2024).", date(2024, 11, 4)),
        ("Pilkada 27 November 2024 disambut meriah, kata Melati.", None),
        ("Melati mengatakan jadwal berubah, Senin (31/2/2024).", None),
        ("Melati mengatakan siap, Senin (22/1).", None),
    ],
)
def test_the_day_beside_a_reporting_verb_dates_a_text(body: str, expected: date | None) -> None:
    assert date_in_text(body) == expected


@given(st.text(st.sampled_from("kata (1/2024) ,.ujar"), max_size=200))
def test_any_text_is_dated_or_not_without_failing(body: str) -> None:
    assert date_in_text(body) is None or isinstance(date_in_text(body), date)
