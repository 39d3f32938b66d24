"""How well articles are read from pages: fields, speakers and quotes held against gold.

Every measure is micro-averaged: things are counted over all pages of a set, not pages. Names, fields and
roles are compared with single spaces, one kind of apostrophe and without regard to capitals, texts by their
words (corpus.likeness). Nothing wanted and nothing found is right.

- `title`, `date`, `source`, `place`, `author`, `kind`: the share of the pages with this label where the field
  is right.
- `speakers`: an article's speakers, each counted once. A found one is right when it has the whole name of a
  wanted one; by a part of the name also when all words of one stand in the other. Precision is the share of
  the found that are right, recall the share of the wanted, F1 their harmonic mean.
- `direct quotes`, `indirect quotes`: likewise for the statements of each kind. A found text is right when it
  holds a wanted one whole or the other way round, or when their longest common run of words holds half the
  letters of the longer. Each stands for one other at most, the likest first, so that words which two persons
  say are wanted twice. `word for word` is the share of the wanted found with no word too many or too few.
- `direct attribution`, `indirect attribution`: the share of the wanted quotes that were found and have the
  right speaker, which is none where none is named; `of quotes found` leaves out those that were not found.
- `roles of the named`, `roles of the unnamed`: of the quotes found with the right speaker, the share with the
  right role, for speakers with a name and for those without.

A kind of quote that no page of a set labels is not scored. A page that cannot be read has nothing found.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from corpus.article import Article, QuoteKind
from corpus.documents import extract_pages
from corpus.errors import CorpusError
from corpus.gold import FIELDS, GOLD, GoldPage, read_gold
from corpus.judgements import (
    BODY,
    CUED_SPEAKERS,
    KINDS,
    NAMED_ROLES,
    PARTS_OF_NAMES,
    QUOTED_SPEAKERS,
    SPEAKERS,
    UNNAMED_ROLES,
    Judgement,
    attribution_measure,
    found_attribution_measure,
    judge,
    quotes_measure,
    whole_quotes_measure,
)
from corpus.page import Extraction, place
from corpus.readers import read_pages

# Measures with precision and recall; all others are shares.
FINDINGS = (SPEAKERS, PARTS_OF_NAMES, QUOTED_SPEAKERS, *map(quotes_measure, KINDS))
MEASURES = (
    *FIELDS,
    BODY,
    *FINDINGS,
    CUED_SPEAKERS,
    *map(whole_quotes_measure, KINDS),
    *map(attribution_measure, KINDS),
    *map(found_attribution_measure, KINDS),
    NAMED_ROLES,
    UNNAMED_ROLES,
)
_DIGITS = 4


@dataclass(frozen=True, slots=True)
class FindingScore:
    """Numbers of things: found rightly, found at all, wanted at all; a share of nothing is None."""

    set: str
    measure: str
    right: int
    found: int
    wanted: int

    @property
    def precision(self) -> float | None:
        """Return the share of the found that are right."""
        return self.right / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """Return the share of the wanted that were found."""
        return self.right / self.wanted if self.wanted else None

    @property
    def f1(self) -> float | None:
        """Return the harmonic mean of precision and recall."""
        total = self.found + self.wanted
        return 2 * self.right / total if total else None

    def to_record(self) -> dict[str, Any]:
        """Return numbers and shares under their names, the shares rounded."""
        shares = {"precision": self.precision, "recall": self.recall, "f1": self.f1}
        return asdict(self) | {name: _rounded(share) for name, share in shares.items()}


@dataclass(frozen=True, slots=True)
class ShareScore:
    """Numbers of things: right, and all; a share of nothing is None."""

    set: str
    measure: str
    right: int
    of: int

    @property
    def share(self) -> float | None:
        """Return the share of the things that are right."""
        return self.right / self.of if self.of else None

    def to_record(self) -> dict[str, Any]:
        """Return numbers and share under their names, the share rounded."""
        return asdict(self) | {"share": _rounded(self.share)}


@dataclass(frozen=True, slots=True)
class ExtractionScore:
    """What a set of pages scored, and every judgement that counted."""

    set: str
    findings: tuple[FindingScore, ...]
    shares: tuple[ShareScore, ...]
    judgements: tuple[Judgement, ...]

    def misses(self) -> Iterator[Judgement]:
        """Yield what is wrong, in the order of the measures, and what is wrong by several of them once."""
        told: set[tuple[str, str | None, str | None]] = set()
        for measure in MEASURES:
            wrong = [each for each in self.judgements if each.measure == measure and not each.right]
            yield from (each for each in wrong if (each.page, each.wanted, each.got) not in told)
            told.update((each.page, each.wanted, each.got) for each in wrong)


def evaluate_gold(folder: Path) -> ExtractionScore:
    """Score what Suara reads from the pages of a folder of gold, under the folder's name.

    Raises CorpusError where the gold cannot be read, or names a document that its page does not hold.
    """
    gold = read_gold(folder)
    articles = _articles(gold, folder)
    kinds = _labelled_kinds(gold)
    judged = (
        judge(place(page.path.relative_to(folder), page.line), page, article, kinds)
        for page, article in zip(gold, articles, strict=True)
    )
    return score(folder.resolve().name, [each for page in judged for each in page])


def score(name: str, judgements: Sequence[Judgement]) -> ExtractionScore:
    """Count the judgements on a set by their measures; a measure without any is left out."""
    by_measure = {measure: [each for each in judgements if each.measure == measure] for measure in MEASURES}
    findings = (_finding(name, measure, by_measure[measure]) for measure in FINDINGS if by_measure[measure])
    shares = (
        ShareScore(name, measure, sum(each.right for each in judged), len(judged))
        for measure, judged in by_measure.items()
        if judged and measure not in FINDINGS
    )
    return ExtractionScore(name, tuple(findings), tuple(shares), tuple(judgements))


def _finding(name: str, measure: str, judged: Sequence[Judgement]) -> FindingScore:
    return FindingScore(
        name,
        measure,
        right=sum(each.right for each in judged),
        found=sum(each.got is not None for each in judged),
        wanted=sum(each.wanted is not None for each in judged),
    )


def _articles(gold: Sequence[GoldPage], folder: Path) -> Iterator[Article | None]:
    """Yield what was read for each row of gold; None where its document could not be read."""
    by_file: dict[Path, dict[int | None, Article | None]] = {page.path: {} for page in gold}
    for result in extract_pages(read_pages(by_file)):
        found = result.article if isinstance(result, Extraction) else None
        documents = by_file[result.path]
        documents[result.line] = found or documents.get(result.line)
    for page in gold:
        documents = by_file[page.path]
        if page.line is None:
            yield next(iter(documents.values()), None)
        elif page.line in documents or None in documents:
            yield documents.get(page.line)
        else:
            where = f"{folder / GOLD}, line {page.row}"
            raise CorpusError(f"{where}: 'line' names no document of the page: {page.line}; mend it.")


def _labelled_kinds(gold: Iterable[GoldPage]) -> list[QuoteKind]:
    labelled = {quote.kind for page in gold for quote in page.quotes or ()}
    return [kind for kind in KINDS if kind in labelled]


def _rounded(share: float | None) -> float | None:
    return None if share is None else round(share, _DIGITS)
