"""The seam between questions and whatever answers them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from corpus.article import Article, ArticleKind
from search.query import Node
from search.request import Sort, Target, Unit
from search.results import Facets, Hit
from search.speakers import SpeakerTable, Split
from search.spelling import Indexed

# Sources and speakers listed of a facet; their counts are exact whatever the number. Dates are all listed.
VALUES_MOST = 100


@dataclass(frozen=True, slots=True)
class Filters:
    """The chosen values of a request and its span of days, both ends included.

    `dates` are years (`2024`), months (`2024-11`), weeks (`2024-W48`), days or `undated`. No chosen value
    of a facet lets everything through. A span leaves undated articles out. `kinds` are those of articles.
    """

    sources: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    kinds: tuple[ArticleKind, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """A parsed request: what an engine needs and nothing else.

    `by` is the unit of the date facet. `values_most` and `limit` are None where all are wanted.
    """

    tree: Node
    target: Target
    filters: Filters
    sort: Sort
    offset: int
    limit: int | None
    by: Unit = "month"
    values_most: int | None = VALUES_MOST


@dataclass(frozen=True, slots=True)
class Findings:
    """What an engine found: the count of all hits, one page of them, and the facets over all.

    `undated` counts what a filter of dates, or a `date:` side by side with the query's other parts, left out
    only because it has none. `generation` names the state of the index that all of it speaks of.
    """

    generation: str
    total: int
    hits: tuple[Hit, ...]
    facets: Facets
    undated: int = 0


class Engine(Protocol):
    """Answer plans over one state of the index."""

    @property
    def generation(self) -> str:
        """Name the state of the index that answers."""
        ...

    @property
    def identity(self) -> str:
        """Tell this state of the index from every other, also from one of the same name."""
        ...

    def find(self, plan: Plan) -> Findings:
        """Return the hits of a plan, ranked, with facets; raises WorkError."""
        ...

    def find_all(self, plan: Plan) -> tuple[Findings, Iterator[Hit]]:
        """Return what `find` does with all hits apart, read one by one from the same state of the index."""
        ...

    def speakers(self, plan: Plan, split: Split | None) -> SpeakerTable:
        """Count by speaker the quotes that a plan finds; its limit is one of speakers."""
        ...

    def count(self, plans: Sequence[Plan]) -> tuple[int, ...]:
        """Return how many hits each plan has: plans made of the same few parts.

        Raises WorkError, earlier than `find` does.
        """
        ...

    def words_near(self, word: str, field: str | None, target: Target, typos: int) -> tuple[Indexed, ...]:
        """Return the indexed words of a field at most so many typos away from a folded word.

        Without a field, those of the fields that a bare word is looked for in. No typos give the word itself.
        """
        ...

    def article(self, article_id: str) -> Article:
        """Return one article; raises UnknownArticleError."""
        ...

    def persons(self, article: Article) -> dict[str, str]:
        """Return the persons whom an article names, by the names that it has for them."""
        ...

    def namesakes(self, names: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """Return who else is called by a chosen name, as search.people.People.namesakes does."""
        ...

    def nearest(self, names: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """Return who has a name near a chosen one that nobody has, as search.people.People.nearest does."""
        ...
