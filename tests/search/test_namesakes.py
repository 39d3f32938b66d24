"""Whom else a chosen speaker's name may mean, over a real index."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from corpus.article import Article
from search import work
from search.answer import answer
from search.export import export
from search.live import LiveEngine
from search.namesakes import NAMESAKES_MOST, namesake_lines
from search.request import SearchRequest
from search.results import FacetValue, Namesakes
from webui.cli import main

BODY = "“Debat ini aman,” kata ia."
PJ, KPU = "Pj Gubernur Arunika", "Ketua KPU Lembayung"

MakeArticle = Callable[..., Article]
BuildIndex = Callable[..., Path]


def said(article: MakeArticle, name: str, role: str | None, month: int = 9, **fields: Any) -> Article:
    made = article(body=BODY, quotes=[(name, BODY[1:16])], date=date(2024, month, 1), **fields)
    return replace(made, quotes=(replace(made.quotes[0], role=role),))


@pytest.fixture(scope="module")
def root(article: MakeArticle, build_index: BuildIndex) -> Path:
    voices = [
        *[("Al Badrani", PJ, 9), ("Badrani", PJ, 10), ("Badrani", PJ, 10), ("Al Badrani", PJ, 10)],
        *[("Tarmuji Badrani", KPU, 9), ("Badrani", KPU, 9)],
        *[("Badrani", None, 9), ("Badrani", "saksi", 9)],
        *[("Jokowi", None, 9), ("Joko Widodo", None, 9)],
        *[("Lesmana", None, 9), ("Darwis Lesmana", None, 9), ("Sari Lesmana", None, 9)],
        *[("Darwis Lesmana", None, 10), ("Darwis Lesmana Wirya", KPU, 10)],
    ]
    return build_index([said(article, *voice) for voice in voices])


@pytest.fixture(scope="module")
def engine(root: Path) -> LiveEngine:
    return LiveEngine(root)


@pytest.fixture
def suara(runner: CliRunner, root: Path) -> Callable[..., Result]:
    return lambda *args: runner.invoke(main, [*args, "--index", str(root)])


def told(engine: LiveEngine, *speakers: str, query: str = "", **fields: Any) -> list[Any]:
    page = answer(SearchRequest(query, speakers=speakers, **fields), engine)
    return [
        (each.name, each.count, [(other.value, other.count) for other in each.others])
        for each in page.namesakes
    ]


@pytest.mark.parametrize("name", ["Badrani", "badrani", " BADRANI "])
def test_others_of_a_chosen_name_are_told_the_most_heard_first(engine: LiveEngine, name: str) -> None:
    assert told(engine, name) == [("Badrani", 2, [("Al Badrani", 4), ("Tarmuji Badrani", 2)])]
    assert answer(SearchRequest(speakers=(name,)), engine).total == 2


@pytest.mark.parametrize(
    ("speakers", "others"),
    [
        ((), []),
        (("Al Badrani",), []),
        (("Jokowi",), []),
        (("Entah",), []),
        (("Badrani", "al badrani"), [("Badrani", 2, [("Tarmuji Badrani", 2)])]),
        (("Badrani", "Al Badrani", "Tarmuji Badrani"), []),
        (("Badrani", "BADRANI"), [("Badrani", 2, [("Al Badrani", 4), ("Tarmuji Badrani", 2)])]),
    ],
)
def test_nobody_is_told_who_is_meant_or_called_otherwise(
    engine: LiveEngine, speakers: tuple[str, ...], others: list[Any]
) -> None:
    assert told(engine, *speakers) == others


def test_the_others_count_what_choosing_them_would_give(engine: LiveEngine) -> None:
    assert told(engine, "Badrani", dates=("2024-09",)) == [
        ("Badrani", 2, [("Tarmuji Badrani", 2), ("Al Badrani", 1)])
    ]
    assert told(engine, "Badrani", dates=("2024-10",)) == [("Badrani", 0, [("Al Badrani", 3)])]
    assert told(engine, "Badrani", query="quote:debat", target="quotes")[0][1:] == (
        2,
        [("Al Badrani", 4), ("Tarmuji Badrani", 2)],
    )
    assert told(engine, "Badrani", dates=("2023",)) == []


def test_of_an_answer_with_some_of_the_words_others_are_counted_in_the_same_way(engine: LiveEngine) -> None:
    page = answer(SearchRequest("debat tembakau", speakers=("Badrani",)), engine)
    assert (page.relaxed, page.namesakes[0].others[0].count) == (True, 4)


def test_of_a_short_name_those_are_told_too_who_have_it_in_a_fuller_one(engine: LiveEngine) -> None:
    assert told(engine, "Lesmana") == [("Lesmana", 1, [("Darwis Lesmana Wirya", 3), ("Sari Lesmana", 1)])]
    assert told(engine, "H. Lesmana", "Sari Lesmana") == [("Lesmana", 1, [("Darwis Lesmana Wirya", 3)])]


@pytest.mark.parametrize(
    ("speakers", "nearest"),
    [
        (("tarmuji",), [("tarmuji", 0, [("Tarmuji Badrani", 2)])]),
        (("Badrani Tarmuji",), [("Badrani Tarmuji", 0, [("Tarmuji Badrani", 2)])]),
        (("H. Tarmudji Badrani",), [("H. Tarmudji Badrani", 0, [("Tarmuji Badrani", 2)])]),
        (("Joko Widodi", "joko widodi"), [("Joko Widodi", 0, [("Joko Widodo", 2)])]),
        (("Badrany",), [("Badrany", 0, [("Al Badrani", 4), ("Badrani", 2), ("Tarmuji Badrani", 2)])]),
        (
            ("tarmuji", "Joko Widodi"),
            [("tarmuji", 0, [("Tarmuji Badrani", 2)]), ("Joko Widodi", 0, [("Joko Widodo", 2)])],
        ),
        (("Zainal Badrani",), []),
        (("…",), []),
    ],
)
def test_of_a_name_that_nobody_has_the_nearest_are_told(
    engine: LiveEngine, speakers: tuple[str, ...], nearest: list[Any]
) -> None:
    assert told(engine, *speakers) == nearest
    page = answer(SearchRequest(speakers=speakers), engine)
    assert (page.total, [each.known for each in page.namesakes]) == (0, [False] * len(nearest))


def test_the_nearest_name_is_told_even_where_the_query_finds_nothing_of_that_person(
    engine: LiveEngine,
) -> None:
    assert told(engine, "tarmuji", query="title:entah") == [("tarmuji", 0, [("Tarmuji Badrani", 0)])]


def test_an_export_tells_them_too(engine: LiveEngine) -> None:
    page, _ = export(SearchRequest("debat", speakers=("Badrani",)), engine)
    assert page.namesakes == answer(SearchRequest("debat", speakers=("Badrani",)), engine).namesakes != ()


def test_of_many_the_most_heard_are_told(article: MakeArticle, build_index: BuildIndex) -> None:
    places = ("Lembayung", "Sagara", "Tirtasari", "Randu", "Kelapa", "Wangi", "Mekar")
    voices = [(name, f"Bupati {place}") for place in places for name in (f"{place}a Lesmana", "Lesmana")]
    engine = LiveEngine(build_index([said(article, *voice) for voice in [*voices, ("Lesmana", None)]]))
    ((_, count, others),) = told(engine, "lesmana")
    assert (count, len(others)) == (1, NAMESAKES_MOST)


def test_where_counting_is_too_much_work_nothing_is_told(
    engine: LiveEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(work, "POSTINGS_LEAST", 15)
    monkeypatch.setattr(work, "POSTINGS_PER_DOCUMENT", 0)
    page = answer(SearchRequest("aman", speakers=("Badrani",)), engine)
    assert (page.total, page.namesakes) == (2, ())


def test_a_name_without_hits_of_its_own_is_told_with_the_others_alone() -> None:
    others = (FacetValue("Al Badrani", 1200), FacetValue("Tarmuji Badrani", 2))
    assert list(namesake_lines([Namesakes("Badrani", 0, others), Namesakes("Agus", 1001, others[1:])])) == [
        "Badrani: also called so, but left out: Al Badrani 1,200 | Tarmuji Badrani 2",
        "Agus: 1,001 found where nothing tells who is meant; also called so, but left out: Tarmuji Badrani 2",
    ]
    unknown = Namesakes("Badrany", 0, others, known=False)
    assert list(namesake_lines([unknown])) == [
        "Badrany: nobody is called so; the nearest names: Al Badrani 1,200 | Tarmuji Badrani 2"
    ]


TOLD = (
    "Badrani: 2 found where nothing tells who is meant;"
    " also called so, but left out: Al Badrani 4 | Tarmuji Badrani 2"
)


@pytest.mark.parametrize("command", ["search", "quotes"])
def test_a_table_tells_them_before_its_hits(suara: Callable[..., Result], command: str) -> None:
    result = suara(command, "--speaker", "badrani")
    assert result.stdout.splitlines()[1:3] == [TOLD, ""]
    assert result.stderr == ""


@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_where_rows_go_to_a_program_they_are_told_aside(suara: Callable[..., Result], form: str) -> None:
    result = suara("search", "--speaker", "badrani", "--format", form)
    assert result.stderr == f"{TOLD}\n"
    assert TOLD not in result.stdout


def test_json_holds_them(suara: Callable[..., Result]) -> None:
    for options in ((), ("--all",)):
        page = json.loads(suara("search", "--speaker", "badrani", "--format", "json", *options).stdout)
        assert page["namesakes"] == [
            {
                "name": "Badrani",
                "count": 2,
                "others": [
                    {"value": "Al Badrani", "count": 4},
                    {"value": "Tarmuji Badrani", "count": 2},
                ],
                "known": True,
            }
        ]


def test_who_counts_speakers_is_told_aside(suara: Callable[..., Result]) -> None:
    result = suara("speakers", "--speaker", "badrani", "--format", "json")
    assert [row["speaker"] for row in json.loads(result.stdout)["rows"]] == ["Badrani"]
    assert result.stderr == f"{TOLD}\n"
