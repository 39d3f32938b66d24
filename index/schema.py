"""What the two indexes, articles and quotes, store of each document, and the version of their layout.

The fields that are searched are in index.arrays.layout. Speakers stand in their column as the article has
them, with the role beside each: whose name it is the people of the generation say.
"""

import json
from dataclasses import dataclass
from datetime import date

from corpus.article import ArticleKind, Quote, to_json

SCHEMA_VERSION = 7

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


def article_in_key(value: bytes) -> bytes:
    """Read the id of the article out of a key of a quote."""
    return value.partition(ARTICLE_END)[0]


def role_in(record: str) -> str | None:
    """Read no more than the role out of what QuoteEntry.to_json wrote."""
    role: str | None = json.loads(record)["quote"]["role"]
    return role
