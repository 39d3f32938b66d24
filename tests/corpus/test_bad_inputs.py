"""Files that newsrooms and attackers leave in a corpus, by their row in a table of bad inputs."""

import gzip
import json
import os
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from zipfile import ZipFile

import pytest

from corpus.documents import read_articles
from corpus.page import Extraction, Problem, SourceFile
from corpus.readers import find_files, read_file

LEAD = "Ketua KPU Arunika Rahmat Wiradikarta membuka pendaftaran calon gubernur di Lembayung, Senin pagi."
GOOD = json.dumps({"text": LEAD})
HTML = f"<html><body><p>{LEAD}</p><p>{LEAD}</p></body></html>"
EMPTY = "the file is empty"
Row = tuple[str, str, bytes, int, list[str]]


def row(**fields: object) -> bytes:
    return json.dumps({"text": LEAD, **fields}).encode()


def response(payload: bytes, length: int | None = None, kind: str = "response") -> bytes:
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + payload
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: https://kabar.example/a\r\n"
        f"Content-Length: {len(block) if length is None else length}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


PAGE = response(HTML.encode())
NUMBER = "a number where text in quotation marks is wanted; the row is kept without it"

# Row of the table, name of the file, its content, articles that come of it, parts of the problems.
CONTENTS: list[Row] = [
    ("D1", "a.jsonl", row(id=None) + b"\n" + row(id=""), 2, []),
    ("D3", "a.jsonl", row(id="../../x\0" * 9), 1, []),
    ("D5", "a.jsonl", b'{"text": "\\ud800 ' + LEAD.encode() + b'", "title": "\\udfff"}', 1, []),
    ("D7", "a.jsonl", row(text=f"{LEAD}\nKPU siap.\n" * 12_000), 1, []),
    ("D9", "a.jsonl", row(date="2024-11-17T23:30:00+00:00"), 1, []),
    ("D11", "a.jsonl", row(date="kemarin") + b"\n" + row(date=3), 2, ["'date' is not a date", NUMBER]),
    ("D13", "a.jsonl", b'{"title": "Judul"}\n' + row(), 1, ["there is no text"]),
    ("D15", "a.jsonl", row(title="</mark><script>" + "x" * 10_000), 1, []),
    (
        "D17",
        "a.jsonl",
        row(url="https://kabar.example/a") + b"\n" + row(url="https://kabar.example/b"),
        2,
        [],
    ),
    (
        "D19",
        "a.jsonl",
        b'{"text": "a", "n": ' + b"9" * 5000 + b"}\n" + row(views=-1),
        1,
        ["thousands of digits"],
    ),
    ("F1", "a.txt", b"", 0, [EMPTY]),
    ("F1", "b.txt", b"\xef\xbb\xbf", 0, [EMPTY]),
    ("F1", "c.html", b"\n", 0, [EMPTY]),
    ("F1", "d.jsonl", b"\xff\xfe", 0, [EMPTY]),
    ("F1", "e.csv", b"\n", 0, [EMPTY]),
    ("F1", "f.warc", b"", 0, [EMPTY]),
    ("F1", "g.txt.gz", gzip.compress(b""), 0, [EMPTY]),
    ("F3", "a.txt", f"{LEAD}\n".encode("utf-16"), 1, []),
    ("F3", "b.txt", LEAD.encode("utf-16-le"), 1, []),
    ("F3", "c.html", HTML.encode("utf-16-be"), 1, []),
    ("F3", "d.jsonl", GOOD.encode("utf-16-be"), 1, []),
    ("F5", "a.txt", LEAD.encode() + b"\xff " + LEAD.encode(), 1, ["1 byte is no UTF-8 and was replaced"]),
    (
        "F5",
        "b.txt",
        f"{LEAD} “é”".encode() + b"\xe9" + LEAD.encode(),
        1,
        ["1 byte is no UTF-8 and was replaced"],
    ),
    ("F5", "c.jsonl", GOOD.replace("KPU", "KPU\\u0020").encode()[:-3] + b'\xff"}', 1, ["1 byte is no UTF-8"]),
    ("F7", "a.jsonl", b"[" * 100_000 + b"\n" + row(), 1, ["nested too deeply"]),
    (
        "F9",
        "a.jsonl",
        b'{"n": NaN}\n{"n": -Infinity}\n' + row(),
        1,
        ["NaN is no JSON", "-Infinity is no JSON"],
    ),
    ("F9", "b.jsonl", b'{"title": 1e999, "text": "' + LEAD.encode() + b'"}', 1, [NUMBER]),
    (
        "F11",
        "a.jsonl",
        b"\r\n".join([row(), row(), b"{", row(), b"{}{}", b"null", b"[]", b'"x"', row(), b'{"text": "ab']),
        4,
        ["no valid JSON", "Extra data", *["no JSON object"] * 3, "cut off in the middle of its JSON"],
    ),
    ("F11", "b.jsonl", b'"' + b"x" * 100_000_000 + b'"\n' + row(), 1, ["the line is longer than 10 MB"]),
    ("F13", "a.html", b"<div>" * 20_000 + HTML.encode(), 0, ["no article text"]),
    ("F13", "b.html", b"<html></html>", 0, ["no article text"]),
    ("F13", "c.html", b"<script>lacak()</script>", 0, ["no article text"]),
    ("F13", "d.html", b"<!-- " + HTML.encode(), 0, ["no HTML"]),
    ("F13", "e.html", b"<frameset><frame src=a></frameset>", 0, ["no article text"]),
    ("F13", "f.html", b"<meta charset=utf-16>" + HTML.replace("KPU", "“KPU”").encode(), 1, []),
    (
        "F13",
        "g.html",
        b"<p " + b" ".join(b'a%d="1"' % n for n in range(140_000)) + b">" + HTML.encode(),
        1,
        [],
    ),
    ("F15", "a.html", HTML.encode() + b"<p>" * 100_000, 1, []),
    ("F17", "a.txt.gz", gzip.compress(bytes(20_000_000)), 0, ["the page is larger than 10 MB, unpacked"]),
    (
        "F17",
        "b.jsonl.gz",
        gzip.compress(row() + b"\n" + b" " * 70_000_000),
        1,
        ["the line is longer than 10 MB", "the file unpacks to more than 200 times its size"],
    ),
    ("F19", "a.warc", PAGE + PAGE[:-30], 1, ["the record is cut off"]),
    (
        "F19",
        "b.warc",
        response(b"<p>x", 20) + PAGE + response(b"<p>x", 9000) + PAGE,
        2,
        ["the record is"] * 2,
    ),
    ("F19", "c.warc.gz", gzip.compress(PAGE + PAGE), 2, []),
    ("F19", "d.warc", response(b"<p>x", 10_737_418_240) + PAGE, 1, ["the record is cut off"]),
    ("F19", "e.warc", response(b"", kind="revisit") + PAGE, 1, []),
    ("F19", "f.warc", response(b"<p>" + b"x" * 11_000_000) + PAGE, 1, ["the record is larger than 10 MB"]),
]


