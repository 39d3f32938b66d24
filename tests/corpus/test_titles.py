import pytest

from corpus.lines import read_page_lines
from corpus.titles import find_title, outlet_behind, tidy_title, without_outlet

BODY = [
    "Ketua KPU Arunika membuka pendaftaran calon gubernur di Lembayung.",
    "Pendaftaran berlangsung tiga hari.",
]


def title_above(*lines: str) -> str | None:
    found = find_title(read_page_lines("\n".join(lines)), BODY)
    return found.text if found else None


def test_the_line_that_shares_the_words_of_the_text_is_the_title() -> None:
    title = "KPU Arunika Buka Pendaftaran Calon Gubernur"
    assert title_above("Beranda", "• Profil Provinsi Arunika", title, "facebook twitter") == title


def test_a_repeated_headline_is_found_below_a_menu() -> None:
    title = "Calon Gubernur Mulai Mendaftar"
    assert title_above("Kabar KPU Arunika Hari", title, title, "04 Jan 2024 267 dilihat") == title


def test_a_line_right_above_the_date_is_the_title_whatever_its_words() -> None:
    title = "Pesta Rakyat Dimulai, Jalan Menuju Istana Terbuka"
    assert title_above(title, "Rabu, 5 Februari 2025", "facebook x whatsapp") == title


def test_a_line_above_the_byline_is_the_title_whatever_its_words() -> None:
    title = "Pesta Rakyat Dimulai, Jalan Menuju Istana Terbuka"
    assert title_above(title, "Teks oleh Sekar Arum") == title


def test_the_name_of_the_outlet_and_its_sections_are_no_title() -> None:
    lines = read_page_lines("Pemerintah Provinsi Arunika\nKPU / Arunika / Calon Gubernur")
    body = ["Pemerintah Provinsi Arunika dan KPU membuka pendaftaran calon gubernur."]
    assert find_title(lines, body, "Pemerintah Provinsi Arunika") is None


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("KPU Buka Pendaftaran | Bawaslu Mengawasi", "KPU Buka Pendaftaran | Bawaslu Mengawasi"),
        ("KPU Buka Pendaftaran | Kabar Arunika", "KPU Buka Pendaftaran"),
        ("KPU Buka Pendaftaran | kabararunika.id", "KPU Buka Pendaftaran"),
    ],
)
def test_behind_a_bar_a_second_headline_stays_where_bars_part_headlines(title: str, expected: str) -> None:
    assert without_outlet(title, ["Kabar Arunika"], bars=False) == expected


@pytest.mark.parametrize(
    "lines",
    [
        [],
        ["Pelabuhan Teluk Perak Layani Kapal Malam"],
        ["Beranda", "• Profil", "• Agenda Kegiatan"],
        ["Senin, 9 Februari 2026", "facebook twitter"],
        ["KPU Arunika"],
    ],
)
def test_without_a_fitting_line_there_is_no_title(lines: list[str]) -> None:
    assert title_above(*lines) is None


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("KPU Buka Pendaftaran | Kabar Arunika", "KPU Buka Pendaftaran"),
        ("KPU Buka Pendaftaran - Kabar Arunika", "KPU Buka Pendaftaran"),
        ("KPU Buka Pendaftaran – kabararunika.id", "KPU Buka Pendaftaran"),
        ("KPU Buka Pendaftaran | Politik | Kabar Arunika", "KPU Buka Pendaftaran"),
        ("kabararunika.id: KPU Buka Pendaftaran", "KPU Buka Pendaftaran"),
        ("Pilgub Arunika - Tiga Calon Berebut Suara", "Pilgub Arunika - Tiga Calon Berebut Suara"),
        ("Bonar: Kami Siap", "Bonar: Kami Siap"),
        ("Kabar Arunika - KPU Buka Pendaftaran", "KPU Buka Pendaftaran"),
        ("Kabar Arunika | KPU Buka Pendaftaran - Kabar Arunika", "KPU Buka Pendaftaran"),
    ],
)
def test_the_outlet_at_the_edge_of_a_title_goes(title: str, expected: str) -> None:
    assert without_outlet(title, ["Kabar Arunika"]) == expected


@pytest.mark.parametrize(
    ("page_title", "outlet"),
    [
        ("KPU Buka Pendaftaran - Mawarpos", "Mawarpos"),
        ("KPU Buka Pendaftaran | Kabar Arunika", "Kabar Arunika"),
        ("KPU Buka Pendaftaran", None),
        ("KPU Buka Pendaftaran - Politik | Kabar Arunika", None),
        ("Tiga Calon Berebut Suara - Mawarpos", None),
    ],
)
def test_an_outlet_stands_behind_the_headline_in_the_pages_title(page_title: str, outlet: str | None) -> None:
    assert outlet_behind("KPU Buka Pendaftaran", page_title) == outlet


def test_a_title_is_folded_cut_and_none_where_blank() -> None:
    assert tidy_title(" KPU \n Buka ") == "KPU Buka"
    assert len(tidy_title("x" * 10_000) or "") == 500
    assert tidy_title(" ") is None
    assert tidy_title(None) is None
