"""What the commands that ask a question share."""

import click
import pytest
from click.testing import CliRunner

from search.errors import QueryError
from search.options import (
    FILTER_OPTIONS,
    QueryCommand,
    check_asked,
    pointing_into,
    read_request,
    refuse_beside_all,
    with_options,
)
from search.request import SearchRequest

NOTHING: dict[str, object] = {
    "source": (),
    "speaker": (),
    "date": (),
    "kind": (),
    "since": None,
    "until": None,
}


def test_filters_and_the_options_named_make_a_request() -> None:
    options = NOTHING | {"speaker": ("Siti", " Siti "), "kind": ("news",), "since": "2024", "sort": "newest"}
    assert read_request("quotes", ("hak", "pilih"), options | {"page": 3}, ("sort",)) == SearchRequest(
        "hak pilih", target="quotes", speakers=("Siti",), kinds=("news",), since="2024", sort="newest"
    )


@pytest.mark.parametrize(
    ("request_", "or_all", "passes"),
    [
        (SearchRequest("debat"), False, True),
        (SearchRequest(sources=("a",)), False, True),
        (SearchRequest(), False, False),
        (SearchRequest(), True, True),
        (SearchRequest("???"), True, False),
    ],
)
def test_a_question_must_ask_for_something(request_: SearchRequest, *, or_all: bool, passes: bool) -> None:
    if passes:
        check_asked(request_, or_all=or_all)
    else:
        with pytest.raises(click.UsageError, match="Type something"):
            check_asked(request_, or_all=or_all)


@click.command("ask", cls=QueryCommand)
@click.argument("query", nargs=-1)
@with_options(click.option("--limit", default=10), click.option("--all/--some", default=False))
def ask_anything(query: tuple[str, ...], limit: int, **_: object) -> None:
    click.echo((" ".join(query), limit))


@pytest.mark.parametrize(
    ("args", "read"),
    [
        (["debat", "--limit", "3"], "('debat', 3)"),
        (["--limit", "3", "--", "-hoaks", "--debat"], "('-hoaks --debat', 3)"),
        (["--", "-hoaks", "limit", "-limit"], "('-hoaks limit -limit', 10)"),
        (["debat -hoaks"], "('debat -hoaks', 10)"),
    ],
)
def test_behind_two_dashes_all_is_the_query(runner: CliRunner, args: list[str], read: str) -> None:
    assert runner.invoke(ask_anything, args).stdout == f"{read}\n"


@pytest.mark.parametrize("option", ["--limit", "--limit=3", "--some"])
def test_an_option_behind_two_dashes_is_refused(runner: CliRunner, option: str) -> None:
    result = runner.invoke(ask_anything, ["--", "-hoaks", option, "3"])
    assert result.exit_code == 2
    assert f"Error: '{option}' stands behind --, where all is the query; put it before." in result.stderr


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["-hoaks"], "'-hoaks' is no option. {} ask --limit 3 -- -hoaks"),
        (
            ["--limit", "3", "debat", "-politik uang"],
            "'-politik uang' is no option. {} ask --limit 3 -- '-politik uang'",
        ),
        (["--limit", "-3", "debat", "-hoaks"], "'-hoaks' is no option. {} ask --limit 3 -- -hoaks"),
        (["--limti", "3"], "No such option '--limti'. Did you mean '--limit'?"),
    ],
)
def test_who_excludes_without_two_dashes_is_told_where_they_go(
    runner: CliRunner, args: list[str], message: str
) -> None:
    result = runner.invoke(ask_anything, args)
    assert result.exit_code == 2
    assert message.format("Put -- behind the options and before such a query:") in result.stderr


def test_options_are_listed_in_the_order_given(runner: CliRunner) -> None:
    @click.command()
    @with_options(*FILTER_OPTIONS, click.option("--limit", default=10))
    def ask(limit: int, **_: object) -> None:
        refuse_beside_all("limit", "since")
        click.echo(limit)

    shown = runner.invoke(ask, ["--help"]).stdout
    places = [
        shown.index(f"  --{name}")
        for name in ("source", "speaker", "date", "kind", "since", "until", "limit")
    ]
    assert places == sorted(places)
    assert runner.invoke(ask).stdout == "10\n"
    assert "leave out --since.\n" in runner.invoke(ask, ["--since", "2024"]).stderr


@pytest.mark.parametrize(
    ("suggestion", "ending"), [(None, ""), ("title:debat", "\nDid you mean: title:debat")]
)
def test_an_error_points_into_the_query(suggestion: str | None, ending: str) -> None:
    error = QueryError("Odd '{sign}'.", 2, sign="{")
    error.suggestion = suggestion
    with pytest.raises(QueryError) as caught, pointing_into("a\n{b}"):
        raise error
    assert str(caught.value) == "Odd '{'.\n  a {b}\n    ^" + ending
    assert caught.value.position == 2


def test_the_caret_stands_under_its_letter_however_wide_those_before_are() -> None:
    query = "選挙 e\u0301 )"
    with pytest.raises(QueryError) as caught, pointing_into(query):
        raise QueryError("Odd.", query.index(")"))
    assert str(caught.value).splitlines()[1:] == [f"  {query}", "  " + " " * len("xxxx x ") + "^"]
