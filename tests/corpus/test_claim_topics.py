"""A claim that somebody speaks about leaves what they say of it."""

from corpus.attribution import attribute
from corpus.claims import claims_in


def said(body: str) -> list[tuple[str | None, str]]:
    return [(quote.speaker, quote.text) for quote in attribute(body, claims_in(body))]


def test_what_a_page_only_shows_is_what_was_said() -> None:
    body = "FAKTA\nVideo itu hanya mengulas pernyataan Sari Melati yang menyebut jalan itu rusak."
    assert said(body) == [("Sari Melati", "jalan itu rusak")]
    assert said(body.replace("pernyataan", "narasi")) == []


def test_a_topic_may_be_told_in_several_words_for_claims() -> None:
    body = "FAKTA\nCamat Sari Melati angkat bicara soal video lama yang beredar itu."
    assert said(body) == [("Sari Melati", "soal video lama yang beredar itu")]
