from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import OutletsError
from corpus.outlet_list import Outlets, outlets, read_outlets
from corpus.rules import RULES_VERSION, rules_fingerprint


@pytest.fixture
def added(tmp_path: Path) -> Path:
    return tmp_path / "outlets.tsv"


@pytest.fixture
def _fresh(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Read the outlets anew for this test alone."""
    monkeypatch.delenv("SUARA_OUTLETS", raising=False)
    outlets.cache_clear()
    yield
    outlets.cache_clear()


def with_rows(added: Path, *rows: str) -> Outlets:
    added.write_text("# outlet\tvariants\n\n" + "\n".join(rows) + "\n", encoding="utf-8")
    return read_outlets(added)


@pytest.mark.parametrize(
    ("name", "outlet"),
    [
        ("Kompas", "kompas.com"),
        ("KOMPAS.com", "kompas.com"),
        ("nasional.kompas.com", "kompas.com"),
        ("www.kompas.com", "kompas.com"),
        ("Kompas (print)", "kompas.id"),
        ("detikcom", "detik.com"),
        ("detikNews", "detik.com"),
        ("news.detik.com", "detik.com"),
        ("banten.suara.com", "suara.com"),
        ("lampung.antaranews.com", "antaranews.com"),
        ("LKBN Antara", "antaranews.com"),
        ("medan.tribunnews.com", "tribunnews.com"),
        ("wartakota.tribunnews.com", "wartakota.tribunnews.com"),
        ("Pos-Kupang.com", "kupang.tribunnews.com"),
        ("radarbogor.jawapos.com", "radarbogor.jawapos.com"),
        ("news.jawapos.com", "jawapos.com"),
        ("RMOL.", "rmol.id"),
    ],
)
def test_hosts_sections_and_spellings_of_an_outlet_are_one(name: str, outlet: str) -> None:
    assert read_outlets().canonical(name) == outlet


@pytest.mark.parametrize(
    ("name", "outlet"),
    [
        ("kabararunika.id", "kabararunika.id"),
        ("nasional.kabararunika.co.id", "kabararunika.co.id"),
        ("m.news.kabararunika.com", "kabararunika.com"),
        ("lembayung.kabararunika.id", "lembayung.kabararunika.id"),
        ("news.co.id", "news.co.id"),
        ("bola.com", "bola.com"),
        ("Kabar Arunika", "Kabar Arunika"),
        ("Adpim", "Adpim"),
        ("…", "…"),
    ],
)
def test_an_unknown_outlet_loses_its_sections_alone(name: str, outlet: str) -> None:
    assert read_outlets().canonical(name) == outlet


def test_a_file_of_the_users_adds_outlets_and_stands_before_those_shipped(added: Path) -> None:
    more = with_rows(
        added,
        "kabararunika.id\tKabar Arunika|kabar-arunika.com",
        "tirtasari.id\tTirtasari Pos\tsections\tits desks are papers",
        "medan.tribunnews.com\tTribun Medan",
    )
    assert more.canonical("kabar arunika") == "kabararunika.id"
    assert more.canonical("lembayung.kabar-arunika.com") == "kabararunika.id"
    assert more.canonical("lembayung.tirtasari.id") == "lembayung.tirtasari.id"
    assert more.canonical("medan.tribunnews.com") == "medan.tribunnews.com"
    assert more.canonical("jabar.tribunnews.com") == "tribunnews.com"
    assert more.knows("Kabar Arunika")
    assert not more.knows("Kabar Tirtasari")


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("kabararunika.id", r"outlets\.tsv:3: write the outlet and its variants"),
        ("a\tb\tall\tnote\tmore", r"outlets\.tsv:3: write the outlet"),
        ("kabararunika.id\tKabar Arunika\tsome", r"outlets\.tsv:3: 'some' says nothing of subdomains"),
        ("kabararunika.id\t…", r"outlets\.tsv:3: '…' holds no letter"),
        ("\tKabar Arunika", r"outlets\.tsv:3: '' holds no letter"),
        (
            "a.id\tKabar\nb.id\tKABAR",
            r"outlets\.tsv:4: 'kabar' is in .*outlets\.tsv:3 too: leave it out of one",
        ),
    ],
)
def test_a_line_that_makes_no_sense_is_named(added: Path, row: str, message: str) -> None:
    with pytest.raises(OutletsError, match=message):
        with_rows(added, row)


def test_a_file_that_cannot_be_read_is_named(added: Path) -> None:
    with pytest.raises(OutletsError, match="cannot be read"):
        read_outlets(added)
    added.write_bytes(b"kabar.id\tKabar \xff")
    with pytest.raises(OutletsError, match="not UTF-8"):
        read_outlets(added)


@pytest.mark.usefixtures("_fresh")
def test_outlets_that_the_user_adds_ask_for_another_index(
    added: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert rules_fingerprint() == str(RULES_VERSION)
    added.write_text("kabararunika.id\tKabar Arunika\n", encoding="utf-8")
    monkeypatch.setenv("SUARA_OUTLETS", str(added))
    outlets.cache_clear()
    assert outlets().canonical("KABAR ARUNIKA") == "kabararunika.id"
    first = rules_fingerprint()
    assert first.startswith(f"{RULES_VERSION}-")
    added.write_text("# a comment changes nothing\nkabararunika.id\tKabar Arunika\n", encoding="utf-8")
    outlets.cache_clear()
    assert rules_fingerprint() == first
    added.write_text("kabararunika.com\tKabar Arunika\n", encoding="utf-8")
    outlets.cache_clear()
    assert rules_fingerprint() != first


@given(st.text(max_size=60))
def test_any_name_is_an_outlet_whose_name_is_its_own(name: str) -> None:
    once = outlets().canonical(name)
    assert outlets().canonical(once) == once
