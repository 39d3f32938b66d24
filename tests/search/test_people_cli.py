"""`suara people`."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from corpus.article import Article
from webui.cli import main

MakeArticle = Callable[..., Article]
BuildIndex = Callable[..., Path]


@pytest.fixture
def suara(sample_index: Path, runner: CliRunner) -> object:
    def run(*args: str) -> Result:
        return runner.invoke(main, ["people", "--index", str(sample_index), *args])

    return run


@pytest.mark.parametrize("name", ["al badrani", "Fathurrahim Al Badrani"])
def test_a_person_is_shown_with_names_and_roles_over_time(suara: object, name: str) -> None:
    lines = suara(*name.split()).stdout.splitlines()  # type: ignore[operator]
    assert lines[:3] == [
        "Fathurrahim Al Badrani  7 articles",
        "       6  Fathurrahim Al Badrani  (the name itself)",
        "       1  Al Badrani  (one word of the name, beside the same office)",
    ]
    assert "       4  2024-02-14 .. 2024-11-24  Pj Gubernur Arunika" in lines


def test_without_a_name_the_joined_are_listed_for_programs_too(suara: object) -> None:
    (person,) = json.loads(suara("--format", "json").stdout)  # type: ignore[operator]
    assert (person["name"], person["articles"]) == ("Fathurrahim Al Badrani", 7)
    assert person["aliases"][1] == {"name": "Al Badrani", "articles": 1, "reasons": ["office"]}
    assert person["roles"][0] == {
        "role": "Pj Gubernur Arunika",
        "articles": 4,
        "first": "2024-02-14",
        "last": "2024-11-24",
    }


def test_somebody_of_one_name_is_shown_too(suara: object) -> None:
    assert suara("siti marlupi").stdout.startswith("Siti Marlupi  ")  # type: ignore[operator]


def test_titles_of_a_name_may_be_typed(suara: object) -> None:
    assert suara("H. Al Badrani, M.M.").stdout == suara("Al Badrani").stdout != ""  # type: ignore[operator]


def test_an_unknown_name_is_told(suara: object) -> None:
    result = suara("Zainal Entah")  # type: ignore[operator]
    assert (result.exit_code, result.stderr) == (1, "Nobody is called so.\n")


def test_of_a_misspelt_name_the_nearest_are_told(suara: object) -> None:
    result = suara("Siti Marlupy, S.H.")  # type: ignore[operator]
    assert (result.exit_code, result.stderr) == (
        1,
        "Nobody is called so; the nearest names: Siti Marlupi.\n",
    )


def test_of_a_part_of_a_name_the_whole_ones_are_told(suara: object) -> None:
    result = suara("badrani")  # type: ignore[operator]
    assert result.exit_code == 1
    assert result.stderr == (
        "Nobody is called just so; give a whole name: Al Badrani, Fathurrahim Al Badrani.\n"
    )


def test_of_many_names_the_first_are_told(
    runner: CliRunner, article: MakeArticle, build_index: BuildIndex
) -> None:
    names = [f"Sari {letter * 4}" for letter in "ABCDEFGHIJKL"]
    body = "Ayo memilih."
    root = build_index([article(body=body, quotes=[(name, body) for name in names])])
    result = runner.invoke(main, ["people", "--index", str(root), "sari"])
    assert result.stderr.endswith("Sari JJJJ and 2 more.\n")


def test_without_an_index_the_next_step_is_told(tmp_path: Path, runner: CliRunner) -> None:
    result = runner.invoke(main, ["people", "--index", str(tmp_path)])
    assert result.exit_code == 2
    assert "suara index rebuild" in result.stderr
