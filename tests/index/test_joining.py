"""Which names become one person."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.decisions import read_decisions
from index.errors import PeopleError
from index.joining import REASONS, join
from index.people import Person
from index.voices import Voice, VoiceCounts

PJ = "Pj Gubernur Arunika"
Heard = tuple[str, str | None] | tuple[str, str | None, int]


def joined(voices: Sequence[Heard], lines: str = "", folder: Path | None = None) -> tuple[Person, ...]:
    path = folder / "people.tsv" if folder else None
    if path:
        path.write_text(lines)
    counts = VoiceCounts()
    for name, role, *times in voices:
        counts.counts.setdefault(Voice(name, role), {})[738000] = times[0] if times else 1
    return join(counts, read_decisions(path))


def groups(people: Sequence[Person]) -> dict[str, set[tuple[str, str | None]]]:
    return {person.name: {(each.name, each.role) for each in person.voices} for person in people}


def names(people: Sequence[Person]) -> dict[str, set[str]]:
    return {person.name: {each.name for each in person.voices} for person in people}


def test_one_word_beside_the_office_joins_the_one_person_who_holds_it() -> None:
    voices = [
        ("Al Badrani", "Penjabat (Pj) Gubernur Arunika"),
        ("Badrani", PJ),
        ("H. Al Badrani, M.M.", None),
    ]
    assert names(joined(voices)) == {"Al Badrani": {"Al Badrani", "Badrani", "H. Al Badrani, M.M."}}


@pytest.mark.parametrize(
    "role", [None, "Gubernur", "Ketua KPU", "Wakil Gubernur Arunika", "Gubernur Randu Alas", "warga Arunika"]
)
def test_one_word_without_the_same_office_stays_on_its_own(role: str | None) -> None:
    found = names(joined([("Al Badrani", PJ), ("Badrani", role)]))
    assert found == {"Al Badrani": {"Al Badrani"}, "Badrani": {"Badrani"}}


def test_one_word_that_two_holders_of_the_office_have_stays_on_its_own() -> None:
    voices = [("Agus Lesmana", PJ), ("Agus Walewan", "Mantan Gubernur Arunika"), ("Agus", PJ), ("Agus", None)]
    assert names(joined(voices))["Agus"] == {"Agus"}


def test_of_one_short_name_each_voice_goes_where_its_office_is() -> None:
    voices = [
        ("Agus Lesmana", "Bupati Arunika"),
        ("Agus Walewan", "Ketua KPU Lembayung"),
        ("Agus", "Bupati Arunika"),
        ("Agus", "Ketua KPU Lembayung"),
        ("Agus", "saksi"),
    ]
    assert groups(joined(voices)) == {
        "Agus": {("Agus", "saksi")},
        "Agus Lesmana": {("Agus Lesmana", "Bupati Arunika"), ("Agus", "Bupati Arunika")},
        "Agus Walewan": {("Agus Walewan", "Ketua KPU Lembayung"), ("Agus", "Ketua KPU Lembayung")},
    }


def test_names_equal_but_for_case_and_titles_are_one() -> None:
    voices = [("Siti Marlupi", None, 2), ("SITI MARLUPI", None), ("Hj. Siti Marlupi, S.H.", "Ketua")]
    assert names(joined(voices)) == {"Siti Marlupi": {name for name, *_ in voices}}


@pytest.mark.parametrize(
    ("short", "fuller"),
    [
        (("Siti Marlupi", None), ("Siti Marlupi Handayani", None)),
        (("Siti Marlupi", None), ("Siti Endah Marlupi", None)),
        (("S. Endah Marlupi", None), ("Siti Endah Marlupi", "Ketua KPU Arunika")),
        (("Marlupi Handayani", "Ketua KPU Arunika"), ("Siti Marlupi Handayani", "Mantan Ketua KPU Arunika")),
    ],
)
def test_a_part_joins_the_one_fuller_name(short: Heard, fuller: Heard) -> None:
    (person,) = joined([short, fuller])
    assert person.name == fuller[0]
    assert [each.reason for each in person.voices if each.name == short[0]] == ["part"]


@pytest.mark.parametrize(
    ("short", "others"),
    [
        # A child, and another person of the same place.
        (("Darwis Lesmana", None), [("Bonar Darwis Lesmana", None)]),
        (("Darwis Lesmana", None), [("Darwis Lesmana Jr", None)]),
        # Two longer names.
        (("Darwis Lesmana", None), [("Darwis Lesmana Putra", None), ("Darwis Lesmana Aji", None)]),
        # Offices of other places.
        (("Darwis Lesmana", "Bupati Arunika"), [("Darwis Lesmana Putra", "Bupati Lembayung")]),
        # No word that is nobody else's.
        (("Agus Aji", None), [("Agus Bonar Aji", None), ("Agus Walewan", None), ("Ratna Aji", None)]),
        # Two words more: a headline, or two persons.
        (("Darwis Lesmana", None), [("Darwis Lesmana Siti Marlupi", None)]),
    ],
)
def test_what_may_be_somebody_else_stays_apart(short: Heard, others: list[Heard]) -> None:
    assert names(joined([short, *others]))[short[0]] == {short[0]}


def test_of_two_longer_names_the_office_chooses() -> None:
    voices = [
        ("Darwis Lesmana", "Bupati Arunika"),
        ("Darwis Lesmana Putra", "Bupati Arunika"),
        ("Darwis Lesmana Aji", "Ketua KPU Lembayung"),
    ]
    assert names(joined(voices))["Darwis Lesmana Putra"] == {"Darwis Lesmana", "Darwis Lesmana Putra"}


def test_a_rare_longer_spelling_does_not_give_the_name() -> None:
    assert names(joined([("Siti Marlupi", None, 9), ("Siti Marlupi Langsung", None)])).keys() == {
        "Siti Marlupi"
    }
    assert names(joined([("Siti Marlupi", None, 9), ("Siti Marlupi Sari", None, 5)])).keys() == {
        "Siti Marlupi Sari"
    }


def test_an_office_before_the_name_does_not_give_the_name() -> None:
    voices = [("Siti Marlupi", "Ketua KPU Arunika", 3), ("Kabag Siti Marlupi", "Ketua KPU Arunika", 2)]
    assert names(joined(voices)).keys() == {"Siti Marlupi"}


def test_listed_names_join_and_give_the_name() -> None:
    voices = [("Jokowi", "Presiden"), ("JOKO WIDODO", None, 9), ("Iriana Joko Widodo", "Presiden")]
    found = joined(voices)
    assert names(found) == {
        "Joko Widodo": {"Jokowi", "JOKO WIDODO"},
        "Iriana Joko Widodo": {"Iriana Joko Widodo"},
    }
    assert names(joined([("Jokowi", None)])).keys() == {"Joko Widodo"}
    (alone,) = joined([("Joko Widodo", None)])
    assert "jokowi" in alone.also


def test_one_word_of_a_list_is_contradicted_by_an_office_that_the_person_never_held() -> None:
    voices = [("Prabowo Subianto", "Presiden"), ("Prabowo", None), ("Prabowo", "Bupati Arunika")]
    assert groups(joined(voices))["Prabowo"] == {("Prabowo", "Bupati Arunika")}


def test_a_file_merges_and_splits(tmp_path: Path) -> None:
    voices = [("Siti Marlupi", None), ("Siti Marlupi Sari", None), ("Bu Siti", None), ("Bu Siti", "saksi")]
    assert names(joined(voices))["Siti Marlupi Sari"] == {"Siti Marlupi", "Siti Marlupi Sari"}
    merged = joined(voices, "merge\tSiti Marlupi\tBu Siti\n", tmp_path)
    assert names(merged) == {"Siti Marlupi": {"Siti Marlupi", "Siti Marlupi Sari", "Bu Siti"}}
    some = joined(voices, "merge\tSiti Marlupi\tBu Siti\tsaksi\n", tmp_path)
    assert groups(some)["Bu Siti"] == {("Bu Siti", None)}
    split = joined(voices, "split\tSiti Marlupi Sari\tSiti Marlupi\n", tmp_path)
    assert names(split)["Siti Marlupi"] == {"Siti Marlupi"}


def test_a_longer_name_is_split_from_the_person_of_a_shorter_one(tmp_path: Path) -> None:
    voices = [("Siti Marlupi", None, 9), ("Siti Marlupi Langsung", None)]
    assert names(joined(voices)).keys() == {"Siti Marlupi"}
    line = "split\tSiti Marlupi\tSiti Marlupi Langsung\n"
    assert names(joined(voices, line, tmp_path)).keys() == {"Siti Marlupi", "Siti Marlupi Langsung"}


def test_two_persons_of_one_name_are_told_apart_by_a_name_of_their_own(tmp_path: Path) -> None:
    voices = [("Dedi Lesmana", "Gubernur Arunika"), ("Dedi Lesmana", "Ketua KPU Lembayung"), ("Dedi", PJ)]
    line = "merge\tDedi Lesmana (KPU)\tDedi Lesmana\tKetua KPU Lembayung\n"
    assert groups(joined(voices, line, tmp_path)) == {
        "Dedi Lesmana": {("Dedi Lesmana", "Gubernur Arunika"), ("Dedi", PJ)},
        "Dedi Lesmana (KPU)": {("Dedi Lesmana", "Ketua KPU Lembayung")},
    }


def test_an_office_is_that_of_the_one_to_whom_a_line_gives_it(tmp_path: Path) -> None:
    kpu = "Ketua KPU Lembayung"
    voices = [("Dedi Lesmana", PJ), ("Dedi Lesmana", kpu), ("Dedi", kpu)]
    assert groups(joined(voices, f"merge\tDedi Lesmana (KPU)\tDedi Lesmana\t{kpu}\n", tmp_path)) == {
        "Dedi Lesmana": {("Dedi Lesmana", PJ)},
        "Dedi Lesmana (KPU)": {("Dedi Lesmana", kpu), ("Dedi", kpu)},
    }
    (person,) = joined([("Al Badrani", PJ), ("Badrani", PJ)], f"merge\tBadrani\tAl Badrani\t{PJ}\n", tmp_path)
    assert person.name == "Badrani"


def test_offices_pass_along_a_row_of_merges_in_whatever_order(tmp_path: Path) -> None:
    lines = ["merge\tBonar Walewan\tAgus Lesmana\n", "merge\tAgus Lesmana\tPak Aji\n"]
    voices = [("Pak Aji", PJ), ("Agus Lesmana", None), ("Bonar Walewan", None), ("Bonar", PJ)]
    for each in (lines, lines[::-1]):
        assert names(joined(voices, "".join(each), tmp_path)).keys() == {"Bonar Walewan"}


def test_a_person_of_a_file_may_go_by_a_name_that_suara_lists_as_short(tmp_path: Path) -> None:
    voices = [("Jokowi", None), ("Joko Widodo", None), ("Prabowo", None), ("Prabowo Subianto", None)]
    lines = "merge\tJokowi\tJoko Widodo\nmerge\tPrabowo\tPrabowo Subianto\n"
    assert names(joined(voices, lines, tmp_path)) == {
        "Jokowi": {"Jokowi", "Joko Widodo"},
        "Prabowo": {"Prabowo", "Prabowo Subianto"},
    }


def test_a_voice_split_by_its_role_stands_on_its_own(tmp_path: Path) -> None:
    voices = [("Al Badrani", PJ), ("Badrani", PJ), ("Siti Marlupi", "saksi"), ("Siti Marlupi Sari", None)]
    lines = f"split\tAl Badrani\tBadrani\t{PJ}\nsplit\tSiti Marlupi Sari\tSiti Marlupi\tsaksi\n"
    assert names(joined(voices, lines, tmp_path)).keys() == {name for name, _ in voices}


ANY_NAME = st.lists(
    st.sampled_from(("Al", "Agus", "Siti", "Lesmana", "Marlupi", "A.", "Jokowi")), min_size=1
).map(" ".join)
ANY_ROLE = st.sampled_from((None, PJ, "Gubernur Arunika", "Ketua KPU", "Bupati Lembayung", "saksi"))
VOICES = st.lists(
    st.tuples(ANY_NAME, ANY_ROLE, st.integers(1, 9)), max_size=12, unique_by=lambda each: each[:2]
)


@settings(deadline=None)
@given(VOICES, st.randoms())
def test_the_order_of_voices_does_not_matter(voices: list[Heard], random: object) -> None:
    other = list(voices)
    random.shuffle(other)  # type: ignore[attr-defined]
    assert joined(voices) == joined(other)


LINES = st.lists(
    st.tuples(st.sampled_from(("merge", "split")), ANY_NAME, ANY_NAME, ANY_ROLE.map(lambda role: role or "")),
    max_size=3,
).map(lambda lines: "".join("\t".join(line) + "\n" for line in lines))


@settings(deadline=None)
@given(VOICES, LINES)
def test_every_voice_is_one_persons_and_no_two_persons_have_one_name(
    tmp_path_factory: pytest.TempPathFactory, voices: list[Heard], lines: str
) -> None:
    try:
        found = joined(voices, lines, tmp_path_factory.mktemp("lines"))
    except PeopleError:
        return
    heard = [each.voice for person in found for each in person.voices]
    assert sorted(heard, key=str) == sorted((Voice(*each[:2]) for each in voices), key=str)  # type: ignore[arg-type]
    assert len({person.name for person in found}) == len(found)
    assert {each.reason for person in found for each in person.voices} <= set(REASONS)


@settings(deadline=None)
@given(VOICES, ANY_NAME)
def test_a_split_after_a_merge_restores(
    tmp_path_factory: pytest.TempPathFactory, voices: list[Heard], name: str
) -> None:
    folder = tmp_path_factory.mktemp("lines")
    merged = joined(voices, f"merge\tBonar Walewan\t{name}\n", folder)
    assert all(
        person.name == "Bonar Walewan"
        for person in merged
        for each in person.voices
        if each.name == name and not name.startswith("Jokowi")
    )
    assert joined(voices, f"split\tBonar Walewan\t{name}\n", folder) == joined(voices)
