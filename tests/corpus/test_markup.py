from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.errors import CorpusError
from corpus.markup import read_markup

PARAGRAPHS = "".join(
    f"<p>Ketua KPU Arunika mengatakan pemungutan suara ke-{number} aman di semua TPS Kota {number}.</p>"
    for number in range(6)
)
PAGE = f"""<html><head><title>Pemungutan Suara Aman | Kabar Arunika</title>
<link rel="canonical" href="https://kabararunika.id/aman">
<meta property="article:published_time" content="2024-11-27T08:00:00+07:00">
<meta property="og:site_name" content="Kabar Arunika"><style>p {{ color: red }}</style></head>
<body><nav><a href="/">Beranda</a><a href="/p">Politik</a></nav><h1>Pemungutan Suara Aman</h1>
<article>{PARAGRAPHS}</article><script>lacak()</script><!-- iklan -->
<aside><h3>Berita Terkait</h3><ul><li>Rute Bus <b>Diperpanjang</b> Senin, 30 Maret 2026</li></ul></aside>
</body></html>"""


def test_a_page_gives_its_metadata_and_its_article() -> None:
    page = read_markup(PAGE)
    assert (page.published, page.url, page.outlet) == (
        date(2024, 11, 27),
        "https://kabararunika.id/aman",
        "Kabar Arunika",
    )
    assert page.title
    assert page.text.count("Ketua KPU Arunika") == 6


def test_a_stamp_in_utc_is_a_day_in_western_indonesia() -> None:
    late = PAGE.replace("2024-11-27T08:00:00+07:00", "2024-11-27T23:30:00Z")
    assert read_markup(late).published == date(2024, 11, 28)


def test_the_outlet_may_stand_in_the_title_alone() -> None:
    page = "<title>Pemungutan Suara Aman - Mawarpos</title><h1>Pemungutan <b>Suara</b> Aman</h1>" + PARAGRAPHS
    assert read_markup(page).outlet == "Mawarpos"
    assert read_markup(page.replace("h1", "h5")).outlet is None


def test_the_visible_lines_are_those_a_reader_sees() -> None:
    lines = read_markup(PAGE).visible.split("\n")
    assert "Pemungutan Suara Aman" in lines
    assert "Rute Bus Diperpanjang Senin, 30 Maret 2026" in lines
    assert not any("lacak" in line or "iklan" in line or "color" in line for line in lines)


def test_a_date_in_the_text_of_the_page_is_not_taken_for_its_own() -> None:
    lines = PAGE.splitlines()
    assert read_markup("\n".join(line for line in lines if "published_time" not in line)).published is None


@pytest.mark.parametrize("markup", ["", "<!-- tidak selesai", "   "])
def test_what_holds_no_markup_is_an_error(markup: str) -> None:
    with pytest.raises(CorpusError, match="no HTML"):
        read_markup(markup)


def test_a_page_over_two_megabytes_is_refused() -> None:
    with pytest.raises(CorpusError, match="larger than 2 MB"):
        read_markup("<p>" + "x" * 2_000_000)


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * 20_000 + "isi",
        "<html></html>",
        "<script>x</script>",
        "<frameset><frame src=a></frameset>",
        "<div " + " ".join(f'a{number}="1"' for number in range(100_000)) + ">isi</div>",
        "<a " + "x" * 500_000,
        "<table><tr><td>" * 5_000 + "isi",
        "<" * 100_000,
        "&amp;" * 100_000,
        "<?xml version='1.0' encoding='utf-16'?><p>isi</p>",
    ],
)
def test_hostile_markup_is_read_in_a_moment(markup: str) -> None:
    assert isinstance(read_markup(markup).text, str)


def test_a_long_tag_with_few_attributes_keeps_them() -> None:
    picture = f'<img src="data:image/png;base64,{"A" * 9000}" alt="foto">'
    assert "Ketua KPU" in read_markup(PAGE.replace("<article>", f"<article>{picture}")).text


@settings(max_examples=30, deadline=None)
@given(st.text(st.sampled_from("<>/pdivabulir&;! \"'=x"), max_size=200))
def test_any_markup_is_read_or_refused(markup: str) -> None:
    try:
        page = read_markup(markup)
    except CorpusError:
        return
    assert isinstance(page.text, str)


@pytest.mark.parametrize("value", ["x", "<", ">", "' '"])
def test_a_tag_with_thousands_of_attributes_is_read_without_them(value: str) -> None:
    attributes = " ".join(f'a{number}="{value}"' for number in range(60_000))
    page = read_markup(
        f"<html><body><p {attributes}>Ketua KPU Arunika membuka rapat pleno hari ini.</p></body></html>"
    )
    assert "Ketua KPU Arunika membuka rapat pleno hari ini." in page.visible


def test_the_headline_a_reader_sees_stands_before_the_title_it_is_part_of() -> None:
    page = PAGE.replace(
        "<title>", '<meta property="og:title" content="Politik - Pemungutan Suara Aman"><title>'
    )
    assert read_markup(page).title == "Pemungutan Suara Aman"
    assert read_markup(page.replace("h1", "h5")).title != "Pemungutan Suara Aman"
