from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from corpus.article import Article, Quote
from index.schema import QuoteEntry
from index.voices import NO_DAY, Voice
from stock.documents import (
    article_document,
    article_schema,
    quote_documents,
    quote_schema,
    voices_in_column,
)

BODY = "“Datanglah ke TPS,” kata Siti Marlupi."
SAID = Quote("Siti Marlupi", "Ketua KPU", "Datanglah ke TPS,", "direct", 1, 18, "kata")
NAMED = Article(
    id="0" * 20,
    title="Ajakan memilih",
    body=BODY,
    date=date(2024, 11, 1),
    source="lenteraarunika.com",
    quotes=(SAID,),
    speakers=("Siti Marlupi",),
)


def test_an_article_document_fits_its_schema() -> None:
    document = article_document(NAMED)
    assert set(document) == set(article_schema().names())
    assert Article.from_json(document["record"]) == NAMED


def test_a_quote_document_fits_its_schema_and_knows_its_article() -> None:
    (document,) = quote_documents(NAMED)
    assert set(document) == set(quote_schema().names())
    entry = QuoteEntry.from_json(document["record"])
    assert entry.quote == SAID
    assert (entry.article_id, entry.title, entry.date) == (NAMED.id, NAMED.title, NAMED.date)


def test_an_article_without_fields_is_undated_and_has_no_values() -> None:
    document = article_document(Article(id="1" * 20, title=None, body="Isi."))
    assert document["day_value"] == NO_DAY
    assert document["day"] is None
    assert document["source_value"] is None
    assert document["speaker_values"] == b""


SPOKEN = st.text(st.characters(exclude_characters="\n\x1f", exclude_categories=["Cs"]), min_size=1)


@given(st.lists(SPOKEN))
def test_names_come_back_from_their_column(names: list[str]) -> None:
    document = article_document(Article(id="1" * 20, title=None, body="", speakers=tuple(names)))
    assert voices_in_column(document["speaker_values"]) == tuple(Voice(name, None) for name in names)


def test_a_voice_has_the_role_that_the_article_names_beside_it_first() -> None:
    quotes = (replace(SAID, role=None), SAID, replace(SAID, role="Pemateri"), replace(SAID, speaker=None))
    article = replace(NAMED, quotes=quotes)
    voices = (Voice("Siti Marlupi", "Ketua KPU"),)
    assert voices_in_column(article_document(article)["speaker_values"]) == voices
    heard = [voices_in_column(document["speaker_values"]) for document in quote_documents(article)]
    assert heard == [voices, voices, voices, ()]


def test_the_kind_of_the_article_is_a_value_of_it_and_of_its_quotes() -> None:
    checked = Article(id="1" * 20, title=None, body="Isi.", kind="factcheck", quotes=(SAID,))
    (document,) = quote_documents(checked)
    assert article_document(checked)["kind_value"] == document["kind_value"] == b"factcheck"
    assert QuoteEntry.from_json(document["record"]).article_kind == "factcheck"
