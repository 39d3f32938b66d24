"""Merges and splits as they are written."""

from pathlib import Path

import pytest

from index.decisions import Decision, read_decisions
from index.errors import PeopleError
from index.name_keys import name_key
from index.voices import Voice


@pytest.fixture
def written(tmp_path: Path) -> Path:
    return tmp_path / "people.tsv"


def test_what_suara_decides_is_read() -> None:
    decisions = read_decisions()
    line = decisions.merged(Voice("Jokowi", None))
    assert line
    assert (line.person, line.is_own) == ("Joko Widodo", False)
    assert "jokowi" in decisions.also[name_key("Joko Widodo")]


def test_a_short_name_that_is_a_word_of_the_full_one_proves_nothing() -> None:
    assert read_decisions().merged(Voice("Bobby", None)) is None


def test_a_line_with_a_role_counts_before_one_without(written: Path) -> None:
    written.write_text(
        "# catatan\n\nmerge\tBonar Lesmana\tBonar\nmerge\tBonar Walewan\tBonar\tPj Bupati  Arunika\n",
        encoding="utf-8-sig",
    )
    decisions = read_decisions(written)
    named = {
        role: decisions.merged(Voice("BONAR", role)) for role in (None, "penjabat bupati Arunika", "saksi")
    }
    assert [line and line.person for line in named.values()] == [
        "Bonar Lesmana",
        "Bonar Walewan",
        "Bonar Lesmana",
    ]
    assert decisions.full_names[name_key("Bonar Walewan")].origin == f"{written}:4"


def test_a_persons_name_holds_no_character_that_could_hurt_a_terminal(written: Path) -> None:
    written.write_text("merge\t\x1b]0;Bonar\u202e  Lesmana\tBo\u00adle\n")
    line = read_decisions(written).merged(Voice("Bole", None))
    assert line
    assert (line.person, line.name) == ("]0;Bonar Lesmana", "Bole")


def test_a_split_holds_for_its_role_alone(written: Path) -> None:
    written.write_text("split\tDarwis Lesmana\tDarwis\tKetua RT Lembayung\n")
    decisions = read_decisions(written)
    assert decisions.split_from(Voice("Darwis", "ketua RT Lembayung")) == {("darwis", "lesmana")}
    assert decisions.split_from(Voice("Darwis", None)) == set()


def test_a_users_split_undoes_what_suara_decides(written: Path) -> None:
    written.write_text("split\tPrabowo Subianto\tPrabowo\n")
    assert read_decisions(written).merged(Voice("Prabowo", None)) is None


def test_lines_that_speak_of_nobody_are_told_in_their_order(written: Path) -> None:
    written.write_text(
        "merge\tBonar Lesmana\tBoanr\n"
        "merge\tBonar Lesmana\tbonar\n"
        "split\tDarwis Lesmana\tDarwis\tSekretaris KPU Lembayung\n"
        "split\tAgus Lesmana\tAgus\tsaksi\n"
        "merge\tDarwis Lesmana\tDarwis\tketua RT  Lembayung\n"
    )
    voices = [Voice("Bonar", None), Voice("DARWIS", "Ketua RT Lembayung"), Voice("Agus", None)]
    decisions = read_decisions(written)
    assert [line.origin for line in decisions.unmet(voices)] == [
        f"{written}:{number}" for number in (1, 3, 4)
    ]
    assert read_decisions().unmet(()) == ()


def test_the_digest_tells_what_is_decided(written: Path) -> None:
    none = read_decisions().digest
    written.write_text("# kosong\n")
    assert read_decisions(written).digest == none
    written.write_text("merge\tBonar Lesmana\tBonar\n")
    assert read_decisions(written).digest != none


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("merge\tBonar", ":1: write merge or split, the person, the name"),
        ("merge\tA\tB\tC\tD", ":1: write merge or split"),
        ("join\tBonar Lesmana\tBonar", "'join' is neither merge nor split"),
        ("merge\tBonar Lesmana\t\tKetua", "the name is empty"),
        ("merge\t\tBonar", "the person is empty"),
        ("merge\t\u200b\tBonar", "the person is empty"),
        ("split\tBonar\tBONAR\tKetua", "nobody can be split from the own name 'BONAR': give the other"),
        ("merge\tA B\tC\nmerge\tD E\tC", ":2: says otherwise of 'C' than"),
        ("merge\tA B\tC\nsplit\tA B\tC", ":2: says otherwise of 'C' than"),
        ("merge\tA B\tC D\nmerge\tC D\tA B", ":1: 'C D' would be merged in a circle with 'A B': name"),
        ("merge\tA B\tJoko Widodo\nmerge\tJokowi\tA B", ":1: 'Joko Widodo' would be merged in a circle"),
    ],
)
def test_a_line_that_makes_no_sense_is_told_with_its_place(written: Path, text: str, told: str) -> None:
    written.write_text(text)
    with pytest.raises(PeopleError) as raised:
        read_decisions(written)
    assert told in str(raised.value)
    assert str(written) in str(raised.value)


@pytest.mark.parametrize(
    "text", ["merge\tA B\tC\nsplit\tD E\tC", "split\tA B\tC\nsplit\tD E\tC", "merge\tA\tA"]
)
def test_lines_that_agree_are_read(written: Path, text: str) -> None:
    written.write_text(text)
    assert read_decisions(written)


def test_a_file_that_cannot_be_read_is_told(written: Path) -> None:
    with pytest.raises(PeopleError, match="check the path"):
        read_decisions(written)
    written.write_bytes(b"\xff\xfe")
    with pytest.raises(PeopleError, match="save it as UTF-8"):
        read_decisions(written)


def test_one_word_of_suaras_lists_may_be_contradicted() -> None:
    assert Decision("merge", "Bonar Lesmana", "Bonar", None, "x", is_own=False).is_by_one_word
    assert not Decision("merge", "Bonar Lesmana", "Bonar", None, "x").is_by_one_word
    assert not Decision("merge", "Bonar Lesmana", "Bole", None, "x", is_own=False).is_by_one_word
