"""The command as a shell runs it: what comes with Suara, and an invented folder of sets."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from corpus.gold import GOLD
from corpus.page_set import EXPECTED, PAGES
from corpus.tagged_set import TAGGED
from index.stem_evaluation import LEMMAS
from search.evaluation_parts import PARTS
from search.evaluation_sets import NEWS, PASSAGES, QUESTIONS
from webui.cli import main

PLACES = ("Lembayung", "Randu Alas", "Tirtasari", "Karangwaru")
WORDS = "Kotak suara sudah tiba di gudang!"
SAID = f"“{WORDS}” kata Siti Marlupi, Rabu."


def write(path: Path, rows: list[dict[str, Any]]) -> None:
    lines = "\n".join(json.dumps(row) for row in rows).encode()
    path.write_bytes(gzip.compress(lines) if path.suffix == ".gz" else lines)


@pytest.fixture
def sets(tmp_path: Path) -> Path:
    passages = [{"id": f"p{n}", "text": f"Gudang di {place} dibuka."} for n, place in enumerate(PLACES)]
    write(tmp_path / PASSAGES, passages)
    asked = [
        {"question": f"Apakah {place} membuka gudang?", "doc": f"p{n}"} for n, place in enumerate(PLACES)
    ]
    write(tmp_path / QUESTIONS, [row | {"split": "train" if row["doc"] < "p2" else "test"} for row in asked])
    write(tmp_path / NEWS, [{"id": f"n{n}", "text": place, "title": place} for n, place in enumerate(PLACES)])
    (tmp_path / LEMMAS).parent.mkdir()
    (tmp_path / LEMMAS).write_text("memilih\tpilih\tVERB\t3\npilihan\tpilih\tNOUN\t1\n", encoding="utf-8")
    return tmp_path


@pytest.fixture
def voices(tmp_path: Path) -> Path:
    """Tagged articles and raw pages alone, one of each."""
    folder = tmp_path / "voices"
    (folder / PAGES).mkdir(parents=True)
    write(folder / TAGGED, [{"id": "a", "text": SAID, "spans": []}])
    (folder / PAGES / "kotak.html").write_text(f"<title>Kotak</title><p>{SAID}</p>", encoding="utf-8")
    write(folder / PAGES / EXPECTED, [{"html": "kotak.html", "title": "Lain", "date": 0, "content": SAID}])
    return folder


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    folder = tmp_path / "lembayung"
    folder.mkdir()
    write(folder / "rows.jsonl", [{"title": "Kotak\nsuara", "text": SAID}])
    quotes = [{"text": "Kotak suara sudah tiba\ndi gudang!", "speaker": "Siti"}]
    write(folder / GOLD, [{"path": "rows.jsonl", "line": 1, "title": "Kotak suara", "quotes": quotes}])
    return folder


def evaluated(runner: CliRunner, *arguments: object) -> dict[str, Any]:
    result = runner.invoke(main, ["evaluate", "--format", "json", *map(str, arguments)])
    assert result.exit_code == 0, result.stderr
    record: dict[str, Any] = json.loads(result.stdout)
    return record


def test_the_shipped_lists_keep_their_floors(runner: CliRunner) -> None:
    record = evaluated(runner, "--part", "stems")
    f1 = {(row["list"], row["engine"]): row["f1"] for row in record["stemming"]}
    assert f1["stem_gold_election", "suara"] >= 0.99
    assert f1["stem_gold_news", "suara"] >= 0.99
    assert f1["stem_gold", "suara"] >= 0.99
    assert f1["stem_gold", "pystemmer"] < 0.85
    assert (record["wrong"], record["joined"]) == ([], [])


def test_without_folders_what_comes_with_suara_is_measured(runner: CliRunner) -> None:
    record = evaluated(runner)

    assert {row["set"] for row in record["findings"]} == {"unseen", "second", "patterns"}
    assert {row["set"] for row in record["shares"]} == {"unseen", "second", "patterns"}
    assert record["stemming"]
    assert (record["retrieval"], record["bodies"]) == ([], [])
    assert "misses" not in record


def test_sets_are_measured_beside_the_baseline(runner: CliRunner, sets: Path) -> None:
    record = evaluated(runner, "--sets", sets, "--sample", "3")
    found = [
        (row["set"], row["split"], row["engine"], row["questions"], row["mrr"]) for row in record["retrieval"]
    ]
    splits = {"facqa": {"train": 2, "test": 2, "all": 4}, "headlines": {"all": 3}}
    assert found == [
        (name, split, engine, questions, 1.0)
        for name, splits in splits.items()
        for engine in ("suara", "pystemmer")
        for split, questions in splits.items()
    ]
    lemmas = {row["list"]: row for row in record["stemming"] if row["engine"] == "suara"}
    assert lemmas["ud-lemma types"]["words"] == 2
    assert lemmas["ud-lemma tokens"]["f1"] == 1.0


def test_sets_that_are_not_in_the_folder_are_left_out(runner: CliRunner, voices: Path, gold: Path) -> None:
    record = evaluated(runner, "--sets", voices, "--gold", gold)

    assert record["retrieval"] == []
    assert {row["set"] for row in record["findings"]} == {"lembayung", "pfsa-id"}
    assert {row["set"] for row in record["shares"]} == {"lembayung", PAGES}
    assert [row["set"] for row in record["bodies"]] == [PAGES]


def test_only_the_parts_that_are_named_are_measured(runner: CliRunner, voices: Path) -> None:
    record = evaluated(runner, "--part", "pages", "--sets", voices)

    assert [row["measure"] for row in record["shares"]] == ["title", "date", "body"]
    assert (record["stemming"], record["findings"]) == ([], [])


def test_parts_and_folders_in_the_environment_are_parted_by_semicolons(
    runner: CliRunner, voices: Path, gold: Path
) -> None:
    environment = {
        "SUARA_EVALUATE_PART": "pages;voices",
        "SUARA_EVALUATE_GOLD": f"{gold};{gold}",
        "SUARA_EVALUATE_SETS": str(voices),
    }
    result = runner.invoke(main, ["evaluate", "--format", "json"], env=environment)

    sets = [row["set"] for row in json.loads(result.stdout)["shares"] if row["measure"] == "title"]
    assert sets == ["lembayung", "lembayung", PAGES]


@pytest.mark.parametrize("part", PARTS)
def test_a_part_that_is_named_wants_its_sets(runner: CliRunner, tmp_path: Path, part: str) -> None:
    result = runner.invoke(main, ["evaluate", "--part", part, "--sets", str(tmp_path)])

    assert result.exit_code == 2
    assert "cannot be read" in result.stderr


@pytest.mark.parametrize("part", ["retrieval", "pages"])
def test_a_part_of_sets_wants_a_folder(runner: CliRunner, part: str) -> None:
    result = runner.invoke(main, ["evaluate", "--part", part])

    assert result.exit_code == 2
    assert f"--part {part} is measured on real sets; name their folder by --sets." in result.stderr


def test_misses_are_listed_with_what_was_wanted_and_got(runner: CliRunner, gold: Path) -> None:
    record = evaluated(runner, "--part", "voices", "--gold", gold, "--misses")

    assert record["misses"] == [
        {
            "set": "lembayung",
            "page": "rows.jsonl:1",
            "measure": "direct attribution",
            "wanted": "Siti: Kotak suara sudah tiba\ndi gudang!",
            "got": f"Siti Marlupi: {WORDS}",
        }
    ]


def test_a_table_has_a_miss_on_one_line(runner: CliRunner, gold: Path) -> None:
    command = ["evaluate", "--part", "voices", "--gold", str(gold)]
    lines = runner.invoke(main, [*command, "--misses"]).stdout.splitlines()

    assert lines[0].split() == ["set", "measure", "right", "found", "wanted", "precision", "recall", "F1"]
    assert lines[-2:] == [
        "misses",
        f"lembayung/rows.jsonl:1  direct attribution  wanted: Siti: {WORDS}  got: Siti Marlupi: {WORDS}",
    ]
    assert "misses" not in runner.invoke(main, command).stdout


def test_a_table_says_that_there_is_no_miss(runner: CliRunner, gold: Path) -> None:
    write(gold / GOLD, [{"path": "rows.jsonl", "speakers": ["Siti Marlupi"]}])

    result = runner.invoke(main, ["evaluate", "--part", "voices", "--gold", str(gold), "--misses"])

    assert result.stdout.endswith("\n\nmisses\nnone\n")


def test_a_table_of_pages_shows_the_bodies(runner: CliRunner, voices: Path) -> None:
    table = runner.invoke(main, ["evaluate", "--part", "pages", "--sets", str(voices)]).stdout

    header, row = table.splitlines()[-2:]
    assert header.split() == ["set", "pages", "median", "body", "F1", "least", "body", "F1"]
    assert row.split()[:2] == [PAGES, "1"]


def test_a_share_of_nothing_is_a_dash(runner: CliRunner, voices: Path) -> None:
    result = runner.invoke(main, ["evaluate", "--part", "voices", "--sets", str(voices)])

    (row,) = (
        line.split() for line in result.stdout.splitlines() if line.startswith("pfsa-id   direct quotes")
    )
    assert row[-3:] == ["0.0000", "-", "0.0000"]


def test_a_table_names_the_measures(runner: CliRunner, sets: Path) -> None:
    alone = runner.invoke(main, ["evaluate", "--part", "stems"]).stdout
    assert alone.splitlines()[0].split() == ["list", "engine", "words", "precision", "recall", "F1"]
    assert "MRR@10" not in alone
    assert "pairs to keep apart that are joined: none" in alone
    table = runner.invoke(main, ["evaluate", "--sets", str(sets)]).stdout
    (row,) = (line.split() for line in table.splitlines() if line.startswith("headlines  all    suara"))
    assert row[:-1] == ["headlines", "all", "suara", "4", "1.0000", "1.0000", "1.0000"]


def test_a_folder_without_any_set_is_refused(runner: CliRunner, tmp_path: Path) -> None:
    result = runner.invoke(main, ["evaluate", "--sets", str(tmp_path)])
    assert result.exit_code == 2
    assert "no set can be read; give a folder that holds one of" in result.stderr


def test_a_folder_without_gold_is_refused(runner: CliRunner, tmp_path: Path) -> None:
    result = runner.invoke(main, ["evaluate", "--gold", str(tmp_path)])
    assert result.exit_code == 2
    assert "gold.jsonl: cannot be read" in result.stderr


def test_help_says_how_with_an_example(runner: CliRunner) -> None:
    assert "Example: suara evaluate --sets" in runner.invoke(main, ["evaluate", "--help"]).stdout
