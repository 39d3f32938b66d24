"""Invented words: one for each number."""

import re

import pytest

from bench.syllables import ENDINGS, ONSETS, VOWELS, name, root_of, word

TWO_SYLLABLES = (len(ONSETS) * len(VOWELS)) ** 2 * len(ENDINGS)


def test_no_two_numbers_give_the_same_root() -> None:
    numbers = [*range(20_000), *range(TWO_SYLLABLES - 5_000, TWO_SYLLABLES + 5_000)]
    # Letters may be cut into syllables in two ways, which costs a few roots.
    assert len({root_of(number) for number in numbers}) > 0.9 * len(numbers)


@pytest.mark.parametrize(("number", "syllables"), [(0, 2), (TWO_SYLLABLES - 1, 2), (TWO_SYLLABLES, 3)])
def test_roots_of_two_syllables_come_before_those_of_three(number: int, syllables: int) -> None:
    assert len(re.findall(f"[{VOWELS}]", root_of(number))) == syllables


def test_every_second_word_is_a_form_of_the_root_before_it() -> None:
    assert all(word(number) in word(number + 1) for number in range(0, 100, 2))


def test_a_name_is_two_capitalised_words() -> None:
    assert name(7).istitle()
    assert len(name(7).split()) == 2
