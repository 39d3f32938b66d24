"""Whom else a chosen speaker's name may mean, as links."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask
from lxml.html import HtmlElement, document_fromstring

from corpus.article import Article
from search.request import SearchRequest
from search.results import Facets, FacetValue, Namesakes, SearchPage
from webui.app import create_app
from webui.namesakes import NamesakeLinks, Other, namesake_links
from webui.settings import Settings

PJ = "Pj Gubernur Arunika"
NOTES = "//p[@class='namesakes']"


@pytest.mark.parametrize(
    ("speakers", "link"),
    [
        (("H. Badrani, M.M.",), "/search?q=debat&speaker=Al+Badrani&sort=newest"),
        (
            ("Siti Marlupi", "badrani", "Badrani"),
            "/search?q=debat&speaker=Siti+Marlupi&speaker=Al+Badrani&sort=newest",
        ),
    ],
)
def test_another_takes_the_place_of_the_name(app: Flask, speakers: tuple[str, ...], link: str) -> None:
    asked = SearchRequest("debat", speakers=speakers, sort="newest", page=2)
    found = Namesakes("Badrani", 2, (FacetValue("Al Badrani", 4),))
    own = FacetValue("Badrani", 2, tuple(name for name in speakers if "badrani" in name.lower()))
    facets = Facets(speaker=(own, FacetValue("Siti Marlupi", 1, ("Siti Marlupi",))))
    page = SearchPage("debat", 2, (), facets, "gen-000001", namesakes=(found,))
    with app.test_request_context():
        links = namesake_links(page, asked)
    assert links == (NamesakeLinks("Badrani", 2, (Other("Al Badrani", 4, link),)),)


@pytest.fixture(scope="module")
def page_of(
    article: Callable[..., Article], build_index: Callable[..., Path]
) -> Callable[[str], HtmlElement]:
    voices = [("Al Badrani", PJ), ("Badrani", PJ), ("Al <i>Badrani", None), ("Badrani", None)]

    def said(name: str, role: str | None) -> Article:
        made = article(title="Debat", body="“Debat aman,” kata ia.", quotes=[(name, "Debat aman,")])
        return replace(made, quotes=(replace(made.quotes[0], role=role),))

    client = create_app(Settings(build_index([said(*voice) for voice in voices]))).test_client()
    return lambda path: document_fromstring(client.get(path).text)


def test_a_page_tells_who_is_left_out_and_how_to_ask_for_them(page_of: Callable[[str], HtmlElement]) -> None:
    (note,) = page_of("/search?q=debat&speaker=badrani&source=lentera.example").xpath(NOTES)
    assert " ".join(note.text_content().split()) == (
        "1 berita memakai nama Badrani tanpa petunjuk siapa yang dimaksud."
        " Juga disebut Badrani, tetapi tidak ikut: Al Badrani (2)."
    )
    (link,) = note.xpath("a/@href")
    page = page_of(link)
    assert page.xpath(NOTES) == []
    assert page.xpath("string(//p[@class='total']/strong)") == "2"


def test_a_speaker_may_be_chosen_with_titles(page_of: Callable[[str], HtmlElement]) -> None:
    page = page_of("/search?speaker=H.+Badrani,+M.M.")
    assert page.xpath("string(//p[@class='total']/strong)") == "1"
    assert page.xpath(f"{NOTES}/a/@href") == ["/search?speaker=Al+Badrani"]


def test_a_name_that_nobody_has_leads_to_the_nearest(page_of: Callable[[str], HtmlElement]) -> None:
    (note,) = page_of("/search?q=debat&speaker=Al+Badrany").xpath(NOTES)
    assert " ".join(note.text_content().split()) == (
        "Tidak ada pembicara bernama Al Badrany. Yang mirip: Al Badrani (2)."
    )
    assert note.xpath("a/@href") == ["/search?q=debat&speaker=Al+Badrani"]


def test_a_name_with_no_hits_names_the_others_alone(page_of: Callable[[str], HtmlElement]) -> None:
    (note,) = page_of('/search?q=speaker:"al+badrani"&speaker=badrani&in=quotes').xpath(NOTES)
    assert " ".join(note.text_content().split()) == "Juga disebut Badrani, tetapi tidak ikut: Al Badrani (2)."


@pytest.mark.parametrize("path", ["/search?q=debat", "/search?speaker=Al+Badrani"])
def test_where_no_other_is_left_out_nothing_is_told(page_of: Callable[[str], HtmlElement], path: str) -> None:
    assert page_of(path).xpath(NOTES) == []
