"""The fields that come with a row of a data file, checked one by one."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from corpus.dates import parse_date
from corpus.errors import CorpusError
from corpus.page import GivenFields

TEXT_KEYS = ("text", "body", "content")
_KINDS = {bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "an object"}


def given_fields(row: Mapping[str, Any]) -> GivenFields:
    """Return the known fields of a row.

    Raises CorpusError for a field of the wrong kind and for a date that is none; unknown keys are ignored.
    """
    return GivenFields(
        url=_text(row, "url"),
        title=_text(row, "title"),
        date=_date(row),
        source=_text(row, "source"),
        author=_text(row, "author"),
        speakers=_names(row),
    )


def given_text(row: Mapping[str, Any]) -> str:
    """Return the text of a row, under the first of its usual keys.

    Raises CorpusError where there is none.
    """
    for key in TEXT_KEYS:
        text = _text(row, key)
        if text and text.strip():
            return text
    raise CorpusError("there is no text; give it under text, body or content")


def _text(row: Mapping[str, Any], key: str) -> str | None:
    value = row.get(key)
    if value is None or isinstance(value, str):
        return value
    raise CorpusError(f"{key} is {_KINDS[type(value)]}; it has to be text in quotation marks")


def _date(row: Mapping[str, Any]) -> date | None:
    text = (_text(row, "date") or "").strip()
    if not text:
        return None
    value = parse_date(text)
    if value is None:
        raise CorpusError(f"date {text[:40]!r} is no date; write it as 2024-11-27")
    return value


def _names(row: Mapping[str, Any]) -> tuple[str, ...]:
    value = row.get("speakers")
    if value is None:
        return ()
    if isinstance(value, list) and all(isinstance(name, str) for name in value):
        return tuple(value)
    raise CorpusError("speakers has to be a list of names")
