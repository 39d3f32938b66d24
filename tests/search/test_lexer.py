"""Queries cut into lexemes."""

import pytest

from search.errors import Mend, QueryError
from search.lexer import Lexeme, read_lexemes, unknown_fields, words_in


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
        ("‹politik uang›", [("phrase", "politik uang")]),
        ("＂politik uang＂", [("phrase", "politik uang")]),
        # single marks quote where no letter is on their outer side; elsewhere they are apostrophes
        ("'pemilu'", [("phrase", "pemilu")]),
        ("'politik  uang', debat", [("phrase", "politik uang"), ("word", "debat")]),
        ("‘politik uang’", [("phrase", "politik uang")]),
        ("‚politik uang‘", [("phrase", "politik uang")]),
        ("'Ma'ruf Amir'", [("phrase", "Ma'ruf Amir")]),
        ("‘Jum’at damai’ debat", [("phrase", "Jum’at damai"), ("word", "debat")]),
        ("Ma'ruf Jum'at Nu’man", [("word", "Ma'ruf"), ("word", "Jum'at"), ("word", "Nu’man")]),
        ("ulama' Ma'ruf rifa'", [("word", "ulama"), ("word", "Ma'ruf"), ("word", "rifa")]),
        ("'ulama Ma'ruf", [("word", "ulama"), ("word", "Ma'ruf")]),
        ("'98 dan '99", [("word", "98"), ("word", "dan"), ("word", "99")]),
        ("'politik uang", [("word", "politik"), ("word", "uang")]),
        ("('politik uang')", [("open", "("), ("phrase", "politik uang"), ("close", ")")]),
        ("-'politik uang'", [("not", "-"), ("phrase", "politik uang")]),
        ("speaker:'Al Badrani'", [("field", "speaker"), ("phrase", "Al Badrani")]),
        ("\"kata 'damai' itu\"", [("phrase", "kata 'damai' itu")]),
        ("''", []),
        ("'…' debat", [("word", "debat")]),
        # excluding
        ("-hoaks", [("not", "-"), ("word", "hoaks")]),
        ("--hoaks", [("not", "-"), ("word", "hoaks")]),
        ('-"politik uang"', [("not", "-"), ("phrase", "politik uang")]),
        ("-(a b)", [("not", "-"), ("open", "("), ("word", "a"), ("word", "b"), ("close", ")")]),
        ("NOT hoaks", [("not", "NOT"), ("word", "hoaks")]),
        ('"politik uang"-hoaks', [("phrase", "politik uang"), ("word", "hoaks")]),
        ("(a)-b", [("open", "("), ("word", "a"), ("close", ")"), ("word", "b")]),
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
        ("debt~", [("fuzzy", "debt")]),
        ("a~b", [("word", "a~b")]),
        # fields
        ("title:debat", [("field", "title"), ("word", "debat")]),
        ("Judul: debat", [("field", "Judul"), ("word", "debat")]),
        ('pembicara:"Al Badrani"', [("field", "pembicara"), ("phrase", "Al Badrani")]),
        ("-source:lentera", [("not", "-"), ("field", "source"), ("word", "lentera")]),
        ("title:.", []),
        ("title:_ debat", [("word", "debat")]),
        ('title:"" debat', [("word", "debat")]),
        ("title:.)", [("close", ")")]),
        ("title:OR debat", [("field", "title"), ("word", "or"), ("word", "debat")]),
        ("isi:debat", [("word", "isi:debat")]),
        ("Muktabar: “saya setuju”", [("word", "Muktabar"), ("phrase", "saya setuju")]),
        ("Muktabar:“saya setuju”", [("word", "Muktabar"), ("phrase", "saya setuju")]),
        ("pembicra: Budi", [("word", "pembicra"), ("word", "Budi")]),
        ("pembicra:", [("word", "pembicra")]),
        ("pembicra:, Budi", [("word", "pembicra"), ("word", "Budi")]),
        ("(pembicra:)", [("open", "("), ("word", "pembicra"), ("close", ")")]),
        ("10:30", [("word", "10:30")]),
        ("http://lentera.example/a?b", [("word", "http://lentera.example/a?b")]),
        # Letters that only fold to those of a field's name are no part of it.
        ("tıtle: debat", [("word", "tıtle"), ("word", "debat")]),
        ("ſource: debat", [("word", "ſource"), ("word", "debat")]),
        # dates
        ("date:2024-11", [("dated", "2024-11")]),
        ("Tanggal: >=2024", [("dated", ">=2024")]),
        ('date:"2024 .. 2025"', [("dated", "2024 .. 2025")]),
        ('date:""', [("dated", "")]),
        ("date:OR", [("dated", "OR")]),
        ("(date:2024)", [("open", "("), ("dated", "2024"), ("close", ")")]),
        ("update:2024", [("word", "update:2024")]),
        ("date:2024-11, debat", [("dated", "2024-11"), ("word", "debat")]),
        ("date:2024-11.", [("dated", "2024-11")]),
        ("date:2024-11..", [("dated", "2024-11..")]),
        ("date:..2024-11", [("dated", "..2024-11")]),
        ("date:>= 2024 debat", [("dated", ">= 2024"), ("word", "debat")]),
        ("date:2024-11 .. 2024-12 debat", [("dated", "2024-11 .. 2024-12"), ("word", "debat")]),
        ("date:2024 .. debat", [("dated", "2024 .. debat")]),
        ("date:2024 ... debat", [("dated", "2024"), ("word", "debat")]),
        ("date:'27 nov 2024' debat", [("dated", "27 nov 2024"), ("word", "debat")]),
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
NOT_OF_A_PHRASE = "A '{}' belongs to one word, not to a phrase or brackets; remove it."
ONE_TYPO = "One typo is the most, in one word: write kata~ without a number."


