from pathlib import Path

from corpus.forms import read_form
from corpus.page import GivenFields, RawPage

LEAD = "Ketua KPU Arunika Rahmat Wiradikarta membuka pendaftaran calon gubernur di Lembayung, Senin pagi."
CLOSING = "Pendaftaran ditutup tiga hari kemudian dan diikuti penelitian berkas di kantor KPU."
TITLE = "KPU Arunika Buka Pendaftaran Calon Gubernur"


def html_page(body: str, head: str = "") -> RawPage:
    return RawPage(Path("a.html"), None, "html", f"<html><head>{head}</head><body>{body}</body></html>")


def test_a_saved_page_names_its_title_among_the_dropped_lines() -> None:
    reading = read_form(
        RawPage(Path("a.txt"), None, "saved", f"{TITLE}\n17 November 2024\n{LEAD}\n{CLOSING}")
    )
    assert reading.title == TITLE
    assert [line.reason for line in reading.dropped] == ["the title", "date line"]


def test_plain_text_has_no_title_of_its_own() -> None:
    reading = read_form(RawPage(Path("a.jsonl"), 1, "plain", f"{TITLE}\n{LEAD}\nPenulis: Sekar Arum"))
    assert reading.title is None
    assert reading.author == "Sekar Arum"
    assert [line.text for line in reading.paragraphs] == [TITLE, LEAD]


def test_where_the_markup_gives_little_the_lines_of_the_page_stand_in() -> None:
    spread = "".join(f"<p>{LEAD} Bagian {number}.</p>" for number in range(8))
    reading = read_form(html_page(f"<footer>{spread}</footer>"))
    assert sum(LEAD in line.text for line in reading.paragraphs) == 8


def test_a_page_without_metadata_takes_title_and_date_from_its_lines() -> None:
    lines = f"<div>{TITLE}</div><div>Minggu, 17 November 2024</div><p>{LEAD}</p><p>{CLOSING}</p>"
    reading = read_form(html_page(lines))
    assert reading.title == TITLE
    assert str(reading.published) == "2024-11-17"


def test_every_line_a_reader_sees_is_kept_or_listed() -> None:
    menu = "<ul><li>Beranda</li><li>Politik</li></ul>"
    reading = read_form(
        html_page(f"{menu}<article><p>{LEAD}</p><p>{CLOSING}</p></article><p>© 2024 Kabar</p>")
    )
    assert [line.text for line in reading.paragraphs] == [LEAD, CLOSING]
    assert [(line.text, line.reason) for line in reading.dropped] == [
        ("Beranda", "page furniture"),
        ("Politik", "outside the article"),
        ("© 2024 Kabar", "copyright"),
    ]


def paragraphs_of(body: str) -> list[str]:
    return [line.text for line in read_form(html_page(body)).paragraphs]


def test_a_lead_in_a_block_of_its_own_is_part_of_the_text() -> None:
    text = "".join(f"<p>{CLOSING} Bagian {number}.</p>" for number in range(6))
    lead = f"KABARTELUK.ID - {LEAD}"
    page = f"<div><span>{lead}</span></div><div class=teaser>Iklan</div><article>{text}</article>"
    found = paragraphs_of(f"<div class=teaser><b>{lead}</b></div><article>{text}</article>")
    assert found[0] == lead
    assert len(found) == 7
    assert paragraphs_of(page)[-1] == f"{CLOSING} Bagian 5."


def test_the_day_in_the_address_dates_a_page_of_any_form() -> None:
    given = GivenFields(url="https://kabarteluk.id/2024/09/17/siap")
    for form in ("saved", "plain", "html"):
        page = RawPage(Path("a"), None, form, f"<p>{LEAD}</p><p>{CLOSING}</p>", given)
        assert str(read_form(page).published) == "2024-09-17"
