import pytest

from corpus.clues import Clues
from corpus.names import read_mention
from corpus.parties import Parties
from corpus.reports import Subject
from corpus.runs import runs_in
from corpus.sentence_subjects import subject_of
from corpus.sentences import sentences_in


def subject(text: str) -> Subject | None:
    tokens = next(sentences_in(text)).tokens
    return subject_of(
        tokens, Parties(tokens, [read_mention(tokens, run, Clues()) for run in runs_in(tokens)])
    )


@pytest.mark.parametrize(
    "text",
    [
        "Di Sari hujan",
        "“Siap” Sari pulang",
        "hujan",
        "Sari ditangkap",
        "Sari tercatat",
        "Di sana Kemarin",
        "Kami pulang",
    ],
)
def test_a_sentence_may_have_no_subject(text: str) -> None:
    assert subject(text) is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Sementara itu Ketua KPU Sari Melati pulang", ["Sari Melati"]),
        ("Sari Melati dan Darwis pulang", ["Sari Melati", "Darwis"]),
        ("Usai rapat, Sari Melati pulang", ["Sari Melati"]),
        ("Selain itu, pada Sabtu, Sari Melati pulang", ["Sari Melati"]),
        ("Janji itu ditanggapi dingin oleh Sari Melati", ["Sari Melati"]),
        ("Sari, saat dilantik, pulang", ["Sari"]),
    ],
)
def test_the_subject_opens_the_sentence_or_is_its_agent(text: str, names: list[str]) -> None:
    found = subject(text)
    assert found is not None
    assert [party.mention and party.mention.name for party in found.parties] == names


def test_a_subject_may_refer_back() -> None:
    for text in ("Ia lalu pulang", "Mantan bupati itu pulang"):
        found = subject(text)
        assert found is not None
        assert found.refers_back


@pytest.mark.parametrize("text", ["Seorang porter perempuan tertawa", "Kubu Sari tertawa"])
def test_a_subject_may_be_indefinite(text: str) -> None:
    found = subject(text)
    assert found is not None
    assert found.is_indefinite


def test_a_copula_brings_the_subject_in() -> None:
    found = subject("Saksi yang keluar itu adalah Sari Melati")
    assert found is not None
    assert [party.mention and party.mention.name for party in found.parties] == ["Sari Melati"]
    assert found.is_indefinite


def test_a_subject_may_be_described() -> None:
    found = subject("Sari Melati merupakan guru")
    assert found is not None
    assert found.is_described


def test_who_only_follows_is_no_subject() -> None:
    assert subject("Setelah itu disusul Sari Melati") is None
