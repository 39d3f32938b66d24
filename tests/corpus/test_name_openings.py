import pytest

from corpus.name_openings import begins_name, is_in_capitals, title_length
from corpus.sentences import Token, sentences_in


def tokens(text: str) -> tuple[Token, ...]:
    return next(sentences_in(text)).tokens


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("Kombes Awal Wirya", True),
        ("Brigjen Aneka Wirya", True),
        ("Bapak Pembangunan Desa", False),
        ("Laksamana Muda Wirya", False),
        ("Brigjen TNI Wirya", False),
        ("Ketua Harian Wirya", False),
        ("Kombes Awal datang", False),
    ],
)
def test_a_word_behind_a_rank_begins_a_name(text: str, *, begins: bool) -> None:
    assert begins_name(tokens(text), 1) == begins


def test_a_word_alone_has_nothing_behind_it() -> None:
    assert not begins_name(tokens("Awal Wirya"), 0)
    assert not begins_name(tokens("Kombes Awal"), 1)


@pytest.mark.parametrize(
    ("text", "capitals"),
    [
        ("Jubir MULIA Sari Melati", True),
        ("Jubir MULIA SARI MELATI", False),
        ("Kabar MULIA Sari Melati", False),
        ("Jubir MD Sari Melati", False),
        ("Jubir MULIA menyebut", False),
    ],
)
def test_capitals_behind_a_role_are_whom_it_is_for(text: str, *, capitals: bool) -> None:
    assert is_in_capitals(tokens(text), 1) == capitals


@pytest.mark.parametrize(
    ("text", "length"), [("Tan Sri Darwis", 2), ("Tan Sri", 0), ("Tan Darwis", 0), ("Tan, Sri Darwis", 0)]
)
def test_a_malay_title_has_two_words(text: str, length: int) -> None:
    assert title_length(tokens(text), 0) == length
