"""The command of this layer: `suara inspect`."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from corpus.documents import read_articles
from corpus.options import corpus_option
from corpus.page import Extraction, Problem

# Nothing could be read.
WRONG_INPUT = 2


@click.command("inspect")
@click.argument("paths", metavar="[FILE]...", nargs=-1, type=click.Path(path_type=Path))
@corpus_option
@click.option(
    "--format",
    "output",
    envvar="SUARA_INSPECT_FORMAT",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Output.",
)
def inspect_command(paths: tuple[Path, ...], corpus_dir: Path, output: str) -> None:
    """Show what would be indexed of each FILE, or of the corpus, and every line left out with its reason.

    Example: suara inspect page.txt
    """
    counts: Counter[str] = Counter()
    extractions = _extractions(paths or (corpus_dir,), counts)
    for line in _as_json(extractions) if output == "json" else _as_text(extractions):
        click.echo(line)
    if not counts["read"]:
        raise click.exceptions.Exit(WRONG_INPUT)


def _extractions(paths: Iterable[Path], counts: Counter[str]) -> Iterator[Extraction]:
    """Yield what could be read and count it; say on stderr what could not."""
    for result in read_articles(paths):
        if isinstance(result, Problem):
            click.echo(_printable(result), err=True)
        else:
            counts["read"] += 1
            yield result


def _as_json(extractions: Iterable[Extraction]) -> Iterator[str]:
    """Yield the lines of a JSON list, one article a line."""
    yield "["
    before = None
    for extraction in extractions:
        if before:
            yield f"{before},"
        before = json.dumps(_record(extraction), ensure_ascii=False)
    if before:
        yield before
    yield "]"


def _record(extraction: Extraction) -> dict[str, Any]:
    return {
        "path": _printable(extraction.path),
        "line": extraction.line,
        **extraction.article.to_record(),
        "dropped": [asdict(line) for line in extraction.dropped],
    }


def _as_text(extractions: Iterable[Extraction]) -> Iterator[str]:
    for extraction in extractions:
        article = extraction.article
        path = _printable(extraction.path)
        yield click.style(f"{path}:{extraction.line}" if extraction.line else path, bold=True)
        for name in ("id", "title", "date", "date_origin", "source", "url", "place", "author", "kind"):
            yield f"  {name + ':':<13}{_shown(getattr(article, name))}"
        yield f"  {'speakers:':<13}{_shown(', '.join(article.speakers))}"
        for quote in article.quotes:
            yield f"  quote:       {quote.speaker or quote.role or '?'} ({quote.kind}): {quote.text}"
        yield "  body:"
        yield from (f"    {paragraph}" for paragraph in article.body.split("\n"))
        yield "  left out:"
        yield from (f"    {line.line}: {line.text}  [{line.reason}]" for line in extraction.dropped)
        yield ""


def _printable(value: object) -> str:
    """Return a text that every terminal takes: a file's name may hold bytes that are no characters."""
    return str(value).encode("utf-8", "replace").decode("utf-8")


def _shown(value: object) -> str:
    return str(value) if value else "-"
