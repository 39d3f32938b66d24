"""What the peers that are fed Suara's terms have in common."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, ClassVar, NamedTuple, Protocol

from bench.passages import passage
from bench.peers import VALUES, Answer, Facets
from bench.questions import Question, Task, question
from corpus.article import Article

# Joins the speakers of an article where a column holds one text.
SEPARATOR = "\n"


class Found(NamedTuple):
    """What a peer found: the total or None, its own handles of the first hits, and what it counted.

    `counts` are in the peer's own form. `hits` are the stored records with a passage each, where asked for.
    """

    total: int | None
    first: Sequence[Any]
    counts: Any = None
    hits: Sequence[tuple[dict[str, Any], str]] = ()


class TermPeer(Protocol):
    """A peer that looks for the terms of a question and keeps its records as JSON."""

    tasks: ClassVar[frozenset[Task]] = frozenset(Task)
    most_cores: ClassVar[int] = 1
    publishes: ClassVar[bool] = False

    def compiled(self, task: Task, question: Question) -> Any:
        """Return the peer's query."""
        ...

    def found(self, task: Task, compiled: Any) -> Found:
        """Run a query."""
        ...

    def record(self, handle: Any) -> str:
        """Return the stored record of a hit."""
        ...

    def facets(self, counts: Any) -> Facets:
        """Read what the peer counted."""
        facets: Facets = counts
        return facets

    def hits(self, found: Found, asked: Question) -> list[tuple[dict[str, Any], str]]:
        """Return the records of hits, each with a passage."""
        records = [json.loads(self.record(handle)) for handle in found.first]
        stems = frozenset(asked.terms)
        return [(record, passage(record["body"], stems)) for record in records]

    def publish(self, articles: Iterable[Article], cores: int) -> None:
        """Do nothing: what was written answers."""

    def prepared(self, task: Task, question: Question) -> Any:
        """Return the query, or the question as it is typed."""
        return question.text if task is Task.WHOLE else self.compiled(task, question)

    def ask(self, task: Task, prepared: Any) -> Found:
        """Return what a query finds, or the whole answer to a question."""
        if task is not Task.WHOLE:
            return self.found(task, prepared)
        asked = question(prepared, "words")
        found = self.found(task, self.compiled(task, asked))
        return found._replace(hits=self.hits(found, asked))

    def answer(self, task: Task, found: Found) -> Answer:
        """Tell what `ask` returned."""
        counted = task in (Task.FACETS, Task.WHOLE)
        return Answer(
            found.total,
            tuple(json.loads(self.record(handle))["id"] for handle in found.first),
            self.facets(found.counts) if counted else None,
            tuple(text for _, text in found.hits),
        )


def most_frequent(counts: Mapping[str, int]) -> dict[str, int]:
    """Return the most frequent values of a facet, without the empty one."""
    ranked = sorted((-count, value) for value, count in counts.items() if value)
    return {value: -count for count, value in ranked[:VALUES]}


def parted(counts: Iterable[tuple[str, int]]) -> dict[str, int]:
    """Return the most frequent of values of which several are joined in one text."""
    each: Counter[str] = Counter()
    for values, count in counts:
        for value in values.split(SEPARATOR):
            each[value] += count
    return most_frequent(each)
