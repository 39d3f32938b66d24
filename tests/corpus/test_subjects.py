import pytest

from corpus.clues import Clues
from corpus.names import read_mention
from corpus.reporting import Clauses
from corpus.runs import runs_in
from corpus.sentences import sentences_in
from corpus.subjects import may_be_subject


def clauses(text: str) -> Clauses:
    tokens = next(sentences_in(text)).tokens
    return Clauses(tokens, tuple(read_mention(tokens, run, Clues()) for run in runs_in(tokens)))


@pytest.mark.parametrize(
    ("text", "may"),
    [
        ("Sari Melati", True),
        ("Kemarin, Sari Melati", True),
        ("Pemkot melalui Lurah Sari Melati", True),
        ("Ketua Darwis Lesmana melalui Lurah Sari Melati", False),
        ("Pemkot melalui Sari Melati", True),
        ("Pagi itu selaku Ketua Sari Melati", False),
        ("Sebagai Lurah, Sari Melati", True),
        ("Survei Sari Melati", True),
        ("Hasil survei Sari Melati", False),
        ("Darwis bersama Sari Melati", True),
        ("Rapat bersama Sari Melati", False),
        ("Rapat usai, dengan Sari Melati", True),
        ("menemui Sari Melati", False),
        ("kepada Sari Melati", False),
        ("Ratih Wirya, ahli gizi di Wetan dan mantan ketua di Kidul", False),
        ("Ratih Wirya, dokter jantung, dan presiden Ikatan Dokter Wetan", True),
        ("Dosen Ratih Wirya dan presiden Ikatan Dokter Wetan", True),
    ],
)
def test_what_stands_before_a_party_tells_whether_it_may_speak(text: str, *, may: bool) -> None:
    found = clauses(text)
    tokens = next(sentences_in(text)).tokens
    party = found.parties.by_last[len(tokens)]
    assert may_be_subject(tokens, found.parties, party, found.subject()) is may
