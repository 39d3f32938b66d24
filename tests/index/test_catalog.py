from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.catalog import CATALOG_NAME, Catalog, Entry, FileRecord, admit
from index.errors import IndexDamagedError

NAMES = st.text(st.characters(), max_size=10)  # lone surrogates too: names of files are bytes
ENTRIES = st.builds(
    Entry,
    line=st.none() | st.integers(1, 9),
    digest=st.text("0123456789abcdef", max_size=4),
    article=st.none() | st.sampled_from(["a", "b"]),
)
FILES = st.lists(
    st.builds(
        FileRecord,
        path=NAMES,
        stamp=NAMES,
        modified=st.integers(0, 3),
        entries=st.lists(ENTRIES, max_size=4).map(tuple),
    ),
    max_size=4,
    unique_by=lambda file: file.path,
)


def record(path: str, *entries: Entry, modified: int = 0) -> FileRecord:
    return FileRecord(path, "", modified, entries)


@given(FILES, st.integers(0))
def test_a_catalog_comes_back_as_it_was_written(
    tmp_path_factory: pytest.TempPathFactory, files: list[FileRecord], surveyed: int
) -> None:
    folder = tmp_path_factory.mktemp("catalog")
    catalog = Catalog(surveyed, {file.path: file for file in files})
    catalog.write(folder)
    assert Catalog.read(folder) == catalog


@pytest.mark.parametrize(
    "text", ["", "{}", "[]\n", '{"surveyed": 1}\n{}\n', '{"surveyed": 1}\n{"entries": 3}\n']
)
def test_a_catalog_that_cannot_be_read_is_damage(tmp_path: Path, text: str) -> None:
    (tmp_path / CATALOG_NAME).write_text(text)
    with pytest.raises(IndexDamagedError, match=CATALOG_NAME):
        Catalog.read(tmp_path)


def test_of_one_url_the_newest_file_wins_and_the_other_is_named() -> None:
    old = record("a.txt", Entry(None, "1", "id"), modified=1)
    new = record("b.txt", Entry(None, "2", "id"), modified=2)
    for files in ([old, new], [new, old]):
        admission = admit(files)
        assert {key: claim.path for key, claim in admission.winners.items()} == {"id": "b.txt"}
        assert [str(each) for each in admission.duplicates] == [
            "a.txt: the same article as b.txt, which was kept"
        ]


def test_within_a_file_the_first_document_wins() -> None:
    twice = record("a.jsonl", Entry(1, "1", "id"), Entry(2, "2", "id"))
    admission = admit([twice])
    assert admission.winners["id"].line == 1


@given(FILES)
def test_every_document_with_an_article_is_admitted_or_named(files: list[FileRecord]) -> None:
    admission = admit(files)
    asking = [entry for file in files for entry in file.entries if entry.article is not None]
    assert len(admission.winners) + len(admission.duplicates) == len(asking)
