"""The arrays of a generation: what is shared with the next one, and what is counted along."""

from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.article import Article
from index.arrays.gathering import Resources
from index.storage import article_writer, count_documents, link_segments
from index.voices import VoiceCounts

MakeArticle = Callable[..., Article]


@pytest.fixture
def articles(article: MakeArticle) -> list[Article]:
    said = [("Siti Marlupi", "Ayo memilih,")]
    body = "“Ayo memilih,” kata Siti Marlupi."
    return [
        article(title=f"Berita {number}", body=f"{body} Nomor {number}.", quotes=said if number % 2 else [])
        for number in range(4)
    ]


def filled(folder: Path, articles: list[Article], resources: Resources | None = None) -> VoiceCounts:
    folder.mkdir()
    voices = VoiceCounts()
    with article_writer(folder, voices, resources=resources) as writer:
        for each in articles:
            writer.add(each, each.to_json())
    return voices


def test_the_next_generation_shares_segments_and_writes_its_own_list(
    tmp_path: Path, articles: list[Article]
) -> None:
    filled(tmp_path / "one", articles)
    (tmp_path / "other").mkdir()
    link_segments(tmp_path / "one", tmp_path / "other")
    for path in (tmp_path / "one").rglob("*.*"):
        twin = tmp_path / "other" / path.relative_to(tmp_path / "one")
        assert twin.samefile(path) == (path.name != "SEGMENTS.json")
        assert twin.read_bytes() == path.read_bytes()


def test_articles_and_quotes_are_counted(tmp_path: Path, articles: list[Article]) -> None:
    voices = filled(tmp_path / "made", articles)
    assert count_documents(tmp_path / "made") == (4, 2)
    assert [(voice.name, sum(count for _, count in days)) for voice, days in voices.items()] == [
        ("Siti Marlupi", 2)
    ]


def test_the_files_are_the_same_whatever_the_processes(tmp_path: Path, articles: list[Article]) -> None:
    for name, resources in (("one", None), ("two", Resources(64, 2))):
        filled(tmp_path / name, articles, resources)
    one, two = (
        {path.relative_to(tmp_path / name): path.read_bytes() for path in (tmp_path / name).rglob("*.*")}
        for name in ("one", "two")
    )
    assert one == two
