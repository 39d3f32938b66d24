"""Worker processes for pages that may hang or swell their parser: each can be ended, the rest goes on.

They come from a fork server, or are spawned where there is none: a plain fork would copy the locks of
this process's threads and keep the lock of the index open after it.
"""

import multiprocessing
import os
import signal
import sys
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from pebble import ProcessExpired, ProcessPool

from corpus.page import Extraction, Problem, RawPage

Extract = Callable[[RawPage], Extraction | Problem]

_PRELOADED = ["corpus.documents"]
# A worker is replaced after as many: what its libraries keep of each page counts against its memory.
_PAGES_OF_A_WORKER = 1000
_GIGABYTE = 1_000_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """What a page may cost: seconds, and bytes of memory where the system can limit them."""

    seconds: float = 20.0
    memory: int = 2 * _GIGABYTE


@dataclass(frozen=True, slots=True)
class PageInWork:
    """A page that a worker reads."""

    page: RawPage
    limits: Limits
    future: Future[Extraction | Problem]

    def is_done(self) -> bool:
        """Return whether the result is there."""
        return self.future.done()

    def result(self) -> Extraction | Problem:
        """Wait for the result; a problem where the page went over a limit."""
        try:
            return self.future.result()
        except TimeoutError:
            reason = f"the page took longer than {self.limits.seconds:g} s"
        except MemoryError:
            reason = f"the page needed more than {self.limits.memory / _GIGABYTE:g} GB of memory"
        except ProcessExpired:
            reason = "the process that read the page broke down"
        return Problem(self.page.path, self.page.line, f"{reason} and was left out")


class Workers:
    """As many processes as there are processors; they start with the first page."""

    def __init__(self, extract: Extract, limits: Limits) -> None:
        self._extract, self._limits = extract, limits
        self._pool: ProcessPool | None = None
        self.number = os.cpu_count() or 1

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pool:
            self._pool.stop()  # type: ignore[no-untyped-call]
            self._pool.join()

    def submit(self, page: RawPage) -> PageInWork:
        """Hand a page to the next free worker."""
        self._pool = self._pool or self._start()
        arguments = (self._extract, page, self._limits)
        future = self._pool.schedule(_extract_alone, args=arguments, timeout=self._limits.seconds)
        return PageInWork(page, self._limits, future)

    def _start(self) -> ProcessPool:
        forks = "forkserver" in multiprocessing.get_all_start_methods()
        context = multiprocessing.get_context("forkserver" if forks else "spawn")
        context.set_forkserver_preload(_PRELOADED)
        return ProcessPool(
            self.number,
            _PAGES_OF_A_WORKER,
            initializer=_limit_memory,
            initargs=[self._limits],
            context=context,
        )


def _limit_memory(limits: Limits) -> None:
    if sys.platform == "linux":
        import resource  # noqa: PLC0415 - not there on every system

        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        soft = limits.memory if hard == resource.RLIM_INFINITY else min(limits.memory, hard)
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def _extract_alone(extract: Extract, page: RawPage, limits: Limits) -> Extraction | Problem:
    """Extract a page in a worker, which ends itself where nobody is left to end it."""
    if sys.platform != "win32":
        signal.setitimer(signal.ITIMER_REAL, 2 * limits.seconds)
    try:
        return extract(page)
    finally:
        if sys.platform != "win32":
            signal.setitimer(signal.ITIMER_REAL, 0)
