"""Titles that a question has and articles leave out."""

import pytest

from search.query import parse, unparse
from search.titles import untitled, without_titles


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Hj. Siti Marlupi, S.H., M.Si.", "Siti Marlupi"),
        ("hj. siti marlupi, s.h.", "Siti Marlupi"),
        ("HJ. SITI MARLUPI, S.H.", "Siti Marlupi"),
        ("Prof. Badrun", "Badrun"),
        ("siti marlupi", "siti marlupi"),
        ("KPU Arunika", "KPU Arunika"),
        ("S.H.", "S.H."),
        ("", ""),
    ],
)
def test_a_name_is_left_without_its_titles(name: str, bare: str) -> None:
    assert without_titles(name) == bare


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ('speaker:"Pak Badrun"', 'speaker:"Badrun"'),
        ('debat -speaker:"Pak Badrun" OR judul:ini', 'debat NOT speaker:"Badrun" OR title:ini'),
        ('speaker:("Pak Badrun" OR -"Bu Siti")', 'speaker:("Badrun" OR NOT "Bu Siti")'),
        ('"Pak Badrun" title:"Pak Badrun"', '"Pak Badrun" title:"Pak Badrun"'),
    ],
)
def test_the_speakers_of_a_query_lose_titles_unless_they_are_known_so(query: str, expected: str) -> None:
    assert unparse(untitled(parse(query), lambda name: name == "Bu Siti")) == expected
