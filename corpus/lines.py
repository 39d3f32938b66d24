"""The lines of a page and what each looks like: prose, a fragment, or something that is not the article."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from corpus.boilerplate import (
    PAGE_TOOLS,
    RELATED_HEADLINES,
    RELATED_LINK,
    is_bare_head,
    reason_to_drop,
)
from corpus.characters import fold_spaces
from corpus.dates import find_dates
from corpus.wordlists import read_words

DATE_LINE = "date line"

LineKind = Literal["prose", "fragment", "item", "noise", "head"]

_SENTENCE_END = re.compile(r"[.!?…]\W*(?:\([^()]{2,40}\)\W*)?$|[”\"’]\W*(?:\([^()]{2,40}\)\W*)?$|\*\*")
_BULLET = re.compile(r"^(?:[•·▪●○◦*►»-]|\d{1,2}[.)]|[a-z][.)])\s+")
# What Markdown leaves in a text: "## Judul", a backslash at a line's end or before a sign.
_MARKDOWN = re.compile(r"^#{1,6}\s+|\\+$|\\(?=[^\w\s])")
_DIGIT = re.compile(r"\d")
_DATE_LINE_WORDS = 14
_DATE_LINE_REST = 4
_SENTENCE_WORDS = 3
_LONG_LINE = 12
_HEADLINE_WORDS = 25
_CAPITAL_SHARE = 0.6
_FUNCTION_SHARE = 0.06
_SMALL_WORDS = 2
_LINKED_HEADLINES = 3


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: its 1-based number, its text with folded spaces, its kind.

    `reason` says why a line of noise or a head is not the article.
    """

    number: int
    text: str
    kind: LineKind
    reason: str | None = None

    @property
    def words(self) -> int:
        """Return the number of words."""
        return self.text.count(" ") + 1


def read_page_lines(text: str) -> list[Line]:
    """Return the lines of a text that are not blank, each with its kind."""
    return list(_without_linked_headlines(_classified(text)))


def is_date_line(text: str) -> bool:
    """Return whether a line says little more than a date."""
    if text.count(" ") >= _DATE_LINE_WORDS or not _DIGIT.search(text):
        return False
    found = next(find_dates(text), None)
    if not found:
        return False
    rest = re.findall(r"[^\W\d]{2,}", text[: found.start] + " " + text[found.end :])
    return len(rest) <= _DATE_LINE_REST and not text.endswith((".", "”", '"'))


def _classified(text: str) -> Iterator[Line]:
    for number, raw in enumerate(text.splitlines(), 1):
        line = fold_spaces(raw)
        if "\\" in line or line.startswith("#"):
            line = _MARKDOWN.sub("", line).strip()
        if line:
            yield _classify(number, line)


def _classify(number: int, text: str) -> Line:
    reason = reason_to_drop(text)
    if reason in (RELATED_HEADLINES, PAGE_TOOLS):
        return Line(number, text, "head", reason)
    if reason:
        return Line(number, text, "noise", reason)
    if not _BULLET.match(text) and is_date_line(text):
        return Line(number, text, "noise", DATE_LINE)
    return Line(number, text, _kind(text))


def _kind(text: str) -> LineKind:
    words = text.split(" ")
    item = bool(_BULLET.match(text))
    ended = len(words) >= _SENTENCE_WORDS and bool(_SENTENCE_END.search(text[-60:]))
    if looks_like_headline(words) and not (ended and _has_small_words(words)):
        return "item" if item else "fragment"
    if ended or (len(words) >= _LONG_LINE and _reads_like_prose(words)):
        return "prose"
    return "item" if item else "fragment"


def looks_like_headline(words: Sequence[str]) -> bool:
    """Return whether most words have capitals, as in headlines, menus and addresses."""
    if len(words) > _HEADLINE_WORDS:
        return False
    small = sum([word.lstrip("“\"'‘(")[:1].islower() for word in words])
    return len(words) - small > _CAPITAL_SHARE * len(words)


def _has_small_words(words: list[str]) -> bool:
    """Return whether a line with a full stop or quotation mark at its end has words without capitals."""
    return words[-1][-1] not in "!?" and sum(word[0].islower() for word in words) >= _SMALL_WORDS


def _reads_like_prose(words: list[str]) -> bool:
    known = read_words("function_words.txt")
    return sum([word.lower() in known for word in words]) >= _FUNCTION_SHARE * len(words)


def _without_linked_headlines(lines: Iterator[Line]) -> Iterator[Line]:
    """Yield the lines, those right under a bare "Baca juga" that look like headlines as noise."""
    linked = 0
    for line in lines:
        if linked and line.kind in ("fragment", "item") and looks_like_headline(line.text.split(" ")):
            linked -= 1
            yield Line(line.number, line.text, "noise", RELATED_LINK)
            continue
        linked = _LINKED_HEADLINES if line.reason == RELATED_LINK and is_bare_head(line.text) else 0
        yield line
