"""The arrays of a generation: what is shared with the next one, and what is counted along."""

from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from corpus.article import Article
from index.arrays.both import open_both
from index.arrays.gathering import Resources
from index.arrays.segment import SegmentReader
from index.errors import IndexDamagedError
from index.generations import Generation, IndexFolder
from index.people import PEOPLE_NAME, count_voices, read_people
from index.storage import DamageCheck, article_writer, count_documents, link_segments
from index.voices import Voice, VoiceCounts

MakeArticle = Callable[..., Article]
BuildIndex = Callable[..., Path]


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


def test_no_flipped_bit_of_what_is_taken_out_counts_other_voices(
    tmp_path: Path, article: MakeArticle, build_index: BuildIndex
) -> None:
    names = ("Siti Marlupi", "Siti Marlina", "Bonar Simatangga")
    made = [
        article(body=f"“Ayo memilih,” kata {name}. {name}.", quotes=[(name, "Ayo memilih,")])
        for name in names * 3
    ]
    generation = IndexFolder(build_index(made)).current()
    gone = [made[0].id, made[4].id]
    expected = voices_without(generation, gone, tmp_path / "whole")
    (segment,) = (generation.path / "articles").glob("*.records.seg")
    whole, chance, told = segment.read_bytes(), Random(8), 0
    for number in range(150):
        segment.write_bytes(flipped(whole, chance.randrange(len(whole) * 8)))
        try:
            found = voices_without(generation, gone, tmp_path / str(number))
        except IndexDamagedError:
            told += 1
        else:
            assert found == expected, number
    assert told > 50


def test_no_flipped_bit_of_where_articles_are_looked_up_takes_out_others(
    tmp_path: Path, article: MakeArticle, build_index: BuildIndex
) -> None:
    body = "“Ayo memilih,” kata Siti Marlupi."
    made = [article(body=body, quotes=[("Siti Marlupi", "Ayo memilih,")] * 2) for _ in range(9)]
    generation = IndexFolder(build_index(made)).current()
    gone = [made[0].id, made[4].id]
    expected = keys_without(generation, gone, tmp_path / "whole")
    segments = sorted(generation.path.glob("*/*.postings.seg"))
    chance, told = Random(9), 0
    for number in range(600):
        segment = segments[number % 2]
        whole = segment.read_bytes()
        segment.write_bytes(flipped(whole, chance.randrange(len(whole) * 8)))
        try:
            found = keys_without(generation, gone, tmp_path / str(number))
        except IndexDamagedError:
            told += 1
        else:
            assert found == expected, number
        segment.write_bytes(whole)
    assert told > 50


def keys_without(generation: Generation, gone: list[str], folder: Path) -> list[list[bytes]]:
    """Return the articles and the quotes that an update leaves which takes articles out."""
    voices_without(generation, gone, folder)
    both = open_both(folder)
    return [
        sorted(segment.key().get(number) for segment in found.segments for number in living(segment))
        for found in (both.articles, both.quotes)
    ]


def living(segment: SegmentReader) -> list[int]:
    """Return the documents of a segment that are not deleted."""
    deleted = segment.deleted
    return [number for number in range(segment.documents) if deleted is None or not deleted[number]]


def flipped(data: bytes, bit: int) -> bytes:
    place = bit // 8
    return data[:place] + bytes([data[place] ^ 1 << bit % 8]) + data[place + 1 :]


def voices_without(generation: Generation, gone: list[str], folder: Path) -> dict[Voice, object]:
    """Return the voices that an update counts which takes articles out."""
    folder.mkdir()
    with DamageCheck(generation):
        voices = count_voices(read_people(generation.path / PEOPLE_NAME))
        link_segments(generation.path, folder)
        with article_writer(folder, voices, generation) as writer:
            writer.take_out(gone)
    return dict(voices.items())
