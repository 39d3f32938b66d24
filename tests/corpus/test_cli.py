import gzip
import json
import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from webui.commands import CommandGroup

LEAD = "Ketua KPU Arunika Rahmat Wiradikarta membuka pendaftaran calon gubernur di aula, Minggu (17/11/2024)."
QUOTE = "“Kami siap melayani semua calon,” kata Rahmat."


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(f"Beranda\n{LEAD}\n{QUOTE}\nBerita Terkait\n")
    return path


def run(*arguments: str | Path) -> Result:
    group = CommandGroup(places={"inspect": "corpus.cli:inspect_command"})
    return CliRunner().invoke(group, ["inspect", *map(str, arguments)])


def test_inspect_shows_fields_quotes_body_and_what_was_left_out(page: Path) -> None:
    result = run(page)
    assert result.exit_code == 0
    for shown in (
        str(page),
        "date:        2024-11-17",
        "date_origin: body",
        "title:       -",
        "speakers:    Rahmat Wiradikarta",
        "Rahmat Wiradikarta (direct): ",
        f"    {LEAD}",
        "    1: Beranda  [page furniture]",
        "    4: Berita Terkait  [related headlines]",
    ):
        assert shown in result.stdout


def test_inspect_prints_the_records_under_their_own_names_as_json(page: Path) -> None:
    (page.parent / "b.jsonl").write_text(json.dumps({"text": LEAD, "title": "Judul"}))
    first, second = json.loads(run(page.parent, "--format", "json").stdout)
    assert (first["path"], first["line"], first["date"]) == (str(page), None, "2024-11-17")
    assert first["dropped"][0] == {"line": 1, "text": "Beranda", "reason": "page furniture"}
    assert first["quotes"][0]["speaker"] == "Rahmat Wiradikarta"
    assert (second["title"], second["line"], second["dropped"]) == ("Judul", 1, [])


def test_a_problem_goes_to_stderr_and_the_rest_is_shown(page: Path) -> None:
    bad = page.parent / "b.txt"
    bad.write_bytes(b"")
    result = run(page, bad)
    assert result.exit_code == 0
    assert result.stderr == f"{bad}: the file is empty\n"


def test_where_nothing_could_be_read_the_exit_code_is_two(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    result = run(tmp_path, "--format", "json")
    assert result.exit_code == 2
    assert json.loads(result.stdout) == []


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_file_name_that_is_no_text_is_shown_all_the_same(tmp_path: Path, form: str) -> None:
    for name, content in ((b"\xff.txt", LEAD), (b"\xfe.txt", "")):
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_text(content)
    result = run(tmp_path, "--format", form)
    assert result.exit_code == 0
    assert "/?.txt" in result.stdout
    assert "/?.txt: the file is empty" in result.stderr


def test_a_path_that_does_not_exist_is_one_line_and_exit_code_two(tmp_path: Path) -> None:
    result = run(tmp_path / "tiada")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith("Error: ")
    assert result.stderr.count("\n") == 1


def test_a_folder_may_be_named_as_the_corpus(page: Path) -> None:
    assert run("--corpus", page.parent).stdout == run(page.parent).stdout


def test_inspect_of_nothing_looks_for_the_corpus(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    result = run()
    assert result.exit_code == 2
    assert result.stderr.startswith("Error: pages does not exist")


def test_an_empty_name_of_a_folder_is_refused() -> None:
    result = run("--corpus", "")
    assert result.exit_code == 2
    assert "it is empty" in result.stderr


def test_inspect_shows_what_a_sidecar_gives_and_unpacks(page: Path) -> None:
    packed = page.parent / "b.txt.gz"
    packed.write_bytes(gzip.compress(page.read_bytes()))
    (page.parent / "b.txt.gz.meta.json").write_text('{"title": "Judul Baru", "titel": "x"}')
    result = run(packed)
    assert result.exit_code == 0
    assert "title:       Judul Baru" in result.stdout
    assert "b.txt.gz.meta.json: 'titel' is no field of a sidecar" in result.stderr
