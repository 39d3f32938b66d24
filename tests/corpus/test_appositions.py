import pytest

from corpus.appositions import apposed, has_role_behind, is_apposed
from corpus.attribution import attribute
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
    assert has_role_behind(parties.named[0]) == described


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


@pytest.mark.parametrize(
    "clause",
    [
        "kata Ketua Baznas, Ustaz Hilmi Afwan, Minggu",
        "kata Ketua Baznas, Profesor Hilmi Afwan di kantornya",
        "kata Ketua Baznas saat itu Hilmi Afwan di kantornya",
        "kata mantan Ketua Baznas, Hakim Konstitusi Hilmi Afwan",
    ],
)
def test_a_name_with_a_title_goes_on_with_the_role_before_its_comma(clause: str) -> None:
    (quote,) = attribute(f"“Jalan itu rusak,” {clause}.")
    assert quote.speaker == "Hilmi Afwan"
    assert quote.role is not None
    assert "Ketua Baznas" in quote.role


@pytest.mark.parametrize(
    ("body", "speaker"),
    [
        ("“Jalan itu rusak,” kata Ketua Baznas Sari Melati, Bupati Hilmi Afwan di kantornya.", "Sari Melati"),
        ("“Jalan itu rusak,” kata Ketua Baznas, Jumat.", None),
        ("“Jalan itu rusak,” kata Ketua Baznas saat itu.", None),
        ("“Jalan itu rusak,” kata Ketua Baznas, Bupati Hilmi Afwan datang.", None),
    ],
)
def test_others_behind_a_role_do_not_speak(body: str, speaker: str | None) -> None:
    assert [quote.speaker for quote in attribute(body)] == [speaker]
