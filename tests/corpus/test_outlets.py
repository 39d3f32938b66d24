from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.outlets import (
    address_of_first_print,
    find_dateline,
    host_in_permission,
    host_of,
    looks_like_outlet,
    tidy_source,
)


@pytest.mark.parametrize(
    ("opening", "host", "name", "place", "rest"),
    [
        (
            "LENTERAARUNIKA.COM, Lembayung- Penjabat Gubernur",
            "lenteraarunika.com",
            None,
            "Lembayung",
            "Penjabat Gubernur",
        ),
        ("LEMBAYUNG, LENTERAARUNIKA.COM – Komisi", "lenteraarunika.com", None, "Lembayung", "Komisi"),
        ("Hitzarunika-Penjabat (Pj) Gubernur", None, "Hitzarunika", None, "Penjabat (Pj) Gubernur"),
        ("Kabarteluk-Laporan dana kampanye", None, "Kabarteluk", None, "Laporan dana kampanye"),
        ("KOMPAS.com - Ketua", "kompas.com", None, None, "Ketua"),
        ("JAKARTA, KOMPAS — Presiden", None, "KOMPAS", "Jakarta", "Presiden"),
        ("JAKARTA, KOMPAS.com -- Ketua", "kompas.com", None, "Jakarta", "Ketua"),
        ("TEMPO.CO, Jakarta - Ketua", "tempo.co", None, "Jakarta", "Ketua"),
        ("Liputan6.com, Jakarta -Harga", "liputan6.com", None, "Jakarta", "Harga"),
        ("TRIBUN-ARUNIKA.COM,- Sosok", "tribun-arunika.com", None, None, "Sosok"),
        ("Jakarta (ANTARA) - Ketua", None, "ANTARA", "Jakarta", "Ketua"),
        ("Lembayung (Pewarta Arunika) - KPU", None, "Pewarta Arunika", "Lembayung", "KPU"),
        ("JAKARTA - Ketua", None, None, "Jakarta", "Ketua"),
        ("Bandung – Ketua", None, None, "Bandung", "Ketua"),
        ("JAKARTA-Penyidik", None, None, "Jakarta", "Penyidik"),
        ("TELUK PERAK - Ketua", None, None, "Teluk Perak", "Ketua"),
        ("Lembayung - Ketua KPU", None, None, "Lembayung", "Ketua KPU"),
        ("Jakarta", None, None, "Jakarta", ""),
    ],
)
def test_a_dateline_gives_outlet_and_place_and_is_measured(
    opening: str, host: str | None, name: str | None, place: str | None, rest: str
) -> None:
    found = find_dateline(opening)
    assert found
    assert (found.host, found.name, found.place) == (host, name, place)
    assert opening[found.length :] == rest


@pytest.mark.parametrize(
    ("opening", "place", "rest"),
    [
        ("Nusa Laut, 7 November 2024. Bawaslu Arunika", "Nusa Laut", "Bawaslu Arunika"),
        ("Nusa Laut, 7 November 2024 – Bawaslu", "Nusa Laut", "Bawaslu"),
        ("NUSA LAUT (7/11/2024) - Rahmat", "Nusa Laut", "Rahmat"),
        ("Lembayung, Kamis (7/11/2024) - Ketua KPU", "Lembayung", "Ketua KPU"),
        ("Jakarta, Kamis, 7 November 2024: Rahmat", "Jakarta", "Rahmat"),
    ],
)
def test_a_press_release_opens_with_place_and_day(opening: str, place: str, rest: str) -> None:
    found = find_dateline(opening)
    assert found
    assert (found.place, found.published, opening[found.length :]) == (place, date(2024, 11, 7), rest)


@pytest.mark.parametrize(
    "opening",
    [
        "Kamis, 7 November 2024. Bawaslu Arunika bersidang.",
        "Rahmat Hidayat, 7 November 2024. Ia dilantik di Lembayung.",
        "Nusa Laut, 7 November 2024 menjadi saksi rapat itu.",
        "Di Lembayung, 7 November 2024. Ketua KPU membuka rapat.",
        "Darwis-Wulan menang di empat kabupaten, kata KPU.",
        "Darwis - Wulan menang di empat kabupaten.",
        "Ketua-Wakil Ketua DPRD dilantik.",
        "Ketua - Wakil Ketua dilantik.",
        "KPU-Bawaslu menandatangani kesepakatan.",
        "KPU - Bawaslu menandatangani kesepakatan.",
        "INFO NASIONAL - Ketua MPR membuka acara.",
        "Ketua KPU Arunika Rahmat Wiradikarta – yang hadir – membuka acara.",
        "Baru-baru ini KPU mengumumkan jadwal.",
        "“Kami siap,” katanya.",
        "",
        "- Satu",
    ],
)
def test_what_only_looks_like_a_dateline_is_left_alone(opening: str) -> None:
    assert find_dateline(opening) is None


