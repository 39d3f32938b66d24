"""bm25s: scores kept in a sparse matrix, any of the words wanted; it neither counts, filters nor phrases."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, ClassVar

from bm25s import BM25

from bench.entries import Entries
from bench.peers import HITS, K1, B
from bench.questions import Question, Task
from bench.term_peer import Found, TermPeer
from corpus.article import Article

_RECORDS = "records.jsonl"


class Bm25sPeer(TermPeer):
    """bm25s with its scores mapped into memory."""

    tasks: ClassVar[frozenset[Task]] = frozenset({Task.BARE})

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._scores: Any = None
        self._records: list[str] = []

    def write(self, articles: Iterable[Article], cores: int) -> None:  # noqa: ARG002  # one core is used
        """Score all terms of titles and bodies, and save the scores beside the records."""
        self._folder.mkdir(parents=True, exist_ok=True)
        stems = []
        with (self._folder / _RECORDS).open("w", encoding="utf-8") as file:
            for article in articles:
                entry = Entries.of(article).article
                stems.append([*entry.title.stems, *entry.body.stems])
                file.write(entry.record + "\n")
        scores = BM25(k1=K1, b=B)
        scores.index(stems, show_progress=False)
        scores.save(self._folder, show_progress=False)

    def update(self, articles: Sequence[Article]) -> None:
        """Score everything again: no part of the matrix stays as it was."""
        self.write([*map(Article.from_json, self._lines()), *articles], 1)

    def open(self) -> None:
        """Load the vocabulary and map the scores."""
        self._scores = BM25.load(self._folder, mmap=True, show_progress=False)
        self._records = self._lines()

    def compiled(self, task: Task, question: Question) -> list[str]:  # noqa: ARG002  # it has one
        """Return the stems that it knows: it stumbles over others."""
        return [stem for stem in question.terms if stem in self._scores.vocab_dict]

    def found(self, task: Task, compiled: Any) -> Found:  # noqa: ARG002  # it has one
        """Run a query."""
        most = min(HITS, len(self._records))
        numbers, scores = self._scores.retrieve([compiled], k=most, show_progress=False)
        return Found(None, [number for number, score in zip(numbers[0], scores[0], strict=True) if score > 0])

    def record(self, handle: Any) -> str:
        """Return the record of a line."""
        return json.dumps({"id": json.loads(self._records[handle])["id"]})

    def _lines(self) -> list[str]:
        return (self._folder / _RECORDS).read_text(encoding="utf-8").rstrip("\n").split("\n")
