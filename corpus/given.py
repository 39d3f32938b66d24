"""The fields that come with a row of a data file, checked one by one."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from corpus.dates import parse_date
from corpus.errors import CorpusError
from corpus.page import GivenFields, Problem, RawPage

TEXT_KEYS = ("text", "body", "content")
_KINDS = {bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "an object"}
_SHOWN = 40

Row = Mapping[str, Any]
_Value = TypeVar("_Value")


def read_row(path: Path, line: int, row: Row, flaw: str | None = None) -> Iterator[RawPage | Problem]:
    """Yield the page of a row, before it a problem for each other field that cannot be read.

    A `flaw` of its bytes is a problem, too. Raises CorpusError where the row holds no text.
    """
    text = given_text(row)
    given, reasons = given_fields(row)
    if flaw:
        yield Problem(path, line, flaw, lost=False)
    for reason in reasons:
        yield Problem(path, line, f"{reason}; the row is kept without it", lost=False)
    yield RawPage(path, line, "plain", text, given)


def given_fields(row: Row) -> tuple[GivenFields, list[str]]:
    """Return the known fields of a row, and what is wrong with those left out; unknown keys are ignored."""
    reasons: list[str] = []

    def field(read: Callable[[Row, str], _Value], key: str, otherwise: _Value) -> _Value:
        try:
            return read(row, key)
        except CorpusError as error:
            reasons.append(str(error))
            return otherwise

    fields = GivenFields(
        url=field(_text, "url", None),
        title=field(_text, "title", None),
        date=field(_date, "date", None),
        source=field(_text, "source", None),
        author=field(_text, "author", None),
        speakers=field(_names, "speakers", ()),
    )
    return fields, reasons


def given_text(row: Row) -> str:
    """Return the text of a row, under the first of its usual keys.

    Raises CorpusError where there is none.
    """
    for key in TEXT_KEYS:
        text = _text(row, key)
        if text and text.strip():
            return text
    raise CorpusError("there is no text; give it under text, body or content")


def _text(row: Row, key: str) -> str | None:
    value = row.get(key)
    if value is None or isinstance(value, str):
        return value
    raise CorpusError(f"{key!r} is {_KINDS[type(value)]} where text in quotation marks is wanted")


def _date(row: Row, key: str) -> date | None:
    text = (_text(row, key) or "").strip()
    value = parse_date(text)
    if text and value is None:
        raise CorpusError(f"{key!r} is not a date: {text[:_SHOWN]!r}")
    return value


def _names(row: Row, key: str) -> tuple[str, ...]:
    value = row.get(key)
    if value is None:
        return ()
    if isinstance(value, list) and all(isinstance(name, str) for name in value):
        return tuple(value)
    raise CorpusError(f"{key!r} is not a list of names")
