import gzip
import json
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from corpus.errors import CorpusError
from search.evaluation import Question, RetrievalSet
from search.evaluation_sets import NEWS, PASSAGES, QUESTIONS, read_headlines, read_questions


def write(path: Path, rows: Iterable[object]) -> None:
    lines = "".join(f"{row if isinstance(row, str) else json.dumps(row)}\n" for row in rows)
    path.write_bytes(gzip.compress(lines.encode()))


def headlines(folder: Path) -> RetrievalSet:
    return read_headlines(folder, 10)


def test_questions_ask_for_passages(tmp_path: Path) -> None:
    write(tmp_path / PASSAGES, [{"id": "p1", "text": "Gudang di Lembayung.", "tokens": []}])
    write(tmp_path / QUESTIONS, [{"question": "Di mana gudang?", "doc": "p1", "split": "train", "qid": "1"}])
    found = read_questions(tmp_path)
    assert found.questions == [Question("Di mana gudang?", "p1", "train")]
    assert found.articles["p1"].body == "Gudang di Lembayung."


def test_a_headline_asks_for_a_body_that_is_indexed_without_it(tmp_path: Path) -> None:
    write(tmp_path / NEWS, [{"id": "n1", "text": "Isi.", "title": "Judul"}, {"id": "n2", "text": "Lain."}])
    found = headlines(tmp_path)
    assert found.questions == [Question("Judul", "n1", "all")]
    assert [(each.title, each.body) for each in found.articles.values()] == [(None, "Isi."), (None, "Lain.")]


def test_the_same_headlines_are_drawn_each_time(tmp_path: Path) -> None:
    write(tmp_path / NEWS, [{"id": f"n{n}", "text": "Isi.", "title": f"Judul {n}"} for n in range(40)])
    first, again = (read_headlines(tmp_path, 5) for _ in range(2))
    assert first.questions == again.questions
    assert len({question.article_id for question in first.questions}) == 5
    assert len(first.articles) == 40


@pytest.mark.parametrize("read", [read_questions, headlines])
def test_a_missing_file_is_named(tmp_path: Path, read: Callable[[Path], RetrievalSet]) -> None:
    with pytest.raises(CorpusError, match="cannot be read"):
        read(tmp_path)


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("{", "line 1: is no JSON"),
        ([], "line 1: 'id' is no text"),
        ({"id": "n1"}, "'text' is no text"),
        ({"id": "n1", "text": None}, "'text' is no text"),
    ],
)
def test_a_row_that_is_wrong_is_named(tmp_path: Path, row: object, message: str) -> None:
    write(tmp_path / NEWS, [row])
    with pytest.raises(CorpusError, match=message):
        headlines(tmp_path)


@pytest.mark.parametrize("content", [b"no gzip", gzip.compress(b"{}" * 500)[:-9], gzip.compress(b"\xff\n")])
def test_a_damaged_file_is_named(tmp_path: Path, content: bytes) -> None:
    (tmp_path / NEWS).write_bytes(content)
    with pytest.raises(CorpusError, match=NEWS):
        headlines(tmp_path)


def test_a_question_on_no_passage_is_refused(tmp_path: Path) -> None:
    write(tmp_path / PASSAGES, [{"id": "p1", "text": "Gudang."}])
    write(tmp_path / QUESTIONS, [{"question": "Apa?", "doc": "p2", "split": "test"}])
    with pytest.raises(CorpusError, match="has the id 'p2'"):
        read_questions(tmp_path)
