import json
import os
from pathlib import Path

import pytest

from corpus.errors import CorpusError
from corpus.page import Problem, RawPage
from corpus.readers import count_documents, read_pages

ROW = json.dumps({"text": "KPU Arunika membuka pendaftaran."})


def pages_in(*paths: Path) -> list[RawPage]:
    return [page for page in read_pages(paths) if isinstance(page, RawPage)]


def problems_in(*paths: Path) -> list[Problem]:
    return [page for page in read_pages(paths) if isinstance(page, Problem)]


def test_each_suffix_is_read_in_its_form(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("halaman")
    (tmp_path / "b.HTML").write_text("<p>halaman")
    (tmp_path / "c.htm").write_text("<p>halaman")
    (tmp_path / "d.jsonl").write_text(ROW)
    assert [(page.path.name, page.form, page.line) for page in pages_in(tmp_path)] == [
        ("a.txt", "saved", None),
        ("b.HTML", "html", None),
        ("c.htm", "html", None),
        ("d.jsonl", "plain", 1),
    ]


def test_folders_are_read_by_name_and_to_any_depth(tmp_path: Path) -> None:
    deep = tmp_path / "b"
    for level in range(60):
        deep = deep / str(level)
    deep.mkdir(parents=True)
    for path in (deep / "dalam.txt", tmp_path / "z.txt", tmp_path / "a.txt", tmp_path / "b" / "m.txt"):
        path.write_text("halaman")
    assert [page.path.name for page in pages_in(tmp_path)] == ["a.txt", "z.txt", "m.txt", "dalam.txt"]


def test_hidden_files_and_other_suffixes_in_a_folder_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / ".tersembunyi.txt").write_text("halaman")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "a.txt").write_text("halaman")
    (tmp_path / "foto.jpg").write_bytes(b"x")
    assert list(read_pages([tmp_path])) == []


def test_a_file_of_another_suffix_asked_for_by_name_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "foto.jpg").write_bytes(b"x")
    (problem,) = problems_in(tmp_path / "foto.jpg")
    assert ".txt, .html, .htm, .jsonl, .csv" in problem.reason


def test_a_path_that_does_not_exist_is_an_error_that_names_it(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match=r"tiada\.txt does not exist"):
        list(read_pages([tmp_path / "tiada.txt"]))


def test_links_are_not_followed(tmp_path: Path) -> None:
    folder = tmp_path / "korpus"
    folder.mkdir()
    outside = tmp_path / "luar.txt"
    outside.write_text("rahasia")
    (folder / "tautan.txt").symlink_to(outside)
    (folder / "putaran").symlink_to(folder)
    (problem,) = list(read_pages([folder]))
    assert str(problem) == f"{folder / 'tautan.txt'}: the file is a link, and links are not followed"


def test_a_pipe_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipa.txt")
    assert "no regular file" in problems_in(tmp_path)[0].reason


@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf", b"\n \n", b"\0\0\0"])
@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.jsonl", "a.csv"])
def test_an_empty_file_is_one_problem(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    assert [problem.reason for problem in problems_in(tmp_path)] == ["the file is empty"]


def test_a_picture_with_the_suffix_of_a_page_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(bytes(range(1, 9)) * 500)
    assert "no text" in problems_in(tmp_path)[0].reason


def test_a_page_over_the_limit_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"x" * 10_000_001)
    assert problems_in(tmp_path)[0].reason == "the page is larger than 10 MB"


@pytest.mark.parametrize("name", ["b.txt", "b.html", "b.jsonl", "b.csv"])
def test_a_file_that_vanishes_after_the_listing_is_a_problem(tmp_path: Path, name: str) -> None:
    for each in ("a.txt", name, "c.txt"):
        (tmp_path / each).write_text("halaman")
    found = read_pages([tmp_path])
    next(found)
    (tmp_path / name).unlink()
    problem, last = found
    assert str(problem) == f"{tmp_path / name}: the file cannot be read: No such file or directory"
    assert last.path.name == "c.txt"


def test_a_folder_that_vanishes_after_the_listing_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("halaman")
    (tmp_path / "folder").mkdir()
    found = read_pages([tmp_path])
    next(found)
    (tmp_path / "folder").rmdir()
    (problem,) = found
    assert str(problem) == f"{tmp_path / 'folder'}: the folder cannot be read: No such file or directory"


def test_a_folder_may_be_left_out_wherever_it_stands(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "indeks"
    inner.mkdir(parents=True)
    for path in (inner / "gen.txt", tmp_path / "a" / "m.txt", tmp_path / "indeks.txt"):
        path.write_text("halaman")
    (tmp_path / "jalan").symlink_to(tmp_path)
    for start in (tmp_path, tmp_path / "jalan"):
        found = read_pages([start], without=[inner.resolve()])
        assert [page.path.name for page in found] == ["indeks.txt", "m.txt"]
    assert count_documents([tmp_path], without={inner.resolve()}) == 2
    assert list(read_pages([inner], without=[inner.resolve()])) == []


def test_documents_are_counted_by_pages_and_lines(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("halaman\nbaris")
    (tmp_path / "b.html").write_text("<p>")
    (tmp_path / "c.jsonl").write_text(f"{ROW}\n{ROW}\n")
    (tmp_path / "d.csv").write_text("title\nsatu\n")
    (tmp_path / "tautan.txt").symlink_to(tmp_path / "a.txt")
    assert count_documents([tmp_path]) == 1 + 1 + 2 + 2
