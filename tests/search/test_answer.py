"""The whole flow of a question."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from corpus.article import Article
from search.answer import answer, is_blank, plan_of
from search.engine import Filters
from search.errors import PageError, QueryError, RequestError
from search.live import LiveEngine
from search.query import EVERYTHING, Word
from search.request import SearchRequest


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
        ({"dates": ("2024-11-27",)}, "date"),
        ({"dates": ("2024-11", "november")}, "date"),
        ({"dates": ("2024-11\n",)}, "date"),
        ({"dates": ("2024-13",)}, "date"),
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
