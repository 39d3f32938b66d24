"""CSV files as the scraper news-watch writes them: one article a row."""

import csv
from collections.abc import Iterator
from io import BufferedReader
from pathlib import Path

from corpus.decoding import Decoded, decoded_lines
from corpus.errors import CorpusError
from corpus.given import read_row
from corpus.page import Problem, RawPage

COLUMNS = ("title", "publish_date", "author", "content", "keyword", "category", "source", "link")
_OWN_NAMES = {"publish_date": "date", "link": "url"}
# Stands for a line that was not read; no other line holds a NUL.
_TOO_LONG = "\0"
_LONGEST_LINE = _LONGEST_FIELD = _LONGEST_ROW = 10_000_000


def read_newswatch(file: BufferedReader, path: Path) -> Iterator[RawPage | Problem]:
    """Read the articles of a file, each with the line its row begins on; a bad row is a problem of its own.

    Raises OSError and CorpusError where the file cannot be read on.
    """
    csv.field_size_limit(_LONGEST_FIELD)
    lines = _Lines(decoded_lines(file, _LONGEST_LINE))
    rows = _rows(path, lines)
    first = next(rows, None)
    if first is None or isinstance(first, Problem):
        yield first or Problem(path, None, "the file is empty")
        return
    header = [name.strip().lower() for name in first[1]]
    missing = [name for name in COLUMNS if name not in header]
    if missing:
        yield Problem(path, 1, f"the header lacks {', '.join(missing)}, which news-watch writes")
        return
    for row in rows:
        if isinstance(row, Problem):
            yield row
        else:
            yield from _read_row(path, header, *row, lines.flaw)


class _Lines:
    """The lines of a file for the CSV reader, without NULs; what was wrong with those of the last row."""

    def __init__(self, lines: Iterator[Decoded | None]) -> None:
        self._lines = lines
        self.flaw: str | None = None
        self.size = 0

    def __iter__(self) -> Iterator[str]:
        for line in self._lines:
            self.size += len(line.text) if line else _LONGEST_LINE
            self.flaw = (line and line.flaw) or self.flaw
            yield line.text.replace("\0", "") if line else f"{_TOO_LONG}\n"

    def begin_row(self) -> None:
        """Forget the row before."""
        self.flaw, self.size = None, 0


def _rows(path: Path, lines: _Lines) -> Iterator[tuple[int, list[str]] | Problem]:
    """Yield each row that is not blank with the line it begins on."""
    reader = csv.reader(lines)
    while True:
        number = reader.line_num + 1
        lines.begin_row()
        try:
            row = next(reader, None)
        except csv.Error as error:
            yield Problem(path, number, f"the row is no CSV: {error}")
            continue
        if row is None:
            return
        if _TOO_LONG in "".join(row):
            yield Problem(path, number, f"the row has a line longer than {_LONGEST_LINE // 1_000_000} MB")
        elif lines.size > _LONGEST_ROW:
            yield Problem(path, number, f"the row is longer than {_LONGEST_ROW // 1_000_000} MB")
        elif any(cell.strip() for cell in row):
            yield number, row


def _read_row(
    path: Path, header: list[str], number: int, row: list[str], flaw: str | None
) -> Iterator[RawPage | Problem]:
    if len(row) != len(header):
        yield Problem(path, number, f"the row has {len(row)} cells where the header has {len(header)}")
        return
    cells = {_OWN_NAMES.get(name, name): cell for name, cell in zip(header, row, strict=True)}
    try:
        yield from read_row(path, number, cells, flaw)
    except CorpusError as error:
        yield Problem(path, number, str(error).replace("text, body or content", "content"))
