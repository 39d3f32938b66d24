from datetime import date
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.errors import CorpusError
from corpus.extraction import extract
from corpus.identity import article_id
from corpus.page import Extraction, GivenFields, RawPage

LEAD = "Ketua KPU Arunika Rahmat Wiradikarta membuka pendaftaran calon gubernur di aula, Minggu (17/11/2024)."
CLOSING = "Pendaftaran ditutup tiga hari kemudian dan diikuti penelitian berkas di kantor KPU."
QUOTE = "“Kami siap melayani semua calon,” kata Rahmat."
OTHERS = "Berita Terkait\nRute Bus Trans Lembayung Diperpanjang\nSenin, 9 Februari 2026 - 15:33 WIB"
TITLE = "KPU Arunika Buka Pendaftaran Calon Gubernur"
NOTHING = GivenFields()
URL = "https://www.kabararunika.id/politik/a"


def extraction_of(
    content: str, given_fields: GivenFields = NOTHING, form: Literal["saved", "html", "plain"] = "saved"
) -> Extraction:
    return extract(RawPage(Path("a.txt"), 3, form, content, given_fields))


def test_a_saved_page_becomes_an_article() -> None:
    above = f"{TITLE}\nSenin, 18 November 2024\nfacebook twitter"
    page = f"{above}\nKABARARUNIKA.ID, Lembayung- {LEAD}\n{QUOTE}(rin)\n{OTHERS}"
    extraction = extraction_of(page)
    article = extraction.article
    assert (extraction.path, extraction.line) == (Path("a.txt"), 3)
    assert (article.title, article.source, article.place) == (TITLE, "kabararunika.id", "Lembayung")
    assert (article.date, article.date_origin) == (date(2024, 11, 18), "page")
    assert article.body == f"{LEAD}\n{QUOTE}"
    assert article.kind == "news"
    assert [line.reason for line in extraction.dropped] == [
        "the title",
        "date line",
        "share bar",
        "dateline",
        "reporter's signature",
        "related headlines",
        "below “Berita Terkait”",
        "date line",
    ]


def test_every_quote_stands_in_the_body_where_it_says() -> None:
    article = extraction_of(f"KABARARUNIKA.ID, Lembayung- {LEAD}\n{QUOTE}").article
    assert article.quotes
    assert article.speakers == ("Rahmat Wiradikarta",)
    assert all(article.body[quote.start : quote.end] == quote.text for quote in article.quotes)


def test_given_fields_stand_before_those_of_the_page() -> None:
    given_fields = GivenFields(
        URL, "Judul Lain", date(2024, 1, 2), "Sumber Lain", "Sekar", ("Budi’s", "Ani", "Ani")
    )
    article = extraction_of(f"{TITLE}\n18 November 2024\n{LEAD}\n{QUOTE}", given_fields).article
    assert (article.title, article.date, article.date_origin) == ("Judul Lain", date(2024, 1, 2), "given")
    assert (article.url, article.source, article.author) == (URL, "kabararunika.id", "Sekar")
    assert (article.speakers, article.quotes) == (("Budi's", "Ani"), ())


def test_the_date_beside_related_headlines_is_not_the_articles() -> None:
    article = extraction_of(f"{LEAD}\n{QUOTE}\n{OTHERS}").article
    assert (article.date, article.date_origin) == (date(2024, 11, 17), "body")


def test_a_page_without_any_date_has_none() -> None:
    article = extraction_of(f"{QUOTE}\n{QUOTE}\n{OTHERS}").article
    assert (article.date, article.date_origin) == (None, None)


