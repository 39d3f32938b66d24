"""Hits printed, of one page or all: for people a table, for programs JSON, JSON lines or CSV."""

import csv
import io
import json
import textwrap
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

import click

from corpus.article import ArticleKind
from search.buckets import UNDATED_VALUE
from search.facets import is_telling, may_be_cut
from search.notices import notices
from search.results import ArticleHit, FacetValue, Hit, QuoteHit, SearchPage, Snippet

# A page, its hits or all hits of its question, and whether facets are shown.
Printer = Callable[[SearchPage, Iterable[Hit], bool], Iterator[str]]

# Values of a facet shown in the table; the other formats list more.
FACET_LINES = 8
# What the table says of an article that is no news.
_MARKS: dict[ArticleKind, str] = {"news": "", "factcheck": "fact check"}
_INDENT = "    "
_WIDTH = 100
_MARK, _UNMARK = "\x02", "\x03"
_STYLE_ON, _STYLE_OFF = click.style("|", bold=True, fg="yellow").split("|")


def _table(page: SearchPage, hits: Iterable[Hit], shows_facets: bool) -> Iterator[str]:  # noqa: FBT001  # a Printer
    yield f"{page.total:,} found ({page.generation})"
    if page.undated:
        yield f"{page.undated:,} without a date left out"
    yield from notices(page)
    for hit in hits:
        yield ""
        yield from _article_lines(hit) if isinstance(hit, ArticleHit) else _quote_lines(hit)
    if shows_facets and page.total:
        # An export has its hits apart, and all values.
        is_page = bool(page.hits)
        yield ""
        for name, values in page.facets.items():
            if is_telling(name, values):
                yield _facet_line(name, values, is_cut=is_page and may_be_cut(name, values))


def _article_lines(hit: ArticleHit) -> Iterator[str]:
    yield click.style(hit.title or hit.lead, bold=True)
    day = hit.date.isoformat() if hit.date else None
    if about := _line(day, hit.source, _MARKS[hit.kind], ", ".join(hit.speakers)):
        yield _INDENT + about
    for snippet in hit.snippets:
        yield from _wrapped(_marked(snippet))
    yield _INDENT + click.style(hit.url or hit.id, dim=True)


def _quote_lines(hit: QuoteHit) -> Iterator[str]:
    named = f" (“{hit.as_named}”)" if hit.as_named else ""
    yield click.style(hit.speaker or hit.role or "unnamed", bold=True) + (
        f"{named}, {hit.role}" if hit.speaker and hit.role else named
    )
    for snippet in hit.snippets:
        yield from _wrapped(f"“{_marked(snippet)}”" if hit.kind == "direct" else _marked(snippet))
    day = hit.date.isoformat() if hit.date else None
    yield _INDENT + _line(day, hit.source, _MARKS[hit.article_kind], hit.title or hit.lead)
    yield _INDENT + click.style(hit.url or hit.article_id, dim=True)


def _facet_line(name: str, values: tuple[FacetValue, ...], *, is_cut: bool) -> str:
    """List the first values, and behind them the chosen and the undated, which are never left out."""
    first, others = values[:FACET_LINES], values[FACET_LINES:]
    kept = [value for value in others if value.selected or value.value == UNDATED_VALUE]
    shown = [f"{'*' if value.selected else ''}{value.value} {value.count:,}" for value in (*first, *kept)]
    unseen = f"{len(others) - len(kept):,}{'+' if is_cut else ''}"
    more = [f"and {unseen} more"] if len(others) > len(kept) else []
    return f"{name + ':':<9}" + " | ".join(shown + more)


def _line(*parts: str | None) -> str:
    return " | ".join(part for part in parts if part)


def _marked(snippet: Snippet) -> str:
    """Return a snippet as text, its marked parts between signs that `_wrapped` turns into style."""
    return "".join(f"{_MARK}{part.text}{_UNMARK}" if part.marked else part.text for part in snippet)


def _wrapped(text: str) -> list[str]:
    """Break text into lines, then style what is marked: escape codes would count as letters."""
    lines = textwrap.wrap(
        text, _WIDTH, initial_indent=_INDENT, subsequent_indent=_INDENT, break_on_hyphens=False
    )
    return [line.replace(_MARK, _STYLE_ON).replace(_UNMARK, _STYLE_OFF) for line in lines]


def _json(page: SearchPage, hits: Iterable[Hit], shows_facets: bool) -> Iterator[str]:  # noqa: FBT001  # a Printer
    record = replace(page, hits=()).to_record()
    if not shows_facets:
        del record["facets"]
    # Within a string a quotation mark is escaped, so this stands nowhere but in its place.
    before, name, after = indented(record).partition('"hits": [')
    yield before + name
    last = None
    for hit in hits:
        if last:
            yield last + ","
        last = textwrap.indent(indented(hit.to_record()), _INDENT)
    yield from [last] if last else []
    yield "  " + after


def _json_lines(page: SearchPage, hits: Iterable[Hit], _: bool) -> Iterator[str]:  # noqa: FBT001  # a Printer
    for hit in hits:
        yield one_line(hit.to_record() | {"generation": page.generation})


def _csv(page: SearchPage, hits: Iterable[Hit], _: bool) -> Iterator[str]:  # noqa: FBT001  # a Printer
    yield from csv_lines(_flat(hit) | {"generation": page.generation} for hit in hits)


def _flat(hit: Hit) -> dict[str, object]:
    """Return a hit as one row: names joined by semicolons, snippets as text."""
    record = hit.to_record()
    record["snippets"] = " ".join("".join(part.text for part in snippet) for snippet in hit.snippets)
    if isinstance(hit, ArticleHit):
        record["speakers"] = "; ".join(hit.speakers)
    return record


def counted(number: int, noun: str) -> str:
    """Return `1 article`, `1,200 articles`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def indented(record: Mapping[str, Any]) -> str:
    """Return a record as JSON that a person can read."""
    return json.dumps(record, ensure_ascii=False, indent=2)


def one_line(record: Mapping[str, Any]) -> str:
    """Return a record as one line of JSON."""
    return json.dumps(record, ensure_ascii=False)


def csv_lines(records: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """Yield the header and the rows of records that have the same fields, as they come."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="")
    for number, record in enumerate(records):
        if number == 0:
            writer.writerow(record)
            yield text.getvalue()
        text.seek(0)
        text.truncate()
        writer.writerow(record.values())
        yield text.getvalue()


FORMATS: dict[str, Printer] = {"table": _table, "json": _json, "jsonl": _json_lines, "csv": _csv}
