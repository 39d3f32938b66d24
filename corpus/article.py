"""The records that leave this layer: an article and what people say in it."""

import json
import textwrap
from dataclasses import asdict, dataclass, fields
from datetime import date as calendar_date
from typing import Any, Literal

DateOrigin = Literal["given", "page", "body"]
ArticleKind = Literal["news", "factcheck"]
QuoteKind = Literal["direct", "indirect"]


LEAD_LENGTH = 90
_CUT = " …"


@dataclass(frozen=True, slots=True)
class Quote:
    """One attributed statement: who said it, as what, and where it stands in the body.

    `speaker` is the person's fullest name in the article without honorifics, or None where only a role is
    named; `start` and `end` are character offsets into the body, so that `body[start:end] == text`; `cue` is
    the reporting word that attributes it.
    """

    speaker: str | None
    role: str | None
    text: str
    kind: QuoteKind
    start: int
    end: int
    cue: str | None


@dataclass(frozen=True, slots=True)
class Article:
    """A cleaned page: its own text and fields, without menus, share bars or related headlines.

    `id` is 20 hexadecimal digits; `source` a host name where one is known, else the outlet's own name;
    `date_origin` says whether the date was given with the document, stood on the page or in its address, or
    only in the body.
    """

    id: str
    title: str | None
    body: str
    date: calendar_date | None = None
    date_origin: DateOrigin | None = None
    source: str | None = None
    url: str | None = None
    place: str | None = None
    author: str | None = None
    kind: ArticleKind = "news"
    quotes: tuple[Quote, ...] = ()
    speakers: tuple[str, ...] = ()

    @property
    def lead(self) -> str:
        """Return the first whole words of the body; they stand in where a title is missing."""
        beginning = self.body[: 2 * LEAD_LENGTH]
        lead = _shortened(beginning)
        # A text without a space has no whole word that fits.
        return beginning[:LEAD_LENGTH] + _CUT if lead is None else lead

    def to_record(self) -> dict[str, Any]:
        """Return the fields under their own names as JSON can hold them."""
        return asdict(self) | {"date": self.date.isoformat() if self.date else None}

    def to_json(self) -> str:
        """Return one line of JSON; `from_json` is its inverse."""
        return to_json(self)

    @classmethod
    def from_json(cls, text: str, *, with_quotes: bool = True) -> "Article":
        """Rebuild the article that `to_json` wrote, perhaps without its quotes, which take half the time."""
        record = {name: value for name, value in json.loads(text).items() if name in _FIELD_NAMES}
        record["date"] = calendar_date.fromisoformat(record["date"]) if record["date"] else None
        record["quotes"] = tuple(Quote(**quote) for quote in record["quotes"]) if with_quotes else ()
        record["speakers"] = tuple(record["speakers"])
        return cls(**record)


def to_json(record: Any) -> str:
    """Return a record of ours as one line of JSON: its fields, records in it and dates as well.

    An index writes one for each article and quote; `asdict` copies all values and takes six times as long.
    """
    return json.dumps(_as_json(record), default=_as_json, ensure_ascii=False)


def _as_json(value: Any) -> Any:
    if isinstance(value, calendar_date):
        return value.isoformat()
    return {name: getattr(value, name) for name in value.__dataclass_fields__}


_FIELD_NAMES = {field.name for field in fields(Article)}


def _shortened(text: str) -> str | None:
    """Return the first words that fit in LEAD_LENGTH, or None where the first does not."""
    spaced = " ".join(text.split())
    if len(spaced) <= LEAD_LENGTH:
        return spaced
    fits = LEAD_LENGTH - len(_CUT)
    cut = spaced.rfind(" ", 0, fits + 1)
    if cut > 0 and "-" not in spaced[cut : spaced.find(" ", cut + 1)]:
        return spaced[:cut] + _CUT
    # A word may be cut behind its hyphen.
    lead = textwrap.shorten(spaced, LEAD_LENGTH, placeholder=_CUT)
    return None if lead == _CUT.strip() else lead
