"""Which words of a text match a query."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import Quote
from index.analysis import analyze, tokens
from search.highlights import Highlights, Mark
from search.period import Period
from search.query import And, Dated, Node, Word, parse
from search.senses import senses


def body_marks(query: str, text: str) -> list[Mark]:
    return Highlights.of(parse(query)).in_body(text, ())


def marked(query: str, text: str) -> list[str]:
    return [text[mark.start : mark.end] for mark in body_marks(query, text)]


TEXT = "Pemilih di Arunika memilih dengan tenang. “Anak-anak tak memilih,” kata Nu'man; debat di televisi."


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", []),
        ("pilih", ["Pemilih", "memilih", "memilih"]),
        ("pilih arunika", ["Pemilih", "Arunika", "memilih", "memilih"]),
        ("NU’MAN", ["Nu'man"]),
        ("pilih OR debat", ["Pemilih", "memilih", "memilih", "debat"]),
        # A phrase is one stretch, as written; its words alone are not marked.
        ('"memilih dengan"', ["memilih dengan"]),
        ('"pilih"', []),
        ('"memilih"', ["memilih", "memilih"]),
        ('"anak anak"', ["Anak-anak"]),
        ('"tak memilih kata"', ["tak memilih,” kata"]),
        ('"di"', ["di", "di"]),
        ('"di arunika" "di"', ["di Arunika", "di"]),
        ('"di arunika memilih" "di arunika"', ["di Arunika memilih"]),
        ('"debat televisi"', []),
        # Function words are marked where they are looked for.
        ("di televisi", ["televisi"]),
        ("di dengan", ["di", "dengan", "di"]),
        ("title:debat di", []),
        ("di OR televisi", ["di", "di", "televisi"]),
        ("di speaker:bonar", []),
        ("title:di", []),
        ("di -debat", []),
        ("quote:di di", ["di", "di"]),
        ("tele*", ["televisi"]),
        ("anak-tele*", ["Anak", "anak", "televisi"]),
        ("debt~", ["debat"]),
        ("dbeat~", ["debat"]),
        ("debats~", ["debat"]),
        ("debit~", ["debat"]),
        ("dbt~", []),
        ("anak-debt~", ["Anak", "anak", "debat"]),
        # What is excluded or looked for elsewhere is not marked.
        ("tenang -debat", ["tenang"]),
        ("title:debat tenang", ["tenang"]),
        ("speaker:arunika source:tenang date:2024", []),
        ("-(debat OR anak)", []),
    ],
)
def test_a_query_marks_these_words(query: str, expected: list[str]) -> None:
    assert marked(query, TEXT) == expected


@pytest.mark.parametrize(
    ("query", "text", "expected"),
    [
        # A hyphenated word found by the stem of the whole is one stretch.
        ("anak", "Anak-anak dan anaknya", ["Anak-anak", "anaknya"]),
        ("anak-anak", "(Anak-anak, anak)", ["Anak-anak", "anak"]),
        ("ektp", "e-KTP, eKTP, KTP elektronik dan E KTP", ["e-KTP", "eKTP", "KTP elektronik", "E KTP"]),
        ("cawe", "cawe-cawe", ["cawe-cawe"]),
        ("tolong", "tolong-menolong/ditolong", ["tolong-menolong", "ditolong"]),
        ("arunika", "se-Arunika", ["Arunika"]),
        ("anak-anak OR debat", "anak-anak debat", ["anak-anak", "debat"]),
        ('"anak"', "anak-anak", ["anak", "anak"]),
        # So are words written apart, in any form.
        ("walikota", "Wali Kota Serang, wali dari kota", ["Wali Kota"]),
        ("wali kota", "Walikota, wali-kota", ["Walikota", "wali-kota"]),
        ("tanggung jawab", "bertanggung jawabnya", ["bertanggung jawabnya"]),
        # And what stands for the words of the query.
        ("kpu", "KPU, Komisi Pemilihan Umum, pemilihan umum", ["KPU", "Komisi Pemilihan Umum"]),
        ("komisi pemilihan umum", "KPU, komisi pemilihan  umum, umum", ["KPU", "komisi pemilihan  umum"]),
        ("komisi pemilihan umum", "umum memilih komisi", ["umum", "memilih", "komisi"]),
        ("komisi pemilihan umum -debat OR umum", "KPU umum", ["KPU", "umum"]),
        ("(komisi pemilihan umum) OR (komisi debat)", "KPU debat komisi", ["KPU", "debat", "komisi"]),
        ("quote:kpu", "KPU, Komisi Pemilihan Umum", ["KPU", "Komisi Pemilihan Umum"]),
        ('"komisi pemilihan umum"', "KPU, Komisi Pemilihan Umum", ["Komisi Pemilihan Umum"]),
        ('"kpu"', "KPU, Komisi Pemilihan Umum", ["KPU"]),
        ("kpu*", "KPU, Komisi Pemilihan Umum", ["KPU"]),
        ("title:kpu speaker:kpu", "KPU, Komisi Pemilihan Umum", []),
    ],
)
def test_what_means_the_same_is_marked_whole(query: str, text: str, expected: list[str]) -> None:
    whole = Quote(None, None, text, "direct", 0, len(text), None)
    marks = Highlights.of(parse(query)).in_body(text, (whole,))
    assert [text[mark.start : mark.end] for mark in marks] == expected


def test_a_mark_says_what_of_the_query_it_matches_and_how_much() -> None:
    assert body_marks('pilih "politik uang"', "Memilih politik  uang") == [
        Mark(0, 7, "pilih", 1),
        Mark(8, 21, "politik uang", 2),
    ]
    assert body_marks("debit~ tele*", "debat televisi telepon") == [
        Mark(0, 5, "debit~", 1),
        Mark(6, 14, "tele*", 1),
        Mark(15, 22, "tele*", 1),
    ]
    assert body_marks("yang", "yang") == [Mark(0, 4, "yang", 0)]


def test_a_phrase_that_overlaps_another_is_marked_from_the_left() -> None:
    assert marked('"a b" "b c"', "a b c") == ["a b"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("politik — uang", ["politik — uang"]),
        ("politik\n\nuang", ["politik\n\nuang"]),
        ("politik dan uang", []),
        ("politik \x1e uang", []),
        ("politik/uang", ["politik/uang"]),
    ],
)
def test_a_phrase_runs_over_signs_but_over_no_word_and_no_break(text: str, expected: list[str]) -> None:
    assert marked('"politik uang"', text) == expected


BODY = (
    "Debat ramai. “Debat ini jujur,” kata Bonar. “Debat ini gaduh,” kata Siti. “Kami jujur,” kata Siti. "
    "“Debat di TV,” kata Nur Wahid."
)


def quote(speaker: str | None, text: str) -> Quote:
    start = BODY.index(text)
    return Quote(speaker, None, text, "direct", start, start + len(text), "kata")


QUOTES = (
    quote("Bonar Simatangga", "Debat ini jujur,"),
    quote("Siti Marlupi", "Debat ini gaduh,"),
    quote("Siti Marlupi", "Kami jujur,"),
    quote(None, "Debat di TV,"),
)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("quote:debat", [(0, "Debat"), (1, "Debat"), (3, "Debat")]),
        ("quote:jujur speaker:siti", [(2, "jujur")]),
        ("speaker:siti (quote:debat OR quote:kami)", [(1, "Debat"), (2, "Kami")]),
        ("quote:(debat OR kami) speaker:siti", [(1, "Debat"), (2, "Kami")]),
        # What excludes something speaks of articles, and of no one's quote.
        ("quote:(debat -gaduh) speaker:siti", [(0, "Debat"), (3, "Debat")]),
        ("quote:debat quote:gaduh", [(0, "Debat"), (1, "Debat"), (1, "gaduh"), (3, "Debat")]),
        ("speaker:siti quote:debat quote:gaduh", [(1, "Debat"), (1, "gaduh")]),
        ("quote:debat speaker:(siti -bonar)", [(0, "Debat"), (1, "Debat"), (3, "Debat")]),
        ("quote:debat speaker:siti-marlupi", [(1, "Debat")]),
        ('quote:"debat ini" speaker:"bonar simatangga"', [(0, "Debat ini")]),
        # What another says is no match; where nobody of that name speaks, anyone's words are.
        ("quote:gaduh speaker:bonar", []),
        ("quote:gaduh speaker:tarmuji", [(1, "gaduh")]),
        ("quote:tv speaker:wahid", [(3, "TV")]),
        ("quote:di", [(3, "di")]),
        ("quote:(di debat) speaker:siti", [(1, "Debat")]),
    ],
)
def test_what_is_to_be_said_is_marked_in_the_quotes_that_say_it(
    query: str, expected: list[tuple[int, str]]
) -> None:
    marks = Highlights.of(parse(query)).in_body(BODY, QUOTES)
    assert [
        (number, BODY[mark.start : mark.end])
        for mark in marks
        for number, each in enumerate(QUOTES)
        if each.start <= mark.start and mark.end <= each.end
    ] == expected
    assert len(marks) == len(expected)


def test_a_chosen_speaker_is_the_one_who_says_it() -> None:
    for names, expected in ((["SITI  marlupi"], [1]), (["Tarmuji"], [0, 1, 3]), ([], [0, 1, 3])):
        marks = Highlights.of(parse("quote:debat"), names).in_body(BODY, QUOTES)
        assert [mark.start for mark in marks] == [QUOTES[number].start for number in expected]


def test_words_of_the_text_and_of_quotes_are_marked_once() -> None:
    marks = Highlights.of(parse('debat quote:"debat ini" speaker:bonar')).in_body(BODY, QUOTES)
    assert [BODY[mark.start : mark.end] for mark in marks] == ["Debat", "Debat ini", "Debat", "Debat"]


def test_in_a_quote_all_that_is_looked_for_is_marked() -> None:
    text = "Debat ini jujur"
    marks = Highlights.of(parse("jujur quote:debat title:ini")).in_quote(text)
    assert [text[mark.start : mark.end] for mark in marks] == ["Debat", "jujur"]


@pytest.mark.parametrize("node", [Word("???"), Dated(Period(date(2024, 1, 1), None)), And(())])
def test_what_holds_no_word_marks_nothing(node: Node) -> None:
    assert Highlights.of(node).in_body(TEXT, ()) == []


def test_a_long_body_is_marked_to_its_end() -> None:
    filler = " ".join(f"warga{number}" for number in range(100_000))
    assert marked("memilih", f"{filler} pemilih ulang") == ["pemilih"]
    found = Highlights.of(parse('"pemilih ulang"'))
    # The words remembered of a long text are forgotten when the next one comes.
    for _ in range(2):
        assert [mark.matched for mark in found.in_body(f"{filler} pemilih ulang", ())] == ["pemilih ulang"]


WORDS = ["anak", "pilih", "memilih", "yang", "debat", "debut", "edbat"]


@given(
    text=st.lists(st.sampled_from([*WORDS, ",", "\n", "“", "😀"])).map(" ".join),
    word=st.sampled_from(WORDS),
    sign=st.sampled_from(["", "*", "~", '"']),
)
def test_marks_cover_exactly_the_tokens_that_match(text: str, word: str, sign: str) -> None:
    query = f'"{word}"' if sign == '"' else word + sign
    wanted = next(tokens(word))
    expected = {
        "": lambda token: token.stem == wanted.stem and (wanted.stem or token.surface == word),
        "*": lambda token: token.surface.startswith(word),
        "~": lambda token: token.surface in TYPOS[word] or token.surface == word,
        '"': lambda token: token.surface == word,
    }[sign]
    assert [(mark.start, mark.end) for mark in body_marks(query, text)] == [
        (token.start, token.end) for token in tokens(text) if expected(token)
    ]


TYPOS = {word: set[str]() for word in WORDS} | {
    "debat": {"debut", "edbat"},
    "debut": {"debat"},
    "edbat": {"debat"},
}


@given(
    text=st.lists(
        st.sampled_from(
            ["anak-anak", "Anak", "e-KTP", "ektp", "e", "wali", "kota", "walikota", ",", "\n", "-"]
        )
    ),
    query=st.sampled_from(["anak", "anak-anak", "ektp", "wali kota", "walikota", "e ktp anak"]),
)
def test_marks_are_what_the_index_finds(text: list[str], query: str) -> None:
    shown = " ".join(text)
    stems = {stem for sense in senses([Word(query)]) for way in sense.stems for stem in way}
    found = stems & set(analyze(shown).terms())
    assert bool(body_marks(query, shown)) == bool(found)


def naive_marks(words: list[str], phrases: list[list[str]], text: str) -> list[tuple[int, int]]:
    """Mark token by token, the longest phrase first."""
    found = list(tokens(text))
    stems = {token.stem for word in words for token in tokens(word) if token.stem}
    marks, at = [], 0
    while at < len(found):
        length = 0
        for phrase in phrases:
            run = found[at : at + len(phrase)]
            adjacent = all(token.position == run[0].position + step for step, token in enumerate(run))
            if [token.surface for token in run] == phrase and adjacent:
                length = max(length, len(phrase))
        length = length or int(found[at].stem in stems)
        if length:
            marks.append((found[at].start, found[at + length - 1].end))
        at += length or 1
    return marks


SPOKEN = st.lists(st.sampled_from(["memilih", "pilih", "di", "yang", "debat", "tps"]), min_size=1, max_size=3)


@given(
    words=st.lists(st.sampled_from(["memilih", "debat", "tps"]), min_size=1, max_size=2),
    phrases=st.lists(SPOKEN, max_size=3),
    text=st.lists(
        st.sampled_from(["Pilih", "memilih", "di", "Yang", "debat,", "TPS", "—", "\n", "\x1e", "(di"])
    ),
    gap=st.sampled_from([" ", "  ", "\n"]),
)
def test_marks_of_words_and_phrases_are_those_of_a_naive_reader(
    words: list[str], phrases: list[list[str]], text: list[str], gap: str
) -> None:
    query = " ".join([*words, *(f'"{" ".join(phrase)}"' for phrase in phrases)])
    shown = gap.join(text)
    assert [(mark.start, mark.end) for mark in body_marks(query, shown)] == naive_marks(words, phrases, shown)


@given(text=st.text(max_size=200))
def test_marks_of_any_text_stand_in_order_and_apart(text: str) -> None:
    marks = body_marks('a b OR "a a" OR aaa*', text)
    ends = [0, *(mark.end for mark in marks)]
    assert all(end <= mark.start < mark.end <= len(text) for end, mark in zip(ends, marks, strict=False))
    covered = {(token.start, token.end) for token in tokens(text)}
    single = [mark for mark in marks if " " not in mark.matched]
    assert {(mark.start, mark.end) for mark in single} <= covered
