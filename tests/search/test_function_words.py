"""Function words in a query."""

import pytest

from search.function_words import is_function_word, without_function_words
from search.query import Word, parse


@pytest.mark.parametrize(
    ("query", "is_one"),
    [
        ("yang", True),
        ("debat", False),
        ("anak-anak", False),
        ("se-arunika", False),
        ("title:yang", True),
        ("quote:(yang di)", True),
        ("quote:(yang debat)", False),
        ("speaker:yang", False),
        ('"yang"', False),
        ("yan*", False),
        ("-yang", False),
    ],
)
def test_a_function_word_is_told_from_what_is_looked_for(query: str, is_one: bool) -> None:  # noqa: FBT001
    assert is_function_word(parse(query)) is is_one


def test_function_words_are_left_out_unless_there_is_nothing_else() -> None:
    function_word, content = Word("yang"), Word("debat")
    assert list(without_function_words([function_word, content])) == [content]
    assert list(without_function_words([function_word])) == [function_word]
