"""Xapian, fed terms one by one; titles count more by their frequency, facets are counted by match spies."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import xapian

from bench.entries import Entries, Entry, Text
from bench.peers import HITS, K1, TITLE, B, Facets
from bench.questions import Question, Task
from bench.term_peer import SEPARATOR, Found, TermPeer, most_frequent, parted
from corpus.article import Article

# The prefixes of terms: surface forms, what was said, its surface forms, and the names that filter.
_SURFACE, _SAID, _SAID_SURFACE, _KEY, _SOURCE, _MONTH = "XF", "XQ", "XQF", "Q", "XS", "XM"
_DAY = 0
_SLOTS = {"source": 1, "speaker": 2, "date": 3}
# Bytes of a term, of which Xapian takes 245 at most.
_TERM_MOST = 200
# Between a title and a body, so that no phrase runs across.
_GAP = 100
_DAY_BYTES = 4


class XapianPeer(TermPeer):
    """Xapian through its Python package, a database for the articles and one for the quotes."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._paths = [str(folder / name) for name in ("articles", "quotes")]
        self._database: Any = None
        self._enquire: Any = None

    def write(self, articles: Iterable[Article], cores: int) -> None:  # noqa: ARG002  # one core is used
        """Fill two databases and commit them."""
        self._folder.mkdir(parents=True, exist_ok=True)
        self._add(articles)

    def update(self, articles: Sequence[Article]) -> None:
        """Add articles and commit."""
        self._add(articles)

    def open(self) -> None:
        """Open the database of articles."""
        self._database = xapian.Database(self._paths[0])
        self._enquire = xapian.Enquire(self._database)
        self._enquire.set_weighting_scheme(xapian.BM25Weight(K1, 0, 1, B, 0.5))

    def compiled(self, task: Task, question: Question) -> Any:
        """Return the query."""
        query = _query(question)
        if task is not Task.FILTER:
            return query
        for name in (_SOURCE + question.source, _MONTH + question.month):
            query = xapian.Query(xapian.Query.OP_FILTER, query, xapian.Query(_cut(name)))
        return query

    def found(self, task: Task, compiled: Any) -> Found:
        """Run a query; an exact total takes looking at every document that matches."""
        enquire = self._enquire
        enquire.set_query(compiled)
        if task is Task.NEWEST:
            enquire.set_sort_by_value_then_relevance(_DAY, True)  # noqa: FBT003  # reversed
        else:
            enquire.set_sort_by_relevance()
        counted = task in (Task.FACETS, Task.WHOLE)
        spies = {name: xapian.ValueCountMatchSpy(slot) for name, slot in _SLOTS.items()} if counted else {}
        for spy in spies.values():
            enquire.add_matchspy(spy)
        matches = enquire.get_mset(0, HITS, 0 if task is Task.BARE else self._database.get_doccount())
        enquire.clear_matchspies()
        total = None if task is Task.BARE else matches.get_matches_estimated()
        return Found(total, [match.docid for match in matches], _counts(spies) if counted else None)

    def facets(self, counts: Any) -> Facets:
        """Read the values counted."""
        facets: Facets = counts
        return facets

    def record(self, handle: Any) -> str:
        """Return the data of a document."""
        record: bytes = self._database.get_document(handle).get_data()
        return record.decode()

    def _add(self, articles: Iterable[Article]) -> None:
        databases = [xapian.WritableDatabase(path, xapian.DB_CREATE_OR_OPEN) for path in self._paths]
        for article in articles:
            entries = Entries.of(article)
            databases[0].add_document(_document(entries.article))
            for entry in entries.quotes:
                databases[1].add_document(_document(entry))
        for database in databases:
            database.commit()
            database.close()


def _counts(spies: dict[str, Any]) -> Facets:
    values = {
        name: [(item.term.decode(), item.termfreq) for item in spy.values()] for name, spy in spies.items()
    }
    return {
        "source": most_frequent(dict(values["source"])),
        "speaker": parted(values["speaker"]),
        "date": dict(values["date"]),
    }


def _document(entry: Entry) -> Any:
    document = xapian.Document()
    _add_texts(document, "", _SURFACE, (entry.title, entry.body))
    for stem in entry.title.stems:
        document.add_term(_cut(stem), round(TITLE) - 1)
    _add_texts(document, _SAID, _SAID_SURFACE, (entry.said,))
    for name in (_KEY + entry.key, _SOURCE + entry.source, _MONTH + entry.month):
        document.add_boolean_term(_cut(name))
    document.add_value(_DAY, entry.day.to_bytes(_DAY_BYTES, "big"))
    columns = {"source": entry.source, "speaker": SEPARATOR.join(entry.speakers), "date": entry.month}
    for name, value in columns.items():
        document.add_value(_SLOTS[name], value)
    document.set_data(entry.record)
    return document


def _add_texts(document: Any, stem_prefix: str, surface_prefix: str, texts: Sequence[Text]) -> None:
    first = 0
    for text in texts:
        for stem in text.stems:
            document.add_term(_cut(stem_prefix + stem))
        for position, surface in enumerate(text.surfaces, first):
            # Surface forms are looked for, never scored.
            document.add_posting(_cut(surface_prefix + surface), position, 0)
        first += len(text.surfaces) + _GAP


def _query(question: Question) -> Any:
    match question.kind:
        case "words":
            return xapian.Query(xapian.Query.OP_AND, [_cut(stem) for stem in question.terms])
        case "phrase":
            words = [_cut(_SURFACE + surface) for surface in question.terms]
            return xapian.Query(xapian.Query.OP_PHRASE, words, len(words))
        case "prefix":
            return xapian.Query(xapian.Query.OP_WILDCARD, _SURFACE + question.terms[0])


def _cut(term: str) -> bytes:
    return term.encode()[:_TERM_MOST]
