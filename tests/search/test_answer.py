"""The whole flow of a question."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from corpus.article import Article
from search import work
from search.answer import answer, is_blank, plan_of
from search.engine import Filters
from search.errors import PageError, QueryError, RequestError, WorkError
from search.live import LiveEngine
from search.query import EVERYTHING, Word
from search.request import Mode, SearchRequest
from search.results import Part, SearchPage


@pytest.fixture(scope="module")
def engine(article: Callable[..., Article], build_index: Callable[..., Path]) -> LiveEngine:
    return LiveEngine(build_index([article(date=date(2024, n % 12 + 1, 1)) for n in range(25)]))


def test_a_page_holds_the_query_and_all_that_was_found(engine: LiveEngine) -> None:
    page = answer(SearchRequest("pemilih", page=3), engine)
    assert (page.query, page.total, len(page.hits), page.generation) == ("pemilih", 25, 5, "gen-000001")
    assert sum(value.count for value in page.facets.date) == 25


def test_nothing_found_is_one_empty_page(engine: LiveEngine) -> None:
    page = answer(SearchRequest("pelantikan"), engine)
    assert (page.total, page.hits) == (0, ())


@pytest.mark.parametrize(("query", "page", "last"), [("pemilih", 4, 3), ("pelantikan", 2, 1)])
def test_a_page_past_the_last_is_refused(engine: LiveEngine, query: str, page: int, last: int) -> None:
    with pytest.raises(PageError) as caught:
        answer(SearchRequest(query, page=page), engine)
    assert (caught.value.status, caught.value.field) == (404, "page")
    assert str(caught.value) == f"Page {page} is past the last one, {last}; ask for an earlier page."


def test_the_last_page_may_be_full(engine: LiveEngine) -> None:
    assert len(answer(SearchRequest("pemilih", page=5, limit=5), engine).hits) == 5
    with pytest.raises(PageError):
        answer(SearchRequest("pemilih", page=6, limit=5), engine)


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"since": "kemarin"}, "since"),
        ({"since": "2024-13-45"}, "since"),
        ({"since": "2024-02-14T00:00:00+99:99"}, "since"),
        ({"since": str(10**18)}, "since"),
        ({"until": "0000-00-00"}, "until"),
        # A span or an open end would be half ignored.
        ({"since": "<=2024"}, "since"),
        ({"until": ">=2024"}, "until"),
        ({"since": "2023..2024"}, "since"),
        ({"since": "2024-11", "until": "2024-10"}, "until"),
        ({"dates": ("2024-11", "november")}, "date"),
        ({"dates": ("2024-11\n",)}, "date"),
        ({"dates": ("2024-13",)}, "date"),
        ({"dates": ("undated", "2024-W60")}, "date"),
        ({"dates": ("2024-02-30",)}, "date"),
        ({"dates": ("2024..2025",)}, "date"),
    ],
)
def test_a_date_that_makes_no_sense_is_named_with_its_field(
    engine: LiveEngine, fields: dict[str, Any], field: str
) -> None:
    with pytest.raises(RequestError) as caught:
        answer(SearchRequest("pemilih", **fields), engine)
    assert caught.value.field == field


@pytest.mark.parametrize(
    ("fields", "since", "until"),
    [
        ({}, None, None),
        ({"since": "2024-11", "until": "2024-11"}, date(2024, 11, 1), date(2024, 11, 30)),
        ({"since": "2024"}, date(2024, 1, 1), None),
        ({"until": "2024"}, None, date(2024, 12, 31)),
        ({"since": "2024-11-27", "until": "2024"}, date(2024, 11, 27), date(2024, 12, 31)),
    ],
)
def test_a_span_includes_both_its_ends(
    fields: dict[str, Any], since: date | None, until: date | None
) -> None:
    plan = plan_of(SearchRequest(**fields))
    assert (plan.filters.since, plan.filters.until) == (since, until)


def test_dates_of_any_unit_may_be_chosen_whatever_is_counted() -> None:
    dates = ("2024", "2024-11", "2024-W48", "2024-11-27", "undated")
    plan = plan_of(SearchRequest(dates=dates, by="week"))
    assert (plan.filters.dates, plan.by) == (dates, "week")


def test_a_page_tells_what_was_left_out_for_want_of_a_date(
    article: Callable[..., Article], build_index: Callable[..., Path]
) -> None:
    engine = LiveEngine(build_index([article(date=None), article(date=None), article()]))
    assert answer(SearchRequest("pemilih"), engine).undated == 0
    assert answer(SearchRequest("pemilih", dates=("2023",)), engine).undated == 2
    assert answer(SearchRequest("pemilih date:2024"), engine).undated == 2


def test_a_plan_holds_what_an_engine_needs() -> None:
    plan = plan_of(
        SearchRequest("debat", "quotes", ("a",), ("b",), ("2024-11",), sort="oldest", page=3, limit=7)
    )
    assert (plan.tree, plan.target) == (Word("debat"), "quotes")
    assert plan.filters == Filters(sources=("a",), speakers=("b",), dates=("2024-11",))
    assert (plan.sort, plan.offset, plan.limit) == ("oldest", 14, 7)
    assert plan_of(SearchRequest()).tree == EVERYTHING


@pytest.mark.parametrize(
    ("fields", "blank"),
    [
        ({}, True),
        ({"query": "...", "sort": "newest", "page": 3}, True),
        ({"query": "a"}, False),
        ({"query": "-a"}, False),
        ({"since": "2024"}, False),
        ({"sources": ("a.example",)}, False),
    ],
)
def test_a_question_without_words_or_filters_is_blank(fields: dict[str, Any], blank: bool) -> None:  # noqa: FBT001
    assert is_blank(SearchRequest(**fields)) is blank


def test_a_query_that_cannot_be_read_is_not_called_blank() -> None:
    with pytest.raises(QueryError):
        is_blank(SearchRequest("(a", since="2024"))


@pytest.fixture(scope="module")
def stories(article: Callable[..., Article], build_index: Callable[..., Path]) -> LiveEngine:
    def made(body: str, **fields: Any) -> Article:
        return article(title=None, body=body, **fields)

    return LiveEngine(
        build_index(
            [
                made("Debat publik di gedung.", source="a.example", date=date(2024, 10, 1)),
                made("Debat soal uang.", source="b.example", date=date(2024, 11, 1)),
                made("Uang dan kertas. Uang dan logam.", source="b.example", date=date(2024, 12, 1)),
                *(made("Kertas suara.", source="c.example") for _ in range(12)),
            ]
        )
    )


def bodies(page: SearchPage) -> list[str]:
    return ["".join(part.text for part in hit.snippets[0]) for hit in page.hits]


def test_where_all_words_together_find_nothing_any_of_them_answer(stories: LiveEngine) -> None:
    page = answer(SearchRequest("publik uang"), stories)
    assert (page.relaxed, page.total, page.query) == (True, 3, "publik uang")
    assert set(bodies(page)) == {
        "Debat publik di gedung.",
        "Debat soal uang.",
        "Uang dan kertas. Uang dan logam.",
    }
    assert [(part.text, part.alone, part.without) for part in page.explanation] == [
        ("publik", 1, 2),
        ("uang", 2, 1),
    ]
    assert [(value.value, value.count) for value in page.facets.source] == [
        ("b.example", 2),
        ("a.example", 1),
    ]


def test_what_matches_more_comes_first_and_is_marked(stories: LiveEngine) -> None:
    page = answer(SearchRequest("debat soal kertas tembakau"), stories)
    assert bodies(page)[0] == "Debat soal uang."
    assert [part.text for part in page.hits[0].snippets[0] if part.marked] == ["Debat", "soal"]


def test_what_all_words_find_stands_alone(stories: LiveEngine) -> None:
    page = answer(SearchRequest("debat uang"), stories)
    assert (page.relaxed, page.total, page.explanation) == (False, 1, ())


def test_one_word_has_no_easier_question(stories: LiveEngine) -> None:
    for query in ("tembakau", "tembakau yang", "tembakau -uang", "tembakau OR cengkih"):
        page = answer(SearchRequest(query), stories)
        assert (page.relaxed, page.total) == (False, 0)


def test_any_words_that_find_nothing_either_are_no_answer(stories: LiveEngine) -> None:
    page = answer(SearchRequest("tembakau cengkih"), stories)
    assert (page.relaxed, page.total, len(page.explanation)) == (False, 0, 2)


def test_any_mode_asks_for_any_of_the_words_at_once(stories: LiveEngine) -> None:
    page = answer(SearchRequest("debat uang", mode="any"), stories)
    assert (page.relaxed, page.total, page.explanation) == (False, 3, ())
    assert bodies(page)[0] == "Debat soal uang."
    assert answer(SearchRequest("debat uang -publik", mode="any"), stories).total == 2


def test_a_filter_that_leaves_nothing_is_named_and_does_not_change_the_question(stories: LiveEngine) -> None:
    page = answer(SearchRequest("debat uang", sources=("a.example",)), stories)
    assert (page.relaxed, page.total) == (False, 0)
    assert page.explanation[0] == Part("source", "a.example", 1, 1)
    assert [(value.value, value.count) for value in page.facets.source] == [
        ("b.example", 1),
        ("a.example", 0),
    ]


@pytest.mark.parametrize("query", ["publik uang", "debat uang", "debat", "publik uang kertas"])
@pytest.mark.parametrize("mode", ["all", "any"])
def test_every_count_beside_an_answer_is_what_choosing_it_gives(
    stories: LiveEngine, query: str, mode: Mode
) -> None:
    first = answer(SearchRequest(query, mode=mode), stories)
    for value in first.facets.source:
        chosen = answer(SearchRequest(query, mode=mode, sources=(value.value,)), stories)
        assert (chosen.total, chosen.relaxed) == (value.count, first.relaxed)
        assert {each.value: each.count for each in chosen.facets.source} == {
            each.value: each.count for each in first.facets.source
        }


def test_pages_and_orders_are_those_of_the_easier_answer(stories: LiveEngine) -> None:
    second = answer(SearchRequest("kertas publik", page=2), stories)
    assert (second.relaxed, second.total, len(second.hits)) == (True, 14, 4)
    with pytest.raises(PageError, match="past the last one, 2"):
        answer(SearchRequest("kertas publik", page=3), stories)
    assert bodies(answer(SearchRequest("publik logam", sort="newest"), stories)) == [
        "Uang dan kertas. Uang dan logam.",
        "Debat publik di gedung.",
    ]


def test_filters_hold_for_the_easier_answer(stories: LiveEngine) -> None:
    page = answer(SearchRequest("publik uang", since="2024-11", until="2024-11"), stories)
    assert (page.relaxed, bodies(page)) == (True, ["Debat soal uang."])
    page = answer(SearchRequest("publik uang", sources=("c.example",)), stories)
    assert (page.relaxed, page.total) == (False, 0)
    assert {value.value: value.count for value in page.facets.source} == {
        "b.example": 2,
        "a.example": 1,
        "c.example": 0,
    }


def test_a_query_that_would_read_too_much_is_refused(
    stories: LiveEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(work, "POSTINGS_PER_DOCUMENT", 0)
    monkeypatch.setattr(work, "POSTINGS_LEAST", 20)
    with pytest.raises(WorkError):
        answer(SearchRequest("kertas suara"), stories)
    # Counting beside an answer may do less: then the question stays as it is.
    page = answer(SearchRequest("kertas publik", sources=("a.example",)), stories)
    assert (page.relaxed, page.total, page.explanation) == (False, 0, ())


PREFIXES = " ".join(f"{first}{second}*" for first in "abcdefghijklmnop" for second in "abcdefghijklmnopqrs")
BAD_QUERIES = [
    *("", "*", "*an", "a*", "????????????", "[a TO z]", "body:[a TO z]"),
    PREFIXES,
    " OR ".join(f"a{number}" for number in range(5000)),
    " " * 1_000_000,
    "(" * 5000 + "a" + ")" * 5000,
    "(" * 500 + "a" + ")" * 499,
    *("NOT NOT NOT a", "NOT", "AND OR NOT", "a ANDNOT b ANDMAYBE c REQUIRE d", "NOT OR x", "OR OR OR"),
    *(
        "date:20241399",
        "date:2024-02-30",
        "tanggal:[2024-02-14 TO",
        "date:[99999999 TO 0]",
        "date:..",
        "date:>=",
    ),
    *(
        "id:../../etc/passwd",
        '"abc',
        '"',
        '"a b"~999999999',
        '"a b"~-1',
        "pemilu~9",
        "abc~99",
        "a" * 998 + "~",
    ),
    r'r"(([a-z])+.)+[A-Z]([a-z])+$"',
    *(
        "a^1e400",
        "a^nan",
        "a^-5",
        "a^99999999999999999999",
        "a\ud800b",
        "\udcff\udcfe",
        "e" + "\u0301" * 5000,
    ),
    *(
        "e" + "\u0301" * 990,
        "😀😀",
        "PEMILU‼️",
        "<script>alert(1)</script>",
        "{{7*7}}",
        "date:{0}",
        "date:{",
        "{text}:{",
        "{% raw %}",
    ),
    *("${jndi:ldap://x}", "#{7*7}", "%s%n%x", "a\r\nSet-Cookie: x=1", "di ke yang dan", "_exists_:x", "/.*/"),
    *(
        "field:>10",
        "\0",
        "\x1e",
        "a\x1eb",
        '"a\x1eb"',
        "tıtle:x",
        "title:",
        "title:)",
        "-",
        "- - -",
        "title:-()",
    ),
    '"' + "pemilih " * 120 + '"',
    "pemilih " * 33,
    "٣" * 100,
    "ﷺ" * 900,
]


@pytest.mark.parametrize("query", BAD_QUERIES, ids=lambda query: ascii(query[:30]))
@pytest.mark.parametrize("target", ["articles", "quotes"])
def test_a_bad_query_is_answered_or_refused(engine: LiveEngine, query: str, target: str) -> None:
    try:
        page = answer(SearchRequest.from_params([("q", query), ("in", target)]), engine)
    except QueryError as error:
        assert 0 <= error.position <= len(query)  # noqa: PT017  # both outcomes are fine, a third is not
    except RequestError as error:
        assert error.field == "q"  # noqa: PT017
    else:
        page.query.encode()
        assert page.total >= len(page.hits)
