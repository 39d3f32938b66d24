"""`suara search` and `suara quotes`."""

import csv
import io
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from corpus.article import Article
from search import work
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
        (["debat", "--date", "2024-11-12"], ["Debat kedua"]),
        (["debat", "--date", "2024-W42", "--by", "year"], ["Debat publik di Lembayung"]),
        (["debat", "--date", "2024", "--sort", "oldest"], ["Debat publik di Lembayung", "Debat kedua"]),
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


def test_any_of_the_words_can_be_asked_for(suara: Suara) -> None:
    assert titles(
        suara("search", "--format", "json", "--mode", "any", "publik", "nelayan", "--sort", "newest")
    ) == [
        "Debat kedua",
        "Debat publik di Lembayung",
    ]


def test_an_answer_with_some_of_the_words_says_so(suara: Suara) -> None:
    result = suara("search", "publik", "tembakau", "--no-facets")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines()[:5] == [
        "1 found (gen-000001)",
        "No article has all the words; these have some.",
        "    tembakau: nothing found; 1 without it",
        "    publik: 1 found",
        "",
    ]
    record = json.loads(suara("search", "publik", "tembakau", "--format", "json").stdout)
    assert record["relaxed"] is True
    assert record["explanation"][0] == {"kind": "word", "text": "tembakau", "alone": 0, "without": 1}


