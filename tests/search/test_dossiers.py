"""What is known of persons, over a real index."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from corpus.article import Article
from index.generations import IndexFolder
from index.storage import open_generation
from search.arrays.engine import ArraysEngine
from search.dossiers import Alias, Dossier, RoleHeld, dossiers
from search.people import People

BODY = "“Debat ini aman,” kata ia. “Suara tetap jujur,” kata ia lagi. “Logistik tiba,” kata orang lain."
SAID = ("Debat ini aman,", "Suara tetap jujur,", "Logistik tiba,")
PJ = "Pj Gubernur Arunika"


@pytest.fixture(scope="module")
def known(article: Callable[..., Article], build_index: Callable[..., Path]) -> dict[str, Dossier]:
    def said(day: date | None, *voices: tuple[str, str | None]) -> Article:
        names = [name for name, _ in voices]
        made = article(body=BODY, date=day, quotes=list(zip(names, SAID, strict=False)))
        quotes = (replace(quote, role=role) for quote, (_, role) in zip(made.quotes, voices, strict=True))
        return replace(made, quotes=tuple(quotes))

    root = build_index(
        [
            said(date(2024, 9, 1), ("Al Badrani", PJ), ("Badrani", PJ), ("Siti Marlupi", None)),
            said(date(2024, 9, 2), ("Al Badrani", PJ), ("Badrani", "Penjabat Gubernur Arunika")),
            said(date(2024, 9, 3), ("Al Badrani", None), ("Siti Marlupi", "Ketua KPU Arunika")),
            said(None, ("Darwis Lesmana", "saksi")),
        ]
    )
    opened = open_generation(IndexFolder(root).current())
    people = People(opened.people)
    return {each.name: each for each in dossiers(people.persons, ArraysEngine(opened))}


def test_an_article_with_two_names_of_a_person_counts_once(known: dict[str, Dossier]) -> None:
    assert known["Al Badrani"] == Dossier(
        "Al Badrani",
        3,
        (Alias("Al Badrani", 3, ("name",)), Alias("Badrani", 2, ("office",))),
        (
            RoleHeld(PJ, 2, "2024-09-01", "2024-09-02"),
            RoleHeld("Penjabat Gubernur Arunika", 1, "2024-09-02", "2024-09-02"),
        ),
    )


def test_a_person_of_one_name_has_its_articles_and_roles(known: dict[str, Dossier]) -> None:
    assert known["Siti Marlupi"] == Dossier(
        "Siti Marlupi",
        2,
        (Alias("Siti Marlupi", 2, ("name",)),),
        (RoleHeld("Ketua KPU Arunika", 1, "2024-09-03", "2024-09-03"),),
    )
    assert known["Darwis Lesmana"].roles == (RoleHeld("saksi", 1, None, None),)
