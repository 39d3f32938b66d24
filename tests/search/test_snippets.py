"""Passages that show why a text matched."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.highlights import Highlights, Mark
from search.query import parse
from search.results import Fragment, Snippet
from search.snippets import (
    PASSAGE_LENGTH,
    PASSAGE_MOST,
    QUOTE_LENGTH,
    WORD_LENGTH,
    quote_snippets,
    snippets_of,
)

FILLER = "Warga Arunika datang sejak pagi dan antre dengan sabar. "


def marks_of(query: str, text: str) -> list[Mark]:
    return Highlights.of(parse(query)).in_quote(text)


def passages(text: str, query: str) -> tuple[Snippet, ...]:
    return snippets_of(text, marks_of(query, text))


def shown(snippet: Snippet) -> str:
    return "".join(f"[{part.text}]" if part.marked else part.text for part in snippet)


def bare(snippet: Snippet) -> str:
    return "".join(part.text for part in snippet).removeprefix("… ").removesuffix(" …")


def test_a_short_text_is_shown_whole() -> None:
    (snippet,) = passages("Debat di Lembayung\nberjalan aman.", "debat aman")
    assert snippet == (
        Fragment("Debat", marked=True),
        Fragment(" di Lembayung berjalan ", marked=False),
        Fragment("aman", marked=True),
        Fragment(".", marked=False),
    )


def test_where_nothing_matches_the_beginning_is_shown() -> None:
    (snippet,) = passages(FILLER * 20, "title:debat")
    assert shown(snippet).startswith("Warga Arunika datang")
    assert shown(snippet).endswith(" …")
    assert PASSAGE_LENGTH <= len(bare(snippet)) <= PASSAGE_LENGTH + WORD_LENGTH


def test_a_text_without_a_word_has_no_passage() -> None:
    assert passages("", "debat") == ()


def test_a_passage_begins_with_its_sentence_where_that_is_near() -> None:
    (snippet,) = passages(FILLER * 20 + "Debat usai." + FILLER * 20, "debat")
    assert shown(snippet).startswith("… [Debat] usai.")
    assert shown(snippet).endswith(" …")


@pytest.mark.parametrize(
    ("sentences", "start"),
    [(1, "Warga Arunika datang"), (2, "Warga Arunika datang"), (9, "… Warga Arunika datang")],
)
def test_at_the_end_of_a_text_the_passage_holds_the_sentences_before(sentences: int, start: str) -> None:
    (snippet,) = passages(FILLER * sentences + "Debat usai.", "debat")
    assert shown(snippet).startswith(start)
    assert shown(snippet).endswith("[Debat] usai.")
    assert len(bare(snippet)) <= PASSAGE_LENGTH


def test_the_passage_with_most_of_the_query_is_chosen() -> None:
    text = "Debat debat debat. " + FILLER * 10 + "Saksi debat itu Bonar. " + FILLER * 10
    (snippet,) = passages(text, "debat saksi bonar")
    assert "[Saksi] [debat] itu [Bonar]" in shown(snippet)


def test_a_second_passage_adds_what_the_first_lacks() -> None:
    text = FILLER * 10 + "Debat ramai. " + FILLER * 10 + "Saksi pulang. " + FILLER * 10 + "Debat lagi."
    first, second = passages(text, "debat saksi")
    assert "[Debat] ramai" in shown(first)
    assert "[Saksi] pulang" in shown(second)


def test_passages_stand_in_the_order_of_the_text() -> None:
    text = FILLER * 9 + "Saksi hadir. " + FILLER * 9 + "Debat dan bonar. " + FILLER * 9
    first, second = passages(text, "debat bonar saksi")
    assert "[Saksi]" in shown(first)
    assert "[Debat] dan [bonar]" in shown(second)


@pytest.mark.parametrize("distance", range(150, 450, 17))
def test_two_passages_never_tell_the_same_twice(distance: int) -> None:
    marks = [f"{number:04d}" for number in range(400)]
    text = " ".join([*marks[:100], "debat", *marks[100 : 100 + distance // 5], "saksi", *marks[300:]])
    words = [word for snippet in passages(text, "debat saksi") for word in bare(snippet).split()]
    assert len(words) == len(set(words))


def test_a_phrase_longer_than_a_passage_is_marked_whole() -> None:
    phrase = " ".join(f"kata{number}" for number in range(50))
    (snippet,) = passages(FILLER * 9 + phrase + " " + FILLER * 9, f'"{phrase}"')
    assert f"[{phrase}]" in shown(snippet)


def test_a_very_long_phrase_does_not_make_a_very_long_passage() -> None:
    text = "politik " + ". " * 5000 + "uang"
    (snippet,) = passages(text, '"politik uang"')
    assert len(bare(snippet)) <= PASSAGE_MOST + WORD_LENGTH


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kami debat", ["Kami [debat]"]),
        ("kata " * 110 + "debat", ["kata " * 110 + "[debat]"]),
        # What matches beyond the part that would be shown.
        (
            FILLER * 20 + "Kami debat. " + FILLER * 9,
            ["… Kami [debat]. " + (FILLER * 4)[:188].rstrip() + " …"],
        ),
    ],
)
def test_a_quote_is_shown_whole_unless_it_is_very_long(text: str, expected: list[str]) -> None:
    assert [shown(snippet) for snippet in quote_snippets(text, marks_of("debat", text))] == expected


def test_a_very_long_quote_is_cut_at_its_end() -> None:
    text = "debat " * 1000
    (long,) = quote_snippets(text, marks_of("debat", text))
    assert shown(long).startswith("[debat] [debat]")
    assert shown(long).endswith("[debat] …")
    assert QUOTE_LENGTH <= len(bare(long)) + 1 <= QUOTE_LENGTH + WORD_LENGTH


def test_a_quote_without_a_word_has_no_passage() -> None:
    assert quote_snippets("", []) == ()


@pytest.mark.parametrize(
    ("before", "start"),
    [
        ("Warga antre. ", "… [Debat]"),
        ("Warga antre.” ", "… [Debat]"),
        ("Warga antre! “", "… “[Debat]"),
        ("Warga antre\n", "… [Debat]"),
        ("Warga antre. Ketua KPU. ", "… [Debat]"),
        # Neither an initial nor a title ends a sentence, nor a stop before a small letter.
        ("Warga antre. H. ", "… H. [Debat]"),
        ("Warga antre. Kata Drs. ", "… Kata Drs. [Debat]"),
        ("Warga antre. Kata tgl. ", "… [Debat]"),
        ("Warga antre. Kata a.n. ada ", "… Kata a.n. ada [Debat]"),
    ],
)
def test_a_passage_begins_where_a_sentence_does(before: str, start: str) -> None:
    (snippet,) = passages(FILLER * 9 + before + "Debat usai. " + FILLER * 9, "debat")
    assert shown(snippet).startswith(start)


def test_a_passage_far_from_the_start_of_its_sentence_has_the_match_in_its_middle() -> None:
    (snippet,) = passages("warga " * 99 + "debat " + "warga " * 99, "debat")
    before, after = shown(snippet).split("[debat]")
    assert abs(len(before) - len(after)) < 20


def test_a_phrase_outweighs_a_word_and_a_word_any_number_of_function_words() -> None:
    text = "Debat debat. " + FILLER * 10 + "Politik uang. " + FILLER * 10 + "Yang di dan ke. " + FILLER * 10
    first, second = passages(text, 'debat OR "politik uang" OR yang OR di OR dan OR ke')
    assert "[Debat]" in shown(first)
    assert "[Politik uang]" in shown(second)


def test_of_two_words_the_rarer_one_is_shown() -> None:
    text = "Debat. " + FILLER * 10 + "Saksi. " + FILLER * 10 + "Bonar. " + FILLER * 10 + "Debat saksi debat. "
    assert ["[Bonar]" in shown(each) for each in passages(text, "debat saksi bonar")] == [True, False]


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
def test_garbage_gives_a_short_passage(text: str) -> None:
    for query in ("debat", "deb*", "aaa*"):
        for snippet in passages(text, query):
            assert len(bare(snippet)) <= PASSAGE_MOST + 2 * WORD_LENGTH


texts = st.lists(
    st.sampled_from(
        ["debat", "Memilih", "politik uang", "kata", "panjang-sekali", ".", "?", "\n", "“ya,”", "Di"]
    ),
    max_size=150,
).map(" ".join)
queries = st.sampled_from(
    [
        "debat",
        'debat "politik uang"',
        "pilih OR kata",
        "pan*",
        "title:debat",
        "",
        "di",
        "kat~ ya",
        '"debat di" ya',
    ]
)


@given(text=texts, query=queries)
def test_a_passage_is_a_piece_of_the_text_with_its_words_whole(text: str, query: str) -> None:
    spaced = text.replace("\n", " ")
    for snippet in passages(text, query):
        assert f" {bare(snippet)} " in f" {spaced} "
        assert all(part.text for part in snippet)


@given(text=texts, query=queries)
def test_each_marked_fragment_is_a_mark(text: str, query: str) -> None:
    marks = {text[mark.start : mark.end].replace("\n", " ") for mark in marks_of(query, text)}
    for snippets in (passages(text, query), quote_snippets(text, marks_of(query, text))):
        assert {part.text for snippet in snippets for part in snippet if part.marked} <= marks
        assert bool(marks) == any(part.marked for snippet in snippets for part in snippet)


@given(text=texts, query=queries)
def test_passages_stand_apart_and_each_adds_to_the_query(text: str, query: str) -> None:
    found = passages(text, query)
    places, at = [], 0
    spaced = text.replace("\n", " ")
    for snippet in found:
        at = spaced.index(bare(snippet), at) + len(bare(snippet))
        places.append(at)
    assert len(found) <= 2
    assert places == sorted(places)
    if len(found) == 2:
        first, second = ({part.text for part in each if part.marked} for each in found)
        assert first != second


@given(text=st.text(max_size=600), query=queries)
def test_any_text_gives_passages_that_hold_their_marks(text: str, query: str) -> None:
    marks = {text[mark.start : mark.end].replace("\n", " ") for mark in marks_of(query, text)}
    snippets = passages(text, query)
    assert {part.text for snippet in snippets for part in snippet if part.marked} <= marks
    assert bool(snippets) == bool(text.strip())
