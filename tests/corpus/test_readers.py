import gzip
import json
import os
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.errors import CorpusError
from corpus.page import GivenFields, Problem, RawPage, SourceFile
from corpus.readers import count_documents, find_files, read_file, read_pages

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
    assert (
        problem.reason
        == "the suffix has to be one of .txt, .html, .htm, .jsonl, .csv, .warc, or .gz behind it"
    )


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
    (folder / "buntu").symlink_to(tmp_path / "tiada")
    assert [str(problem) for problem in read_pages([folder])] == [
        f"{folder / 'tautan.txt'}: the file is a link, and links are not followed",
        f"{folder / 'putaran'}: the folder is a link, and links are not followed",
    ]


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
        assert [page.path.name for page in found if isinstance(page, RawPage)] == ["indeks.txt", "m.txt"]
    assert count_documents([tmp_path], without={inner.resolve()}) == 2
    assert list(read_pages([inner], without=[inner.resolve()])) == []


def test_documents_are_counted_by_pages_and_lines(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("halaman\nbaris")
    (tmp_path / "b.html").write_text("<p>")
    (tmp_path / "c.jsonl").write_text(f"{ROW}\n{ROW}\n")
    (tmp_path / "d.csv").write_text("title\nsatu\n")
    (tmp_path / "tautan.txt").symlink_to(tmp_path / "a.txt")
    assert count_documents([tmp_path]) == 1 + 1 + 2 + 2


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.txt", "halaman"), ("a.HTML", "<p>halaman"), ("a.jsonl", ROW), ("a.csv", "title\n")],
)
def test_every_file_may_be_packed(tmp_path: Path, name: str, content: str) -> None:
    (tmp_path / name).write_text(content)
    (tmp_path / f"{name}.gz").write_bytes(gzip.compress(content.encode()))
    plain, packed = read_pages([tmp_path])
    assert (packed.path.name, packed.line) == (f"{name}.gz", plain.line)
    if isinstance(plain, RawPage):
        assert isinstance(packed, RawPage)
        assert packed.digest == plain.digest
    else:
        assert packed.reason == plain.reason


def test_a_packed_file_that_breaks_off_gives_what_stands_before(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    rows = [json.dumps({"text": os.urandom(2000).hex()}) for _ in range(100)]
    path.write_bytes(gzip.compress("\n".join(rows).encode())[:-5000])
    *pages, problem = read_pages([path])
    assert len(pages) > 50
    assert problem == Problem(path, None, "the packed file is cut off")
    assert count_documents([path]) == 0


def test_files_are_found_without_being_opened(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("halaman")
    (file,) = find_files([tmp_path])
    assert isinstance(file, SourceFile)
    assert (file.path, file.modified) == (path, path.stat().st_mtime_ns)
    assert [page.content for page in read_file(file) if isinstance(page, RawPage)] == ["halaman"]


def test_the_stamp_is_another_when_the_file_or_its_sidecar_is(tmp_path: Path) -> None:
    path, beside = tmp_path / "a.txt", tmp_path / "a.txt.meta.json"

    def stamp() -> str:
        named, found = *find_files([path]), *find_files([tmp_path])
        assert isinstance(found, SourceFile)
        assert named == found
        return found.stamp

    path.write_text("halaman")
    stamps = [stamp()]
    beside.write_text("{}")
    stamps.append(stamp())
    os.utime(beside, ns=(1, 1))
    stamps.append(stamp())
    path.write_text("halaman lain")
    stamps.append(stamp())
    beside.unlink()
    stamps.append(stamp())
    assert len(set(stamps)) == 5


def test_the_stamp_is_another_where_a_file_of_the_same_size_has_the_old_time_set_again(
    tmp_path: Path,
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("tahun 2023")
    (before,) = find_files([path])
    assert isinstance(before, SourceFile)
    time.sleep(0.05)  # file systems keep time in steps
    path.write_text("tahun 2024")
    os.utime(path, ns=(before.modified,) * 2)
    (after,) = find_files([path])
    assert isinstance(after, SourceFile)
    assert before.stamp != after.stamp


def test_the_newer_of_file_and_sidecar_is_the_time_of_a_file(tmp_path: Path) -> None:
    path, beside = tmp_path / "a.txt", tmp_path / "a.txt.meta.json"
    for each in (path, beside):
        each.write_text("{}")
    for times in ((5, 9), (9, 5)):
        os.utime(path, ns=(times[0], times[0]))
        os.utime(beside, ns=(times[1], times[1]))
        (file,) = find_files([path])
        assert isinstance(file, SourceFile)
        assert file.modified == 9


def test_the_digest_is_of_what_a_document_says_and_not_of_its_place() -> None:
    page = RawPage(Path("a.txt"), None, "saved", "isi")
    assert len(page.digest) == 32
    assert page.digest == RawPage(Path("b.txt"), 7, "saved", "isi").digest
    others = [
        RawPage(Path("a.txt"), None, "plain", "isi"),
        RawPage(Path("a.txt"), None, "saved", "isi\ud800"),
        RawPage(Path("a.txt"), None, "saved", "isi", GivenFields(title="a")),
        RawPage(Path("a.txt"), None, "saved", "isi", GivenFields(source="a")),
        RawPage(Path("a.txt"), None, "saved", "isi", GivenFields(speakers=("a", "b"))),
        RawPage(Path("a.txt"), None, "saved", "isi", GivenFields(speakers=("a, b",))),
    ]
    assert len({page.digest, *(other.digest for other in others)}) == 7


@pytest.mark.parametrize("name", ["a\0b", "x" * 300])
def test_a_path_that_cannot_be_is_an_error(tmp_path: Path, name: str) -> None:
    with pytest.raises(CorpusError, match="cannot be looked at"):
        list(read_pages([tmp_path / name]))


SUFFIXES = [".txt", ".html", ".htm", ".jsonl", ".csv", ".warc"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.sampled_from(SUFFIXES), st.sampled_from(["", ".gz"]), st.binary(max_size=500), st.booleans())
def test_any_bytes_under_any_suffix_are_pages_or_problems(
    tmp_path: Path,
    suffix: str,
    packed: str,
    data: bytes,
    whole: bool,  # noqa: FBT001
) -> None:
    path = tmp_path / f"a{suffix}{packed}"
    path.write_bytes(gzip.compress(data) if packed and whole else data)
    assert all(isinstance(page, RawPage | Problem) for page in read_pages([path]))
    path.unlink()
