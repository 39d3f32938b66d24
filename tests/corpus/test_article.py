from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import LEAD_LENGTH, Article, Quote

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
QUOTES = st.builds(
    Quote,
    speaker=st.none() | TEXTS,
    role=st.none() | TEXTS,
    text=TEXTS,
    kind=st.sampled_from(["direct", "indirect"]),
    start=st.integers(0),
    end=st.integers(0),
    cue=st.none() | TEXTS,
)
ARTICLES = st.builds(
    Article,
    id=TEXTS,
    title=st.none() | TEXTS,
    body=TEXTS,
    date=st.none() | st.dates(),
    date_origin=st.sampled_from([None, "given", "page", "body"]),
    source=st.none() | TEXTS,
    quotes=st.lists(QUOTES, max_size=3).map(tuple),
    speakers=st.lists(TEXTS, max_size=3).map(tuple),
)


@given(ARTICLES)
def test_an_article_comes_back_from_its_json(article: Article) -> None:
    assert Article.from_json(article.to_json()) == article


def test_fields_of_a_later_version_are_passed_over() -> None:
    article = Article(id="0" * 20, title=None, body="Isi.", date=date(2024, 11, 27))
    later = article.to_json().replace("{", '{"mood": "calm", ', 1)
    assert Article.from_json(later) == article


@pytest.mark.parametrize(
    ("body", "lead"),
    [
        ("Pendek saja.", "Pendek saja."),
        ("dua\nbaris", "dua baris"),
        ("kata " * 40, "kata " * 17 + "…"),
        ("", ""),
    ],
)
def test_a_lead_is_the_first_whole_words(body: str, lead: str) -> None:
    assert Article(id="", title=None, body=body).lead == lead


def test_a_lead_without_a_space_is_cut_all_the_same() -> None:
    assert len(Article(id="", title=None, body="x" * 500).lead) == LEAD_LENGTH + 2
