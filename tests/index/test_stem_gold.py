from collections.abc import Iterator
from importlib.resources import files
from itertools import pairwise

import pytest

GOLD_FILES = ("stem_gold_election.tsv", "stem_gold_news.tsv")
ALL_FILES = (*GOLD_FILES, "stem_apart.tsv", "stem_errors.tsv")


def rows(name: str) -> list[list[str]]:
    text = (files("index") / "data" / name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if not line.startswith("#")]


def gold_rows() -> Iterator[tuple[str, str]]:
    for name in GOLD_FILES:
        yield from ((word, wanted) for word, wanted in rows(name))


def class_sizes(name: str) -> dict[str, int]:
    classes = [wanted for _, wanted in rows(name)]
    return {wanted: classes.count(wanted) for wanted in classes}


def test_every_gold_word_has_one_row_and_so_one_class() -> None:
    words = [word for word, _ in gold_rows()]
    assert len(words) == len(set(words))


def test_the_gold_holds_enough_words_and_classes_to_measure_by() -> None:
    gold = dict(gold_rows())
    assert len(gold) >= 660
    assert len(set(gold.values())) >= 155


def test_the_news_words_make_enough_pairs() -> None:
    sizes = class_sizes("stem_gold_news.tsv")
    assert sum(sizes.values()) >= 160
    assert sum(size > 1 for size in sizes.values()) >= 45
    assert sum(size > 1 for size in sizes.values()) > len(sizes) / 2


def test_a_word_that_names_a_class_belongs_to_it() -> None:
    gold = dict(gold_rows())
    astray = [name for name in set(gold.values()) & set(gold) if gold[name] != name]
    assert astray == []


def test_no_pair_to_keep_apart_shares_a_class() -> None:
    gold = dict(gold_rows())
    joined = [
        (one, other) for one, other in rows("stem_apart.tsv") if gold.get(one, one) == gold.get(other, other)
    ]
    assert joined == []


def test_there_are_enough_pairs_to_keep_apart_and_each_is_given_once() -> None:
    pairs = {frozenset(row) for row in rows("stem_apart.tsv")}
    assert len(pairs) == len(rows("stem_apart.tsv")) >= 66
    assert all(len(pair) == 2 for pair in pairs)


@pytest.mark.parametrize(
    "pair",
    [
        ("pemerintah", "perintah"),
        ("peserta", "serta"),
        ("pendapat", "dapat"),
        ("ketua", "tua"),
        ("pemilu", "pilu"),
        ("menteri", "teri"),
    ],
)
def test_the_pairs_readers_mind_most_are_kept_apart(pair: tuple[str, str]) -> None:
    assert list(pair) in rows("stem_apart.tsv")


def test_the_known_stemmer_errors_agree_with_the_gold() -> None:
    gold = dict(gold_rows())
    differing = [word for word, wanted, _ in rows("stem_errors.tsv") if gold.get(word, wanted) != wanted]
    assert differing == []


@pytest.mark.parametrize("name", ALL_FILES)
def test_words_are_lower_case_letters_and_hyphens(name: str) -> None:
    words = [word for row in rows(name) for word in row[:2]]
    assert [word for word in words if word != word.lower() or not word.replace("-", "").isalpha()] == []


@pytest.mark.parametrize("name", [*GOLD_FILES, "stem_errors.tsv"])
def test_rows_are_sorted_by_class_then_word(name: str) -> None:
    keys = [(wanted, word) for word, wanted, *_ in rows(name)]
    assert all(before < after for before, after in pairwise(keys))
