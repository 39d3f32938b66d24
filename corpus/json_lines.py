"""JSONL files: one article a line."""

from collections.abc import Iterator
from io import BufferedReader
from pathlib import Path

from corpus.decoding import Decoded, decoded_lines
from corpus.errors import CorpusError
from corpus.given import read_row
from corpus.json_objects import parse_object
from corpus.page import Problem, RawPage

LONGEST_LINE = 10_000_000


def read_json_lines(file: BufferedReader, path: Path) -> Iterator[RawPage | Problem]:
    """Read the articles of a file, one line in memory at a time; a bad line is a problem of its own.

    Raises OSError and CorpusError where the file cannot be read on.
    """
    rows = 0
    for number, line in enumerate(decoded_lines(file, LONGEST_LINE), 1):
        if line is None or line.text.strip("\0\ufeff \t\r\n"):
            rows += 1
            yield from _read_line(path, number, line)
    if not rows:
        yield Problem(path, None, "the file is empty")


def _read_line(path: Path, number: int, line: Decoded | None) -> Iterator[RawPage | Problem]:
    if line is None:
        yield Problem(path, number, f"the line is longer than {LONGEST_LINE // 1_000_000} MB")
        return
    try:
        yield from read_row(path, number, parse_object(line.text, "line"), line.flaw)
    except CorpusError as error:
        yield Problem(path, number, str(error))
