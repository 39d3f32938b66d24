"""Commands of this layer: `suara search` and `suara quotes`."""

import sys
from typing import Any

import click

from index.options import index_option
from search.answer import answer
from search.arrays.engine import ArraysEngine
from search.export import export
from search.formats import FORMATS
from search.notices import meant
from search.options import (
    FILTER_OPTIONS,
    QueryCommand,
    check_asked,
    pointing_into,
    read_request,
    refuse_beside_all,
    with_options,
)
from search.request import LIMIT_MOST, MODES, PAGE_MOST, SORTS, UNITS, Target

_OPTIONS = (
    click.option(
        "--mode",
        type=click.Choice(MODES),
        default="all",
        show_default=True,
        help="Want all words, or any of them.",
    ),
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
        "--facets/--no-facets", default=True, show_default=True, help="Count sources, speakers and dates."
    ),
    click.option(
        "--by",
        type=click.Choice(UNITS),
        default="month",
        show_default=True,
        help="What dates are counted by.",
    ),
    click.option(
        "--all",
        is_flag=True,
        help="Every hit instead of a page, with every value of the facets.",
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


@click.command("search", cls=QueryCommand)
@click.argument("query", nargs=-1)
@with_options(*FILTER_OPTIONS, *_OPTIONS)
def search_command(query: tuple[str, ...], **options: Any) -> None:
    """Find the articles that match QUERY: all its words, in any of their forms.

    "…" finds words exactly as written, -word leaves out, OR and ( ) combine, and title: date: source:
    speaker: quote: look in one field. Put -- before a query that begins with a dash, and
    all options before that.

    Example: suara search 'partisipasi "hak pilih" -hoaks' --since 2024-11
    """
    _run("articles", query, options)


@click.command("quotes", cls=QueryCommand)
@click.argument("query", nargs=-1)
@with_options(*FILTER_OPTIONS, *_OPTIONS)
def quotes_command(query: tuple[str, ...], **options: Any) -> None:
    """Find what people said: QUERY is looked for in quotes only, and each hit is a quote.

    Example: suara quotes 'hak pilih' --speaker 'Siti Marlupi'
    """
    _run("quotes", query, options)


def _run(target: Target, query: tuple[str, ...], options: dict[str, Any]) -> None:
    if options["all"]:
        refuse_beside_all("page", "limit")
    request = read_request(target, query, options, ("mode", "by", "sort", "limit", "page"))
    with pointing_into(request.query):
        check_asked(request, or_all=options["all"])
        engine = ArraysEngine.open(options["index_dir"])
        if options["all"]:
            page, hits = export(request, engine)
        else:
            page = answer(request, engine)
            hits = iter(page.hits)
    for line in FORMATS[options["format"]](page, hits, options["facets"]):
        click.echo(line)
    # A table and JSON say it themselves.
    if options["format"] in ("csv", "jsonl"):
        for line in meant(page):
            click.echo(line, err=True)
    if not page.total:
        click.echo("Nothing found.", err=True)
        sys.exit(1)
