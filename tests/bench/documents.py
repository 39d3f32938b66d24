"""The articles that all peers are given: invented ones, or those of a folder, in one file of JSON lines."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from hashlib import sha256
from itertools import count, islice
from pathlib import Path

from bench.invention import invented
from corpus.article import Article
from corpus.documents import read_articles
from corpus.page import Extraction, SourceFile
from corpus.readers import find_files

# Articles that are published later on, as an update.
ADDED = 10
_FILE_DIGITS = 16
_ID_DIGITS = 20

Source = Callable[[int], Iterable[Article]]


def invented_source(seed: int) -> Source:
    """Return what gives so many invented articles."""
    return lambda number: invented(number, seed)


def folder_source(folder: Path, cache: Path) -> Source:
    """Return what gives so many articles of a folder, which are extracted once and kept in `cache`.

    Where more are wanted than it holds they come again, `#1` and so on added to their URL.
    """
    kept = _extracted(folder, cache)
    return lambda number: islice(_repeated(kept), number)


def write_articles(path: Path, articles: Iterable[Article]) -> None:
    """Write a file of articles."""
    with path.open("w", encoding="utf-8") as file:
        file.writelines(article.to_json() + "\n" for article in articles)


def read_file(path: Path, first: int = 0, last: int | None = None) -> Iterator[Article]:
    """Yield the articles of a file, or those from one place up to another."""
    with path.open(encoding="utf-8") as file:
        yield from map(Article.from_json, islice(file, first, last))


def _extracted(folder: Path, cache: Path) -> Path:
    """Return the file of a folder's articles; it is made where there is none of the folder as it is."""
    found = [file for file in find_files([folder]) if isinstance(file, SourceFile)]
    state = "\n".join(f"{file.path.resolve()} {file.modified}" for file in found)
    path = cache / f"{sha256(state.encode()).hexdigest()[:_FILE_DIGITS]}.jsonl"
    if not path.exists():
        cache.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(".part")
        by_id = {each.article.id: each.article for each in _readable(folder)}
        write_articles(part, by_id.values())
        part.rename(path)
    return path


def _readable(folder: Path) -> Iterator[Extraction]:
    return (each for each in read_articles([folder]) if isinstance(each, Extraction))


def _repeated(path: Path) -> Iterator[Article]:
    for time in count():
        empty = True
        for article in read_file(path):
            empty = False
            yield _copied(article, time) if time else article
        if empty:
            return


def _copied(article: Article, time: int) -> Article:
    identity = sha256(f"{article.id}#{time}".encode()).hexdigest()[:_ID_DIGITS]
    return replace(article, id=identity, url=f"{article.url}#{time}" if article.url else None)


def size_of(text: str) -> int:
    """Return a number of articles as people write it: 1000, 20k, 1m; raises ValueError."""
    match = re.fullmatch(r"(\d{1,9})([km]?)", text.strip().lower())
    if not match or not int(match[1]):
        raise ValueError(text)
    return int(match[1]) * {"": 1, "k": 1_000, "m": 1_000_000}[match[2]]