def test_a_query_that_would_read_too_much_exits_with_two(
    suara: Suara, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(work, "POSTINGS_LEAST", 3)
    monkeypatch.setattr(work, "POSTINGS_PER_DOCUMENT", 0)
    result = suara("search", "debat", "OR", "menang")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("Error: These words are too common to be looked for all at once: debat, ")


def test_json_is_one_object(suara: Suara) -> None:
    record = json.loads(suara("search", "debat", "--format", "json").stdout)
    assert list(record) == [
        *("query", "total", "relaxed", "suggestion", "hits"),
        *("facets", "undated", "namesakes", "explanation", "generation"),
    ]
    assert record["facets"]["date"] == [
        {"value": "2024-11", "count": 1},
        {"value": "2024-10", "count": 1},
        {"value": "undated", "count": 1},
    ]
    bare = json.loads(suara("search", "debat", "--format", "json", "--no-facets").stdout)
    assert list(bare) == [key for key in record if key != "facets"]


def test_dates_are_counted_by_the_unit_asked_for(suara: Suara) -> None:
    lines = suara("search", "debat", "--by", "week", "--date", "2024-11").stdout.splitlines()
    assert lines[:2] == ["1 found (gen-000001)", "1 without a date left out"]
    assert lines[-1] == "date:    *2024-11 1 | 2024-W46 1 | 2024-W42 1 | undated 1"
    record = json.loads(suara("quotes", "menang", "--by", "year", "--format", "json").stdout)
    assert record["facets"]["date"] == [{"value": "2024", "count": 2}]


def test_json_lines_and_csv_hold_one_hit_each(suara: Suara) -> None:
    lines = suara("search", "debat", "--format", "jsonl").stdout.splitlines()
    assert len([json.loads(line) for line in lines]) == 3
    rows = list(csv.DictReader(io.StringIO(suara("quotes", "menang", "--format", "csv").stdout)))
    assert {row["speaker"] for row in rows} == {"Bonar Simatangga", "Nu'man Saefudin"}


@pytest.fixture(scope="module")
def large_index(article: Callable[..., Article], build_index: Callable[..., Path]) -> Path:
    """One debate with more quotes, by more people, than a page or a facet lists."""
    said = [f"Debat nomor {number} kami catat" for number in range(130)]
    debate = article(
        body=". ".join(f"“{text},” kata saksi" for text in said),
        quotes=[(f"Saksi {number}", f"{text},") for number, text in enumerate(said)],
    )
    return build_index([debate, article(title=None, body="Debat usai.", date=None, source=None)])


def test_all_prints_every_hit_and_every_value(runner: CliRunner, large_index: Path) -> None:
    def printed(*args: str) -> str:
        args = (*args, "--all", "--index", str(large_index))
        return runner.invoke(main, args, catch_exceptions=False).stdout

    record = json.loads(printed("quotes", "debat", "--format", "json"))
    assert (record["total"], len(record["hits"]), len(record["facets"]["speaker"])) == (130, 130, 130)
    assert len({hit["text"] for hit in record["hits"]}) == 130
    lines = [json.loads(line) for line in printed("quotes", "debat", "--format", "jsonl").splitlines()]
    assert [line["text"] for line in lines] == [hit["text"] for hit in record["hits"]]
    assert {line["generation"] for line in lines} == {"gen-000001"}
    rows = list(csv.DictReader(io.StringIO(printed("quotes", "--format", "csv"))))
    assert len(rows) == 130
    assert {row["generation"] for row in rows} == {"gen-000001"}
    assert len(json.loads(printed("search", "--format", "json"))["hits"]) == 2
    assert printed("search", "--sort", "newest").startswith("2 found (gen-000001)")


@pytest.mark.parametrize(
    ("args", "named"),
    [
        (["--page", "1"], "--page"),
        (["--limit", "10"], "--limit"),
        (["--limit", "10", "--page", "2"], "--page and --limit"),
    ],
)
def test_all_and_a_part_of_it_exclude_each_other(suara: Suara, args: list[str], named: str) -> None:
    result = suara("search", "debat", "--all", *args)
    assert result.exit_code == 2
    assert f"Error: --all gives everything at once; leave out {named}.\n" in result.stderr


def test_a_limit_of_the_environment_gives_way_to_all(suara: Suara, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUARA_SEARCH_LIMIT", "1")
    assert len(titles(suara("search", "debat", "--all", "--format", "json"))) == 3


@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv"])
@pytest.mark.parametrize("command", ["search", "quotes"])
def test_nothing_found_is_said_aside_and_exits_with_one(suara: Suara, command: str, form: str) -> None:
    result = suara(command, "pelantikan", "--format", form)
    assert (result.exit_code, result.stderr) == (1, "Nothing found.\n")
    if form == "json":
        assert json.loads(result.stdout)["total"] == 0


@pytest.mark.parametrize("options", [[], ["--all"]])
@pytest.mark.parametrize("command", ["search", "quotes"])
def test_what_was_meant_is_told_whatever_the_format(suara: Suara, command: str, options: list[str]) -> None:
    for form in ("csv", "jsonl"):
        result = suara(command, "mennang", "--format", form, *options)
        assert (result.exit_code, result.stdout) == (1, "")
        assert result.stderr == "Did you mean: menang\nNothing found.\n"
    table, record = (suara(command, "mennang", "--format", form, *options) for form in ("table", "json"))
    assert "Did you mean: menang" in table.stdout.splitlines()
    assert json.loads(record.stdout)["suggestion"] == "menang"
    assert table.stderr == record.stderr == "Nothing found.\n"


def test_a_name_misspelt_is_told_in_the_whole_query(suara: Suara) -> None:
    result = suara("search", "debat speaker:'Bonar Simatanga'", "--no-facets")
    assert result.stdout.splitlines()[1] == 'Did you mean: debat speaker:"Bonar Simatangga"'


@pytest.mark.parametrize(
    ("args", "message"),
    [
        ([], "Type something to search for, or choose"),
        ([""], "Type something to search for"),
        (["  ", "\t"], "Type something to search for"),
        (["\0"], "Type something to search for"),
        (["???", "-", '"😀"'], "Type something to search for"),
        (['speaker:""'], "Type something to search for"),
        (["-hoaks"], "is no option"),
        (["debat", "--limit", "0"], "0 is not in the range 1<=x<=100"),
        (["debat", "--limit", "101"], "101 is not in the range"),
        (["debat", "--limit", "ten"], "is not a valid integer"),
        (["debat", "--page", "0"], "0 is not in the range 1<=x<=100"),
        (["debat", "--page", "101"], "101 is not in the range"),
        (["debat", "--page", "2"], "Error: Page 2 is past the last one, 1; ask for an earlier page.\n"),
        (["debat", "--mode", "some"], "'some' is not one of"),
        (["debat", "--sort", "best"], "'best' is not one of"),
        (["debat", "--format", "xml"], "'xml' is not one of"),
        (["debat", "--since", "kemarin"], "Error: 'kemarin' is no date"),
        (["debat", "--until", "2024-13"], "Error: '2024-13' is not in the calendar"),
        (["debat", "--since", "2024-11", "--until", "2024-10"], "ends before it begins; turn it around."),
        (
            ["debat", "--date", "2024-13"],
            "Error: '2024-13' is no year, month, week or day; choose one such as",
        ),
        (["debat", "--date", "2024-W60"], "'2024-W60' is no year, month, week or day"),
        (["debat", "--by", "decade"], "'decade' is not one of 'year', 'month', 'week', 'day'"),
        (["x" * 1001], "Error: The query is longer than 1,000 characters; shorten it.\n"),
        (
            ["debat", "(publik"],
            "never closed; add a ')'.\n  debat (publik\n        ^\nDid you mean: debat (publik)\n",
        ),
        (
            ["debat\npembicra:Budi"],
            "\n  debat pembicra:Budi\n        ^\nDid you mean: debat pembicara:Budi\n",
        ),
        (["a\nb", "*"], "kata* or kata~.\n  a b *\n      ^\n"),
        (["debat", "pe*"], "before the '*'.\n  debat pe*\n        ^\n"),
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


@pytest.fixture(scope="module")
def checked_index(article: Callable[..., Article], build_index: Callable[..., Path]) -> Path:
    said = [("Bonar Simatangga", "Video itu palsu,")]
    body = "Debat. “Video itu palsu,” kata Bonar Simatangga."
    return build_index(
        [
            article(title="Debat kedua", body=body, quotes=said),
            article(title="Cek Fakta: Debat", body=body, quotes=said, kind="factcheck"),
        ]
    )


@pytest.mark.parametrize("command", ["search", "quotes"])
@pytest.mark.parametrize("every", [[], ["--all"]])
def test_a_kind_narrows_what_is_found(
    runner: CliRunner, checked_index: Path, command: str, every: list[str]
) -> None:
    def found(*kinds: str) -> Any:
        chosen = [each for kind in kinds for each in ("--kind", kind)]
        args = [command, "palsu", *chosen, *every, "--format", "json", "--index", str(checked_index)]
        return json.loads(runner.invoke(main, args, catch_exceptions=False).stdout)

    both = [{"value": "factcheck", "count": 1}, {"value": "news", "count": 1}]
    assert [found(*kinds)["total"] for kinds in ([], ["news"], ["factcheck", "news"])] == [2, 1, 2]
    (hit,) = found("factcheck")["hits"]
    assert (hit["title"], hit.get("article_kind") or hit["kind"]) == ("Cek Fakta: Debat", "factcheck")
    assert found("factcheck")["facets"]["kind"] == both


def test_a_kind_narrows_who_is_counted(runner: CliRunner, checked_index: Path) -> None:
    args = ["speakers", "--kind", "factcheck", "--format", "json", "--index", str(checked_index)]
    (row,) = json.loads(runner.invoke(main, args, catch_exceptions=False).stdout)["rows"]
    assert (row["speaker"], row["quotes"]) == ("Bonar Simatangga", 1)
