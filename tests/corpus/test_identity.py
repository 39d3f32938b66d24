from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.identity import article_id, canonical_url, web_url

URL = "https://kabararunika.id/politik/2024/11/17/debat"


@pytest.mark.parametrize(
    "variant",
    [
        URL,
        URL + "/",
        URL + "#komentar",
        URL + "?utm_source=wa&utm_medium=sosial",
        URL + "?fbclid=abc",
        URL.replace("https", "http"),
        URL.replace("kabararunika", "www.kabararunika"),
        URL.replace("kabararunika", "KabarArunika"),
    ],
)
def test_one_page_has_one_id_under_all_its_addresses(variant: str) -> None:
    assert article_id(variant, None, None, None, "a") == article_id(URL, "b", "c", None, "d")


def test_parameters_that_name_the_page_stay() -> None:
    assert canonical_url("https://kabararunika.id/baca?id=3") == "https://kabararunika.id/baca?id=3"


def test_without_an_address_the_article_itself_makes_the_id() -> None:
    day = date(2024, 11, 17)
    first = article_id(None, "kabar.id", "Judul", day, "Isi berita. " * 100)
    assert len(first) == 20
    assert int(first, 16) >= 0
    assert first == article_id(None, "kabar.id", " JUDUL ", day, "Isi  berita! " * 100)
    assert first != article_id(None, "kabar.id", "Judul", day, "Isi berita. " * 99)
    assert first != article_id(None, "kabar.id", "Judul", None, "Isi berita. " * 100)
    assert first != article_id(None, "lain.id", "Judul", day, "Isi berita. " * 100)


@pytest.mark.parametrize(
    "text",
    [
        "javascript:alert(1)",
        "data:text/html,<b>",
        "//jahat.example/",
        "/politik/a",
        "https://",
        "https://[::1",
        "https://a.id/<script>",
        "https://a.id/a b",
        "https://a.id/" + "x" * 2000,
        "",
        None,
    ],
)
def test_only_addresses_of_web_pages_are_kept(text: str | None) -> None:
    assert web_url(text) is None


def test_a_web_address_is_kept_as_it_is() -> None:
    assert web_url(f" {URL}#a ") == f"{URL}#a"


@given(st.text(max_size=100), st.text(max_size=50))
def test_any_text_has_an_id(text: str, body: str) -> None:
    url = web_url(f"https://a.id/{text}")
    assert len(article_id(url, text, text, None, body)) == 20


@pytest.mark.parametrize("sign", ["\ud800", "\x9b31m", "\u202e", "\u200b"])
def test_an_address_with_what_nobody_sees_is_none(sign: str) -> None:
    assert web_url(f"https://lenteraarunika.com/a{sign}") is None
