"""Whoosh's own searcher over the arrays finds what it finds in an index of its own, with the same scores."""

import random
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from whoosh import query as whoosh
from whoosh.filedb.filestore import FileStorage
from whoosh.index import Index
from whoosh.matching import ReadTooFar
from whoosh.reading import TermNotFound
from whoosh.sorting import FieldFacet

from corpus.article import Article
from index.arrays.array_index import ArrayIndex, open_arrays
from index.arrays.article_writer import article_arrays
from index.arrays.layout import ARTICLES, QUOTES
from index.arrays.whoosh_codec import COLUMN_NAMES, ArrayWhooshIndex, View
from index.arrays.whoosh_schema import article_schema, quote_schema
from stock.storage import article_writer

MakeArticle = Callable[..., Article]
Pair = tuple[Index, Index]

WORDS = [
    *("pemilu", "pemilih", "pemilihan", "suara", "kpu", "arunika", "debat", "calon", "dua", "putaran"),
    *("bawaslu", "wali", "kota", "anak-anak", "Ma'ruf"),
]


@pytest.fixture(scope="module")
def articles(article: MakeArticle) -> list[Article]:
    """Ninety articles of few words, drawn."""
    draw = random.Random(7)

    def text(most: int) -> str:
        return " ".join(draw.choices(WORDS, range(len(WORDS), 0, -1), k=draw.randint(1, most)))

    made = []
    for number in range(90):
        said = text(5)
        body = f"{text(60)}. {said}. {text(60)}"
        quotes = [(draw.choice(["Sari Wulandari", "Budi Lembayung", None]), said)] if number % 2 else []
        day = date(2024, 1, 1 + number % 28) if number % 5 else None
        made.append(article(body=body, title=text(6) if number % 6 else None, date=day, quotes=quotes))
    return made


@pytest.fixture(scope="module", params=[1, 3], ids=["one segment", "three segments and deletions"])
def indexes(
    articles: list[Article], tmp_path_factory: pytest.TempPathFactory, request: Any
) -> dict[str, Pair]:
    """Both indexes, as stock Whoosh holds them and as arrays do."""
    folder = tmp_path_factory.mktemp("oracle")
    stock, arrays = folder / "stock", folder / "arrays"
    stock.mkdir()
    arrays.mkdir()
    share = len(articles) // request.param
    for first in range(0, len(articles), share):
        gone = [each.id for each in articles[: 3 if first else 0]]
        with article_writer(stock) as one, article_arrays(arrays) as other:
            for writer in (one, other):
                writer.take_out(gone)
                for each in articles[first : first + share]:
                    writer.add(each)
    views = {
        "articles": (ARTICLES, View(article_schema(), COLUMN_NAMES, "id")),
        "quotes": (QUOTES, View(quote_schema(), COLUMN_NAMES)),
    }
    return {
        name: (
            FileStorage(str(stock / name)).open_index(),
            ArrayWhooshIndex(open_arrays(arrays / name, layout), view),
        )
        for name, (layout, view) in views.items()
    }


def drawn(draw: random.Random, field: str) -> whoosh.Query:
    """Draw a query; none of the kinds that Whoosh's own matchers get wrong."""
    word = draw.choice(WORDS).lower()
    kinds = [
        lambda: whoosh.Term(field, word),
        lambda: whoosh.Term(field, word),
        lambda: whoosh.Phrase(field.removesuffix("_stem"), draw.choices(WORDS, k=2)),
        lambda: whoosh.Prefix(field, word[:3]),
        lambda: whoosh.FuzzyTerm(field, word[1:]),
        lambda: whoosh.And([drawn(draw, field), drawn(draw, field)]),
        lambda: whoosh.Or([drawn(draw, field), drawn(draw, field)]),
        lambda: whoosh.Not(whoosh.Term(field, word)),
        whoosh.Every,
    ]
    return draw.choice(kinds)()


def found_by(source: Index, query: whoosh.Query) -> dict[str, float]:
    with source.searcher() as searcher:
        return {hit["record"]: hit.score for hit in searcher.search(query, limit=None)}


@pytest.mark.parametrize("name", ["articles", "quotes"])
def test_random_queries_have_the_same_hits_and_scores(indexes: dict[str, Pair], name: str) -> None:
    draw, hits = random.Random(3), 0
    stock, arrays = indexes[name]
    fields = [
        "title",
        "title_stem",
        "quote",
        "quote_stem",
        "speaker",
        *(["body", "body_stem"] * (name == "articles")),
    ]
    for _ in range(150):
        query = drawn(draw, draw.choice(fields))
        wanted = found_by(stock, query)
        hits += len(wanted)
        assert found_by(arrays, query) == pytest.approx(wanted, abs=1e-5), query
    assert hits > 1_000


