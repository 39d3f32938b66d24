import html
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urljoin

import pytest
from flask.testing import FlaskClient
from lxml.html import HtmlElement, document_fromstring

from corpus.article import Article
from corpus.characters import clean_characters
from webui.app import create_app
from webui.pages import EXAMPLES
from webui.settings import Settings


def page_of(client: FlaskClient, path: str, status: int = 200) -> HtmlElement:
    answer = client.get(path)
    assert answer.status_code == status
    assert answer.content_type == "text/html; charset=utf-8"
    return document_fromstring(answer.text)


def text_of(node: HtmlElement) -> str:
    return " ".join(node.text_content().split())


def texts(page: HtmlElement, path: str) -> list[str]:
    return [text_of(node) for node in page.xpath(path)]


def link(page: HtmlElement, words: str) -> str:
    """Return where the link with these words leads."""
    (found,) = {node.get("href") for node in page.xpath("//a") if text_of(node) == words}
    return str(found)


HITS = "//ol[@class='hits']/li//h2"
CHOICES = "//aside[@id='saring']//li/a"
LEFT_OUT = "//p[contains(@class, 'left-out')]"


def test_home_has_a_search_box_examples_and_what_the_index_holds(client: FlaskClient) -> None:
    page = page_of(client, "/")
    (form,) = page.xpath("//form[@role='search']")
    assert (form.get("action"), form.get("method")) == ("/search", "get")
    assert page.xpath("//label[@for='q']")
    assert texts(page, "//ul[@class='figures']/li") == ["17 berita", "20 kutipan", "4 media", "17 pembicara"]
    assert "Januari 2024 sampai Desember 2024" in text_of(page)
    assert link(page, "Ratna Wiranegara 3") == "/search?in=quotes&speaker=Ratna+Wiranegara"


@pytest.mark.parametrize(
    ("asked", "target"),
    [
        ("q=debat", "/search?q=debat"),
        ("q=", "/search?q="),
        ("q=a&source=b&source=c&page=x", "/search?q=a&source=b&source=c&page=x"),
        ("q=é%0d%0aX:1&x=%26", "/search?q=%C3%A9%0D%0AX%3A1&x=%26"),
    ],
)
def test_a_question_put_to_home_goes_to_the_results(client: FlaskClient, asked: str, target: str) -> None:
    answer = client.get(f"/?{asked}")
    assert (answer.status_code, answer.headers["Location"]) == (302, target)


@pytest.mark.parametrize("name", ["_external", "_scheme", "_anchor", "_method", "endpoint", "values"])
@pytest.mark.parametrize("value", ["1", "javascript", "//evil.example", "pages.home"])
def test_no_parameter_sends_a_reader_elsewhere(client: FlaskClient, name: str, value: str) -> None:
    answer = client.get("/", query_string={"q": "debat", name: value})
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/search?q=debat&")


@pytest.mark.parametrize(("query", "target"), [(query, target) for query, target, _ in EXAMPLES])
def test_every_example_is_a_link_that_the_engine_understands(
    client: FlaskClient, query: str, target: str
) -> None:
    address = link(page_of(client, "/"), query)
    found = page_of(client, address)
    assert found.get_element_by_id("q").get("value") == query
    assert (texts(found, "//nav[@class='tabs']/a[@aria-current]") == ["Kutipan"]) is (target == "quotes")


def test_results_show_each_hit_with_its_fields_and_marked_words(
    client: FlaskClient, logistics: Article
) -> None:
    page = page_of(client, "/search?q=politik+uang")
    assert texts(page, "//p[@class='total']")[0].startswith("1 berita")
    (hit,) = page.xpath("//article")
    assert text_of(hit.xpath(".//h2")[0]) == logistics.title
    assert link(hit, logistics.title or "") == f"/article/{logistics.id}"
    assert texts(hit, ".//p[@class='meta']/span") == ["17 November 2024", "kabararunika.example"]
    assert hit.xpath(".//time/@datetime") == ["2024-11-17"]
    assert set(texts(hit, ".//mark")) == {"Politik uang", "politik uang"}
    assert link(hit, "Damar Prasetyo") == "/search?speaker=Damar+Prasetyo"


