"""Terms one typo away, found by leaps."""

import random
from itertools import product
from pathlib import Path

import numpy as np
import pytest
from whoosh.support.levenshtein import distance

from index.arrays.array_file import ArrayFile, ArrayFileWriter
from index.arrays.terms import TermTable
from search.arrays.typos import one_typo_apart
from search.edits import swapped


@pytest.fixture
def words() -> list[str]:
    """All words of up to four letters of three, one of which takes four bytes, and a few longer ones."""
    letters = "aé\U0001f5f3"
    every = ["".join(word) for length in range(1, 5) for word in product(letters, repeat=length)]
    return [*random.Random(5).sample(every, 60), "pemilu", "pemilih", "pemalu", "pemilu2024"]


@pytest.fixture
def table(tmp_path: Path, words: list[str]) -> TermTable:
    terms = sorted(word.encode() for word in words)
    with ArrayFileWriter(tmp_path / "terms.seg") as file:
        file.put("body/terms", np.frombuffer(b"".join(terms), np.uint8))
        file.put("body/places", np.cumsum([0, *map(len, terms)]).astype(np.uint32))
    return TermTable(ArrayFile(tmp_path / "terms.seg"), "body")


def typos(word: str, other: str) -> int:
    """Return how many letters must be added, dropped or changed, two swapped counted as two."""
    return 2 if other in swapped(word) else distance(word, other, limit=2)


@pytest.mark.parametrize("word", ["a", "aé", "éaé", "\U0001f5f3aa", "pemilu", "pemil", "lain", "aaaaaa"])
def test_the_terms_are_those_that_one_letter_makes(table: TermTable, words: list[str], word: str) -> None:
    expected = {other for other in words if typos(word, other) <= 1}
    assert one_typo_apart(table, word) == {other.encode() for other in expected}
