"""The command behind `make bench`: Suara beside other engines, on the same articles and questions."""

import json
import signal
from pathlib import Path

import click

from bench.chart import chart
from bench.documents import folder_source, invented_source, size_of
from bench.host import HostError, processors
from bench.measurement import Programme, measure
from bench.peers import ENTRANTS, SUARA
from bench.questions import invented_sheet, real_sheet
from bench.report import EXPLANATION, machine, markdown, text_table
from bench.results import Results

SIZES = ("1k", "20k", "200k")
LARGE = "1m"


def _sizes(context: click.Context, option: click.Parameter, values: tuple[str, ...]) -> tuple[int, ...]:
    """Read numbers of articles: 1000, 20k, 1m."""
    try:
        return tuple(map(size_of, values))
    except ValueError as error:
        message = f"'{error}' is not a number of articles; write it as 1000, 20k or 1m."
        raise click.BadParameter(message, context, option) from error


@click.command("bench")
@click.option(
    "--documents",
    type=click.Path(exists=True, path_type=Path),
    help="A folder of real articles, of any kind Suara reads; invented ones unless given.",
)
@click.option(
    "--size",
    "sizes",
    callback=_sizes,
    multiple=True,
    default=SIZES,
    show_default=True,
    help="Articles; repeated, several sizes.",
)
@click.option("--large", is_flag=True, help=f"Measure {LARGE} articles, too.")
@click.option(
    "--without",
    type=click.Choice([name for name in ENTRANTS if name != SUARA]),
    multiple=True,
    help="Leave a peer out; repeatable.",
)
@click.option("--rounds", type=click.IntRange(1), default=7, show_default=True, help="Rounds of questions.")
@click.option("--starts", type=click.IntRange(1), default=3, show_default=True, help="Cold starts of each.")
@click.option("--seed", type=int, default=1, show_default=True, help="Of the invented articles.")
@click.option(
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("build/bench"),
    show_default=True,
    help="Where the report goes, and extracted articles are kept.",
)
def bench(  # noqa: PLR0913  # each is an option
    *,
    documents: Path | None,
    sizes: tuple[int, ...],
    large: bool,
    without: tuple[str, ...],
    rounds: int,
    starts: int,
    seed: int,
    output: Path,
) -> None:
    """Measure Suara beside other search engines on the same articles and questions."""
    # As Ctrl-C does, it ends the peers' processes and clears their folders away.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    peers = tuple(name for name, each in ENTRANTS.items() if each.is_installed and name not in without)
    programme = Programme(peers, rounds, starts=starts, cores=processors())
    source = folder_source(documents, output / "extracted") if documents else invented_source(seed)
    system = machine()
    click.echo(f"{system}\n{EXPLANATION}\n")
    all_results: list[Results] = []
    for size in sorted({*sizes, *([size_of(LARGE)] if large else [])}):
        try:
            results = measure(programme, size, source, real_sheet if documents else invented_sheet, _watch)
        except HostError as error:
            raise click.ClickException(str(error)) from error
        click.echo(text_table(results, peers))
        all_results.append(results)
        # Large sizes take long: what is measured is kept at once.
        _write(output, system, all_results, peers)
    click.echo(f"See {output}: bench.md, bench.json and bench.svg.")


def _write(output: Path, system: str, all_results: list[Results], peers: tuple[str, ...]) -> None:
    output.mkdir(parents=True, exist_ok=True)
    (output / "bench.md").write_text(markdown(system, all_results, peers), encoding="utf-8")
    (output / "bench.svg").write_text(chart(all_results, peers), encoding="utf-8")
    record = {"machine": system, "sizes": [each.to_record() for each in all_results]}
    (output / "bench.json").write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")


def _watch(step: str) -> None:
    click.echo(step, err=True)


if __name__ == "__main__":
    bench()
