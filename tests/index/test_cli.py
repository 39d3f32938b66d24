import json
import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from webui.cli import main


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    row = {
        "url": "https://lenteraarunika.com/a",
        "title": "KPU Arunika menetapkan daftar pemilih",
        "text": "LEMBAYUNG - KPU Arunika menetapkan daftar pemilih tetap pada Jumat sore.\n"
        "“Datanglah ke TPS dan gunakan hak pilih,” kata Ketua KPU Arunika, Siti Marlupi.",
        "date": "2024-09-20",
    }
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "rows.jsonl").write_text(json.dumps(row) + "\n{broken\n")
    return folder


def test_rebuild_indexes_what_it_can_and_names_the_rest(
    pages: Path, tmp_path: Path, runner: CliRunner
) -> None:
    result = runner.invoke(
        main, ["index", "rebuild", "--corpus", str(pages), "--index", str(tmp_path / "index")]
    )
    assert result.exit_code == 0
    assert result.stdout == ""
    assert f"{pages / 'rows.jsonl'}:2: " in result.stderr
    assert "gen-000001: 1 articles and " in result.stderr
    assert "%" not in result.stderr


def test_options_are_read_from_the_environment(pages: Path, tmp_path: Path, runner: CliRunner) -> None:
    environment = {"SUARA_CORPUS": str(pages), "SUARA_INDEX": str(tmp_path / "index")}
    assert runner.invoke(main, ["index", "rebuild"], env=environment).exit_code == 0
    result = runner.invoke(main, ["index", "status"], env=environment)
    assert result.exit_code == 0
    assert "gen-000001" in result.stdout
    assert "articles   1\n" in result.stdout


def test_status_without_an_index_says_what_to_do(tmp_path: Path, runner: CliRunner) -> None:
    result = runner.invoke(main, ["index", "status", "--index", str(tmp_path / "none")])
    assert result.exit_code == 2
    assert "suara index rebuild" in result.stderr
    assert "Traceback" not in result.output


def test_rebuild_of_a_missing_corpus_is_wrong_input(tmp_path: Path, runner: CliRunner) -> None:
    arguments = ["index", "rebuild", "--corpus", str(tmp_path / "none"), "--index", str(tmp_path / "index")]
    result = runner.invoke(main, arguments)
    assert result.exit_code == 2
    assert str(tmp_path / "none") in result.stderr


def test_analyze_shows_surface_and_stem(runner: CliRunner) -> None:
    result = runner.invoke(main, ["analyze", "Pemilih", "yang", "memilih"])
    assert result.exit_code == 0
    assert [line.split() for line in result.stdout.splitlines()] == [
        ["pemilih", "pilih"],
        ["yang", "-"],
        ["memilih", "pilih"],
    ]


def test_analyze_finds_no_word_in_punctuation(runner: CliRunner) -> None:
    assert runner.invoke(main, ["analyze", "!!"]).exit_code == 1


def test_analyze_names_an_index_that_was_made_with_other_rules(
    pages: Path, tmp_path: Path, runner: CliRunner
) -> None:
    root = tmp_path / "index"
    runner.invoke(main, ["index", "rebuild", "--corpus", str(pages), "--index", str(root)])
    assert runner.invoke(main, ["analyze", "pemilih", "--index", str(root)]).stderr == ""
    manifest = root / "gen-000001" / "MANIFEST.json"
    manifest.write_text(manifest.read_text().replace('"analyzer": "', '"analyzer": "0'))
    result = runner.invoke(main, ["analyze", "pemilih", "--index", str(root)])
    assert result.exit_code == 0
    assert "suara index rebuild" in result.stderr


def test_a_file_whose_name_is_no_text_is_indexed_as_any_other(
    pages: Path, tmp_path: Path, runner: CliRunner
) -> None:
    strange = os.fsencode(pages) + b"/berita\xff.jsonl"
    Path(os.fsdecode(strange)).write_bytes((pages / "rows.jsonl").read_bytes().replace(b"/a", b"/b"))
    result = runner.invoke(
        main, ["index", "rebuild", "--corpus", str(pages), "--index", str(tmp_path / "index")]
    )
    assert result.exit_code == 0
    assert "2 articles" in result.stderr


def test_an_index_inside_the_corpus_is_not_read_as_part_of_it(pages: Path, runner: CliRunner) -> None:
    arguments = ["index", "rebuild", "--corpus", str(pages), "--index", str(pages / "index")]
    first, second = runner.invoke(main, arguments), runner.invoke(main, arguments)
    assert "1 articles" in first.stderr
    assert second.stderr.replace("gen-000002", "gen-000001").split(" in ")[0] == first.stderr.split(" in ")[0]
