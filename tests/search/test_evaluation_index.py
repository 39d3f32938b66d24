import pytest

from corpus.article import Article
from search.evaluation_index import indexed


def test_articles_are_found_as_a_reader_finds_them() -> None:
    bodies = {
        "a": "Panitia memilih gudang di Lembayung.",
        "b": "Hujan turun.",
        "c": "Gudang itu dipilih warga.",
    }
    articles = {name: Article(id=name, title=None, body=body) for name, body in bodies.items()}
    with indexed(articles) as ask:
        assert set(ask("pemilihan zebra")) == {"a", "c"}
        assert list(ask("zebra")) == []


def test_what_is_refused_found_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("search.work.POSTINGS_LEAST", 0)
    monkeypatch.setattr("search.work.POSTINGS_PER_DOCUMENT", 0)
    with indexed({"a": Article(id="a", title=None, body="Hujan turun.")}) as ask:
        assert list(ask("hujan")) == []
