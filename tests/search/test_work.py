"""The work of a query, estimated and bounded."""

from datetime import date

import pytest
from whoosh import query as whoosh
from whoosh.filedb.filestore import RamStorage
from whoosh.searching import Searcher

from corpus.article import Article
from index.schema import article_document, article_schema
from search import whoosh_nodes, work
from search.errors import WorkError
from search.query import parse
from search.whoosh_nodes import Documents
from search.whoosh_query import compile_query
from search.work import check_work

ARTICLES = 40
EVERY_WORD = "KPU menetapkan daftar pemilih"


@pytest.fixture(scope="module")
def searcher() -> Searcher:
    """Forty articles in two segments: each has the same words and one that begins with `nomor`."""
    created = RamStorage().create_index(article_schema())
    for numbers in (range(20), range(20, ARTICLES)):
        writer = created.writer()
        for number in numbers:
            body = f"{EVERY_WORD} di nomor{number:02}"
            day = date(2024, 1, number + 1) if number < ARTICLES // 2 else date(2023, 1, 1)
            writer.add_document(**article_document(Article(f"{number:020}", None, body, day)))
        writer.commit(merge=False)
    return created.searcher()


@pytest.fixture(autouse=True)
def budget(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let forty articles be many: 100 postings, or two for each article."""
    monkeypatch.setattr(work, "POSTINGS_LEAST", 100)
    monkeypatch.setattr(work, "POSTINGS_PER_DOCUMENT", 2)


def check(searcher: Searcher, query: str, share: float = 1.0) -> None:
    tree = parse(query)
    check_work(compile_query(tree, "articles"), tree, searcher.reader(), share)


@pytest.mark.parametrize(
    "query",
    [
        *("", "pemilih", "daftar pemilih", '"daftar pemilih"', "-daftar pemilih"),
        *("nomor01*", "nomor99~", "tembakau", "date:2024", "NOT date:2024"),
        " OR ".join(f"date:2024-01-{day:02}" for day in range(1, 31)),
    ],
)
def test_what_can_be_read_is_let_through(searcher: Searcher, query: str) -> None:
    check(searcher, query)


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        (
            "menetapkan daftar pemilih",
            "too common to be looked for all at once: menetapkan, daftar, pemilih; leave some of them out.",
        ),
        ("(pemilih OR daftar) -menetapkan nomor01", "all at once: "),
        ('"daftar pemilih" kpu', "all at once: "),
        (
            "NOT date:>=2000 NOT date:>=2001 NOT date:>=2002",
            "These dates are too many to be looked for all at once;",
        ),
        ("nomor*", "Too many words begin with 'nomor'; write more of its letters."),
        ("nomor01~", "Too many words are one typo away from 'nomor01'; leave out the '~'."),
    ],
)
def test_what_is_too_much_is_named_with_what_to_do(searcher: Searcher, query: str, sentence: str) -> None:
    with pytest.raises(WorkError) as caught:
        check(searcher, query)
    assert sentence in str(caught.value)
    assert (caught.value.status, caught.value.field) == (400, "q")


def test_words_are_named_as_they_were_typed(searcher: Searcher) -> None:
    with pytest.raises(WorkError) as caught:
        check(searcher, "Pemilihan KPU quote:x -daftar")
    assert sorted(str(caught.value.values["words"]).split(", ")) == ["daftar", "kpu", "pemilihan"]


def test_words_that_mean_one_thing_are_named_together(searcher: Searcher) -> None:
    with pytest.raises(WorkError) as caught:
        check(searcher, "daftar pemilih menetapkan Komisi Pemilihan Umum")
    assert "komisi pemilihan umum" in str(caught.value.values["words"])


@pytest.mark.parametrize("query", ["pascapemilih menetapkan daftar", "menetapkan OR (pascapemilih daftar)"])
def test_words_of_several_stems_are_named_as_they_were_typed(searcher: Searcher, query: str) -> None:
    with pytest.raises(WorkError) as caught:
        check(searcher, query)
    assert sorted(str(caught.value.values["words"]).split(", ")) == ["daftar", "menetapkan", "pascapemilih"]


def test_the_budget_grows_with_the_index(searcher: Searcher, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(work, "POSTINGS_PER_DOCUMENT", 3)
    check(searcher, "menetapkan daftar pemilih")


def test_a_share_of_the_budget_is_less(searcher: Searcher) -> None:
    check(searcher, "daftar pemilih")
    with pytest.raises(WorkError):
        check(searcher, "daftar pemilih", share=0.5)


def test_terms_are_no_more_than_a_limit(searcher: Searcher, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(work, "POSTINGS_LEAST", 10**6)
    check(searcher, "nomor*")
    for module in (work, whoosh_nodes):
        monkeypatch.setattr(module, "TERMS_MOST", 10)
    with pytest.raises(WorkError, match="Too many words begin with 'nomor'"):
        check(searcher, "nomor*")


def test_documents_found_elsewhere_are_counted(searcher: Searcher) -> None:
    tree = parse("pemilih")
    both = whoosh.And([Documents(dict.fromkeys(range(70), 1.0)), compile_query(tree, "articles")])
    with pytest.raises(WorkError, match="all at once: pemilih;"):
        check_work(both, tree, searcher.reader())
