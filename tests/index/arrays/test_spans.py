import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.arrays.spans import Jumps, encode_spans, positions_from, stretch_of

documents = st.lists(st.lists(st.sampled_from([1, 1, 1, 2, 101]), max_size=6), max_size=6)


@given(documents=documents)
def test_positions_come_back_from_their_jumps(documents: list[list[int]]) -> None:
    lengths = np.array([len(steps) for steps in documents], np.int64)
    first_words = (np.cumsum(lengths) - lengths)[lengths > 0]
    every = np.array([step for steps in documents for step in steps], np.int64)
    at = np.flatnonzero(every != 1)
    wanted = [position for steps in documents for position in (np.cumsum(steps) - 1).tolist()]
    assert positions_from(Jumps(at, every[at]), 0, len(wanted), first_words).tolist() == wanted


@pytest.mark.parametrize(
    ("gap", "length", "is_apart"),
    [(0, 0, False), (6, 30, False), (7, 30, True), (6, 31, True), (300, 1, True), (-1, 3, True)],
)
def test_what_does_not_fit_a_byte_stands_apart(gap: int, length: int, *, is_apart: bool) -> None:
    starts = np.array([0, 5 + gap])
    ends = np.array([5, 5 + gap + length])
    spans = encode_spans(starts, ends, np.array([0]))
    assert spans.apart_at.tolist() == ([1] if is_apart else [])
    assert spans.gaps.tolist() == ([gap] if is_apart else [])
    assert spans.lengths.tolist() == ([length] if is_apart else [])


@given(numbers=st.sets(st.integers(0, 50)), first=st.integers(0, 50), more=st.integers(0, 20))
def test_a_stretch_of_sorted_numbers_is_found(numbers: set[int], first: int, more: int) -> None:
    order = sorted(numbers)
    low, high = stretch_of(np.array(order, np.uint16), first, first + more)
    assert order[low:high] == [number for number in order if first <= number < first + more]


def test_no_jumps_are_positions_one_after_another() -> None:
    nothing = np.empty(0, np.int64)
    assert positions_from(Jumps(nothing, nothing), 10, 14, np.array([10, 12])).tolist() == [0, 1, 0, 1]
