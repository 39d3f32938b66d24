"""A search request, and its two spellings: URL parameters and the command line's options."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal, get_args

from corpus.article import ArticleKind
from corpus.characters import clean_characters
from search.errors import RequestError

Target = Literal["articles", "quotes"]
Sort = Literal["relevance", "newest", "oldest"]
Mode = Literal["all", "any"]
Unit = Literal["year", "month", "week", "day"]
SORTS: tuple[Sort, ...] = get_args(Sort)
TARGETS: tuple[Target, ...] = get_args(Target)
MODES: tuple[Mode, ...] = get_args(Mode)
UNITS: tuple[Unit, ...] = get_args(Unit)
KINDS: tuple[ArticleKind, ...] = get_args(ArticleKind)

PAGE_MOST = 100
LIMIT_MOST = 100
QUERY_MOST = 1000

# Facet name -> field of the request that holds its chosen values.
FACET_FIELDS = {"source": "sources", "speaker": "speakers", "date": "dates", "kind": "kinds"}


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """One question: the query, the chosen facet values, a span of dates, and which page of the answer.

    `dates` are chosen years (`2024`), months (`2024-11`), weeks (`2024-W48`), days or `undated`; `since` and
    `until` are points as search.period reads them, both ends included. `kinds` are those of articles, in a
    search for quotes of those that hold them. Within one facet the chosen values are alternatives; across
    facets all must hold. `mode` says whether all words are wanted or any of them, `by` what the date facet
    counts.
    """

    query: str = ""
    target: Target = "articles"
    sources: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    sort: Sort = "relevance"
    page: int = 1
    limit: int = 10
    mode: Mode = "all"
    by: Unit = "month"
    kinds: tuple[ArticleKind, ...] = ()

    def __post_init__(self) -> None:
        """Refuse what no engine should be asked; raises RequestError naming the field."""
        if len(self.query) > QUERY_MOST:
            raise RequestError(
                "The query is longer than {most:,} characters; shorten it.", "q", most=QUERY_MOST
            )
        _check_choice("sort", self.sort, SORTS)
        _check_choice("in", self.target, TARGETS)
        _check_choice("mode", self.mode, MODES)
        _check_choice("by", self.by, UNITS)
        for kind in self.kinds:
            _check_choice("kind", kind, KINDS)
        _check_range("page", self.page, PAGE_MOST)
        _check_range("limit", self.limit, LIMIT_MOST)

    @classmethod
    def from_params(cls, params: Iterable[tuple[str, str]]) -> "SearchRequest":
        """Read URL parameters; the first of a repeated single one wins, unknown ones are left alone.

        Raises RequestError for a value out of range.
        """
        many: dict[str, list[str]] = {}
        for name, value in params:
            many.setdefault(name, []).append(clean_characters(value).strip())
        one = {name: values[0] for name, values in many.items() if values[0]}
        return cls(
            query=one.get("q", ""),
            target=one.get("in", "articles"),  # type: ignore[arg-type]  # checked in __post_init__
            mode=one.get("mode", "all"),  # type: ignore[arg-type]  # checked in __post_init__
            **{field: _chosen(many.get(name, [])) for name, field in FACET_FIELDS.items()},  # type: ignore[arg-type]  # checked in __post_init__
            since=one.get("since"),
            until=one.get("until"),
            by=one.get("by", "month"),  # type: ignore[arg-type]  # checked in __post_init__
            sort=one.get("sort", "relevance"),  # type: ignore[arg-type]  # checked in __post_init__
            page=_whole_number("page", one.get("page", "1")),
            limit=_whole_number("limit", one.get("limit", "10")),
        )

    def to_params(self) -> list[tuple[str, str]]:
        """Return the URL parameters of this request, defaults left out; `from_params` is the inverse."""
        params = [("q", self.query), ("in", self.target), ("mode", self.mode)]
        for name, field in FACET_FIELDS.items():
            params += [(name, value) for value in getattr(self, field)]
        params += [("since", self.since or ""), ("until", self.until or ""), ("by", self.by)]
        params += [("sort", self.sort), ("page", str(self.page)), ("limit", str(self.limit))]
        return [(name, value) for name, value in params if value and _DEFAULTS.get(name) != value]

    @property
    def is_filtered(self) -> bool:
        """Tell whether the answer is narrowed by more than the query."""
        return any((self.sources, self.speakers, self.dates, self.kinds, self.since, self.until))

    def toggle(self, facet: str, value: str) -> "SearchRequest":
        """Return the request with a facet value chosen, or dropped if it was; from its first page."""
        field = FACET_FIELDS[facet]
        chosen: tuple[str, ...] = getattr(self, field)
        rest = tuple(each for each in chosen if each != value)
        return replace(self, page=1, **{field: rest if len(rest) < len(chosen) else (*chosen, value)})  # type: ignore[arg-type]

    def turn_to(self, page: int) -> "SearchRequest":
        """Return the request for another page of the same answer."""
        return replace(self, page=page)


_DEFAULTS = {"in": "articles", "mode": "all", "by": "month", "sort": "relevance", "page": "1", "limit": "10"}


def _chosen(values: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))


def _check_choice(field: str, value: str, choices: tuple[str, ...]) -> None:
    if value not in choices:
        raise RequestError(
            "'{field}' must be one of {choices}; '{value}' is not.",
            field,
            choices=", ".join(choices),
            value=value[:40],
        )


def _check_range(field: str, value: int, most: int) -> None:
    if not 1 <= value <= most:
        raise RequestError(
            "'{field}' must be between 1 and {most}; {value} is not.", field, most=most, value=value
        )


def _whole_number(field: str, text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 10):  # noqa: PLR2004
        raise RequestError("'{field}' must be a whole number; '{text}' is not.", field, text=text[:20])
    return int(text)
