import pytest

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
