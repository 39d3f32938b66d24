import re
import sys
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.characters import APOSTROPHES
from index import tokenization
from index.tokenization import BREAK, BREAK_GAP, Compound, fold, loan_prefix, plain, read_compound, tokenize

# What has gone wrong in tokenizers: marks, joiners, ligatures, case that changes length, signs like letters.
ODD = (
    "aZ0１ﬁİßﷺ½²ªŉǅΣς\u0301\u0308\u0903\u094d\u00ad\u200b\u200d\u2060\ufeff\ufe0f\u20e3\U0001d167"
    "👍🏽-‐–'’ʼʻ`´＇.,:/_@#%\n \x1e“”٣क한\ud800𝐀"
)
texts = st.one_of(st.text(), st.text(st.sampled_from(ODD)), st.text(st.characters(max_codepoint=0x7F)))


def cut(text: str) -> list[str]:
    found = tokenize(text)
    return [text[start:end] for start, end in zip(found.starts, found.ends, strict=True)]


def compounds(text: str) -> list[str]:
    found = tokenize(text)
    return ["-".join(found.surfaces[first : first + count]) for first, count in found.compounds]


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        ("Pemilih MEMILIH.", "pemilih memilih"),
        ("anak-anak undang–undang se‑Arunika", "anak anak undang undang se arunika"),
        ("pasca-Pemilu e-KTP PDI-P", "pasca pemilu e ktp pdi p"),
        ("Kabupaten/Kota KPU/Bawaslu", "kabupaten kota kpu bawaslu"),
        ("Nu’man Nu'man Nuʼman Nu‘man Nuʻman Nu´man Nu`man Nu＇man Nu′man", " ".join(["nu'man"] * 9)),
        ("Ma'ruf Jum’at Su`jai", "ma'ruf jum'at su'jai"),
        ("'kutip' ʼkutipʼ ’’ -- !! ‘satu’", "kutip kutip satu"),
        ("“Pilkada”,katanya", "pilkada katanya"),
        ("Rp1,5 triliun, Rp 1,5 triliun", "rp 1,5 triliun rp 1,5 triliun"),
        ("Rp1.250.000,00 Rp.500,- IDR20 USD1.5", "rp 1.250.000,00 rp 500 idr 20 usd 1.5"),
        ("1.250.000 51,3 persen 51,3%", "1.250.000 51,3 persen 51,3"),
        ("pukul 20:30, 07.30WIB, 2,5km 10km.", "pukul 20:30 07.30 wib 2,5 km 10km"),
        ("2024-2029 27/11/2024 27.11.2024", "2024 2029 27 11 2024 27.11.2024"),
        ("paslon 01, 02; 01/02 TPS 001", "paslon 01 02 01 02 tps 001"),
        ("C1 G20 5G 22E dp4 COVID-19", "c1 g20 5g 22e dp4 covid 19"),
        ("D.Hasil-KWK M.Si.", "d hasil kwk m si"),
        ("https://kpu.go.id/berita?id=7 a.b@arunika.id", "https kpu go id berita id 7 a b arunika id"),
        ("@kpu_arunika #PilkadaDamai", "kpu arunika pilkadadamai"),
        ("pe\u00admilu \u200bjur\u200bdil\u200d", "pemilu jurdil"),
        ("ＫＰＵ ｅ－ＫＴＰ ﬁnal 𝐊𝐏𝐔 m²", "kpu e ktp final kpu m2"),
        ("Straße İzmir", "strasse i̇zmir"),
        ("cafe\u0301 café", "café café"),
        ("1️⃣ suara 👍🏽 ½ ŉ", "1 suara 1⁄2 'n"),
        ("नमस्ते", "नमस्ते"),
        ("", ""),
    ],
)
def test_a_text_is_cut_into_folded_words(text: str, surfaces: str) -> None:
    assert list(tokenize(text).surfaces) == surfaces.split()


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("(Anak-anak)", ["Anak", "anak"]),
        ("ke Nu’man.", ["ke", "Nu’man"]),
        ("pe\u00admilu", ["pe\u00admilu"]),
        ("1️⃣", ["1️⃣"]),
        ("cafe\u0301s", ["cafe\u0301s"]),
        ("İzmir,ﬁnal", ["İzmir", "ﬁnal"]),
        ("Rp1,5T", ["Rp", "1,5", "T"]),
        ("a\U0001d167b", ["a\U0001d167b"]),
    ],
)
def test_offsets_cut_out_what_the_reader_sees_of_a_word(text: str, parts: list[str]) -> None:
    assert cut(text) == parts


