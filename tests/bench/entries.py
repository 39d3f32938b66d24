"""What every peer indexes of an article, and of each quote in it: the same terms, columns and stored text."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from corpus.article import Article, Quote
from index.analysis import analyze

UNDATED = "undated"


@dataclass(frozen=True, slots=True)
class Text:
    """A text with what Suara's analyzer makes of it: stems to rank by, surface forms for phrases."""

    text: str
    stems: Sequence[str]
    surfaces: Sequence[str]

    @classmethod
    def of(cls, text: str) -> "Text":
        """Analyze a text."""
        analysis = analyze(text)
        return cls(text, tuple(analysis.terms()), analysis.words.surfaces)


@dataclass(frozen=True, slots=True)
class Entry:
    """One document of a peer; `day` is an ordinal, 0 without a date, `fields` what a hit shows."""

    key: str
    title: Text
    body: Text
    said: Text
    source: str
    speakers: tuple[str, ...]
    day: int
    month: str
    fields: dict[str, Any]

    @property
    def texts(self) -> dict[str, Text]:
        """Return its texts by the names of their fields."""
        return {"title": self.title, "body": self.body, "said": self.said}

    @property
    def record(self) -> str:
        """Return what is stored."""
        return json.dumps(self.fields, ensure_ascii=False)

    @property
    def rest(self) -> str:
        """Return what is stored beside title and body, for a peer that keeps these by themselves."""
        rest = {name: value for name, value in self.fields.items() if name not in ("title", "body")}
        return json.dumps(rest, ensure_ascii=False)


EMPTY = Text("", (), ())
TEXT_FIELDS = ("title", "body", "said")


def article_entry(article: Article) -> Entry:
    """Return the entry of an article."""
    day, month = _dated(article.date)
    return Entry(
        key=article.id,
        title=Text.of(article.title or ""),
        body=Text.of(article.body),
        said=Text.of("\n".join(quote.text for quote in article.quotes)),
        source=article.source or "",
        speakers=article.speakers,
        day=day,
        month=month,
        fields=article.to_record(),
    )


def quote_entries(article: Article) -> Iterator[Entry]:
    """Yield the entries of an article's quotes."""
    day, month = _dated(article.date)
    for quote in article.quotes:
        yield Entry(
            key=f"{article.id} {quote.start:08}",
            title=Text.of(article.title or ""),
            body=EMPTY,
            said=Text.of(quote.text),
            source=article.source or "",
            speakers=(quote.speaker,) if quote.speaker else (),
            day=day,
            month=month,
            fields=_shown(article, quote),
        )


def _dated(day: date | None) -> tuple[int, str]:
    return (day.toordinal(), f"{day:%Y-%m}") if day else (0, UNDATED)


def _shown(article: Article, quote: Quote) -> dict[str, Any]:
    return asdict(quote) | {
        "id": article.id,
        "title": article.title,
        "lead": article.lead,
        "url": article.url,
        "source": article.source,
        "date": article.date.isoformat() if article.date else None,
    }
