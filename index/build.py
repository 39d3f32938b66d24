"""Articles in, a published generation out."""

import json
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import TextIO

from corpus.page import Extraction, Problem, place
from index.errors import IndexBuildError, IndexDamagedError
from index.generations import Generation, IndexFolder
from index.manifest import check_files, describe
from index.storage import ArticleWriter, article_writer, open_generation

CATALOG_NAME = "catalog.jsonl"

Watcher = Callable[[Problem], None]


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a rebuild made: the generation, what it holds, what was refused, and how long it took."""

    generation: Generation
    articles: int
    quotes: int
    problems: int
    seconds: float


def rebuild(
    root: Path,
    items: Iterable[Extraction | Problem],
    *,
    timeout: float = 10.0,
    on_problem: Watcher = lambda _: None,
) -> BuildReport:
    """Make a new generation from all items and publish it; readers see the old one until then.

    Each problem, and each article that came before, is handed to `on_problem` and counted. Raises
    IndexLockedError, IndexForeignError, and IndexBuildError where no article at all came in: the index is
    then left as it was.
    """
    started = time.monotonic()
    folder = IndexFolder(root)
    with folder.writing(timeout) as staging:
        tally = _fill(staging, items, on_problem)
        if not tally.articles:
            raise IndexBuildError(
                f"{root}: no article could be read from the corpus; the index was left as it was."
            )
        manifest = describe(staging, tally.articles, tally.quotes)
        manifest.write(staging)
        check_counts(Generation(staging, manifest))
        generation = folder.publish(staging, manifest)
    return BuildReport(generation, tally.articles, tally.quotes, tally.problems, time.monotonic() - started)


def verify(generation: Generation) -> None:
    """Hash every file, open both indexes and count; raises IndexDamagedError naming what is wrong."""
    check_files(generation.path, generation.manifest)
    check_counts(generation)


def check_counts(generation: Generation) -> None:
    """Open both indexes and count; raises IndexDamagedError where they do not hold what the manifest says."""
    opened = open_generation(generation)
    counts = (opened.articles.doc_count(), opened.quotes.doc_count())
    if counts != (generation.manifest.articles, generation.manifest.quotes):
        raise IndexDamagedError(
            f"{generation.path}: holds {counts[0]} articles and {counts[1]} quotes, not what its manifest"
            " says; run 'suara index rebuild'."
        )


@dataclass(slots=True)
class _Tally:
    articles: int = 0
    quotes: int = 0
    problems: int = 0


def _fill(staging: Path, items: Iterable[Extraction | Problem], on_problem: Watcher) -> _Tally:
    tally = _Tally()
    seen = _Seen()
    with (
        (staging / CATALOG_NAME).open("w", encoding="utf-8") as catalog,
        article_writer(staging) as writer,
    ):
        for item in items:
            found = item if isinstance(item, Problem) else seen.admit(item)
            if isinstance(found, Problem):
                tally.problems += found.lost
                on_problem(found)
            else:
                _add(found, writer, catalog, tally)
    return tally


def _add(extraction: Extraction, writer: ArticleWriter, catalog: TextIO, tally: _Tally) -> None:
    article = extraction.article
    writer.add(article)
    entry = {"path": str(extraction.path), "line": extraction.line, "id": article.id}
    # ASCII, because a file's name may hold bytes that are no text.
    catalog.write(json.dumps(entry) + "\n")
    tally.articles += 1
    tally.quotes += len(article.quotes)


class _Seen:
    """Let each article in once: Whoosh would keep two live documents of one id."""

    def __init__(self) -> None:
        # id -> digest of the body, and where it stands
        self._first: dict[str, tuple[bytes, str]] = {}

    def admit(self, extraction: Extraction) -> Extraction | Problem:
        """Return the extraction, under an id of its own where two articles collide, or why it is left out."""
        article = extraction.article
        digest = sha256(article.body.encode()).digest()
        candidate, ordinal = article.id, 1
        while candidate in self._first:
            same_body, where = self._first[candidate][0] == digest, self._first[candidate][1]
            if article.url or same_body:
                reason = f"the same article as {where}, which was kept"
                return Problem(extraction.path, extraction.line, reason)
            ordinal += 1
            candidate = sha256(f"{article.id}#{ordinal}".encode()).hexdigest()[:20]
        self._first[candidate] = digest, place(extraction.path, extraction.line)
        return replace(extraction, article=replace(article, id=candidate))
