import json
import os
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from index.generations import IndexFolder
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


def test_analyze_shows_what_words_have_together(runner: CliRunner) -> None:
    result = runner.invoke(main, ["analyze", "Anak-anak wali kota"])
    assert result.stdout.splitlines() == [
        "anak       -",
        "anak       -",
        "anak-anak  anak",
        "wali       wali",
        "kota       kota",
        "wali kota  walikota",
    ]


def test_analyze_explains_what_a_query_becomes(runner: CliRunner) -> None:
    lines = runner.invoke(main, ["analyze", "--explain", "KPU", "yang", "ppk"]).stdout.splitlines()
    assert [line.split("  ")[0].strip() for line in lines] == ["kpu", "yang", "ppk", "kpu", "ppk", "ppk"]
    assert "function word" in lines[1]
    assert "komisi pemilihan umum" in lines[3]
    assert "acronym kpu (equivalents.tsv:" in lines[3]
    assert all("not widened" in line for line in lines[4:])
    told = runner.invoke(main, ["analyze", "kpu"], env={"SUARA_ANALYZE_EXPLAIN": "1"}).stdout
    assert "acronym" in told


def test_analyze_finds_no_word_in_punctuation(runner: CliRunner) -> None:
    assert runner.invoke(main, ["analyze", "!!"]).exit_code == 1


def test_analyze_names_an_index_that_was_made_with_other_rules(
    pages: Path, tmp_path: Path, runner: CliRunner
) -> None:
    root = tmp_path / "index"
    runner.invoke(main, ["index", "rebuild", "--corpus", str(pages), "--index", str(root)])
    assert runner.invoke(main, ["analyze", "pemilih", "--index", str(root)]).stderr == ""
    generation = IndexFolder(root).current()
    other = replace(generation.manifest, analyzer="other rules")
    other.write(generation.path)
    (root / "CURRENT").write_text(f"{generation.name} {other.digest()}\n")
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


@pytest.fixture
def built(pages: Path, tmp_path: Path, runner: CliRunner) -> Path:
    root = tmp_path / "index"
    runner.invoke(main, ["index", "rebuild", "--corpus", str(pages), "--index", str(root)])
    return root


def test_update_tells_what_changed(built: Path, pages: Path, runner: CliRunner) -> None:
    arguments = ["index", "update", "--corpus", str(pages), "--index", str(built)]
    text = "LEMBAYUNG - Bawaslu Arunika memeriksa laporan dana kampanye.\nHasilnya diumumkan pekan depan."
    (pages / "b.jsonl").write_text(json.dumps({"title": "Dana kampanye", "text": text}) + "\n")
    result = runner.invoke(main, arguments)
    assert result.exit_code == 0
    assert "gen-000002: 2 articles" in result.stderr
    assert "1 written, 0 taken out" in result.stderr


def test_update_without_an_index_asks_for_a_rebuild(pages: Path, tmp_path: Path, runner: CliRunner) -> None:
    arguments = ["index", "update", "--corpus", str(pages), "--index", str(tmp_path / "none")]
    result = runner.invoke(main, arguments)
    assert result.exit_code == 2
    assert "suara index rebuild" in result.stderr


@pytest.mark.parametrize("command", ["rebuild", "update"])
def test_strict_fails_where_a_document_was_refused_and_indexes_the_rest(
    built: Path, pages: Path, runner: CliRunner, command: str
) -> None:
    arguments = ["index", command, "--corpus", str(pages), "--index", str(built)]
    assert runner.invoke(main, arguments).exit_code == 0
    assert runner.invoke(main, [*arguments, "--strict"]).exit_code == 2
    (pages / "rows.jsonl").write_text((pages / "rows.jsonl").read_text().removesuffix("{broken\n"))
    assert runner.invoke(main, [*arguments, "--strict"]).exit_code == 0


def test_status_is_one_object_as_json(built: Path, runner: CliRunner) -> None:
    result = runner.invoke(main, ["index", "status", "--index", str(built), "--format", "json"])
    status = json.loads(result.stdout)
    assert (status["generation"], status["articles"], status["kept"]) == ("gen-000001", 1, [])


def test_verify_names_what_is_damaged(built: Path, runner: CliRunner) -> None:
    arguments = ["index", "verify", "--index", str(built)]
    assert runner.invoke(main, arguments).exit_code == 0
    segment = next((built / "gen-000001" / "articles").glob("*.seg"))
    segment.write_bytes(segment.read_bytes()[:-1] + b"\x00\x01")
    result = runner.invoke(main, arguments)
    assert result.exit_code == 2
    assert segment.name in result.stderr
    assert "suara index rebuild" in result.stderr


