import pytest

from corpus.name_endings import is_inside_name, name_end
from corpus.sentences import sentences_in


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Sari Melati", "Sari Melati"),
        ("Sari Melati Senin", "Sari Melati"),
        ("Sari Melati S Kp", "Sari Melati"),
        ("Sari Melati Yayasan Lereng", "Sari Melati"),
        ("Sari Melati KPU", "Sari Melati"),
        ("Sari AS Wirya", "Sari AS Wirya"),
        ("Joko Widodo Jokowi", "Joko Widodo"),
        ("Darwis Lesmana Cak Darwis", "Darwis Lesmana"),
        ("Sari Hakim Melati", "Sari Hakim Melati"),
        ("Satu Dua Tiga Empat Lima Enam Tujuh", "Satu Dua Tiga Empat Lima Enam"),
    ],
)
def test_a_name_ends_where_something_else_begins(text: str, name: str) -> None:
    tokens = next(sentences_in(text)).tokens
    end = name_end(tokens, 0, len(tokens))
    assert " ".join(token.word for token in tokens[:end]) == name


@pytest.mark.parametrize(
    ("text", "position", "inside"),
    [
        ("Sari Hakim", 1, True),
        ("Ketua Hakim", 1, False),
        ("Hakim", 0, False),
        ("Sari Kardinal Wirya", 1, True),
    ],
)
def test_an_office_may_stand_inside_a_name(text: str, position: int, *, inside: bool) -> None:
    assert is_inside_name(next(sentences_in(text)).tokens, position) is inside
