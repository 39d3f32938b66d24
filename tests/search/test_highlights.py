"""Which words of a text match a query."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.analysis import tokens
from search.highlights import Highlights, Mark
from search.query import parse


def marked(query: str, text: str) -> list[str]:
    return [text[mark.start : mark.end] for mark in Highlights.of(parse(query)).marks(text)]


TEXT = "Pemilih di Arunika memilih dengan tenang. “Anak-anak tak memilih,” kata Nu'man; debat di televisi."


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", []),
        ("pilih", ["Pemilih", "memilih", "memilih"]),
        ("pilih arunika", ["Pemilih", "Arunika", "memilih", "memilih"]),
        ("NU’MAN", ["Nu'man"]),
        ("pilih OR debat", ["Pemilih", "memilih", "memilih", "debat"]),
        # A phrase is one stretch, as written; its words alone are not marked.
        ('"memilih dengan"', ["memilih dengan"]),
        ('"pilih"', []),
        ('"memilih"', ["memilih", "memilih"]),
        ('"anak anak"', ["Anak-anak"]),
        ('"di"', ["di", "di"]),
        ('"di arunika" "di"', ["di Arunika", "di"]),
        ('"di arunika memilih" "di arunika"', ["di Arunika memilih"]),
        ('"debat televisi"', []),
        # Function words are marked in phrases only.
        ("di televisi", ["televisi"]),
        ("tele*", ["televisi"]),
        ("anak-tele*", ["televisi"]),
        ("debt~", ["debat"]),
        ("dbeat~", ["debat"]),
        ("debats~", ["debat"]),
        ("debit~", ["debat"]),
        ("dbt~", []),
        ("anak-debt~", ["debat"]),
        # What is excluded or looked for elsewhere is not marked; a quote stands in the text.
        ("tenang -debat", ["tenang"]),
        ("title:debat tenang", ["tenang"]),
        ("speaker:arunika source:tenang date:2024", []),
        ("quote:anak", ["Anak", "anak"]),
        ("-(debat OR anak)", []),
    ],
)
def test_a_query_marks_these_words(query: str, expected: list[str]) -> None:
    assert marked(query, TEXT) == expected


def test_a_mark_says_what_of_the_query_it_matches() -> None:
    text = "Memilih politik  uang"
    assert Highlights.of(parse('pilih "politik uang"')).marks(text) == [
        Mark(0, 7, "pilih"),
        Mark(8, 21, "politik uang"),
    ]


def test_a_phrase_that_overlaps_another_is_marked_from_the_left() -> None:
    assert marked('"a b" "b c"', "a b c") == ["a b"]


WORDS = ["anak", "pilih", "memilih", "yang", "debat", "debut", "edbat"]


@given(
    text=st.lists(st.sampled_from([*WORDS, ",", "\n", "“", "😀"])).map(" ".join),
    word=st.sampled_from(WORDS),
    sign=st.sampled_from(["", "*", "~", '"']),
)
def test_marks_cover_exactly_the_tokens_that_match(text: str, word: str, sign: str) -> None:
    query = f'"{word}"' if sign == '"' else word + sign
    wanted = next(tokens(word))
    expected = {
        "": lambda token: wanted.stem is not None and token.stem == wanted.stem,
        "*": lambda token: token.surface.startswith(word),
        "~": lambda token: token.surface in TYPOS[word] or token.surface == word,
        '"': lambda token: token.surface == word,
    }[sign]
    marks = Highlights.of(parse(query)).marks(text)
    assert [(mark.start, mark.end) for mark in marks] == [
        (token.start, token.end) for token in tokens(text) if expected(token)
    ]


TYPOS = {word: set[str]() for word in WORDS} | {
    "debat": {"debut", "edbat"},
    "debut": {"debat"},
    "edbat": {"debat"},
}


@given(text=st.text(max_size=200))
def test_marks_of_any_text_stand_in_order_and_apart(text: str) -> None:
    marks = Highlights.of(parse('a b OR "a a" OR aaa*')).marks(text)
    ends = [0, *(mark.end for mark in marks)]
    assert all(end <= mark.start < mark.end <= len(text) for end, mark in zip(ends, marks, strict=False))
