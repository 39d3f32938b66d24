"""Which parts of a query speak of one quote."""

import pytest

from search.query import And, Node, parse, unparse
from search.voices import asks_quotes, parts_of, voiced, words_said


def written(nodes: tuple[Node, ...]) -> list[str]:
    return [unparse(node) for node in nodes]


@pytest.mark.parametrize(
    ("query", "speakers", "said", "rest"),
    [
        ("speaker:a quote:x", ["speaker:a"], ["quote:x"], []),
        ('debat quote:"x y" speaker:a -b', ["speaker:a"], ['quote:"x y"'], ["debat", "NOT b"]),
        ("speaker:a speaker:b quote:x quote:y", ["speaker:a", "speaker:b"], ["quote:x", "quote:y"], []),
        ("(speaker:a OR speaker:b) quote:(x OR y)", ["speaker:a OR speaker:b"], ["quote:(x OR y)"], []),
        ("speaker:(a b) (quote:x OR quote:y)", ["speaker:(a b)"], ["quote:x OR quote:y"], []),
        (
            "((speaker:a speaker:b) OR speaker:c) quote:x",
            ["speaker:a speaker:b OR speaker:c"],
            ["quote:x"],
            [],
        ),
        ("speaker:a -quote:x", [], [], ["speaker:a", "NOT quote:x"]),
        ("-speaker:a quote:x", [], [], ["NOT speaker:a", "quote:x"]),
        ("speaker:a quote:-x", [], [], ["speaker:a", "quote:NOT x"]),
        ("speaker:(a OR -b) quote:x", [], [], ["speaker:(a OR NOT b)", "quote:x"]),
        ("(speaker:a OR -speaker:b) quote:x", [], [], ["speaker:a OR NOT speaker:b", "quote:x"]),
        ("(speaker:a OR debat) quote:x", [], [], ["speaker:a OR debat", "quote:x"]),
        ("speaker:a title:x", [], [], ["speaker:a", "title:x"]),
    ],
)
def test_side_by_side_means_one_quote(
    query: str, speakers: list[str], said: list[str], rest: list[str]
) -> None:
    together = voiced(parts_of(parse(query)))
    assert (written(together.speakers), written(together.said), written(together.rest)) == (
        speakers,
        said,
        rest,
    )


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("quote:x", ["quote:x"]),
        ("quote:x OR quote:y", ["quote:x OR quote:y"]),
        ("debat quote:x speaker:a quote:y", ["quote:x", "quote:y"]),
        ("debat OR quote:x", []),
        ("-quote:x", []),
        ("", []),
    ],
)
def test_what_is_said_is_found_among_the_parts_that_must_hold(query: str, said: list[str]) -> None:
    assert written(words_said(parse(query))) == said


def test_no_conjunction_of_nothing_is_a_quote() -> None:
    assert words_said(And((And(()),))) == ()


@pytest.mark.parametrize(
    ("query", "asks"),
    [
        ("quote:x", True),
        ("debat (speaker:a OR -quote:x)", True),
        ("quote:-x", True),
        ('debat -gaduh* "aman"', False),
        ("title:(a OR b) speaker:c date:2024", False),
    ],
)
def test_a_quote_is_asked_for_anywhere(query: str, *, asks: bool) -> None:
    assert asks_quotes(parse(query)) is asks
