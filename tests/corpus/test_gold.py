import json
from pathlib import Path
from typing import Any

import pytest

from corpus.errors import CorpusError
from corpus.gold import GOLD, GoldQuote, read_gold, shipped_gold


def folder_of(tmp_path: Path, *rows: object) -> Path:
    tmp_path.joinpath("kotak.txt").write_text("Kotak suara tiba.", encoding="utf-8")
    lines = [row if isinstance(row, str) else json.dumps(row) for row in rows]
    tmp_path.joinpath(GOLD).write_text("\n".join(lines), encoding="utf-8")
    return tmp_path


def test_the_shipped_gold_is_there_in_both_halves() -> None:
    assert [folder.name for folder in shipped_gold()] == ["unseen", "second", "patterns"]
    assert all(len(read_gold(folder)) >= 18 for folder in shipped_gold())


def test_what_a_row_holds_is_labelled_and_nothing_else(tmp_path: Path) -> None:
    quotes = [
        {"text": "aman", "speaker": None},
        {"text": "kotak tiba", "kind": "indirect", "role": "Ketua", "speaker": "Siti"},
    ]
    folder = folder_of(
        tmp_path,
        {"path": "kotak.txt", "title": "Kotak", "author": None, "quotes": quotes, "note": 1},
        "",
        {"path": "kotak.txt", "line": 2, "speakers": ["Siti"]},
    )

    first, second = read_gold(folder)

    assert (first.path, first.line, first.row) == (folder / "kotak.txt", None, 1)
    assert first.fields == {"title": "Kotak", "author": None}
    assert first.speakers is None
    assert first.quotes == (
        GoldQuote("aman", "direct", {"speaker": None}),
        GoldQuote("kotak tiba", "indirect", {"speaker": "Siti", "role": "Ketua"}),
    )
    assert (second.line, second.row, second.speakers, second.quotes) == (2, 3, ("Siti",), None)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("{", "the row is cut off"),
        ([], "no JSON object"),
        ({}, "'path' names no page of the folder: None"),
        ({"path": "lain.txt"}, "'path' names no page of the folder: 'lain.txt'"),
        ({"path": 3}, "'path' is no text"),
        ({"path": "kotak.txt", "line": "2"}, "'line' is no number"),
        ({"path": "kotak.txt", "line": True}, "'line' is no number"),
        ({"path": "kotak.txt", "date": 20241127}, "'date' is no text"),
        ({"path": "kotak.txt", "speakers": "Siti"}, "'speakers' is no list of names"),
        ({"path": "kotak.txt", "speakers": [None]}, "'speakers' is no list of names"),
        ({"path": "kotak.txt", "quotes": {}}, "'quotes' is no list of objects"),
        ({"path": "kotak.txt", "quotes": ["aman"]}, "'quotes' is no list of objects"),
        ({"path": "kotak.txt", "quotes": [{"speaker": "Siti"}]}, "a quote has no 'text'"),
        ({"path": "kotak.txt", "quotes": [{"text": "a", "kind": "x"}]}, "neither direct nor indirect"),
        ({"path": "kotak.txt", "quotes": [{"text": "a", "role": 1}]}, "'role' is no text"),
    ],
)
def test_a_row_that_cannot_be_read_is_named(tmp_path: Path, row: Any, reason: str) -> None:
    folder = folder_of(tmp_path, {"path": "kotak.txt"}, row)

    with pytest.raises(CorpusError, match=reason) as raised:
        read_gold(folder)
    assert str(raised.value).startswith(f"{folder / GOLD}, line 2: ")


def test_a_folder_without_gold_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match=r"cannot be read .* give a folder that holds one"):
        read_gold(tmp_path)


@pytest.mark.parametrize(("data", "reason"), [(b"", "holds no row"), (b"\xff\xfe", "is no UTF-8")])
def test_a_gold_file_without_rows_or_of_other_bytes_is_refused(
    tmp_path: Path, data: bytes, reason: str
) -> None:
    tmp_path.joinpath(GOLD).write_bytes(data)
    with pytest.raises(CorpusError, match=reason):
        read_gold(tmp_path)
