import pytest

from corpus.clues import Clues
from corpus.offices import name_span, place_length
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


def test_the_longest_known_place_is_counted() -> None:
    sentence = next(sentences_in("Kutai Timur Raya"))
    assert place_length(sentence.tokens, 0, 3, Clues()) == 2
    assert place_length(sentence.tokens, 2, 3, Clues()) == 0
