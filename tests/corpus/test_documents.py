import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.documents import read_articles
from corpus.errors import CorpusError
from corpus.page import Extraction, Problem

TEXT = "Ketua KPU Arunika membuka pendaftaran calon gubernur di Lembayung, Senin pagi."


def test_articles_and_problems_come_in_one_stream(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(
        f"{json.dumps({'text': TEXT})}\nrusak\n{json.dumps({'text': 'Beranda'})}\n"
    )
    (tmp_path / "b.txt").write_text(TEXT)
    (tmp_path / "c.html").write_bytes(b"<p>" + b"x" * 2_000_000)
    found = list(read_articles([tmp_path]))
    assert [(type(each), each.path.name, each.line) for each in found] == [
        (Extraction, "a.jsonl", 1),
        (Problem, "a.jsonl", 2),
        (Problem, "a.jsonl", 3),
        (Extraction, "b.txt", None),
        (Problem, "c.html", None),
    ]
    assert str(found[2]).startswith(f"{tmp_path / 'a.jsonl'}:3: no article text was found")


def test_a_row_with_a_bad_field_gives_a_problem_and_its_article(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": TEXT, "date": "kemarin sore"}))
    problem, extraction = read_articles([tmp_path])
    assert str(problem) == (
        f"{tmp_path / 'a.jsonl'}:1: 'date' is not a date: 'kemarin sore'; the row is kept without it"
    )
    assert isinstance(extraction, Extraction)
    assert extraction.article.date is None


def test_a_folder_may_be_left_out(tmp_path: Path) -> None:
    (tmp_path / "indeks").mkdir()
    (tmp_path / "indeks" / "a.txt").write_text(TEXT)
    assert list(read_articles([tmp_path], without=[(tmp_path / "indeks").resolve()])) == []


def test_a_path_that_does_not_exist_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="does not exist"):
        list(read_articles([tmp_path / "tiada"]))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.lists(
        st.one_of(
            st.binary(max_size=80), st.text(max_size=80).map(lambda text: json.dumps({"text": text}).encode())
        )
    )
)
def test_any_lines_are_articles_or_problems(tmp_path: Path, lines: list[bytes]) -> None:
    (tmp_path / "a.jsonl").write_bytes(b"\n".join(lines))
    assert all(isinstance(each, Extraction | Problem) for each in read_articles([tmp_path]))
