"""The embedded engine: answers plans over one generation with Whoosh's searcher."""

import heapq
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from pathlib import Path

from whoosh import query as whoosh
from whoosh.searching import Searcher

from corpus.article import Article
from index.generations import IndexFolder
from index.schema import article_in_key, role_in
from index.storage import DamageCheck
from index.voices import voices_of
from search.compilation import TARGET_FIELDS, compile_query
from search.engine import Filters, Findings, Plan
from search.errors import UnknownArticleError
from search.highlights import Highlights
from search.hits import Found, make_hit
from search.naming import NameLeaf
from search.people import People
from search.query import And
from search.ranking import REREAD_MOST
from search.request import Target
from search.results import Hit
from search.speakers import Roll, Saying, SpeakerTable, Split, Tally
from search.spelling import Indexed
from search.timeframe import date_parts_as_filter
from search.voices import words_said
from stock.storage import OpenGeneration, stock_copy
from stock.whoosh_columns import Columns
from stock.whoosh_facets import Selection, select
from stock.whoosh_half import Half, matching_documents, matching_scores
from stock.whoosh_query import Sources, query_of
from stock.whoosh_quotes import QuoteSearch
from stock.whoosh_rereading import bonuses
from stock.whoosh_words import Vocabulary
from stock.whoosh_work import check_work

# What is counted stands beside an answer, which has its own reading to do.
COUNTED_SHARE = 0.4


