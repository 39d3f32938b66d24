"""The first rows by several keys."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from search.arrays.order import leading, least

ROWS = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), max_size=300)


@given(ROWS, st.integers(1, 120))
def test_the_first_rows_are_those_that_sorting_puts_first(rows: list[tuple[int, int]], count: int) -> None:
    names = np.array([f"{number * 7919 % 1009:04}" for number in range(len(rows))], np.bytes_)
    first, second = (np.array([row[at] for row in rows], np.float32) for at in (0, 1))
    keys = [first.take, second.take, lambda some: names[some]]
    expected = sorted(range(len(rows)), key=lambda row: (*rows[row], names[row]))
    assert leading(np.arange(len(rows)), keys, count).tolist() == expected[:count]


@given(st.lists(st.integers(-3, 3), max_size=40), st.integers(0, 50))
def test_the_least_values_come_with_all_that_tie_with_the_last(values: list[int], count: int) -> None:
    largest = sorted(values)[max(1, count) - 1 : max(1, count)] or [3]
    expected = [row for row, value in enumerate(values) if value <= largest[0]]
    assert least(np.array(values, np.int32), count).tolist() == expected
