"""SQLite's FTS5 from the standard library: one contentless table of terms, columns in a narrow table."""

import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from bench.entries import TEXT_FIELDS, Entries, Entry
from bench.peers import HITS, TITLE, VALUES, Facets
from bench.questions import Question, Task
from bench.term_peer import Found, TermPeer
from corpus.article import Article

# Terms come joined by spaces: whatever else stands in them belongs to them.
_TOKENIZER = """ascii tokenchars '!"#$%&()*+,-./:;<=>?@[\\]^_`{|}~'''"""
_COLUMNS = [*TEXT_FIELDS, *(f"{name}_stem" for name in TEXT_FIELDS)]
_WEIGHTS = [TITLE if name.startswith("title") else 1.0 for name in _COLUMNS]
_TABLES = """
PRAGMA journal_mode = WAL;
PRAGMA synchronous = NORMAL;
CREATE TABLE names (id INTEGER PRIMARY KEY, name TEXT UNIQUE NOT NULL);
CREATE TABLE entries (id INTEGER PRIMARY KEY, source INTEGER, month INTEGER, day INTEGER);
CREATE TABLE speakers (entry INTEGER, speaker INTEGER, PRIMARY KEY (entry, speaker)) WITHOUT ROWID;
CREATE TABLE records (id INTEGER PRIMARY KEY, key TEXT UNIQUE NOT NULL, record TEXT NOT NULL);
CREATE VIRTUAL TABLE texts USING fts5({columns}, content='', tokenize = "{tokenizer}");
INSERT INTO texts (texts, rank) VALUES ('rank', 'bm25({weights})');
"""
_RANKED = "SELECT rowid FROM texts WHERE texts MATCH :query ORDER BY rank LIMIT :hits"
_FILTERED = """
SELECT texts.rowid FROM texts JOIN entries ON entries.id = texts.rowid
WHERE texts MATCH :query AND source = :source AND month = :month ORDER BY rank LIMIT :hits
"""
_NEWEST = """
SELECT texts.rowid FROM texts JOIN entries ON entries.id = texts.rowid
WHERE texts MATCH :query ORDER BY day DESC LIMIT :hits
"""
_TOTAL = "SELECT count(*) FROM texts WHERE texts MATCH :query"
_TOTAL_FILTERED = """
SELECT count(*) FROM texts JOIN entries ON entries.id = texts.rowid
WHERE texts MATCH :query AND source = :source AND month = :month
"""
# Each facet as rows of its name, a value and how many have it; one of the sources may be none.
_COUNTS = """
WITH hits AS MATERIALIZED (SELECT rowid AS id FROM texts WHERE texts MATCH :query),
counts AS (
SELECT * FROM (SELECT 'source' AS facet, source AS value, count(*) AS hits
    FROM hits JOIN entries USING (id) GROUP BY value ORDER BY hits DESC LIMIT :values + 1)
UNION ALL SELECT 'date', month, count(*) FROM hits JOIN entries USING (id) GROUP BY month
UNION ALL SELECT * FROM (SELECT 'speaker', speaker AS value, count(*) AS hits
    FROM hits JOIN speakers ON entry = hits.id GROUP BY value ORDER BY hits DESC LIMIT :values)
)
SELECT facet, name, counts.hits FROM counts JOIN names ON names.id = counts.value
"""
_INSERT = f"INSERT INTO texts (rowid, {', '.join(_COLUMNS)}) VALUES (?, ?, ?, ?, ?, ?, ?)"  # noqa: S608  # names of ours


