"""`suara search` and `suara quotes`."""

import csv
import io
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from corpus.article import Article
from webui.cli import main

Suara = Callable[..., Result]


@pytest.fixture(scope="module")
def index_dir(article: Callable[..., Article], build_index: Callable[..., Path]) -> Path:
    return build_index(
        [
            article(
                title="Debat publik di Lembayung",
                body="“Kami siap menang,” kata Bonar Simatangga. Hoaks beredar.",
                quotes=[("Bonar Simatangga", "Kami siap menang,")],
                date=date(2024, 10, 20),
                source="lentera.example",
            ),
            article(
                title="Debat kedua",
                body="Nelayan bertanya. “Kita menang di laut,” kata Nu'man Saefudin.",
                quotes=[("Nu'man Saefudin", "Kita menang di laut,")],
                date=date(2024, 11, 12),
                source="Kabar Teluk",
            ),
            article(title=None, body="Debat -hoaks usai.", date=None, source=None),
        ]
    )


@pytest.fixture
def suara(runner: CliRunner, index_dir: Path) -> Suara:
    """Run a command of Suara over the index; an error that is no exit is a failure."""

    def run(*args: str) -> Result:
        return runner.invoke(main, args, env={"SUARA_INDEX": str(index_dir)}, catch_exceptions=False)

    return run


def titles(result: Result) -> list[str | None]:
    assert result.exit_code == 0, result.stderr
    return [hit["title"] for hit in json.loads(result.stdout)["hits"]]


def test_a_search_prints_a_table(suara: Suara) -> None:
    result = suara("search", "debat", "publik")
    assert result.exit_code == 0
    assert result.stderr == ""
    *hit, address, blank, source, speaker, month = result.stdout.splitlines()
    assert hit == [
        "1 found (gen-000001)",
        "",
        "Debat publik di Lembayung",
        "    2024-10-20 | lentera.example | Bonar Simatangga",
        "    “Kami siap menang,” kata Bonar Simatangga. Hoaks beredar.",
    ]
    assert address.startswith("    00000000")
    assert [blank, source, speaker, month] == [
        "",
        "source:  lentera.example 1",
        "speaker: Bonar Simatangga 1",
        "date:    2024-10 1",
    ]


def test_quotes_prints_quotes(suara: Suara) -> None:
    result = suara("quotes", "menang", "--speaker", "bonar simatangga", "--no-facets")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[:4] == [
        "1 found (gen-000001)",
        "",
        "Bonar Simatangga",
        "    “Kami siap menang,”",
    ]
    assert "speaker:" not in result.stdout


@pytest.mark.parametrize(
    ("args", "expected"),
    [
        (["debat", "--sort", "newest"], ["Debat kedua", "Debat publik di Lembayung", None]),
        (["debat", "--sort", "oldest"], ["Debat publik di Lembayung", "Debat kedua", None]),
        (["debat", "--sort", "newest", "--limit", "1", "--page", "2"], ["Debat publik di Lembayung"]),
        (["debat", "--source", "kabar teluk"], ["Debat kedua"]),
        (
            ["debat", "--source", "kabar teluk", "--source", "lentera.example", "--sort", "newest"],
            ["Debat kedua", "Debat publik di Lembayung"],
        ),
        (["debat", "--source", ""], None),
        (["debat", "--speaker", "Nu’man Saefudin"], ["Debat kedua"]),
        (["debat", "--date", "undated"], [None]),
        (["debat", "--date", "2024-11"], ["Debat kedua"]),
        (["debat", "--since", "2024-11"], ["Debat kedua"]),
        (["debat", "--until", "2024-11-01"], ["Debat publik di Lembayung"]),
        (["debat", "--since", "2024", "--until", "2024-10"], ["Debat publik di Lembayung"]),
        (["--source", "kabar teluk"], ["Debat kedua"]),
        (["--date", "2024-11"], ["Debat kedua"]),
        # A dash begins an option, unless a -- comes before.
        (["--", "-hoaks"], ["Debat kedua"]),
        (["--limit", "5", "--", "-hoaks", "debat"], ["Debat kedua"]),
        (['"siap menang"'], ["Debat publik di Lembayung"]),
        (["de\udcffbat", "OR", "nelayan"], ["Debat kedua"]),
    ],
)
def test_options_narrow_and_order_the_hits(
    suara: Suara, args: list[str], expected: list[str | None] | None
) -> None:
    found = titles(suara("search", "--format", "json", *args))
    assert found == expected if expected is not None else len(found) == 3


def test_json_is_one_object(suara: Suara) -> None:
    record = json.loads(suara("search", "debat", "--format", "json").stdout)
    assert list(record) == ["query", "total", "hits", "facets", "generation"]
    assert record["facets"]["date"] == [
        {"value": "2024-11", "count": 1},
        {"value": "2024-10", "count": 1},
        {"value": "undated", "count": 1},
    ]
    bare = json.loads(suara("search", "debat", "--format", "json", "--no-facets").stdout)
    assert list(bare) == ["query", "total", "hits", "generation"]


