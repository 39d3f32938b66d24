import pytest

from corpus.attribution import attribute
from corpus.clues import Clues
from corpus.headlines import persons_of_headline


@pytest.mark.parametrize(
    ("headline", "name"),
    [
        ("Sari Melati Tolak Tawaran Besar", "Sari Melati"),
        ("Ketua KPU Sari Melati Mundur", None),
        ("Sari Tolak Tawaran", None),
        ("Tawaran untuk Sari Melati", None),
        ("", None),
    ],
)
def test_a_headline_is_about_the_full_name_it_begins_with(headline: str, name: str | None) -> None:
    persons = persons_of_headline(headline, Clues())
    assert [person.name for person in persons] == ([name] if name else [])


@pytest.mark.parametrize(
    ("heading", "speaker"),
    [
        ("Tuduhan Menuju Kekuasaan", "Sari Melati"),
        ("Darwis Lesmana", "Darwis Lesmana"),
        ("Darwis", "Darwis Lesmana"),
    ],
)
def test_a_heading_brings_in_nobody_but_by_name_alone(heading: str, speaker: str) -> None:
    before = "“Semua saksi sudah hadir,” kata Sari Melati. Darwis Lesmana diam."
    quotes = attribute(f"{before}\n{heading}\n“Banyak orang menyebut ini berlebihan,” katanya.")
    assert [quote.speaker for quote in quotes] == ["Sari Melati", speaker]
