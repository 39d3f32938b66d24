"""'Did you mean': queries put right, over real indexes."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.article import Article
from index.analysis import tokens
from search import work
from search.answer import answer
from search.arrays.engine import ArraysEngine
from search.engine import Engine
from search.query import parse
from search.request import QUERY_MOST, Mode, SearchRequest, Target
from search.respelling import WORDS_MOST, Sought, respelt, words_sought

MakeArticle = Callable[..., Article]
BuildIndex = Callable[..., Path]

BODIES = (
    "Harun Muktabar membuka debat publik calon gubernur.",
    "Pemilihan gubernur Arunika berlangsung damai, kata pengawas.",
    "Komisi Pemilihan Umum menghitung suara di Kabupaten Tirtasari.",
    "Logistik pemilihan tiba; pengawas memeriksa kotak suara.",
    "Muktamar organisasi pelajar Arunika.",
)


@pytest.fixture(scope="module")
def sample(sample_index: Path) -> Engine:
    return ArraysEngine.open(sample_index)


@pytest.fixture(scope="module")
def engine(article: MakeArticle, build_index: BuildIndex) -> Engine:
    return ArraysEngine.open(
        build_index(
            article(title=None, body=body, source=f"{name}.example")
            for name, body in zip("abcde", BODIES, strict=True)
        )
    )


@pytest.fixture(scope="module")
def busy(article: MakeArticle, build_index: BuildIndex) -> Engine:
    """Two hundred articles about pilkada; two misspell it, and one of these is about tembakau."""
    bodies = ["Pilkada Arunika."] * 200 + [
        "Pilkda Arunika.",
        "Pilkda dan tembakau.",
        "Harga tembakau pilkada.",
    ]
    return ArraysEngine.open(build_index(article(title=None, body=body) for body in bodies))


def suggested(engine: Engine, query: str, target: Target = "articles", mode: Mode = "all") -> str | None:
    return answer(SearchRequest(query, target, mode=mode), engine).suggestion


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        # Names, in the case that was typed.
        ("Marlupy", "Marlupi"),
        ("MARLUPY", "MARLUPI"),
        ("Sitti Marlupi", "Siti Marlupi"),
        ("tandirga", "tandiraga"),
        ("Yohannes Tandiraga", "Yohanes Tandiraga"),
        ("Wiradikrata", "Wiradikarta"),
        ("sastrawinta", "sastrawinata"),
        ("Laksmi Pranidya", "Laksmi Pranindya"),
        ("Ikhsan Marzuqi", "Ikhsan Marzuki"),
        ("speaker:Marlupii", "speaker:Marlupi"),
        ('pembicara:"Siti Marlupy"', 'speaker:"Siti Marlupi"'),
        # Words of elections: a letter less, more, another, two swapped; two typos in a long word.
        ("pemilhan gubernur", "pemilihan gubernur"),
        ("rekapitlasi suara", "rekapitulasi suara"),
        ("rekaptlasi", "rekapitulasi"),
        ("politk uang", "politik uang"),
        ("daftar pemlih", "daftar pemilih"),
        ("coklti", "coklit"),
        ("netralitsa asn", "netralitas asn"),
        ("surat suarra", "surat suara"),
        ("bawslu arunkia", "bawaslu arunika"),
        # Phrases, fields, brackets and operators stay.
        ('"politik uagn"', '"politik uang"'),
        ("judul:debta", "title:debat"),
        ("quote:logitsik", "quote:logistik"),
        ('kutipan:"hak plih"', 'quote:"hak pilih"'),
        ("(debta ATAU kampenye) gubernur", "(debat OR kampanye) gubernur"),
        ("pengawas* pemilhan", "pengawas* pemilihan"),
        ("coklti -hoaksx", "coklit NOT hoaksx"),
        # One alternative is unknown, and the other finds something.
        ("kampanye OR logitsik", "kampanye OR logistik"),
    ],
)
def test_a_misspelt_query_is_put_right(sample: Engine, query: str, meant: str) -> None:
    assert suggested(sample, query) == meant
    assert answer(SearchRequest(meant), sample).total


@pytest.mark.parametrize(
    "query",
    [
        *("pemilihan", "rekapitulasi suara", "speaker:Marlupi", "dimenangkannya OR suara", "yang"),
        # What begins a word, allows a typo or excludes stays as it is, and so do numbers and short words.
        *("pemilhan*", "rekapitlas~", "debat -pemilhan", "-(pemilhan)", "-debat -pemilhan", "20245", "2024x"),
        *("kpx", "qqqq", "date:1999", "tanggal:1999 debat"),
    ],
)
def test_what_is_right_or_like_nothing_is_left_alone(sample: Engine, query: str) -> None:
    assert suggested(sample, query) is None


def test_quotes_are_mended_by_the_words_of_quotes(engine: Engine, sample: Engine) -> None:
    assert suggested(sample, "logitsik", "quotes") == "logistik"
    assert suggested(engine, "logitsik", "quotes") is None


def test_what_is_suggested_finds_something(engine: Engine) -> None:
    assert suggested(engine, "Muktabbar") == "Muktabar"
    # Muktamar is farther away, but Muktabar is not among pupils.
    assert suggested(engine, "Muktabbar pelajar") == "Muktamar pelajar"
    assert suggested(engine, '"Muktabbar pelajar"') is None
    assert suggested(engine, "Kabupten/Tirtasari") == "Kabupaten/Tirtasari"


def test_where_all_words_together_find_nothing_any_of_them_must(engine: Engine) -> None:
    page = answer(SearchRequest("logitsik damai"), engine)
    assert (page.relaxed, page.total, page.suggestion) == (True, 1, "logistik damai")
    assert answer(SearchRequest("logistik damai"), engine).total == 2
    assert suggested(engine, "zzzzz logitsik") == "zzzzz logistik"
    assert suggested(engine, "damai logitsik", mode="any") == "damai logistik"


def test_filters_hold_for_what_is_suggested(engine: Engine) -> None:
    request = SearchRequest("pemilhan", sources=("b.example",))
    assert answer(request, engine).suggestion == "pemilihan"
    assert answer(SearchRequest("pemilhan", sources=("a.example",)), engine).suggestion is None
    assert answer(SearchRequest("pemilhan debat", sources=("a.example",)), engine).suggestion is None


def test_a_typo_that_was_printed_is_no_better_than_one_that_was_not(busy: Engine) -> None:
    assert suggested(busy, "pilkdaa") == "pilkada"
    # It finds what has it, but where it finds nothing with the others, the common word is meant.
    assert suggested(busy, "pilkda") is None
    assert suggested(busy, "pilkda harga") == "pilkada harga"
    # A rare word that belongs to a query stays where another was the wrong one.
    assert suggested(busy, "pilkda tembkau") == "pilkda tembakau"
    # What the index knows is put right only where all words are found.
    assert suggested(busy, "pilkda zzzz") is None


def test_no_more_than_a_few_words_are_looked_up(engine: Engine) -> None:
    typos = ["logitsik", "pengwas", "pemriksa", "gubrnur", "organsiasi", "kotka"]
    meant = ["logistik", "pengawas", "memeriksa", "gubernur", "organisasi"]
    assert len(meant) == WORDS_MOST
    assert suggested(engine, " OR ".join(typos)) == " OR ".join([*meant, "kotka"])


def test_a_suggestion_is_no_longer_than_a_query_may_be(engine: Engine) -> None:
    query = "logistk OR " + "a" * (QUERY_MOST - 12)
    assert suggested(engine, query) == "logistik" + query.removeprefix("logistk")
    assert suggested(engine, query + "a") is None


def test_a_word_is_not_made_an_operator(article: MakeArticle, build_index: BuildIndex) -> None:
    engine = ArraysEngine.open(build_index([article(title=None, body="Ini atau itu.")]))
    assert suggested(engine, '"ini ATUA itu"') == '"ini ATAU itu"'
    assert suggested(engine, "itu ATUA") is None


def test_where_counting_would_read_too_much_nothing_is_suggested(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(work, "POSTINGS_PER_DOCUMENT", 0)
    monkeypatch.setattr(work, "POSTINGS_LEAST", 3)
    assert suggested(engine, "pemilhan OR pengwas") is None


def test_words_are_sought_in_their_fields_and_written_back_there() -> None:
    tree = parse('debat speaker:("Debat Publik" OR debat) -debat debat* title:debat')
    assert list(words_sought(tree)) == [
        Sought("debat", None),
        Sought("debat", "speaker"),
        Sought("publik", "speaker"),
        Sought("debat", "speaker"),
        Sought("debat", "title"),
    ]
    assert respelt(tree, {Sought("debat", "speaker"): "rebat"}) == parse(
        'debat speaker:("Rebat Publik" OR rebat) -debat debat* title:debat'
    )
    assert respelt(tree, {}) == tree


KNOWN = sorted({token.surface for body in BODIES for token in tokens(body)})


@st.composite
def misspelt(draw: st.DrawFn) -> str:
    """A word of the index with a letter left out, doubled, put for another or swapped with the next."""
    word = draw(st.sampled_from(KNOWN))
    at = draw(st.integers(0, len(word) - 1))
    before, letter, after = word[:at], word[at], word[at + 1 :]
    return draw(
        st.sampled_from(
            [
                before + after or "x",
                word[: at + 1] + letter + after,
                f"{before}x{after}",
                before + after[:1] + letter + after[1:],
            ]
        )
    )


WORDS_TYPED = st.one_of(st.sampled_from(KNOWN), misspelt())
QUERIES = st.recursive(
    st.one_of(
        WORDS_TYPED,
        st.lists(WORDS_TYPED, min_size=1, max_size=3).map(lambda words: f'"{" ".join(words)}"'),
        WORDS_TYPED.map(lambda word: f"-{word}"),
    ),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map(" ".join),
        st.lists(inner, min_size=1, max_size=3).map(" OR ".join),
        inner.map(lambda query: f"({query})"),
    ),
    max_leaves=6,
)


@settings(deadline=None)
@given(QUERIES, st.sampled_from(["all", "any"]))
def test_whatever_is_suggested_can_be_read_and_finds_something(
    engine: Engine, query: str, mode: Mode
) -> None:
    page = answer(SearchRequest(query, mode=mode), engine)
    if page.suggestion is not None:
        assert parse(page.suggestion) != parse(query)
        assert answer(SearchRequest(page.suggestion, mode=mode), engine).total
        assert any(sought.word not in KNOWN for sought in words_sought(parse(query)))


@settings(deadline=None)
@given(st.lists(st.sampled_from(KNOWN), min_size=1, max_size=3), st.sampled_from([" ", " OR "]))
def test_known_words_that_find_something_need_no_suggestion(
    engine: Engine, words: list[str], joint: str
) -> None:
    page = answer(SearchRequest(joint.join(words)), engine)
    assert page.relaxed or not page.total or page.suggestion is None
