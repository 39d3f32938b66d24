"""The records that leave this layer: a page of hits with its facets."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, NamedTuple

from corpus.article import ArticleKind, QuoteKind


class Fragment(NamedTuple):
    """A stretch of plain text; `marked` where it matches the query. Whoever renders it escapes it.

    A named tuple, as FacetValue is.
    """

    text: str
    marked: bool


Snippet = tuple[Fragment, ...]


class FacetValue(NamedTuple):
    """One value of a facet: how many hits choosing it would give, and the names by which it is chosen.

    A request may have chosen it by other names than the one shown here, or by several. A named tuple, since
    every answer makes hundreds: a frozen dataclass takes twice as long.
    """

    value: str
    count: int  # type: ignore[assignment]  # over the method of tuples, which nothing here asks for
    chosen_as: tuple[str, ...] = ()

    @property
    def selected(self) -> bool:
        """Tell whether the request has chosen it."""
        return bool(self.chosen_as)

    def to_record(self) -> dict[str, Any]:
        """Return what JSON shows of it."""
        return {"value": self.value, "count": self.count}


@dataclass(frozen=True, slots=True)
class Namesakes:
    """A chosen name by which `others` are called too, whom it does not choose, those with most hits first.

    `count` is how many hits the name itself gives; that of each of the others, what choosing them would give.
    Where a name is not `known`, nobody has it, and the others have the nearest names, the most heard first.
    """

    name: str
    count: int
    others: tuple[FacetValue, ...]
    known: bool = True

    def to_record(self) -> dict[str, Any]:
        """Return what JSON shows of it."""
        others = [each.to_record() for each in self.others]
        return {"name": self.name, "count": self.count, "others": others, "known": self.known}


@dataclass(frozen=True, slots=True)
class Facets:
    """The values of each facet: sources and speakers most frequent first, dates newest first.

    The unit of the dates is the request's. Articles without a date are counted under `undated`, last. A kind
    is that of articles, also of those that hold a quote.
    """

    source: tuple[FacetValue, ...] = ()
    speaker: tuple[FacetValue, ...] = ()
    date: tuple[FacetValue, ...] = ()
    kind: tuple[FacetValue, ...] = ()

    def items(self) -> Iterator[tuple[str, tuple[FacetValue, ...]]]:
        """Yield the name and the values of each facet."""
        yield from ((name, getattr(self, name)) for name in self.__slots__)

    def to_record(self) -> dict[str, Any]:
        """Return what JSON shows of them."""
        return {name: [value.to_record() for value in values] for name, values in self.items()}


@dataclass(frozen=True, slots=True)
class ArticleHit:
    """One article found; `lead` holds the first words of its body, shown where it has no title.

    `speakers` are persons, by the names of the facets.
    """

    id: str
    title: str | None
    lead: str
    date: date | None
    source: str | None
    speakers: tuple[str, ...]
    url: str | None
    score: float
    snippets: tuple[Snippet, ...]
    kind: ArticleKind = "news"

    def to_record(self) -> dict[str, Any]:
        """Return the fields under their own names as JSON can hold them."""
        return _record(self)


@dataclass(frozen=True, slots=True)
class QuoteHit:
    """One quote found, with what it shows of the article that holds it (`article_id`, `article_kind`, …).

    `as_named` is the speaker's name in the article, where it is another than that of the facets.
    """

    speaker: str | None
    role: str | None
    text: str
    kind: QuoteKind
    cue: str | None
    date: date | None
    source: str | None
    article_id: str
    title: str | None
    lead: str
    url: str | None
    score: float
    snippets: tuple[Snippet, ...]
    article_kind: ArticleKind = "news"
    as_named: str | None = None

    def to_record(self) -> dict[str, Any]:
        """Return the fields under their own names as JSON can hold them."""
        return _record(self)


Hit = ArticleHit | QuoteHit


# What a part of a question is: of its query, or one of its filters.
PartKind = Literal[
    "word",
    "phrase",
    "prefix",
    "fuzzy",
    "field",
    "excluded",
    "group",
    "dated",
    "source",
    "speaker",
    "date",
    "kind",
    "span",
    "ignored",
]


@dataclass(frozen=True, slots=True)
class Part:
    """A word, phrase or filter of a question that found nothing, as it was written.

    `alone` counts the hits of this part by itself, `without` those of all the others. What is `ignored`, a
    function word, is not looked for and has no counts.
    """

    kind: PartKind
    text: str
    alone: int
    without: int

    def to_record(self) -> dict[str, Any]:
        """Return what JSON shows of it."""
        return {"kind": self.kind, "text": self.text, "alone": self.alone, "without": self.without}


@dataclass(frozen=True, slots=True)
class SearchPage:
    """The answer to one request: `total` counts all hits, of which `hits` is one page.

    `relaxed` tells that all words together found nothing and the hits match any of them. `explanation` then,
    or where there is no hit at all, says what each part of the question finds. `suggestion` is the query with
    words that the index does not know put right. `undated` counts what a filter of dates left out only
    because it has none. `namesakes` are those who are called by a chosen name, or nearly so, without being
    meant.
    `generation` names the state of the index that answered.
    """

    query: str
    total: int
    hits: tuple[Hit, ...]
    facets: Facets
    generation: str
    relaxed: bool = False
    explanation: tuple[Part, ...] = ()
    undated: int = 0
    suggestion: str | None = None
    namesakes: tuple[Namesakes, ...] = ()

    def to_record(self) -> dict[str, Any]:
        """Return the fields under their own names as JSON can hold them."""
        return {
            "query": self.query,
            "total": self.total,
            "relaxed": self.relaxed,
            "suggestion": self.suggestion,
            "hits": [hit.to_record() for hit in self.hits],
            "facets": self.facets.to_record(),
            "undated": self.undated,
            "namesakes": [each.to_record() for each in self.namesakes],
            "explanation": [part.to_record() for part in self.explanation],
            "generation": self.generation,
        }


def _record(hit: Hit) -> dict[str, Any]:
    record = {name: getattr(hit, name) for name in hit.__slots__}
    record["date"] = hit.date.isoformat() if hit.date else None
    record["snippets"] = [
        [{"text": part.text, "marked": part.marked} for part in snippet] for snippet in hit.snippets
    ]
    return record
