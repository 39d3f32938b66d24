"""The command `suara people`."""

import sys
from itertools import islice
from pathlib import Path

import click

from index.generations import IndexFolder
from index.options import index_option
from index.storage import open_generation
from search.arrays.engine import ArraysEngine
from search.dossiers import dossiers
from search.people import People
from search.people_formats import PEOPLE_FORMATS

# Of the names that have the words typed, so many are told.
_NAMES_TOLD = 10


@click.command("people")
@click.argument("name", nargs=-1)
@click.option(
    "--format",
    "form",
    type=click.Choice(tuple(PEOPLE_FORMATS)),
    default="text",
    show_default=True,
    envvar="SUARA_PEOPLE_FORMAT",
    help="How to print.",
)
@index_option
def people_command(name: tuple[str, ...], form: str, index_dir: Path) -> None:
    """Show whose names are one person's, and why: of the person called NAME, or of all who have several.

    A wrong one is mended by a line of a file of merges and splits, which 'suara index update --people FILE'
    reads.

    Example: suara people 'Al Badrani'
    """
    opened = open_generation(IndexFolder(index_dir).current())
    people = People(opened.people)
    typed = " ".join(name)
    found = people.known_as(typed) if typed else people.joined
    for line in PEOPLE_FORMATS[form](list(dossiers(found, ArraysEngine(opened)))):
        click.echo(line)
    if not found:
        click.echo(_nobody(people, typed) if typed else "No names were joined.", err=True)
        sys.exit(1)


def _nobody(people: People, typed: str) -> str:
    """Tell that no name is the one typed, and which names have its words."""
    names = people.holding(typed)
    if not names:
        near = [name for each in people.nearest([typed]).values() for name in each[:_NAMES_TOLD]]
        return f"Nobody is called so{'; the nearest names: ' if near else ''}{', '.join(near)}."
    more = f" and {len(names) - _NAMES_TOLD} more" if len(names) > _NAMES_TOLD else ""
    return f"Nobody is called just so; give a whole name: {', '.join(islice(names, _NAMES_TOLD))}{more}."