def test_rollback_and_prune_say_what_they_did(built: Path, pages: Path, runner: CliRunner) -> None:
    runner.invoke(main, ["index", "rebuild", "--corpus", str(pages), "--index", str(built)])
    result = runner.invoke(main, ["index", "rollback", "--index", str(built)])
    assert (result.exit_code, result.stderr) == (0, "gen-000001 is live: 1 articles.\n")
    result = runner.invoke(main, ["index", "prune", "--index", str(built)])
    assert (result.exit_code, result.stderr) == (0, "Removed: gen-000002.\n")
    result = runner.invoke(main, ["index", "rollback", "--index", str(built)])
    assert result.exit_code == 2


@pytest.mark.parametrize("command", ["rollback", "prune", "verify", "status", "update"])
def test_a_mistyped_index_is_not_made(tmp_path: Path, pages: Path, runner: CliRunner, command: str) -> None:
    arguments = ["--corpus", str(pages)] if command == "update" else []
    result = runner.invoke(main, ["index", command, "--index", str(tmp_path / "typo"), *arguments])
    assert result.exit_code == 2
    assert "suara index rebuild" in result.stderr
    assert not (tmp_path / "typo").exists()


def test_strict_counts_files_that_no_reader_knows_and_no_duplicates(
    pages: Path, tmp_path: Path, runner: CliRunner
) -> None:
    line = (pages / "rows.jsonl").read_text().splitlines()[0]
    (pages / "rows.jsonl").write_text(f"{line}\n{line}\n")
    arguments = ["index", "rebuild", "--corpus", str(pages), "--index", str(tmp_path / "i"), "--strict"]
    result = runner.invoke(main, arguments)
    assert (result.exit_code, "0 refused, 1 the same as another" in result.stderr) == (0, True)
    (pages / "more.zip").write_bytes(b"PK")
    result = runner.invoke(main, arguments)
    assert (result.exit_code, "1 refused" in result.stderr) == (2, True)


def test_a_file_of_merges_is_read_from_an_option_or_the_environment(
    pages: Path, tmp_path: Path, runner: CliRunner
) -> None:
    decided = tmp_path / "people.tsv"
    decided.write_text("merge\tEndah Marlupi\tSiti Marlupi\n")
    environment = {"SUARA_CORPUS": str(pages), "SUARA_INDEX": str(tmp_path / "index")}
    assert runner.invoke(main, ["index", "rebuild"], env=environment).exit_code == 0
    result = runner.invoke(main, ["index", "update", "--people", str(decided)], env=environment)
    assert f"Names were joined anew, by {decided}." in result.stderr
    assert (
        '"value": "Endah Marlupi"'
        in runner.invoke(main, ["search", "pemilih", "--format", "json"], env=environment).stdout
    )
    again = runner.invoke(main, ["index", "update"], env=environment | {"SUARA_PEOPLE": str(decided)})
    assert "anew" not in again.stderr
    without = runner.invoke(main, ["index", "update"], env=environment)
    assert "Names were joined anew, without a file of merges and splits." in without.stderr


def test_lines_that_meet_nobody_are_told_and_wrong_for_that_is_nothing(
    pages: Path, tmp_path: Path, runner: CliRunner
) -> None:
    decided = tmp_path / "people.tsv"
    decided.write_text(
        "merge\tSiti Marlupi\tSiit Marlupi\nsplit\tSiti Marlupi\tSiti\tKetua RT Lembayung\n"
        "merge\tSiti Marlupi\tBu Endah\n"
    )
    arguments = ["--corpus", str(pages), "--index", str(tmp_path / "index"), "--people", str(decided)]
    result = runner.invoke(main, ["index", "rebuild", *arguments])
    end = "correct the line, or leave it for articles to come."
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.splitlines()[-3:] == [
        f"{decided}:1: no article names 'Siit Marlupi': {end}",
        f"{decided}:2: no article names 'Siti' with the role 'Ketua RT Lembayung': {end}",
        f"{decided}:3: no article names 'Bu Endah': names stand there without titles, so write 'Endah'.",
    ]
    assert "no article names" not in runner.invoke(main, ["index", "update", *arguments]).stderr
    decided.write_text("".join(f"merge\tSiti Marlupi\tSiti {'Entah' * number}\n" for number in range(1, 23)))
    told = runner.invoke(main, ["index", "update", *arguments]).stderr.splitlines()
    assert (len([line for line in told if end in line]), told[-1]) == (
        20,
        "So it is with 2 more of its lines.",
    )


def test_a_file_of_merges_that_makes_no_sense_is_wrong_input(
    pages: Path, tmp_path: Path, runner: CliRunner
) -> None:
    decided = tmp_path / "people.tsv"
    decided.write_text("merge\tEndah Marlupi\n")
    root = tmp_path / "index"
    arguments = ["--corpus", str(pages), "--index", str(root), "--people", str(decided)]
    result = runner.invoke(main, ["index", "rebuild", *arguments])
    assert result.exit_code == 2
    assert f"{decided}:1: write merge or split" in result.stderr
    assert not root.exists()
