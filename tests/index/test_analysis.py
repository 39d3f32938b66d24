import pickle
import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.analysis import (
    BREAK,
    BREAK_GAP,
    PROTECTED,
    STOPWORDS,
    StemTokenizer,
    SurfaceTokenizer,
    fingerprint,
    fold,
    stem,
    tokens,
)


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        ("Pemilih MEMILIH.", ["pemilih", "memilih"]),
        ("Nu’man, Nu'man Nuʼman Nu‘man Nuʻman Nu´man Nu`man Nu＇man", ["nu'man"] * 8),
        ("Jum'at", ["jum'at"]),
        ("anak-anak", ["anak", "anak"]),
        ("Kabupaten/Kota", ["kabupaten", "kota"]),
        ("51,3 persen dari 1.250.000", ["51,3", "persen", "dari", "1.250.000"]),
        ("pukul 07.30.", ["pukul", "07.30"]),
        ("“Pilkada”,katanya", ["pilkada", "katanya"]),
        ("pe\u00admilu \u200bjurdil", ["pemilu", "jurdil"]),
        ("ＫＰＵ", ["kpu"]),
        ("C1 COVID-19", ["c1", "covid", "19"]),
        ("'kutip' ’’ -- !!", ["kutip"]),
        ("", []),
    ],
)
def test_a_text_is_cut_into_folded_words(text: str, surfaces: list[str]) -> None:
    assert [token.surface for token in tokens(text)] == surfaces


def test_words_of_one_family_share_a_stem() -> None:
    assert {token.stem for token in tokens("pemilih memilih pemilihan dipilih")} == {"pilih"}


@pytest.mark.parametrize("word", ["pemilu", "menteri", "pemerintah", "ketua", "perempuan"])
def test_protected_words_stay_whole(word: str) -> None:
    assert stem(word) == word


@pytest.mark.parametrize("word", ["nu'man", "51,3", "c1", "07.30"])
def test_what_is_not_all_letters_is_not_stemmed(word: str) -> None:
    assert stem(word) == word


def test_function_words_have_no_stem_but_keep_their_place() -> None:
    found = list(tokens("debat di televisi"))
    assert [(token.stem, token.position) for token in found] == [("debat", 0), (None, 1), ("televisi", 2)]


def test_no_word_is_both_protected_and_a_function_word() -> None:
    assert not PROTECTED & STOPWORDS


def test_a_break_opens_a_gap_that_no_phrase_can_cross() -> None:
    positions = [token.position for token in tokens(f"hak{BREAK}pilih")]
    assert positions[1] - positions[0] > BREAK_GAP


@given(st.text())
def test_offsets_cut_out_what_the_reader_sees(text: str) -> None:
    end = 0
    for token in tokens(text):
        assert end <= token.start < token.end <= len(text)
        assert fold(text[token.start : token.end]) == token.surface
        end = token.end


@given(st.text())
def test_both_tokenizers_give_whoosh_the_terms_of_the_analyzer(text: str) -> None:
    found = list(tokens(text))
    surfaces = [(token.text, token.pos) for token in SurfaceTokenizer()(text)]
    stems = [(token.text, token.pos) for token in StemTokenizer()(text)]
    assert surfaces == [(token.surface, token.position) for token in found]
    assert stems == [(token.stem, token.position) for token in found if token.stem is not None]


def test_tokenizers_survive_pickling_because_whoosh_pickles_its_schema() -> None:
    for tokenizer in (SurfaceTokenizer(), StemTokenizer()):
        assert pickle.loads(pickle.dumps(tokenizer)) == tokenizer  # noqa: S301  # our own bytes


def test_every_thread_may_stem() -> None:
    found: list[str | None] = []
    threads = [threading.Thread(target=lambda n=n: found.append(stem(f"memilih{'x' * n}"))) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 4


def test_the_fingerprint_is_short_and_stable() -> None:
    assert fingerprint() == fingerprint()
    assert len(fingerprint()) == 16
