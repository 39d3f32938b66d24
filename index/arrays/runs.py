"""Runs of new articles, collected within a memory bound and written to the disk when it is full."""

import shutil
from collections.abc import Callable, Iterable, Sequence
from itertools import count, zip_longest
from pathlib import Path
from typing import NamedTuple, Protocol, TypeVar

from corpus.article import Article
from index.arrays.documents import inputs_of
from index.arrays.garbage import cycles_put_off
from index.arrays.index_writer import IndexWriter, MergedPart, Segments
from index.arrays.layout import ARTICLES, QUOTES, Layout
from index.arrays.merging import Merged
from index.arrays.run import Run
from index.arrays.segment import SegmentReader
from index.arrays.segment_list import SegmentEntry
from index.arrays.segment_writer import write_segment

# Articles of a batch: runs are cut between batches only, so that stored records are blocked alike.
BATCH = 256
# Segments that are merged at once: each keeps three files open.
MERGED_MOST = 64

_Task = TypeVar("_Task")
_Made = TypeVar("_Made")


class Each(Protocol):
    """Does the same for each of several tasks, in one process or in several."""

    def __call__(self, make: Callable[[_Task], _Made], tasks: Sequence[_Task]) -> list[_Made]:
        """Return what is made of each task; raises what making it raises."""


class Spilled(NamedTuple):
    """A run on the disk: a folder for each index with one segment in it, or none where it has no document."""

    folder: Path
    articles: SegmentEntry
    quotes: SegmentEntry | None


class Collector:
    """Collects articles and their quotes in two runs; what is over the bound is spilled into folders."""

    def __init__(self, folder: Path, name: str, bound: int) -> None:
        """Spill into folders named so, and numbered, once the runs take `bound` bytes."""
        self._folder, self._name, self._bound = folder, name, bound
        self.articles, self.quotes = Run(ARTICLES), Run(QUOTES)
        self.spilled: list[Spilled] = []

    def add(self, batch: Iterable[tuple[Article, str | None]]) -> None:
        """Analyse and add a batch of articles, each with what its to_json gives, where that is at hand."""
        with cycles_put_off():
            for article, record in batch:
                inputs = inputs_of(article, record)
                self.articles.add(inputs.article)
                for quote in inputs.quotes:
                    self.quotes.add(quote)
        self.articles.end_batch()
        self.quotes.end_batch()
        if self.articles.memory + self.quotes.memory > self._bound:
            self.spill()

    def spill(self) -> None:
        """Write what is collected to the disk, and begin anew."""
        if self.articles.documents:
            folder = self._folder / f"{self._name}-{len(self.spilled)}"
            folder.mkdir(parents=True)
            articles = write_segment(folder, ARTICLES, self.articles)
            quotes = write_segment(folder, QUOTES, self.quotes) if self.quotes.documents else None
            self.spilled.append(Spilled(folder, articles, quotes))
            self.articles, self.quotes = Run(ARTICLES), Run(QUOTES)


def add_runs(runs: Sequence[Spilled], articles: IndexWriter, quotes: IndexWriter, each: Each) -> None:
    """Merge runs, in their order, into a segment of each index, and remove them; raises OSError.

    `each` does what is given for each of several tasks, in whatever processes.
    """
    folder = runs[0].folder.parent
    for number in count():
        if len(runs) <= MERGED_MOST:
            break
        groups = [
            _Group(runs[first : first + MERGED_MOST], folder / f"merged-{number}-{first}")
            for first in range(0, len(runs), MERGED_MOST)
        ]
        runs = each(_merged, groups)
    found, said = _articles_in(runs), _quotes_in(runs)
    parts = [part for pair in zip_longest(articles.parts_of(found), quotes.parts_of(said)) for part in pair]
    each(MergedPart.write, [part for part in parts if part])
    articles.take_in(found)
    quotes.take_in(said)
    shutil.rmtree(folder)


class _Group(NamedTuple):
    """Runs to merge into one, and its folder."""

    runs: Sequence[Spilled]
    folder: Path


def _merged(group: _Group) -> Spilled:
    """Merge runs into one, and remove them."""
    runs, folder = group
    folder.mkdir()
    said = _quotes_in(runs)
    articles = write_segment(folder, ARTICLES, _source(ARTICLES, _articles_in(runs)))
    quotes = write_segment(folder, QUOTES, _source(QUOTES, said)) if said else None
    for run in runs:
        shutil.rmtree(run.folder)
    return Spilled(folder, articles, quotes)


def _articles_in(runs: Iterable[Spilled]) -> Segments:
    return [(run.folder, run.articles) for run in runs]


def _quotes_in(runs: Iterable[Spilled]) -> Segments:
    return [(run.folder, run.quotes) for run in runs if run.quotes]


def _source(layout: Layout, segments: Segments) -> Merged:
    return Merged([SegmentReader(folder, entry, layout) for folder, entry in segments])
