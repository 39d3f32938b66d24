import pytest

from corpus.clues import Clues
from corpus.place_names import (
    ends_known_place,
    is_quoted_name,
    place_length,
    place_step,
    repeats_place,
    unknown_place_length,
)
from corpus.runs import Run, Tokens
from corpus.sentences import sentences_in


def tokens_of(text: str) -> Tokens:
    return next(sentences_in(text)).tokens


def test_the_longest_known_place_is_counted() -> None:
    sentence = next(sentences_in("Kutai Timur Raya"))
    assert place_length(sentence.tokens, 0, 3, Clues()) == 2
    assert place_length(sentence.tokens, 2, 3, Clues()) == 0


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("Kota Arunika Sari Melati", 2),
        ("Desa Karang Wangi Sari Melati", 3),
        ("Jawa Timur", 2),
        ("Sari Melati", 0),
        ("Kota", 0),
    ],
)
def test_a_place_has_a_head_or_is_known(text: str, length: int) -> None:
    tokens = tokens_of(text)
    assert place_step(tokens, 0, Run(0, 0, len(tokens)), 0, Clues()) == length


def test_the_words_of_an_unknown_place_are_guessed() -> None:
    assert unknown_place_length(tokens_of("Cembung Wirya Utari"), 0, 3) == 1
    assert unknown_place_length(tokens_of("Cembung Lereng Iptu Wirya"), 0, 4) == 2


def test_a_short_form_repeats_a_place() -> None:
    tokens = tokens_of("Jawa Timur Jatim Sari")
    assert repeats_place(tokens, 2, Run(0, 0, 4))
    assert not repeats_place(tokens, 3, Run(0, 0, 4))


def test_a_place_is_known_by_its_end() -> None:
    assert ends_known_place(tokens_of("Dinas Jawa Timur Sari"), 3)
    assert not ends_known_place(tokens_of("Sari Melati"), 1)


def test_who_is_quoted_is_no_place() -> None:
    clues = Clues(quoted={"sari"})
    assert is_quoted_name(tokens_of("Sari"), 0, 1, clues)
    assert not is_quoted_name(tokens_of("Sari"), 0, 1, Clues())
