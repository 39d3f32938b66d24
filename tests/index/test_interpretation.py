"""What words become, and why."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.analysis import analyze, analyzer
from index.interpretation import NOTHING, equivalents, readings


@pytest.fixture
def _own_equivalents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Put a list of a user's beside Suara's own."""
    added = tmp_path / "own.tsv"
    added.write_text("panwara\tacronym\tpanitia pengawas arunika|pw\tboth\tpw\tpw is also a name\n", "utf-8")
    monkeypatch.setenv("SUARA_EQUIVALENTS", str(added))
    analyzer.cache_clear()
    yield
    analyzer.cache_clear()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Memilih", [("memilih", "pilih", "stem")]),
        ("debat", [("debat", "debat", "as it is")]),
        ("yang", [("yang", NOTHING, "function word")]),
        ("NOPEMBER", [("nopember", "november", "spelling of november (equivalents.tsv:")]),
        ("prakteknya", [("prakteknya", "praktik", "spelling of praktik (equivalents.tsv:")]),
        (
            "anak-anak",
            [
                ("anak", NOTHING, "part of a hyphenated word"),
                ("anak", NOTHING, "part of a hyphenated word"),
                ("anak-anak", "anak", "hyphenated word"),
            ],
        ),
        (
            "Wali Kota",
            [
                ("wali", "wali", "as it is"),
                ("kota", "kota", "as it is"),
                ("wali kota", "walikota", "written as one word too"),
            ],
        ),
        (
            "pascapemilu",
            [("pascapemilu", "pemilu", "stem"), ("pascapemilu", "pasca", "its prefix, a word too")],
        ),
        (
            "wali\nkota",
            [
                ("wali", "wali", "as it is"),
                ("kota", "kota", "as it is"),
                ("wali kota", "walikota", "written as one word too"),
            ],
        ),
        ("!!", []),
    ],
)
def test_each_word_tells_what_it_becomes_and_why(text: str, expected: list[tuple[str, str, str]]) -> None:
    found = list(readings(text))
    assert [reading[:2] for reading in found] == [each[:2] for each in expected]
    assert all(reading.why.startswith(each[2]) for reading, each in zip(found, expected, strict=True))


@pytest.mark.usefixtures("_own_equivalents")
@pytest.mark.parametrize(
    ("text", "written", "became", "why"),
    [
        ("ketua panwara", "panwara", "panitia pengawas arunika", "acronym panwara, pw is also a name ("),
        ("Panitia Pengawas Arunika", "panitia pengawas arunika", "panwara", "acronym panwara"),
        (
            "pw",
            "pw",
            NOTHING,
            "not widened, for it means something else too: acronym panwara, pw is also a name (",
        ),
    ],
)
def test_equivalents_are_named_with_their_row(text: str, written: str, became: str, why: str) -> None:
    (found,) = equivalents(text)
    assert (found.written, found.became) == (written, became)
    assert found.why.startswith(why)
    assert found.why.endswith("own.tsv:1)")


def test_alternatives_of_one_row_are_told_together() -> None:
    (found,) = equivalents("bawaslu")
    assert set(found.became.split(" | ")) >= {"badan pengawas pemilu", "badan pengawas pemilihan umum"}
    assert list(equivalents("debat tenang")) == []


@given(st.text(alphabet="ankotwlie-K 2"))
def test_every_stem_of_a_text_is_told(text: str) -> None:
    told = [reading.became for reading in readings(text) if reading.became != NOTHING]
    assert sorted(told) == sorted(analyze(text).terms())
