"""The fields of the two Whoosh indexes, articles and quotes, and how a record becomes a document.

Every text field stands twice: as written (`title`, with positions, for quotation marks) and stemmed
(`title_stem`). Facets read columns: `source_value`, `speaker_values`, `day_value` and `kind_value`, the kind
of the article; `key_value` puts hits that tie in an order that does not depend on when they were indexed.
Speakers stand in their column as the article has them, with the role beside each: whose name it is the
people of the generation say.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from whoosh.columns import NumericColumn, RefBytesColumn, VarBytesColumn
from whoosh.fields import COLUMN, ID, NUMERIC, STORED, TEXT, Schema

from corpus.article import Article, ArticleKind, Quote, to_json
from index.analysis import BREAK, NameTokenizer, StemTokenizer, SurfaceTokenizer
from index.voices import NO_DAY, Voice, voice_in, voice_text, voices_of

SCHEMA_VERSION = 6

# Between voices: no name has this character.
_VOICE_SEPARATOR = "\n"
# What follows the id of the article in the key of a quote.
ARTICLE_END = b" "


@dataclass(frozen=True, slots=True)
class QuoteEntry:
    """A quote with what its hit shows of the article that holds it."""

    quote: Quote
    article_id: str
    title: str | None
    lead: str
    date: date | None
    source: str | None
    url: str | None
    article_kind: ArticleKind = "news"

    def to_json(self) -> str:
        """Return one line of JSON; `from_json` is its inverse."""
        return to_json(self)

    @classmethod
    def from_json(cls, text: str) -> "QuoteEntry":
        """Rebuild the entry that `to_json` wrote."""
        record = json.loads(text)
        record["date"] = date.fromisoformat(record["date"]) if record["date"] else None
        return cls(**record | {"quote": Quote(**record["quote"])})


def article_schema() -> Schema:
    """Return the schema of the articles index."""
    return Schema(
        id=ID(stored=True, unique=True),
        **_text_fields("title", "body", "quote"),
        **_shared_fields(),
    )


def quote_schema() -> Schema:
    """Return the schema of the quotes index."""
    return Schema(article=ID(), **_text_fields("title", "quote"), **_shared_fields())


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


def article_in_key(value: bytes) -> bytes:
    """Read the id of the article out of a value of the `key_value` column of the quotes."""
    return value.partition(ARTICLE_END)[0]


def role_in(record: str) -> str | None:
    """Read no more than the role out of what QuoteEntry.to_json wrote."""
    role: str | None = json.loads(record)["quote"]["role"]
    return role


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


def _text_fields(*names: str) -> dict[str, TEXT]:
    surfaces = {name: TEXT(analyzer=SurfaceTokenizer(), phrase=True) for name in names}
    stems = {f"{name}_stem": TEXT(analyzer=StemTokenizer(), phrase=False) for name in names}
    return surfaces | stems


def _shared_fields() -> dict[str, Any]:
    return {
        "source": TEXT(analyzer=NameTokenizer(), phrase=True),
        "speaker": TEXT(analyzer=NameTokenizer(), phrase=True),
        "day": NUMERIC(numtype=int, bits=32, signed=True),
        "source_value": COLUMN(RefBytesColumn()),
        "speaker_values": COLUMN(VarBytesColumn()),
        "day_value": COLUMN(NumericColumn("i", default=NO_DAY)),
        "kind_value": COLUMN(RefBytesColumn()),
        "key_value": COLUMN(VarBytesColumn()),
        "record": STORED(),
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