def test_json_lines_and_csv_hold_one_hit_each(suara: Suara) -> None:
    lines = suara("search", "debat", "--format", "jsonl").stdout.splitlines()
    assert len([json.loads(line) for line in lines]) == 3
    rows = list(csv.DictReader(io.StringIO(suara("quotes", "menang", "--format", "csv").stdout)))
    assert {row["speaker"] for row in rows} == {"Bonar Simatangga", "Nu'man Saefudin"}


@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv"])
@pytest.mark.parametrize("command", ["search", "quotes"])
def test_nothing_found_is_said_aside_and_exits_with_one(suara: Suara, command: str, form: str) -> None:
    result = suara(command, "pelantikan", "--format", form)
    assert (result.exit_code, result.stderr) == (1, "Nothing found.\n")
    if form == "json":
        assert json.loads(result.stdout)["total"] == 0


@pytest.mark.parametrize(
    ("args", "message"),
    [
        ([], "Type something to search for, or choose"),
        ([""], "Type something to search for"),
        (["  ", "\t"], "Type something to search for"),
        (["\0"], "Type something to search for"),
        (["???", "-", '"😀"'], "Type something to search for"),
        (['speaker:""'], "Type something to search for"),
        (["-hoaks"], "No such option"),
        (["debat", "--limit", "0"], "0 is not in the range 1<=x<=100"),
        (["debat", "--limit", "101"], "101 is not in the range"),
        (["debat", "--limit", "ten"], "is not a valid integer"),
        (["debat", "--page", "0"], "0 is not in the range 1<=x<=100"),
        (["debat", "--page", "101"], "101 is not in the range"),
        (["debat", "--page", "2"], "Error: Page 2 is past the last one, 1; ask for an earlier page.\n"),
        (["debat", "--sort", "best"], "'best' is not one of"),
        (["debat", "--format", "xml"], "'xml' is not one of"),
        (["debat", "--since", "kemarin"], "Error: 'kemarin' is no date"),
        (["debat", "--until", "2024-13"], "Error: '2024-13' is not in the calendar"),
        (["debat", "--since", "2024-11", "--until", "2024-10"], "ends before it begins; turn it around."),
        (["debat", "--date", "2024-11-12"], "Error: '2024-11-12' is no month; choose one such as 2024-11"),
        (["x" * 1001], "Error: The query is longer than 1,000 characters; shorten it.\n"),
        (["debat", "(publik"], "This bracket is never closed; add a ')'.\n  debat (publik\n        ^\n"),
        (["a\nb", "*"], "kata* or kata~.\n  a b *\n      ^\n"),
        (["{error}", "*"], "kata* or kata~.\n  {error} *\n          ^\n"),
        (["\udcff", "*"], "kata* or kata~.\n  \ufffd *\n    ^\n"),
    ],
)
@pytest.mark.parametrize("command", ["search", "quotes"])
def test_wrong_input_is_said_aside_and_exits_with_two(
    suara: Suara, command: str, args: list[str], message: str
) -> None:
    result = suara(command, *args)
    assert result.exit_code == 2
    assert message in result.stderr
    assert result.stdout == ""


def test_what_is_no_text_can_still_be_printed(suara: Suara) -> None:
    result = suara("search", "debat", "--source", "\udcff\udcfe", "--speaker", "a\0b", "--format", "table")
    assert result.exit_code == 1
    result.stdout.encode()


@pytest.mark.parametrize("exists", [True, False])
def test_a_missing_index_names_the_next_step(runner: CliRunner, tmp_path: Path, *, exists: bool) -> None:
    folder = tmp_path if exists else tmp_path / "none"
    result = runner.invoke(main, ["search", "debat", "--index", str(folder)])
    assert result.exit_code == 2
    assert result.stderr == (
        f"Error: {folder}: no index here; run 'suara index rebuild' first or give another --index.\n"
    )


def test_a_file_given_as_index_is_refused(runner: CliRunner, tmp_path: Path) -> None:
    file = tmp_path / "pages.txt"
    file.write_text("debat")
    result = runner.invoke(main, ["quotes", "debat", "--index", str(file)])
    assert result.exit_code == 2
    assert "no index here" in result.stderr


@pytest.mark.parametrize("command", ["search", "quotes"])
def test_help_says_how_with_an_example(suara: Suara, command: str) -> None:
    result = suara(command, "--help")
    assert result.exit_code == 0
    assert f"Example: suara {command}" in result.stdout


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("SOURCE", "kabar teluk", ["Debat kedua"]),
        ("SOURCE", "kabar teluk;lentera.example", ["Debat kedua", "Debat publik di Lembayung"]),
        ("SPEAKER", "Nu'man Saefudin", ["Debat kedua"]),
        ("DATE", "2024-10;2024-11", ["Debat kedua", "Debat publik di Lembayung"]),
        ("LIMIT", "1", ["Debat kedua"]),
        ("SINCE", "2024-11", ["Debat kedua"]),
    ],
)
def test_every_option_is_read_from_the_environment(
    suara: Suara, monkeypatch: pytest.MonkeyPatch, name: str, value: str, expected: list[str]
) -> None:
    monkeypatch.setenv(f"SUARA_SEARCH_{name}", value)
    monkeypatch.setenv("SUARA_SEARCH_FORMAT", "json")
    monkeypatch.setenv("SUARA_SEARCH_SORT", "newest")
    assert titles(suara("search", "debat")) == expected