@pytest.mark.parametrize(
    ("text", "given_fields", "source"),
    [
        (f"TEMPO.CO, Jakarta - {LEAD}", GivenFields(url=URL, source="lain.id"), "kabararunika.id"),
        (f"TEMPO.CO, Jakarta - {LEAD}", GivenFields(source="www.Lain.id"), "lain.id"),
        (f"TEMPO.CO, Jakarta - {LEAD}", GivenFields(url="https://bit.ly/a", source="lain.id"), "lain.id"),
        (f"TEMPO.CO, Jakarta - {LEAD}", GivenFields(), "tempo.co"),
        (f"KABARARUNIKA.ID, Lembayung\n{LEAD}", GivenFields(), "kabararunika.id"),
        (f"Jakarta (ANTARA) - {LEAD}\nCopyright © 2024 lain.id", GivenFields(), "lain.id"),
        (f"Jakarta (ANTARA) - {LEAD}\nSumber : Adpim", GivenFields(), "antaranews.com"),
        (f"Kabarteluk-{LEAD}", GivenFields(), "Kabarteluk"),
        (f"{LEAD}\nSumber : Adpim", GivenFields(), None),
    ],
)
def test_the_outlet_is_the_surest_one_named(text: str, given_fields: GivenFields, source: str | None) -> None:
    assert extraction_of(text, given_fields).article.source == source
    assert extraction_of(text, given_fields).article.body.startswith(LEAD)


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "/a/b", "https://"])
def test_an_address_that_is_no_web_page_is_dropped(url: str) -> None:
    assert extraction_of(LEAD, GivenFields(url=url)).article.url is None


@pytest.mark.parametrize(
    ("given_fields", "kind"),
    [
        (GivenFields(source="turnbackhoax.id"), "factcheck"),
        (GivenFields(url="https://turnbackhoax.id/2024/a"), "factcheck"),
        (GivenFields(url="https://cekfakta.kabararunika.id/a"), "factcheck"),
        (GivenFields(url="https://kabararunika.id/cekfakta"), "news"),
    ],
)
def test_fact_checks_are_told_by_their_host(given_fields: GivenFields, kind: str) -> None:
    assert extraction_of(LEAD, given_fields).article.kind == kind


def test_an_html_page_gives_its_canonical_address_but_not_that_of_a_front_page() -> None:
    page = f"<link rel=canonical href='%s'><p>{LEAD}</p><p>{QUOTE}</p>"
    assert extraction_of(page % URL, form="html").article.url == URL
    front = extraction_of(page % "https://www.kabararunika.id/", form="html").article
    assert (front.url, front.source) == (None, "kabararunika.id")


def test_the_title_that_a_text_repeats_at_its_beginning_goes() -> None:
    extraction = extraction_of(f"{TITLE}\n{LEAD}", GivenFields(title=TITLE), "plain")
    assert extraction.article.body == LEAD
    assert [line.reason for line in extraction.dropped] == ["the title again"]


def test_a_dateline_on_a_line_of_its_own_names_outlet_and_place() -> None:
    article = extraction_of(f"{TITLE}\nKABARARUNIKA.ID, Lembayung\n{LEAD}\n{QUOTE}").article
    assert (article.source, article.place) == ("kabararunika.id", "Lembayung")


def test_a_press_release_is_dated_by_its_dateline_and_not_by_its_number() -> None:
    release = f"{TITLE}\nNomor: 112/HM.02/K1/11/2024\nNusa Laut, 7 November 2024. {LEAD}\n{QUOTE}"
    article = extraction_of(release).article
    assert (article.date, article.date_origin, article.place) == (date(2024, 11, 7), "body", "Nusa Laut")
    assert article.body == f"{LEAD}\n{QUOTE}"
    assert (
        extraction_of(release, form="plain").article.body
        == f"{TITLE}\nNusa Laut, 7 November 2024. {LEAD}\n{QUOTE}"
    )


def test_a_signature_below_the_headline_gives_author_and_outlet() -> None:
    article = extraction_of(
        f"{TITLE}\nAndi Saputra Rohman - detakNews\n18 November 2024\n{LEAD}\n{QUOTE}"
    ).article
    assert (article.author, article.source) == ("Andi Saputra Rohman", "detakNews")
    above = extraction_of(f"Lomba Baca - detakNews\n{TITLE}\n18 November 2024\n{LEAD}\n{QUOTE}").article
    assert (above.author, above.source) == (None, None)


def test_the_line_on_the_first_print_gives_source_and_address() -> None:
    credit = f"Artikel ini telah tayang di KabarArunika.id dengan judul {TITLE}, {URL}"
    article = extraction_of(f"{LEAD}\n{QUOTE}\n{credit}", form="plain").article
    assert (article.source, article.url, article.body) == ("kabararunika.id", URL, f"{LEAD}\n{QUOTE}")
    given_fields = GivenFields(url="https://lain.id/b")
    assert extraction_of(f"{LEAD}\n{credit}", given_fields, "plain").article.url == "https://lain.id/b"
    copied = extraction_of(f"LEMBAYUNG, LAIN.ID - {LEAD}\n{credit}", form="plain").article
    assert (copied.source, copied.url) == ("lain.id", None)


