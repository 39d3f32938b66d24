import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.analysis import (
    BREAK,
    BREAK_GAP,
    STOPWORDS,
    analyze,
    analyzer,
    fingerprint,
    fold,
    tokens,
)
from index.errors import EquivalentsError


@pytest.fixture
def fresh() -> Iterator[None]:
    """Let a test read other equivalents, and the next one Suara's own."""
    analyzer.cache_clear()
    yield
    analyzer.cache_clear()


@pytest.mark.parametrize(
    ("text", "stems", "wide"),
    [
        ("pemilih memilih pemilihan dipilih", "pilih pilih pilih pilih", []),
        ("memenangkan kemenangan dimenangkan menang", "menang menang menang menang", []),
        ("Pemilu dikatakan mengatakan", "pemilu kata kata", []),
        ("debat di televisi", "debat - televisi", []),
        # Each word has its own stem, or all have one together.
        ("anak-anak", "- -", [(0, 2, "anak")]),
        ("tolong-menolong", "- -", [(0, 2, "tolong")]),
        ("undang-undang", "- -", [(0, 2, "undang-undang")]),
        ("Prabowo-Gibran", "prabowo gibran", []),
        ("se-Arunika", "- arunika", []),
        ("KPU-nya", "kpu -", []),
        ("Kabupaten/Kota", "kabupaten kota", []),
        # Or each has its own, and they have one together.
        ("e-KTP", "e ktp", [(0, 2, "ektp")]),
        ("PDI-P", "pdi p", [(0, 2, "pdip")]),
        ("COVID-19", "covid 19", [(0, 2, "covid19")]),
        ("wali kota", "wali kota", [(0, 2, "walikota")]),
        ("walikota", "walikota", []),
        ("bertanggung jawab", "tanggung jawab", [(0, 2, "tanggungjawab")]),
        # What does not touch is not one word.
        ("wali, kota", "wali kota", []),
        (f"wali{BREAK}kota", "wali kota", []),
        # A prefix is a word too.
        ("pascapemilu", "pemilu", [(0, 1, "pasca")]),
        ("pasca-pemilu", "pasca pemilu", []),
        # One spelling for all variants of a word.
        ("Nopember November", "november november", []),
        ("prakteknya praktik", "praktik praktik", []),
        ("Ma'ruf Maruf Ma’ruf", "maruf maruf maruf", []),
        ("Jum'at Jumat", "jumat jumat", []),
        ("Suárez Suarez", "suarez suarez", []),
        ("teman2 teman", "teman teman", []),
        ("51,3 1.250.000 1250000 01 C1", "51.3 1250000 1250000 01 c1", []),
        ("Rp1,5 triliun", "rp 1.5 triliun", []),
        ("pe\u00admilu \u200bjurdil", "pemilu jurdil", []),
        ("", "", []),
    ],
)
def test_words_have_stems_of_their_own_and_together(
    text: str, stems: str, wide: list[tuple[int, int, str]]
) -> None:
    found = analyze(text)
    assert " ".join(stem or "-" for stem in found.stems) == stems
    assert [tuple(each) for each in found.wide] == wide
    assert sorted(found.terms()) == sorted([*filter("-".__ne__, stems.split()), *(each[2] for each in wide)])


def test_function_words_have_no_stem_but_keep_their_place() -> None:
    found = list(tokens("debat di televisi"))
    assert [(token.stem, token.position) for token in found] == [("debat", 0), (None, 1), ("televisi", 2)]
    assert not any(map(str.isupper, STOPWORDS))


def test_a_break_opens_a_gap_that_no_phrase_can_cross() -> None:
    positions = [token.position for token in tokens(f"hak{BREAK}pilih")]
    assert positions[1] - positions[0] > BREAK_GAP


@given(st.text() | st.text(alphabet="Aa-n '’´i\u00ad\u0301/.,12ŉǅß\u200dİ`"))
def test_offsets_cut_out_what_the_reader_sees(text: str) -> None:
    end = 0
    for token in tokens(text):
        assert end <= token.start < token.end <= len(text)
        assert fold(text[token.start : token.end]) == token.surface
        end = token.end


@given(st.text(alphabet="ank-e i2'kotwlr"))
def test_what_has_a_stem_together_are_words_of_the_text(text: str) -> None:
    found = analyze(text)
    for wide in found.wide:
        assert 0 <= wide.first < wide.first + wide.length <= len(found.stems)
    # Every word is found by something, function words apart.
    silent = {number for wide in found.wide for number in range(wide.first, wide.first + wide.length)} | {
        number for first, count in found.words.compounds for number in range(first, first + count)
    }
    for number, (surface, stem) in enumerate(zip(found.words.surfaces, found.stems, strict=True)):
        assert stem is not None or surface in STOPWORDS or number in silent


def test_a_stem_knows_the_words_it_is_printed_as_too() -> None:
    assert ("wali", "kota") in analyzer().apart("walikota")
    assert analyzer().apart("arunika") == ()


def test_joined_words_are_found_by_place() -> None:
    assert analyzer().joined(analyze("seorang wali kota")) == {(1, 2)}


def test_every_thread_may_analyze() -> None:
    found: list[list[str]] = []
    threads = [
        threading.Thread(target=lambda n=n: found.append(list(analyze(f"memilih anak-anak{n}").terms())))
        for n in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 4


@pytest.mark.usefixtures("fresh")
def test_a_file_of_the_user_s_adds_equivalents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = fingerprint()
    added = tmp_path / "equivalents.tsv"
    added.write_text("lembayung\tspelling\tlembajung\tboth\n", encoding="utf-8")
    monkeypatch.setenv("SUARA_EQUIVALENTS", str(added))
    analyzer.cache_clear()
    assert list(analyze("Lembajung").terms()) == ["lembayung"]
    # Another spelling is another term, so an index made before must be made again.
    assert fingerprint() != before
    added.write_text("kpu\tacronym\tkomisi pemilihan umum arunika\tboth\n", encoding="utf-8")
    analyzer.cache_clear()
    assert fingerprint() == before


@pytest.mark.usefixtures("fresh")
def test_a_missing_file_of_equivalents_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SUARA_EQUIVALENTS", str(tmp_path / "none.tsv"))
    analyzer.cache_clear()
    with pytest.raises(EquivalentsError, match=r"none\.tsv"):
        analyze("pemilu")


def test_the_memory_of_stems_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.analysis._STEMS_MOST", 2)
    assert [list(analyze(word).terms()) for word in ("coblosan", "coblosnya", "mencoblos", "coblosan")]


def test_the_fingerprint_is_short_and_stable() -> None:
    assert fingerprint() == fingerprint()
    assert len(fingerprint()) == 16
