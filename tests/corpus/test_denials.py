"""What somebody did not say is nobody's, and who denies speaks."""

import pytest

from corpus.attribution import attribute
from corpus.claims import claims_in
from corpus.denials import denies
from corpus.sentences import sentences_in


def said(body: str) -> list[tuple[str | None, str]]:
    return [(quote.speaker, quote.text) for quote in attribute(body, claims_in(body))]


def test_who_did_not_say_one_thing_may_say_another() -> None:
    body = (
        "FAKTA\nPernyataan Sari Melati TIDAK menyebut jalan itu rusak. Namun beliau menyebut jalan itu sepi."
    )
    assert said(body) == [("Sari Melati", "jalan itu sepi")]


@pytest.mark.parametrize(
    ("text", "denied"), [("Sari tidak menyebut itu.", True), ("Sari menyebut itu tidak ada.", False)]
)
def test_a_denial_stands_before_the_verb(text: str, *, denied: bool) -> None:
    assert denies(next(sentences_in(text)).tokens) == denied
