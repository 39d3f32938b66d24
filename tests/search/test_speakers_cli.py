"""`suara speakers`."""

import csv
import io
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from corpus.article import Article
from search.speakers_cli import TABLE_SPEAKERS
from webui.cli import main

Suara = Callable[..., Result]


@pytest.fixture(scope="module")
def index_dir(article: Callable[..., Article], build_index: Callable[..., Path]) -> Path:
    return build_index(
        [
            article(
                body="“Kami siap menang,” kata Bonar. “Suara aman,” kata Siti. “Jujur,” kata saksi.",
                quotes=[("Bonar", "Kami siap menang,"), ("Siti", "Suara aman,"), (None, "Jujur,")],
                date=date(2024, 10, 20),
                source="lentera.example",
            ),
            article(
                body="“Kita menang,” kata Siti. “Menang lagi,” kata Siti.",
                quotes=[("Siti", "Kita menang,"), ("Siti", "Menang lagi,")],
                date=date(2024, 11, 12),
                source="Kabar Teluk",
            ),
            article(
                body="“Belum menang,” kata Siti.",
                quotes=[("Siti", "Belum menang,")],
                date=None,
                source="Kabar Teluk",
            ),
        ]
    )


@pytest.fixture
def suara(runner: CliRunner, index_dir: Path) -> Suara:
    def run(*args: str) -> Result:
        return runner.invoke(
            main, ["speakers", *args], env={"SUARA_INDEX": str(index_dir)}, catch_exceptions=False
        )

    return run


def counts(result: Result) -> dict[str, int]:
    assert result.exit_code == 0, result.stderr
    return {row["speaker"]: row["quotes"] for row in json.loads(result.stdout)["rows"]}


def test_without_a_query_all_quotes_count(suara: Suara) -> None:
    result = suara()
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "6 quotes by 2 speakers (gen-000001)",
        "1 quote by nobody named",
        "",
        "speaker  quotes  articles  outlets  first       last        role",
        "Siti          4         3        2  2024-10-20  2024-11-12",
        "Bonar         1         1        1  2024-10-20  2024-10-20",
    ]


@pytest.mark.parametrize(
    ("args", "expected"),
    [
        (["menang"], {"Siti": 3, "Bonar": 1}),
        (['"suara aman"'], {"Siti": 1}),
        (["--source", "kabar teluk"], {"Siti": 3}),
        (["--speaker", "BONAR"], {"Bonar": 1}),
        (["--date", "2024-10"], {"Bonar": 1, "Siti": 1}),
        (["--date", "undated"], {"Siti": 1}),
        (["--since", "2024-11"], {"Siti": 2}),
        (["--until", "2024-10", "menang"], {"Bonar": 1}),
        (["--limit", "1"], {"Siti": 4}),
        (["--limit", "9"], {"Siti": 4, "Bonar": 1}),
        (["--all"], {"Siti": 4, "Bonar": 1}),
        (["jujur"], {}),
    ],
)
def test_query_and_filters_choose_the_quotes_that_count(
    suara: Suara, args: list[str], expected: dict[str, int]
) -> None:
    assert counts(suara("--format", "json", *args)) == expected


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        ("outlet", [("Siti", "Kabar Teluk", "2"), ("Siti", "lentera.example", "1")]),
        ("month", [("Siti", "2024-11", "1"), ("Siti", "undated", "1"), ("Siti", "2024-10", "1")]),
    ],
)
def test_outlets_or_months_are_counted_apart(
    suara: Suara, by: str, expected: list[tuple[str, str, str]]
) -> None:
    result = suara("--speaker", "Siti", "--by", by, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert {(row["speaker"], row[by], row["articles"]) for row in rows} == set(expected)
    assert {row["generation"] for row in rows} == {"gen-000001"}


def test_what_has_no_date_is_counted_where_dates_are_asked_for(suara: Suara) -> None:
    record = json.loads(suara("--since", "2024", "--format", "json").stdout)
    assert (record["quotes"], record["unnamed"], record["undated"]) == (5, 1, 1)


@pytest.mark.parametrize(
    ("form", "args", "shown"),
    [
        ("table", [], TABLE_SPEAKERS),
        ("table", ["--all"], 25),
        ("table", ["--limit", "3"], 3),
        ("csv", [], 25),
        ("csv", ["--limit", "3"], 3),
        ("jsonl", [], 25),
    ],
)
def test_a_table_lists_the_first_speakers_and_other_formats_all(
    runner: CliRunner,
    article: Callable[..., Article],
    build_index: Callable[..., Path],
    form: str,
    args: list[str],
    shown: int,
) -> None:
    said = [f"Suara nomor {number}" for number in range(25)]
    quotes = [(f"Saksi {number}", text) for number, text in enumerate(said)]
    root = build_index([article(body="; ".join(said), quotes=quotes)])
    result = runner.invoke(main, ["speakers", "--index", str(root), "--format", form, *args])
    assert sum("Saksi" in line for line in result.stdout.splitlines()) == shown
    assert ("more speakers; --all lists them" in result.stdout) == (form == "table" and shown < 25)


@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv"])
def test_nothing_found_is_said_aside_and_exits_with_one(suara: Suara, form: str) -> None:
    result = suara("zebra", "--format", form)
    assert (result.exit_code, result.stderr) == (1, "Nothing found.\n")


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["???"], "Type something to search for"),
        (["--all", "--limit", "3"], "Error: --all gives everything at once; leave out --limit.\n"),
        (["--limit", "0"], "0 is not in the range x>=1"),
        (["--by", "year"], "'year' is not one of"),
        (["--since", "kemarin"], "Error: 'kemarin' is no date"),
        (["menang", "(aman"], "never closed; add a ')'.\n  menang (aman\n         ^\n"),
    ],
)
def test_wrong_input_is_said_aside_and_exits_with_two(suara: Suara, args: list[str], message: str) -> None:
    result = suara(*args)
    assert result.exit_code == 2
    assert message in result.stderr
    assert result.stdout == ""


def test_help_says_how_with_an_example(suara: Suara) -> None:
    assert "Example: suara speakers" in suara("--help").stdout


def test_counts_are_those_of_the_quotes_found(runner: CliRunner, sample_index: Path) -> None:
    for query in ("", "pemilih", '"politik uang"', "date:2024-10", "warga OR suara"):
        arguments = ["--index", str(sample_index), "--format", "json", "--", query]
        counted = json.loads(runner.invoke(main, ["speakers", *arguments]).stdout)
        found = json.loads(runner.invoke(main, ["quotes", "--all", *arguments]).stdout)
        assert counted["quotes"] == found["total"] == len(found["hits"])
        for row in counted["rows"]:
            theirs = [hit for hit in found["hits"] if hit["speaker"] == row["speaker"]]
            days = sorted(hit["date"] for hit in theirs if hit["date"])
            assert row["quotes"] == len(theirs)
            assert row["articles"] == len({hit["article_id"] for hit in theirs})
            assert row["outlets"] == len({hit["source"] for hit in theirs if hit["source"]})
            assert [row["first"], row["last"]] == ([days[0], days[-1]] if days else [None, None])
        unnamed = [hit for hit in found["hits"] if not hit["speaker"]]
        assert counted["unnamed"] == len(unnamed)


def test_a_name_that_is_no_field_is_told_aside(suara: Suara) -> None:
    assert suara("isi:menang").stderr.startswith("No field is called 'isi:'; it is looked for as a word.\n")
