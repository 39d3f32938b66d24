import pytest

from corpus.article import Article
from search.baseline import baseline, plain_stemmer


@pytest.mark.parametrize(
    ("word", "stem"), [("pemilu", "pilu"), ("menteri", "teri"), ("c1", "c1"), ("1,5", "1,5")]
)
def test_stems_are_those_of_pystemmer(word: str, stem: str) -> None:
    assert plain_stemmer()(word) == stem


def test_what_matches_best_comes_first_and_the_first_of_what_ties() -> None:
    bodies = ["Gudang logistik.", "Kapal dan gudang.", "Kapal dan gudang.", "Hujan di Lembayung."]
    articles = {str(n): Article(id=str(n), title=None, body=body) for n, body in enumerate(bodies)}
    with baseline(articles) as ask:
        assert list(ask("kapal logistik gudang")) == ["0", "1", "2"]
        assert list(ask("dan di yang")) == []


def test_pemilu_and_its_sorrow_are_one_to_it() -> None:
    with baseline({"a": Article(id="a", title=None, body="Kisah pilu.")}) as ask:
        assert list(ask("pemilu")) == ["a"]
