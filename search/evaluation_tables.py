"""An evaluation printed for people: one table for each kind of score."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import click

from corpus.characters import fold_spaces
from search.evaluation import RetrievalScore
from search.evaluation_parts import Evaluation


class _Table(NamedTuple):
    """A header and rows; the columns from `numbers` on stand to the right."""

    names: Sequence[str]
    rows: Sequence[Sequence[str]]
    numbers: int


def tables(evaluation: Evaluation, *, with_misses: bool = False) -> Iterator[str]:
    """Yield the lines of all tables that have a row, an empty line between them; misses only if asked for."""
    is_first = True
    for lines in (
        _stem_lines(evaluation),
        *map(
            _aligned,
            (_retrieval(evaluation), _findings(evaluation), _shares(evaluation), _bodies(evaluation)),
        ),
        _miss_lines(evaluation) if with_misses else (),
    ):
        for number, line in enumerate(lines):
            if number == 0 and not is_first:
                yield ""
            yield line
            is_first = False


def _stem_lines(evaluation: Evaluation) -> Iterator[str]:
    if not evaluation.stemming:
        return
    rows = [
        (each.list, each.engine, f"{each.words:,}", *_figures(each.precision, each.recall, each.f1))
        for each in evaluation.stemming
    ]
    yield from _aligned(_Table(("list", "engine", "words", "precision", "recall", "F1"), rows, 2))
    yield ""
    yield f"known errors of PyStemmer still made: {', '.join(evaluation.wrong) or 'none'}"
    pairs = ", ".join(" = ".join(pair) for pair in evaluation.joined)
    yield f"pairs to keep apart that are joined: {pairs or 'none'}"


def _retrieval(evaluation: Evaluation) -> _Table:
    names = ("set", "split", "engine", "questions", "MRR@10", "success@1", "success@10", "median ms")
    return _Table(names, [_retrieval_cells(each) for each in evaluation.retrieval], 3)


def _retrieval_cells(score: RetrievalScore) -> Sequence[str]:
    shares = _figures(score.mrr, score.success_1, score.success_10)
    names = (score.set, score.split, score.engine)
    return (*names, f"{score.questions:,}", *shares, f"{score.milliseconds:.1f}")


def _findings(evaluation: Evaluation) -> _Table:
    rows = [
        (
            each.set,
            each.measure,
            *(f"{number:,}" for number in (each.right, each.found, each.wanted)),
            *_figures(each.precision, each.recall, each.f1),
        )
        for scored in evaluation.extraction
        for each in scored.findings
    ]
    return _Table(("set", "measure", "right", "found", "wanted", "precision", "recall", "F1"), rows, 2)


def _shares(evaluation: Evaluation) -> _Table:
    rows = [
        (each.set, each.measure, f"{each.right:,}", f"{each.of:,}", *_figures(each.share))
        for scored in evaluation.extraction
        for each in scored.shares
    ]
    return _Table(("set", "measure", "right", "of", "share"), rows, 2)


def _bodies(evaluation: Evaluation) -> _Table:
    rows = [(each.set, f"{each.pages:,}", *_figures(each.median, each.minimum)) for each in evaluation.bodies]
    return _Table(("set", "pages", "median body F1", "least body F1"), rows, 1)


def _miss_lines(evaluation: Evaluation) -> Iterator[str]:
    """Yield a line for each miss: a text of several paragraphs stands on one line."""
    yield _header("misses")
    found = False
    for miss in evaluation.misses():
        found = True
        wanted, got = (fold_spaces(miss[name] or "-") for name in ("wanted", "got"))
        yield f"{miss['set']}/{miss['page']}  {miss['measure']}  wanted: {wanted}  got: {got}"
    if not found:
        yield "none"


def _figures(*shares: float | None) -> tuple[str, ...]:
    return tuple("-" if share is None else f"{share:.4f}" for share in shares)


def _header(line: str) -> str:
    return click.style(line, bold=True)


def _aligned(table: _Table) -> Iterator[str]:
    """Yield the header and the rows in columns; nothing where there is no row."""
    if not table.rows:
        return
    lines = (table.names, *table.rows)
    widths = [max(len(row[column]) for row in lines) for column in range(len(table.names))]
    for number, row in enumerate(lines):
        cells = [
            cell.ljust(width) if column < table.numbers else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        line = "  ".join(cells).rstrip()
        yield line if number else _header(line)