def test_the_query_and_everything_chosen_stay_in_the_form(client: FlaskClient) -> None:
    page = page_of(
        client,
        "/search?q=arunika&in=quotes&source=kabararunika.example&speaker=Ratna+Wiranegara"
        "&date=2024-11&since=2024-01&until=2024-12&sort=newest&limit=5",
    )
    sent = [
        (node.get("name"), node.get("value")) for node in page.xpath("//form//input|//input[@form='cari']")
    ]
    assert sent == [
        ("q", "arunika"),
        ("in", "quotes"),
        ("source", "kabararunika.example"),
        ("speaker", "Ratna Wiranegara"),
        ("date", "2024-11"),
        ("sort", "newest"),
        ("limit", "5"),
        ("since", "2024-01"),
        ("until", "2024-12"),
    ]


def test_an_article_without_a_title_is_shown_by_its_first_words(
    client: FlaskClient, untitled: Article
) -> None:
    page = page_of(client, "/search?q=penghitungan")
    assert texts(page, HITS)[0].startswith("Suarapesisir - Warga menunggu")
    assert "tanpa tanggal" in texts(page, "//p[@class='meta']/span")
    story = page_of(client, f"/article/{untitled.id}")
    assert texts(story, "//h1")[0].startswith("Suarapesisir - Warga menunggu")
    assert texts(story, "//p[@class='tag']") == ["Cek fakta"]


@pytest.mark.parametrize("address", ["/search?q=penghitungan", "/search?q=sabar&in=quotes"])
def test_a_hit_of_a_fact_check_is_marked_in_words(client: FlaskClient, address: str) -> None:
    marks = texts(page_of(client, address), "//article[contains(@class, 'hit')]//span[@class='tag']")
    assert [" ".join(mark.split()) for mark in marks] == ["Jenis: Cek fakta"]


def test_a_reader_chooses_fact_checks_or_news(client: FlaskClient) -> None:
    page = page_of(client, "/search?since=&q=-xyzzy&source=Suarapesisir&source=kabararunika.example")
    kinds = "//section[@aria-labelledby='saring-kind']"
    assert texts(page, f"{kinds}//span[@class='choice-label']") == ["Berita", "Cek fakta"]
    (link,) = page.xpath(f"{kinds}//a[contains(., 'Cek fakta')]/@href")
    chosen = page_of(client, link)
    assert texts(chosen, HITS)[0].startswith("Suarapesisir - Warga menunggu")
    assert len(texts(chosen, HITS)) == 1
    assert "Cek fakta" in texts(chosen, "//a[@class='chip']")[-1]


def test_an_unknown_kind_is_told_in_indonesian(client: FlaskClient) -> None:
    answered = client.get("/search?q=a&kind=hoaks")
    assert answered.status_code == 400
    assert "‘kind’ harus salah satu dari news, factcheck" in answered.text


def test_a_facet_link_narrows_the_answer_and_keeps_the_query(client: FlaskClient) -> None:
    page = page_of(client, "/search?q=debat&sort=oldest")
    address = link(page, "kabararunika.example 7")
    narrowed = page_of(client, address)
    assert texts(narrowed, "//p[@class='total']")[0].startswith("7 berita")
    assert narrowed.get_element_by_id("q").get("value") == "debat"
    assert texts(narrowed, "//nav[@class='sorts']/a[@aria-current]") == ["Terlama"]
    assert link(narrowed, "Media: kabararunika.example × (hapus)") == "/search?q=debat&sort=oldest"
    assert link(narrowed, "kabararunika.example 7") == "/search?q=debat&sort=oldest"
    assert link(narrowed, "arunikapos.example 7").count("source=") == 2


def test_every_facet_count_is_the_total_behind_its_link(client: FlaskClient) -> None:
    page = page_of(client, "/search?q=arunika&speaker=Ratna+Wiranegara&speaker=Teuku+Rizal")
    links = [
        (text_of(node), node.get("href")) for node in page.xpath(CHOICES) if node.get("aria-current") is None
    ]
    sources = [(label, address) for label, address in links if address.count("speaker=") == 2]
    assert sources
    for label, address in sources:
        assert texts(page_of(client, address), "//p[@class='total']")[0].split()[0] == label.split()[-1]


