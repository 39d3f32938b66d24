"""The command as a shell runs it: the lists that come with Suara, and an invented folder of sets."""

import gzip
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from index.stem_evaluation import LEMMAS
from search.evaluation_sets import NEWS, PASSAGES, QUESTIONS
from webui.cli import main

PLACES = ("Lembayung", "Randu Alas", "Tirtasari", "Karangwaru")


def write(path: Path, rows: list[dict[str, str]]) -> None:
    path.write_bytes(gzip.compress("\n".join(json.dumps(row) for row in rows).encode()))


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


def test_the_shipped_lists_keep_their_floors(runner: CliRunner) -> None:
    record = json.loads(runner.invoke(main, ["evaluate", "--format", "json"]).stdout)
    f1 = {(row["list"], row["engine"]): row["f1"] for row in record["stemming"]}
    assert f1["stem_gold_election", "suara"] >= 0.99
    assert f1["stem_gold_news", "suara"] >= 0.99
    assert f1["stem_gold", "suara"] >= 0.99
    assert f1["stem_gold", "pystemmer"] < 0.85
    assert (record["wrong"], record["joined"], record["retrieval"]) == ([], [], [])


def test_sets_are_measured_beside_the_baseline(runner: CliRunner, sets: Path) -> None:
    result = runner.invoke(main, ["evaluate", "--sets", str(sets), "--sample", "3", "--format", "json"])
    record = json.loads(result.stdout)
    found = [
        (row["set"], row["split"], row["engine"], row["questions"], row["mrr"]) for row in record["retrieval"]
    ]
    assert found == [
        (name, split, engine, questions, 1.0)
        for name, splits in (("facqa", {"train": 2, "test": 2, "all": 4}), ("headlines", {"all": 3}))
        for engine in ("suara", "pystemmer")
        for split, questions in splits.items()
    ]
    lemmas = {row["list"]: row for row in record["stemming"] if row["engine"] == "suara"}
    assert lemmas["ud-lemma types"]["words"] == 2
    assert lemmas["ud-lemma tokens"]["f1"] == 1.0


def test_a_table_names_the_measures(runner: CliRunner, sets: Path) -> None:
    alone = runner.invoke(main, ["evaluate"]).stdout
    assert alone.splitlines()[0].split() == ["list", "engine", "words", "precision", "recall", "F1"]
    assert "MRR@10" not in alone
    assert "pairs to keep apart that are joined: none" in alone
    table = runner.invoke(main, ["evaluate", "--sets", str(sets)]).stdout
    (row,) = (line.split() for line in table.splitlines() if line.startswith("headlines  all    suara"))
    assert row[:-1] == ["headlines", "all", "suara", "4", "1.0000", "1.0000", "1.0000"]


def test_a_folder_without_the_sets_is_refused(runner: CliRunner, tmp_path: Path) -> None:
    result = runner.invoke(main, ["evaluate", "--sets", str(tmp_path)])
    assert result.exit_code == 2
    assert "cannot be read" in result.stderr


def test_help_says_how_with_an_example(runner: CliRunner) -> None:
    assert "Example: suara evaluate --sets" in runner.invoke(main, ["evaluate", "--help"]).stdout
