"""Words that mean one thing, over arrays: scored as Whoosh's Blended scores them."""

from collections.abc import Callable
from typing import Any

import pytest

from corpus.article import Article
from search.clauses import Blended, Place
from search.compilation import compile_query
from search.query import parse

MakeArticle = Callable[..., Article]

TEXTS = [
    ("KPU Arunika", "Komisi Pemilihan Umum tetapkan daftar. KPU siap."),
    ("Komisi baru", "Pemilihan yang umum. Komisi itu bertemu."),
    ("Komisi", "Ketua komisi pemilihan umum kabupaten; komisi pemilihan umum pusat."),
    (None, "Umum saja pemilihan itu, kata komisi. Komisi, pemilihan, umum."),
    ("Umum", "Pemilihan."),
    ("Pemilihan umum", "Komisi, komisi."),
    ("Debat", "Wali kota hadir; walikota lain tidak. E-KTP warga."),
    ("Kota", "Wali murid di kota itu. KTP elektronik, e ktp."),
]
PLACES = (Place("title", 2.5), Place("body"))


@pytest.fixture(scope="module", params=["together", "apart"])
def pair(request: pytest.FixtureRequest, article: MakeArticle, pairing: Any, batch: Any) -> Any:
    made = [article(title=title, body=body) for title, body in TEXTS * 4]
    if request.param == "together":
        return pairing([batch(made)])
    return pairing([batch(made[:14]), batch(made[14:], [made[2].id, made[9].id])])


@pytest.mark.parametrize(
    "typed", ["kpu", "komisi pemilihan umum", "wali kota", "walikota", "e-ktp", "komisi kpu"]
)
def test_what_is_typed_scores_as_in_whoosh(pair: Any, typed: str) -> None:
    expected, found = pair.scores("articles", compile_query(parse(typed), "articles"))
    assert expected
    assert found == pytest.approx(expected)


@pytest.mark.parametrize(
    ("stems", "phrases"),
    [
        ([("komisi", "pilih", "umum")], []),
        ([("kpu",), ("komisi", "umum"), ("pilih", "umum")], [("komisi", "pemilihan", "umum")]),
        ([("wali", "kota"), ("komisi", "umum")], [("wali", "murid")]),
        ([("tiada",), ("komisi", "tiada")], [("komisi", "tiada")]),
    ],
)
def test_stems_that_stand_apart_count_less(pair: Any, stems: Any, phrases: Any) -> None:
    expected, found = pair.scores("articles", Blended(PLACES, tuple(stems), tuple(phrases)))
    assert found == pytest.approx(expected)
