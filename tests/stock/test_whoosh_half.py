"""The two halves of a generation: searchers lent, columns read, documents matched."""

from random import Random

import pytest
from whoosh import query as whoosh
from whoosh.filedb.filestore import RamStorage
from whoosh.index import FileIndex

from corpus.article import Article
from index.schema import article_document, article_schema
from search.query import parse
from search.whoosh_query import compile_query
from stock.whoosh_half import Half, matching_documents, matching_scores

WORDS = ("debat", "uang", "suara", "pemilih", "yang")
QUERIES = (
    *("debat", "debat uang", "debat -uang", "-debat -uang", "debat OR suara", "deb* sua*", "debt~"),
    *('"debat uang"', "-(debat uang) suara", "(debat OR uang) -suara", "tembakau", "", "-tembakau"),
)


@pytest.fixture(scope="module")
def created() -> FileIndex:
    """Three segments of twenty articles; every seventh is deleted again, and one comes back in the last."""
    made = RamStorage().create_index(article_schema())
    chance = Random(3)  # no secret
    for segment in range(3):
        writer = made.writer()
        for number in range(segment * 20, segment * 20 + 20):
            body = " ".join(chance.choices(WORDS, k=4))
            writer.add_document(**article_document(Article(f"{number:020}", None, body)))
        writer.commit(merge=False)
    writer = made.writer()
    for number in range(0, 60, 7):
        writer.delete_by_term("id", f"{number:020}")
    writer.commit(merge=False)
    writer = made.writer()
    writer.add_document(**article_document(Article(f"{7:020}", None, "debat")))
    writer.commit(merge=False)
    return made


@pytest.mark.parametrize("query", QUERIES)
def test_what_is_counted_is_what_is_found(created: FileIndex, query: str) -> None:
    half = Half(created)
    compiled = compile_query(parse(query), "articles")
    with half.searcher() as searcher:
        kept: dict[whoosh.Query, set[int]] = {}
        documents = matching_documents(searcher, compiled, kept)
        assert documents == set(matching_scores(searcher, compiled))
        assert matching_documents(searcher, compiled, kept) is documents
        assert not any(searcher.reader().is_deleted(document) for document in documents)


def test_a_key_gives_the_live_document(created: FileIndex) -> None:
    half = Half(created)
    with half.searcher() as searcher:
        numbers = half.numbers(searcher)
        assert len(numbers) == searcher.doc_count() == 52
        assert numbers[f"{7:020}".encode()] == 60
        assert numbers[f"{1:020}".encode()] == 1
        assert f"{14:020}".encode() not in numbers
        assert half.numbers(searcher) is numbers
        assert half.columns(searcher) is half.columns(searcher)


def test_two_who_search_at_once_get_a_searcher_each() -> None:
    half = Half(RamStorage().create_index(article_schema()))
    with half.searcher() as one, half.searcher() as other:
        assert one is not other
    with half.searcher() as again:
        half.close()
        assert again in (one, other)
    half.close()
