"""Why a question finds nothing."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from corpus.article import Article
from search import work
from search.answer import answer
from search.explanation import PARTS_MOST, without_part
from search.live import LiveEngine
from search.request import SearchRequest
from search.results import Part


@pytest.fixture(scope="module")
def engine(article: Callable[..., Article], build_index: Callable[..., Path]) -> LiveEngine:
    said = "“Uang itu kotor,” kata Bonar. “Suara kami hilang,” kata Siti."
    return LiveEngine(
        build_index(
            [
                article(title=None, body="Debat publik yang ramai di gedung.", date=date(2024, 10, 1)),
                article(title=None, body="Debat soal uang.", date=date(2024, 11, 1), source="Kabar Teluk"),
                article(
                    title=None,
                    body=said,
                    quotes=[("Bonar", "Uang itu kotor,"), ("Siti", "Suara kami hilang,")],
                    date=None,
                ),
            ]
        )
    )


def explained(engine: LiveEngine, query: str, **fields: Any) -> list[tuple[str, str, int, int]]:
    page = answer(SearchRequest(query, **fields), engine)
    return [(part.kind, part.text, part.alone, part.without) for part in page.explanation]


@pytest.mark.parametrize(
    ("query", "parts"),
    [
        ("tembakau", [("word", "tembakau", 0, 0)]),
        ("debat tembakau", [("word", "tembakau", 0, 2), ("word", "debat", 2, 0)]),
        ("gedung soal", [("word", "gedung", 1, 1), ("word", "soal", 1, 1)]),
        (
            'debat "publik ramai" geung~ ged*',
            [
                ("phrase", '"publik ramai"', 0, 1),
                ("word", "debat", 2, 0),
                ("fuzzy", "geung~", 1, 0),
                ("prefix", "ged*", 1, 0),
            ],
        ),
        (
            "debat -publik -uang",
            [("excluded", "-publik", 2, 1), ("excluded", "-uang", 1, 1), ("word", "debat", 2, 0)],
        ),
        (
            "title:debat (uang OR suara)",
            [("field", "title:debat", 0, 2), ("group", "uang OR suara", 2, 0)],
        ),
        ("debat OR uang -debat", None),
        ("uang date:2024-10-01", [("dated", "date:2024-10-01", 1, 2), ("word", "uang", 2, 1)]),
        # one quote of one speaker
        ("speaker:siti quote:uang", [("field", "speaker:siti", 1, 1), ("field", "quote:uang", 1, 1)]),
        (
            "speaker:siti quote:uang bonar",
            [("field", "speaker:siti", 1, 1), ("field", "quote:uang", 1, 1), ("word", "bonar", 1, 0)],
        ),
        # function words are named, not counted
        (
            "yang tembakau di",
            [("word", "tembakau", 0, 0), ("ignored", "yang", 0, 0), ("ignored", "di", 0, 0)],
        ),
        ("ke yang", [("word", "ke", 0, 1), ("word", "yang", 1, 0)]),
        # what is asked twice is one part
        ("tembakau tembakau", [("word", "tembakau", 0, 0)]),
    ],
)
def test_each_part_is_counted_alone_and_left_out(
    engine: LiveEngine, query: str, parts: list[tuple[str, str, int, int]] | None
) -> None:
    assert explained(engine, query) == (parts or [])


@pytest.mark.parametrize(
    ("query", "fields", "parts"),
    [
        (
            "gedung",
            {"sources": ("Kabar Teluk",)},
            [("source", "Kabar Teluk", 1, 1), ("word", "gedung", 1, 1)],
        ),
        (
            "",
            {"sources": ("Kabar Teluk", "x"), "speakers": ("Siti",)},
            [("source", "Kabar Teluk, x", 1, 1), ("speaker", "Siti", 1, 1)],
        ),
        (
            "debat",
            {"dates": ("undated",), "since": "2024-11"},
            [("date", "undated", 1, 1), ("span", "2024-11..", 1, 0), ("word", "debat", 2, 0)],
        ),
        (
            "debat",
            {"kinds": ("factcheck",)},
            [("kind", "factcheck", 0, 2), ("word", "debat", 2, 0)],
        ),
        ("gedung", {"until": "2020"}, [("span", "..2020", 0, 1), ("word", "gedung", 1, 0)]),
        (
            "quote:uang",
            {"speakers": ("Siti",)},
            [("speaker", "Siti", 1, 1), ("field", "quote:uang", 1, 1)],
        ),
    ],
)
def test_filters_are_parts_too(
    engine: LiveEngine, query: str, fields: dict[str, Any], parts: list[tuple[str, str, int, int]]
) -> None:
    assert explained(engine, query, **fields) == parts


def test_in_any_mode_the_others_are_alternatives(engine: LiveEngine) -> None:
    assert explained(engine, "tembakau cengkih -debat", mode="any") == [
        ("word", "tembakau", 0, 0),
        ("word", "cengkih", 0, 0),
        ("excluded", "-debat", 1, 0),
    ]


def test_quotes_are_explained_by_quotes(engine: LiveEngine) -> None:
    assert explained(engine, "uang hilang", target="quotes") == [
        ("word", "uang", 1, 1),
        ("word", "hilang", 1, 1),
    ]


def test_an_answer_is_not_explained(engine: LiveEngine) -> None:
    assert explained(engine, "debat publik") == []


def test_no_more_than_twelve_parts_are_counted(engine: LiveEngine) -> None:
    query = " ".join(f"kata{number}" for number in range(30))
    assert len(explained(engine, query, sources=("x",))) == PARTS_MOST


def test_where_counting_is_too_much_work_function_words_are_named_still(
    engine: LiveEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(work, "POSTINGS_LEAST", 6)
    monkeypatch.setattr(work, "POSTINGS_PER_DOCUMENT", 0)
    assert explained(engine, "debat uang tembakau yang") == [("ignored", "yang", 0, 0)]


@pytest.mark.parametrize(
    ("request_", "kind", "text", "rest"),
    [
        (SearchRequest("debat tembakau", page=1), "word", "tembakau", SearchRequest("debat")),
        (
            SearchRequest("debat -uang", sort="newest"),
            "excluded",
            "-uang",
            SearchRequest("debat", sort="newest"),
        ),
        (SearchRequest("a (b OR c)"), "group", "b OR c", SearchRequest("a")),
        (SearchRequest("tembakau"), "word", "tembakau", None),
        (SearchRequest("tembakau yang"), "word", "tembakau", None),
        (
            SearchRequest("tembakau yang", sources=("x",)),
            "word",
            "tembakau",
            SearchRequest(sources=("x",)),
        ),
        (SearchRequest("debat tembakau yang"), "word", "tembakau", SearchRequest("debat yang")),
        (SearchRequest("yang di"), "word", "yang", SearchRequest("di")),
        (SearchRequest("a", sources=("x", "y")), "source", "x, y", SearchRequest("a")),
        (SearchRequest("", speakers=("x",)), "speaker", "x", None),
        (SearchRequest("a", since="2024", until="2025"), "span", "2024..2025", SearchRequest("a")),
        (SearchRequest("a", dates=("2024",), mode="any"), "date", "2024", SearchRequest("a", mode="any")),
        # Written out, a date is longer than it was typed.
        (SearchRequest(" ".join(f"-date:{year}" for year in range(1900, 1990)) + " a b"), "word", "a", None),
    ],
)
def test_a_request_can_be_put_without_one_part(
    request_: SearchRequest, kind: Any, text: str, rest: SearchRequest | None
) -> None:
    assert without_part(request_, Part(kind, text, 0, 1)) == rest