def test_the_best_few_are_the_same(indexes: dict[str, Pair]) -> None:
    stock, arrays = indexes["articles"]
    query = whoosh.Or([whoosh.Term("body_stem", "suara"), whoosh.Term("title", "debat")])
    with stock.searcher() as one, arrays.searcher() as other:
        wanted, found = ([hit.score for hit in each.search(query, limit=5)] for each in (one, other))
    assert found == pytest.approx(wanted, abs=1e-5)


@pytest.mark.parametrize("column", ["day_value", "key_value", "source_value", "speaker_values", "kind_value"])
def test_hits_are_sorted_by_columns(indexes: dict[str, Pair], column: str) -> None:
    for stock, arrays in indexes.values():
        order = [FieldFacet(column), FieldFacet("key_value")]
        with stock.searcher() as one, arrays.searcher() as other:
            wanted, found = (
                [hit["record"] for hit in each.search(whoosh.Every(), limit=None, sortedby=order)]
                for each in (one, other)
            )
        assert found == wanted


def test_readers_say_the_same(indexes: dict[str, Pair]) -> None:
    stock, arrays = (each.reader() for each in indexes["articles"])
    assert (arrays.doc_count(), arrays.doc_count_all()) == (stock.doc_count(), stock.doc_count_all())
    assert arrays.has_deletions() == stock.has_deletions()
    assert list(arrays.all_doc_ids()) == list(stock.all_doc_ids())
    for name in (field.name for field in ARTICLES.fields):
        assert list(arrays.lexicon(name)) == list(stock.lexicon(name))
        assert arrays.field_length(name) == stock.field_length(name)
        for term in stock.lexicon(name):
            assert arrays.frequency(name, term) == stock.frequency(name, term)
            # Of an id Whoosh keeps no lengths.
            if name != "id":
                wanted, found = vars(stock.term_info(name, term)), vars(arrays.term_info(name, term))
                assert found == {part: wanted[part] for part in found}, (name, term)
    for name in ("title", "body_stem"):
        assert arrays.min_field_length(name) == stock.min_field_length(name)
        assert arrays.max_field_length(name) == stock.max_field_length(name)
    terms = [(name, term) for name, term in stock.all_terms() if name != "day"]
    assert list(arrays.all_terms()) == terms
    assert [term for term, _ in arrays] == terms
    assert [term for term, _ in arrays.iter_from("title", b"k") if term[0] == "title"] == [
        ("title", term) for term in stock.lexicon("title") if term >= b"k"
    ]


def test_one_stored_article_is_found_by_its_id(indexes: dict[str, Pair], articles: list[Article]) -> None:
    _, arrays = indexes["articles"]
    with arrays.searcher() as searcher:
        stored = searcher.document(id=articles[7].id)
        assert searcher.document(id="none") is None
    assert stored == {"id": articles[7].id, "record": articles[7].to_json()}


def test_matchers_walk_as_whoosh_expects(indexes: dict[str, Pair]) -> None:
    stock, arrays = (each.reader() for each in indexes["articles"])
    for field in ("body", "body_stem"):

        def postings(reader: Any, field: str = field) -> Any:
            return reader.leaf_readers()[-1][0].postings(field, b"pemilu")

        one, other = postings(stock), postings(arrays)
        assert list(other.copy().all_ids()) == list(postings(stock).all_ids())
        assert list(other.copy().all_items()) == list(postings(stock).all_items())
        other.skip_to(one.id() + 5)
        one.skip_to(one.id() + 5)
        assert (other.id(), other.weight(), other.value_as("frequency")) == (
            one.id(),
            one.weight(),
            one.value_as("frequency"),
        )
        other.reset()
        while other.is_active():
            other.next()
        assert other.id() > 1_000_000
        with pytest.raises(ReadTooFar):
            other.next()


def test_a_matcher_tells_the_places_of_a_phrase(indexes: dict[str, Pair]) -> None:
    stock, arrays = (each.reader() for each in indexes["articles"])
    one, other = (each.leaf_readers()[0][0].postings("body", b"suara") for each in (stock, arrays))
    assert [(span.start, span.end) for span in other.spans()] == [
        (span.start, span.end) for span in one.spans()
    ]


def test_what_is_not_there_is_said_as_whoosh_says_it(indexes: dict[str, Pair]) -> None:
    reader = indexes["articles"][1].reader()
    assert ("title", "antah") not in reader
    assert ("antah", "title") not in reader
    assert reader.doc_frequency("title", "antah") == 0
    assert reader.frequency("title", "antah") == 0
    with pytest.raises(TermNotFound):
        reader.leaf_readers()[0][0].postings("title", b"antah")


def test_an_index_without_documents_finds_nothing() -> None:
    arrays = ArrayWhooshIndex(ArrayIndex([]), View(article_schema(), COLUMN_NAMES))
    assert arrays.is_empty()
    assert arrays.doc_count_all() == 0
    with arrays.searcher() as searcher:
        assert not searcher.search(whoosh.Term("title", "pemilu"))
