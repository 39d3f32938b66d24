import pytest
from flask import Flask

from search.request import SearchRequest
from webui.pagination import Pagination, paginate


def pages(app: Flask, total: int, **fields: int) -> Pagination:
    with app.test_request_context():
        return paginate(SearchRequest(query="x", **fields), total)  # type: ignore[arg-type]  # page and limit


def row(pagination: Pagination) -> str:
    """Write the row as a reader sees it."""
    parts = [
        f"{'… ' if each.gap else ''}{'*' if each.current else ''}{each.number}" for each in pagination.numbers
    ]
    return " ".join(parts)


@pytest.mark.parametrize(
    ("total", "page", "expected"),
    [
        (0, 1, ""),
        (10, 1, "*1"),
        (11, 1, "*1 2"),
        (160, 1, "*1 2 3 … 16"),
        (160, 8, "1 … 6 7 *8 9 10 … 16"),
        (160, 16, "1 … 14 15 *16"),
        (50, 3, "1 2 *3 4 5"),
        (5000, 100, "1 … 98 99 *100"),
    ],
)
def test_the_row_names_the_first_the_last_and_the_neighbours(
    app: Flask, total: int, page: int, expected: str
) -> None:
    assert row(pages(app, total, page=page)) == expected


def test_previous_and_next_end_where_the_answer_ends(app: Flask) -> None:
    first, middle, last = (pages(app, 30, page=page) for page in (1, 2, 3))
    assert (first.previous, last.following) == (None, None)
    assert middle.previous == "/search?q=x"
    assert middle.following == "/search?q=x&page=3"


def test_no_more_than_a_hundred_pages_can_be_asked_for(app: Flask) -> None:
    assert (pages(app, 1000).last, pages(app, 1000).capped) == (100, False)
    assert (pages(app, 1001).last, pages(app, 1001).capped) == (100, True)
    assert pages(app, 1001, page=100).following is None


def test_the_number_of_hits_on_a_page_counts(app: Flask) -> None:
    assert pages(app, 100, limit=100).last == 1
    assert pages(app, 101, limit=100).last == 2
