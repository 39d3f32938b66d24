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
        ("Melati mengatakan siap, Senin (22/1) di Pemilu 2024.", date(2024, 1, 22)),
        ("Melati datang pada Selasa, 17 September 2024.", date(2024, 9, 17)),
        ("Melati datang Selasa 17 September 2024 malam.", date(2024, 9, 17)),
        ("Melati datang, Selasa (17/9/2024). Kata Rahmat, Rabu (18/9/2024), semua siap.", date(2024, 9, 18)),
        ("Rapat itu, Senin (2/9/2024), disusul rapat kedua, Senin (28/10/2024).", date(2024, 9, 2)),
        ("Kata Rahmat, Selasa (17/9/2024), debat akan digelar Rabu (18/9/2024).", date(2024, 9, 17)),
        ("Kata Rahmat, Selasa (17/9/2024), debat Rabu (18/9/2024) mendatang dibatalkan.", date(2024, 9, 17)),
        ("“Berkas diterima sampai malam,” ungkapnya, Rabu (18/9/2024).", date(2024, 9, 18)),
        ("Hasil hitung hingga Rabu (18/9/2024) malam menunjukkan selisih tipis.", date(2024, 9, 18)),
        ("Di Lembayung sampai Rabu, 18 September 2024 tercatat dua aduan.", date(2024, 9, 18)),
        ("Kata Rahmat, Selasa (17/9/2024), berkas masuk hingga Rabu (18/9/2024) malam.", date(2024, 9, 17)),
        ("Senin, 16 September 2024\n20.00 WIB: debat.", None),
        ("Debat berlangsung Senin, 16 September 2024 - Rabu, 18 September 2024.", date(2024, 9, 16)),
        ("“Datanglah,” kata Melati, Rabu (27/11/2024).", date(2024, 11, 27)),
        ("Warga memilih dalam sunyi pada hari libur itu, Rabu (27/11/2024).", None),
        ("Rapat digelar, Selasa (16/9/2024).", None),
    ],
)
def test_the_day_beside_a_reporting_verb_dates_a_text(body: str, expected: date | None) -> None:
    assert date_in_text(body) == expected


@given(st.text(st.sampled_from("kata (1/2024) ,.ujar"), max_size=200))
def test_any_text_is_dated_or_not_without_failing(body: str) -> None:
    assert date_in_text(body) is None or isinstance(date_in_text(body), date)


def test_a_year_beside_the_text_tells_that_of_a_day_without_one() -> None:
    body = "Melati mengatakan siap, Senin (22/1)."
    assert date_in_text(body, "© 2024 Kabar Arunika") == date(2024, 1, 22)
    assert date_in_text(body, "© 2023 Kabar Arunika") is None


def test_no_day_is_after_the_latest_that_can_be() -> None:
    body = "Kata Rahmat, Selasa (17/9/2024) dan Selasa (1/10/2024)."
    assert date_in_text(body) == date(2024, 10, 1)
    assert date_in_text(body, latest=date(2024, 9, 30)) == date(2024, 9, 17)
