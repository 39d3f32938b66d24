"""The command `suara evaluate`."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import click

from corpus.article import Article
from corpus.options import FOLDER
from index.analysis import analyzer
from index.stem_evaluation import (
    GOLD_FILES,
    Label,
    joined_pairs,
    pair_score,
    read_gold,
    read_lemmas,
    wrong_words,
)
from search.baseline import baseline, plain_stemmer
from search.evaluation import Ask, RetrievalScore, RetrievalSet, evaluate
from search.evaluation_index import indexed
from search.evaluation_sets import read_headlines, read_questions
from search.formats import indented

Stem = Callable[[str], str]
Index = Callable[[Mapping[str, Article]], AbstractContextManager[Ask]]

SUARA, PLAIN = "suara", "pystemmer"


@dataclass(frozen=True, slots=True)
class StemScore:
    """How a stemmer joins the words of a list; the measures are those of index.stem_evaluation."""

    list: str
    engine: str
    words: int
    precision: float
    recall: float
    f1: float


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All that was measured: of stems and of retrieval, words stemmed wrongly and pairs joined wrongly."""

    stemming: tuple[StemScore, ...]
    wrong: tuple[str, ...]
    joined: tuple[tuple[str, str], ...]
    retrieval: tuple[RetrievalScore, ...]

    def to_record(self) -> dict[str, Any]:
        """Return what JSON shows of it."""
        return {
            "stemming": [_rounded(score) for score in self.stemming],
            "wrong": list(self.wrong),
            "joined": [list(pair) for pair in self.joined],
            "retrieval": [score.to_record() for score in self.retrieval],
        }


@click.command("evaluate")
@click.option(
    "--sets", type=FOLDER, help="Folder with real sets; without one, only the lists that come with Suara."
)
@click.option(
    "--sample", type=click.IntRange(1), default=1_500, show_default=True, help="Headlines asked of the news."
)
@click.option(
    "--format",
    type=click.Choice(("table", "json")),
    default="table",
    show_default=True,
    help="How to print.",
)
def evaluate_command(sets: Path | None, sample: int, format: str) -> None:  # noqa: A002  # the option's name
    """Measure how well words are stemmed and articles found, beside PyStemmer's stems and plain BM25.

    Precision, recall and F1 are of pairs of words: joined, and belonging together. MRR@10 is the mean of
    1/rank of the article that answers; success@1 and success@10 are how often it is the first or among ten.

    Example: suara evaluate --sets sets --sample 500
    """
    evaluation = _evaluation(sets, sample)
    if format == "json":
        click.echo(indented(evaluation.to_record()))
        return
    for line in _table(evaluation):
        click.echo(line)


def _evaluation(sets: Path | None, sample: int) -> Evaluation:
    stem = analyzer().stem
    return Evaluation(
        stemming=tuple(_stemming(sets)),
        wrong=tuple(wrong_words(stem)),
        joined=tuple(joined_pairs(stem)),
        retrieval=tuple(_retrieval(sets, sample)) if sets else (),
    )


def _stemming(sets: Path | None) -> Iterator[StemScore]:
    for name in GOLD_FILES:
        yield from _stem_scores(name.removesuffix(".tsv"), read_gold(name))
    yield from _stem_scores("stem_gold", read_gold())
    if sets:
        lemmas = read_lemmas(sets)
        yield from _stem_scores("ud-lemma types", lemmas)
        yield from _stem_scores("ud-lemma tokens", lemmas, weighted=True)


def _stem_scores(name: str, labels: dict[str, Label], *, weighted: bool = False) -> Iterator[StemScore]:
    for engine, stem in ((SUARA, analyzer().stem), (PLAIN, plain_stemmer())):
        score = pair_score(labels, stem, weighted=weighted)
        yield StemScore(name, engine, len(labels), score.precision, score.recall, score.f1)


def _retrieval(sets: Path, sample: int) -> Iterator[RetrievalScore]:
    engines: tuple[tuple[str, Index], ...] = ((SUARA, indexed), (PLAIN, baseline))
    for retrieval_set in (read_questions(sets), read_headlines(sets, sample)):
        for engine, index_of in engines:
            yield from _evaluated(retrieval_set, engine, index_of)


def _evaluated(retrieval_set: RetrievalSet, engine: str, index_of: Index) -> list[RetrievalScore]:
    with index_of(retrieval_set.articles) as ask:
        return evaluate(retrieval_set, engine, ask)


def _table(evaluation: Evaluation) -> Iterator[str]:
    yield from _aligned(
        ("list", "engine", "words", "precision", "recall", "F1"),
        [
            (each.list, each.engine, f"{each.words:,}", *_shares(each.precision, each.recall, each.f1))
            for each in evaluation.stemming
        ],
    )
    yield ""
    yield f"known errors of PyStemmer still made: {', '.join(evaluation.wrong) or 'none'}"
    pairs = ", ".join(" = ".join(pair) for pair in evaluation.joined)
    yield f"pairs to keep apart that are joined: {pairs or 'none'}"
    if evaluation.retrieval:
        yield ""
        yield from _aligned(
            ("set", "split", "engine", "questions", "MRR@10", "success@1", "success@10", "median ms"),
            [_retrieval_cells(each) for each in evaluation.retrieval],
        )


def _retrieval_cells(score: RetrievalScore) -> Sequence[str]:
    shares = _shares(score.mrr, score.success_1, score.success_10)
    names = (score.set, score.split, score.engine)
    return (*names, f"{score.questions:,}", *shares, f"{score.milliseconds:.1f}")


def _shares(*shares: float) -> tuple[str, ...]:
    return tuple(f"{share:.4f}" for share in shares)


def _rounded(score: StemScore) -> dict[str, Any]:
    shares = {"precision": score.precision, "recall": score.recall, "f1": score.f1}
    return asdict(score) | {name: round(share, 4) for name, share in shares.items()}


def _aligned(names: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield the header and the rows in columns; numbers stand to the right."""
    widths = [max(len(row[column]) for row in (names, *rows)) for column in range(len(names))]
    texts = names.index("engine")
    for number, row in enumerate((names, *rows)):
        cells = [
            cell.ljust(width) if column <= texts else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        line = "  ".join(cells).rstrip()
        yield line if number else click.style(line, bold=True)
