"""Suara itself, through what its rooms offer one another: a build, an update, an answer.

An answer is that of the product; where the other peers are asked for less, so is Suara: see `bench.ranking`.
"""

import shutil
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, ClassVar

from bench.peers import HITS, Answer
from bench.peers import Facets as Counts
from bench.questions import Question, Task
from bench.ranking import FACETS, Ranking
from corpus.article import Article
from corpus.page import Extraction, RawPage, SourceFile
from index.arrays.gathering import Resources
from index.build import rebuild, update
from index.storage import article_writer
from index.survey import Reader
from index.voices import VoiceCounts
from search.answer import answer, plan_of
from search.live import LiveEngine
from search.request import SearchRequest
from search.results import Facets

PUBLISHED = "published"
_WRITTEN = "written"
# The articles of the build and of the update, as files of a corpus whose stamps never change.
_FIRST = SourceFile(Path("first.jsonl"), "first", 0)
_ADDED = SourceFile(Path("added.jsonl"), "added", 0)


class SuaraPeer:
    """Suara, in this process."""

    tasks: ClassVar[frozenset[Task]] = frozenset(Task)
    most_cores: ClassVar[int] = 64
    publishes: ClassVar[bool] = True

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._root = folder / PUBLISHED
        self._engine: LiveEngine
        self._ranking: Ranking

    def write(self, articles: Iterable[Article], cores: int) -> None:
        """Fill a folder as a build does, without the survey before it and the publication after it."""
        folder = self._folder / _WRITTEN
        folder.mkdir()
        with article_writer(folder, VoiceCounts(), resources=Resources(jobs=cores)) as writer:
            for article in articles:
                writer.add(article)
        shutil.rmtree(folder)

    def publish(self, articles: Iterable[Article], cores: int) -> None:
        """Survey, index, check, flush and publish."""
        rebuild(self._root, _reader({_FIRST: articles}), resources=Resources(jobs=cores))

    def open(self) -> None:
        """Open the live generation."""
        self._engine = LiveEngine(self._root)
        self._ranking = Ranking(self._engine.current())

    def prepared(self, task: Task, question: Question) -> Any:
        """Return the plan of a question, or its request."""
        request = SearchRequest(
            query=question.text,
            sources=(question.source,) if task is Task.FILTER else (),
            dates=(question.month,) if task is Task.FILTER else (),
            sort="newest" if task is Task.NEWEST else "relevance",
            limit=HITS,
        )
        return request if task is Task.WHOLE else plan_of(request)

    def ask(self, task: Task, prepared: Any) -> Any:
        """Return a page, or what is ranked."""
        return answer(prepared, self._engine) if task is Task.WHOLE else self._ranking.found(task, prepared)

    def answer(self, task: Task, found: Any) -> Answer:
        """Tell what a page holds, or what was ranked."""
        if task is not Task.WHOLE:
            return Answer(
                None if task is Task.BARE else found.total,
                self._ranking.keys(found),
                None if found.facets is None else _listed(found.facets),
            )
        shown = ("".join(part.text for snippet in hit.snippets for part in snippet) for hit in found.hits)
        return Answer(
            found.total,
            tuple(hit.id for hit in found.hits),
            _listed(found.facets),
            tuple(shown),
            relaxed=found.relaxed,
        )

    def update(self, articles: Sequence[Article]) -> None:
        """Publish a generation with the articles added."""
        update(self._root, _reader({_FIRST: (), _ADDED: articles}))


def _listed(facets: Facets) -> Counts:
    return {
        name: {each.value: each.count for each in values} for name, values in facets.items() if name in FACETS
    }


def _reader(files: dict[SourceFile, Iterable[Article]]) -> Reader:
    """Return what hands a build articles that were extracted before, as the documents of files."""
    waiting: list[Article] = []

    def pages(file: SourceFile) -> Iterator[RawPage]:
        for line, article in enumerate(files[file], 1):
            waiting.append(article)
            yield RawPage(file.path, line, "plain", article.id)

    def extracted(found: Iterable[RawPage]) -> Iterator[Extraction]:
        return (Extraction(page.path, page.line, waiting.pop()) for page in found)

    return Reader(files, pages, extracted)
