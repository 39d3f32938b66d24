"""What every peer indexes of an article, and of each quote in it: the same terms, columns and stored text."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, repeat
from typing import Any

from corpus.article import Article
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
# What the hit of a quote shows of its article.
_SHOWN = ("id", "title", "url", "source", "date")
TEXT_FIELDS = ("title", "body", "said")


@dataclass(frozen=True, slots=True)
class Entries:
    """The entry of an article, and those of its quotes: nothing in them is analyzed twice."""

    article: Entry
    quotes: tuple[Entry, ...]

    @classmethod
    def of(cls, article: Article) -> "Entries":
        """Make the entries of an article."""
        said = [Text.of(quote.text) for quote in article.quotes]
        fields = article.to_record()
        day = article.date
        whole = Entry(
            key=article.id,
            title=Text.of(article.title or ""),
            body=Text.of(article.body),
            said=_joined(said),
            source=article.source or "",
            speakers=article.speakers,
            day=day.toordinal() if day else 0,
            month=f"{day:%Y-%m}" if day else UNDATED,
            fields=fields,
        )
        shown = {name: fields[name] for name in _SHOWN} | ({"lead": article.lead} if said else {})
        return cls(whole, tuple(map(_quote_entry, repeat(whole), said, fields["quotes"], repeat(shown))))


def _quote_entry(whole: Entry, said: Text, quote: Mapping[str, Any], shown: Mapping[str, Any]) -> Entry:
    return replace(
        whole,
        key=f"{whole.key} {quote['start']:08}",
        body=EMPTY,
        said=said,
        speakers=(quote["speaker"],) if quote["speaker"] else (),
        fields={**quote, **shown},
    )


def _joined(texts: Sequence[Text]) -> Text:
    return Text(
        "\n".join(text.text for text in texts),
        tuple(chain.from_iterable(text.stems for text in texts)),
        tuple(chain.from_iterable(text.surfaces for text in texts)),
    )
