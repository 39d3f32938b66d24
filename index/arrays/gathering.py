"""Gather new articles into runs: in this process, or in several that are given stretches of them in turn."""

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeVar

from corpus.article import Article
from index.arrays.runs import BATCH, Collector, Spilled
from index.errors import IndexBuildError

BUFFER_MB = 512
_MEGABYTE = 1_000_000
# Batches of the first stretch that a process is given; later ones are a share of all that came before. So few
# are left to merge, and yet all processes end at about the same time.
FIRST_BATCHES = 4
_SHARE = 4
# What an article takes in a run, about.
_ARTICLE_BYTES = 25_000

_Task = TypeVar("_Task")
_Made = TypeVar("_Made")


@dataclass(frozen=True, slots=True)
class Resources:
    """What writing may take: megabytes of memory for what is collected, and processes."""

    buffer: int = BUFFER_MB
    jobs: int = 1

    @property
    def bound(self) -> int:
        """The bytes that each process may collect."""
        return self.buffer * _MEGABYTE // self.jobs


@dataclass(frozen=True, slots=True)
class Gathered:
    """Runs on the disk, and a collector of what came after them."""

    before: Sequence[Spilled]
    rest: Collector


class Gathering(Protocol):
    """What articles are added to."""

    def add(self, article: Article, record: str | None = None) -> None:
        """Add an article, with what its to_json gives where that is at hand; raises OSError."""

    def finish(self) -> Gathered:
        """Return all that was added, in its order; raises OSError."""

    def each(self, make: Callable[[_Task], _Made], tasks: Sequence[_Task]) -> list[_Made]:
        """Do something for each of several tasks, as `Each` says."""

    def close(self) -> None:
        """Stop whatever still works."""


class Alone:
    """Gather in this process."""

    def __init__(self, folder: Path, resources: Resources) -> None:
        self._collector = Collector(folder, "run", resources.bound)
        self._batch: list[tuple[Article, str | None]] = []

    def add(self, article: Article, record: str | None = None) -> None:
        """Add an article; raises OSError."""
        self._batch.append((article, record))
        if len(self._batch) == BATCH:
            self._collector.add(self._batch)
            self._batch = []

    def finish(self) -> Gathered:
        """Return all that was added, in its order; raises OSError."""
        self._collector.add(self._batch)
        return Gathered([], self._collector)

    def each(self, make: Callable[[_Task], _Made], tasks: Sequence[_Task]) -> list[_Made]:
        """Do something for one task after the other."""
        return list(map(make, tasks))

    def close(self) -> None:
        """Do nothing."""


class Crew:
    """Gather in several processes; they start once there is enough for one."""

    def __init__(self, folder: Path, resources: Resources) -> None:
        self._folder, self._resources = folder, resources
        self._pool: ProcessPoolExecutor | None = None
        self._stretch: list[str] = []
        self._given = 0
        self._waiting: deque[Future[list[Spilled]]] = deque()
        self._spilled: list[Spilled] = []
        self._numbers = 0

    def add(self, article: Article, record: str | None = None) -> None:
        """Add an article; raises OSError and IndexBuildError."""
        self._stretch.append(record or article.to_json())
        if len(self._stretch) == self._length():
            self._give()

    def finish(self) -> Gathered:
        """Return all that was added, in its order; raises OSError and IndexBuildError."""
        if self._pool is None:
            alone = Alone(self._folder, self._resources)
            for line in self._stretch:
                alone.add(Article.from_json(line), line)
            return alone.finish()
        self._give()
        while self._waiting:
            self._take()
        return Gathered(self._spilled, Collector(self._folder, "run", self._resources.bound))

    def each(self, make: Callable[[_Task], _Made], tasks: Sequence[_Task]) -> list[_Made]:
        """Do something for each of several tasks in the processes; raises IndexBuildError."""
        if self._pool is None:
            return list(map(make, tasks))
        with _broken_told():
            return [future.result() for future in [self._pool.submit(make, task) for task in tasks]]

    def close(self) -> None:
        """Stop the processes."""
        if self._pool:
            self._pool.shutdown(cancel_futures=True)

    def _length(self) -> int:
        """Return how many articles make the next stretch: whole batches."""
        most = self._resources.bound // _ARTICLE_BYTES // BATCH
        wanted = self._given // (_SHARE * self._resources.jobs) // BATCH
        return BATCH * max(1, min(most, max(FIRST_BATCHES, wanted)))

    def _give(self) -> None:
        """Hand a stretch to the next free process; wait while all have another before them."""
        self._pool = self._pool or self._start()
        while len(self._waiting) > self._resources.jobs:
            self._take()
        name = f"stretch-{self._numbers:06}"
        with _broken_told():
            task = self._pool.submit(
                collect_stretch, self._folder, name, self._stretch, self._resources.bound
            )
        self._waiting.append(task)
        self._numbers += 1
        self._given += len(self._stretch)
        self._stretch = []

    def _take(self) -> None:
        with _broken_told():
            self._spilled += self._waiting.popleft().result()

    def _start(self) -> ProcessPoolExecutor:
        # As corpus.workers does: a plain fork would copy locks, and keep the lock of the index open.
        forks = "forkserver" in multiprocessing.get_all_start_methods()
        context = multiprocessing.get_context("forkserver" if forks else "spawn")
        return ProcessPoolExecutor(self._resources.jobs, context)


@contextmanager
def _broken_told() -> Iterator[None]:
    """Raise IndexBuildError where a process was ended, which shows at whatever the pool is asked next."""
    try:
        yield
    except BrokenProcessPool as error:
        raise IndexBuildError(
            "A process that indexed was ended, for want of memory it may be; try again with --jobs 1."
        ) from error


def collect_stretch(folder: Path, name: str, lines: Sequence[str], bound: int) -> list[Spilled]:
    """Write runs of a stretch of articles, given as their to_json; a process of its own is asked to."""
    collector = Collector(folder, name, bound)
    for first in range(0, len(lines), BATCH):
        collector.add([(Article.from_json(line), line) for line in lines[first : first + BATCH]])
    collector.spill()
    return collector.spilled
