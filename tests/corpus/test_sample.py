"""The shipped sample against what a reader of its pages wrote down."""

import json
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import corpus
from corpus.article import Article
from corpus.documents import read_articles
from corpus.page import Extraction

SAMPLE = Path(corpus.__file__).parent / "sample"
GOLD = [json.loads(line) for line in (Path(__file__).parent / "sample_gold.jsonl").read_text().splitlines()]


@cache
def articles_by_file() -> dict[str, list[Article]]:
    found: dict[str, list[Article]] = defaultdict(list)
    for each in read_articles([SAMPLE]):
        assert isinstance(each, Extraction), str(each)
        found[each.path.relative_to(SAMPLE).as_posix()].append(each.article)
    return found


def article_of(row: dict[str, Any]) -> Article:
    """Return the article of a gold row; its line counts the rows of a file."""
    return articles_by_file()[row["path"]][(row["line"] or 1) - 1]


def name_of(row: dict[str, Any]) -> str:
    return f"{row['path']}:{row['line']}" if row["line"] else str(row["path"])


def test_every_article_of_the_sample_is_in_the_gold() -> None:
    assert sum(map(len, articles_by_file().values())) == len(GOLD)


@pytest.mark.parametrize("row", GOLD, ids=name_of)
def test_an_article_is_read_as_a_reader_would(row: dict[str, Any]) -> None:
    article = article_of(row)
    assert article.title == row["title"]
    assert (article.date and article.date.isoformat()) == row["date"]
    assert article.source == row["source"]
    assert article.body.startswith(row["body_start"])
    assert article.body.endswith(row["body_end"])
    assert [text for text in row["absent"] if text in article.body] == []


@pytest.mark.parametrize("row", GOLD, ids=name_of)
def test_the_speakers_and_their_direct_quotes_are_found(row: dict[str, Any]) -> None:
    article = article_of(row)
    assert list(article.speakers) == row["speakers"]
    assert sum(quote.kind == "direct" for quote in article.quotes) == row["quotes"]