def test_given_speakers_lose_their_roles() -> None:
    given_fields = GivenFields(speakers=("Gubernur Elias Rumahorbo", "Elias Rumahorbo"))
    assert extraction_of(LEAD, given_fields).article.speakers == ("Elias Rumahorbo",)


def test_a_body_over_the_limit_is_cut_and_says_so() -> None:
    extraction = extraction_of("\n".join([LEAD, CLOSING] * 6_000), GivenFields(speakers=("Budi",)), "plain")
    assert len(extraction.article.body) <= 1_000_000
    assert extraction.dropped[-1].reason == "the body is cut after 1,000,000 characters"


@pytest.mark.parametrize("form", ["saved", "plain", "html"])
def test_a_page_without_text_is_an_error(form: Literal["saved", "html", "plain"]) -> None:
    with pytest.raises(CorpusError, match="no article text"):
        extraction_of("<p>Berita Terkait" if form == "html" else "Berita Terkait\nBeranda", form=form)


def test_lone_surrogates_and_controls_never_reach_an_article() -> None:
    given_fields = GivenFields(
        title="Ju\ud800dul\0", source="Ka\ud800bar", author="A\0ni", speakers=("Bu\ud800di",)
    )
    article = extraction_of(f"{LEAD}\ud800\0", given_fields, "plain").article
    article.to_json().encode("utf-8")
    assert article.title == "Ju\ufffddul"


@settings(max_examples=200, deadline=None)
@given(
    st.text(st.one_of(st.characters(), st.sampled_from('\n. “”"(),-KPU')), max_size=400),
    st.sampled_from(["saved", "plain"]),
)
def test_any_text_is_an_article_or_an_error(text: str, form: Literal["saved", "plain"]) -> None:
    try:
        article = extraction_of(text, form=form).article
    except CorpusError:
        return
    assert article.body
    article.to_json().encode("utf-8")


def test_the_day_in_the_address_is_as_sure_as_one_on_the_page() -> None:
    given_fields = GivenFields(url="https://kabararunika.id/2024/09/17/siap")
    article = extraction_of(f"{TITLE}\n{LEAD}", given_fields, "plain").article
    assert (article.date, article.date_origin) == (date(2024, 9, 17), "page")
    credit = "Artikel ini telah tayang di KabarArunika.id, https://kabararunika.id/2024/09/18/siap"
    article = extraction_of(f"{LEAD}\n{QUOTE}\n{credit}", form="plain").article
    assert (article.date, article.date_origin) == (date(2024, 9, 18), "page")


def test_the_month_in_the_address_bounds_the_day_in_the_text() -> None:
    text = f"{LEAD}\n{QUOTE}\nKata Rahmat, Sabtu (21/9)."
    given_fields = GivenFields(url="https://kabararunika.id/2024/10/siap")
    article = extraction_of(text, given_fields, "plain").article
    assert (article.date, article.date_origin) == (date(2024, 9, 21), "body")


def test_a_fact_check_is_not_dated_by_the_days_it_tells_of() -> None:
    article = extraction_of(LEAD, GivenFields(source="turnbackhoax.id"), "plain").article
    assert (article.date, article.date_origin) == (None, None)


def test_caption_and_credit_above_the_dateline_go() -> None:
    text = f"Suasana pendaftaran calon di Lembayung.\nLaporan Sekar Arum\nLEMBAYUNG, KABARARUNIKA.ID - {LEAD}"
    extraction = extraction_of(f"{text}\n{QUOTE}", form="plain")
    assert extraction.article.body == f"{LEAD}\n{QUOTE}"
    assert (extraction.article.source, extraction.article.place) == ("kabararunika.id", "Lembayung")
    assert [line.reason for line in extraction.dropped] == [
        "above the dateline",
        "above the dateline",
        "dateline",
    ]


def test_a_caption_above_a_dateline_without_a_host_goes() -> None:
    page = (
        "RADAR ALAS\nEdisi Selasa\n{title}\nOleh Sekar Arum\n26 November 2024 pukul 04.55\nRADAR ALAS/SEKAR\n"
        "Para porter melintasi jembatan, Senin (25/11). “Awas licin,” teriak mereka.\n"
        "RANDU ALAS, RADAR ALAS — {lead}\n{quote}"
    )
    article = extraction_of(page.format(title=TITLE, lead=LEAD, quote=QUOTE)).article
    assert (article.title, article.source, article.place) == (TITLE, "Radar Alas", "Randu Alas")
    assert (article.author, article.date) == ("Sekar Arum", date(2024, 11, 26))
    assert article.body == f"{LEAD}\n{QUOTE}"


