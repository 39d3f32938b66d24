"""The table of a benchmark, as text and as Markdown: each peer beside Suara."""

import os
import platform
from collections.abc import Iterator, Sequence

from bench.host import processors
from bench.peers import ENTRANTS, SUARA
from bench.questions import Task
from bench.results import Results, Row

EXPLANATION = (
    "Suara's column holds its own figures, the others peer / Suara with the peer's figure in brackets: above"
    " 1 the peer takes more time, memory or disk, or indexes more articles a second. Times of a task are the"
    " median over its questions, each the median over the rounds; 7/10 says that Suara is faster on 7 of 10."
    " Agreement with Suara: equal totals, equal counts of facets, hits shared in the first ten. All peers"
    " store and index the same; bm25s ranks any of the words and does nothing else."
)
_GAP = "  "


def text_table(results: Results, peers: Sequence[str]) -> str:
    """Return the table of one size with columns that line up."""
    rows = list(_rows(results, peers))
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = (
        _GAP.join(
            cell.ljust(width) if column == 0 else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in rows
    )
    return "\n".join(line.rstrip() for line in lines) + "\n"


def markdown(system: str, all_results: Sequence[Results], peers: Sequence[str]) -> str:
    """Return the whole report; `system` is what `machine` told when it began."""
    tables = "\n".join(_markdown_table(results, peers) for results in all_results)
    return f"# Benchmark\n\n{system}\n\n{EXPLANATION}\n\n{tables}\n![How cost grows](bench.svg)\n"


def machine() -> str:
    """Tell what was measured, on what."""
    versions = ", ".join(f"{entrant.title} {entrant.version}" for entrant in ENTRANTS.values())
    system = f"Python {platform.python_version()}, {platform.system()} {platform.machine()}"
    # What else runs lengthens long answers more than short ones.
    return f"{versions}; {system}, {processors()} processors, load {os.getloadavg()[0]:.1f}."


def _markdown_table(results: Results, peers: Sequence[str]) -> str:
    header, *rows = _rows(results, peers)
    lines = [header, ["---", *["--:"] * (len(header) - 1)], *rows]
    table = "\n".join(f"| {' | '.join(row)} |" for row in lines)
    return f"## {results.size:,} articles\n\n{table}\n"


def _rows(results: Results, peers: Sequence[str]) -> Iterator[list[str]]:
    others = [name for name in ENTRANTS if name != SUARA]
    yield [f"{results.size:,} articles", *(ENTRANTS[name].title for name in (SUARA, *others))]
    for task in Task:
        ours = results.milliseconds(task, SUARA)
        theirs = [_task_cell(results, task, name, peers) for name in others]
        yield [task, _figure(ours, "ms"), *theirs]
    for row in Row:
        ours = results.value(row, SUARA)
        theirs = [_cell(ours, results.value(row, name), row.unit, _absence(name, peers)) for name in others]
        yield [row.label, _figure(ours, row.unit), *theirs]
    yield ["agreement", "", *(_agreement(results, name, peers) for name in others)]


def _task_cell(results: Results, task: Task, name: str, peers: Sequence[str]) -> str:
    ours, theirs = results.milliseconds(task, SUARA), results.milliseconds(task, name)
    cell = _cell(ours, theirs, "ms", _absence(name, peers))
    wins = results.faster(task, name)
    return f"{cell} {wins[0]}/{wins[1]}" if wins else cell


def _cell(ours: float | None, theirs: float | None, unit: str, absence: str) -> str:
    if theirs is None:
        return absence
    if not ours:
        return f"({_figure(theirs, unit)})"
    return f"{_rounded(theirs / ours)} ({_figure(theirs, unit)})"


def _absence(name: str, peers: Sequence[str]) -> str:
    if name in peers:
        return "n/a"
    return "left out" if ENTRANTS[name].is_installed else "not installed"


def _agreement(results: Results, name: str, peers: Sequence[str]) -> str:
    if name not in peers:
        return _absence(name, peers)
    shares = results.agreement(name)
    return " ".join("-" if share is None else f"{share:.2f}" for share in shares)


def _figure(value: float | None, unit: str) -> str:
    return "n/a" if value is None else f"{_rounded(value)} {unit}"


def _rounded(value: float) -> str:
    """Return three digits that tell something, or all digits of a larger number."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"
