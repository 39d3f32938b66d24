"""What a table says before its hits."""

from dataclasses import replace

import pytest

from search.notices import notices
from search.results import ArticleHit, Facets, Hit, Part, QuoteHit, SearchPage

ARTICLE = ArticleHit("1", None, "", None, None, (), None, 1.0, ())
QUOTE = QuoteHit(None, None, "", "direct", None, None, None, "1", None, "", None, 1.0, ())


def page_of(*hits: Hit, relaxed: bool = False, parts: tuple[Part, ...] = ()) -> SearchPage:
    return SearchPage("q", len(hits), hits, Facets(), "gen-000001", relaxed=relaxed, explanation=parts)


def lines(*hits: Hit, relaxed: bool = False, parts: tuple[Part, ...] = ()) -> list[str]:
    return list(notices(page_of(*hits, relaxed=relaxed, parts=parts)))


def test_an_answer_to_what_was_asked_needs_no_words() -> None:
    assert lines(ARTICLE) == []


@pytest.mark.parametrize(("hit", "thing"), [(ARTICLE, "article"), (QUOTE, "quote")])
def test_some_of_the_words_are_not_all(hit: Hit, thing: str) -> None:
    assert lines(hit, relaxed=True) == [f"No {thing} has all the words; these have some."]


def test_what_was_meant_comes_first() -> None:
    page = replace(page_of(ARTICLE, relaxed=True), suggestion="debat publik")
    assert list(notices(page)) == [
        "Did you mean: debat publik",
        "No article has all the words; these have some.",
    ]


def test_a_name_that_is_no_field_is_told() -> None:
    page = replace(page_of(ARTICLE), query="foo:bar isi:debat 10:30")
    assert list(notices(page)) == [
        "No field is called 'foo:'; it is looked for as a word.",
        "No field is called 'isi:'; it is looked for as a word.",
    ]


def test_each_part_is_told_with_what_it_finds() -> None:
    parts = (
        Part("word", "tembakau", 0, 1200),
        Part("source", "lentera.example", 0, 0),
        Part("kind", "factcheck", 0, 3),
        Part("span", "2024..", 3, 1),
        Part("word", "debat", 1200, 0),
        Part("ignored", "yang", 0, 0),
        Part("ignored", "di", 0, 0),
    )
    assert lines(parts=parts) == [
        "    tembakau: nothing found; 1,200 without it",
        "    --source lentera.example: nothing found",
        "    --kind factcheck: nothing found; 3 without it",
        "    2024..: 3 found; 1 without it",
        "    debat: 1,200 found",
        "    not looked for: yang, di",
    ]