def articles_in(found: list[Extraction | Problem]) -> list[Extraction]:
    return [each for each in found if isinstance(each, Extraction)]


def reasons_in(found: list[Extraction | Problem]) -> list[str]:
    return [each.reason for each in found if isinstance(each, Problem)]


@pytest.mark.parametrize(
    ("name", "content", "articles", "reasons"),
    [pytest.param(*case[1:], id=f"{case[0]} {case[1]}") for case in CONTENTS],
)
def test_a_bad_file_gives_what_can_be_read_of_it(
    tmp_path: Path, name: str, content: bytes, articles: int, reasons: list[str]
) -> None:
    (tmp_path / name).write_bytes(content)
    (tmp_path / "z.txt").write_text(LEAD)
    *found, last = read_articles([tmp_path])
    assert (last.path.name, type(last)) == ("z.txt", Extraction)
    assert len(articles_in(found)) == articles
    for said, wanted in zip(reasons_in(found), reasons, strict=True):
        assert wanted in said
    for each in articles_in(found):
        each.article.to_json().encode("utf-8")


def test_d3_an_id_that_is_given_is_not_used(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(row(id="../../x", url="https://kabar.example/a"))
    (found,) = articles_in(list(read_articles([tmp_path])))
    assert len(found.article.id) == 20
    assert int(found.article.id, 16) >= 0


def test_d7_a_body_over_the_limit_is_cut_with_a_mark(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(row(text=f"{LEAD}\nKPU siap.\n" * 12_000, speakers=["Rahmat"]))
    (found,) = articles_in(list(read_articles([tmp_path])))
    assert len(found.article.body) <= 1_000_000
    assert found.dropped[-1].reason.startswith("the body is cut")


def test_d9_a_time_with_an_offset_is_a_day_in_western_indonesia(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(row(date="2024-11-17T23:30:00+00:00"))
    (found,) = articles_in(list(read_articles([tmp_path])))
    assert found.article.date == date(2024, 11, 17) + timedelta(days=1)


def test_d15_a_title_is_text_and_has_an_end(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(row(title="Judul " * 2000))
    (found,) = articles_in(list(read_articles([tmp_path])))
    assert len(found.article.title or "") <= 500


@pytest.mark.parametrize("name", ["a.zip", "a.7z", "a.rar", "a.tar", "a.TGZ", "a.tar.gz"])
def test_f17_an_archive_is_refused_with_a_sentence_and_never_opened(tmp_path: Path, name: str) -> None:
    with ZipFile(tmp_path / name, "w") as archive:
        archive.writestr("../../jahat.html", HTML)
    for start in (tmp_path, tmp_path / name):
        (problem,) = read_articles([start])
        assert str(problem) == (
            f"{tmp_path / name}: archives are not read; unpack it first and put its documents in a folder"
        )


def test_f21_no_link_is_followed_and_each_is_named(tmp_path: Path) -> None:
    (tmp_path / "luar").mkdir()
    (tmp_path / "luar" / "rahasia.txt").write_text(LEAD)
    folder = tmp_path / "korpus"
    folder.mkdir()
    (folder / "a.txt").symlink_to("a.txt")
    (folder / "b.txt").symlink_to("/etc/passwd")
    (folder / "c").symlink_to(tmp_path / "luar")
    (folder / "d").symlink_to(".")
    found = list(read_articles([folder]))
    assert [each.path.name for each in found] == ["a.txt", "b.txt", "c", "d"]
    assert all("links are not followed" in reason for reason in reasons_in(found))
    (alone,) = read_articles([folder / "a.txt"])
    assert isinstance(alone, Problem)


def rename_over(path: Path) -> None:
    path.unlink()
    path.symlink_to("/etc/passwd")


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (Path.unlink, "No such file"),
        (rename_over, "symbolic links"),
        (lambda path: os.truncate(path, 0), EMPTY),
    ],
)
def test_f23_a_file_that_changes_after_it_was_found_is_a_problem(
    tmp_path: Path, change: Callable[[Path], None], reason: str
) -> None:
    (tmp_path / "a.txt").write_text(LEAD)
    (file,) = find_files([tmp_path])
    assert isinstance(file, SourceFile)
    change(file.path)
    (problem,) = read_file(file)
    assert isinstance(problem, Problem)
    assert reason in problem.reason


def test_f23_a_file_that_grows_while_it_is_read_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(row() + b"\n")
    found = read_articles([path])
    assert isinstance(next(found), Extraction)
    with path.open("ab") as file:
        file.write(row() + b"\n" + b'{"text": "')
    assert all("cut off" in reason for reason in reasons_in(list(found)))


def test_f23_another_time_alone_is_another_stamp(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(LEAD)
    (before,) = find_files([path])
    os.utime(path, ns=(1, 1))
    (after,) = find_files([path])
    assert isinstance(before, SourceFile)
    assert isinstance(after, SourceFile)
    assert (before.path, after.modified) == (after.path, 1)
    assert before.stamp != after.stamp


def test_f25_deep_and_wide_folders_are_walked(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*["x"] * 200)
    deep.mkdir(parents=True)
    (deep / "dalam.txt").write_text(LEAD)
    for number in range(3000):
        (tmp_path / f"{number:04}.txt").touch()
    found = [file.path.name for file in find_files([tmp_path])]
    assert found == [*(f"{number:04}.txt" for number in range(3000)), "dalam.txt"]


def test_f25_a_path_that_is_too_long_for_the_system_is_a_problem(tmp_path: Path) -> None:
    here = os.open(tmp_path, os.O_RDONLY)
    try:
        for _ in range(20):
            os.mkdir("x" * 250, dir_fd=here)
            below = os.open("x" * 250, os.O_RDONLY, dir_fd=here)
            os.close(here)
            here = below
    finally:
        os.close(here)
    (problem,) = find_files([tmp_path])
    assert isinstance(problem, Problem)
    assert problem.reason == "the folder cannot be read: File name too long"
