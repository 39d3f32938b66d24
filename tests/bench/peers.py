"""The engines that are compared, each behind the same few methods."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from sqlite3 import sqlite_version
from typing import Any, ClassVar, Protocol

from bench.questions import Question, Task
from corpus.article import Article

HITS = 10
# Values listed of a facet.
VALUES = 100
# How much more a word in a title counts, where a peer can be told.
TITLE = 2.5
# BM25's parameters, where a peer can be told.
K1, B = 0.6, 0.75

Facets = dict[str, dict[str, int]]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a peer answered, to be compared with the others: the total or None, keys of hits, facets or None.

    `relaxed` tells that it is Suara's answer to an easier question, since nothing has all the words.
    """

    total: int | None
    keys: tuple[str, ...]
    facets: Facets | None = None
    passages: tuple[str, ...] = ()
    relaxed: bool = False


class Peer(Protocol):
    """An engine with its index in a folder.

    Only `write`, `publish`, `open`, `ask` and `update` are timed. `ask` gets what `prepared` made of the
    question: the query, parsed, but the question itself where the task is the whole answer. What it returns
    is read by `answer`.
    """

    tasks: ClassVar[frozenset[Task]]
    # How many processors it makes use of when it indexes.
    most_cores: ClassVar[int]
    # Whether the index that answers is made by `publish`, after `write` or without it.
    publishes: ClassVar[bool]

    def __init__(self, folder: Path) -> None: ...

    def write(self, articles: Iterable[Article], cores: int) -> None:
        """Index articles that were extracted before, and make an end of it."""
        ...

    def publish(self, articles: Iterable[Article], cores: int) -> None:
        """Make the index that questions are asked of, where `write` does not."""
        ...

    def open(self) -> None:
        """Open the index."""
        ...

    def prepared(self, task: Task, question: Question) -> Any:
        """Return what `ask` takes."""
        ...

    def ask(self, task: Task, prepared: Any) -> Any:
        """Answer."""
        ...

    def answer(self, task: Task, found: Any) -> Answer:
        """Tell what `ask` returned."""
        ...

    def update(self, articles: Sequence[Article]) -> None:
        """Add articles so that who opens the index then finds them."""
        ...


@dataclass(frozen=True, slots=True)
class Entrant:
    """A peer by name: its title in the report, the module it needs, its distribution, and its class."""

    name: str
    title: str
    needs: str
    distribution: str | None
    place: str

    @property
    def is_installed(self) -> bool:
        """Tell whether it can run here."""
        return find_spec(self.needs) is not None

    @property
    def version(self) -> str:
        """Return the version installed, or that there is none."""
        if not self.is_installed:
            return "not installed"
        return version(self.distribution) if self.distribution else sqlite_version

    def load(self) -> type[Peer]:
        """Import its class."""
        module, name = self.place.split(":")
        loaded: type[Peer] = getattr(import_module(module), name)
        return loaded


SUARA = "suara"
ENTRANTS = {
    entrant.name: entrant
    for entrant in (
        Entrant(SUARA, "Suara", "search", "suara", "bench.suara_peer:SuaraPeer"),
        Entrant("whoosh", "Whoosh", "whoosh", "Whoosh", "bench.whoosh_peer:WhooshPeer"),
        Entrant("tantivy", "Tantivy", "tantivy", "tantivy", "bench.tantivy_peer:TantivyPeer"),
        Entrant("fts5", "SQLite FTS5", "sqlite3", None, "bench.sqlite_peer:SqlitePeer"),
        Entrant("xapian", "Xapian", "xapian", "xapian-bindings-binary", "bench.xapian_peer:XapianPeer"),
        Entrant("bm25s", "bm25s", "bm25s", "bm25s", "bench.bm25s_peer:Bm25sPeer"),
    )
}
