"""Runs of new articles, collected within a memory bound and written to the disk when it is full."""

import shutil
from collections.abc import Iterable, Sequence
from itertools import count
from pathlib import Path
from typing import NamedTuple

from corpus.article import Article
from index.arrays.documents import inputs_of
from index.arrays.garbage import cycles_put_off
from index.arrays.index_writer import IndexWriter
from index.arrays.layout import ARTICLES, QUOTES, Layout
from index.arrays.merging import Merged
from index.arrays.run import Run
from index.arrays.segment import SegmentReader
from index.arrays.segment_list import SegmentEntry
from index.arrays.segment_writer import write_segment

# Articles of a batch: runs are cut between batches only, so that stored records are blocked alike.
BATCH = 256
# Segments that are merged at once: each keeps three files open.
MERGED_MOST = 32


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


def add_spilled(runs: Sequence[Spilled], articles: IndexWriter, quotes: IndexWriter) -> None:
    """Merge runs, in their order, into a segment of each index, and remove them; raises OSError."""
    folder = runs[0].folder.parent
    for number in count():
        if len(runs) <= MERGED_MOST:
            break
        groups = [runs[first : first + MERGED_MOST] for first in range(0, len(runs), MERGED_MOST)]
        runs = [_merged(group, folder / f"merged-{number}-{place}") for place, group in enumerate(groups)]
    articles.add(_source(ARTICLES, [(run.folder, run.articles) for run in runs]))
    quotes.add(_source(QUOTES, [(run.folder, run.quotes) for run in runs]))
    shutil.rmtree(folder)


def _merged(runs: Sequence[Spilled], folder: Path) -> Spilled:
    """Merge runs into one, and remove them."""
    folder.mkdir()
    articles = write_segment(
        folder, ARTICLES, _source(ARTICLES, [(run.folder, run.articles) for run in runs])
    )
    source = _source(QUOTES, [(run.folder, run.quotes) for run in runs])
    quotes = write_segment(folder, QUOTES, source) if source.documents else None
    for run in runs:
        shutil.rmtree(run.folder)
    return Spilled(folder, articles, quotes)


def _source(layout: Layout, segments: Iterable[tuple[Path, SegmentEntry | None]]) -> Merged:
    return Merged([SegmentReader(folder, entry, layout) for folder, entry in segments if entry])
