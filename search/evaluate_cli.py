"""The command `suara evaluate`."""

from pathlib import Path

import click

from corpus.options import FOLDER, Folder
from search.evaluation_parts import PARTS, PARTS_OF_SETS, Sets, evaluation
from search.evaluation_tables import tables
from search.formats import indented


class _Parts(click.Choice[str]):
    """Names of parts; several in the environment are parted by semicolons, as values are."""

    envvar_list_splitter = ";"


class _Folders(Folder):
    """Folders; several in the environment are parted by semicolons, as values are."""

    envvar_list_splitter = ";"


@click.command("evaluate")
@click.option(
    "--part",
    type=_Parts(PARTS),
    multiple=True,
    help="What to measure, repeatable; without it, all that the folders allow.",
)
@click.option(
    "--sets", type=FOLDER, help="Folder with real sets; without one, only the lists and pages of Suara."
)
@click.option(
    "--gold",
    type=_Folders(path_type=Path),
    multiple=True,
    help="Folder of labelled pages to score instead of Suara's own.",
)
@click.option("--misses", is_flag=True, help="List every miss on a page: what was wanted, what was got.")
@click.option(
    "--sample", type=click.IntRange(1), default=1_500, show_default=True, help="Headlines asked of the news."
)
@click.option(
    "--format",
    type=click.Choice(("table", "json")),
    default="table",
    show_default=True,
    help="How to print.",
)
def evaluate_command(
    *,
    part: tuple[str, ...],
    sets: Path | None,
    gold: tuple[Path, ...],
    misses: bool,
    sample: int,
    format: str,  # noqa: A002  # the option's name
) -> None:
    """Measure how well words are stemmed, articles found, and fields, speakers and quotes read from pages.

    stems and retrieval stand beside PyStemmer's stems and plain BM25. Precision, recall and F1 are of pairs
    of words: joined, and belonging together. MRR@10 is the mean of 1/rank of the article that answers;
    success@1 and success@10 are how often it is the first or among ten.

    voices holds labelled pages against what is read from them, pages raw ones; a quote is attributed rightly
    when it is found with the right speaker.

    Example: suara evaluate --sets sets --sample 500
    """
    parts = part or (PARTS if sets else tuple(name for name in PARTS if name not in PARTS_OF_SETS))
    lacking = [name for name in parts if name in PARTS_OF_SETS and not sets]
    if lacking:
        raise click.UsageError(f"--part {lacking[0]} is measured on real sets; name their folder by --sets.")
    measured = evaluation(parts, Sets(sets, required=bool(part)), gold, sample)
    if format == "json":
        click.echo(indented(measured.to_record(with_misses=misses)))
        return
    for line in tables(measured, with_misses=misses):
        click.echo(line)
