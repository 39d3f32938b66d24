from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import CorpusError
from index.stem_evaluation import (
    GOLD_FILES,
    LEMMAS,
    Label,
    joined_pairs,
    pair_score,
    read_gold,
    read_lemmas,
    wrong_words,
)
from index.stemming import stem

LABELS = {"memilih": Label("pilih", 3), "dipilih": Label("pilih", 2), "pilu": Label("pilu", 1)}


def first_letters(count: int) -> Callable[[str], str]:
    return lambda word: word[:count]


def test_pairs_of_words_are_counted_by_types() -> None:
    score = pair_score(
        {"ab": Label("x"), "ac": Label("x"), "ad": Label("y"), "bd": Label("y")}, first_letters(1)
    )
    assert (score.right, score.joined, score.together) == (1, 3, 2)
    assert (score.precision, score.recall) == (1 / 3, 1 / 2)
    assert score.f1 == pytest.approx(0.4)


def test_pairs_of_tokens_are_counted_when_weighted() -> None:
    score = pair_score(LABELS, first_letters(1), weighted=True)
    assert score.right == 3 + 1  # the tokens of memilih among themselves, and those of dipilih
    assert score.joined == 3 + 1
    assert score.together == 10  # any two of the five tokens of pilih


def test_words_that_none_joins_and_none_belong_with_score_full() -> None:
    score = pair_score({"satu": Label("satu"), "dua": Label("dua")}, first_letters(4))
    assert (score.precision, score.recall, score.f1) == (1.0, 1.0, 1.0)


@given(st.dictionaries(st.text(max_size=3), st.builds(Label, st.sampled_from("xyz"), st.integers(1, 9))))
def test_a_stemmer_that_gives_the_classes_is_always_right(labels: dict[str, Label]) -> None:
    assert pair_score(labels, lambda word: labels[word].name).f1 == 1.0
    assert pair_score(labels, lambda word: labels[word].name, weighted=True).f1 == 1.0


@pytest.mark.parametrize(
    ("names", "floor"),
    [(GOLD_FILES, 0.995), (GOLD_FILES[:1], 0.99), (GOLD_FILES[1:], 0.995)],
)
def test_the_stemmer_keeps_its_floor_on_the_gold(names: tuple[str, ...], floor: float) -> None:
    assert pair_score(read_gold(*names), stem).f1 >= floor


def test_the_stemmer_gets_every_known_error_of_snowball_right() -> None:
    assert wrong_words(stem) == []
    assert wrong_words(lambda word: word) != []


def test_the_stemmer_joins_no_pair_to_keep_apart() -> None:
    assert joined_pairs(stem) == []
    assert joined_pairs(first_letters(1)) != []


def lemma_folder(folder: Path, *lines: str) -> Path:
    path = folder / LEMMAS
    path.parent.mkdir()
    path.write_text("\n".join(lines), encoding="utf-8")
    return folder


def test_a_form_takes_the_lemma_most_of_its_tokens_have(tmp_path: Path) -> None:
    folder = lemma_folder(
        tmp_path,
        "Pemilih\tpilih\tNOUN\t2",
        "pemilih\tpemilih\tNOUN\t3",
        "pemilih\tpilih\tVERB\t2",
        "kata\tkata\tNOUN\t1",
    )
    assert read_lemmas(folder) == {"pemilih": Label("pilih", 7), "kata": Label("kata", 1)}


def test_of_lemmas_with_equal_counts_the_first_of_the_alphabet_is_taken(tmp_path: Path) -> None:
    assert read_lemmas(lemma_folder(tmp_path, "beri\tperi\tX\t2", "beri\tberi\tX\t2")) == {
        "beri": Label("beri", 4)
    }


@pytest.mark.parametrize("line", ["kata\tkata\t1", "kata\tkata\tNOUN\tsatu"])
def test_a_row_that_is_no_row_is_named(tmp_path: Path, line: str) -> None:
    with pytest.raises(CorpusError, match=r"line 2: give form, lemma, part of speech and count"):
        read_lemmas(lemma_folder(tmp_path, "kata\tkata\tNOUN\t1", line))


def test_a_folder_without_lemmas_is_named(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="cannot be read"):
        read_lemmas(tmp_path)


def test_lemmas_that_are_not_utf8_are_named(tmp_path: Path) -> None:
    (lemma_folder(tmp_path) / LEMMAS).write_bytes(b"kata\tkata\tNOUN\t1\xff")
    with pytest.raises(CorpusError, match="is not UTF-8"):
        read_lemmas(tmp_path)
