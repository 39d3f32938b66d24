"""Filters and the facets counted behind them, by hand and over a real index of drawn articles."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import product
from pathlib import Path
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.article import Article, ArticleKind
from index.arrays.array_file import Array
from index.people import Person
from index.voices import NO_DAY
from search.answer import answer, plan_of
from search.arrays.columns import ArrayColumns, Days, Names
from search.arrays.engine import ArraysEngine
from search.arrays.selection import Selection, select, selected
from search.engine import VALUES_MOST, Filters
from search.people import NOBODY, People
from search.request import FACET_FIELDS, KINDS, UNITS, SearchRequest, Unit
from search.results import Facets, FacetValue, QuoteHit, SearchPage

OCTOBER, NOVEMBER, LAST = date(2024, 10, 20), date(2024, 11, 1), date(2024, 11, 30)


@dataclass(frozen=True, slots=True)
class Row:
    """What a filter reads of an article or a quote, and what its hit is known by."""

    key: tuple[str, str]
    words: str
    source: str | None
    speakers: tuple[str, ...]
    day: date | None
    kind: ArticleKind

    def labels(self) -> dict[str, str]:
        if self.day is None:
            return dict.fromkeys(UNITS, "undated")
        text = self.day.isoformat()
        return {"year": text[:4], "month": text[:7], "week": WEEKS[self.day], "day": text}


def row(source: str | None, speakers: tuple[str, ...], day: date | None, kind: ArticleKind = "news") -> Row:
    return Row(("", ""), "", source, speakers, day, kind)


def columns_of(rows: Sequence[Row], people: People = NOBODY) -> ArrayColumns:
    """Lay rows out as columns."""
    names = {
        "source": single([row.source or "" for row in rows]).spelled(),
        "speaker": multiple([row.speakers for row in rows]),
        "kind": single([row.kind for row in rows]),
    }
    days = [row.day.toordinal() if row.day else NO_DAY for row in rows]
    return ArrayColumns(names, Days(np.array(days, np.int32)), people)


def single(names: Sequence[str]) -> Names:
    values = sorted({"", *names})
    return Names.single(values, np.array([values.index(name) for name in names], np.intp))


def multiple(names: Sequence[tuple[str, ...]]) -> Names:
    values = sorted({name for each in names for name in each})
    ordinals = [values.index(name) for each in names for name in each]
    documents = [number for number, each in enumerate(names) for _ in each]
    return Names.multiple(values, np.array(ordinals, np.intp), np.array(documents, np.intp), len(names))


def documents_in(selection: Selection, docs: Array) -> list[int]:
    found: list[int] = (docs if selection.rows is None else docs.take(selection.rows)).tolist()
    return found


COLUMNS = columns_of(
    [
        row("lentera.example", ("Nu'man Saefudin",), OCTOBER),
        row("lentera.example", ("Nu'man Saefudin", "Siti Marlupi"), NOVEMBER),
        row("Kabar Teluk", ("Siti Marlupi",), LAST, "factcheck"),
        row("Kabar Teluk", (), None, "factcheck"),
        row(None, (), None),
    ],
    People((Person("Nu'man Saefudin", ()), Person("Siti Marlupi", (), ("Bu Siti",)))),
)
ALL = np.arange(5)


def counts(values: tuple[FacetValue, ...]) -> list[tuple[str, int]]:
    return [(value.value, value.count) for value in values]


def test_facets_count_every_document_without_a_filter() -> None:
    selection = select(ALL, COLUMNS, Filters())
    assert documents_in(selection, ALL) == ALL.tolist()
    assert counts(selection.facets.source) == [("Kabar Teluk", 2), ("lentera.example", 2)]
    assert counts(selection.facets.speaker) == [("Nu'man Saefudin", 2), ("Siti Marlupi", 2)]
    assert counts(selection.facets.date) == [("2024-11", 2), ("2024-10", 1), ("undated", 2)]
    assert counts(selection.facets.kind) == [("news", 3), ("factcheck", 2)]


@pytest.mark.parametrize(
    ("filters", "documents"),
    [
        (Filters(sources=("lentera.example",)), [0, 1]),
        (Filters(sources=("lentera.example", "Kabar Teluk")), [0, 1, 2, 3]),
        (Filters(sources=("LENTERA.example",)), [0, 1]),
        (Filters(sources=("kabar  teluk ",)), [2, 3]),
        (Filters(speakers=("Siti Marlupi",)), [1, 2]),
        (Filters(speakers=("nu’man saefudin",)), [0, 1]),
        (Filters(speakers=("Siti Marlupi", "Nu'man Saefudin")), [0, 1, 2]),
        (Filters(speakers=("Siti",)), []),
        (Filters(kinds=("factcheck",)), [2, 3]),
        (Filters(kinds=("news",)), [0, 1, 4]),
        (Filters(kinds=("factcheck", "news")), [0, 1, 2, 3, 4]),
        (Filters(kinds=("factcheck",), dates=("2024-11",)), [2]),
        (Filters(dates=("2024-11",)), [1, 2]),
        (Filters(dates=("2024-10", "undated")), [0, 3, 4]),
        (Filters(dates=("2024",)), [0, 1, 2]),
        (Filters(dates=("2024-W44",)), [1]),
        (Filters(dates=("2024-11-30", "2024-W42")), [0, 2]),
        (Filters(dates=("2023",)), []),
        (Filters(sources=("lentera.example",), dates=("2024-11",)), [1]),
        (Filters(sources=("Kabar Teluk",), speakers=("Nu'man Saefudin",)), []),
        (Filters(since=date(2024, 11, 1)), [1, 2]),
        (Filters(until=date(2024, 11, 1)), [0, 1]),
        (Filters(since=date(2024, 11, 1), until=date(2024, 11, 1)), [1]),
        (Filters(since=date.min, until=date.max), [0, 1, 2]),
        (Filters(since=date(2024, 1, 1), dates=("undated",)), []),
    ],
)
def test_values_are_alternatives_within_a_facet_and_all_facets_must_hold(
    filters: Filters, documents: list[int]
) -> None:
    assert documents_in(select(ALL, COLUMNS, filters), ALL) == documents
    rows = selected(ALL, COLUMNS, filters)
    assert (ALL if rows is None else ALL[rows]).tolist() == documents


def test_choosing_a_value_never_hides_its_neighbours() -> None:
    facets = select(ALL, COLUMNS, Filters(sources=("lentera.example",))).facets
    assert facets.source == (
        FacetValue("Kabar Teluk", 2),
        FacetValue("lentera.example", 2, ("lentera.example",)),
    )
    assert counts(facets.speaker) == [("Nu'man Saefudin", 2), ("Siti Marlupi", 1)]
    assert counts(facets.date) == [("2024-11", 1), ("2024-10", 1)]


def test_a_chosen_value_that_no_hit_has_is_listed_with_no_count() -> None:
    facets = select(np.array([0]), COLUMNS, Filters(speakers=("Bonar",), dates=("2019-01", "undated"))).facets
    assert facets.speaker == (FacetValue("Bonar", 0, ("Bonar",)),)
    assert facets.date == (
        FacetValue("2019-01", 0, ("2019-01",)),
        FacetValue("undated", 0, ("undated",)),
    )


@pytest.mark.parametrize(
    ("by", "dates"),
    [
        ("year", [("2024", 3), ("undated", 2)]),
        ("month", [("2024-11", 2), ("2024-10", 1), ("undated", 2)]),
        ("week", [("2024-W48", 1), ("2024-W44", 1), ("2024-W42", 1), ("undated", 2)]),
        ("day", [("2024-11-30", 1), ("2024-11-01", 1), ("2024-10-20", 1), ("undated", 2)]),
    ],
)
def test_dates_are_counted_by_the_unit_newest_first_and_undated_last(
    by: Unit, dates: list[tuple[str, int]]
) -> None:
    assert counts(select(ALL, COLUMNS, Filters(), by).facets.date) == dates


def test_a_chosen_date_of_another_unit_stands_among_the_others_with_its_count() -> None:
    chosen = ("2024", "2024-W48", "2024-11-01", "undated")
    assert select(ALL, COLUMNS, Filters(dates=chosen)).facets.date == (
        FacetValue("2024", 3, ("2024",)),
        FacetValue("2024-W48", 1, ("2024-W48",)),
        FacetValue("2024-11", 2),
        FacetValue("2024-11-01", 1, ("2024-11-01",)),
        FacetValue("2024-10", 1),
        FacetValue("undated", 2, ("undated",)),
    )


@pytest.mark.parametrize(
    ("filters", "undated"),
    [
        (Filters(), 0),
        (Filters(sources=("Kabar Teluk",)), 0),
        (Filters(dates=("2024-11",)), 2),
        (Filters(dates=("2023",)), 2),
        (Filters(dates=("2024-11", "undated")), 0),
        (Filters(dates=("undated",)), 0),
        (Filters(since=date(2024, 11, 1)), 2),
        (Filters(until=date(2024, 11, 1)), 2),
        # A span leaves them out even where they are chosen.
        (Filters(dates=("undated",), until=date(2024, 11, 1)), 2),
        (Filters(sources=("Kabar Teluk",), since=date(2024, 1, 1)), 1),
        (Filters(kinds=("news",), since=date(2024, 1, 1)), 1),
        (Filters(sources=("lentera.example",), dates=("2024",)), 0),
        (Filters(speakers=("Siti Marlupi",), dates=("2024",)), 0),
    ],
)
def test_what_a_filter_of_dates_left_out_for_want_of_a_date_is_counted(
    filters: Filters, undated: int
) -> None:
    assert select(ALL, COLUMNS, filters).undated == undated


def test_a_value_chosen_in_another_spelling_is_marked_under_its_own() -> None:
    facets = select(ALL, COLUMNS, Filters(speakers=("NU’MAN saefudin",))).facets
    assert facets.speaker[0] == FacetValue("Nu'man Saefudin", 2, ("NU’MAN saefudin",))
    assert [value.value for value in facets.speaker] == ["Nu'man Saefudin", "Siti Marlupi"]


def test_rare_values_are_left_out_of_a_long_facet_but_not_the_chosen() -> None:
    names = [f"Saksi {number:03d}" for number in range(VALUES_MOST + 20)]
    columns = columns_of([row(None, (name,), None) for name in names])
    facets = select(np.arange(len(names)), columns, Filters(speakers=(names[-1],))).facets
    assert [value.value for value in facets.speaker] == [*names[:VALUES_MOST], names[-1]]
    assert facets.speaker[-1].selected


def test_a_value_chosen_in_two_spellings_is_listed_once() -> None:
    facets = select(ALL, COLUMNS, Filters(speakers=("BONAR", "bonar", "siti marlupi", "Bu Siti"))).facets
    assert [value for value in facets.speaker if value.selected] == [
        FacetValue("Siti Marlupi", 2, ("siti marlupi", "Bu Siti")),
        FacetValue("BONAR", 0, ("BONAR", "bonar")),
    ]


def test_every_day_of_a_long_list_is_kept() -> None:
    columns = columns_of([row(None, (), OCTOBER + timedelta(number)) for number in range(1000)])
    dates = select(np.arange(1000), columns, Filters(), "day").facets.date
    assert len(dates) == 1000
    assert dates[-1] == FacetValue("2024-10-20", 1)


def test_no_document_gives_no_facet_value() -> None:
    nothing = np.empty(0, np.intp)
    selection = select(nothing, COLUMNS, Filters())
    assert documents_in(selection, nothing) == []
    assert selection.facets == Facets()


SOURCES = ("Kabar Teluk", "lentera.example", "Suarapesisir")
NAMES = ("Anton Wirya", "Bonar Simatangga", "Nu'man Saefudin")
# Around New Year, where weeks, months and years part ways.
DAYS = (
    *(date(2023, 12, 31), date(2024, 10, 20), date(2024, 11, 25), date(2024, 12, 1)),
    *(date(2024, 12, 29), date(2024, 12, 30), date(2025, 1, 5), date(2025, 1, 6)),
)
CHOICES = (
    *("2023", "2024", "2025", "2024-11", "2024-12", "2025-01", "2019-01", "undated"),
    *("2024-W48", "2024-W52", "2025-W01", "2025-W02", "2024-12-30", "2025-01-06", "2025-01-07"),
)
WEEKS_OF_DAYS = (
    *("2023-W52", "2024-W42", "2024-W48", "2024-W48"),
    *("2024-W52", "2025-W01", "2025-W01", "2025-W02"),
)
WEEKS = dict(zip(DAYS, WEEKS_OF_DAYS, strict=True))


def passes(row: Row, filters: Filters) -> bool:
    spanned = not (filters.since or filters.until) or (
        row.day is not None and (filters.since or date.min) <= row.day <= (filters.until or date.max)
    )
    return (
        spanned
        and (not filters.sources or row.source in filters.sources)
        and (not filters.speakers or bool(set(row.speakers) & set(filters.speakers)))
        and (not filters.dates or bool(set(row.labels().values()) & set(filters.dates)))
        and (not filters.kinds or row.kind in filters.kinds)
    )


def by_hand(rows: Iterable[Row], filters: Filters, by: Unit) -> dict[str, Counter[str]]:
    rows = list(rows)
    return {
        "source": Counter(
            row.source for row in rows if row.source and passes(row, replace(filters, sources=()))
        ),
        "speaker": Counter(
            name for row in rows if passes(row, replace(filters, speakers=())) for name in row.speakers
        ),
        "date": Counter(row.labels()[by] for row in rows if passes(row, replace(filters, dates=()))),
        "kind": Counter(row.kind for row in rows if passes(row, replace(filters, kinds=()))),
    }


def left_undated(rows: Iterable[Row], filters: Filters) -> int:
    """Count what a date would let in: any date where a filter of dates is, none where there is not."""
    dateless = replace(filters, dates=(), since=None, until=None)
    return sum(row.day is None and passes(row, dateless) and not passes(row, filters) for row in rows)


def chosen(values: tuple[str, ...]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(values), unique=True, max_size=3).map(tuple)


days = st.none() | st.sampled_from(DAYS) | st.dates(date(2023, 12, 1), date(2025, 2, 1))
all_filters = st.builds(
    Filters,
    sources=chosen(SOURCES),
    speakers=chosen(NAMES),
    dates=chosen(CHOICES),
    since=days,
    until=days,
    kinds=chosen(KINDS),
)
drawn_rows = st.builds(
    Row,
    key=st.just(("", "")),
    words=st.just(""),
    source=st.sampled_from((None, *SOURCES)),
    speakers=st.lists(st.sampled_from(NAMES), unique=True).map(tuple),
    day=st.sampled_from((None, *DAYS)),
    kind=st.sampled_from(KINDS),
)


@given(rows=st.lists(drawn_rows, max_size=12), filters=all_filters, by=st.sampled_from(UNITS))
def test_counts_are_those_of_counting_by_hand(rows: list[Row], filters: Filters, by: Unit) -> None:
    docs = np.arange(len(rows))
    selection = select(docs, columns_of(rows), filters, by)
    assert documents_in(selection, docs) == [n for n, row in enumerate(rows) if passes(row, filters)]
    assert selection.undated == left_undated(rows, filters)
    check_facets(selection.facets, rows, filters, by)


def check_facets(facets: Facets, rows: Iterable[Row], filters: Filters, by: Unit) -> None:
    expected = by_hand(rows, filters, by)
    for name, values in facets.items():
        assert len({value.value for value in values}) == len(values)
        picked = getattr(filters, FACET_FIELDS[name])
        assert {value.value for value in values if value.selected} == set(picked)
        own = {value.value: value.count for value in values if value.value in expected[name]}
        assert own == dict(expected[name])
        # Any other is a chosen one: without a hit, or a date of another unit.
        assert {value.value for value in values} - own.keys() <= set(picked)
    labels = [row.labels() for row in rows if passes(row, replace(filters, dates=()))]
    for value in facets.date:
        assert value.count == sum(value.value in set(each.values()) for each in labels)


def drawn_articles(article: Callable[..., Article]) -> list[Article]:
    """Draw articles of every source and day there is, with some speakers and words."""
    chance = Random(4)  # no secret
    made = []
    for number, (source, day) in enumerate(product((None, *SOURCES), (None, None, *DAYS))):
        words = chance.choice(("debat", "debat logistik", "logistik"))
        names = chance.sample((None, *NAMES), chance.randint(0, 3))
        said = [(name, f"Janji nomor {number} soal {words},") for name in names]
        body = " ".join([f"{words} di Arunika.", *(f"“{text}” kata {name}." for name, text in said)])
        kind = KINDS[number % 3 == 0]
        made.append(article(title=None, body=body, quotes=said, date=day, source=source, kind=kind))
    return made


@pytest.fixture(scope="module")
def articles(article: Callable[..., Article]) -> list[Article]:
    return drawn_articles(article)


@pytest.fixture(scope="module")
def engine(articles: list[Article], build_index: Callable[..., Path]) -> ArraysEngine:
    return ArraysEngine.open(build_index(articles))


def rows_of(articles: Iterable[Article], request: SearchRequest) -> list[Row]:
    """Read the articles, or their quotes, that hold the one word of a request."""
    if request.target == "articles":
        rows = [
            Row((each.id, ""), each.body, each.source, each.speakers, each.date, each.kind)
            for each in articles
        ]
    else:
        rows = [
            Row(
                (each.id, said.speaker or ""),
                said.text,
                each.source,
                names_of(said.speaker),
                each.date,
                each.kind,
            )
            for each in articles
            for said in each.quotes
        ]
    return [row for row in rows if request.query.split(" ")[0] in row.words]


def names_of(speaker: str | None) -> tuple[str, ...]:
    return (speaker,) if speaker else ()


def keys_of(page: SearchPage) -> set[tuple[str, str]]:
    return {
        (hit.article_id, hit.speaker or "") if isinstance(hit, QuoteHit) else (hit.id, "")
        for hit in page.hits
    }


def spelled(day: date | None) -> str | None:
    return day.isoformat() if day else None


requests = st.builds(
    lambda filters, **fields: SearchRequest(
        sources=filters.sources,
        speakers=filters.speakers,
        dates=filters.dates,
        since=spelled(filters.since),
        until=spelled(filters.until),
        kinds=filters.kinds,
        limit=100,
        **fields,
    ),
    all_filters.filter(lambda each: not each.since or not each.until or each.since <= each.until),
    query=st.sampled_from(("", "debat", "logistik")),
    target=st.sampled_from(("articles", "quotes")),
    by=st.sampled_from(UNITS),
    sort=st.sampled_from(("relevance", "newest", "oldest")),
)


@given(request_=requests)
@settings(max_examples=300, deadline=None)
def test_every_combination_of_filters_finds_what_a_reading_of_the_records_finds(
    engine: ArraysEngine, articles: list[Article], request_: SearchRequest
) -> None:
    page = answer(request_, engine)
    rows, filters = rows_of(articles, request_), plan_of(request_).filters
    assert keys_of(page) == {row.key for row in rows if passes(row, filters)}
    assert page.total == sum(passes(row, filters) for row in rows)
    assert page.undated == left_undated(rows, filters)
    check_facets(page.facets, rows, filters, request_.by)
    found = [hit.date for hit in page.hits]
    assert request_.sort == "relevance" or found == in_order(found, newest=request_.sort == "newest")


def in_order(found: list[date | None], *, newest: bool) -> list[date | None]:
    dated = sorted((day for day in found if day), reverse=newest)
    return [*dated, *(day for day in found if day is None)]


@given(request_=requests, data=st.data())
@settings(max_examples=100, deadline=None)
def test_the_count_of_a_value_is_the_total_that_choosing_it_alone_gives(
    engine: ArraysEngine, request_: SearchRequest, data: st.DataObject
) -> None:
    page = answer(request_, engine)
    values = [(FACET_FIELDS[name], value) for name, values in page.facets.items() for value in values]
    if values:
        field, value = data.draw(st.sampled_from(values))
        narrowed = replace(request_, **{field: (value.value,)})
        assert value.count == engine.find(plan_of(narrowed)).total


@pytest.mark.parametrize("target", ["articles", "quotes"])
@pytest.mark.parametrize(
    "period", ["2024", "2024-12", "2024-12-30", "2024-11-25..2025-01-05", ">=2025", "<=2023"]
)
def test_a_date_in_the_query_is_as_good_as_a_span(
    engine: ArraysEngine, articles: list[Article], target: str, period: str
) -> None:
    page = answer(SearchRequest(f"debat date:{period}", target, limit=100), engine)  # type: ignore[arg-type]
    first, _, last = period.removeprefix(">=").removeprefix("<=").partition("..")
    since = None if period.startswith("<=") else first
    until = None if period.startswith(">=") else last or first
    spanned = answer(SearchRequest("debat", target, since=since, until=until, limit=100), engine)  # type: ignore[arg-type]
    assert keys_of(page) == keys_of(spanned)
    assert (page.total, page.facets, page.undated) == (spanned.total, spanned.facets, spanned.undated)
    assert page.undated > 0
    assert len(articles) > page.total
