"""Speakers printed: for people a table, for programs JSON, JSON lines or CSV."""

from collections.abc import Callable, Iterator, Sequence

import click

from search.formats import counted, csv_lines, indented, one_line
from search.speakers import SpeakerRow, SpeakerTable

SpeakerPrinter = Callable[[SpeakerTable], Iterator[str]]

_NUMBERS = ("quotes", "articles", "outlets")
# Letters of a name or an outlet in a table; what is longer is cut.
_WIDTH_MOST = 40


def _table(table: SpeakerTable) -> Iterator[str]:
    yield f"{counted(table.quotes, 'quote')} by {counted(table.speakers, 'speaker')} ({table.generation})"
    if table.unnamed:
        yield f"{counted(table.unnamed, 'quote')} by nobody named"
    if table.undated:
        yield f"{table.undated:,} without a date left out"
    if table.rows:
        yield ""
        yield from _aligned(table)
    listed = len({row.speaker for row in table.rows})
    if listed < table.speakers:
        yield f"and {counted(table.speakers - listed, 'more speaker')}; --all lists them"


def _aligned(table: SpeakerTable) -> Iterator[str]:
    """Yield the header and the rows in columns; numbers stand to the right."""
    names = ["speaker", *([table.split] if table.split else []), *_NUMBERS, "first", "last", "role"]
    rows = [names, *_cells(table)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(names))]
    for number, row in enumerate(rows):
        cells = [
            cell.rjust(width) if name in _NUMBERS else cell.ljust(width)
            for cell, width, name in zip(row, widths, names, strict=True)
        ]
        line = "  ".join(cells).rstrip()
        yield line if number else click.style(line, bold=True)


def _cells(table: SpeakerTable) -> Iterator[Sequence[str]]:
    before = None
    for row in table.rows:
        # A name stands only at the first of its rows.
        name = [_short(row.speaker) if row.speaker != before else ""]
        part = [_short(row.part or "unknown")] if table.split else []
        numbers = [f"{getattr(row, each):,}" for each in _NUMBERS]
        yield [*name, *part, *numbers, *_days(row), row.role or ""]
        before = row.speaker


def _days(row: SpeakerRow) -> list[str]:
    return [day.isoformat() if day else "" for day in (row.first, row.last)]


def _short(text: str) -> str:
    return text if len(text) <= _WIDTH_MOST else text[: _WIDTH_MOST - 1] + "…"


def _json(table: SpeakerTable) -> Iterator[str]:
    yield indented(table.to_record())


def _json_lines(table: SpeakerTable) -> Iterator[str]:
    for row in table.rows:
        yield one_line(row.to_record(table.split) | {"generation": table.generation})


def _csv(table: SpeakerTable) -> Iterator[str]:
    yield from csv_lines(row.to_record(table.split) | {"generation": table.generation} for row in table.rows)


SPEAKER_FORMATS: dict[str, SpeakerPrinter] = {
    "table": _table,
    "json": _json,
    "jsonl": _json_lines,
    "csv": _csv,
}