def test_many_values_are_folded_away(client: FlaskClient) -> None:
    page = page_of(client, "/search?q=arunika")
    assert texts(page, "//aside//details/summary") == ["4 lainnya"]
    assert len(page.xpath("//section[@aria-labelledby='saring-speaker']//li")) == 16


def test_months_are_named_and_the_undated_have_their_own_value(client: FlaskClient) -> None:
    page = page_of(client, "/search?since=&source=Suarapesisir")
    assert texts(page, "//section[@aria-labelledby='saring-date']//li") == ["tanpa tanggal 1"]
    assert link(page, "tanpa tanggal 1") == "/search?source=Suarapesisir&date=undated"


def test_dates_are_counted_by_the_unit_chosen_and_a_choice_keeps_it(client: FlaskClient) -> None:
    page = page_of(client, "/search?q=debat&sort=newest")
    assert texts(page, "//nav[@class='units']/a") == ["Tahun", "Bulan", "Minggu", "Hari"]
    assert texts(page, "//nav[@class='units']/a[@aria-current]") == ["Bulan"]
    assert link(page, "Minggu") == "/search?q=debat&by=week&sort=newest#saring-date"
    weekly = page_of(client, "/search?q=debat&by=week&sort=newest")
    newest = next(iter(texts(weekly, "//section[@aria-labelledby='saring-date']//li/a")))
    assert newest == "Minggu 50, 9–15 Des 2024 1"
    chosen = page_of(client, link(weekly, newest))
    assert texts(chosen, "//nav[@class='units']/a[@aria-current]") == ["Minggu"]
    assert texts(chosen, "//p[@class='total']")[0].startswith("1 berita")


def test_a_date_chosen_in_another_unit_is_listed_and_can_be_dropped(client: FlaskClient) -> None:
    page = page_of(client, "/search?q=debat&date=2024")
    assert texts(page, "//section[@aria-labelledby='saring-date']//li")[:2] == ["2024 14", "Desember 2024 1"]
    assert link(page, "2024 14") == "/search?q=debat"
    assert link(page, "Tanggal: 2024 × (hapus)") == "/search?q=debat"


@pytest.mark.parametrize(
    ("question", "told", "shown", "total"),
    [
        (
            "q=warga&date=2024-11&page=1",
            "1 berita tanpa tanggal tidak ikut karena saringan tanggal. Sertakan juga",
            "/search?q=warga&date=2024-11&date=undated",
            "2 berita",
        ),
        (
            "q=sabar&in=quotes&since=2030&date=2024",
            "1 kutipan tanpa tanggal tidak ikut karena saringan tanggal. Lihat yang tanpa tanggal",
            "/search?q=sabar&in=quotes&date=undated",
            "1 kutipan",
        ),
    ],
)
def test_what_a_filter_of_dates_leaves_out_is_told_and_can_be_had(
    client: FlaskClient, question: str, told: str, shown: str, total: str
) -> None:
    page = page_of(client, f"/search?{question}")
    assert texts(page, LEFT_OUT) == [told]
    assert page.xpath(f"{LEFT_OUT}/a/@href") == [shown]
    found = page_of(client, shown)
    assert texts(found, "//p[@class='total']")[0].startswith(total)
    assert not texts(found, LEFT_OUT)


def test_chips_remove_one_filter_each_or_all(client: FlaskClient) -> None:
    page = page_of(client, "/search?q=debat&date=2024-05&since=2024&page=1")
    assert link(page, "Tanggal: Mei 2024 × (hapus)") == "/search?q=debat&since=2024"
    assert link(page, "Sejak: 2024 × (hapus)") == "/search?q=debat&date=2024-05"
    assert link(page, "Hapus semua saringan") == "/search?q=debat"


def test_pages_lead_through_all_hits_once(client: FlaskClient) -> None:
    address, seen = "/search?q=debat&limit=4", []
    for _ in range(4):
        page = page_of(client, address)
        seen += page.xpath(f"{HITS}/a/@href")
        address = next(iter(page.xpath("//a[@rel='next']/@href")), "")
    assert address == ""
    assert len(seen) == len(set(seen)) == 14
    assert page.xpath("//ol[@class='hits']/@start") == ["13"]


