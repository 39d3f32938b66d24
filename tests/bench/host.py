"""A peer in a process of its own, so that none feels another's memory, caches or threads."""

import gc
import multiprocessing
import os
import platform
import resource
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from multiprocessing.connection import Connection
from pathlib import Path
from time import perf_counter
from typing import Any, NamedTuple, Self

from bench.documents import read_file
from bench.peers import ENTRANTS, Answer, Peer
from bench.questions import Question, Task
from corpus.article import Article
from index.analysis import analyze

# Articles that are read into memory before they are indexed, so that reading them is not timed.
READ_MOST = 250_000
# Seconds that one question is asked again and again in one round, at most.
_ROUND_MOST = 0.1
_MEGABYTE = 1 << 20
_IS_LINUX = platform.system() == "Linux"
# Linux tells kilobytes, macOS bytes.
_PEAK_UNIT = 1024 if _IS_LINUX else 1


class Written(NamedTuple):
    """What indexing took: seconds by the clock and of processors, and the peak of memory over the input."""

    seconds: float
    processor_seconds: float
    megabytes: float


class Opened(NamedTuple):
    """The seconds that opening took in a fresh process, and the first answer after it."""

    opening: float
    first: float


class Host:
    """What a process does with its peer."""

    def __init__(self, name: str, folder: Path) -> None:
        self._peer: Peer = ENTRANTS[name].load()(folder)
        self._prepared: dict[tuple[Task, Question], Any] = {}
        # The first text makes ready what every peer is fed by.
        analyze("Lembayung")

    def write(self, path: Path, size: int, cores: int) -> Written:
        """Index the first articles of a file on so many processors."""
        _keep_to(cores)
        articles = _input(path, size)
        before = _peak_anew()
        started, worked = perf_counter(), _processor_seconds()
        self._peer.write(articles, cores)
        return Written(perf_counter() - started, _processor_seconds() - worked, _peak() - before)

    def publish(self, path: Path, size: int, cores: int) -> float:
        """Make the index that answers on so many processors; return the seconds it took."""
        _keep_to(cores)
        articles = _input(path, size)
        started = perf_counter()
        self._peer.publish(articles, cores)
        return perf_counter() - started

    def open(self, question: Question) -> Opened:
        """Open the index and answer a first question."""
        started = perf_counter()
        self._peer.open()
        opening = perf_counter() - started
        task = Task.TOP if Task.TOP in self._peer.tasks else Task.BARE
        started = perf_counter()
        self._peer.ask(task, self._peer.prepared(task, question))
        return Opened(opening, perf_counter() - started)

    def answer(self, task: Task, question: Question) -> Answer:
        """Answer a question, and make ready to be timed on it."""
        prepared = self._prepared[task, question] = self._peer.prepared(task, question)
        return self._peer.answer(task, self._peer.ask(task, prepared))

    def time(self, task: Task, question: Question, times: int) -> list[float]:
        """Return the seconds of answering a question so many times, or fewer where that takes long.

        It is answered once more before, so that what the peers before it left in the processor's caches is
        not measured; of a slow answer that is little, and it counts itself.
        """
        prepared = self._prepared[task, question]
        first = self._seconds(task, prepared)
        if first > _ROUND_MOST:
            return [first]
        seconds: list[float] = []
        while len(seconds) < times and sum(seconds) < _ROUND_MOST:
            seconds.append(self._seconds(task, prepared))
        return seconds

    def _seconds(self, task: Task, prepared: Any) -> float:
        started = perf_counter()
        self._peer.ask(task, prepared)
        return perf_counter() - started

    def update(self, path: Path, size: int) -> float:
        """Add the articles of a file that come after the first ones; return the seconds it took."""
        added = list(read_file(path, size))
        started = perf_counter()
        self._peer.update(added)
        return perf_counter() - started

    def memory(self) -> float:
        """Return the megabytes that the process holds."""
        return _resident()


def processors() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if _IS_LINUX else os.cpu_count() or 1


def _input(path: Path, size: int) -> Iterable[Article]:
    articles = read_file(path, 0, size)
    if size > READ_MOST:
        return articles
    read = list(articles)
    # A collection of garbage would walk through all of them again and again.
    gc.collect()
    gc.freeze()
    return read


def _keep_to(cores: int) -> None:
    """Leave this process, its threads and its children so many processors, where the system can."""
    if _IS_LINUX:
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:cores])


def _processor_seconds() -> float:
    """Return what this process with its threads, and the children that it waited for, have used."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def _peak_anew() -> float:
    """Begin to measure the peak of memory; return what is held in megabytes."""
    if _IS_LINUX:
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
        return _resident()
    return _peak()


def _peak() -> float:
    """Return the peak of memory in megabytes: of this process, and of the largest of its children."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * _PEAK_UNIT / _MEGABYTE
    if _IS_LINUX:
        return _status("VmHWM") + children
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _PEAK_UNIT / _MEGABYTE + children


def _resident() -> float:
    return _status("VmRSS") if _IS_LINUX else _peak()


def _status(name: str) -> float:
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    kilobytes = next(line.split()[1] for line in lines if line.startswith(f"{name}:"))
    return int(kilobytes) * 1024 / _MEGABYTE


class HostProcess(AbstractContextManager["HostProcess"]):
    """A peer's process, begun anew: what a block asks of it is done there."""

    def __init__(self, name: str, folder: Path) -> None:
        spawning = multiprocessing.get_context("spawn")
        self._connection, theirs = spawning.Pipe()
        self._name = name
        self._process = spawning.Process(target=_serve, args=(theirs, name, folder))
        self._process.start()
        theirs.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self._connection.close()
        if kind:
            self._process.kill()
        self._process.join()

    def write(self, path: Path, size: int, cores: int) -> Written:
        """See Host.write."""
        return Written(*self._ask("write", path, size, cores))

    def publish(self, path: Path, size: int, cores: int) -> float:
        """See Host.publish."""
        return float(self._ask("publish", path, size, cores))

    def open(self, question: Question) -> Opened:
        """See Host.open."""
        return Opened(*self._ask("open", question))

    def answer(self, task: Task, question: Question) -> Answer:
        """See Host.answer."""
        answer: Answer = self._ask("answer", task, question)
        return answer

    def time(self, task: Task, question: Question, times: int) -> Sequence[float]:
        """See Host.time."""
        seconds: list[float] = self._ask("time", task, question, times)
        return seconds

    def update(self, path: Path, size: int) -> float:
        """See Host.update."""
        return float(self._ask("update", path, size))

    def memory(self) -> float:
        """See Host.memory."""
        return float(self._ask("memory"))

    def _ask(self, method: str, *arguments: object) -> Any:
        self._connection.send((method, arguments))
        try:
            return self._connection.recv()
        except EOFError:
            raise HostError(f"{self._name}: its process ended while it should {method}; see above.") from None


class HostError(Exception):
    """A peer's process ended with an error, which it printed."""


def _serve(connection: Connection, name: str, folder: Path) -> None:
    """Do what is asked until nobody asks any more."""
    host = Host(name, folder)
    while True:
        try:
            method, arguments = connection.recv()
        except EOFError:
            return
        connection.send(getattr(host, method)(*arguments))
