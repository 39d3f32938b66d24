import pytest

from corpus.appositions import apposed, is_apposed, is_described
from corpus.clues import Clues
from corpus.names import read_mention
from corpus.parties import Parties
from corpus.runs import Tokens, runs_in
from corpus.sentences import sentences_in


def read(text: str) -> tuple[Tokens, Parties]:
    tokens = next(sentences_in(text)).tokens
    return tokens, Parties(tokens, tuple(read_mention(tokens, run, Clues()) for run in runs_in(tokens)))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Dokter yang bertugas di sana, Sari Melati, menyebut itu", "Sari Melati"),
        ("Dokter yang bertugas dengan Sari Melati, menyebut itu", None),
        ("Dokter yang bertugas, Sari Melati menyebut itu", None),
    ],
)
def test_a_name_between_commas_is_apposed(text: str, name: str | None) -> None:
    tokens, parties = read(text)
    found = apposed(tokens, parties.named, 1, len(tokens))
    assert [party.mention.name for party in found if party.mention] == ([name] if name else [])


@pytest.mark.parametrize(
    ("text", "described"), [("Sari Melati, ahli untuk tanah", True), ("Camat Sari Melati", False)]
)
def test_a_role_behind_a_comma_describes(text: str, *, described: bool) -> None:
    _, parties = read(text)
    assert is_described(parties.named[0]) == described


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kapten Sari Melati, Ketua KPU, menyebut itu", True),
        ("Kapten Sari Melati dan Ketua KPU menyebut itu", False),
    ],
)
def test_a_role_right_behind_a_comma_is_apposed(text: str, *, expected: bool) -> None:
    _, parties = read(text)
    subject = next(party for party in parties.named if party.is_named)
    role = next(party for first, party in parties.by_first.items() if first >= subject.last)
    assert is_apposed(role, subject) == expected
