import pytest

from corpus.adjuncts import (
    called_by_name,
    governs,
    is_adjunct,
    opens_clause,
    own_cues,
    pointed_end,
    without_determiner,
)
from corpus.runs import Tokens
from corpus.sentences import sentences_in


def tokens(text: str) -> Tokens:
    return next(sentences_in(text)).tokens


@pytest.mark.parametrize(
    ("between", "expected"),
    [
        ("saat ditemui", True),
        ("dari Yayasan Kita", True),
        ("dari rumah", False),
        ("dari", False),
        ("pulang", False),
    ],
)
def test_words_may_belong_to_the_subject_before_them(between: str, *, expected: bool) -> None:
    assert is_adjunct(tokens(between)) is expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [("diketuai Sari", True), ("oleh Sari", True), ("kata, Sari", False), ("lagi Sari", False)],
)
def test_a_verb_or_a_preposition_governs_what_comes_next(word: str, *, expected: bool) -> None:
    assert governs(tokens(word)[0]) is expected


@pytest.mark.parametrize(
    ("between", "cues"),
    [("saat rapat", 0), ("yang menolak rapat", 1), ("yang minta namanya tidak ditulis", 3)],
)
def test_a_relative_clause_has_reporting_words_of_its_own(between: str, cues: int) -> None:
    assert own_cues(tokens(between)) == cues


def test_a_determiner_belongs_to_the_noun() -> None:
    assert without_determiner(tokens("lain yang tahu"))[0].key == "yang"
    assert len(without_determiner(tokens("lain"))) == 1
    assert without_determiner(tokens("yang tahu"))[0].key == "yang"


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("pria yang akrab disapa Kang", True),
        ("lelaki yang dikenal dengan sebutan", True),
        ("pria yang menemui", False),
        ("dengan", False),
    ],
)
def test_a_name_may_be_what_somebody_is_called(before: str, *, expected: bool) -> None:
    assert called_by_name(tokens(before)) is expected


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("dosen itu", 2),
        ("dosen yang lama diam itu", 5),
        ("dosen yang mengajar di Lembayung itu kepada pers", 6),
        ("dosen yang melihat kejadian itu sendiri", 1),
        ("dosen yang mengatakan rapat itu", 1),
        ("dosen yang lama, ini", 1),
        ("dosen lama itu", 1),
        ("dosen", 1),
    ],
)
def test_who_is_pointed_at_may_be_described_before(text: str, last: int) -> None:
    assert pointed_end(tokens(text), 0, 1) == last


def test_nobody_unknown_is_pointed_at() -> None:
    assert pointed_end(tokens("seorang dosen yang memuji rapat itu"), 1, 2) == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sari dirawat, dan dokter", True),
        ("Sari dirawat, sedangkan dokter", True),
        ("Sari dan dokter", False),
        ("Sari dirawat, dokter", False),
        ("dan dokter", False),
    ],
)
def test_a_comma_and_a_conjunction_open_a_clause(text: str, *, expected: bool) -> None:
    words = tokens(text)
    assert opens_clause(words, len(words) - 1) is expected
