"""Distinct numbers, as NumPy's own function gives them."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from search.arrays.distinct import distinct, ranked

numbers = st.lists(st.integers(-5, 5), max_size=20).map(lambda each: np.array(each, np.int64))


@given(values=numbers)
def test_each_number_is_there_once(values: np.typing.NDArray[np.int64]) -> None:
    assert distinct(values).tolist() == np.unique(values).tolist()


@given(values=numbers)
def test_each_value_has_its_place(values: np.typing.NDArray[np.int64]) -> None:
    once, places = ranked(values)
    wanted, inverse = np.unique(values, return_inverse=True)
    assert (once.tolist(), places.tolist()) == (wanted.tolist(), inverse.tolist())
