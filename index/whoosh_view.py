"""The live generation as Whoosh reads it: its own searcher over the articles, or over the quotes."""

from pathlib import Path
from typing import NamedTuple

from index.arrays.whoosh_codec import COLUMN_NAMES, ArrayWhooshIndex, View
from index.arrays.whoosh_schema import article_schema, quote_schema
from index.generations import IndexFolder
from index.storage import open_generation


class WhooshIndexes(NamedTuple):
    """The two indexes of a generation, open to be read with Whoosh: `.articles.searcher()`."""

    articles: ArrayWhooshIndex
    quotes: ArrayWhooshIndex


def open_whoosh(root: Path) -> WhooshIndexes:
    """Open the live generation of an index folder for Whoosh; raises the errors of index.errors.

    Queries, phrases, prefixes and an order by columns go through Whoosh's own searcher and scoring. Nothing
    can be written.
    """
    opened = open_generation(IndexFolder(root).current())
    return WhooshIndexes(
        ArrayWhooshIndex(opened.articles, View(article_schema(), COLUMN_NAMES, "id")),
        ArrayWhooshIndex(opened.quotes, View(quote_schema(), COLUMN_NAMES)),
    )
