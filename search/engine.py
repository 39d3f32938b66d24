"""The seam between questions and whatever answers them."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from corpus.article import Article
from search.query import Node
from search.request import Sort, Target
from search.results import Facets, Hit


@dataclass(frozen=True, slots=True)
class Filters:
    """The chosen values of a request and its span of days, both ends included.

    `dates` are months (`2024-11`) or `undated`. No chosen value of a facet lets everything through. A span
    leaves undated articles out.
    """

    sources: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """A parsed request: what an engine needs and nothing else."""

    tree: Node
    target: Target
    filters: Filters
    sort: Sort
    offset: int
    limit: int


@dataclass(frozen=True, slots=True)
class Findings:
    """What an engine found: the count of all hits, one page of them, and the facets over all.

    `generation` names the state of the index that all of it speaks of.
    """

    generation: str
    total: int
    hits: tuple[Hit, ...]
    facets: Facets


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
        """Return the hits of a plan, ranked, with facets."""
        ...

    def article(self, article_id: str) -> Article:
        """Return one article; raises UnknownArticleError."""
        ...
