"""The articles or the quotes of a generation: searchers to borrow, columns, and what matches a query."""

from collections.abc import Iterator
from contextlib import contextmanager
from queue import Empty, LifoQueue
from typing import Any

from whoosh import query as whoosh
from whoosh.index import FileIndex
from whoosh.scoring import BM25F
from whoosh.searching import SearchContext, Searcher

from search.people import NOBODY, People
from search.ranking import K1, B
from stock.documents import voices_in_column
from stock.whoosh_columns import Columns
from stock.whoosh_nodes import AllOf, AnyOf, Without

_COLUMN_NAMES = ("source_value", "speaker_values", "day_value", "key_value", "kind_value")

_FACTCHECK = b"factcheck"


class Half:
    """One of a generation's two Whoosh indexes, open. Threads may share it."""

    def __init__(self, opened: FileIndex, people: People = NOBODY) -> None:
        self._index = opened
        self._people = people
        self._idle: LifoQueue[Searcher] = LifoQueue()
        # Open from the start: a later update may take the files away, not what is open.
        self._idle.put(self._open())
        self._columns: Columns | None = None
        self._numbers: dict[bytes, int] | None = None
        self._closed = False

    @contextmanager
    def searcher(self) -> Iterator[Searcher]:
        """Lend a searcher: Whoosh's readers keep file positions, so each serves one thread at a time."""
        try:
            borrowed = self._idle.get_nowait()
        except Empty:
            borrowed = self._open()
        try:
            yield borrowed
        finally:
            self._idle.put(borrowed)
            if self._closed:
                self.close()

    def _open(self) -> Searcher:
        return self._index.searcher(weighting=BM25F(B=B, K1=K1))

    def columns(self, searcher: Searcher) -> Columns:
        """Return the columns, read once."""
        if self._columns is None:
            self._columns = _read_columns(searcher.reader(), self._people)
        return self._columns

    def numbers(self, searcher: Searcher) -> dict[bytes, int]:
        """Return the number of each live document by its key, read once."""
        if self._numbers is None:
            reader = searcher.reader()
            keys = self.columns(searcher).keys
            self._numbers = {key: at for at, key in enumerate(keys) if not reader.is_deleted(at)}
        return self._numbers

    def close(self) -> None:
        """Close the searchers that are idle; the others as they come back."""
        self._closed = True
        while True:
            try:
                self._idle.get_nowait().close()
            except Empty:
                return


def matching_scores(searcher: Searcher, query: whoosh.Query) -> dict[int, float]:
    """Return the score of every document that matches: facets need them all, so no block is skipped."""
    context = SearchContext(needs_current=True, weighting=searcher.weighting)
    scores: dict[int, float] = {}
    for segment, offset in searcher.leaf_searchers():
        matcher = query.matcher(segment, context)
        while matcher.is_active():
            scores[offset + matcher.id()] = matcher.score()
            matcher.next()
    return scores


def matching_documents(
    searcher: Searcher, query: whoosh.Query, found: dict[whoosh.Query, set[int]]
) -> set[int]:
    """Return the documents that match; `found` keeps those of each part of the query for the next one."""
    if query not in found:
        found[query] = _combined(searcher, query, found)
    return found[query]


def _combined(searcher: Searcher, query: whoosh.Query, found: dict[whoosh.Query, set[int]]) -> set[int]:
    match query:
        case AllOf(subqueries=parts):
            return set.intersection(
                *sorted((matching_documents(searcher, each, found) for each in parts), key=len)
            )
        case AnyOf(subqueries=parts):
            return set().union(*(matching_documents(searcher, each, found) for each in parts))
        case Without(excluded=excluded):
            everything = matching_documents(searcher, whoosh.Every(), found)
            return everything - matching_documents(searcher, excluded, found)
        case _:
            return _read(searcher, query)


def _read(searcher: Searcher, query: whoosh.Query) -> set[int]:
    context = searcher.boolean_context()
    return {
        offset + document
        for segment, offset in searcher.leaf_searchers()
        for document in query.matcher(segment, context).all_ids()
    }


def _read_columns(reader: Any, people: People) -> Columns:
    sources: list[str] = []
    speakers: list[tuple[str, ...]] = []
    days: list[int] = []
    keys: list[bytes] = []
    factchecks: set[int] = set()
    # The same voices come again and again.
    persons: dict[bytes, tuple[str, ...]] = {}
    # Segment by segment: Whoosh's column over all of them fails where one holds no value.
    for segment, _ in reader.leaf_readers() if reader.doc_count_all() else ():
        columns = [segment.column_reader(name, translate=False) for name in _COLUMN_NAMES]
        for document in range(segment.doc_count_all()):
            source, names, day, key, kind = (column[document] for column in columns)
            sources.append(bytes(source).decode())
            voices = bytes(names)
            if voices not in persons:
                found = map(people.person, voices_in_column(voices))
                persons[voices] = tuple(dict.fromkeys(found))
            speakers.append(persons[voices])
            days.append(day)
            if bytes(kind) == _FACTCHECK:
                factchecks.add(len(keys))
            keys.append(bytes(key))
    return Columns.of(sources, speakers, days, keys, frozenset(factchecks), people)
