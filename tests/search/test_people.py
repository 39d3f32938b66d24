"""Persons by any of their names: in facets, filters, queries, hits and counts, over a real index."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.article import Article, ArticleKind
from index.people import Heard, Person
from index.voices import Voice
from search.answer import answer, plan_of
from search.arrays.engine import ArraysEngine
from search.export import export
from search.people import NOBODY, People
from search.query import Word, parse
from search.request import KINDS, SearchRequest
from search.results import ArticleHit, QuoteHit

PJ = "Pj Gubernur Arunika"
BODY = "“Debat ini aman,” kata ia. “Suara tetap jujur,” kata orang lain."


def heard(name: str, role: str | None = None, reason: str = "name") -> Heard:
    return Heard(name, role, reason, ((738000, 2),))


PEOPLE = People(
    (
        Person("Agus", (heard("Agus"),)),
        Person("Agus Lesmana", (heard("Agus Lesmana"), heard("Agus", "Bupati Arunika", "office"))),
        Person("Al Badrani", (heard("Al Badrani", PJ), heard("Badrani", PJ, "office")), ("Pak Al",)),
        Person("Bonar Walewan", (heard("Bole", None, "file"),)),
        Person("Darwis Walewan", (heard("Bole", "saksi", "file"),)),
    )
)


def test_a_voice_is_a_persons_and_an_unknown_one_its_own() -> None:
    assert PEOPLE.person(Voice("Badrani", PJ)) == "Al Badrani"
    assert PEOPLE.person(Voice("Badrani", None)) == "Badrani"
    assert NOBODY.person(Voice("Siti", None)) == "Siti"


@pytest.mark.parametrize(
    ("name", "persons"),
    [
        ("al BADRANI", ("Al Badrani",)),
        ("badrani", ("Al Badrani",)),
        ("Pak Al", ("Al Badrani",)),
        ("Agus", ("Agus",)),
        ("Bole", ("Bonar Walewan", "Darwis Walewan")),
        ("Siti", ()),
        ("H. Al Badrani, M.M.", ("Al Badrani",)),
        ("Prof. Dr. Badrani", ("Al Badrani",)),
        ("Bu Siti", ()),
    ],
)
def test_a_chosen_name_means_its_own_person_else_all_who_are_called_so(
    name: str, persons: tuple[str, ...]
) -> None:
    assert PEOPLE.called(name) == persons


def test_a_name_with_a_title_that_somebody_has_means_that_one() -> None:
    people = People(tuple(Person(name, (heard(name),)) for name in ("Siti", "Bu Siti", "Abu Rahma")))
    assert people.called("bu siti") == ("Bu Siti",)
    assert people.called("Ibu Siti") == ("Siti",)
    assert [person.name for person in people.known_as("Hj. Siti, S.H.")] == ["Siti"]
    query = parse('speaker:("Bu Siti" OR "Ibu Siti" OR "Bu Rahma")')
    assert people.untitled(query) == parse('speaker:("Bu Siti" OR "Siti" OR "Rahma")')


def test_only_of_a_short_name_those_with_a_fuller_one_are_namesakes() -> None:
    names = ("Lesmana", "Agus Lesmana", "Agus Lesmana Wirya")
    people = People(tuple(Person(name, (heard(name),)) for name in names))
    assert people.namesakes(["Lesmana"]) == {"Lesmana": ("Agus Lesmana", "Agus Lesmana Wirya")}
    assert people.namesakes(["Agus Lesmana"]) == {}


def test_all_who_are_called_so_are_known() -> None:
    assert [person.name for person in PEOPLE.known_as("AGUS")] == ["Agus", "Agus Lesmana"]
    assert PEOPLE.names_of("Al Badrani") == ("Al Badrani", "Badrani", "Pak Al")
    assert PEOPLE.names_of("Siti") == ("Siti",)


def test_those_of_several_names_are_found_by_any_and_listed() -> None:
    assert PEOPLE.named((Word("badrani"),)) == {"Al Badrani"}
    assert PEOPLE.named((Word("agus"),)) == {"Agus Lesmana"}
    assert [person.name for person in PEOPLE.joined] == [
        "Agus Lesmana",
        "Al Badrani",
        "Bonar Walewan",
        "Darwis Walewan",
    ]


@pytest.fixture(scope="module")
def engine(article: Callable[..., Article], build_index: Callable[..., Path]) -> ArraysEngine:
    def said(name: str, role: str | None, **fields: object) -> Article:
        made = article(
            body=BODY, quotes=[(name, "Debat ini aman,"), ("Siti Marlupi", "Suara tetap jujur,")], **fields
        )
        first, second = made.quotes
        return replace(made, quotes=(replace(first, role=role), second))

    return ArraysEngine.open(
        build_index(
            [
                said("Al Badrani", PJ, title="Satu", date=date(2024, 9, 1)),
                said("Badrani", f"Penjabat {PJ.removeprefix('Pj ')}", title="Dua", date=date(2024, 9, 2)),
                said("Badrani", None, title="Tiga", date=date(2024, 9, 3)),
                article(title="Empat", body=BODY, date=date(2024, 9, 4), speakers=("Jokowi", "Joko Widodo")),
                said("Joko Widodo", "Presiden", title="Lima", date=date(2024, 9, 5)),
                said("Jokowi", None, title="Enam", date=date(2024, 9, 6)),
            ]
        )
    )


def titles(engine: ArraysEngine, query: str = "", **fields: object) -> list[str | None]:
    request = SearchRequest(query, sort="oldest", limit=100, **fields)  # type: ignore[arg-type]
    return [hit.title for hit in answer(request, engine).hits]


def test_a_person_is_counted_once_in_each_article(engine: ArraysEngine) -> None:
    facet = answer(SearchRequest(""), engine).facets.speaker
    assert {value.value: value.count for value in facet} == {
        "Siti Marlupi": 5,
        "Al Badrani": 2,
        "Badrani": 1,
        "Joko Widodo": 3,
    }


@pytest.mark.parametrize(
    ("chosen", "found", "persons"),
    [
        (("Al Badrani",), ["Satu", "Dua"], ["Al Badrani"]),
        (("badrani",), ["Tiga"], ["Badrani"]),
        (("Jokowi",), ["Empat", "Lima", "Enam"], ["Joko Widodo"]),
        (("jokowi", "Joko Widodo"), ["Empat", "Lima", "Enam"], ["Joko Widodo"]),
        (("H. Al Badrani, M.M.",), ["Satu", "Dua"], ["Al Badrani"]),
        (("Hj. Orang Lain",), [], ["Hj. Orang Lain"]),
        (("Orang Lain",), [], ["Orang Lain"]),
    ],
)
def test_any_name_chooses_the_person(
    engine: ArraysEngine, chosen: tuple[str, ...], found: list[str], persons: list[str]
) -> None:
    assert titles(engine, speakers=chosen) == found
    facet = answer(SearchRequest("", speakers=chosen), engine).facets.speaker
    assert [value.value for value in facet if value.selected] == persons


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("speaker:jokowi", ["Empat", "Lima", "Enam"]),
        ('speaker:"joko widodo"', ["Empat", "Lima", "Enam"]),
        ("speaker:(widodo joko)", ["Empat", "Lima", "Enam"]),
        ("speaker:joko*", ["Empat", "Lima", "Enam"]),
        ("speaker:jokwi~", ["Empat", "Lima", "Enam"]),
        ("pembicara:jokowi kutipan:debat", ["Lima", "Enam"]),
        ('speaker:"al badrani" quote:debat', ["Satu", "Dua"]),
        ("speaker:badrani", ["Satu", "Dua", "Tiga"]),
        ('speaker:"H. Al Badrani, M.M."', ["Satu", "Dua"]),
        ('speaker:"H. Al Badrani, M.M." quote:debat', ["Satu", "Dua"]),
        ('-speaker:"Pak Badrani"', ["Empat", "Lima", "Enam"]),
        ('title:"Pak Dua"', []),
        ("-speaker:jokowi", ["Satu", "Dua", "Tiga"]),
        ("speaker:marlupi -speaker:jokowi quote:suara", ["Satu", "Dua", "Tiga"]),
        ("speaker:jokowi OR title:satu", ["Satu", "Empat", "Lima", "Enam"]),
    ],
)
def test_a_query_for_a_speaker_finds_what_the_person_said_by_any_name(
    engine: ArraysEngine, query: str, found: list[str]
) -> None:
    assert titles(engine, query) == found
    plan = plan_of(SearchRequest(query))
    assert engine.count([plan]) == (len(found),)


def test_how_a_person_is_called_says_nothing_of_the_score(engine: ArraysEngine) -> None:
    hits = answer(SearchRequest("speaker:jokowi", target="quotes"), engine).hits
    assert len({round(hit.score, 6) for hit in hits}) == 1


def test_hits_show_the_person_and_how_a_quote_names_them(engine: ArraysEngine) -> None:
    hits = answer(SearchRequest("debat", target="quotes", sort="oldest"), engine).hits
    named = [(hit.speaker, hit.as_named) for hit in hits if isinstance(hit, QuoteHit)]
    assert named == [
        ("Al Badrani", None),
        ("Al Badrani", "Badrani"),
        ("Badrani", None),
        ("Joko Widodo", None),
        ("Joko Widodo", "Jokowi"),
    ]
    articles = answer(SearchRequest("title:empat"), engine).hits
    assert [hit.speakers for hit in articles if isinstance(hit, ArticleHit)] == [("Joko Widodo",)]


@pytest.mark.parametrize("speakers", [("Joko Widodo",), ("jokowi",), ("Ir. H. Joko Widodo",)])
def test_the_persons_quote_is_marked_under_whatever_name(
    engine: ArraysEngine, speakers: tuple[str, ...]
) -> None:
    request = SearchRequest("quote:(debat OR suara)", speakers=speakers, sort="newest")
    hit = answer(request, engine).hits[0]
    marked = [part.text for snippet in hit.snippets for part in snippet if part.marked]
    assert (hit.title, marked) == ("Enam", ["Debat"])


def test_the_quote_of_a_person_named_with_titles_in_the_query_is_marked(engine: ArraysEngine) -> None:
    request = SearchRequest('speaker:"Ir. H. Joko Widodo" quote:(debat OR suara)', sort="newest")
    hit = answer(request, engine).hits[0]
    marked = [part.text for snippet in hit.snippets for part in snippet if part.marked]
    assert (hit.title, marked) == ("Enam", ["Debat"])


def test_a_choice_beside_a_quote_is_one_who_says_it(engine: ArraysEngine) -> None:
    page = answer(SearchRequest("quote:debat"), engine)
    assert {value.value: value.count for value in page.facets.speaker} == {
        "Al Badrani": 2,
        "Badrani": 1,
        "Joko Widodo": 2,
    }


def test_tables_and_exports_speak_of_persons(engine: ArraysEngine) -> None:
    table = engine.speakers(plan_of(SearchRequest("debat", target="quotes")), None)
    assert {row.speaker: row.quotes for row in table.rows} == {
        "Al Badrani": 2,
        "Badrani": 1,
        "Joko Widodo": 2,
    }
    page, hits = export(SearchRequest("", speakers=("Jokowi",)), engine)
    assert (page.total, len(list(hits))) == (3, 3)


def test_an_article_tells_whose_its_names_are(engine: ArraysEngine) -> None:
    (hit,) = answer(SearchRequest("title:dua"), engine).hits
    assert isinstance(hit, ArticleHit)
    found = engine.article(hit.id)
    assert found.speakers == ("Badrani", "Siti Marlupi")
    assert engine.persons(found) == {"Badrani": "Al Badrani", "Siti Marlupi": "Siti Marlupi"}


CALLED = ("Al Badrani", "H. Al Badrani, M.M.", "Badrani", "Agus", "Agus Lesmana", "Agus Walewan", "Jokowi")
ROLES = (None, PJ, "Penjabat Gubernur Arunika", "Bupati Arunika", "Ketua KPU Lembayung")


@pytest.fixture(scope="module")
def drawn(article: Callable[..., Article]) -> list[Article]:
    chance = Random(7)  # no secret
    made = []
    for number in range(60):
        said = [(name, f"Janji nomor {at} soal debat,") for at, name in enumerate(chance.sample(CALLED, 2))]
        body = " ".join(f"“{text}” kata ia." for _, text in said)
        one = article(body=body, quotes=said, kind=KINDS[number % 3 == 0], date=date(2024, 9 + number % 3, 1))
        quotes = tuple(replace(quote, role=chance.choice(ROLES)) for quote in one.quotes)
        made.append(replace(one, quotes=quotes))
    return made


@pytest.fixture(scope="module")
def drawn_engine(drawn: list[Article], build_index: Callable[..., Path]) -> ArraysEngine:
    return ArraysEngine.open(build_index(drawn))


@given(
    speakers=st.lists(st.sampled_from((*CALLED, "Joko Widodo", "Entah")), unique=True, max_size=2),
    kinds=st.lists(st.sampled_from(KINDS), unique=True),
    months=st.lists(st.sampled_from(("2024-09", "2024-10", "2024-11")), unique=True),
)
@settings(deadline=None)
def test_persons_kinds_and_months_chosen_together_count_as_by_hand(
    drawn: list[Article],
    drawn_engine: ArraysEngine,
    speakers: list[str],
    kinds: list[ArticleKind],
    months: list[str],
) -> None:
    persons = {each.id: drawn_engine.persons(each) for each in drawn}
    named = {(name, person) for names in persons.values() for name, person in names.items()}
    named |= {(person, person) for _, person in named}
    alone = {name for name, person in named if name == person}
    wanted = {each for name, each in named if name in speakers and (name == each or name not in alone)}

    def found(but: str) -> list[Article]:
        return [
            each
            for each in drawn
            if (but == "speaker" or not speakers or wanted & set(persons[each.id].values()))
            and (but == "kind" or not kinds or each.kind in kinds)
            and (but == "date" or not months or str(each.date)[:7] in months)
        ]

    chosen = SearchRequest("", speakers=tuple(speakers), kinds=tuple(kinds), dates=tuple(months))
    page = answer(chosen, drawn_engine)
    assert page.total == len(found(""))
    facets = {
        name: {each.value: each.count for each in values if each.count}
        for name, values in page.facets.items()
    }
    assert facets["speaker"] == Counter(
        person for each in found("speaker") for person in set(persons[each.id].values())
    )
    assert facets["kind"] == Counter(each.kind for each in found("kind"))
    assert facets["date"] == Counter(str(each.date)[:7] for each in found("date"))