@pytest.mark.parametrize(
    ("text", "message", "position"),
    [
        ("*", ENDS_ONLY, 0),
        ("debat *", ENDS_ONLY, 6),
        ("*an", ENDS_ONLY, 0),
        ("~an", ENDS_ONLY, 0),
        ("~date:2024", ENDS_ONLY, 0),
        ("-*an", ENDS_ONLY, 1),
        ("pem*lu", ENDS_ONLY, 0),
        ("pem*lu*", ENDS_ONLY, 0),
        ("**", ENDS_ONLY, 0),
        ("pemilu~9", ONE_TYPO, 0),
        ("abc~99", ONE_TYPO, 0),
        ("anak-anak~2", ONE_TYPO, 0),
        ("pemilu~0.8", ONE_TYPO, 0),
        ("pemilu~-1", ONE_TYPO, 0),
        ('"a b"~5', NOT_OF_A_PHRASE.format("~"), 5),
        ('"a b"~-1', NOT_OF_A_PHRASE.format("~"), 5),
        ("(a b)*", NOT_OF_A_PHRASE.format("*"), 5),
        ("pem**", "Put the '*' right after the last letter.", 0),
        ("/pem.*/", "Put the '*' right after the last letter.", 1),
        ("pem*~", "Put the '*' right after the last letter.", 0),
        ("pem.~", "Put the '~' right after the last letter.", 0),
        ("date:", "Give the date right after 'date:', as in date:2024-11.", 0),
        ("title:", "Give a word or a phrase right after 'title:'.", 0),
        ("debat (Pembicara: )", "Give a word or a phrase right after 'Pembicara:'.", 7),
        ("debat tanggal: (2024)", "Give the date right after 'tanggal:', as in tanggal:2024-11.", 6),
    ],
)
def test_a_sign_where_it_means_nothing_is_named_with_its_place(
    text: str, message: str, position: int
) -> None:
    with pytest.raises(QueryError) as caught:
        read_lexemes(text)
    assert (str(caught.value), caught.value.position) == (message, position)


@pytest.mark.parametrize(
    ("text", "name", "meant"),
    [
        ("pembicra:Budi", "pembicra", "pembicara"),
        ("Pembiacra:Budi", "Pembiacra", "pembicara"),
        ("spiker:Budi", "spiker", "speaker"),
        ("titel:debat", "titel", "title"),
        ("jdul:debat", "jdul", "judul"),
        ("sumbr:lentera", "sumbr", "sumber"),
        ("sorce:lentera", "sorce", "source"),
        ("qoute:damai", "qoute", "quote"),
        ("kutpan:damai", "kutpan", "kutipan"),
        ("kutian:(damai)", "kutian", "kutipan"),
        ('kutipam:"hak pilih"', "kutipam", "kutipan"),
        ("kutipam:'hak pilih'", "kutipam", "kutipan"),
        ("dat:2024", "dat", "date"),
        ("tangal:>=2024", "tangal", "tanggal"),
        ("tıtle:debat", "tıtle", "title"),
    ],
)
def test_a_mistyped_field_is_named_with_the_one_meant(text: str, name: str, meant: str) -> None:
    with pytest.raises(QueryError) as caught:
        read_lexemes(f"debat -{text}")
    assert str(caught.value).startswith(f"No field is called '{name}:'; did you mean '{meant}:'?")
    assert (caught.value.position, caught.value.mend) == (7, Mend(7, 7 + len(name), meant))


@pytest.mark.parametrize("text", ["foo:bar", "modul:x", "isi:x", "note:x", "ti_le:x", "site:x", "rujuk:x"])
def test_another_word_with_a_colon_is_no_field(text: str) -> None:
    assert kinds_and_texts(text) == [("word", text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("foo:bar -isi:x foo:pem* (note:debt~)", ("foo", "isi", "note")),
        ('isi:"politik uang" Muktabar:“siap” isi:(a b)', ("isi", "Muktabar")),
        ("title:debat title:isi:debat", ("isi",)),
        ("debat: publik, 10:30 http://lentera.example/a:b a_1:x C::d", ()),
        ('"foo:bar" (a)', ()),
        ("", ()),
    ],
)
def test_names_that_stand_where_a_field_would_are_told_once(text: str, names: tuple[str, ...]) -> None:
    assert unknown_fields(text) == names


def test_words_are_runs_of_letters_and_digits() -> None:
    assert words_in("anak-anak, Nu’man_2024 …") == ["anak", "anak", "nu'man", "2024"]
