"""Raw news pages, for measuring only: the folder `html-pages` in a folder of sets.

Beside the pages stands `expected.jsonl`, rows `{html, title, date, content}`, where `html` is the page's name
and `date` in milliseconds since 1970.

- `title` is the share of the pages with the right title, but for an outlet behind a dash or a bar.
- `date` is the share with the right day, in Jakarta.
- `body` is the share whose body has an F1 of at least .95. That of a page is the harmonic mean of the shares
  of the wanted and of the found words that stand in both bodies, a word counted as often as it stands there.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path
from statistics import median
from typing import Any

from corpus.article import Article
from corpus.documents import extract_pages
from corpus.errors import CorpusError
from corpus.extraction_evaluation import ExtractionScore, score
from corpus.judgements import BODY, Judgement
from corpus.likeness import folded, words_of
from corpus.page import Extraction
from corpus.readers import read_pages
from corpus.set_rows import set_rows

PAGES, EXPECTED = "html-pages", "expected.jsonl"
# The F1 of a body that counts as right.
GOOD_BODY = 0.95

_JAKARTA = timezone(timedelta(hours=7))
_OUTLET = re.compile(r"\s*[|•·»–—-]\s*\S.{0,40}")
_MILLISECONDS = 1_000


@dataclass(frozen=True, slots=True)
class BodyScore:
    """The F1 of the bodies of a set of pages: the median and the least."""

    set: str
    pages: int
    median: float
    minimum: float

    def to_record(self) -> dict[str, Any]:
        """Return the fields under their own names, the shares rounded."""
        return asdict(self) | {"median": round(self.median, 4), "minimum": round(self.minimum, 4)}


@dataclass(frozen=True, slots=True)
class _Expected:
    """What a reader found on a page."""

    path: Path
    title: str
    day: str
    body: str


def evaluate_pages(folder: Path) -> tuple[ExtractionScore, BodyScore]:
    """Score the articles read from `html-pages`; a page that cannot be read has no title, date and body.

    Raises CorpusError for a file or a row that cannot be read, and where there is no row.
    """
    expected = list(_read_expected(folder / PAGES))
    found = {
        result.path: result.article
        for result in extract_pages(read_pages(dict.fromkeys(each.path for each in expected)))
        if isinstance(result, Extraction)
    }
    bodies = [_body_f1(each, found.get(each.path)) for each in expected]
    judged = (
        judgement
        for each, f1 in zip(expected, bodies, strict=True)
        for judgement in _judge(each, found.get(each.path), f1)
    )
    return score(PAGES, list(judged)), BodyScore(PAGES, len(bodies), median(bodies), min(bodies))


def _judge(expected: _Expected, article: Article | None, body_f1: float) -> Iterator[Judgement]:
    page = expected.path.name
    title = article.title if article else None
    day = article.date.isoformat() if article and article.date else None
    yield Judgement(page, "title", expected.title, title, _is_title(expected.title, title or ""))
    yield Judgement(page, "date", expected.day, day, expected.day == day)
    yield Judgement(page, BODY, f"{GOOD_BODY}", f"{body_f1:.4f}", body_f1 >= GOOD_BODY)


def _is_title(wanted: str, found: str) -> bool:
    """Tell whether two titles are one, but for an outlet behind one of them."""
    shorter, longer = sorted((folded(wanted), folded(found)), key=len)
    behind = longer.removeprefix(shorter)
    return bool(shorter) and (not behind or (behind != longer and bool(_OUTLET.fullmatch(behind))))


def _body_f1(expected: _Expected, article: Article | None) -> float:
    wanted = Counter(words_of(expected.body))
    found = Counter(words_of(article.body if article else ""))
    total = wanted.total() + found.total()
    return 2 * (wanted & found).total() / total if total else 0.0


def _read_expected(folder: Path) -> Iterator[_Expected]:
    path = folder / EXPECTED
    rows = list(set_rows(path, "html", "title", "content"))
    if not rows:
        raise CorpusError(f"{path}: holds no row; give one for each page.")
    for number, row in enumerate(rows, 1):
        yield _Expected(folder / row["html"], row["title"], _day(path, number, row), row["content"])


def _day(path: Path, number: int, row: dict[str, Any]) -> str:
    try:
        return datetime.fromtimestamp(row["date"] / _MILLISECONDS, _JAKARTA).date().isoformat()
    except (KeyError, TypeError, ValueError, OverflowError, OSError) as error:
        raise CorpusError(
            f"{path}, line {number}: 'date' is no number of milliseconds since 1970; give it in every row."
        ) from error
