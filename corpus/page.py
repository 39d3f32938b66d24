"""The records inside this layer: a raw page on its way in, and what became of it."""

from dataclasses import dataclass
from datetime import date as calendar_date
from pathlib import Path
from typing import Literal

from corpus.article import Article


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
