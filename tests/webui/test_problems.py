"""What is wrong with a question, as the page says it."""

import ast
from pathlib import Path
from string import Formatter
from urllib.parse import parse_qsl, urlsplit

import pytest
from flask.testing import FlaskClient
from lxml.html import document_fromstring

import search
from search.errors import PageError, QueryError, RequestError
from webui.problems import CATALOGUE, Problem, in_indonesian, problem_with

CLOSED = "This bracket is never closed; add a ')'."
LONG = "The query is longer than {most:,} characters; shorten it."
RAISED = {"QueryError", "RequestError", "PageError", "PeriodError", "WorkError"}


def sentences() -> list[str]:
    """Return every sentence that the search room raises."""
    found = [
        node.args[0].value
        for path in Path(search.__path__[0]).glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in RAISED
        if isinstance(node.args[0], ast.Constant)
    ]
    # The command line's own frame around an error holds no words.
    return sorted({str(sentence) for sentence in found} - {"{error}\n{pointer}"})


def names_in(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


def test_the_catalogue_holds_every_sentence_of_the_search_room_and_no_other() -> None:
    assert sorted(CATALOGUE) == sentences()


@pytest.mark.parametrize("sentence", CATALOGUE)
def test_a_translation_uses_no_value_that_its_sentence_lacks(sentence: str) -> None:
    assert names_in(CATALOGUE[sentence]) <= names_in(sentence)


def test_the_values_of_a_sentence_are_kept() -> None:
    error = RequestError(
        "'{field}' must be between 1 and {most}; {value} is not.", "page", most=100, value=101
    )
    assert in_indonesian(error) == "‘page’ harus antara 1 dan 100; 101 di luar itu."


def test_values_with_braces_and_line_ends_are_text() -> None:
    error = RequestError("'{field}' must be a whole number; '{text}' is not.", "{0}\n{", text="{1}")
    assert in_indonesian(error) == "‘{0}\n{’ harus bilangan bulat; ‘{1}’ bukan."


@pytest.mark.parametrize(
    ("query", "position", "before", "at", "after"),
    [
        ("a (b c", 2, "a ", "(b", " c"),
        ("x)", 1, "x", ")", ""),
        ("ab", 2, "ab", "…", ""),
        ("ab", 99, "ab", "…", ""),
        ("a  b", 1, "a", "…", " b"),
        ("", 0, "", "…", ""),
    ],
)
def test_a_problem_points_at_its_place_in_the_query(
    query: str, position: int, before: str, at: str, after: str
) -> None:
    problem = problem_with(QueryError(CLOSED, position), query)
    assert (problem.before, problem.at, problem.after) == (before, at, after)


def test_only_the_neighbourhood_of_the_place_is_shown() -> None:
    problem = problem_with(QueryError(CLOSED, 500), "a" * 500 + "b" * 500)
    assert (problem.before, problem.at, problem.after) == ("a" * 60, "b" * 60, "")


@pytest.mark.parametrize("error", [RequestError(LONG, "q", most=1), PageError(LONG, "q", most=1)])
def test_a_problem_with_a_parameter_names_it_and_points_nowhere(error: RequestError) -> None:
    assert problem_with(error, "x") == Problem("Pencarian lebih dari 1 huruf; persingkat.", field="q")


def test_a_problem_holds_the_query_mended() -> None:
    error = QueryError(CLOSED, 0)
    error.suggestion = "(a)"
    assert problem_with(error, "(a").suggestion == "(a)"


@pytest.mark.parametrize(
    ("query", "place", "suggestion"),
    [
        ("pembicra:Bonar", "pembicra:Bonar", "pembicara:Bonar"),
        ("(<b>", "(<b>", "(<b>)"),
        ("debat date:2024..2023", "2024..2023", "debat date:2023..2024"),
    ],
)
def test_the_page_offers_the_query_mended_beside_the_place(
    client: FlaskClient, query: str, place: str, suggestion: str
) -> None:
    answer = client.get("/search", query_string={"q": query, "source": "Lentera", "in": "quotes", "page": 3})
    page = document_fromstring(answer.text)
    (problem,) = page.xpath("//div[@id='masalah']")
    assert answer.status_code == 400
    assert problem.xpath("string(.//mark)") == place
    (link,) = problem.xpath(".//a")
    assert link.text == suggestion
    assert parse_qsl(urlsplit(link.get("href")).query) == [
        ("q", suggestion),
        ("in", "quotes"),
        ("source", "Lentera"),
    ]
    assert client.get(link.get("href")).status_code == 200


def test_a_problem_without_a_plain_mend_has_no_link(client: FlaskClient) -> None:
    page = document_fromstring(client.get("/search?q=pe*").text)
    assert not page.xpath("//div[@id='masalah']//a")
    assert "Maksud Anda" not in page.text_content()
