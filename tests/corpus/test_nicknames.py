import pytest

from corpus.clues import Clues
from corpus.names import read_mention
from corpus.nicknames import Nicknames, is_nickname_of
from corpus.parties import Parties
from corpus.runs import runs_in
from corpus.sentences import sentences_in


def nicknames(body: str) -> dict[str, str]:
    found = Nicknames(body)
    for sentence in sentences_in(body):
        mentions = [read_mention(sentence.tokens, run, Clues()) for run in runs_in(sentence.tokens)]
        found.read(sentence, Parties(sentence.tokens, mentions).named)
    return found.names


@pytest.mark.parametrize(
    "body",
    [
        "Tarmuji Sastra (Mang Uji) datang.",
        "Tarmuji Sastra alias Mang Uji datang.",
        "Tarmuji Sastra atau Mang Uji datang.",
        "Tarmuji Sastra yang akrab disapa Mang Uji datang.",
        "Tarmuji Sastra datang. Pria yang karib dipanggil dengan Mang Uji itu pulang.",
        "Tarmuji Sastra datang. Mang Uji, sapaan akrabnya, pulang.",
        "Tarmuji Sastra datang. Mang Uji sapaan akrabnya pulang.",
        "Tarmuji Sastra datang. Hujan turun. Air naik. Pria yang akrab disapa Mang Uji itu pulang.",
        "Tarmuji Sastra datang. Mang Uji, begitu ia disapa, pulang.",
        "Mang Uji, sapaan akrab Tarmuji Sastra, datang.",
        "Tarmuji Sastra datang. Warga memanggilnya Mang Uji.",
        "Tarmuji Sastra datang. Lelaki yang dikenal dengan sebutan Mang Uji itu pulang.",
    ],
)
def test_a_nickname_is_learnt_where_the_article_gives_it(body: str) -> None:
    assert nicknames(body) == {"mang uji": "Tarmuji Sastra"}


def test_a_short_name_tells_again_whose_nickname_stands_beside_it() -> None:
    body = "Darwis Lesmana datang. Hujan turun. Air naik. Warga mendengar Lesmana atau Bonto di rapat."
    assert nicknames(body) == {"bonto": "Darwis Lesmana"}


def test_whom_they_call_so_may_stand_some_sentences_before() -> None:
    body = "Darwis Lesmana datang. Usianya 67 tahun. Orang sekampung memanggilnya Pak Bonto."
    assert nicknames(body) == {"bonto": "Darwis Lesmana"}


@pytest.mark.parametrize(
    "body",
    [
        "Tarmuji Sastra (KPU) datang.",
        "Tarmuji Sastra (Ketua) datang.",
        "Tarmuji Sastra dan Mang Uji datang.",
        "Mang Uji, petani, datang.",
        "Tarmuji Sastra ditemui pengacara yang dikenal sebagai Praktisi Hukum Darwis Lesmana.",
        "Uji (Mang) datang.",
        "Sari Melati datang. Hujan turun. Air naik. Pria yang akrab disapa Mang Uji itu pulang.",
        "Tarmuji Sastra datang. Lawannya yang akrab disapa Cak Imin pulang.",
    ],
)
def test_what_stands_beside_a_name_may_be_no_nickname(body: str) -> None:
    assert nicknames(body) == {}


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("DSM", "Dewi Sari Melati", True),
        ("HDSM", "Dewi Sari Melati", True),
        ("RK", "Rudi Kartika", True),
        ("XYZ", "Dewi Sari Melati", False),
        ("Mang Uji", "Tarmuji Sastra", True),
        ("yang datang dari jauh", "Tarmuji Sastra", False),
    ],
)
def test_initials_are_those_of_the_name(text: str, name: str, *, expected: bool) -> None:
    assert is_nickname_of(text, name) == expected


def test_a_name_of_one_word_with_an_office_may_have_a_nickname() -> None:
    body = "Anton Lesmana datang. Lurah Lembayung, Sarmidi, pulang. Pak Midi, panggilan sayangnya, tidur."
    assert nicknames(body) == {"midi": "Sarmidi"}
