from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.newswatch import COLUMNS, read_newswatch
from corpus.page import GivenFields, Problem, RawPage

HEADER = ",".join(COLUMNS)
GOOD = (
    'Judul,2024-11-17 10:00:00,Sekar,"Isi, ""satu"".\nIsi dua.",pilkada,politik,kabar.id,https://kabar.id/a'
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "a.csv"


def rows_in(path: Path) -> list[RawPage | Problem]:
    with path.open("rb") as opened:
        return list(read_newswatch(opened, path))


def rows_of(path: Path, text: str) -> list[RawPage | Problem]:
    path.write_bytes(text.encode())
    return rows_in(path)


def test_a_row_becomes_a_page_with_the_line_it_begins_on(file: Path) -> None:
    first, second = rows_of(file, f"{HEADER}\n{GOOD}\n{GOOD}\n")
    assert first == RawPage(
        file,
        2,
        "plain",
        'Isi, "satu".\nIsi dua.',
        GivenFields("https://kabar.id/a", "Judul", date(2024, 11, 17), "kabar.id", "Sekar"),
    )
    assert second.line == 4


def test_the_order_of_the_columns_is_free(file: Path) -> None:
    (page,) = rows_of(
        file, "link,source,category,keyword,content,author,publish_date,title\n,,,,Isi.,,,Judul\n"
    )
    assert isinstance(page, RawPage)
    assert (page.content, page.given.title, page.given.date) == ("Isi.", "Judul", None)


def test_a_wrong_header_is_one_problem_that_names_what_is_missing(file: Path) -> None:
    (problem,) = rows_of(file, "title,author,content,keyword,category,source\na,b,c,d,e,f\n")
    assert isinstance(problem, Problem)
    assert (problem.line, problem.reason) == (
        1,
        "the header lacks publish_date, link, which news-watch writes",
    )


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("a,b", "the row has 2 cells where the header has 8"),
        ("Judul,2024-01-01,,,,,,", "there is no text; give it under content"),
        ("Judul,,," + "x" * 10_000_001 + ",,,,", "a line longer than 10 MB"),
        ('"' + "x" * 6_000_000 + '","' + "\n" + "x" * 6_000_000 + '",,,,,,', "the row is longer than 10 MB"),
        ('Judul,,,"' + ("x" * 5_000_000 + "\n") * 3 + '",,,,', "field larger than field limit"),
    ],
)
def test_a_bad_row_is_a_problem_and_the_rest_is_read(file: Path, row: str, reason: str) -> None:
    rows = rows_of(file, f"{HEADER}\n{row}\n{GOOD}\n")
    assert isinstance(rows[0], Problem)
    assert rows[0].line == 2
    assert reason in rows[0].reason
    if "field limit" not in reason:
        assert isinstance(rows[-1], RawPage)


def test_a_row_is_kept_without_a_date_that_is_none(file: Path) -> None:
    problem, page = rows_of(file, f"{HEADER}\nJudul,kemarin,,Isi.,,,,\n")
    reason = "'date' is not a date: 'kemarin'; the row is kept without it"
    assert problem == Problem(file, 2, reason, lost=False)
    assert isinstance(page, RawPage)
    assert (page.given.title, page.given.date) == ("Judul", None)


def test_a_header_that_is_too_long_is_a_problem(file: Path) -> None:
    (problem,) = rows_of(file, "x" * 10_000_001)
    assert isinstance(problem, Problem)
    assert "longer than 10 MB" in problem.reason


def test_a_table_in_utf16_is_read(file: Path) -> None:
    file.write_bytes(f"{HEADER}\n{GOOD}\n".encode("utf-16"))
    assert [row.line for row in rows_in(file)] == [2]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=300))
def test_any_bytes_are_pages_or_problems(file: Path, data: bytes) -> None:
    file.write_bytes(HEADER.encode() + b"\n" + data)
    assert all(isinstance(row, RawPage | Problem) for row in rows_in(file))


def test_wrong_bytes_of_a_row_are_said_once_for_it(file: Path) -> None:
    content = f"{HEADER}\n{GOOD}\n{GOOD}\n".encode()
    file.write_bytes(content.replace(b"Isi dua", b"Isi \xff dua" + b" x" * 200, 1))
    problem, first, second = rows_in(file)
    assert problem == Problem(file, 2, "1 byte is no UTF-8 and was replaced", lost=False)
    assert (type(first), type(second)) == (RawPage, RawPage)
