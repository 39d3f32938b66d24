"""Articles of a folder: extracted once, repeated to any number."""

import json
import re
from pathlib import Path

import pytest

from bench.documents import folder_source, invented_source, read_file, size_of, write_articles


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "pages"
    made.mkdir()
    rows = [
        {"url": f"https://lentera.example/{number}", "text": f"Debat nomor {number} di Lembayung usai."}
        for number in range(3)
    ]
    (made / "rows.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return made


def test_articles_come_again_with_their_number_in_the_url(folder: Path, tmp_path: Path) -> None:
    articles = list(folder_source(folder, tmp_path / "cache")(8))
    numbers = [re.sub(r"^[^#]*", "", article.url or "") for article in articles]
    assert numbers == ["", "", "", "#1", "#1", "#1", "#2", "#2"]
    assert len({article.id for article in articles}) == 8
    assert articles[3].body == articles[0].body


def test_a_folder_is_extracted_once_until_it_changes(folder: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    folder_source(folder, cache)
    (kept,) = cache.iterdir()
    before = kept.stat().st_mtime_ns
    folder_source(folder, cache)
    assert kept.stat().st_mtime_ns == before
    (folder / "page.txt").write_text("Debat keempat\n\nDebat di Lembayung usai.", encoding="utf-8")
    assert len(list(folder_source(folder, cache)(4))) == 4
    assert len(list(cache.iterdir())) == 2


def test_a_folder_without_an_article_gives_none(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    assert list(folder_source(tmp_path / "pages", tmp_path / "cache")(5)) == []


def test_a_file_gives_its_articles_back(tmp_path: Path) -> None:
    articles = list(invented_source(1)(5))
    write_articles(tmp_path / "five.jsonl", articles)
    assert list(read_file(tmp_path / "five.jsonl", 1, 3)) == articles[1:3]


@pytest.mark.parametrize(
    ("text", "size"), [("1000", 1_000), ("20k", 20_000), ("1M", 1_000_000), (" 60 ", 60)]
)
def test_sizes_are_read_as_people_write_them(text: str, size: int) -> None:
    assert size_of(text) == size


@pytest.mark.parametrize("text", [" ", "0", "0k", "-5", "1.5k", "k", "20 k", "20kk"])
def test_what_is_no_size_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=re.escape(text)):
        size_of(text)
