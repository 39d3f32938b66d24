"""Persons printed."""

import json

from index.people import Heard, Person
from search.people_formats import PEOPLE_FORMATS, Dossier

UNDATED = Person(
    "Siti Marlupi",
    (Heard("Siti Marlupi", "Ketua", "name", ((0, 1),)), Heard("Bu Siti", None, "file", ((0, 2),))),
)
DATED = Person("Bonar", (Heard("Bonar", "saksi", "name", ((738000, 1), (738010, 1))),))


def test_of_several_persons_the_names_are_shown() -> None:
    assert list(PEOPLE_FORMATS["text"]([Dossier.of(UNDATED), Dossier.of(DATED)])) == [
        "\x1b[1mSiti Marlupi\x1b[0m  3",
        "       2  Bu Siti  (your file)",
        "       1  Siti Marlupi  (the name itself)",
        "",
        "\x1b[1mBonar\x1b[0m  2",
        "       2  Bonar  (the name itself)",
    ]


def test_a_role_without_a_date_is_undated() -> None:
    assert (
        list(PEOPLE_FORMATS["text"]([Dossier.of(UNDATED)]))[-1] == "       1  undated    .. undated     Ketua"
    )
    (record,) = json.loads("".join(PEOPLE_FORMATS["json"]([Dossier.of(UNDATED)])))
    assert record["roles"] == [{"role": "Ketua", "articles": 1, "first": None, "last": None}]