def test_sorting_keeps_the_question_and_orders_by_date(client: FlaskClient) -> None:
    page = page_of(client, "/search?q=debat&source=arunikapos.example&limit=50")
    newest = page_of(client, link(page, "Terbaru"))
    days = newest.xpath("//time/@datetime")
    assert days == sorted(days, reverse=True)
    assert len(days) == 7
    oldest = page_of(client, link(newest, "Terlama"))
    assert oldest.xpath("//time/@datetime") == sorted(days)


def test_quotes_are_shown_with_who_said_them(client: FlaskClient, logistics: Article) -> None:
    page = page_of(client, "/search?q=politik+uang&in=quotes")
    assert texts(page, "//p[@class='total']")[0].startswith("2 kutipan")
    said = {text_of(node): node for node in page.xpath("//article")}
    direct = next(node for text, node in said.items() if "merusak" in text)
    assert texts(direct, ".//blockquote") == ["“Politik uang merusak hak pilih warga,”"]
    assert texts(direct, ".//p[@class='voice']") == ["Ratna Wiranegara, Ketua KPU Arunika"]
    assert link(direct, "Ratna Wiranegara") == "/search?in=quotes&speaker=Ratna+Wiranegara"
    assert link(direct, logistics.title or "") == f"/article/{logistics.id}"
    assert texts(direct, ".//p[@class='meta']/span") == ["17 November 2024", "kabararunika.example"]
    indirect = next(node for text, node in said.items() if "14 laporan" in text)
    assert texts(indirect, ".//blockquote") == ["ada 14 laporan dugaan politik uang yang sedang diperiksa."]
    assert texts(indirect, ".//p[@class='voice']") == ["Damar Prasetyo, Anggota Bawaslu tidak langsung"]


def test_a_quote_without_a_name_is_shown_by_the_role(client: FlaskClient) -> None:
    page = page_of(client, "/search?q=sabar&in=quotes")
    assert texts(page, "//p[@class='voice']") == ["saksi"]


@pytest.mark.parametrize("path", ["/search", "/search?q=", "/search?q=+++", "/search?q=...", "/search?q=%00"])
def test_an_empty_question_is_asked_for_words(client: FlaskClient, path: str) -> None:
    page = page_of(client, path)
    assert texts(page, "//h2") == ["Ketik sesuatu untuk dicari"]
    assert not page.xpath("//ol[@class='hits']")


@pytest.mark.parametrize("filters", ["speaker=Teuku+Rizal", "since=2024-10&until=2024-10", "date=undated"])
def test_filters_alone_list_what_they_hold(client: FlaskClient, filters: str) -> None:
    page = page_of(client, f"/search?{filters}")
    assert page.xpath(HITS)


def test_nothing_found_says_what_could_be_done(client: FlaskClient) -> None:
    page = page_of(client, '/search?q="zebra+ungu"&in=quotes&speaker=Teuku+Rizal&since=2024')
    assert texts(page, "//div[@class='empty']/h2") == ['Tidak ada kutipan yang cocok dengan "zebra ungu"']
    assert link(page, "Cari tanpa saringan") == "/search?q=%22zebra+ungu%22&in=quotes"
    assert link(page, "Cari di seluruh isi berita").startswith("/search?q=%22zebra+ungu%22&speaker=")
    assert "Hapus tanda kutip" in text_of(page)


def test_a_misspelt_query_leads_to_what_was_meant_under_the_same_filters(client: FlaskClient) -> None:
    page = page_of(client, "/search?q=Ratna+Wiranegra&in=quotes&since=2024&page=1&sort=newest")
    assert texts(page, "//p[@class='suggestion']") == []
    page = page_of(client, "/search?q=speaker:Wiranegra+poltik&in=quotes&since=2024&sort=newest")
    assert texts(page, "//p[@class='suggestion']") == ["Maksud Anda: speaker:Wiranegara politik"]
    assert "Periksa ejaan" not in text_of(page)
    address = link(page, "speaker:Wiranegara politik")
    assert address == "/search?q=speaker%3AWiranegara+politik&in=quotes&since=2024&sort=newest"
    assert texts(page_of(client, address), "//p[@class='total']/strong") == ["1"]


