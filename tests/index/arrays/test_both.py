from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.article import Article
from index.arrays.array_index import ArrayIndex
from index.arrays.article_writer import article_arrays
from index.arrays.both import open_both
from index.errors import IndexDamagedError

MakeArticle = Callable[..., Article]


@pytest.fixture
def folder(article: MakeArticle, tmp_path: Path) -> Path:
    """Two generations of articles with a quote, the second of which took one of the first out."""
    body = "Ketua KPU Arunika berkata pemilihan berjalan aman."
    articles = [article(body=f"{body} {number}", quotes=[("Sari", "pemilihan")]) for number in range(20)]
    for first in (0, 10):
        with article_arrays(tmp_path) as writer:
            writer.take_out([articles[3].id] if first else [])
            for each in articles[first : first + 10]:
                writer.add(each)
    return tmp_path


def test_both_indexes_count_and_verify(folder: Path) -> None:
    both = open_both(folder)
    both.verify()
    assert both.counts == (19, 19)
    assert both.articles.documents == 20


def test_documents_are_numbered_through_the_segments(folder: Path) -> None:
    found = open_both(folder).articles
    assert len(found.segments) == 2
    records = found.records([17, 2, 12, 2])
    assert [Article.from_json(record).body[-2:].strip() for record in records] == ["17", "2", "12", "2"]
    segment, local = found.locate(12)
    assert (segment, local) == (found.segments[1], 2)
    assert [segment.deleted_count for segment in found.segments] == [1, 0]
    deleted = found.segments[0].deleted
    assert deleted is not None
    assert deleted.nonzero()[0].tolist() == [3]
    assert found.doc_frequency("body", b"arunika") == 20
    assert found.total_length("body") == found.total_length("body") == 20 * 8


def test_an_index_without_segments_is_empty() -> None:
    found = ArrayIndex([])
    assert (found.documents, found.alive, found.total_length("body"), found.records([])) == (0, 0, 0, [])


def test_every_file_cut_short_is_damage_when_it_is_opened(folder: Path) -> None:
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        whole = path.read_bytes()
        path.write_bytes(whole[:-3])
        with pytest.raises(IndexDamagedError, match=path.name):
            open_both(folder)
        path.unlink()
        with pytest.raises(IndexDamagedError, match=path.name):
            open_both(folder)
        path.write_bytes(whole)
    open_both(folder).verify()


def test_a_flipped_bit_anywhere_is_met(folder: Path) -> None:
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        whole = path.read_bytes()
        for place in range(0, len(whole), 1 + len(whole) // 40):
            path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
            if not is_met(folder):
                # Between two arrays.
                assert whole[place] == 0
        path.write_bytes(whole)


def is_met(folder: Path) -> bool:
    try:
        open_both(folder).verify()
    except IndexDamagedError:
        return True
    return False


def test_columns_are_told_apart(folder: Path) -> None:
    segment = open_both(folder).articles.segments[0]
    assert segment.column("day") is segment.number("day")
    with pytest.raises(KeyError):
        segment.number("source")
    with pytest.raises(KeyError):
        segment.field("none")
    keys = segment.key().values
    assert keys is not None
    assert keys.tolist() == [segment.key().get(number) for number in range(segment.documents)]
    names = segment.names("speaker")
    assert names.documents.tolist() == list(range(10))


def test_deletions_of_another_segment_are_damage(folder: Path) -> None:
    text = (folder / "articles" / "SEGMENTS.json").read_text()
    found = open_both(folder).articles
    entries = [segment.name for segment in found.segments]
    deletions = next((folder / "articles").glob("*.deleted.seg"))
    other = Path(str(deletions).replace(entries[0], entries[1]))
    deletions.rename(other)
    (folder / "articles" / "SEGMENTS.json").write_text(text.replace(deletions.name, other.name))
    with pytest.raises(IndexDamagedError, match=r"SEGMENTS\.json"):
        open_both(folder)
