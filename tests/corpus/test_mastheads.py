import pytest

from corpus.boilerplate import COPYRIGHT
from corpus.lines import read_page_lines
from corpus.mastheads import find_masthead, in_ordinary_case, sections_above
from corpus.page import DroppedLine

HEADLINE = "KPU Arunika Buka Pendaftaran"


def borne_out(*above: str, copyright_line: str = "") -> str | None:
    dropped = [DroppedLine(99, copyright_line, COPYRIGHT)] if copyright_line else []
    return find_masthead(read_page_lines("\n".join(above)), dropped).borne_out


@pytest.mark.parametrize(
    ("above", "copyright_line", "outlet"),
    [
        (("Kabar Arunika", HEADLINE), "© Kabar Arunika 2024", "Kabar Arunika"),
        (("Kabar Arunika", HEADLINE), "Copyright © KABARARUNIKA 2024", "Kabar Arunika"),
        (("Kabar Arunika | Pemilu | Daerah", f"{HEADLINE} - Kabar Arunika"), "", "Kabar Arunika"),
        (("Kabar Arunika", f"{HEADLINE} | Kabar Arunika"), "", "Kabar Arunika"),
        (("KABAR ARUNIKA", HEADLINE, "KABAR ARUNIKA/SEKAR"), "", "KABAR ARUNIKA"),
        (("Koran Sore", "Kabar Arunika", HEADLINE), "© Kabar Arunika 2024", "Kabar Arunika"),
        (("KabarArunika.id", HEADLINE), "", "kabararunika.id"),
        (("KabarArunika.id — Arsip Pilkada", HEADLINE), "", "kabararunika.id"),
        (("Kabar Arunika", "Pemilu | Daerah", "kabararunika.id", HEADLINE), "", "kabararunika.id"),
        (("Kabar Arunika", "suara semua | kabararunika.id", HEADLINE), "", "kabararunika.id"),
        (("Kabar Arunika", "kabararunika.id | kabarteluk.id", HEADLINE), "", None),
        # nothing bears it out
        (("Kabar Arunika", HEADLINE), "© 2024 Lentera", None),
        (("Kabar Arunika", HEADLINE), "", None),
        # a menu, the headline, a row with a long part, a sentence
        (("Beranda", HEADLINE, "Pilkada | Beranda"), "", None),
        (("Arunika Memilih", "12 Oktober 2024"), "© Arunika Memilih 2024", None),
        (("Jadwal Kereta - Rute Baru Mulai Hari Ini", "Lembayung | Jadwal Kereta"), "", None),
        (("Suara Anda, Berita Kami.", HEADLINE), "© Suara Anda, Berita Kami. 2024", None),
        (("Bagikan", "Kabar Arunika"), "© Kabar Arunika 2024", None),
        (("---", HEADLINE), "", None),
        ((), "© Kabar Arunika 2024", None),
    ],
)
def test_the_name_at_the_top_is_the_outlets_where_the_page_bears_it_out(
    above: tuple[str, ...], copyright_line: str, outlet: str | None
) -> None:
    assert borne_out(*above, copyright_line=copyright_line) == outlet


def test_all_that_the_top_may_call_the_outlet_is_named() -> None:
    names = find_masthead(read_page_lines(f"KABAR ARUNIKA\nEdisi Selasa\n{HEADLINE}"), []).names
    assert names == ("KABAR ARUNIKA", "Edisi Selasa")


@pytest.mark.parametrize(
    ("line", "sections"),
    [
        ("Home » Cek Fakta", ("Cek Fakta",)),
        ("Beranda › Berita › Arunika", ("Berita", "Arunika")),
        ("Cek Fakta | Literasi | Metodologi", ()),
    ],
)
def test_the_way_to_a_page_names_its_sections(line: str, sections: tuple[str, ...]) -> None:
    assert sections_above(read_page_lines(f"Kabar Arunika\n{line}")) == sections


@pytest.mark.parametrize(
    ("printed", "ordinary"),
    [
        ("WARTA LEMBAYUNG", "Warta Lembayung"),
        ("LEMBAYUNG POST", "Lembayung Post"),
        ("ARUS LEMBAYUNG TV", "Arus Lembayung TV"),
        ("RCTV ARUNIKA", "RCTV Arunika"),
        ("Warta Lembayung", "Warta Lembayung"),
        ("LEMBAYUNGPOST CO.ID", "LEMBAYUNGPOST CO.ID"),
        ("ANTARA", "ANTARA"),
        ("", ""),
    ],
)
def test_a_name_in_capitals_is_written_as_on_other_pages(printed: str, ordinary: str) -> None:
    assert in_ordinary_case(printed) == ordinary
