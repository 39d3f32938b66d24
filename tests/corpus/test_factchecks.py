import pytest

from corpus.article import ArticleKind
from corpus.factchecks import Provenance, kind_of

SECTION = "https://www.kabararunika.example/cekfakta/read/1/bupati-mundur"
MIXED = "https://www.liputan6.com/cek-fakta/read/1/bupati-mundur"
PROSE = "Bupati Tirtasari membantah kabar itu di Balai Kota, Senin."


def kind(
    title: str | None = None, *paragraphs: str, url: str | None = None, outlet: str | None = None
) -> ArticleKind:
    provenance = Provenance((url,) if url else (), (outlet,) if outlet else ())
    return kind_of(provenance, title, paragraphs or (PROSE,))


@pytest.mark.parametrize(
    ("url", "outlet", "expected"),
    [
        ("https://turnbackhoax.id/2024/a", None, "factcheck"),
        (None, "TurnBackHoax.id", "factcheck"),
        ("https://cekfakta.kabararunika.example/a", None, "factcheck"),
        (SECTION, None, "factcheck"),
        ("https://www.kabararunika.example/CEK-FAKTA/1", None, "factcheck"),
        ("https://www.kabararunika.example/cekfakta", None, "news"),
        ("https://www.kabararunika.example/berita/cek-fakta-bupati-mundur", None, "news"),
        (MIXED, None, "news"),
        (None, "Kabar Arunika", "news"),
        (None, None, "news"),
    ],
)
def test_outlets_and_sections_are_known(url: str | None, outlet: str | None, expected: str) -> None:
    assert kind("Bupati mundur", url=url, outlet=outlet) == expected


@pytest.mark.parametrize(
    "title",
    [
        "[SALAH] Bupati Tirtasari Mundur",
        "[HOAKS] Gubernur: “Bansos untuk Pemilih Nomor Dua”",
        "(HOAX) Bupati mundur",
        "[ DISINFORMASI ] Bupati mundur",
        "[FALSE] The regent steps down",
        "Cek Fakta: Bupati Tirtasari Mundur?",
        "CEK FAKTA: Benarkah Bupati Mundur",
        "Cek fakta, bupati mundur",
        "Keliru, Klaim bahwa Bupati Tirtasari Mundur",
        "Menyesatkan: Video Bupati Tirtasari Menangis",
        "Hoaks! Video bupati mundur",
    ],
)
def test_a_verdict_before_the_headline_makes_a_fact_check(title: str) -> None:
    assert kind(title) == "factcheck"


@pytest.mark.parametrize(
    ("title", "paragraph", "expected"),
    [
        ("Keliru, Bupati Minta Warga Golput", "Hasil pemeriksaan kami menunjukkan sebaliknya.", "factcheck"),
        ("Menyesatkan, Foto Antrean Itu", "Kami menelusuri foto itu sampai Lembayung.", "factcheck"),
        ("Hoaks, Surat Edaran Bupati", "Informasi itu masuk kategori hoaks.", "factcheck"),
        ("Hoaks, Surat Edaran Bupati", "Polisi memburu penyebar surat itu.", "news"),
        ("Bupati Keliru, Kata Warga", "Hasil pemeriksaan kami menunjukkan sebaliknya.", "news"),
    ],
)
def test_a_verdict_that_anybody_may_write_wants_a_check_below_it(
    title: str, paragraph: str, expected: str
) -> None:
    assert kind(title, paragraph) == expected


@pytest.mark.parametrize(("section", "expected"), [("Cek Fakta", "factcheck"), ("Politik", "news")])
def test_a_page_may_name_the_section_it_is_in(section: str, expected: str) -> None:
    assert kind_of(Provenance((), (), (section,)), "Bupati mundur", (PROSE,)) == expected


@pytest.mark.parametrize(
    "title",
    [
        None,
        "Hoaks Bupati Mundur, Polisi Buru Penyebarnya",
        "Polisi: Kabar Bupati Mundur Hoaks!",
        "Bupati: Jangan Termakan Hoaks",
        "Hoaks! Kata Bupati soal Kabar Mundur",
        "[KLARIFIKASI] Redaksi Meralat Nama Bupati",
        "Keliru, Bupati Salah Sebut Nama Desa",
        "Cek Fakta dan Janji Para Calon",
        "4 Fakta Bupati Mundur",
    ],
)
def test_a_report_about_a_hoax_is_news(title: str | None) -> None:
    assert kind(title) == "news"


@pytest.mark.parametrize(
    ("title", "paragraphs", "expected"),
    [
        (None, ("Narasi:", "Bupati mundur.", "Penjelasan:", PROSE), "factcheck"),
        (None, ("KLAIM", "Bupati mundur.", "FAKTA", PROSE), "factcheck"),
        (None, ("Beredar video.", "Pemeriksaan Fakta", PROSE, "Kesimpulan", "Palsu."), "factcheck"),
        ("Lelucon", ("Narasi yang beredar", "Bupati mundur.", "Hasil pemeriksaan", PROSE), "factcheck"),
        ("Lelucon", ("Hasil pemeriksaan", PROSE), "news"),
        ("[KLARIFIKASI] Bupati mundur", ("NARASI: Bupati mundur.",), "factcheck"),
        ("Hoaks! Kata bupati", ("Penjelasan:", PROSE), "factcheck"),
        (None, ("Kesimpulan", PROSE), "news"),
        (None, ("Narasi: Sri Handini", PROSE), "news"),
        (None, ("Klaim asuransi petani", PROSE, "Penjelasan dinas", PROSE), "news"),
        ("[HOAKS]", (), "factcheck"),
    ],
)
def test_the_build_of_a_page_tells(title: str | None, paragraphs: tuple[str, ...], expected: str) -> None:
    assert kind(title, *paragraphs) == expected


@pytest.mark.parametrize(
    ("title", "paragraph", "expected"),
    [
        ("Deretan Hoaks Bupati Mundur", "Akun itu mengunggah video.", "factcheck"),
        ("Deretan Hoaks Bupati Mundur", PROSE, "news"),
        ("Cara Memperpanjang SIM", "Akun itu mengunggah video.", "news"),
    ],
)
def test_a_mixed_section_needs_another_sign(title: str, paragraph: str, expected: str) -> None:
    assert kind(title, paragraph, url=MIXED) == expected
