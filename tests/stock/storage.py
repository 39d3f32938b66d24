"""Stock Whoosh indexes of articles and their quotes: what the arrays are held to."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from whoosh.filedb.filestore import FileStorage
from whoosh.index import FileIndex
from whoosh.query import Term

from corpus.article import Article
from index import storage
from index.generations import Generation
from index.people import Person
from search.arrays.half import ArrayHalf
from stock.documents import article_document, article_schema, quote_documents, quote_schema

SCHEMAS = {"articles": article_schema, "quotes": quote_schema}


@dataclass(frozen=True, slots=True)
class OpenGeneration:
    """Two stock indexes that stand for those of a generation, and its persons."""

    generation: Generation
    articles: FileIndex
    quotes: FileIndex
    people: tuple[Person, ...] = ()


@dataclass(frozen=True, slots=True)
class ArticleWriter:
    """Add articles, and their quotes, and take articles out."""

    articles: Any
    quotes: Any

    def take_out(self, ids: Iterable[str]) -> None:
        for article_id in ids:
            self.articles.delete_by_query(Term("id", article_id))
            self.quotes.delete_by_query(Term("article", article_id))

    def add(self, article: Article) -> None:
        self.articles.add_document(**article_document(article))
        for document in quote_documents(article):
            self.quotes.add_document(**document)


@contextmanager
def article_writer(folder: Path) -> Iterator[ArticleWriter]:
    """Give a writer into a folder; each commit makes a segment of its own."""
    for name, schema in SCHEMAS.items():
        if not (folder / name).exists():
            (folder / name).mkdir(parents=True)
            FileStorage(str(folder / name)).create_index(schema())
    writers = [each.writer(limitmb=256) for each in opened(folder)]
    yield ArticleWriter(*writers)
    for writer in writers:
        writer.commit(merge=False)


def opened(folder: Path) -> list[FileIndex]:
    return [FileStorage(str(folder / name)).open_index() for name in SCHEMAS]


def stock_copy(generation: Generation, folder: Path) -> OpenGeneration:
    """Index the articles of a generation with stock Whoosh, in an empty folder."""
    found = storage.open_generation(generation)
    alive = ArrayHalf(found.articles).living(np.arange(found.articles.documents)).tolist()
    with article_writer(folder) as writer:
        for record in found.articles.records(alive):
            writer.add(Article.from_json(record))
    return OpenGeneration(generation, *opened(folder), found.people)