def test_each_part_of_a_compound_has_a_position_of_its_own() -> None:
    assert list(tokenize("undang-undang yang baru").positions) == [0, 1, 2, 3]


def test_a_break_opens_a_gap_that_no_phrase_can_cross() -> None:
    assert list(tokenize(f"hak{BREAK}pilih {BREAK}{BREAK}suara").positions) == [
        0,
        1 + BREAK_GAP,
        2 + 3 * BREAK_GAP,
    ]


def test_hyphens_make_compounds_of_the_words_they_join() -> None:
    text = "anak-anak, Serang-Cilegon-Anyer dan e‑KTP - bukan -itu atau 2024–2029-an"
    assert compounds(text) == ["anak-anak", "serang-cilegon-anyer", "e-ktp", "2024-2029-an"]


def test_words_side_by_side_have_one_character_between_them() -> None:
    found = tokenize(f"wali kota, wali{BREAK}kota")
    assert found.side_by_side(0, 2)
    assert not found.side_by_side(1, 2)
    assert not found.side_by_side(2, 2)


@given(texts)
def test_words_cut_out_what_they_are_folded_from_in_order(text: str) -> None:
    found = tokenize(text)
    end = 0
    for surface, first, last in zip(found.surfaces, found.starts, found.ends, strict=True):
        assert end <= first < last <= len(text)
        assert fold(text[first:last]) == surface
        assert surface
        end = last
    assert len(found.positions) == len(found.surfaces)


@given(texts)
def test_nothing_but_separators_is_left_between_words(text: str) -> None:
    found = tokenize(text)
    left = [text[end:start] for end, start in zip([0, *found.ends], [*found.starts, len(text)], strict=True)]
    assert not [sign for sign in "".join(left) if sign.isalnum() and sign not in APOSTROPHES]


@given(texts)
def test_positions_rise_by_one_but_at_breaks(text: str) -> None:
    positions = list(tokenize(text.replace(BREAK, " ")).positions)
    assert positions == list(range(len(positions)))
    with_breaks = tokenize(text).positions
    assert all((later - earlier - 1) % BREAK_GAP == 0 for earlier, later in pairwise(with_breaks))


@given(texts)
def test_compounds_are_runs_that_do_not_overlap(text: str) -> None:
    found = tokenize(text)
    after = 0
    for first, count in found.compounds:
        assert after <= first
        assert count > 1
        after = first + count
    assert after <= len(found.surfaces)


@given(texts)
def test_folding_and_plain_spelling_are_done_once(text: str) -> None:
    for surface in tokenize(text).surfaces:
        assert fold(surface) == surface
        assert plain(surface)


def test_no_letter_folds_to_nothing() -> None:
    letters = [chr(code) for code in range(sys.maxunicode + 1) if chr(code).isalnum()]
    assert all(fold(letter) == fold(fold(letter)) != "" for letter in letters)


def test_every_mark_and_format_character_stays_with_the_letter_before_it() -> None:
    # Tags, selectors and the rest; those below U+0300 but the soft hyphen do not exist.
    marks = [
        chr(code)
        for code in range(0x300, sys.maxunicode + 1)
        if unicodedata.category(chr(code)) in ("Mn", "Mc", "Me", "Cf")
    ]
    assert [mark for mark in marks if cut(f"a{mark}b") != [f"a{mark}b"]] == []


def test_the_kept_surfaces_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tokenization, "_SURFACES_MOST", 2)
    kept = tokenization._Surfaces()  # noqa: SLF001  # its bound shows nowhere else
    assert [kept[word] for word in ("Satu", "Dua", "Tiga")] == ["satu", "dua", "tiga"]
    assert len(kept) == 1


