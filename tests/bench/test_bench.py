"""The whole benchmark on a few invented articles, with the peers installed. Nothing is said of time."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bench.peers import ENTRANTS, Entrant
from bench.questions import Task
from bench.results import Row

TOP = Path(__file__).parent.parent.parent
INSTALLED = [name for name, each in ENTRANTS.items() if each.is_installed]


def run(*options: str) -> subprocess.CompletedProcess[str]:
    path = os.pathsep.join([str(TOP), str(TOP / "tests")])
    return subprocess.run(
        [sys.executable, "-m", "bench", *options],
        cwd=TOP,
        env=os.environ | {"PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("bench")
    result = run("--size", "60", "--rounds", "1", "--starts", "1", "--output", str(made))
    assert result.returncode == 0, result.stdout + result.stderr
    assert "60 articles" in result.stdout
    return made


@pytest.fixture(scope="module")
def found(output: Path) -> dict[str, Any]:
    (size,) = json.loads((output / "bench.json").read_text(encoding="utf-8"))["sizes"]
    result: dict[str, Any] = size
    return result


def test_every_peer_is_timed_on_every_task_it_has(found: dict[str, Any]) -> None:
    timed = {(each["peer"], each["task"]) for each in found["times"]}
    assert timed == {(peer, task) for peer in INSTALLED for task in ENTRANTS[peer].load().tasks}
    assert {task for _, task in timed} == set(Task)
    assert all(second > 0 for each in found["times"] for second in each["seconds"])


def test_every_peer_gives_suaras_answers(found: dict[str, Any]) -> None:
    answers = found["agreements"]
    assert {each["peer"] for each in answers} == set(INSTALLED)
    assert [each for each in answers if each["same_total"] is False or each["same_facets"] is False] == []
    assert any(each["total"] for each in answers)


@pytest.mark.parametrize("row", [row for row in Row if row not in (Row.PUBLISHED, Row.COMMAND)])
def test_every_peer_has_every_figure(found: dict[str, Any], row: Row) -> None:
    assert {each["peer"] for each in found["figures"] if each["row"] == row.label} == set(INSTALLED)


def test_the_report_and_the_picture_are_written(output: Path) -> None:
    report = (output / "bench.md").read_text(encoding="utf-8")
    assert "## 60 articles" in report
    assert (output / "bench.svg").read_text(encoding="utf-8").startswith("<svg")


def test_a_size_that_is_none_is_refused() -> None:
    result = run("--size", "many")
    assert result.returncode == 2
    assert "'many' is not a number of articles" in result.stderr


def test_an_engine_that_is_not_there_is_told() -> None:
    missing = Entrant("lembayung", "Lembayung", "lembayung_of_arunika", None, "bench.none:None")
    assert not missing.is_installed
    assert missing.version == "not installed"
