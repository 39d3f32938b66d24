import pytest

from corpus.clues import Clues
from corpus.coordination import with_next, with_previous
from corpus.names import read_mention
from corpus.parties import Parties, Party
from corpus.runs import Tokens, runs_in
from corpus.sentences import sentences_in


def read(text: str) -> tuple[Tokens, Parties]:
    tokens = next(sentences_in(text)).tokens
    return tokens, Parties(tokens, [read_mention(tokens, run, Clues()) for run in runs_in(tokens)])


def names(parties: tuple[Party, ...]) -> list[str | None]:
    return [party.mention.name if party.mention else None for party in parties]


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("Sari Melati dan Darwis Lesmana", ["Sari Melati", "Darwis Lesmana"]),
        (
            "Sari Melati dan Darwis Lesmana serta Ratih Wati",
            ["Sari Melati", "Darwis Lesmana", "Ratih Wati"],
        ),
        ("Sari Melati dan warga", ["Sari Melati"]),
        ("Sari Melati, Darwis Lesmana", ["Sari Melati"]),
        ("Sari Melati", ["Sari Melati"]),
    ],
)
def test_a_joint_adds_the_next_person(text: str, joined: list[str]) -> None:
    tokens, parties = read(text)
    assert names(with_next(tokens, parties, parties.by_first[0])) == joined


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("Sari Melati dan Darwis Lesmana", ["Sari Melati", "Darwis Lesmana"]),
        ("Sari Melati-Darwis Lesmana", ["Sari Melati", "Darwis Lesmana"]),
        ("Camat Sari Melati-Darwis Lesmana", ["Darwis Lesmana"]),
        ("Survei milik Sari Melati dan Darwis Lesmana", ["Sari Melati", "Darwis Lesmana"]),
        ("kepada Sari Melati dan Darwis Lesmana", ["Darwis Lesmana"]),
        ("warga dan Darwis Lesmana", ["Darwis Lesmana"]),
        ("Darwis Lesmana", ["Darwis Lesmana"]),
    ],
)
def test_a_joint_adds_the_person_before_who_may_speak(text: str, joined: list[str]) -> None:
    tokens, parties = read(text)
    assert names(with_previous(tokens, parties, parties.by_last[len(tokens)], None)) == joined
