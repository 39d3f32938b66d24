"""What stock Whoosh indexes of an article and of its quotes."""

from collections.abc import Sequence
from typing import Any

from whoosh.fields import NUMERIC, Schema

from corpus.article import Article, Quote
from index.analysis import BREAK
from index.arrays import whoosh_schema
from index.schema import QuoteEntry
from index.voices import NO_DAY, Voice, voice_in, voice_text, voices_of

# Between voices: no name has this character.
_VOICE_SEPARATOR = "\n"


def article_schema() -> Schema:
    """Return the schema of the articles index; its days are terms too."""
    return _with_days(whoosh_schema.article_schema())


def quote_schema() -> Schema:
    """Return the schema of the quotes index; its days are terms too."""
    return _with_days(whoosh_schema.quote_schema())


def article_document(article: Article) -> dict[str, Any]:
    """Return what Whoosh indexes of an article."""
    said = BREAK.join(quote.text for quote in article.quotes)
    voices = voices_of(article)
    return {
        "id": article.id,
        **_texts(title=article.title, body=article.body, quote=said),
        **_shared_values(article, [voices[name] for name in article.speakers]),
        "key_value": article.id.encode(),
        "record": article.to_json(),
    }


def quote_documents(article: Article) -> list[dict[str, Any]]:
    """Return what Whoosh indexes of each quote of an article."""
    lead, voices = article.lead, voices_of(article)
    return [
        _quote_document(article, quote, lead, [voices[quote.speaker]] if quote.speaker else [])
        for quote in article.quotes
    ]


def voices_in_column(value: bytes) -> tuple[Voice, ...]:
    """Read the voices out of a value of the `speaker_values` column."""
    return tuple(map(voice_in, value.decode().split(_VOICE_SEPARATOR))) if value else ()


def _with_days(schema: Schema) -> Schema:
    schema.add("day", NUMERIC(numtype=int, bits=32, signed=True))
    return schema


def _quote_document(article: Article, quote: Quote, lead: str, voices: Sequence[Voice]) -> dict[str, Any]:
    entry = QuoteEntry(
        quote,
        article.id,
        article.title,
        lead,
        article.date,
        article.source,
        article.url,
        article.kind,
    )
    return {
        "article": article.id,
        **_texts(title=article.title, quote=quote.text),
        **_shared_values(article, voices),
        "key_value": f"{article.id} {quote.start:08}".encode(),
        "record": entry.to_json(),
    }


def _texts(**texts: str | None) -> dict[str, str | None]:
    return texts | {f"{name}_stem": text for name, text in texts.items()}


def _shared_values(article: Article, voices: Sequence[Voice]) -> dict[str, Any]:
    source, day = article.source, article.date
    return {
        "source": source,
        "speaker": BREAK.join(voice.name for voice in voices),
        "day": day.toordinal() if day else None,
        "source_value": source.encode() if source else None,
        "speaker_values": _VOICE_SEPARATOR.join(map(voice_text, voices)).encode(),
        "day_value": day.toordinal() if day else NO_DAY,
        "kind_value": article.kind.encode(),
    }
