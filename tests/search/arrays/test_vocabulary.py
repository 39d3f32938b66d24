"""The words of a half of a generation."""

from pathlib import Path

import pytest

from corpus.article import Article
from index.arrays.array_index import ArrayIndex, open_arrays
from index.arrays.article_writer import article_arrays
from index.arrays.layout import ARTICLES
from search.arrays import vocabulary as words
from search.arrays.half import ArrayHalf
from search.arrays.vocabulary import Vocabulary
from search.spelling import Indexed

BARE = ("title", "body")


@pytest.fixture
def created(tmp_path: Path) -> ArrayIndex:
    """Three segments: Muktabar in the bodies of three articles and the title of one, Muktamar in two."""
    texts = [(None, "Muktabar hadir."), ("Muktabar", "Muktamar, kata Muktabar."), (None, "muktamar muktabar")]
    for number, (title, body) in enumerate(texts):
        with article_arrays(tmp_path) as writer:
            writer.add(Article(f"{number:020}", title, body, speakers=("Harun Muktabar",) if title else ()))
    return open_arrays(tmp_path / "articles", ARTICLES)


@pytest.mark.parametrize(
    ("word", "fields", "typos", "found"),
    [
        ("muktabar", BARE, 0, {("muktabar", 3)}),
        ("muktabbar", BARE, 0, set()),
        ("muktabbar", BARE, 1, {("muktabar", 3)}),
        ("muktabar", BARE, 1, {("muktabar", 3), ("muktamar", 2)}),
        ("muktabbar", ("title",), 2, {("muktabar", 1)}),
        ("muktamar", ("speaker",), 1, {("muktabar", 1)}),
        ("muktabbar", ("source",), 1, set()),
    ],
)
def test_words_come_with_the_documents_of_the_fuller_field(
    created: ArrayIndex, word: str, fields: tuple[str, ...], typos: int, found: set[tuple[str, int]]
) -> None:
    vocabulary = Vocabulary(ArrayHalf(created))
    for _ in range(2):
        near = vocabulary.near(word, fields, typos)
        assert {(each.word, each.documents) for each in near} == found


def test_an_empty_index_has_no_words() -> None:
    vocabulary = Vocabulary(ArrayHalf(ArrayIndex(())))
    assert vocabulary.near("muktabar", BARE, 0) == ()
    assert vocabulary.near("muktabar", BARE, 2) == ()


def test_of_too_many_words_the_frequent_are_listed(
    created: ArrayIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(words, "WORDS_MOST", 1)
    assert Vocabulary(ArrayHalf(created)).near("muktabar", BARE, 1) == (Indexed("muktabar", 3),)
