"""Documents come back from their lower halves and the turns between."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.arrays.array_file import Array
from index.arrays.turns import turns_of

numbers = (
    st.integers(0, 65_535) | st.integers(0, 400_000) | st.sampled_from([65_535, 65_536, 131_071, 131_072])
)
terms = st.lists(st.sets(numbers, min_size=1, max_size=6), min_size=1, max_size=8)


def _packed(documents: list[set[int]]) -> tuple[Array, Array]:
    docs = np.array([each for found in documents for each in sorted(found)], np.uint32)
    return docs, np.array(list(map(len, documents)), np.int64)


@given(documents=terms, data=st.data())
def test_documents_come_back_from_their_lower_halves(documents: list[set[int]], data: st.DataObject) -> None:
    docs, counts = _packed(documents)
    starts = np.concatenate([[0], counts.cumsum()]).astype(np.uint32)
    turns, low = turns_of(docs, counts), docs.astype(np.uint16)
    for term, found in enumerate(documents):
        first, stop = starts[term : term + 2].tolist()
        assert turns.united(term, low[first:stop], first).tolist() == sorted(found)
    one = data.draw(st.integers(0, len(documents) - 1))
    other = data.draw(st.integers(one + 1, len(documents)))
    stretch = slice(int(starts[one]), int(starts[other]))
    united = turns.united_all(slice(one, other), low[stretch], starts[one : other + 1])
    assert united.tolist() == docs[stretch].tolist()


@pytest.mark.parametrize(
    ("documents", "highs", "at"),
    [([{1, 65_535}], [0], []), ([{1, 65_536}], [0], [1]), ([{5}, {7, 140_000}, {66_000}], [0, 0, 1], [2, 2])],
)
def test_turns_stand_where_the_upper_half_grows(
    documents: list[set[int]], highs: list[int], at: list[int]
) -> None:
    turns = turns_of(*_packed(documents))
    assert (turns.highs.tolist(), turns.at.tolist()) == (highs, at)
