"""Invented articles have the statistics of real text."""

from collections import Counter
from collections.abc import Iterable, Sequence

import pytest

from bench.invention import FUNCTION_WORDS, LENGTH, invented
from corpus.article import Article
from index.analysis import analyze


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    return list(invented(400))


def words(articles: Iterable[Article]) -> list[str]:
    return [surface for article in articles for surface in analyze(article.body).words.surfaces]


def ranked(found: Sequence[str]) -> list[tuple[str, int]]:
    return Counter(found).most_common()


def test_a_seed_gives_the_same_articles_and_the_first_of_many_are_those_of_few() -> None:
    assert list(invented(5, seed=3)) == list(invented(8, seed=3))[:5]
    assert next(invented(1, seed=3)) != next(invented(1, seed=4))


def test_articles_have_the_length_of_news(articles: list[Article]) -> None:
    assert LENGTH * 0.8 < len(words(articles)) / len(articles) < LENGTH * 1.6


def test_the_most_frequent_words_are_function_words_and_make_a_third_of_a_text(
    articles: list[Article],
) -> None:
    found = ranked(words(articles))
    # Every quote is told by one and the same word.
    assert {word for word, _ in found[:20]} - {"kata"} <= set(FUNCTION_WORDS)
    share = sum(count for word, count in found if word in FUNCTION_WORDS) / sum(count for _, count in found)
    assert 0.2 < share < 0.4


def test_frequencies_fall_as_ranks_grow(articles: list[Article]) -> None:
    counts = [count for _, count in ranked(words(articles))]
    # By Zipf's law a tenth of the frequency stands at about ten times the rank.
    assert 4 < counts[30] / counts[300] < 25


def test_the_vocabulary_grows_slower_than_the_text_but_does_not_end(articles: list[Article]) -> None:
    few, many = len(set(words(articles[:100]))), len(set(words(articles)))
    assert 1.5 * few < many < 4 * few


def test_every_quote_stands_in_its_body(articles: list[Article]) -> None:
    quotes = [(article, quote) for article in articles for quote in article.quotes]
    assert len(quotes) > len(articles)
    assert all(article.body[quote.start : quote.end] == quote.text for article, quote in quotes)
    assert all(quote.speaker in article.speakers for article, quote in quotes)


def test_ids_differ_and_some_articles_have_no_date(articles: list[Article]) -> None:
    assert len({article.id for article in articles}) == len(articles)
    assert 0 < sum(article.date is None for article in articles) < len(articles) / 10
