"""Voices and how often they are heard."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from corpus.article import Article
from index.voices import NO_DAY, Voice, VoiceCounts, voices_of

BODY = "“Aman,” kata Siti. “Jujur,” kata Bonar."


def spoken(article: Callable[..., Article], role: str | None = None, **fields: object) -> Article:
    made = article(body=BODY, quotes=[("Siti", "Aman,"), ("Bonar", "Jujur,")], **fields)
    first, second = made.quotes
    return replace(made, quotes=(replace(first, role=role), second))


def test_a_listed_speaker_has_the_role_of_the_quotes_in_any_spelling(article: Callable[..., Article]) -> None:
    found = voices_of(spoken(article, "Ketua  KPU\nArunika", speakers=("SITI", "Darwis")))
    assert list(found.values()) == [
        Voice("SITI", "Ketua KPU Arunika"),
        Voice("Darwis", None),
        Voice("Siti", "Ketua KPU Arunika"),
        Voice("Bonar", None),
    ]


def test_what_is_counted_and_taken_out_leaves_nothing(article: Callable[..., Article]) -> None:
    first, second = spoken(article, "Ketua"), spoken(article, date=None)
    counted = VoiceCounts()
    counted.add(first)
    counted.add(second)
    counted.add(second)
    day = date(2024, 9, 20).toordinal()
    assert list(counted.items()) == [
        (Voice("Bonar", None), ((NO_DAY, 2), (day, 1))),
        (Voice("Siti", None), ((NO_DAY, 2),)),
        (Voice("Siti", "Ketua"), ((day, 1),)),
    ]
    assert VoiceCounts.of(counted.items()).counts == counted.counts
    for each in (second, first, second):
        counted.take_out(each)
    assert not counted.counts
    with pytest.raises(KeyError):
        counted.take_out(first)
