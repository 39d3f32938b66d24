"""The work of a query, estimated and bounded."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from corpus.article import Article
from index.generations import Generation
from index.manifest import Manifest
from search import work
from search.arrays.compilation import operator_of
from search.arrays.engine import ArraysEngine
from search.arrays.half import ArrayHalf
from search.arrays.matches import Matches
from search.clauses import AllOf, Holding
from search.compilation import compile_query
from search.errors import WorkError
from search.query import parse
from search.work import check_loads

OpenArrays = Callable[..., ArraysEngine]

ARTICLES = 40
EVERY_WORD = "KPU menetapkan daftar pemilih"


@pytest.fixture(scope="module")
def half(open_arrays: OpenArrays) -> ArrayHalf:
    """Forty articles in two segments: each has the same words and one that begins with `nomor`."""
    generation = Generation(Path("gen-000001"), Manifest("0", 0, 0, "", "", "", 0, 0, {}))
    commits = [((), list(map(numbered, numbers))) for numbers in (range(20), range(20, ARTICLES))]
    return open_arrays(generation, commits).halves["articles"]


def numbered(number: int) -> Article:
    day = date(2024, 1, number + 1) if number < ARTICLES // 2 else date(2023, 1, 1)
    return Article(f"{number:020}", None, f"{EVERY_WORD} di nomor{number:02}", day)


@pytest.fixture(autouse=True)
def budget(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let forty articles be many: 100 postings, or two for each article."""
    monkeypatch.setattr(work, "POSTINGS_LEAST", 100)
    monkeypatch.setattr(work, "POSTINGS_PER_DOCUMENT", 2)


def check(half: ArrayHalf, query: str, share: float = 1.0) -> None:
    tree = parse(query)
    loads = operator_of(compile_query(tree, "articles"), half).loads()
    check_loads(list(loads), half.documents, tree, share)


@pytest.mark.parametrize(
    "query",
    [
        *("", "pemilih", "daftar pemilih", '"nomor01 nomor02"', "-daftar pemilih"),
        *("nomor01*", "nomor99~", "tembakau", "date:2024", "NOT date:2024"),
        " OR ".join(f"date:2024-01-{day:02}" for day in range(1, 31)),
    ],
)
def test_what_can_be_read_is_let_through(half: ArrayHalf, query: str) -> None:
    check(half, query)


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        (
            "menetapkan daftar pemilih",
            "too common to be looked for all at once: menetapkan, daftar, pemilih; leave some of them out.",
        ),
        ("(pemilih OR daftar) -menetapkan nomor01", "all at once: "),
        ('"daftar pemilih"', "all at once: "),
        (
            "NOT date:>=2000 NOT date:>=2001 NOT date:>=2002",
            "These dates are too many to be looked for all at once;",
        ),
        ("nomor*", "Too many words begin with 'nomor'; write more of its letters."),
        ("nomor01~", "Too many words are one typo away from 'nomor01'; leave out the '~'."),
    ],
)
def test_what_is_too_much_is_named_with_what_to_do(half: ArrayHalf, query: str, sentence: str) -> None:
    with pytest.raises(WorkError) as caught:
        check(half, query)
    assert sentence in str(caught.value)
    assert (caught.value.status, caught.value.field) == (400, "q")


def test_words_are_named_as_they_were_typed(half: ArrayHalf) -> None:
    with pytest.raises(WorkError) as caught:
        check(half, "Pemilihan KPU quote:x -daftar")
    assert sorted(str(caught.value.values["words"]).split(", ")) == ["daftar", "kpu", "pemilihan"]


def test_words_that_mean_one_thing_are_named_together(half: ArrayHalf) -> None:
    with pytest.raises(WorkError) as caught:
        check(half, "daftar pemilih menetapkan Komisi Pemilihan Umum")
    assert "komisi pemilihan umum" in str(caught.value.values["words"])


@pytest.mark.parametrize("query", ["pascapemilih menetapkan daftar", "menetapkan OR (pascapemilih daftar)"])
def test_words_of_several_stems_are_named_as_they_were_typed(half: ArrayHalf, query: str) -> None:
    with pytest.raises(WorkError) as caught:
        check(half, query)
    assert sorted(str(caught.value.values["words"]).split(", ")) == ["daftar", "menetapkan", "pascapemilih"]


def test_the_budget_grows_with_the_index(half: ArrayHalf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(work, "POSTINGS_PER_DOCUMENT", 3)
    check(half, "menetapkan daftar pemilih")


def test_a_share_of_the_budget_is_less(half: ArrayHalf) -> None:
    check(half, "daftar pemilih")
    with pytest.raises(WorkError):
        check(half, "daftar pemilih", share=0.5)


def test_terms_are_no_more_than_a_limit(half: ArrayHalf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(work, "POSTINGS_LEAST", 10**6)
    check(half, "nomor*")
    monkeypatch.setattr(work, "EXPANSION_MOST", 10)
    with pytest.raises(WorkError, match="Too many words begin with 'nomor'"):
        check(half, "nomor*")


def test_documents_found_elsewhere_are_counted(half: ArrayHalf) -> None:
    tree = parse("pemilih")
    clause = AllOf((Holding(compile_query(tree, "quotes")), compile_query(tree, "articles")))
    held = Matches(np.arange(ARTICLES), np.ones(ARTICLES, np.float32))
    loads = list(operator_of(clause, half, lambda _: held).loads())
    assert sum(load.postings for load in loads) == 2 * ARTICLES
    with pytest.raises(WorkError, match="all at once: pemilih;"):
        check_loads(loads, ARTICLES, tree, share=0.7)
