"""A page of hits printed: for people a table, for programs JSON, JSON lines or CSV."""

import csv
import io
import json
import textwrap
from collections.abc import Callable, Iterator

import click

from search.results import ArticleHit, FacetValue, Hit, QuoteHit, SearchPage, Snippet

Printer = Callable[[SearchPage, bool], Iterator[str]]

# Values of a facet shown in the table; the other formats list more.
FACET_LINES = 8
_INDENT = "    "
_WIDTH = 100
_MARK, _UNMARK = "\x02", "\x03"
_STYLE_ON, _STYLE_OFF = click.style("|", bold=True, fg="yellow").split("|")


def _table(page: SearchPage, shows_facets: bool) -> Iterator[str]:  # noqa: FBT001  # the printers share one shape
    yield f"{page.total:,} found ({page.generation})"
    for hit in page.hits:
        yield ""
        yield from _article_lines(hit) if isinstance(hit, ArticleHit) else _quote_lines(hit)
    if shows_facets and page.total:
        yield ""
        for name, values in page.facets.items():
            if values:
                yield _facet_line(name, values)


def _article_lines(hit: ArticleHit) -> Iterator[str]:
    yield click.style(hit.title or hit.lead, bold=True)
    day = hit.date.isoformat() if hit.date else None
    if about := _line(day, hit.source, ", ".join(hit.speakers)):
        yield _INDENT + about
    for snippet in hit.snippets:
        yield from _wrapped(_marked(snippet))
    yield _INDENT + click.style(hit.url or hit.id, dim=True)


def _quote_lines(hit: QuoteHit) -> Iterator[str]:
    yield click.style(hit.speaker or hit.role or "unnamed", bold=True) + (
        f", {hit.role}" if hit.speaker and hit.role else ""
    )
    for snippet in hit.snippets:
        yield from _wrapped(f"“{_marked(snippet)}”" if hit.kind == "direct" else _marked(snippet))
    yield _INDENT + _line(hit.date.isoformat() if hit.date else None, hit.source, hit.title or hit.lead)
    yield _INDENT + click.style(hit.url or hit.article_id, dim=True)


def _facet_line(name: str, values: tuple[FacetValue, ...]) -> str:
    shown = [
        f"{'*' if value.selected else ''}{value.value} {value.count:,}" for value in values[:FACET_LINES]
    ]
    more = [f"and {len(values) - FACET_LINES:,} more"] if len(values) > FACET_LINES else []
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


def _json(page: SearchPage, shows_facets: bool) -> Iterator[str]:  # noqa: FBT001  # the printers share one shape
    record = page.to_record()
    if not shows_facets:
        del record["facets"]
    yield json.dumps(record, ensure_ascii=False, indent=2)


def _json_lines(page: SearchPage, _: bool) -> Iterator[str]:  # noqa: FBT001  # the printers share one shape
    for hit in page.hits:
        yield json.dumps(hit.to_record(), ensure_ascii=False)


def _csv(page: SearchPage, _: bool) -> Iterator[str]:  # noqa: FBT001  # the printers share one shape
    if not page.hits:
        return
    rows = [_flat(hit) for hit in page.hits]
    text = io.StringIO()
    writer = csv.DictWriter(text, fieldnames=list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    yield text.getvalue().removesuffix("\n")


def _flat(hit: Hit) -> dict[str, object]:
    """Return a hit as one row: names joined by semicolons, snippets as text."""
    record = hit.to_record()
    record["snippets"] = " ".join("".join(part.text for part in snippet) for snippet in hit.snippets)
    if isinstance(hit, ArticleHit):
        record["speakers"] = "; ".join(hit.speakers)
    return record


FORMATS: dict[str, Printer] = {"table": _table, "json": _json, "jsonl": _json_lines, "csv": _csv}
