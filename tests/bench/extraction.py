"""How fast text is read on one core: python tests/bench/extraction.py news.jsonl --rows 2000.

Seconds tell of a machine; so the time is also given as a multiple of what it takes to count the words of the
same texts with a regular expression. Of several rounds the fastest counts.
"""

import re
from collections.abc import Callable, Iterable
from itertools import islice
from pathlib import Path
from time import perf_counter

import click

from corpus.documents import extract_page
from corpus.page import RawPage
from corpus.readers import read_pages

_WORD = re.compile(r"\w+")


@click.command()
@click.argument("path", type=click.Path(path_type=Path, exists=True))
@click.option("--rows", type=click.IntRange(1), default=2_000, show_default=True, help="Articles read.")
@click.option("--rounds", type=click.IntRange(1), default=3, show_default=True, help="Rounds timed.")
def bench(path: Path, rows: int, rounds: int) -> None:
    """Time the extraction of the first rows of text in PATH."""
    found = (each for each in read_pages([path]) if isinstance(each, RawPage) and each.form != "html")
    pages = list(islice(found, rows))
    if not pages:
        raise click.UsageError(f"{path} holds no row of text; name a file of rows, or a folder of them.")
    reading = _fastest(rounds, extract_page, pages)
    counting = _fastest(rounds, _count_words, pages)
    slowest = max(_seconds(extract_page, [page]) for page in pages)
    click.echo(f"articles             {len(pages):,}")
    click.echo(f"articles a second    {len(pages) / reading:,.0f}")
    click.echo(f"times a word count   {reading / counting:.1f}")
    click.echo(f"slowest / mean       {slowest * len(pages) / reading:.1f}")


def _count_words(page: RawPage) -> int:
    return len(_WORD.findall(page.content))


def _fastest(rounds: int, work: Callable[[RawPage], object], pages: Iterable[RawPage]) -> float:
    return min(_seconds(work, pages) for _ in range(rounds))


def _seconds(work: Callable[[RawPage], object], pages: Iterable[RawPage]) -> float:
    started = perf_counter()
    for page in pages:
        work(page)
    return perf_counter() - started


if __name__ == "__main__":
    bench()
