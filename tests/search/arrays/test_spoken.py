"""What persons of several names said, found by any of them, in an index with deleted documents."""

from collections.abc import Callable, Iterable
from pathlib import Path
from weakref import ref

import pytest

from corpus.article import Article, Quote
from index.generations import Generation
from index.manifest import Manifest
from index.people import Heard, Person
from search.arrays.compilation import operator_of
from search.arrays.engine import ArraysEngine
from search.arrays.half import ArrayHalf
from search.arrays.spoken import Spoken
from search.compilation import compile_query
from search.query import Word, parse

OpenArrays = Callable[..., ArraysEngine]

GENERATION = Generation(Path("gen-000001"), Manifest("0", 0, 0, "", "", "", 0, 0, {}))
# By number: the speaker of each article.
NAMES = ("Tegar Wibisana", "Mas Tegar", "Siti Marlupi", "Tegar Wibisana", "Mas Tegar", "Tegar Wibisana Putra")
GONE = (1, 3)


def person(name: str, names: Iterable[str]) -> Person:
    return Person(name, tuple(Heard(each, None, "file", ((1, 2),)) for each in names))


@pytest.fixture(scope="module")
def halves(open_arrays: OpenArrays) -> dict[str, ArrayHalf]:
    """Articles with a quote each, in two segments; of the first segment two are deleted."""
    said = [Quote(name, None, "Ayo memilih,", "direct", 1, 13, "kata") for name in NAMES]
    made = [
        Article(f"{number:020}", None, "“Ayo memilih,” katanya.", quotes=(quote,), speakers=(quote.speaker,))
        for number, quote in enumerate(said)
    ]
    people = [
        person("Siti Marlupi", ["Siti Marlupi"]),
        person("Tegar Wibisana", ["Mas Tegar", "Tegar Wibisana"]),
        person("Tegar Wibisana Putra", ["Tegar Wibisana Putra"]),
    ]
    commits = [((), made[:4]), ([made[number].id for number in GONE], made[4:])]
    found = open_arrays(GENERATION, commits, people, deleted_stay=True).halves
    assert [half.documents - half.whole.alive for half in found.values()] == [len(GONE)] * 2
    return found


@pytest.mark.parametrize("target", ["articles", "quotes"])
@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("speaker:wibisana", [0, 4, 5]),
        ("speaker:mas", [0, 4]),
        ("speaker:putra", [5]),
        ('speaker:"mas tegar"', [0, 4]),
        ("speaker:wibi*", [0, 4, 5]),
        ("speaker:siti", [2]),
        ("-speaker:mas", [2, 5]),
    ],
)
def test_any_name_finds_what_is_alive(
    halves: dict[str, ArrayHalf], target: str, query: str, found: list[int]
) -> None:
    half = halves[target]
    operator = operator_of(compile_query(parse(query), target), half)  # type: ignore[arg-type]
    assert half.matching(operator).tolist() == half.matches(operator).docs.tolist() == found


@pytest.mark.parametrize("target", ["articles", "quotes"])
def test_other_names_score_as_the_least_of_the_one_typed(halves: dict[str, ArrayHalf], target: str) -> None:
    half = halves[target]
    operator = operator_of(compile_query(parse("speaker:wibisana"), target), half)  # type: ignore[arg-type]
    scores = dict(zip(*(each.tolist() for each in half.matches(operator)), strict=True))
    assert isinstance(operator, Spoken)
    assert scores[4] == min(scores.values()) > 0
    assert operator.estimate >= len(scores)
    assert sum(load.postings for load in operator.loads()) == operator.estimate


def test_what_a_person_said_is_looked_up_once(halves: dict[str, ArrayHalf]) -> None:
    half = halves["articles"]
    leaf = (Word("mas"),)
    assert half.spoken(leaf).tolist() == [0, 1, 3, 4]
    assert half.spoken(leaf) is half.spoken(leaf)
    assert not half.spoken((Word("siti"),)).size


def test_an_operator_holds_no_documents_of_names_that_are_forgotten(
    halves: dict[str, ArrayHalf], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("search.arrays.half._SPOKEN_KEPT_MOST", 100)
    half = ArrayHalf(halves["articles"].whole, halves["articles"].people)
    operator = operator_of(compile_query(parse("speaker:mas"), "articles"), half)
    kept = ref(half.spoken((Word("mas"),)))
    half.spoken((Word("tegar"),))
    assert kept() is None
    assert half.matching(operator).tolist() == [0, 4]
