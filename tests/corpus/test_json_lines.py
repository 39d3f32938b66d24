import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.json_lines import LONGEST_LINE, read_json_lines
from corpus.page import GivenFields, Problem, RawPage

GOOD = {"text": "KPU Arunika membuka pendaftaran."}


def rows_in(path: Path) -> list[RawPage | Problem]:
    with path.open("rb") as opened:
        return list(read_json_lines(opened, path))


def rows_of(path: Path, *lines: bytes | dict[str, Any]) -> list[RawPage | Problem]:
    written = [line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines]
    path.write_bytes(b"\n".join(written) + b"\n")
    return rows_in(path)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "a.jsonl"


def test_known_keys_become_given_fields_and_others_are_ignored(file: Path) -> None:
    row = {
        "url": "https://kabar.id/a",
        "title": "Judul",
        "date": "2024-11-17T10:00:00+07:00",
        "source": "kabar.id",
        "author": "Sekar",
        "speakers": ["Budi"],
        "body": "Isi berita.",
        "views": 1e9,
    }
    (page,) = rows_of(file, row)
    assert page == RawPage(
        file,
        1,
        "plain",
        "Isi berita.",
        GivenFields("https://kabar.id/a", "Judul", date(2024, 11, 17), "kabar.id", "Sekar", ("Budi",)),
    )


@pytest.mark.parametrize("key", ["text", "body", "content"])
def test_the_text_may_stand_under_each_of_its_keys(file: Path, key: str) -> None:
    (page,) = rows_of(file, {"title": None, "date": "", key: "Isi."})
    assert isinstance(page, RawPage)
    assert page.content == "Isi."


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"{", "no valid JSON"),
        (b'{"text": "a" "b"}', "no valid JSON: Expecting ',' delimiter at column 14"),
        (b"{}{}", "no valid JSON: Extra data"),
        (b"null", "no JSON object"),
        (b"[]", "no JSON object"),
        (b'"x"', "no JSON object"),
        (b"{}", "there is no text"),
        (b'{"text": " "}', "there is no text"),
        (b'{"text": "a", "n": NaN}', "NaN is no JSON value"),
        (b'{"text": "a", "n": -Infinity}', "-Infinity is no JSON value"),
        (b"[" * 100_000, "nested too deeply"),
        (b'{"text": "a", "n": ' + b"9" * 5000 + b"}", "thousands of digits"),
        ({"text": 3}, "'text' is a number"),
        ({"text": True}, "'text' is true or false"),
    ],
)
def test_a_bad_line_is_one_problem_and_the_rest_is_read(
    file: Path, line: bytes | dict[str, Any], reason: str
) -> None:
    before, problem, after = rows_of(file, GOOD, line, GOOD)
    assert isinstance(before, RawPage)
    assert isinstance(after, RawPage)
    assert isinstance(problem, Problem)
    assert problem.line == 2
    assert problem.lost
    assert reason in problem.reason


@pytest.mark.parametrize(
    ("field", "value", "reason"),
    [
        ("title", 1.5, "'title' is a number where text in quotation marks is wanted"),
        ("url", ["a"], "'url' is a list where text in quotation marks is wanted"),
        ("source", {}, "'source' is an object where text in quotation marks is wanted"),
        ("date", 1700000000, "'date' is a number where text in quotation marks is wanted"),
        ("date", "kemarin sore", "'date' is not a date: 'kemarin sore'"),
        ("date", "2024-12", "'date' is not a date: '2024-12'"),
        ("speakers", "Budi", "'speakers' is not a list of names"),
        ("speakers", [1], "'speakers' is not a list of names"),
    ],
)
def test_a_row_is_kept_without_a_field_that_cannot_be_read(
    file: Path, field: str, value: object, reason: str
) -> None:
    good, problem, page = rows_of(file, GOOD, {**GOOD, field: value})
    assert problem == Problem(file, 2, f"{reason}; the row is kept without it", lost=False)
    assert isinstance(good, RawPage)
    assert page == RawPage(file, 2, "plain", good.content)


def test_each_bad_field_of_a_row_is_named(file: Path) -> None:
    *problems, page = rows_of(file, {**GOOD, "title": 7, "date": "lusa", "source": "kabar.id"})
    assert [str(problem).split(":")[2] for problem in problems] == [
        " 'title' is a number where text in quotation marks is wanted; the row is kept without it",
        " 'date' is not a date",
    ]
    assert isinstance(page, RawPage)
    assert page.given == GivenFields(source="kabar.id")


@pytest.mark.parametrize("line", [b"{", b'{"text": "abc', b'{"text": "abc"'])
def test_a_last_line_that_is_cut_off_is_called_so(file: Path, line: bytes) -> None:
    file.write_bytes(json.dumps(GOOD).encode() + b"\n" + line)
    _, problem = rows_in(file)
    assert isinstance(problem, Problem)
    assert problem.reason == "the line is cut off in the middle of its JSON"


def test_a_line_over_the_limit_is_a_problem(file: Path) -> None:
    bad, good = rows_of(file, b'{"text": "' + b"a" * LONGEST_LINE + b'"}', GOOD)
    assert isinstance(bad, Problem)
    assert bad.reason == "the line is longer than 10 MB"
    assert isinstance(good, RawPage)


def test_blank_lines_and_windows_line_ends_are_no_problem(file: Path) -> None:
    file.write_bytes(b"\xef\xbb\xbf" + json.dumps(GOOD).encode() + b"\r\n\r\n" + json.dumps(GOOD).encode())
    assert [(type(row), row.line) for row in rows_in(file)] == [(RawPage, 1), (RawPage, 3)]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=300))
def test_any_bytes_are_pages_or_problems(file: Path, data: bytes) -> None:
    file.write_bytes(data)
    assert all(isinstance(row, RawPage | Problem) for row in rows_in(file))
