"""All that `suara evaluate` measures, part by part: stems, retrieval, voices and pages."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from corpus.article import Article
from corpus.errors import CorpusError
from corpus.extraction_evaluation import ExtractionScore, evaluate_gold
from corpus.gold import shipped_gold
from corpus.page_set import PAGES, BodyScore, evaluate_pages
from corpus.tagged_set import TAGGED, evaluate_tagged
from index.analysis import analyzer
from index.stem_evaluation import (
    GOLD_FILES,
    LEMMAS,
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
from search.evaluation_sets import NEWS, PASSAGES, read_headlines, read_questions

Stem = Callable[[str], str]
Index = Callable[[Mapping[str, Article]], AbstractContextManager[Ask]]

PARTS = ("stems", "retrieval", "voices", "pages")
# Those that are measured on sets alone.
PARTS_OF_SETS = ("retrieval", "pages")

SUARA, PLAIN = "suara", "pystemmer"
_SETS = (LEMMAS, Path(PASSAGES), Path(NEWS), Path(TAGGED), Path(PAGES))


@dataclass(frozen=True, slots=True)
class StemScore:
    """How a stemmer joins the words of a list; the measures are those of index.stem_evaluation."""

    list: str
    engine: str
    words: int
    precision: float
    recall: float
    f1: float

    def to_record(self) -> dict[str, Any]:
        """Return the fields under their own names, the shares rounded."""
        shares = {"precision": self.precision, "recall": self.recall, "f1": self.f1}
        return asdict(self) | {name: round(share, 4) for name, share in shares.items()}


@dataclass(frozen=True, slots=True)
class Sets:
    """A folder of sets, if there is one; what is not in it is left out unless it is `required`."""

    folder: Path | None = None
    required: bool = False

    def holding(self, name: str | Path) -> Path | None:
        """Return the folder where a set is to be read from it, else None."""
        is_read = self.folder and (self.required or (self.folder / name).exists())
        return self.folder if is_read else None

    def check(self) -> None:
        """Raise CorpusError where the folder holds no set at all."""
        if self.folder and not self.required and not any(map(self.holding, _SETS)):
            names = ", ".join(map(str, _SETS))
            raise CorpusError(f"{self.folder}: no set can be read; give a folder that holds one of {names}.")


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All that was measured; of stems also the words stemmed and the pairs joined wrongly."""

    stemming: Sequence[StemScore] = ()
    wrong: Sequence[str] = ()
    joined: Sequence[tuple[str, str]] = ()
    retrieval: Sequence[RetrievalScore] = ()
    extraction: Sequence[ExtractionScore] = ()
    bodies: Sequence[BodyScore] = ()

    def to_record(self, *, with_misses: bool = False) -> dict[str, Any]:
        """Return what JSON shows of it, every miss only if asked for."""
        record = {
            "stemming": [each.to_record() for each in self.stemming],
            "wrong": list(self.wrong),
            "joined": [list(pair) for pair in self.joined],
            "retrieval": [each.to_record() for each in self.retrieval],
            "findings": [each.to_record() for scored in self.extraction for each in scored.findings],
            "shares": [each.to_record() for scored in self.extraction for each in scored.shares],
            "bodies": [each.to_record() for each in self.bodies],
        }
        return record | ({"misses": list(self.misses())} if with_misses else {})

    def misses(self) -> Iterator[dict[str, str | None]]:
        """Yield what was missed or found in vain on pages: set, page, measure, wanted and got."""
        for scored in self.extraction:
            for miss in scored.misses():
                yield {
                    "set": scored.set,
                    "page": miss.page,
                    "measure": miss.measure,
                    "wanted": miss.wanted,
                    "got": miss.got,
                }


def evaluation(parts: Sequence[str], sets: Sets, gold: Sequence[Path], sample: int) -> Evaluation:
    """Measure some of PARTS; the voices on folders of `gold`, those that come with Suara where there is none.

    Raises CorpusError for a set or gold that cannot be read, and for a folder of sets that holds none.
    """
    sets.check()
    stem = analyzer().stem
    extraction: list[ExtractionScore] = []
    bodies: list[BodyScore] = []
    if "voices" in parts:
        extraction += _voices(sets, gold)
    if "pages" in parts and (folder := sets.holding(PAGES)):
        scored, body = evaluate_pages(folder)
        extraction.append(scored)
        bodies.append(body)
    return Evaluation(
        stemming=tuple(_stemming(sets)) if "stems" in parts else (),
        wrong=tuple(wrong_words(stem)) if "stems" in parts else (),
        joined=tuple(joined_pairs(stem)) if "stems" in parts else (),
        retrieval=tuple(_retrieval(sets, sample)) if "retrieval" in parts else (),
        extraction=extraction,
        bodies=bodies,
    )


def _voices(sets: Sets, gold: Sequence[Path]) -> Iterator[ExtractionScore]:
    yield from map(evaluate_gold, gold or shipped_gold())
    if folder := sets.holding(TAGGED):
        yield evaluate_tagged(folder)


def _stemming(sets: Sets) -> Iterator[StemScore]:
    for name in GOLD_FILES:
        yield from _stem_scores(name.removesuffix(".tsv"), read_gold(name))
    yield from _stem_scores("stem_gold", read_gold())
    if folder := sets.holding(LEMMAS):
        lemmas = read_lemmas(folder)
        yield from _stem_scores("ud-lemma types", lemmas)
        yield from _stem_scores("ud-lemma tokens", lemmas, weighted=True)


def _stem_scores(name: str, labels: dict[str, Label], *, weighted: bool = False) -> Iterator[StemScore]:
    for engine, stem in ((SUARA, analyzer().stem), (PLAIN, plain_stemmer())):
        score = pair_score(labels, stem, weighted=weighted)
        yield StemScore(name, engine, len(labels), score.precision, score.recall, score.f1)


def _retrieval(sets: Sets, sample: int) -> Iterator[RetrievalScore]:
    if folder := sets.holding(PASSAGES):
        yield from _compared(read_questions(folder))
    if folder := sets.holding(NEWS):
        yield from _compared(read_headlines(folder, sample))


def _compared(retrieval_set: RetrievalSet) -> Iterator[RetrievalScore]:
    """Yield the scores of Suara on a set, then those of the baseline."""
    engines: tuple[tuple[str, Index], ...] = ((SUARA, indexed), (PLAIN, baseline))
    for engine, index_of in engines:
        with index_of(retrieval_set.articles) as ask:
            yield from evaluate(retrieval_set, engine, ask)
