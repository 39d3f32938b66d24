"""A generation of Suara's read with nothing but Whoosh."""

from pathlib import Path

import pytest
from whoosh.qparser import QueryParser
from whoosh.sorting import FieldFacet

from corpus.article import Article
from index.errors import IndexMissingError
from index.schema import QuoteEntry
from index.voices import NO_DAY
from index.whoosh_view import open_whoosh


@pytest.mark.parametrize(
    "query", ["memenangkan pemilihan", "pemilih*", 'body:"daftar pemilih"', "source:lentera* AND kpu"]
)
def test_whoosh_parses_searches_and_ranks(sample_index: Path, query: str) -> None:
    articles = open_whoosh(sample_index).articles
    with articles.searcher() as searcher:
        hits = searcher.search(QueryParser("body_stem", articles.schema).parse(query))
        found = [Article.from_json(hit["record"]) for hit in hits]
        scores = [hit.score for hit in hits]
    assert found
    assert scores == sorted(scores, reverse=True)


def test_whoosh_sorts_by_a_column(sample_index: Path) -> None:
    articles = open_whoosh(sample_index).articles
    query = QueryParser("body_stem", articles.schema).parse("pemilih")
    with articles.searcher() as searcher:
        hits = searcher.search(query, limit=None, sortedby=FieldFacet("day_value", reverse=True))
        dates = [Article.from_json(hit["record"]).date for hit in hits]
    days = [day.toordinal() if day else NO_DAY for day in dates]
    assert len(set(days)) > 5
    assert days == sorted(days, reverse=True)


def test_whoosh_finds_what_was_said(sample_index: Path) -> None:
    quotes = open_whoosh(sample_index).quotes
    with quotes.searcher() as searcher:
        hits = searcher.search(QueryParser("speaker", quotes.schema).parse("Siti"), limit=None)
        entries = [QuoteEntry.from_json(hit["record"]) for hit in hits]
    assert entries
    assert all("Siti" in (entry.quote.speaker or "") for entry in entries)


def test_no_index_is_told(tmp_path: Path) -> None:
    with pytest.raises(IndexMissingError):
        open_whoosh(tmp_path)
