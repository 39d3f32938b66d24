import pytest

from corpus.clues import Clues
from corpus.offices import is_office_word, name_span
from corpus.runs import runs_in
from corpus.sentences import sentences_in


@pytest.mark.parametrize(
    ("text", "office", "name"),
    [
        ("Kepala Desa Karangwaru Ahmad Sastra", "Kepala Desa Karangwaru", "Ahmad Sastra"),
        (
            "Kepala Dinas Kabupaten Lubuk Sirih Made Arsana",
            "Kepala Dinas Kabupaten Lubuk Sirih",
            "Made Arsana",
        ),
        ("Kapolsek Mekarwangi Iptu Wirya", "Kapolsek Mekarwangi Iptu", "Wirya"),
        ("Bupati Karang Wangi Wirya Utari", "Bupati Karang Wangi", "Wirya Utari"),
        ("Ketua Yayasan Cendana Wangi", "Ketua Yayasan Cendana Wangi", ""),
        ("Ketua Yayasan Cendana Budi", "Ketua Yayasan", "Cendana Budi"),
        ("Ketua TKN Wirya Utari-Darwis Sari Lestari", "Ketua TKN Wirya Utari-Darwis Sari Lestari", ""),
        ("Sari Melati", "", "Sari Melati"),
    ],
)
def test_a_run_is_parted_where_the_name_begins(text: str, office: str, name: str) -> None:
    tokens = next(sentences_in(text)).tokens
    (run,) = runs_in(tokens)
    start, end, _ = name_span(tokens, run, Clues())
    assert text[: tokens[start - 1].end if start else 0] == office
    assert " ".join(token.word for token in tokens[start:end]) == name


@pytest.mark.parametrize(
    ("text", "is_office"), [("Jaksa Agung", True), ("Sari Agung", False), ("Agung", False)]
)
def test_agung_is_an_office_behind_a_great_one(text: str, *, is_office: bool) -> None:
    tokens = next(sentences_in(text)).tokens
    assert is_office_word(tokens, len(tokens) - 1) is is_office