def test_what_was_meant_stands_above_hits_for_some_of_the_words(client: FlaskClient) -> None:
    page = page_of(client, "/search?q=logistk+debat")
    assert page.xpath("//p[@class='suggestion']/following-sibling::div[@class='relaxed']")
    assert link(page, "logistik debat") == "/search?q=logistik+debat"
    assert not page_of(client, "/search?q=debat").xpath("//p[@class='suggestion']")
    assert "Periksa ejaan" in text_of(page_of(client, "/search?q=zebra"))


def test_a_name_that_is_no_field_is_told(client: FlaskClient) -> None:
    told = "//p[contains(@class, 'unknown-field')]"
    assert texts(page_of(client, "/search?q=debat+isi:politik"), told) == [
        "Tidak ada kolom isi:; dicari sebagai kata biasa."
    ]
    assert texts(page_of(client, "/search?q=debat+judul:politik"), told) == []


def test_nothing_found_names_what_made_it_so_with_a_way_on(client: FlaskClient) -> None:
    page = page_of(client, "/search?q=debat+yang+zebra&source=tiada.example")
    assert texts(page, "//ul[@class='reasons']/li")[:2] == [
        "Saringan media tiada.example tidak ada dalam berita mana pun.",
        "Kata zebra tidak ada dalam berita mana pun.",
    ]
    assert "Tidak ikut dicari, karena ada hampir di mana-mana: yang." in text_of(page)
    page = page_of(client, "/search?q=debat&source=tiada.example")
    (address,) = page.xpath("//ul[@class='reasons']//a/@href")
    assert address == "/search?q=debat"
    total = texts(page_of(client, address), "//p[@class='total']/strong")[0]
    assert texts(page, "//ul[@class='reasons']//a") == [f"tanpa itu {total} berita"]


def test_where_no_article_has_all_words_some_of_them_are_answered(client: FlaskClient) -> None:
    page = page_of(client, "/search?q=debat+zebra")
    assert texts(page, "//div[@class='relaxed']/p/strong") == [
        "Tidak ada berita yang memuat semua kata; berikut yang memuat sebagian."
    ]
    assert page.xpath(HITS)
    assert texts(page, "//ul[@class='reasons']/li")[0].startswith(
        "Kata zebra tidak ada dalam berita mana pun; tanpa"
    )
    assert link(page, texts(page, "//ul[@class='reasons']//a")[0]) == "/search?q=debat"
    assert "kutipan yang memuat semua kata" in text_of(page_of(client, "/search?q=sabar+zebra&in=quotes"))
    assert not page_of(client, "/search?q=debat").xpath("//div[@class='relaxed']")


def test_any_of_the_words_can_be_asked_for_and_taken_back(client: FlaskClient) -> None:
    page = page_of(client, "/search?q=debat+zebra&mode=any")
    assert page.xpath(HITS)
    assert not page.xpath("//div[@class='relaxed']")
    assert link(page, "Cari yang memuat semua kata") == "/search?q=debat+zebra"
    assert page.xpath("//form[@role='search']//input[@name='mode']/@value") == ["any"]
    assert all("mode=any" in address for address in page.xpath(f"{CHOICES}/@href"))