class WhooshEngine:
    """One generation, open. Threads may share it: each query has a searcher of its own."""

    def __init__(self, opened: OpenGeneration) -> None:
        self._generation = opened.generation
        with DamageCheck(opened.generation):
            self._people = People(opened.people)
            self._halves: dict[Target, Half] = {
                "articles": Half(opened.articles, self._people),
                "quotes": Half(opened.quotes, self._people),
            }
        self._vocabularies = {target: Vocabulary(half) for target, half in self._halves.items()}

    @classmethod
    def open(cls, root: Path, folder: Path) -> "WhooshEngine":
        """Index the articles of the live generation once more, with stock Whoosh, in a folder; open that."""
        return cls(stock_copy(IndexFolder(root).current(), folder))

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
        with DamageCheck(self._generation), self._halves[plan.target].searcher() as searcher:
            found = _reread(searcher, plan, self._matches(searcher, plan))
            page = _page(found, plan)
            shown = [self._found(searcher, plan.target, document, found) for document in page]
        highlights = Highlights.of(plan.tree, plan.filters.speakers)
        hits = tuple(make_hit(plan.target, each, highlights, self._people) for each in shown)
        return self._findings(found, hits)

    def find_all(self, plan: Plan) -> tuple[Findings, Iterator[Hit]]:
        """Return what `find` does with all hits apart, read one by one from this generation."""
        with DamageCheck(self._generation), self._halves[plan.target].searcher() as searcher:
            found = _reread(searcher, plan, self._matches(searcher, plan))
        return self._findings(found, ()), self._hits(found, plan)

    def count(self, plans: Sequence[Plan]) -> tuple[int, ...]:
        """Return how many hits each plan has, what they share read once; raises WorkError."""
        counts = []
        found: dict[Target, dict[whoosh.Query, set[int]]] = {"articles": {}, "quotes": {}}
        for plan in plans:
            with DamageCheck(self._generation), self._halves[plan.target].searcher() as searcher:
                asked = self._asked(searcher, plan)
                check_work(asked.query, plan.tree, searcher.reader(), COUNTED_SHARE)
                documents = matching_documents(searcher, asked.query, found[plan.target])
            counts.append(len(select(documents, asked.columns, asked.filters).documents))
        return tuple(counts)

    def speakers(self, plan: Plan, split: Split | None) -> SpeakerTable:
        """Count by speaker the quotes that a plan finds; its limit is one of speakers."""
        with DamageCheck(self._generation), self._halves["quotes"].searcher() as searcher:
            found = self._matches(searcher, replace(plan, target="quotes"))
            documents = found.selection.documents
            sayings = [_saying(found.columns, document) for document in documents]
            roll = Roll.of(sayings)
            tally = Tally(sayings, lambda row: role_in(searcher.stored_fields(documents[row])["record"]))
            rows = tuple(tally.rows(roll, split, plan.limit))
        return SpeakerTable(
            split=split,
            quotes=len(documents),
            unnamed=roll.unnamed,
            undated=found.selection.undated,
            speakers=len(roll.by_speaker),
            rows=rows,
            generation=self.generation,
        )

    def words_near(self, word: str, field: str | None, target: Target, typos: int) -> tuple[Indexed, ...]:
        """Return the indexed words of a field at most so many typos away from a folded word."""
        with DamageCheck(self._generation):
            return self._vocabularies[target].near(word, (field,) if field else TARGET_FIELDS[target], typos)

    def article(self, article_id: str) -> Article:
        """Return one article; raises UnknownArticleError."""
        with DamageCheck(self._generation), self._halves["articles"].searcher() as searcher:
            fields = searcher.document(id=article_id)
        if fields is None:
            raise UnknownArticleError(f"No article has the id '{article_id}'; search for it again.")
        return Article.from_json(fields["record"])

    def persons(self, article: Article) -> dict[str, str]:
        """Return the persons whom an article names, by the names that it has for them."""
        return {name: self._people.person(voice) for name, voice in voices_of(article).items()}

    def namesakes(self, names: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """Return who else is called by a chosen name."""
        return self._people.namesakes(names)

    def nearest(self, names: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """Return who has a name near a chosen one that nobody has."""
        return self._people.nearest(names)

    def _matches(self, searcher: Searcher, plan: Plan) -> "_Matches":
        """Return what a plan finds; raises WorkError."""
        asked = self._asked(searcher, plan)
        check_work(asked.query, plan.tree, searcher.reader())
        scores = matching_scores(searcher, asked.query)
        selection = select(scores, asked.columns, asked.filters, plan.by, plan.values_most)
        return _Matches(scores, asked.columns, selection)

    def _asked(self, searcher: Searcher, plan: Plan) -> "_Asked":
        """Compile a plan; raises WorkError where what it asks of the quotes is too much."""
        tree, filters = date_parts_as_filter(plan.tree, plan.filters)
        columns = self._halves[plan.target].columns(searcher)
        clause = compile_query(tree, plan.target)
        spoken_in_quotes = partial(self._spoken_by, "quotes")
        if plan.target == "quotes":
            return _Asked(query_of(clause, Sources(spoken_in_quotes)), filters, columns)
        quotes = QuoteSearch(self._halves["quotes"], self._halves["articles"].numbers(searcher), tree)
        sources = Sources(partial(self._spoken_by, "articles"), spoken_in_quotes, quotes.holders)
        query = query_of(clause, sources)
        said = words_said(tree)
        if said:
            columns = columns.heard(quotes.voices(query_of(compile_query(And(said), "quotes"))))
        return _Asked(query, filters, columns)

    def _spoken_by(self, target: Target, leaf: NameLeaf) -> frozenset[int]:
        """Return what the persons said whom a part of a query names by one of several names."""
        persons = self._people.named(leaf)
        if not persons:
            return frozenset()
        half = self._halves[target]
        with half.searcher() as searcher:
            documents_of = half.columns(searcher).documents_of
        return frozenset(chain.from_iterable(documents_of.get(person, ()) for person in persons))

    def _findings(self, found: "_Matches", hits: tuple[Hit, ...]) -> Findings:
        selection = found.selection
        return Findings(self.generation, len(selection.documents), hits, selection.facets, selection.undated)

    def _hits(self, found: "_Matches", plan: Plan) -> Iterator[Hit]:
        """Yield the hits one by one; the generation stays open until the last."""
        highlights = Highlights.of(plan.tree, plan.filters.speakers)
        with self._halves[plan.target].searcher() as searcher:
            for document in _page(found, plan):
                with DamageCheck(self._generation):
                    shown = self._found(searcher, plan.target, document, found)
                yield make_hit(plan.target, shown, highlights, self._people)

    def _found(self, searcher: Searcher, target: Target, document: int, found: "_Matches") -> Found:
        speakers = self._halves[target].columns(searcher).speakers[document]
        return Found(searcher.stored_fields(document)["record"], found.scores[document], speakers)

    def close(self) -> None:
        """Close what is open; queries under way finish first."""
        for half in self._halves.values():
            half.close()


@dataclass(frozen=True, slots=True)
class _Asked:
    """A plan as Whoosh runs it, with the columns that its filters and facets read."""

    query: whoosh.Query
    filters: Filters
    columns: Columns


@dataclass(frozen=True, slots=True)
class _Matches:
    """The documents that match, with their scores, and those of them that pass the filters."""

    scores: dict[int, float]
    columns: Columns
    selection: Selection


def _saying(columns: Columns, document: int) -> Saying:
    article = article_in_key(columns.keys[document])
    return Saying(columns.speakers[document], columns.sources[document], columns.days[document], article)


def _reread(searcher: Searcher, plan: Plan, found: _Matches) -> _Matches:
    """Add to the scores of the first hits by relevance what reading them again tells.

    They are the same hits whatever page is asked for, and none of them falls behind another hit.
    """
    if plan.sort != "relevance":
        return found
    first = _page(found, replace(plan, offset=0, limit=REREAD_MOST))
    gained = bonuses(searcher, plan.target, plan.tree, first)
    scores = found.scores | {document: found.scores[document] + bonus for document, bonus in gained.items()}
    return replace(found, scores=scores)


def _page(found: _Matches, plan: Plan) -> list[int]:
    """Return the document numbers of the page asked for, or of all pages where it has no limit.

    Ties go to the newer article, then by id. Undated articles come last in both date orders.
    """
    scores, columns = found.scores, found.columns

    def key(document: int) -> tuple[float | bytes, ...]:
        day, name = columns.days[document], columns.keys[document]
        match plan.sort:
            case "relevance":
                return (-scores[document], -day, name)
            case "newest":
                return (-day, -scores[document], name)
            case "oldest":
                return (not day, day, -scores[document], name)

    documents = found.selection.documents
    if plan.limit is None:
        return sorted(documents, key=key)
    return heapq.nsmallest(plan.offset + plan.limit, documents, key=key)[plan.offset :]
