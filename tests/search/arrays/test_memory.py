"""Arrays that are kept within a bound."""

import numpy as np

from search.arrays.memory import KeptArrays


def test_what_is_kept_is_found_until_there_is_too_much_of_it() -> None:
    kept = KeptArrays(1_000)
    arrays = {number: np.arange(300) + number for number in range(3)}
    for number in (0, 1):
        kept.keep(number, arrays[number])
    assert [kept.get(number) is arrays[number] for number in (0, 1)] == [True, True]
    kept.keep(2, arrays[2])
    assert (kept.get(0), kept.get(1)) == (None, None)
    assert kept.get(2) is arrays[2]
    kept.keep(0, arrays[0])
    assert [kept.get(number) is arrays[number] for number in (0, 2)] == [True, True]


def test_what_is_too_large_by_itself_makes_others_not_forgotten() -> None:
    kept = KeptArrays(1_000)
    small = np.arange(3)
    kept.keep("small", small)
    kept.keep("large", np.arange(1_000))
    assert kept.get("large") is None
    assert kept.get("small") is small


def test_many_empty_arrays_are_too_much_too() -> None:
    kept = KeptArrays(1_000)
    for number in range(100):
        kept.keep(number, np.empty(0))
    assert sum(kept.get(number) is not None for number in range(100)) < 16
