"""JSONL files: one article a line."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn

from corpus.decoding import decoded_lines
from corpus.errors import CorpusError
from corpus.given import read_row
from corpus.page import Problem, RawPage

LONGEST_LINE = 10_000_000


def read_json_lines(path: Path) -> Iterator[RawPage | Problem]:
    """Read the articles of a file, one line in memory at a time; a bad line is a problem of its own.

    Raises OSError where the file cannot be read.
    """
    rows = 0
    with path.open("rb") as file:
        for number, line in enumerate(decoded_lines(file, LONGEST_LINE), 1):
            if line is None or line.strip("\0\ufeff \t\r\n"):
                rows += 1
                yield from _read_line(path, number, line)
    if not rows:
        yield Problem(path, None, "the file is empty")


def _read_line(path: Path, number: int, line: str | None) -> Iterator[RawPage | Problem]:
    try:
        yield from read_row(path, number, _parse(line))
    except CorpusError as error:
        yield Problem(path, number, str(error))


def _parse(line: str | None) -> dict[str, Any]:
    if line is None:
        raise CorpusError(f"the line is longer than {LONGEST_LINE // 1_000_000} MB")
    try:
        row = json.loads(line.replace("\0", ""), parse_constant=_refuse)
    except RecursionError as error:
        raise CorpusError("the line is nested too deeply to be an article") from error
    except ValueError as error:
        raise CorpusError(_json_reason(line, error)) from error
    if not isinstance(row, dict):
        raise CorpusError('the line is no JSON object; an article is {"title": …, "text": …}')
    return row


def _refuse(name: str) -> NoReturn:
    raise CorpusError(f"{name} is no JSON value; leave the field out")


def _json_reason(line: str, error: ValueError) -> str:
    if not isinstance(error, json.JSONDecodeError):
        return "the line holds a number of thousands of digits"
    if not line.endswith(("}", "]", "\n")):
        return "the line is cut off in the middle of its JSON"
    return f"the line is no valid JSON: {error.msg} at column {error.colno}"
