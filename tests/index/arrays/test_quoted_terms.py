"""The words of quotes are those that the analyzer finds in the texts of the quotes."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import Article, Quote
from index.analysis import BREAK, analyze
from index.arrays.quoted_terms import quoted_terms
from index.arrays.text_terms import Terms, TextTerms

words = st.sampled_from(
    [
        *("wali", "kota", "Wali", "tanggung", "jawab", "bertanggung", "jawabnya", "undang", "undangan"),
        *("anak-anak", "PDI-P", "Ma'ruf", "2,5km", "1.250.000", "-", ".", "", "se-Arunika", "pascapemilu"),
        *("Rp1,5", "Jum’at", "“é”", "kata", BREAK),
    ]
)
bodies = st.lists(words, max_size=14).map(" ".join)
bounds = st.lists(st.tuples(st.integers(0, 90), st.integers(0, 30)), max_size=4)


def article(body: str, places: Sequence[tuple[int, int]]) -> Article:
    quotes = tuple(
        Quote(None, None, body[start:end], "direct", start, end, None)
        for start, end in places
        if end <= len(body)
    )
    return Article("0" * 20, None, body, quotes=quotes)


def plain(terms: TextTerms) -> tuple[object, ...]:
    surfaces, stems = terms
    moves = dict(surfaces.moved)
    by, starts, ends = 0, [], []
    for number, (start, end) in enumerate(zip(surfaces.starts, surfaces.ends, strict=True)):
        by = moves.get(number, by)
        starts.append(start + by)
        ends.append(end + by)
    return (
        list(surfaces.terms),
        list(surfaces.positions),
        starts,
        ends,
        list(stems.terms),
        list(stems.positions),
        sorted(stems.wide),
    )


def analyzed(text: str) -> TextTerms:
    return TextTerms.of(analyze(text))


@given(body=bodies, places=bounds)
def test_they_are_what_the_analyzer_makes_of_the_quotes(body: str, places: list[tuple[int, int]]) -> None:
    made = article(body, [(start, start + length) for start, length in places])
    whole, each = quoted_terms(made, analyze(body))
    texts = [quote.text for quote in made.quotes]
    assert plain(whole) == plain(analyzed(BREAK.join(texts)))
    assert [plain(terms) for terms in each] == [plain(analyzed(text)) for text in texts]


@pytest.mark.parametrize(
    ("body", "texts", "is_cut"),
    [
        ("Ia berkata, \"Anak-anak ikut.\" Lalu, 'Biaya Rp1,5 juta.'", ["Anak-anak ikut", "Biaya Rp1"], False),
        ('"Kami siap," katanya. "Warga menunggu."', ["Kami siap", "Warga menunggu"], True),
        ('"Saya wali," katanya. "Kota ini besar."', ["Saya wali", "Kota ini besar"], False),
        ("Para wali kota hadir.", ["Para wali"], False),
        ("Acara se-Arunika meriah.", ["Acara se"], False),
        (f"Acara{BREAK}meriah sekali.", ["meriah"], False),
        ("Satu dua tiga empat.", ["dua tiga", "dua", "tiga empat"], True),
    ],
)
def test_they_are_cut_out_of_the_body_where_nothing_is_torn(
    body: str, texts: list[str], *, is_cut: bool
) -> None:
    places = [(body.index(text), body.index(text) + len(text)) for text in texts]
    whole, _ = quoted_terms(article(body, places), analyze(body))
    assert bool(whole.surfaces.moved) == is_cut
    assert plain(whole) == plain(analyzed(BREAK.join(texts)))


def test_a_quote_that_is_not_in_the_body_is_analysed() -> None:
    quote = Quote(None, None, "kata lain", "direct", 0, 9, None)
    made = Article("0" * 20, None, "Satu dua tiga", quotes=(quote,))
    assert plain(quoted_terms(made, analyze(made.body))[0]) == plain(analyzed("kata lain"))


def test_without_quotes_there_are_none() -> None:
    whole, each = quoted_terms(Article("0" * 20, None, "Satu dua"), analyze("Satu dua"))
    assert (whole, list(each)) == (TextTerms(Terms(()), Terms(())), [])
