"""Commands of this layer: `suara index rebuild`, `suara index status`, `suara analyze`."""

import sys
from collections.abc import Iterator
from pathlib import Path

import click
from tqdm import tqdm

from corpus.documents import read_articles
from corpus.options import corpus_option
from corpus.page import Extraction, Problem
from corpus.readers import count_documents
from index.analysis import tokens
from index.build import BuildReport, rebuild
from index.errors import IndexMissingError, IndexOutdatedError
from index.generations import IndexFolder
from index.manifest import check_sizes
from index.options import index_option


@click.group("index")
def index_group() -> None:
    """Make the index and see what it holds."""


@index_group.command("rebuild")
@corpus_option
@index_option
@click.option(
    "--timeout",
    type=click.FloatRange(min=0),
    default=10.0,
    show_default=True,
    help="Seconds to wait for another writer.",
)
def rebuild_command(corpus_dir: Path, index_dir: Path, timeout: float) -> None:
    """Index all documents of the corpus anew; readers keep the old index until it is done.

    Example: suara index rebuild --corpus pages/ --index suara-index
    """
    items = _with_progress(corpus_dir, index_dir)
    report = rebuild(index_dir, items, timeout=timeout, on_problem=_print_problem)
    click.echo(_summary(report), err=True)


@index_group.command("status")
@index_option
def status_command(index_dir: Path) -> None:
    """Show the live generation and what it holds.

    Example: suara index status --index suara-index
    """
    folder = IndexFolder(index_dir)
    generation = folder.current()
    manifest = generation.manifest
    manifest.check_versions(generation.path)
    check_sizes(generation.path, manifest)
    size = sum(entry.size for entry in manifest.files.values())
    rows = {
        "index": index_dir,
        "generation": generation.name,
        "made": f"{manifest.created} by Suara {manifest.suara}",
        "articles": f"{manifest.articles:,}",
        "quotes": f"{manifest.quotes:,}",
        "size": f"{size / 1e6:,.1f} MB in {len(manifest.files)} files",
        "kept": ", ".join(name for name in folder.names() if name < generation.name) or "none",
    }
    for name, value in rows.items():
        click.echo(f"{name:<11}{value}")


@click.command("analyze")
@click.argument("text", nargs=-1, required=True)
@index_option
def analyze_command(text: tuple[str, ...], index_dir: Path) -> None:
    """Show each word of TEXT as the index sees it: surface form and stem.

    A dash in place of a stem means a function word, which only a quoted phrase looks for. An index made with
    other rules is named on stderr.

    Example: suara analyze "Pemilih memilih pemilihan"
    """
    _warn_of_other_rules(IndexFolder(index_dir))
    found = list(tokens(" ".join(text)))
    if not found:
        click.echo("No word in it.", err=True)
        sys.exit(1)
    width = max(len(token.surface) for token in found)
    for token in found:
        click.echo(f"{token.surface:<{width}}  {token.stem or '-'}")


def _warn_of_other_rules(folder: IndexFolder) -> None:
    try:
        generation = folder.current()
        generation.manifest.check_versions(generation.path)
    except IndexMissingError:
        return
    except IndexOutdatedError as error:
        click.echo(str(error), err=True)


def _with_progress(corpus_dir: Path, index_dir: Path) -> Iterator[Extraction | Problem]:
    # The index may stand inside the corpus and is no part of it.
    without = (index_dir.resolve(),)
    # disable=None: no bar where the errors do not go to a terminal.
    return tqdm(  # type: ignore[no-any-return]  # tqdm has no types
        read_articles([corpus_dir], without),
        # Counting reads the data files once more: only where somebody sees the bar.
        total=count_documents([corpus_dir], without) if sys.stderr.isatty() else None,
        disable=None,
        unit=" articles",
        file=sys.stderr,
    )


def _print_problem(problem: Problem) -> None:
    tqdm.write(str(problem), file=sys.stderr)


def _summary(report: BuildReport) -> str:
    rate = report.articles / report.seconds if report.seconds else 0
    left_out = f"; {report.problems:,} left out, each named above" if report.problems else ""
    return (
        f"{report.generation.name}: {report.articles:,} articles and {report.quotes:,} quotes"
        f" in {report.seconds:.1f} s ({rate:,.0f} a second){left_out}."
    )
