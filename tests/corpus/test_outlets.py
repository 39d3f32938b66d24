import pytest

from corpus.outlets import (
    address_of_first_print,
    canonical_outlet,
    host_in_permission,
    host_of,
    looks_like_outlet,
    same_outlet,
    tidy_source,
)


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
        ("-", None),
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


@pytest.mark.parametrize(
    ("source", "outlet"),
    [("nasional.kompas.com", "kompas.com"), ("Kabarteluk", "Kabarteluk"), (None, None)],
)
def test_an_outlet_has_one_name(source: str | None, outlet: str | None) -> None:
    assert canonical_outlet(source) == outlet


@pytest.mark.parametrize(
    ("name", "other", "same"),
    [
        ("KABARTELUK", "Kabar Teluk", True),
        ("Gaung Arunika", "Harian Gaung Arunika", True),
        ("Kantor Berita Arunika", "ARUNIKA", True),
        ("Harian", "Koran", False),
        ("Kabar Teluk", "Kabar Alas", False),
        ("", "", False),
    ],
)
def test_an_outlet_is_told_by_its_letters_without_the_kind_of_paper(
    name: str, other: str, *, same: bool
) -> None:
    assert same_outlet(name, other) is same
