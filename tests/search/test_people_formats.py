"""Persons printed."""

import json

from search.dossiers import Alias, Dossier, RoleHeld
from search.people_formats import PEOPLE_FORMATS

UNDATED = Dossier(
    "Siti Marlupi",
    1200,
    (Alias("Siti Marlupi", 1199, ("name",)), Alias("Endah", 2, ("file", "office"))),
    (RoleHeld("Ketua", 1, None, None),),
)
DATED = Dossier(
    "Bonar", 1, (Alias("Bonar", 1, ("name",)),), (RoleHeld("saksi", 1, "2021-07-22", "2021-07-22"),)
)


def test_of_several_persons_the_names_are_shown() -> None:
    assert list(PEOPLE_FORMATS["text"]([UNDATED, DATED])) == [
        "\x1b[1mSiti Marlupi\x1b[0m  1,200 articles",
        "   1,199  Siti Marlupi  (the name itself)",
        "       2  Endah  (your file; one word of the name, beside the same office)",
        "",
        "\x1b[1mBonar\x1b[0m  1 article",
        "       1  Bonar  (the name itself)",
    ]


def test_of_one_person_the_roles_are_shown_too() -> None:
    lines = list(PEOPLE_FORMATS["text"]([DATED]))
    assert lines[2:] == ["       1  2021-07-22 .. 2021-07-22  saksi"]


def test_a_role_without_a_date_is_undated() -> None:
    assert list(PEOPLE_FORMATS["text"]([UNDATED]))[-1] == "       1  undated    .. undated     Ketua"
    (record,) = json.loads("".join(PEOPLE_FORMATS["json"]([UNDATED])))
    assert record["roles"] == [{"role": "Ketua", "articles": 1, "first": None, "last": None}]