def test_a_name_that_comes_again_in_the_text_is_no_outlet() -> None:
    opening = "Darwis-Ketua KPU berdebat soal syarat calon."
    assert find_dateline(opening, f"{opening}\nDarwis menolak.") is None
    assert find_dateline(
        "Hitzarunika-Ratusan warga antre.", "Hitzarunika-Ratusan warga antre.\nHingga siang."
    )


def test_a_word_that_the_text_has_in_small_letters_opens_a_lead() -> None:
    found = find_dateline(
        "Hitzarunika-Nelayan mengeluh.", "Hitzarunika-Nelayan mengeluh.\nPara nelayan menunggu."
    )
    assert found
    assert found.name == "Hitzarunika"


@given(st.text(max_size=120))
def test_any_paragraph_is_searched_without_failing(paragraph: str) -> None:
    found = find_dateline(paragraph)
    assert found is None or 0 < found.length <= len(paragraph)


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://www.KabarArunika.id/a", "kabararunika.id"),
        ("http://nasional.kabararunika.co.id:8080/", "nasional.kabararunika.co.id"),
        ("https://bit.ly/abc", None),
        ("ftp://kabararunika.id/a", None),
        ("javascript:alert(1)", None),
        ("https://[::1", None),
        ("https://localhost/", None),
        ("kabararunika.id", None),
        (None, None),
    ],
)
def test_the_host_of_an_address_names_the_outlet(url: str | None, host: str | None) -> None:
    assert host_of(url) == host


@pytest.mark.parametrize(
    ("given_source", "expected"),
    [
        ("www.KabarArunika.id", "kabararunika.id"),
        ("https://kabararunika.id/", "kabararunika.id"),
        ("Kabar  Arunika", "Kabar Arunika"),
        ("Harian Arunika (cetak)", "Harian Arunika (cetak)"),
        (" ", None),
        (None, None),
    ],
)
def test_a_given_source_is_a_host_or_the_outlets_own_name(
    given_source: str | None, expected: str | None
) -> None:
    assert tidy_source(given_source) == expected


@pytest.mark.parametrize(
    ("line", "host"),
    [
        ("Boleh dikutip dengan mencantumkan sumber arunikaprov.go.id", "arunikaprov.go.id"),
        ("asalkan menyebut sumber www.tirtasarikab.go.id", "tirtasarikab.go.id"),
        ("Copyright © 2024 Kabarteluk.com. All Rights Reserved.", "kabarteluk.com"),
        ("Artikel ini telah tayang di KabarTeluk.id dengan judul KPU Siap", "kabarteluk.id"),
        ("Sumber : Adpim", None),
        ("Sumber: antaranews.com", None),
        ("© 2024 redaksi@kabarteluk.com", None),
        ("Provinsi Arunika © 2023", None),
    ],
)
def test_a_line_on_copying_names_the_outlet_and_a_credit_does_not(line: str, host: str | None) -> None:
    assert host_in_permission([line]) == host


@pytest.mark.parametrize(
    ("line", "address"),
    [
        (
            "Artikel ini telah tayang di KabarTeluk.id dengan judul KPU Siap, https://www.kabarteluk.id/siap.",
            "https://www.kabarteluk.id/siap",
        ),
        ("Berita ini sudah terbit di kabarteluk.id (http://kabarteluk.id/siap)", "http://kabarteluk.id/siap"),
        ("Artikel ini telah tayang di KabarTeluk.id, https://lain.id/siap", None),
        ("Artikel ini telah tayang di KabarTeluk.id dengan judul KPU Siap", None),
        ("Copyright kabarteluk.id https://kabarteluk.id/siap", None),
        ("KPU siap, https://kabarteluk.id/siap", None),
    ],
)
def test_the_line_on_the_first_print_gives_the_articles_address(line: str, address: str | None) -> None:
    assert address_of_first_print(["KPU siap.", line]) == address


@pytest.mark.parametrize("name", ["detakNews", "Detak News", "mawarpos.com", "Mawarpos", "Kabar Arunika"])
def test_an_outlet_is_known_by_the_look_of_its_name(name: str) -> None:
    assert looks_like_outlet(name)


@pytest.mark.parametrize("name", ["Politik", "Nusa Laut", "Sari Melati", "Redaksi"])
def test_other_names_do_not_look_like_an_outlet(name: str) -> None:
    assert not looks_like_outlet(name)