class SqlitePeer(TermPeer):
    """SQLite with FTS5, a database for the articles and one for the quotes."""

    def __init__(self, folder: Path) -> None:
        self._paths = [folder / name for name in ("articles.db", "quotes.db")]
        self._database: sqlite3.Connection

    def write(self, articles: Iterable[Article], cores: int) -> None:  # noqa: ARG002  # one core is used
        """Fill two databases in a transaction each, and merge what FTS5 made of it."""
        self._paths[0].parent.mkdir(parents=True, exist_ok=True)
        stores = [_Store(path) for path in self._paths]
        for store in stores:
            store.create()
        _fill(stores, articles)
        for store in stores:
            store.optimize()

    def update(self, articles: Sequence[Article]) -> None:
        """Add articles in a transaction for each database."""
        _fill([_Store(path) for path in self._paths], articles)

    def open(self) -> None:
        """Open the database of articles to read it."""
        self._database = sqlite3.connect(f"file:{self._paths[0]}?mode=ro", uri=True)

    def compiled(self, task: Task, question: Question) -> Any:
        """Return the parameters of the statements: the FTS5 query, and the names that filter as numbers."""
        parameters: dict[str, object] = {"query": _match(question), "hits": HITS, "values": VALUES}
        if task is Task.FILTER:
            parameters |= {"source": self._number(question.source), "month": self._number(question.month)}
        return parameters

    def found(self, task: Task, compiled: Any) -> Found:
        """Run a query."""
        chosen = {Task.FILTER: _FILTERED, Task.NEWEST: _NEWEST}.get(task, _RANKED)
        first = [number for (number,) in self._database.execute(chosen, compiled)]
        if task is Task.BARE:
            return Found(None, first)
        counted = _TOTAL_FILTERED if task is Task.FILTER else _TOTAL
        total = self._database.execute(counted, compiled).fetchone()[0]
        if task not in (Task.FACETS, Task.WHOLE):
            return Found(total, first)
        return Found(total, first, self._database.execute(_COUNTS, compiled).fetchall())

    def facets(self, counts: Any) -> Facets:
        """Read the rows of the facets."""
        facets: Facets = {"source": {}, "speaker": {}, "date": {}}
        for facet, value, count in counts:
            if value:
                facets[facet][value] = count
        return facets

    def record(self, handle: Any) -> str:
        """Return the stored record of a row."""
        found = self._database.execute("SELECT record FROM records WHERE id = ?", (handle,))
        record: str = found.fetchone()[0]
        return record

    def _number(self, name: str) -> int:
        found = self._database.execute("SELECT id FROM names WHERE name = ?", (name,)).fetchone()
        return found[0] if found else -1


class _Store:
    """A database that is filled."""

    def __init__(self, path: Path) -> None:
        self.database = sqlite3.connect(path)
        self._names: dict[str, int] = {}

    def create(self) -> None:
        script = _TABLES.format(
            columns=", ".join(_COLUMNS),
            tokenizer=_TOKENIZER.replace('"', '""'),
            weights=", ".join(map(str, _WEIGHTS)),
        )
        self.database.executescript(script)

    def load(self) -> None:
        self._names = dict(self.database.execute("SELECT name, id FROM names"))

    def add(self, entry: Entry) -> None:
        texts = [" ".join(text.surfaces) for text in entry.texts.values()]
        stems = [" ".join(text.stems) for text in entry.texts.values()]
        columns = (self._number(entry.source), self._number(entry.month), entry.day)
        execute = self.database.execute
        number = execute("INSERT INTO entries (source, month, day) VALUES (?, ?, ?)", columns).lastrowid
        execute("INSERT INTO records VALUES (?, ?, ?)", (number, entry.key, entry.record))
        execute(_INSERT, (number, *texts, *stems))
        for speaker in entry.speakers:
            execute("INSERT INTO speakers VALUES (?, ?)", (number, self._number(speaker)))

    def optimize(self) -> None:
        self.database.execute("INSERT INTO texts (texts) VALUES ('optimize')")
        self.database.commit()
        self.database.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def _number(self, name: str) -> int:
        if name not in self._names:
            made = self.database.execute("INSERT INTO names (name) VALUES (?)", (name,))
            self._names[name] = made.lastrowid or 0
        return self._names[name]


def _fill(stores: Sequence[_Store], articles: Iterable[Article]) -> None:
    for store in stores:
        store.load()
    for article in articles:
        entries = Entries.of(article)
        stores[0].add(entries.article)
        for entry in entries.quotes:
            stores[1].add(entry)
    for store in stores:
        store.database.commit()


def _match(question: Question) -> str:
    match question.kind:
        case "words":
            return " AND ".join(f"{{title_stem body_stem}} : {_quoted(stem)}" for stem in question.terms)
        case "phrase":
            return f"{{title body}} : {_quoted(' '.join(question.terms))}"
        case "prefix":
            return f"{{title body}} : {_quoted(question.terms[0])} *"


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'