def test_the_top_of_a_page_and_its_copyright_name_the_outlet_that_its_headline_repeats() -> None:
    page = f"Lentik Arunika\n{TITLE} - Lentik Arunika\nTeks oleh Sekar Arum · 15 Mei 2024\n{LEAD}\n{QUOTE}"
    article = extraction_of(f"{page}\n© Lentik Arunika 2024").article
    assert (article.title, article.source, article.author) == (TITLE, "Lentik Arunika", "Sekar Arum")


def test_an_address_and_a_name_of_one_outlet_give_one_source_and_ids_stay() -> None:
    first = extraction_of(LEAD, GivenFields(url="https://nasional.kompas.com/read/a")).article
    second = extraction_of(f"KOMPAS.com - {LEAD}", GivenFields(source="Kompas")).article
    assert (first.source, second.source) == ("kompas.com", "kompas.com")
    assert first.id == article_id("https://nasional.kompas.com/read/a", None, None, None, "")


CHECKED = (
    "Beredar video gubernur.\nNARASI\n“Suara sudah dihitung,” kata Rahmat Wiradikarta.\nPENJELASAN\n"
    f"{LEAD}\n“Hitungan belum mulai,” kata Rahmat Wiradikarta.\nREFERENSI\nKPU: Hitungan Belum Mulai"
)


def test_a_fact_check_is_told_by_its_headline_and_keeps_its_claim_to_itself() -> None:
    given_fields = GivenFields(title="[HOAKS] KPU Arunika Selesai Menghitung", source="Kabar Arunika")
    extraction = extraction_of(CHECKED, given_fields, "plain")
    assert extraction.article.kind == "factcheck"
    assert [quote.text for quote in extraction.article.quotes] == ["Hitungan belum mulai"]
    assert [line.text for line in extraction.dropped] == ["REFERENSI", "KPU: Hitungan Belum Mulai"]
    assert {line.reason for line in extraction.dropped} == {"reference list"}
    assert "Suara sudah dihitung" in extraction.article.body


def test_news_keeps_what_looks_like_a_claim() -> None:
    body = "Beredar video Rahmat.\n“Suara sudah dihitung,” kata Rahmat Wiradikarta.\nReferensi\nKPU Arunika"
    article = extraction_of(body, GivenFields(title="Video Ketua KPU Arunika Beredar"), "plain").article
    assert (article.kind, [quote.text for quote in article.quotes]) == ("news", ["Suara sudah dihitung"])
    assert article.body == body


@pytest.mark.parametrize(
    ("above", "dateline", "below", "source"),
    [
        ("KABAR ARUNIKA\nkabararunika.id", "LEMBAYUNG, KABAR ARUNIKA –", "", "kabararunika.id"),
        ("Kabar Arunika", "KABARARUNIKA, BUKIT PERAK -", "\n© Kabar Arunika 2024", "Kabar Arunika"),
        ("kabar arunika", "KABARARUNIKA, BUKIT PERAK -", "\n© kabar arunika 2024", "Kabararunika"),
    ],
)
def test_the_top_of_a_page_tells_how_its_outlet_is_written(
    above: str, dateline: str, below: str, source: str
) -> None:
    page = f"{above}\n{TITLE}\nSenin, 18 November 2024\n{dateline} {LEAD}\n{QUOTE}\n{CLOSING}{below}"
    assert extraction_of(page).article.source == source


def test_the_way_to_a_page_tells_a_fact_check() -> None:
    page = f"Kabar Arunika\nHome » Cek Fakta\n{TITLE}\n{LEAD}\n{QUOTE}\n{CLOSING}"
    assert extraction_of(page).article.kind == "factcheck"


def test_a_name_between_headline_and_date_is_the_author() -> None:
    page = f"Lentera Alas\n{TITLE}\nSekar Arum\nSenin, 18 November 2024\n{LEAD}\n{QUOTE}\n{CLOSING}"
    assert extraction_of(page).article.author == "Sekar Arum"