def test_of_a_long_query_that_finds_nothing_only_the_beginning_is_shown(client: FlaskClient) -> None:
    query = "z" * 300
    page = page_of(client, f"/search?q={query}")
    assert texts(page, "//div[@class='empty']/h2/em") == ["z" * 49 + "…"]
    assert page.xpath("//div[@class='empty']/h2/em/@title") == [query]
    assert not page_of(client, "/search?q=zebra").xpath("//em/@title")


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/search?q=a+(b", 400, "Tanda kurung ini tidak ditutup"),
        ("/search?q=*an", 400, "akhir kata"),
        ("/search?q=tanggal:2024-02-30", 400, "tidak ada dalam kalender"),
        ("/search?q=a&page=0", 400, "antara 1 dan 100"),
        ("/search?q=a&mode=some", 400, "salah satu dari all, any"),
        ("/search?q=a&page=-1", 400, "bilangan bulat"),
        ("/search?q=a&page=99999999999999999999", 400, "bilangan bulat"),
        ("/search?q=a&page=101", 400, "antara 1 dan 100"),
        ("/search?q=debat&page=9", 404, "hasilnya sampai halaman 2"),
        ("/search?q=a&limit=101", 400, "antara 1 dan 100"),
        ("/search?q=a&sort=best", 400, "salah satu dari relevance"),
        ("/search?q=a&in=books", 400, "salah satu dari articles"),
        ("/search?q=a&since=2024-13-45", 400, "‘2024-13-45’ tidak ada dalam kalender"),
        ("/search?q=a&until=kemarin", 400, "‘kemarin’ bukan tanggal"),
    ],
)
def test_what_can_be_mended_is_said_under_the_box(
    client: FlaskClient, path: str, status: int, words: str
) -> None:
    page = page_of(client, path, status)
    assert words in texts(page, "//div[@role='alert']")[0]
    box = page.get_element_by_id("q")
    assert box.get("aria-describedby") == "masalah"
    assert "Traceback" not in text_of(page)


def test_a_bad_query_is_kept_and_its_place_underlined(client: FlaskClient) -> None:
    page = page_of(client, "/search?q=politik+(uang+judul:debat&source=a.example&page=7", 400)
    assert page.get_element_by_id("q").get("value") == "politik (uang judul:debat"
    assert texts(page, "//code/mark") == ["(uang"]
    assert link(page, "Media: a.example × (hapus)")
    assert link(page, "halaman depan") == "/"


def test_the_span_stays_in_the_form_where_no_box_beside_the_results_holds_it(client: FlaskClient) -> None:
    page = page_of(client, "/search?q=(foo&since=2024-11&until=2024-12&page=3", 400)
    assert link(page, "Sejak: 2024-11 × (hapus)")
    sent = [(node.get("name"), node.get("value")) for node in page.xpath("//input")]
    assert sent == [("q", "(foo"), ("since", "2024-11"), ("until", "2024-12")]


def test_a_query_too_long_is_kept_too(client: FlaskClient) -> None:
    page = page_of(client, "/search?q=" + "a" * 1001, 400)
    assert page.get_element_by_id("q").get("value") == "a" * 1001


def test_past_the_last_page_a_link_leads_back(client: FlaskClient) -> None:
    page = page_of(client, "/search?q=debat&page=9", 404)
    assert link(page, "Ke halaman pertama") == "/search?q=debat"


@pytest.mark.parametrize(
    "query",
    [
        "<script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "{{7*7}}",
        "{% raw %}",
        "${jndi:ldap://x}",
        "</title><script>",
        "' onfocus='alert(1)",
        "😀😀 PEMILU‼️",
        "e" + "\u0301" * 500,
        "%s%n%x",
    ],
)
def test_a_query_is_echoed_as_text(client: FlaskClient, query: str) -> None:
    answer = client.get("/search", query_string={"q": query})
    page = document_fromstring(answer.text)
    assert answer.status_code in {200, 400}
    assert page.get_element_by_id("q").get("value") == clean_characters(query)
    assert "49" not in page.get_element_by_id("q").get("value")
    assert not page.xpath("//script|//img|//*[@onerror]|//*[@onfocus]")


@pytest.mark.parametrize("name", ["source", "speaker", "date"])
def test_a_filter_is_echoed_as_text(client: FlaskClient, name: str) -> None:
    answer = client.get("/search", query_string={name: "<script>{{7*7}}</script>"})
    page = document_fromstring(answer.text)
    assert "<script>{{7*7}}</script>" in texts(page, "//a[@class='chip']")[0]
    assert not page.xpath("//script")


def test_a_hostile_article_stays_text_everywhere(client: FlaskClient, hostile: Article) -> None:
    for path in ("/", "/search?q=baliho", "/search?q=janji&in=quotes", f"/article/{hostile.id}"):
        page = page_of(client, path)
        assert not page.xpath("//script|//b|//i")
        assert not page.xpath("//a[starts-with(@href, 'javascript')]")
    assert texts(page, "//h1") == [hostile.title]
    assert "</mark><script>" in texts(page, "//dd")
    assert html.escape("{{7*7}}") in client.get(path).text


