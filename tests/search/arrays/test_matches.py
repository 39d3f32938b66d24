"""Sets of documents with their scores, and those that are kept."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.arrays.matches import NOTHING, Kept, KeptMatches, Matches, added, found_in

DOCUMENTS = 200
SETS = st.dictionaries(st.integers(0, DOCUMENTS - 1), st.floats(0.5, 10, width=32), max_size=40)


def matches(scores: dict[int, float]) -> Matches:
    docs = sorted(scores)
    return Matches(np.array(docs, np.intp), np.array([scores[each] for each in docs], np.float32))


@pytest.mark.parametrize("documents", [DOCUMENTS, 100_000])
@given(st.lists(SETS, max_size=4))
def test_scores_add_up(documents: int, sets: list[dict[int, float]]) -> None:
    expected: dict[int, float] = {}
    for each in sets:
        for document, score in each.items():
            expected[document] = expected.get(document, 0) + score
    docs, scores = added([matches(each) for each in sets], documents)
    assert dict(zip(docs.tolist(), scores.tolist(), strict=True)) == pytest.approx(expected)
    assert docs.tolist() == sorted(expected)


@pytest.mark.parametrize("documents", [DOCUMENTS, 100_000])
@given(SETS, st.sets(st.integers(0, DOCUMENTS - 1)))
def test_documents_are_looked_up_among_those_kept(
    documents: int, scores: dict[int, float], asked: set[int]
) -> None:
    docs = np.array(sorted(asked), np.intp)
    for found in (Kept(matches(scores), documents).at(docs), found_in(matches(scores), docs)):
        assert docs.take(found.rows).tolist() == sorted(asked & scores.keys())
        assert found.scores.tolist() == [scores[each] for each in sorted(asked & scores.keys())]


def test_those_asked_for_longest_ago_are_forgotten() -> None:
    one = Kept(matches({1: 1.0, 2: 2.0}), DOCUMENTS)
    kept = KeptMatches(most=3 * one.size)
    for key in "abc":
        kept.keep(key, one)
    assert kept.get("a") is one
    kept.keep("d", one)
    assert [key for key in "abcd" if kept.get(key)] == ["a", "c", "d"]


def test_what_is_kept_already_or_too_large_is_let_be() -> None:
    one, nothing = Kept(matches({1: 1.0}), DOCUMENTS), Kept(NOTHING, DOCUMENTS)
    kept = KeptMatches(most=one.size)
    kept.keep("a", one)
    kept.keep("a", nothing)
    kept.keep("b", Kept(matches(dict.fromkeys(range(50), 1.0)), DOCUMENTS))
    assert kept.get("a") is one
    assert kept.get("b") is None


def test_what_looking_for_matches_cost_is_forgotten_when_they_are_kept() -> None:
    kept = KeptMatches()
    assert [kept.spent("a", 5), kept.spent("b", 1), kept.spent("a", 6)] == [5, 1, 11]
    kept.keep("a", Kept(NOTHING, DOCUMENTS))
    assert [kept.spent("a", 2), kept.spent("b", 1)] == [2, 2]


def test_no_more_costs_are_known_than_there_is_room_for() -> None:
    kept = KeptMatches()
    assert {kept.spent(number, 1) for number in range(5_000)} == {1}
    assert kept.spent(0, 1) == 1
    assert kept.spent(4_999, 1) == 2
