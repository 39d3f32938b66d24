import gzip
from pathlib import Path

import pytest

from corpus.errors import CorpusError
from corpus.set_rows import set_rows


@pytest.mark.parametrize("name", ["rows.jsonl", "rows.jsonl.gz"])
def test_rows_are_read_packed_or_not(tmp_path: Path, name: str) -> None:
    data = b'{"id": "satu"}\n{"id": "dua"}\n'
    tmp_path.joinpath(name).write_bytes(gzip.compress(data) if name.endswith(".gz") else data)

    assert [row["id"] for row in set_rows(tmp_path / name, "id")] == ["satu", "dua"]


@pytest.mark.parametrize(
    ("line", "reason"),
    [("{", "is no JSON"), ("[1]", "'id' is no text"), ('{"id": 1}', "'id' is no text")],
)
def test_a_row_that_cannot_be_read_is_named(tmp_path: Path, line: str, reason: str) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text(f'{{"id": "satu"}}\n{line}\n', encoding="utf-8")

    with pytest.raises(CorpusError, match=f"line 2: {reason}"):
        list(set_rows(path, "id"))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("rows.jsonl", b"\xff\n"),
        ("rows.jsonl.gz", gzip.compress(b'{"id": "satu"}\n')[:-9]),
    ],
)
def test_a_damaged_file_is_refused(tmp_path: Path, name: str, data: bytes) -> None:
    tmp_path.joinpath(name).write_bytes(data)

    with pytest.raises(CorpusError, match="is damaged"):
        list(set_rows(tmp_path / name, "id"))


@pytest.mark.parametrize(("name", "data"), [("none.jsonl", None), ("rows.jsonl.gz", b"no gzip")])
def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path, name: str, data: bytes | None) -> None:
    if data is not None:
        tmp_path.joinpath(name).write_bytes(data)

    with pytest.raises(CorpusError, match=r"cannot be read .* give the folder that holds it"):
        list(set_rows(tmp_path / name, "id"))