def test_an_article_shows_its_fields_body_and_original(client: FlaskClient, logistics: Article) -> None:
    page = page_of(client, f"/article/{logistics.id}")
    assert texts(page, "//h1") == [logistics.title]
    assert texts(page, "//dl/div") == [
        "Tanggal17 November 2024 (dari isi berita)",
        "Mediakabararunika.example",
        "TempatKota Sagara",
        "PenulisSri Handini",
    ]
    paragraphs = [node.text_content() for node in page.xpath("//div[@class='body']/p")]
    assert paragraphs == [line for line in logistics.body.split("\n") if line]
    (original,) = page.xpath("//a[@class='original']")
    assert original.get("href") == logistics.url
    assert original.get("rel") == "noopener noreferrer nofollow"


def test_an_article_marks_its_quotes_and_lists_them_by_speaker(
    client: FlaskClient, logistics: Article
) -> None:
    page = page_of(client, f"/article/{logistics.id}")
    assert [node.text_content() for node in page.xpath("//div[@class='body']//mark")] == [
        quote.text for quote in logistics.quotes
    ]
    assert texts(page, "//aside//h3") == ["Ratna Wiranegara", "Damar Prasetyo"]
    assert texts(page, "//aside//li") == [
        f"“{quote.text}”" if quote.kind == "direct" else quote.text for quote in logistics.quotes
    ]
    targets = page.xpath("//aside//li/a/@href")
    assert targets == ["#kutipan-1", "#kutipan-2", "#kutipan-3", "#kutipan-4"]
    assert [page.get_element_by_id(target[1:]).getnext().text_content() for target in targets] == [
        quote.text for quote in logistics.quotes
    ]


@pytest.mark.parametrize("path", ["/", "/search", "/search?q=arunika", "/search?q=janji&in=quotes", "/nope"])
def test_every_page_can_be_walked_without_a_mouse(client: FlaskClient, path: str) -> None:
    page = document_fromstring(client.get(path).text)
    assert page.get("lang") == "id"
    assert page.xpath("//a[@class='skip']/@href") == ["#isi"]
    assert len(page.xpath("//main[@id='isi']")) == len(page.xpath("//h1")) == 1
    named = {node.get("id") for node in page.xpath("//*[@id]")}
    assert len(named) == len(page.xpath("//*[@id]"))
    for box in page.xpath("//input[not(@type='hidden')]"):
        assert box.xpath("ancestor::label") or page.xpath(f"//label[@for='{box.get('id')}']")
    for pointer in page.xpath("//@aria-labelledby|//@aria-describedby"):
        assert pointer in named


def test_every_link_of_the_results_is_answered(client: FlaskClient) -> None:
    page = page_of(client, "/search?q=arunika&limit=3")
    for address in {urljoin("/search", each) for each in page.xpath("//@href") if not each.startswith("#")}:
        assert client.get(address, buffered=True).status_code == 200, address


def test_a_person_of_another_name_is_shown_and_linked_under_one(
    article: Callable[..., Article], build_index: Callable[..., Path]
) -> None:
    told = article(body="“Aman,” kata Jokowi.", quotes=[("Jokowi", "Aman,")], speakers=("Jokowi", "Cak Imin"))
    client = create_app(Settings(build_index([told]))).test_client()
    page = page_of(client, "/search?q=aman&in=quotes")
    assert page.xpath("//p[@class='voice']//a/@href") == ["/search?in=quotes&speaker=Joko+Widodo"]
    assert "Joko Widodo (disebut Jokowi)" in " ".join(page.xpath("string(//p[@class='voice'])").split())
    shown = page_of(client, f"/article/{told.id}")
    assert texts(shown, "//aside//h3/a") == ["Jokowi"]
    assert shown.xpath("//aside//a[contains(@href, 'speaker')]/@href") == [
        "/search?speaker=Joko+Widodo",
        "/search?speaker=Muhaimin+Iskandar",
    ]
    chosen = page_of(client, "/search?speaker=jokowi&speaker=Joko+Widodo")
    dropped = chosen.xpath("//a[contains(@class, 'chosen')]/@href")
    assert dropped == ["/search"]
