"""Queries cut into lexemes."""

import pytest

from search.errors import QueryError
from search.lexer import Lexeme, read_lexemes, words_in


def kinds_and_texts(text: str) -> list[tuple[str, str]]:
    return [(lexeme.kind, lexeme.text) for lexeme in read_lexemes(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \t\n\x1e ", []),
        ("… !!! ??", []),
        ("pemilu", [("word", "pemilu")]),
        ("Pemilu, damai.", [("word", "Pemilu"), ("word", "damai")]),
        ("anak-anak", [("word", "anak-anak")]),
        ("Nu'man", [("word", "Nu'man")]),
        ("Kabupaten/Kota", [("word", "Kabupaten/Kota")]),
        ("3.214.870", [("word", "3.214.870")]),
        ("'pemilu'", [("word", "pemilu")]),
        ("_pemilu_", [("word", "pemilu")]),
        ("cafe\u0301,", [("word", "cafe\u0301")]),
        # phrases
        ('"politik uang"', [("phrase", "politik uang")]),
        ("“politik  uang”", [("phrase", "politik uang")]),
        ("„politik uang“", [("phrase", "politik uang")]),
        ("«politik uang»", [("phrase", "politik uang")]),
        ('"politik uang', [("phrase", "politik uang")]),
        ('"politik\nuang" debat', [("phrase", "politik uang"), ("word", "debat")]),
        ('""', []),
        ('"…"', []),
        ('debat"publik"', [("word", "debat"), ("phrase", "publik")]),
        # excluding
        ("-hoaks", [("not", "-"), ("word", "hoaks")]),
        ("--hoaks", [("not", "-"), ("word", "hoaks")]),
        ('-"politik uang"', [("not", "-"), ("phrase", "politik uang")]),
        ("-(a b)", [("not", "-"), ("open", "("), ("word", "a"), ("word", "b"), ("close", ")")]),
        ("NOT hoaks", [("not", "NOT"), ("word", "hoaks")]),
        ("debat - hoaks", [("word", "debat"), ("word", "hoaks")]),
        ('-"" debat', [("word", "debat")]),
        ("NOT . debat", [("word", "debat")]),
        # operators, and what only looks like one
        ("a OR b", [("word", "a"), ("or", "OR"), ("word", "b")]),
        ("a ATAU b", [("word", "a"), ("or", "ATAU"), ("word", "b")]),
        ("a AND b DAN c", [("word", "a"), ("and", "AND"), ("word", "b"), ("and", "DAN"), ("word", "c")]),
        ("a or b", [("word", "a"), ("word", "or"), ("word", "b")]),
        ("OR", [("word", "or")]),
        ("NOT", [("word", "not")]),
        ("a OR", [("word", "a"), ("word", "or")]),
        ("OR a", [("word", "or"), ("word", "a")]),
        ("AND OR NOT", [("word", "and"), ("or", "OR"), ("word", "not")]),
        ("(OR a)", [("open", "("), ("word", "or"), ("word", "a"), ("close", ")")]),
        ("a OR, b", [("word", "a"), ("word", "or"), ("word", "b")]),
        ('"OR"', [("phrase", "OR")]),
        ('a "NOT"', [("word", "a"), ("phrase", "NOT")]),
        # prefixes and typos
        ("pem*", [("prefix", "pem")]),
        ("pem*,", [("prefix", "pem")]),
        ("'pem*'", [("prefix", "pem")]),
        ("debt~", [("fuzzy", "debt")]),
        ("a~b", [("word", "a~b")]),
        # fields
        ("title:debat", [("field", "title"), ("word", "debat")]),
        ("Judul: debat", [("field", "Judul"), ("word", "debat")]),
        ('pembicara:"Al Badrani"', [("field", "pembicara"), ("phrase", "Al Badrani")]),
        ("-source:lentera", [("not", "-"), ("field", "source"), ("word", "lentera")]),
        ("title:", [("word", "title")]),
        ("title: )", [("word", "title"), ("close", ")")]),
        ("title:.", []),
        ("title:_ debat", [("word", "debat")]),
        ('title:"" debat', [("word", "debat")]),
        ("title:.)", [("close", ")")]),
        ("title:OR debat", [("field", "title"), ("word", "or"), ("word", "debat")]),
        ("isi:debat", [("word", "isi:debat")]),
        ("http://lentera.example/a?b", [("word", "http://lentera.example/a?b")]),
        # Letters that only fold to those of a field's name are no part of it.
        ("tıtle:debat", [("word", "tıtle:debat")]),
        ("ſource:debat", [("word", "ſource:debat")]),
        # dates
        ("date:2024-11", [("dated", "2024-11")]),
        ("Tanggal: >=2024", [("dated", ">=2024")]),
        ('date:"2024 .. 2025"', [("dated", "2024 .. 2025")]),
        ('date:""', [("dated", "")]),
        ("date:OR", [("dated", "OR")]),
        ("(date:2024)", [("open", "("), ("dated", "2024"), ("close", ")")]),
        ("update:2024", [("word", "update:2024")]),
    ],
)
def test_a_query_is_cut_into_these_lexemes(text: str, expected: list[tuple[str, str]]) -> None:
    assert kinds_and_texts(text) == expected


def test_a_lexeme_knows_where_it_stands() -> None:
    assert read_lexemes('debat  title:"politik uang" date:2024') == [
        Lexeme("word", "debat", 0),
        Lexeme("field", "title", 7),
        Lexeme("phrase", "politik uang", 14),
        Lexeme("dated", "2024", 33),
    ]


ENDS_ONLY = "A '*' or '~' stands at the end of a word only: kata* or kata~."
ONE_TYPO = "One typo is the most, in one word: write kata~ without a number."


@pytest.mark.parametrize(
    ("text", "message", "position"),
    [
        ("*", ENDS_ONLY, 0),
        ("debat *", ENDS_ONLY, 6),
        ("*an", ENDS_ONLY, 0),
        ("~an", ENDS_ONLY, 0),
        ("-*an", ENDS_ONLY, 1),
        ("pem*lu", ENDS_ONLY, 0),
        ("pem*lu*", ENDS_ONLY, 0),
        ("**", ENDS_ONLY, 0),
        ("pemilu~9", ONE_TYPO, 0),
        ("abc~99", ONE_TYPO, 0),
        ("anak-anak~2", ONE_TYPO, 0),
        ('"a b"~5', ONE_TYPO, 5),
        ("pem**", "Put the '*' right after the last letter.", 0),
        ("/pem.*/", "Put the '*' right after the last letter.", 1),
        ("pem*~", "Put the '*' right after the last letter.", 0),
        ("pem.~", "Put the '~' right after the last letter.", 0),
        ("date:", "Give the date right after 'date:', as in date:2024-11.", 0),
        ("debat tanggal: (2024)", "Give the date right after 'tanggal:', as in tanggal:2024-11.", 6),
    ],
)
def test_a_sign_where_it_means_nothing_is_named_with_its_place(
    text: str, message: str, position: int
) -> None:
    with pytest.raises(QueryError) as caught:
        read_lexemes(text)
    assert (str(caught.value), caught.value.position) == (message, position)


def test_words_are_runs_of_letters_and_digits() -> None:
    assert words_in("anak-anak, Nu’man_2024 …") == ["anak", "anak", "nu'man", "2024"]
