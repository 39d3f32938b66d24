import pytest

from corpus.lines import is_date_line, read_page_lines


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Ketua KPU Arunika membuka pendaftaran calon gubernur pada Senin pagi.", "prose"),
        ("“Kami siap,” katanya.", "prose"),
        ("“Datanglah ke TPS,” ujar Melati.(oki)", "prose"),
        ("KPU menyatakan semua logistik sudah tiba di gudang kabupaten dan kota sejak pekan lalu", "prose"),
        ("Acara ditutup doa bersama.", "prose"),
        ("Debat Kedua Digelar di Lembayung, Tiga Calon Hadir", "fragment"),
        ("Siapa Calon Gubernur Arunika Terkaya?", "fragment"),
        ("Profil Pemerintah", "fragment"),
        ("Kecamatan Tanjung Wangi, Kota Lembayung, Provinsi Arunika.", "fragment"),
        ("• Profil Provinsi", "item"),
        ("1. Rahmat Wiradikarta", "item"),
        ("Berita Terkait", "head"),
        ("Senin, 9 Februari 2026 - 15:33 WIB", "noise"),
        ("facebook twitter", "noise"),
    ],
)
def test_a_line_has_the_kind_it_looks_like(line: str, kind: str) -> None:
    (found,) = read_page_lines(line)
    assert found.kind == kind


def test_lines_keep_the_numbers_they_have_in_the_file() -> None:
    assert [(line.number, line.text) for line in read_page_lines("\n  satu\u00a0 dua \n\n\ntiga\n")] == [
        (2, "satu dua"),
        (5, "tiga"),
    ]


def test_headlines_under_a_bare_link_head_go_with_it() -> None:
    text = (
        "Baca Juga\nDebat Kedua Digelar di Lembayung\nSurvei Palsu Beredar\nKPU membuka pendaftaran hari ini."
    )
    assert [line.reason for line in read_page_lines(text)] == ["link to another article"] * 3 + [None]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Minggu, 17 November 2024", True),
        ("Penulis: Sekar | Senin, 23 September 2024, 21:14 WIB", True),
        ("Debat Digelar di Hotel Puri Lembayung pada 20 Oktober 2024", False),
        ("Pemungutan suara digelar 27 November 2024.", False),
        ("Minggu", False),
        ("TPS 17 Lembayung", False),
    ],
)
def test_a_date_line_says_little_more_than_a_date(line: str, expected: bool) -> None:  # noqa: FBT001
    assert is_date_line(line) is expected