@pytest.mark.parametrize(
    ("surface", "spelled"),
    [
        ("pemilu", "pemilu"),
        ("ma'ruf", "maruf"),
        ("jum'at", "jumat"),
        ("suárez", "suarez"),
        ("i̇zmir", "izmir"),
        ("lembayung's", "lembayung"),
        ("teman2", "teman-teman"),
        ("buah2an", "buah-buahan"),
        ("c1", "c1"),
        ("g20", "g20"),
        ("1.250.000", "1250000"),
        ("1,250,000", "1250000"),
        ("1.250.000,00", "1250000"),
        ("1.250.000,50", "1250000.50"),
        ("1,250,000.75", "1250000.75"),
        ("51,3", "51.3"),
        ("51.3", "51.3"),
        ("20:30", "20.30"),
        ("20.30", "20.30"),
        ("27.11.2024", "27.11.2024"),
        ("01", "01"),
        ("5g", "5g"),
        ("नमस्ते", "नमस्ते"),
    ],
)
def test_variants_of_a_word_share_one_plain_spelling(surface: str, spelled: str) -> None:
    assert plain(surface) == spelled


STEMS = {
    "tolong-menolong": "tolong",
    "berjalan-jalan": "jalan",
    "perundang-undangan": "undang-undang",
    "surat-menyurat": "surat",
}


def stem(word: str) -> str:
    return STEMS.get(word, word)


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("anak-anak", "anak-anak"),
        ("undang-undang", "undang-undang"),
        ("tolong-menolong", "tolong-menolong"),
        ("surat-menyurat", "surat-menyurat"),
        ("berjalan-jalan", "berjalan-jalan"),
        ("perundang-undangan", "perundang-undangan"),
        ("TPS-TPS", "tps-tps"),
        ("anak-anak-Nya", "anak-anak"),
    ],
)
def test_a_word_said_twice_is_one_word(text: str, whole: str) -> None:
    compound = read_compound(tokenize(text).surfaces, stem)
    assert compound.whole == whole
    assert not any(compound.kept)
    assert compound.joined is None


@pytest.mark.parametrize(
    ("text", "kept", "joined"),
    [
        ("Serang-Cilegon", "serang cilegon", None),
        ("Serang-Cilegon-Anyer", "serang cilegon anyer", None),
        ("se-Arunika", "arunika", None),
        ("ber-KTP", "ktp", None),
        ("di-PHK", "phk", None),
        ("KPU-nya", "kpu", None),
        ("ke-79", "79", None),
        ("1990-an", "1990", None),
        ("se-Arunika-nya", "arunika", None),
        ("e-KTP", "e ktp", "ektp"),
        ("KTP-el", "ktp el", "ktpel"),
        ("e-rekap", "e rekap", "erekap"),
        ("PDI-P", "pdi p", "pdip"),
        ("pasca-Pemilu", "pasca pemilu", "pascapemilu"),
        ("anti-anti", "anti anti", "antianti"),
        ("COVID-19", "covid 19", "covid19"),
        ("G-20", "g 20", "g20"),
        ("2024-2029", "2024 2029", None),
        ("1-1", "1 1", None),
        ("Pilkada-2024", "pilkada 2024", None),
        ("ke-an", "ke an", None),
    ],
)
def test_the_parts_of_other_compounds_are_words_and_affixes(text: str, kept: str, joined: str | None) -> None:
    parts = tokenize(text).surfaces
    compound = read_compound(parts, stem)
    assert compound.whole is None
    assert [part for part, keeps in zip(parts, compound.kept, strict=True) if keeps] == kept.split()
    assert compound.joined == joined


@pytest.mark.parametrize(
    ("word", "prefix"),
    [("pascapemilu", "pasca"), ("antikorupsi", "anti"), ("nonton", None), ("pemilu", None), ("anti", None)],
)
def test_a_loan_prefix_is_seen_where_the_stemmer_takes_it_off(word: str, prefix: str | None) -> None:
    stems = {"pascapemilu": "pemilu", "antikorupsi": "korupsi"}
    assert loan_prefix(word, lambda each: stems.get(each, each)) == prefix


def test_no_part_of_a_letter_or_two_is_taken_for_a_repetition() -> None:
    # A stemmer may see a word that ends in itself.
    assert read_compound(("a", "data"), lambda word: word[-1]) == Compound(None, (True, True), "adata")


def test_patterns_know_the_apostrophes_of_names() -> None:
    assert [sign for sign in APOSTROPHES if not re.fullmatch("nu'man", fold(f"Nu{sign}man"))] == []
