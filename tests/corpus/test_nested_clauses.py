import pytest

from corpus.attribution import attribute


def spoken(body: str) -> list[tuple[str | None, str]]:
    return [(quote.speaker, quote.text) for quote in attribute(body)]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (
            "Sari Melati mengungkapkan, Darwis Lesmana telah menyatakan sawah itu subur.",
            ("Darwis Lesmana", "sawah itu subur"),
        ),
        (
            "Sari Melati menegaskan bahwa Darwis Lesmana berpesan kepada warga agar menanam padi.",
            ("Darwis Lesmana", "menanam padi"),
        ),
    ],
)
def test_whose_words_are_told_on_speaks_too(body: str, told: tuple[str, str]) -> None:
    first, second = spoken(body)
    assert first[0] == "Sari Melati"
    assert second == told


@pytest.mark.parametrize(
    "body",
    [
        "Sari Melati membantah bahwa Darwis Lesmana mengatakan sawah itu gersang.",
        "Sari Melati mengatakan jika Darwis Lesmana mengatakan sawah itu gersang, itu keliru.",
        "Sari Melati mengatakan Darwis Lesmana ingin mengatakan sawah itu gersang.",
        "Sari Melati mengatakan Darwis Lesmana menilai sawah itu gersang.",
        "Sari Melati mengatakan bahwa Sari Melati menegaskan sawah itu gersang.",
    ],
)
def test_who_is_doubted_supposed_or_guessed_at_says_nothing(body: str) -> None:
    assert {speaker for speaker, _ in spoken(body)} <= {"Sari Melati"}
