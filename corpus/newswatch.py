"""CSV files as the scraper news-watch writes them: one article a row."""

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path

from corpus.decoding import decoded_lines
from corpus.errors import CorpusError
from corpus.given import read_row
from corpus.page import Problem, RawPage

COLUMNS = ("title", "publish_date", "author", "content", "keyword", "category", "source", "link")
_OWN_NAMES = {"publish_date": "date", "link": "url"}
# Stands for a line that was not read; no other line holds a NUL.
_TOO_LONG = "\0"
_LONGEST_LINE = _LONGEST_FIELD = 10_000_000


def read_newswatch(path: Path) -> Iterator[RawPage | Problem]:
    """Read the articles of a file, each with the line its row begins on; a bad row is a problem of its own.

    Raises OSError where the file cannot be read.
    """
    csv.field_size_limit(_LONGEST_FIELD)
    with path.open("rb") as file:
        rows = _rows(path, map(_readable, decoded_lines(file, _LONGEST_LINE)))
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
                yield from _read_row(path, header, *row)


def _rows(path: Path, lines: Iterable[str]) -> Iterator[tuple[int, list[str]] | Problem]:
    """Yield each row that is not blank with the line it begins on."""
    reader = csv.reader(lines)
    while True:
        number = reader.line_num + 1
        try:
            row = next(reader, None)
        except csv.Error as error:
            yield Problem(path, number, f"the row is no CSV: {error}")
            continue
        if row is None:
            return
        if _TOO_LONG in "".join(row):
            yield Problem(path, number, f"the row has a line longer than {_LONGEST_LINE // 1_000_000} MB")
        elif any(cell.strip() for cell in row):
            yield number, row


def _readable(line: str | None) -> str:
    """Return a line without NULs, or what stands for one that is too long."""
    return f"{_TOO_LONG}\n" if line is None else line.replace("\0", "")


def _read_row(path: Path, header: list[str], number: int, row: list[str]) -> Iterator[RawPage | Problem]:
    if len(row) != len(header):
        yield Problem(path, number, f"the row has {len(row)} cells where the header has {len(header)}")
        return
    cells = {_OWN_NAMES.get(name, name): cell for name, cell in zip(header, row, strict=True)}
    try:
        yield from read_row(path, number, cells)
    except CorpusError as error:
        yield Problem(path, number, str(error).replace("text, body or content", "content"))
