"""Commands of this layer: `suara search` and `suara quotes`."""

import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import click

from index.options import VALUES, index_option
from search.answer import answer, is_blank
from search.errors import QueryError
from search.formats import FORMATS
from search.request import FACET_FIELDS, LIMIT_MOST, PAGE_MOST, SORTS, SearchRequest, Target
from search.whoosh_engine import WhooshEngine

Command = Callable[..., None]

_OPTIONS = (
    click.option(
        "--source", multiple=True, type=VALUES, metavar="S", help="Only this outlet; may be repeated."
    ),
    click.option(
        "--speaker", multiple=True, type=VALUES, metavar="S", help="Only this speaker; may be repeated."
    ),
    click.option(
        "--date",
        multiple=True,
        type=VALUES,
        metavar="M",
        help="Only this month (2024-11) or 'undated'; may be repeated.",
    ),
    click.option("--since", metavar="D", help="From this day, month or year on."),
    click.option("--until", metavar="D", help="Up to this day, month or year."),
    click.option(
        "--sort", type=click.Choice(SORTS), default="relevance", show_default=True, help="Order of the hits."
    ),
    click.option(
        "--limit", type=click.IntRange(1, LIMIT_MOST), default=10, show_default=True, help="Hits on a page."
    ),
    click.option(
        "--page", type=click.IntRange(1, PAGE_MOST), default=1, show_default=True, help="Which page."
    ),
    click.option(
        "--facets/--no-facets", default=True, show_default=True, help="Count sources, speakers and months."
    ),
    click.option(
        "--format",
        type=click.Choice(tuple(FORMATS)),
        default="table",
        show_default=True,
        help="How to print.",
    ),
    index_option,
)


def search_options(command: Command) -> Command:
    """Give a command the filters, the order and the formats of a search."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


@click.command("search")
@click.argument("query", nargs=-1)
@search_options
def search_command(query: tuple[str, ...], **options: Any) -> None:
    """Find the articles that match QUERY: all its words, in any of their forms.

    "…" finds words exactly as written, -word leaves out, OR and ( ) combine, and title: date: source:
    speaker: quote: look in one field. Put -- before a query that begins with a dash.

    Example: suara search 'partisipasi "hak pilih" -hoaks' --since 2024-11
    """
    _run("articles", query, options)


@click.command("quotes")
@click.argument("query", nargs=-1)
@search_options
def quotes_command(query: tuple[str, ...], **options: Any) -> None:
    """Find what people said: QUERY is looked for in quotes only, and each hit is a quote.

    Example: suara quotes 'hak pilih' --speaker 'Siti Marlupi'
    """
    _run("quotes", query, options)


def _run(target: Target, query: tuple[str, ...], options: dict[str, Any]) -> None:
    request = _request(target, " ".join(query), options)
    with _pointing_into(request.query):
        if is_blank(request):
            raise click.UsageError("Type something to search for, or choose a --source, --speaker or date.")
        page = answer(request, WhooshEngine.open(options["index_dir"]))
    for line in FORMATS[options["format"]](page, options["facets"]):
        click.echo(line)
    if not page.total:
        click.echo("Nothing found.", err=True)
        sys.exit(1)


def _request(target: Target, query: str, options: dict[str, Any]) -> SearchRequest:
    """Read the options as URL parameters are read, so that both are cleaned alike."""
    params = [("q", query), ("in", target)]
    for facet in FACET_FIELDS:
        params += [(facet, value) for value in options[facet]]
    for name in ("since", "until", "sort", "limit", "page"):
        params.append((name, "" if options[name] is None else str(options[name])))
    return SearchRequest.from_params(params)


@contextmanager
def _pointing_into(query: str) -> Iterator[None]:
    """Show under an error of the query where in it the error is."""
    try:
        yield
    except QueryError as error:
        shown = re.sub(r"\s", " ", query)
        pointer = f"  {shown}\n  {' ' * error.position}^"
        raise QueryError("{error}\n{pointer}", error.position, error=error, pointer=pointer) from error
