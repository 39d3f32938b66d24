"""The words of a half of a generation."""

import pytest
from whoosh.filedb.filestore import RamStorage
from whoosh.index import FileIndex

from corpus.article import Article
from index.schema import article_document, article_schema
from search import whoosh_words
from search.spelling import Indexed
from search.whoosh_half import Half
from search.whoosh_words import Vocabulary

BARE = ("title", "body")


@pytest.fixture
def created() -> FileIndex:
    """Two segments: Muktabar in the bodies of three articles and the title of one, Muktamar in two."""
    made = RamStorage().create_index(article_schema())
    texts = [(None, "Muktabar hadir."), ("Muktabar", "Muktamar, kata Muktabar."), (None, "muktamar muktabar")]
    for number, (title, body) in enumerate(texts):
        writer = made.writer()
        article = Article(f"{number:020}", title, body, speakers=("Harun Muktabar",) if title else ())
        writer.add_document(**article_document(article))
        writer.commit(merge=False)
    return made


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
    created: FileIndex, word: str, fields: tuple[str, ...], typos: int, found: set[tuple[str, int]]
) -> None:
    vocabulary = Vocabulary(Half(created))
    for _ in range(2):
        near = vocabulary.near(word, fields, typos)
        assert {(each.word, each.documents) for each in near} == found


def test_an_empty_index_has_no_words() -> None:
    vocabulary = Vocabulary(Half(RamStorage().create_index(article_schema())))
    assert vocabulary.near("muktabar", BARE, 0) == ()
    assert vocabulary.near("muktabar", BARE, 2) == ()


def test_of_too_many_words_the_frequent_are_listed(
    created: FileIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(whoosh_words, "WORDS_MOST", 1)
    assert Vocabulary(Half(created)).near("muktabar", BARE, 1) == (Indexed("muktabar", 3),)
