"""The command `suara speakers`."""

import sys
from dataclasses import replace
from typing import Any

import click

from index.options import index_option
from search.answer import plan_of
from search.arrays.engine import ArraysEngine
from search.namesakes import namesake_lines, namesakes
from search.notices import field_lines
from search.options import (
    FILTER_OPTIONS,
    QueryCommand,
    check_asked,
    pointing_into,
    read_request,
    refuse_beside_all,
    with_options,
)
from search.speaker_formats import SPEAKER_FORMATS
from search.speakers import SPLITS

# Speakers in the table; the other formats hold all.
TABLE_SPEAKERS = 20


@click.command("speakers", cls=QueryCommand)
@click.argument("query", nargs=-1)
@with_options(*FILTER_OPTIONS)
@click.option("--by", type=click.Choice(SPLITS), help="Count each speaker's outlets or months apart.")
@click.option(
    "--limit",
    type=click.IntRange(1),
    help=f"Speakers listed; {TABLE_SPEAKERS} in a table and all in other formats, unless given.",
)
@click.option("--all", is_flag=True, help="Every speaker, also in a table.")
@click.option(
    "--format",
    type=click.Choice(tuple(SPEAKER_FORMATS)),
    default="table",
    show_default=True,
    help="How to print.",
)
@index_option
def speakers_command(query: tuple[str, ...], **options: Any) -> None:
    """Count who speaks, how often, in how many outlets, first and last, in the quotes that match QUERY.

    QUERY is what 'suara quotes' takes; without one, all quotes count.

    Example: suara speakers 'politik uang' --since 2024-09 --by month
    """
    if options["all"]:
        refuse_beside_all("limit")
    request = read_request("quotes", query, options)
    with pointing_into(request.query):
        check_asked(request, or_all=True)
        plan = replace(plan_of(request), limit=_limit(options))
        engine = ArraysEngine.open(options["index_dir"])
        table = engine.speakers(plan, options["by"])
    for line in SPEAKER_FORMATS[options["format"]](table):
        click.echo(line)
    for line in (*field_lines(request.query), *namesake_lines(namesakes(plan, engine))):
        click.echo(line, err=True)
    if not table.quotes:
        click.echo("Nothing found.", err=True)
        sys.exit(1)


def _limit(options: dict[str, Any]) -> int | None:
    if options["all"]:
        return None
    limit: int | None = options["limit"]
    return TABLE_SPEAKERS if limit is None and options["format"] == "table" else limit
