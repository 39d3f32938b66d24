"""Why nothing has all that was asked, in Indonesian."""

from flask import Flask

from search.request import SearchRequest
from search.results import Facets, Part, PartKind, SearchPage
from webui.explanations import Reason, ignored, reasons


def page_with(*parts: Part) -> SearchPage:
    return SearchPage("q", 0, (), Facets(), "gen-000001", explanation=parts)


def reason_of(app: Flask, part: Part, request: SearchRequest) -> Reason:
    with app.test_request_context():
        (reason,) = reasons(page_with(part), request)
    return reason


def test_a_part_links_to_the_question_without_it(app: Flask) -> None:
    asked = SearchRequest("debat tembakau -uang", sources=("a.example",), page=2, mode="any")
    reason = reason_of(app, Part("word", "tembakau", 0, 7), asked)
    assert (reason.label, reason.text, reason.alone, reason.without) == ("Kata", "tembakau", 0, 7)
    assert reason.link == "/search?q=debat+NOT+uang&mode=any&source=a.example"
    reason = reason_of(app, Part("source", "a.example", 3, 1), asked)
    assert (reason.label, reason.link) == ("Saringan media", "/search?q=debat+tembakau+-uang&mode=any")


def test_what_helps_nobody_is_no_link(app: Flask) -> None:
    assert reason_of(app, Part("word", "debat", 5, 0), SearchRequest("debat tembakau")).link is None
    assert reason_of(app, Part("word", "debat", 0, 5), SearchRequest("debat")).link is None


def test_chosen_dates_are_told_as_the_page_tells_them(app: Flask) -> None:
    asked = SearchRequest("debat", dates=("2024-11", "undated"))
    reason = reason_of(app, Part("date", "2024-11, undated", 0, 5), asked)
    assert reason.text == "November 2024, tanpa tanggal"


def test_a_chosen_kind_is_told_as_the_page_tells_it(app: Flask) -> None:
    asked = SearchRequest("debat", kinds=("factcheck",))
    reason = reason_of(app, Part("kind", "factcheck", 0, 5), asked)
    assert (reason.label, reason.text, reason.link) == ("Saringan jenis", "Cek fakta", "/search?q=debat")


def test_every_kind_of_part_has_a_name(app: Flask) -> None:
    kinds: tuple[PartKind, ...] = (
        *("word", "phrase", "prefix", "fuzzy", "field", "excluded", "group", "dated"),
        *("source", "speaker", "date", "span"),
    )
    with app.test_request_context():
        found = reasons(page_with(*(Part(kind, "x", 1, 0) for kind in kinds)), SearchRequest("x"))
    assert len({reason.label for reason in found}) == len(kinds)


def test_ignored_words_are_named_apart(app: Flask) -> None:
    page = page_with(Part("word", "tembakau", 0, 0), Part("ignored", "yang", 0, 0))
    assert ignored(page) == ("yang",)
    with app.test_request_context():
        assert [reason.text for reason in reasons(page, SearchRequest("tembakau yang"))] == ["tembakau"]
