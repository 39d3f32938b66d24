"""Measuring all peers on the same articles: indexing one after the other, questions in turns."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from bench.documents import ADDED, Source, read_file, write_articles
from bench.host import HostProcess
from bench.peers import ENTRANTS, SUARA, Answer
from bench.questions import SAMPLE, Question, Sheet, SheetOf, Task
from bench.results import Agreement, Figure, Results, Row
from bench.suara_peer import PUBLISHED

_MEGABYTE = 1_000_000
_COMMAND = "suara"

Watcher = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Programme:
    """What is measured: the peers by name, how often each question is asked, and the starts in a new process.

    In each of `rounds` a peer answers a question `times` times before the next peer does.
    """

    peers: tuple[str, ...]
    rounds: int = 7
    times: int = 3
    starts: int = 3
    cores: int = 2

    def __post_init__(self) -> None:
        """Put Suara first: it is what the others are compared with."""
        if self.peers[0] != SUARA:
            raise ValueError(self.peers)


def measure(programme: Programme, size: int, source: Source, sheet_of: SheetOf, watch: Watcher) -> Results:
    """Measure all peers on so many articles; `watch` is told what goes on. Raises HostError."""
    with TemporaryDirectory(prefix="suara-bench-") as name:
        folder = Path(name)
        articles = folder / "articles.jsonl"
        watch(f"{size:,} articles: writing them")
        write_articles(articles, source(size + ADDED))
        sheet = sheet_of(list(islice(read_file(articles, 0, size), SAMPLE)))
        measured = _Measurement(programme, size, folder, articles, watch)
        measured.index()
        measured.start(sheet[Task.TOP][0])
        measured.ask(sheet)
        return measured.results


class _Measurement:
    """One size: the folder with the articles and an index of each peer."""

    def __init__(self, programme: Programme, size: int, folder: Path, articles: Path, watch: Watcher) -> None:
        self._programme, self._size, self._watch = programme, size, watch
        self._folder, self._articles = folder, articles
        self.results = Results(size)

    def index(self) -> None:
        """Index on one processor, and where a peer uses more of them, on all."""
        for peer in self._programme.peers:
            cores = min(self._programme.cores, ENTRANTS[peer].load().most_cores)
            self._watch(f"{self._size:,} articles: {peer} indexes")
            self._write(peer, self._of(peer), 1)
            if cores > 1:
                self._write(peer, self._folder / "again", cores)
                shutil.rmtree(self._folder / "again")
            elif self._programme.cores > 1:
                self._tell(peer, Row.RATE_CORES, self._told(peer, Row.RATE))
            self._tell(peer, Row.DISK, _bytes(self._of(peer)) / _MEGABYTE)

    def _write(self, peer: str, folder: Path, cores: int) -> None:
        folder.mkdir()
        with HostProcess(peer, folder) as host:
            written = host.write(self._articles, self._size, cores)
            self._tell(peer, Row.RATE if cores == 1 else Row.RATE_CORES, self._size / written.seconds)
            if cores == 1:
                self._tell(peer, Row.WORK, 1000 * written.processor_seconds / self._size)
                self._tell(peer, Row.PEAK, written.megabytes)
        if cores == 1 and ENTRANTS[peer].load().publishes:
            with HostProcess(peer, folder) as host:
                seconds = host.publish(self._articles, self._size, self._programme.cores)
                self._tell(peer, Row.PUBLISHED, self._size / seconds)

    def start(self, question: Question) -> None:
        """Open each index in fresh processes, and run Suara's command."""
        for peer in self._programme.peers:
            opened = []
            for _ in range(self._programme.starts):
                with HostProcess(peer, self._of(peer)) as host:
                    opened.append(host.open(question))
            self._tell(peer, Row.OPEN, 1000 * median(each.opening for each in opened))
            self._tell(peer, Row.FIRST, 1000 * median(each.first for each in opened))
        seconds = [self._command(question) for _ in range(self._programme.starts)]
        self._tell(SUARA, Row.COMMAND, 1000 * median(seconds))

    def _command(self, question: Question) -> float:
        root = self._of(SUARA) / PUBLISHED
        program = Path(sys.executable).parent / _COMMAND
        command = [str(program), "search", question.text, "--index", str(root)]
        started = perf_counter()
        # It ends with 1 where nothing is found.
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        return perf_counter() - started

    def ask(self, sheet: Sheet) -> None:
        """Ask all peers all questions in turns, compare the answers and time them; then add articles."""
        with self._open(sheet[Task.TOP][0]) as hosts:
            for task, questions in sheet.items():
                self._watch(f"{self._size:,} articles: {task}")
                asked = {peer: host for peer, host in hosts.items() if task in ENTRANTS[peer].load().tasks}
                for question in questions:
                    answers = {peer: host.answer(task, question) for peer, host in asked.items()}
                    self.results.agreements.extend(_agreements(task, question, answers))
                self._time(task, questions, asked)
            for peer, host in hosts.items():
                self._tell(peer, Row.RESIDENT, host.memory())
            self._update(hosts)

    def _time(self, task: Task, questions: Sequence[Question], hosts: dict[str, HostProcess]) -> None:
        for _ in range(self._programme.rounds):
            for question in questions:
                for peer, host in hosts.items():
                    seconds = host.time(task, question, self._programme.times)
                    self.results.add_times(task, question.text, peer, seconds)

    @contextmanager
    def _open(self, question: Question) -> Iterator[dict[str, HostProcess]]:
        with ExitStack() as stack:
            hosts = {
                peer: stack.enter_context(HostProcess(peer, self._of(peer))) for peer in self._programme.peers
            }
            for host in hosts.values():
                host.open(question)
            yield hosts

    def _update(self, hosts: dict[str, HostProcess]) -> None:
        for peer, host in hosts.items():
            self._watch(f"{self._size:,} articles: {peer} adds {ADDED}")
            self._tell(peer, Row.UPDATE, 1000 * host.update(self._articles, self._size))

    def _of(self, peer: str) -> Path:
        return self._folder / peer

    def _tell(self, peer: str, row: Row, value: float) -> None:
        self.results.figures.append(Figure(peer, row, value))

    def _told(self, peer: str, row: Row) -> float:
        return next(each.value for each in self.results.figures if (each.peer, each.row) == (peer, row))


def _agreements(task: Task, question: Question, answers: dict[str, Answer]) -> Iterator[Agreement]:
    """Compare each answer with Suara's, where that is one to the same question."""
    ours = answers[SUARA]
    if ours.relaxed:
        return
    for peer, theirs in answers.items():
        shared = len(set(ours.keys) & set(theirs.keys)) / max(len(ours.keys), 1)
        yield Agreement(
            peer=peer,
            task=task,
            question=question.text,
            total=theirs.total,
            same_total=None if theirs.total is None else theirs.total == ours.total,
            overlap=shared if ours.keys else 1.0,
            same_facets=None if theirs.facets is None else _counts(theirs) == _counts(ours),
        )


def _counts(answer: Answer) -> dict[str, list[int]]:
    """Return the counts of each facet without their values: of values equally frequent any may be cut."""
    facets = answer.facets or {}
    return {name: sorted(values.values(), reverse=True) for name, values in facets.items()}


def _bytes(folder: Path) -> int:
    """Return the size of all files in a folder, of one linked twice once."""
    stats = [path.stat() for path in folder.rglob("*") if path.is_file()]
    return sum({stat.st_ino: stat.st_size for stat in stats}.values())
