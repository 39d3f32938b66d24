"""The embedded engine: answers plans over one generation with Whoosh's searcher."""

import heapq
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, LifoQueue
from typing import Any

from whoosh import query as whoosh
from whoosh.collectors import Collector
from whoosh.index import FileIndex
from whoosh.scoring import BM25F
from whoosh.searching import SearchContext, Searcher

from corpus.article import Article
from index.errors import IndexDamagedError
from index.generations import IndexFolder
from index.schema import QuoteEntry, speakers_in_column
from index.storage import DamageCheck, OpenGeneration, open_generation
from search.columns import Columns
from search.engine import Findings, Plan
from search.errors import UnknownArticleError
from search.facets import select
from search.highlights import Highlights
from search.request import Target
from search.results import ArticleHit, Hit, QuoteHit
from search.snippets import snippets_of, whole_text
from search.whoosh_query import compile_query

_COLUMN_NAMES = ("source_value", "speaker_values", "day_value", "key_value")


class WhooshEngine:
    """One generation, open. Threads may share it: each query has a searcher of its own."""

    def __init__(self, opened: OpenGeneration) -> None:
        self._generation = opened.generation
        with DamageCheck(opened.generation):
            self._halves: dict[Target, _Half] = {
                "articles": _Half(opened.articles),
                "quotes": _Half(opened.quotes),
            }

    @classmethod
    def open(cls, root: Path) -> "WhooshEngine":
        """Open the live generation of an index folder; raises the errors of index.errors."""
        folder = IndexFolder(root)
        while True:
            pointer = folder.pointer()
            try:
                return cls(open_generation(folder.current()))
            except IndexDamagedError:
                # Two updates may have gone live, and taken it away, since CURRENT was read.
                if folder.pointer() == pointer:
                    raise

    @property
    def generation(self) -> str:
        """Name the generation that answers."""
        return self._generation.name

    @property
    def identity(self) -> str:
        """Tell this generation from every other, also from one of the same name."""
        return self._generation.identity

    def find(self, plan: Plan) -> Findings:
        """Return the hits of a plan, ranked, with facets."""
        half = self._halves[plan.target]
        query = compile_query(plan.tree, plan.target)
        with DamageCheck(self._generation), half.searcher() as searcher:
            scores = _scores(searcher, query)
            columns = half.columns(searcher)
            selection = select(scores, columns, plan.filters)
            page = _page(selection.documents, scores, columns, plan)
            records = [(searcher.stored_fields(document)["record"], scores[document]) for document in page]
        highlights = Highlights.of(plan.tree)
        make = _article_hit if plan.target == "articles" else _quote_hit
        hits = tuple(make(record, score, highlights) for record, score in records)
        return Findings(self._generation.name, len(selection.documents), hits, selection.facets)

    def article(self, article_id: str) -> Article:
        """Return one article; raises UnknownArticleError."""
        with DamageCheck(self._generation), self._halves["articles"].searcher() as searcher:
            fields = searcher.document(id=article_id)
        if fields is None:
            raise UnknownArticleError(f"No article has the id '{article_id}'; search for it again.")
        return Article.from_json(fields["record"])

    def close(self) -> None:
        """Close what is open; queries under way finish first."""
        for half in self._halves.values():
            half.close()


class _Half:
    """The articles or the quotes of a generation: searchers to borrow, and the columns."""

    def __init__(self, opened: FileIndex) -> None:
        self._index = opened
        self._idle: LifoQueue[Searcher] = LifoQueue()
        # Open from the start: a later update may take the files away, not what is open.
        self._idle.put(self._open())
        self._columns: Columns | None = None
        self._closed = False

    @contextmanager
    def searcher(self) -> Iterator[Searcher]:
        # Whoosh's readers keep file positions: one thread at a time.
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
        return self._index.searcher(weighting=BM25F())

    def columns(self, searcher: Searcher) -> Columns:
        if self._columns is None:
            self._columns = _read_columns(searcher.reader())
        return self._columns

    def close(self) -> None:
        self._closed = True
        while True:
            try:
                self._idle.get_nowait().close()
            except Empty:
                return


class _AllMatches(Collector):
    """Collect the score of every match: facets need them all, so no block is skipped."""

    def __init__(self) -> None:
        self.scores: dict[int, float] = {}

    def collect(self, sub_docnum: int) -> None:
        """Keep the score of the current match."""
        self.scores[self.offset + sub_docnum] = self.matcher.score()


def _scores(searcher: Searcher, query: whoosh.Query) -> dict[int, float]:
    collector = _AllMatches()
    context = SearchContext(needs_current=True, weighting=searcher.weighting)
    searcher.search_with_collector(query, collector, context)
    return collector.scores


def _read_columns(reader: Any) -> Columns:
    sources: list[str] = []
    speakers: list[tuple[str, ...]] = []
    days: list[int] = []
    keys: list[bytes] = []
    # Segment by segment: Whoosh's column over all of them fails where one holds no value.
    for segment, _ in reader.leaf_readers() if reader.doc_count_all() else ():
        columns = [segment.column_reader(name, translate=False) for name in _COLUMN_NAMES]
        for document in range(segment.doc_count_all()):
            source, names, day, key = (column[document] for column in columns)
            sources.append(bytes(source).decode())
            speakers.append(speakers_in_column(bytes(names)))
            days.append(day)
            keys.append(bytes(key))
    return Columns(sources, speakers, days, keys)


def _page(documents: list[int], scores: dict[int, float], columns: Columns, plan: Plan) -> list[int]:
    """Return the document numbers of the page asked for.

    Ties go to the newer article, then by id. Undated articles come last in both date orders.
    """

    def key(document: int) -> tuple[float | bytes, ...]:
        day, name = columns.days[document], columns.keys[document]
        match plan.sort:
            case "relevance":
                return (-scores[document], -day, name)
            case "newest":
                return (-day, -scores[document], name)
            case "oldest":
                return (not day, day, -scores[document], name)

    return heapq.nsmallest(plan.offset + plan.limit, documents, key=key)[plan.offset :]


def _article_hit(record: str, score: float, highlights: Highlights) -> Hit:
    article = Article.from_json(record)
    return ArticleHit(
        id=article.id,
        title=article.title,
        lead=article.lead,
        date=article.date,
        source=article.source,
        speakers=article.speakers,
        url=article.url,
        score=score,
        snippets=snippets_of(article.body, highlights),
    )


def _quote_hit(record: str, score: float, highlights: Highlights) -> Hit:
    entry = QuoteEntry.from_json(record)
    return QuoteHit(
        speaker=entry.quote.speaker,
        role=entry.quote.role,
        text=entry.quote.text,
        kind=entry.quote.kind,
        cue=entry.quote.cue,
        date=entry.date,
        source=entry.source,
        article_id=entry.article_id,
        title=entry.title,
        lead=entry.lead,
        url=entry.url,
        score=score,
        snippets=(whole_text(entry.quote.text, highlights),),
    )
