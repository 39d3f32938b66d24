"""Passages that show why a text matched."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.highlights import Highlights
from search.query import parse
from search.results import Fragment, Snippet
from search.snippets import PASSAGE_LENGTH, QUOTE_LENGTH, WORD_LENGTH, snippets_of, whole_text

FILLER = "Warga Arunika datang sejak pagi dan antre dengan sabar. "


def highlights(query: str) -> Highlights:
    return Highlights.of(parse(query))


def shown(snippet: Snippet) -> str:
    return "".join(f"[{part.text}]" if part.marked else part.text for part in snippet)


def bare(snippet: Snippet) -> str:
    return "".join(part.text for part in snippet).removeprefix("… ").removesuffix(" …")


def test_a_short_text_is_shown_whole() -> None:
    (snippet,) = snippets_of("Debat di Lembayung\nberjalan aman.", highlights("debat aman"))
    assert snippet == (
        Fragment("Debat", marked=True),
        Fragment(" di Lembayung berjalan ", marked=False),
        Fragment("aman", marked=True),
        Fragment(".", marked=False),
    )


def test_where_nothing_matches_the_beginning_is_shown() -> None:
    (snippet,) = snippets_of(FILLER * 20, highlights("title:debat"))
    assert shown(snippet).startswith("Warga Arunika datang")
    assert shown(snippet).endswith(" …")
    assert PASSAGE_LENGTH <= len(bare(snippet)) <= PASSAGE_LENGTH + WORD_LENGTH


def test_a_text_without_a_word_has_no_passage() -> None:
    assert snippets_of("", highlights("debat")) == ()
    assert whole_text("", highlights("debat")) == ()


def test_a_passage_begins_with_its_sentence_where_that_is_near() -> None:
    (snippet,) = snippets_of(FILLER * 20 + "Debat usai." + FILLER * 20, highlights("debat"))
    assert shown(snippet).startswith("… [Debat] usai.")
    assert shown(snippet).endswith(" …")


def test_the_passage_with_most_of_the_query_is_chosen() -> None:
    text = "Debat debat debat. " + FILLER * 10 + "Saksi debat itu Bonar. " + FILLER * 10
    (snippet,) = snippets_of(text, highlights("debat saksi bonar"))
    assert "[Saksi] [debat] itu [Bonar]" in shown(snippet)


def test_a_second_passage_adds_what_the_first_lacks() -> None:
    text = FILLER * 10 + "Debat ramai. " + FILLER * 10 + "Saksi pulang. " + FILLER * 10 + "Debat lagi."
    first, second = snippets_of(text, highlights("debat saksi"))
    assert "[Debat] ramai" in shown(first)
    assert "[Saksi] pulang" in shown(second)


def test_passages_stand_in_the_order_of_the_text() -> None:
    text = FILLER * 9 + "Saksi hadir. " + FILLER * 9 + "Debat dan bonar. " + FILLER * 9
    first, second = snippets_of(text, highlights("debat bonar saksi"))
    assert "[Saksi]" in shown(first)
    assert "[Debat] dan [bonar]" in shown(second)


@pytest.mark.parametrize("distance", range(150, 450, 17))
def test_two_passages_never_tell_the_same_twice(distance: int) -> None:
    marks = [f"{number:04d}" for number in range(400)]
    text = " ".join([*marks[:100], "debat", *marks[100 : 100 + distance // 5], "saksi", *marks[300:]])
    words = [
        word for snippet in snippets_of(text, highlights("debat saksi")) for word in bare(snippet).split()
    ]
    assert len(words) == len(set(words))


def test_a_phrase_longer_than_a_passage_is_marked_whole() -> None:
    phrase = " ".join(f"kata{number}" for number in range(50))
    (snippet,) = snippets_of(FILLER * 9 + phrase + " " + FILLER * 9, highlights(f'"{phrase}"'))
    assert f"[{phrase}]" in shown(snippet)


def test_a_quote_is_shown_whole_and_a_very_long_one_cut_at_its_end() -> None:
    assert shown(whole_text("Kami debat", highlights("debat"))) == "Kami [debat]"
    long = whole_text("debat " * 1000, highlights("debat"))
    assert shown(long).startswith("[debat] [debat]")
    assert shown(long).endswith("[debat] …")
    assert QUOTE_LENGTH <= len(bare(long)) + 1 <= QUOTE_LENGTH + WORD_LENGTH


@pytest.mark.parametrize(
    "text",
    [
        "a" * 100_000,
        "debat" * 100_000,
        "debat " + "x" * 100_000,
        "x" * 100_000 + " debat",
        "debat," * 20_000,
        "\u200b" * 100_000 + "debat",
        "\n" * 100_000 + "debat" + "\n" * 100_000,
        "e\u0301" * 50_000,
    ],
)
def test_garbage_gives_a_short_passage_at_once(text: str) -> None:
    started = time.monotonic()
    for query in ("debat", "deb*", "aaa*"):
        for snippet in snippets_of(text, highlights(query)):
            assert len(bare(snippet)) <= QUOTE_LENGTH + 2 * WORD_LENGTH
    assert time.monotonic() - started < 5


texts = st.lists(
    st.sampled_from(["debat", "Memilih", "politik uang", "kata", "panjang-sekali", ".", "?", "\n", "“ya,”"]),
    max_size=150,
).map(" ".join)
queries = st.sampled_from(["debat", 'debat "politik uang"', "pilih OR kata", "pan*", "title:debat", ""])


@given(text=texts, query=queries)
def test_a_passage_is_a_piece_of_the_text_with_its_words_whole(text: str, query: str) -> None:
    spaced = text.replace("\n", " ")
    for snippet in snippets_of(text, highlights(query)):
        assert f" {bare(snippet)} " in f" {spaced} "
        assert all(part.text for part in snippet)


@given(text=texts, query=queries)
def test_each_marked_fragment_is_a_mark(text: str, query: str) -> None:
    found = highlights(query)
    marks = {text[mark.start : mark.end].replace("\n", " ") for mark in found.marks(text)}
    snippets = snippets_of(text, found)
    assert {part.text for snippet in snippets for part in snippet if part.marked} <= marks
    assert bool(marks) == any(part.marked for snippet in snippets for part in snippet)
