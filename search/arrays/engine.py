"""The embedded engine: answers plans over one generation of arrays."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Self

from corpus.article import Article
from index.errors import IndexDamagedError
from index.generations import IndexFolder
from index.storage import DamageCheck, OpenGeneration, open_generation
from index.voices import voices_of
from search.arrays.asking import Asking
from search.arrays.half import ArrayHalf
from search.arrays.places import Finder
from search.arrays.ranking import Ranked, ranked
from search.arrays.roll import speaker_rows
from search.arrays.selection import selected
from search.arrays.vocabulary import Vocabulary
from search.compilation import TARGET_FIELDS
from search.engine import Findings, Plan
from search.errors import UnknownArticleError
from search.highlights import Highlights
from search.hits import Found, make_hit
from search.people import People
from search.request import Target
from search.rereading import READ_FIELD
from search.results import Hit
from search.speakers import SpeakerTable, Split
from search.spelling import Indexed

# What is counted stands beside an answer, which has its own reading to do.
COUNTED_SHARE = 0.4
# Records read at once when all hits are asked for.
_RECORDS_AT_ONCE = 50


class ArraysEngine:
    """One generation, open until nobody reads it. Threads may share it: it only remembers things for queries.

    `halves` are the articles and the quotes as queries read them.
    """

    def __init__(self, opened: OpenGeneration) -> None:
        self._generation = opened.generation
        people = self._people = People(opened.people)
        self.halves: dict[Target, ArrayHalf] = {
            "articles": ArrayHalf(opened.articles, people),
            "quotes": ArrayHalf(opened.quotes, people),
        }
        self._asking = Asking(self.halves["articles"], self.halves["quotes"])
        self._finders = {target: Finder(half, READ_FIELD[target]) for target, half in self.halves.items()}
        self._vocabularies = {target: Vocabulary(half) for target, half in self.halves.items()}

    @classmethod
    def open(cls, root: Path) -> Self:
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
        """Return the hits of a plan, ranked, with facets; raises WorkError."""
        with DamageCheck(self._generation):
            found = self._ranked(plan)
            hits = tuple(self._hits(found, plan))
        return self._findings(found, hits)

    def find_all(self, plan: Plan) -> tuple[Findings, Iterator[Hit]]:
        """Return what `find` does with all hits apart, read a few at a time from this generation."""
        with DamageCheck(self._generation):
            found = self._ranked(plan)
        return self._findings(found, ()), self._hits(found, plan)

    def count(self, plans: Sequence[Plan]) -> tuple[int, ...]:
        """Return how many hits each plan has; raises WorkError."""
        return tuple(map(self._count, plans))

    def speakers(self, plan: Plan, split: Split | None) -> SpeakerTable:
        """Count by speaker the quotes that a plan finds; its limit is one of speakers."""
        with DamageCheck(self._generation):
            asked = self._asking.asked(replace(plan, target="quotes"))
            return speaker_rows(self.halves["quotes"], asked, plan, split, self.generation)

    def words_near(self, word: str, field: str | None, target: Target, typos: int) -> tuple[Indexed, ...]:
        """Return the indexed words of a field at most so many typos away from a folded word."""
        with DamageCheck(self._generation):
            return self._vocabularies[target].near(word, (field,) if field else TARGET_FIELDS[target], typos)

    def article(self, article_id: str) -> Article:
        """Return one article; raises UnknownArticleError."""
        half = self.halves["articles"]
        with DamageCheck(self._generation):
            docs = half.living(half.field("id").postings(article_id.encode()).docs)
            if not docs.size:
                raise UnknownArticleError(f"No article has the id '{article_id}'; search for it again.")
            return Article.from_json(half.records(docs.tolist())[0])

    def persons(self, article: Article) -> dict[str, str]:
        """Return the persons whom an article names, by the names that it has for them."""
        return {name: self._people.person(voice) for name, voice in voices_of(article).items()}

    def namesakes(self, names: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """Return who else is called by a chosen name."""
        return self._people.namesakes(names)

    def nearest(self, names: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """Return who has a name near a chosen one that nobody has."""
        return self._people.nearest(names)

    def _ranked(self, plan: Plan) -> Ranked:
        return ranked(self.halves[plan.target], self._asking.asked(plan), plan)

    def _count(self, plan: Plan) -> int:
        with DamageCheck(self._generation):
            asked = self._asking.asked(plan, COUNTED_SHARE)
            docs = self.halves[plan.target].matching(asked.operator)
            rows = selected(docs, asked.columns, asked.filters)
            return docs.size if rows is None else rows.size

    def _findings(self, found: Ranked, hits: tuple[Hit, ...]) -> Findings:
        return Findings(self.generation, found.total, hits, found.facets, found.undated)

    def _hits(self, found: Ranked, plan: Plan) -> Iterator[Hit]:
        """Yield the hits one by one, read a few at a time."""
        half, finder = self.halves[plan.target], self._finders[plan.target]
        chosen = chain.from_iterable(map(self._people.called, plan.filters.speakers))
        highlights = Highlights.of(self._people.untitled(plan.tree), chosen)
        for first in range(0, len(found.docs), _RECORDS_AT_ONCE):
            some = slice(first, first + _RECORDS_AT_ONCE)
            with DamageCheck(self._generation):
                records = half.records(found.docs[some])
                speakers = list(map(half.speakers, found.docs[some]))
                places = finder.places(highlights.anywhere, found.docs[some])
            for each in zip(records, found.scores[some], speakers, places, strict=True):
                yield make_hit(plan.target, Found(*each), highlights, self._people)
