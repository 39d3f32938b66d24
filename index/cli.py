"""Commands of this layer: the group `suara index`, and `suara analyze`."""

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click
from tqdm import tqdm

from corpus.documents import extract_pages
from corpus.names import bare_name
from corpus.options import corpus_option
from corpus.page import Extraction, Problem, RawPage
from corpus.readers import count_documents, find_files, read_file
from index.arrays.gathering import BUFFER_MB, Resources
from index.build import BuildReport, rebuild, update
from index.decisions import Decision
from index.errors import IndexMissingError, IndexOutdatedError
from index.generations import IndexFolder
from index.interpretation import Reading, equivalents, readings
from index.options import index_option
from index.soundness import find_damage, verify
from index.status import read_status
from index.survey import Reader

# Of the lines of a user's file that speak of nobody, so many are told.
_UNMET_TOLD = 20


@click.group("index")
def index_group() -> None:
    """Make the index and see what it holds."""


timeout_option = click.option(
    "--timeout",
    type=click.FloatRange(min=0),
    default=10.0,
    show_default=True,
    help="Seconds to wait for another writer.",
)
people_option = click.option(
    "--people",
    "people_file",
    type=click.Path(path_type=Path),
    metavar="FILE",
    envvar="SUARA_PEOPLE",
    show_envvar=True,
    help="File of merges and splits: names that are one person's, and names that are not.",
)
jobs_option = click.option(
    "--jobs",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    envvar="SUARA_JOBS",
    show_envvar=True,
    help="Processes that index; the index is the same whatever their number.",
)
buffer_option = click.option(
    "--buffer",
    type=click.IntRange(min=16),
    default=BUFFER_MB,
    show_default=True,
    metavar="MB",
    envvar="SUARA_BUFFER",
    show_envvar=True,
    help="Memory for what is indexed before it goes to the disk, of all processes together.",
)
strict_option = click.option(
    "--strict",
    is_flag=True,
    help="Exit with 2 where a document was refused; the rest is indexed all the same.",
)


@index_group.command("rebuild")
@corpus_option
@index_option
@people_option
@jobs_option
@buffer_option
@timeout_option
@strict_option
def rebuild_command(corpus_dir: Path, index_dir: Path, *, strict: bool, **options: Any) -> None:
    """Index all documents of the corpus anew; readers keep the old index until it is done.

    Example: suara index rebuild --corpus pages/ --index suara-index
    """
    _build(rebuild, corpus_dir, index_dir, strict=strict, **options)


@index_group.command("update")
@corpus_option
@index_option
@people_option
@jobs_option
@buffer_option
@timeout_option
@strict_option
def update_command(corpus_dir: Path, index_dir: Path, *, strict: bool, **options: Any) -> None:
    """Index what was added, changed or removed in the corpus since the last build, and nothing else.

    Merges and splits are those of the --people file given this time.

    Example: suara index update --corpus pages/ --index suara-index
    """
    _build(update, corpus_dir, index_dir, strict=strict, **options)


@index_group.command("status")
@index_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    envvar="SUARA_INDEX_STATUS_FORMAT",
    help="How to print.",
)
def status_command(index_dir: Path, form: str) -> None:
    """Show the live generation and what it holds.

    Example: suara index status --index suara-index
    """
    status = read_status(IndexFolder(index_dir))
    if form == "json":
        click.echo(json.dumps(asdict(status), indent=2))
        return
    for name, value in status.lines().items():
        click.echo(f"{name:<11}{value}")


@index_group.command("verify")
@index_option
def verify_command(index_dir: Path) -> None:
    """Read every file of the index again and name those that are damaged.

    Example: suara index verify --index suara-index
    """
    damage = find_damage(IndexFolder(index_dir))
    for error in damage:
        click.echo(str(error), err=True)
    if damage:
        sys.exit(2)
    click.echo("Every file is as it was written.")


@index_group.command("rollback")
@index_option
@timeout_option
def rollback_command(index_dir: Path, timeout: float) -> None:
    """Go back to the generation before the live one, which undoes a bad build.

    Example: suara index rollback --index suara-index
    """
    generation = IndexFolder(index_dir).roll_back(timeout, verify)
    click.echo(f"{generation.name} is live: {generation.manifest.articles:,} articles.", err=True)


@index_group.command("prune")
@index_option
@timeout_option
def prune_command(index_dir: Path, timeout: float) -> None:
    """Remove the generations kept beside the live one; there is no rollback after that.

    Example: suara index prune --index suara-index
    """
    removed = IndexFolder(index_dir).prune(timeout)
    click.echo(f"Removed: {', '.join(removed) or 'nothing'}.", err=True)


