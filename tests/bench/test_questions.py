"""Questions are drawn from the articles that they are asked of."""

import pytest

from bench.invention import invented
from bench.questions import REAL_PREFIXES, Question, Sheet, Task, invented_sheet, question, real_sheet
from corpus.article import Article
from index.analysis import analyze


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    return list(invented(200))


@pytest.fixture(scope="module")
def sheet(articles: list[Article]) -> Sheet:
    return invented_sheet(articles)


def holding(asked: Question, articles: list[Article]) -> int:
    texts = (analyze(f"{article.title}\n{article.body}") for article in articles)
    return sum(set(asked.terms) <= set(text.terms()) for text in texts)


def test_the_ten_questions_are_rare_and_frequent_and_of_one_two_and_three_words(
    sheet: Sheet, articles: list[Article]
) -> None:
    counts = [holding(asked, articles) for asked in sheet[Task.TOP]]
    assert len(counts) == 10
    assert min(counts) < 5
    assert max(counts) > 30
    assert {len(asked.terms) for asked in sheet[Task.TOP]} == {1, 2, 3}


def test_the_ranked_tasks_share_their_questions(sheet: Sheet) -> None:
    assert sheet[Task.TOP] == sheet[Task.WHOLE] == sheet[Task.NEWEST]


def test_phrases_and_beginnings_stand_in_the_articles(sheet: Sheet, articles: list[Article]) -> None:
    bodies = [f" {' '.join(analyze(article.body).words.surfaces)} " for article in articles]
    for asked in sheet[Task.PHRASE]:
        assert sum(f" {' '.join(asked.terms)} " in body for body in bodies) > 1
    for asked in sheet[Task.PREFIX]:
        assert sum(f" {asked.terms[0]}" in body for body in bodies) > 1


def test_the_filter_is_of_an_outlet_and_a_month_that_go_together(
    sheet: Sheet, articles: list[Article]
) -> None:
    chosen = {(asked.source, asked.month) for asked in sheet[Task.FILTER]}
    held = {(article.source, f"{article.date:%Y-%m}") for article in articles if article.date}
    assert len(chosen) == 1
    assert chosen <= held


def test_questions_are_typed_as_suara_reads_them() -> None:
    assert question("Surat suara", "phrase") == Question('"Surat suara"', "phrase", ("surat", "suara"))
    assert question("logisti", "prefix") == Question("logisti*", "prefix", ("logisti",))
    assert question("yang memilih", "words") == Question("yang memilih", "words", ("pilih",))


def test_real_questions_need_nothing_of_the_articles() -> None:
    assert len(real_sheet([])[Task.PREFIX]) == len(REAL_PREFIXES)
