"""The measures on a set small enough to count by hand."""

from collections.abc import Callable, Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import Article
from search.evaluation import DEPTH, Question, RetrievalScore, RetrievalSet, evaluate, pasted
from search.lexer import words_in
from search.query import And, Node, Or, Word, parse

WORDS = "satu dua tiga empat lima enam tujuh delapan sembilan sepuluh"


def articles(**bodies: str) -> dict[str, Article]:
    return {name: Article(id=name, title=None, body=body) for name, body in bodies.items()}


def asking(answers: Mapping[str, Sequence[str]]) -> Callable[[str], Sequence[str]]:
    return lambda query: answers[query]


def measured(answers: Mapping[str, Sequence[str]], questions: Sequence[Question]) -> list[RetrievalScore]:
    texts = articles(
        a="gudang", b="logistik", c="kapal", **{f"x{number}": f"k{number}" for number in range(20)}
    )
    return evaluate(RetrievalSet("arunika", texts, questions), "suara", asking(answers))


def test_the_first_right_hit_gives_its_reciprocal_rank() -> None:
    questions = [Question("satu", "a"), Question("dua", "b"), Question("tiga", "c"), Question("empat", "a")]
    answers = {"satu": ["a", "b"], "dua": ["a", "b"], "tiga": ["a", "b", "x1", "c"], "empat": []}
    (score,) = measured(answers, questions)
    assert (score.set, score.split, score.engine, score.questions) == ("arunika", "all", "suara", 4)
    assert score.mrr == pytest.approx((1 + 1 / 2 + 1 / 4 + 0) / 4)
    assert (score.success_1, score.success_10) == (1 / 4, 3 / 4)
    assert score.milliseconds >= 0


@pytest.mark.parametrize(("rank", "mrr"), [(DEPTH, 1 / DEPTH), (DEPTH + 1, 0)])
def test_hits_beyond_the_first_ten_are_not_looked_at(rank: int, mrr: float) -> None:
    hits = [*(f"x{number}" for number in range(rank - 1)), "a"]
    (score,) = measured({"satu": hits}, [Question("satu", "a")])
    assert score.mrr == pytest.approx(mrr)


def test_each_split_is_scored_and_all_together() -> None:
    questions = [Question("satu", "a", "train"), Question("dua", "b", "test"), Question("tiga", "c", "train")]
    scores = measured({"satu": ["a"], "dua": [], "tiga": ["b", "c"]}, questions)
    assert [(score.split, score.questions, score.mrr) for score in scores] == [
        ("train", 2, 0.75),
        ("test", 1, 0.0),
        ("all", 3, 0.5),
    ]


@pytest.mark.parametrize(
    ("other", "mrr"), [(f"{WORDS}.", 1), (WORDS.upper(), 1), (f"{WORDS} sebelas", 1), (WORDS[5:-8], 0.5)]
)
def test_a_copy_of_the_answer_is_right_too(other: str, mrr: float) -> None:
    texts = articles(answer=WORDS, other=other)
    asked = RetrievalSet("arunika", texts, [Question("gudang", "answer")])
    (score,) = evaluate(asked, "suara", asking({"gudang": ["other", "answer"]}))
    assert score.mrr == mrr


def test_a_set_without_questions_scores_nothing() -> None:
    (score,) = evaluate(RetrievalSet("arunika", {}, []), "suara", asking({}))
    assert (score.questions, score.mrr, score.success_10, score.milliseconds) == (0, 0, 0, 0)


def test_a_question_without_a_word_is_not_asked() -> None:
    (score,) = measured({}, [Question("???", "a")])
    assert score.mrr == 0


def test_a_record_holds_rounded_numbers() -> None:
    record = RetrievalScore("facqa", "all", "suara", 3, 1 / 3, 2 / 3, 1, 1.26).to_record()
    assert (record["mrr"], record["success_1"], record["milliseconds"]) == (0.3333, 0.6667, 1.3)


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("Siapakah Ketua KPU Arunika?", "Siapakah Ketua KPU Arunika?"),
        ('Apa arti "politik uang"', "Apa arti politik uang"),
        ("Skor 3:1 (babak I)", "Skor 3 1 babak I"),
        ("gempa -5 SR - Arunika", "gempa 5 SR Arunika"),
        ("Bertahan OR mundur", "Bertahan or mundur"),
        ("judul:banjir kata* salah~", "judul banjir kata salah"),
        ("anak-anak 'Gita' Ma'ruf", "anak-anak Gita' Ma'ruf"),
        ("tanggal: 17 >= 5", "tanggal 17 5"),
        ("…?!", ""),
    ],
)
def test_no_sign_of_a_pasted_question_keeps_its_meaning(text: str, query: str) -> None:
    assert pasted(text) == query


def test_a_question_beyond_the_limits_is_cut_at_a_word() -> None:
    assert pasted("kata/kata " * 40) == ("kata/kata " * 16).strip()
    assert pasted("panjang" * 30 + " " + "kata " * 2) == "panjang" * 30 + " kata kata"
    assert pasted("a" * 1_200) == ""


@given(st.text(st.sampled_from("ab1 -\"'()*~:<>=./ORND…\u2018\u2019\u201c"), max_size=60) | st.text())
def test_whatever_is_pasted_asks_for_words_alone(text: str) -> None:
    query = pasted(text)
    if query:
        assert all(isinstance(node, Word) for node in leaves(parse(query)))
        assert words_in(query)


def leaves(node: Node) -> list[Node]:
    match node:
        case And(nodes) | Or(nodes):
            return [leaf for each in nodes for leaf in leaves(each)]
        case _:
            return [node]