@click.command("analyze")
@click.argument("text", nargs=-1, required=True)
@click.option(
    "--explain",
    is_flag=True,
    help="Say why, and what a query of these words finds as well: kpu, komisi pemilihan umum.",
)
@index_option
def analyze_command(text: tuple[str, ...], index_dir: Path, *, explain: bool) -> None:
    """Show each word of TEXT as the index sees it: surface form and stem.

    Words that have a stem together, such as anak-anak, follow on a line of their own. A dash in place of a
    stem means a function word, which only a quoted phrase looks for, or a part of such a word. An index made
    with other rules is named on stderr.

    Example: suara analyze "Pemilih memilih pemilihan"
    """
    _warn_of_other_rules(IndexFolder(index_dir))
    written = " ".join(text)
    found = list(readings(written))
    if not found:
        click.echo("No word in it.", err=True)
        sys.exit(1)
    shown = [*found, *equivalents(written)] if explain else found
    for reading in shown:
        why = f"{reading.became:<{_width(shown, 1)}}  {reading.why}" if explain else reading.became
        click.echo(f"{reading.written:<{_width(shown, 0)}}  {why}")


def _width(shown: Iterable[Reading], column: int) -> int:
    return max(len(reading[column]) for reading in shown)


def _warn_of_other_rules(folder: IndexFolder) -> None:
    try:
        generation = folder.current()
        generation.manifest.check_versions(generation.path)
    except IndexMissingError:
        return
    except IndexOutdatedError as error:
        click.echo(str(error), err=True)


def _build(
    build: Callable[..., BuildReport],
    corpus_dir: Path,
    index_dir: Path,
    *,
    people_file: Path | None,
    strict: bool,
    **options: Any,
) -> None:
    problems: list[Problem] = []

    def tell(problem: Problem) -> None:
        problems.append(problem)
        tqdm.write(str(problem), file=sys.stderr)

    reader = _reader(corpus_dir, index_dir)
    resources = Resources(options.pop("buffer"), options.pop("jobs"))
    report = build(index_dir, reader, people=people_file, resources=resources, on_problem=tell, **options)
    click.echo(_summary(report), err=True)
    if report.rejoined:
        told = f"by {people_file}" if people_file else "without a file of merges and splits"
        click.echo(f"Names were joined anew, {told}.", err=True)
    for line in _unmet_lines(report.unmet):
        click.echo(line, err=True)
    if strict and report.refused:
        sys.exit(2)


def _unmet_lines(unmet: Sequence[Decision]) -> Iterator[str]:
    """Tell which lines of the --people file speak of nobody: as yet, or for ever where they are misspelt."""
    for line in unmet[:_UNMET_TOLD]:
        beside = f" with the role '{line.role}'" if line.role else ""
        yield f"{line.origin}: no article names '{line.name}'{beside}: {_mending(line.name)}."
    if len(unmet) > _UNMET_TOLD:
        yield f"So it is with {len(unmet) - _UNMET_TOLD:,} more of its lines."


def _mending(name: str) -> str:
    bare = bare_name(name)
    if bare in ("", name):
        return "correct the line, or leave it for articles to come"
    return f"names stand there without titles, so write '{bare}'"


def _reader(corpus_dir: Path, index_dir: Path) -> Reader:
    # The index may stand inside the corpus and is no part of it.
    without = (index_dir.resolve(),)
    # Counting reads the data files once more: only where somebody sees the bar.
    total = count_documents([corpus_dir], without) if sys.stderr.isatty() else None

    def articles(pages: Iterable[RawPage]) -> Iterator[Extraction | Problem]:
        # disable=None: no bar where the errors do not go to a terminal.
        return tqdm(extract_pages(pages), total=total, disable=None, unit=" articles", file=sys.stderr)  # type: ignore[no-any-return]  # tqdm has no types

    return Reader(find_files([corpus_dir], without), read_file, articles)


def _summary(report: BuildReport) -> str:
    rate = report.written / report.seconds if report.seconds else 0
    changed = f"{report.written:,} written, {report.taken_out:,} taken out"
    return (
        f"{report.generation.name}: {report.articles:,} articles and {report.quotes:,} quotes; {changed},"
        f" {report.refused:,} refused, {report.duplicates:,} the same as another"
        f" in {report.seconds:.1f} s ({rate:,.0f} a second)."
    )
