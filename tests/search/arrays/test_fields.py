"""A field over segments, on texts of invented words."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from corpus.article import Article
from search.arrays import fields
from search.arrays.compilation import operator_of
from search.arrays.fields import WholeField
from search.arrays.half import ArrayHalf
from search.arrays.phrases import phrase_postings

MakeArticle = Callable[..., Article]


@pytest.fixture(scope="module")
def bodies() -> list[str]:
    return [f"{'daftar ' * (n % 4)}pemilih {'tetap ' * (n % 3)}daftar pemilih nomor{n}" for n in range(60)]


@pytest.fixture(scope="module")
def half(article: MakeArticle, pairing: Any, batch: Any, bodies: list[str]) -> ArrayHalf:
    made = [article(body=body) for body in bodies]
    pair = pairing([batch(made[:20]), batch(made[20:])])
    found: ArrayHalf = pair.arrays.halves["articles"]
    return found


@pytest.fixture(scope="module")
def field(half: ArrayHalf) -> WholeField:
    return half.field("body")


def test_postings_tell_how_often_each_document_has_a_word(field: WholeField, bodies: list[str]) -> None:
    docs, freqs = field.postings(b"daftar")
    assert dict(zip(docs.tolist(), freqs.tolist(), strict=True)) == {
        number: body.split().count("daftar") for number, body in enumerate(bodies)
    }
    assert field.postings(b"tiada").docs.size == 0
    some = np.array([0, 19, 20, 59])
    assert field.freqs_at(b"tetap", some).tolist() == [bodies[each].split().count("tetap") for each in some]
    assert field.holding(b"tetap", some).tolist() == [each for each in some if "tetap" in bodies[each]]
    assert field.holding(b"tiada", some).size == 0


@pytest.mark.parametrize("kept_from", [1, 10_000])
def test_places_are_the_positions_in_the_texts(
    half: ArrayHalf, bodies: list[str], kept_from: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fields, "_ENDS_KEPT_LEAST", kept_from)
    monkeypatch.setattr(fields, "_ENDS_KEPT_MOST", 200)
    field = WholeField(half.whole, "body")
    some = np.array([0, 7, 19, 20, 33, 59])
    for word in ("daftar", "tetap", "pemilih", "nomor33", "tiada"):
        rows, positions = field.places(word.encode(), some)
        found = (
            [[], [], [], [], [], []]
            if not rows.size
            else [positions[rows == row].tolist() for row in range(6)]
        )
        assert found == [[at for at, each in enumerate(bodies[d].split()) if each == word] for d in some]


def test_places_of_a_beginning_are_those_of_its_terms(field: WholeField, bodies: list[str]) -> None:
    some = np.array([3, 20, 41])
    rows, positions = field.places_of_prefix(b"nomor", some)
    assert rows.tolist() == [0, 1, 2]
    assert positions.tolist() == [len(bodies[each].split()) - 1 for each in some]


def test_a_phrase_is_counted_in_all_documents_or_in_some(field: WholeField, bodies: list[str]) -> None:
    expected = {number: body.count("daftar pemilih") for number, body in enumerate(bodies)}
    docs, freqs = phrase_postings(field, [b"daftar", b"pemilih"])
    assert dict(zip(docs.tolist(), freqs.tolist(), strict=True)) == expected
    docs, freqs = phrase_postings(field, [b"daftar", b"pemilih"], np.array([1, 2]))
    assert dict(zip(docs.tolist(), freqs.tolist(), strict=True)) == {1: expected[1], 2: expected[2]}
    assert phrase_postings(field, [b"pemilih", b"tiada"]).docs.size == 0


def test_a_node_that_no_question_makes_is_refused(field: WholeField) -> None:
    with pytest.raises(TypeError):
        operator_of(object(), field)  # type: ignore[arg-type]
