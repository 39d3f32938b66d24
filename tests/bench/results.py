"""What a measurement found: raw figures by size, row and peer, and the ratios that are read off them."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from enum import Enum
from statistics import median
from typing import Any

from bench.peers import SUARA
from bench.questions import Task


class Row(Enum):
    """A row that is no task: its label, its unit, and whether more is better."""

    RATE = ("index, one core", "articles/s", True)
    RATE_CORES = ("index, all cores", "articles/s", True)
    WORK = ("index, processor time", "ms/article", False)
    PUBLISHED = ("build and publish", "articles/s", True)
    PEAK = ("peak memory of indexing", "MB", False)
    DISK = ("disk", "MB", False)
    OPEN = ("cold open", "ms", False)
    FIRST = ("first answer", "ms", False)
    COMMAND = ("cold command", "ms", False)
    RESIDENT = ("memory after all questions", "MB", False)
    UPDATE = ("update of ten", "ms", False)

    def __init__(self, label: str, unit: str, more: bool) -> None:  # noqa: FBT001  # a row of the table
        self.label, self.unit, self.more_is_better = label, unit, more


@dataclass(frozen=True, slots=True)
class Figure:
    """One value of one peer."""

    peer: str
    row: Row
    value: float


@dataclass(frozen=True, slots=True)
class Agreement:
    """How an answer compares with Suara's; None where the peer does not tell or was not asked.

    `overlap` is the share of Suara's first hits that are among the peer's.
    """

    peer: str
    task: Task
    question: str
    total: int | None
    same_total: bool | None
    overlap: float
    same_facets: bool | None


@dataclass(slots=True)
class Results:
    """All that was measured on so many articles; `times` are seconds by task, question and peer."""

    size: int
    figures: list[Figure] = field(default_factory=list)
    agreements: list[Agreement] = field(default_factory=list)
    times: dict[tuple[Task, str, str], list[float]] = field(default_factory=dict)

    def add_times(self, task: Task, question: str, peer: str, seconds: Sequence[float]) -> None:
        """Keep the seconds of a round."""
        self.times.setdefault((task, question, peer), []).extend(seconds)

    def milliseconds(self, task: Task, peer: str) -> float | None:
        """Return the median over the questions of a task of their medians over the rounds."""
        medians = self._medians(task, peer)
        return 1000 * median(medians.values()) if medians else None

    def value(self, row: Row, peer: str) -> float | None:
        """Return a figure."""
        return next((each.value for each in self.figures if (each.peer, each.row) == (peer, row)), None)

    def faster(self, task: Task, peer: str) -> tuple[int, int] | None:
        """Return on how many questions Suara is faster than a peer, and of how many."""
        theirs, ours = self._medians(task, peer), self._medians(task, SUARA)
        return (sum(ours[each] < theirs[each] for each in theirs), len(theirs)) if theirs else None

    def agreement(self, peer: str) -> tuple[float | None, float | None, float | None]:
        """Return the shares of equal totals and equal facets, and the mean overlap of ranked word queries."""
        found = [each for each in self.agreements if each.peer == peer]
        totals = [each.same_total for each in found if each.same_total is not None]
        facets = [each.same_facets for each in found if each.same_facets is not None]
        ranked = [each.overlap for each in found if each.task is Task.BARE]
        return _mean(totals), _mean(facets), _mean(ranked)

    def to_record(self) -> dict[str, Any]:
        """Return everything as JSON can hold it."""
        return {
            "articles": self.size,
            "figures": [
                {"peer": each.peer, "row": each.row.label, "unit": each.row.unit, "value": each.value}
                for each in self.figures
            ],
            "times": [
                {"task": task, "question": question, "peer": peer, "seconds": seconds}
                for (task, question, peer), seconds in self.times.items()
            ],
            "agreements": [asdict(each) for each in self.agreements],
        }

    def _medians(self, task: Task, peer: str) -> dict[str, float]:
        return {
            question: median(seconds)
            for (asked, question, of), seconds in self.times.items()
            if (asked, of) == (task, peer)
        }


def _mean(values: Sequence[float]) -> float | None:
    return sum(values) / len(values) if values else None
