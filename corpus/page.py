"""The records inside this layer: a raw page on its way in, and what became of it."""

import json
from dataclasses import dataclass
from datetime import date as calendar_date
from hashlib import sha256
from pathlib import Path
from typing import Literal

from corpus.article import Article

_DIGEST_LENGTH = 32


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file of documents as it was found.

    `stamp` is another text as soon as the file or its sidecar is another as far as their size, times and
    inode tell; `modified` is when the newer of the two was changed, in nanoseconds.
    """

    path: Path
    stamp: str
    modified: int


@dataclass(frozen=True, slots=True)
class GivenFields:
    """What came with a document beside its text; a given field stands before anything read from the page."""

    url: str | None = None
    title: str | None = None
    date: calendar_date | None = None
    source: str | None = None
    author: str | None = None
    speakers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RawPage:
    """One document as it came: a file, or a row of one.

    `form` says what `content` is: `saved` is a page as a reader saves it (menus and all), `html` is markup,
    `plain` is article text that a scraper has already cut out.
    """

    path: Path
    line: int | None
    form: Literal["saved", "html", "plain"]
    content: str
    given: GivenFields = GivenFields()

    @property
    def digest(self) -> str:
        """Return 32 hex digits of all that the article depends on: form, content and given fields."""
        given = self.given
        day = given.date.isoformat() if given.date else None
        fields = (given.url, given.title, day, given.source, given.author, given.speakers)
        whole = json.dumps((self.form, self.content, fields))
        return sha256(whole.encode("ascii")).hexdigest()[:_DIGEST_LENGTH]


@dataclass(frozen=True, slots=True)
class Problem:
    """What could not be read, and why: a file, a row, or where `lost` is false only a field of a row."""

    path: Path
    line: int | None
    reason: str
    lost: bool = True

    def __str__(self) -> str:
        """Return `path:line: reason`; a problem of the whole file has no line."""
        return f"{place(self.path, self.line)}: {self.reason}"


@dataclass(frozen=True, slots=True)
class DroppedLine:
    """A line that cleaning left out of the body: its 1-based number, text and the reason."""

    line: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Extraction:
    """An article, where it came from, and what cleaning dropped on the way."""

    path: Path
    line: int | None
    article: Article
    dropped: tuple[DroppedLine, ...] = ()


def place(path: Path, line: int | None) -> str:
    """Return where a document stands, as `path:line`, or `path` where it is the whole file."""
    return str(path) if line is None else f"{path}:{line}"
