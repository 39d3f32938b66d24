"""Trees compiled to clauses, and what those find beside a plain reading of the documents."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.article import Article
from index.analysis import tokens
from index.generations import Generation
from index.manifest import Manifest
from search.arrays.engine import ArraysEngine
from search.clauses import (
    AllOf,
    AnyOf,
    Beginning,
    Blended,
    Clause,
    Days,
    Everything,
    Exactly,
    Holding,
    Near,
    Nothing,
    Place,
    Spoken,
    Term,
    Without,
)
from search.compilation import compile_query
from search.engine import Filters, Plan
from search.naming import as_name, name_test
from search.query import And, Field, Fuzzy, Node, Not, Or, Phrase, Prefix, Word, parse
from search.relaxation import relaxed

OpenArrays = Callable[..., ArraysEngine]

# Words whose stems meet (pilih, memilih), a function word, an affix pair, and words that begin alike.
WORDS = (
    "anak",
    "pilih",
    "memilih",
    "pemilih",
    "yang",
    "uang",
    "debat",
    "debut",
    "edbat",
    "rebat",
    "di",
    "2024",
)
DAY = date(2024, 11, 27).toordinal()


def term(field: str, text: str) -> Term:
    return Term(field, text, 2.5 if field.startswith("title") else 1.0)


def spoken(named: Clause) -> Spoken:
    return Spoken(named, ())


def all_of(*parts: Clause) -> AllOf:
    return AllOf(parts)


def any_of(*parts: Clause) -> AnyOf:
    return AnyOf(parts)


def anywhere(surface: str, stem: str | None = None) -> AnyOf:
    suffix = "_stem" if stem else ""
    return AnyOf(tuple(term(f"{field}{suffix}", stem or surface) for field in ("title", "body")))


KPU = ("komisi", "pemilihan", "umum")


def blended(fields: tuple[str, ...], stems: list[tuple[str, ...]], phrases: list[tuple[str, ...]]) -> Blended:
    places = tuple(Place(field, 2.5 if field == "title" else 1.0) for field in fields)
    return Blended(places, tuple(stems), tuple(phrases))


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("debat", anywhere("debat", "debat")),
        ("memilih debat", all_of(anywhere("memilih", "pilih"), anywhere("debat", "debat"))),
        # What is asked twice is asked once.
        ("anak-anak", anywhere("anak", "anak")),
        # Function words count only where nothing else is there, or where they are excluded or an alternative.
        ("debat yang", anywhere("debat", "debat")),
        ("yang", anywhere("yang")),
        ("yang di", all_of(anywhere("yang"), anywhere("di"))),
        ("-yang", Without(anywhere("yang"))),
        ("debat OR yang", any_of(anywhere("debat", "debat"), anywhere("yang"))),
        ("title:debat", term("title_stem", "debat")),
        ("quote:debat", term("quote_stem", "debat")),
        # Words that mean one thing are looked for as one.
        ("kpu", blended(("title", "body"), [("kpu",)], [KPU])),
        ("title:kpu", blended(("title",), [("kpu",)], [KPU])),
        (
            "komisi pemilihan umum debat",
            all_of(
                blended(("title", "body"), [("komisi", "pilih", "umum"), ("kpu",)], [KPU]),
                anywhere("debat", "debat"),
            ),
        ),
        ("kpu OR debat", any_of(blended(("title", "body"), [("kpu",)], [KPU]), anywhere("debat", "debat"))),
        ("-kpu", Without(blended(("title", "body"), [("kpu",)], [KPU]))),
        ("tanggung jawab", anywhere("tanggungjawab", "tanggungjawab")),
        ("pascadebat", all_of(anywhere("debat", "debat"), anywhere("pasca", "pasca"))),
        ("se-debat OR debat", anywhere("debat", "debat")),
        # Not where the words are given.
        ('"kpu"', anywhere("kpu")),
        ("title:kpu*", Beginning("title", "kpu")),
        ("speaker:kpu", spoken(term("speaker", "kpu"))),
        ("speaker:Ma’ruf", spoken(term("speaker", "maruf"))),
        ('speaker:"Ma\'ruf Amin"', spoken(Exactly("speaker", ("maruf", "amin")))),
        ("speaker:ma'ru*", spoken(Beginning("speaker", "maru"))),
        # Names are never stemmed, and their function words count.
        ("speaker:pemilih", spoken(term("speaker", "pemilih"))),
        ("speaker:yang", spoken(term("speaker", "yang"))),
        ("source:lentera.com", all_of(term("source", "lentera"), term("source", "com"))),
        ('"debat"', anywhere("debat")),
        ('title:"debat yang"', Exactly("title", ("debat", "yang"), 2.5)),
        (
            '"anak anak"',
            any_of(Exactly("title", ("anak", "anak"), 2.5), Exactly("body", ("anak", "anak"))),
        ),
        ("-debat", Without(anywhere("debat", "debat"))),
        ("title:-debat", Without(term("title_stem", "debat"))),
        ("date:2024-11-27", Days(DAY, DAY)),
        ("date:>=2024-11-27", Days(DAY, date.max.toordinal())),
        ("date:<=2024-11-27", Days(date.min.toordinal(), DAY)),
        ("title:deb*", Beginning("title", "deb")),
        ("title:anak-deb*", all_of(term("title", "anak"), Beginning("title", "deb"))),
        ("title:abb~", any_of(Near("title", "abb"), Term("title", "bab"))),
        ("", Everything()),
    ],
)
def test_a_tree_compiles_to_this_clause(query: str, expected: Clause) -> None:
    assert compile_query(parse(query), "articles") == expected


def test_quotes_look_for_bare_words_in_quotes_only() -> None:
    assert compile_query(parse("debat"), "quotes") == term("quote_stem", "debat")


def test_a_word_that_holds_no_token_matches_everything_but_never_excludes_everything() -> None:
    assert compile_query(Word("…"), "articles") == Everything()
    assert compile_query(Prefix("…"), "articles") == Everything()
    assert compile_query(Not(Word("…")), "articles") == Without(Nothing())


def holding(query: str) -> Holding:
    """Return the articles found by a query over the quotes."""
    return Holding(compile_query(parse(query), "quotes"))


@pytest.mark.parametrize(
    ("query", "joined"),
    [
        ("speaker:a quote:debat", ["speaker:a quote:debat"]),
        ("quote:debat speaker:a quote:anak", ["speaker:a quote:debat quote:anak"]),
        ("speaker:a speaker:b quote:debat", ["speaker:a quote:debat", "speaker:b quote:debat"]),
        ("(speaker:a OR speaker:b) quote:debat", ["(speaker:a OR speaker:b) quote:debat"]),
    ],
)
def test_a_speaker_beside_a_quote_becomes_the_articles_of_such_quotes(query: str, joined: list[str]) -> None:
    found = [*map(holding, joined)]
    assert compile_query(parse(query), "articles") == (found[0] if len(found) == 1 else all_of(*found))


def test_speakers_of_whom_one_pair_must_both_have_said_it_are_joined_each_for_itself() -> None:
    a, b, c = (holding(f"speaker:{name} quote:debat") for name in "abc")
    query = "((speaker:a speaker:b) OR speaker:c) quote:debat"
    assert compile_query(parse(query), "articles") == any_of(all_of(a, b), c)


@pytest.mark.parametrize(
    "query",
    [
        "speaker:a debat",
        "quote:debat",
        "speaker:a -quote:debat",
        "-speaker:a quote:debat",
        "speaker:a quote:yang",
        "speaker:a (quote:debat OR anak)",
    ],
)
def test_what_does_not_stand_side_by_side_stays_of_the_article(query: str) -> None:
    assert "Holding" not in repr(compile_query(parse(query), "articles"))


def test_quotes_need_no_joining() -> None:
    clause = compile_query(parse("speaker:a quote:debat"), "quotes")
    assert clause == all_of(spoken(term("speaker", "a")), term("quote_stem", "debat"))


@pytest.mark.parametrize(
    ("query", "leaf"),
    [
        ("speaker:a", (Word("a"),)),
        ("speaker:(a x)", (Word("a"), Word("x"))),
        ('speaker:"a x"', Phrase("a x")),
        ("speaker:aaa*", Prefix("aaa")),
        ("speaker:aaa~", Fuzzy("aaa")),
    ],
)
def test_a_speaker_is_looked_for_by_all_names_of_the_person(query: str, leaf: object) -> None:
    clause = compile_query(parse(query), "articles")
    assert isinstance(clause, Spoken)
    assert clause.leaf == leaf


@pytest.mark.parametrize("query", ["source:a", "title:a", "a"])
def test_nothing_but_a_speaker_means_a_person(query: str) -> None:
    assert "Spoken" not in repr(compile_query(parse(query), "articles"))


def test_a_name_typed_in_two_spellings_is_looked_for_once() -> None:
    assert compile_query(parse("speaker:Siti speaker:siti"), "articles") == spoken(term("speaker", "siti"))


Bodies = list[list[str]]

bodies = st.lists(st.lists(st.sampled_from(WORDS), max_size=7), min_size=1, max_size=6)
segments = st.lists(bodies, min_size=1, max_size=3)
words = st.sampled_from(WORDS)
leaves = st.one_of(
    words.map(Word),
    st.lists(words, min_size=1, max_size=3).map(" ".join).map(Phrase),
    st.sampled_from(["deb", "mem", "202", "anak"]).map(Prefix),
    st.sampled_from(["debat", "ebat", "anka", "ruang"]).map(Fuzzy),
)
trees = st.recursive(
    leaves,
    lambda inner: st.one_of(
        inner.map(Not),
        st.lists(inner, min_size=2, max_size=3).map(tuple).map(And),
        st.lists(inner, min_size=2, max_size=3).map(tuple).map(Or),
    ),
    max_leaves=6,
)


GENERATION = Generation(Path("gen-000001"), Manifest("0", 0, 0, "", "", "", 0, 0, {}))


def open_segments(open_arrays: OpenArrays, segments: list[Bodies]) -> ArraysEngine:
    """Index bodies in segments of their own; the first and the last document of each is deleted again."""
    commits = [((), list(articles_in(number, segment))) for number, segment in enumerate(segments, 1)]
    gone = [article.id for _, articles in commits for article in articles if article.id.startswith("gone")]
    return open_arrays(GENERATION, [*commits, (gone, ())], deleted_stay=True)


def articles_in(number: int, segment: Bodies) -> Iterator[Article]:
    for place, body in enumerate([["anak"], *segment, ["anak"]]):
        kept = 0 < place <= len(segment)
        key = f"{number}-{place - 1}" if kept else f"gone-{number}-{place}"
        yield Article(key, " ".join(body[:2]), " ".join(body[2:]))


def expected_ids(tree: Node, segments: list[Bodies]) -> set[str]:
    return {
        f"{number}-{place}"
        for number, segment in enumerate(segments, 1)
        for place, body in enumerate(segment)
        if matches(tree, [" ".join(body[:2]), " ".join(body[2:])], strict=not has_content(tree))
    }


def has_content(tree: Node) -> bool:
    """Tell whether anything is left of a tree when function words are ignored."""
    match tree:
        case And(nodes):
            return any(map(has_content, nodes))
        case Word(text):
            return any(token.stem for token in tokens(text))
        case _:
            return True


def matches(tree: Node, fields: list[str], *, strict: bool) -> bool:
    """Read a tree over the texts of a document word by word; `strict` where function words count."""
    match tree:
        case And(nodes):
            return all(matches(each, fields, strict=strict) for each in nodes if strict or has_content(each))
        case Or(nodes):
            return any(matches(each, fields, strict=True) for each in nodes)
        case Not(node):
            return not matches(node, fields, strict=True)
        case _:
            return any(matches_field(tree, text) for text in fields)


def matches_field(tree: Node, text: str) -> bool:
    found = list(tokens(text))
    surfaces = [token.surface for token in found]
    match tree:
        case Word(word):
            wanted = next(tokens(word))
            return any((token.stem or token.surface) == (wanted.stem or wanted.surface) for token in found)
        case Phrase(phrase):
            wanted_words = phrase.split()
            length = len(wanted_words)
            return any(surfaces[at : at + length] == wanted_words for at in range(len(surfaces)))
        case Prefix(start):
            return any(surface.startswith(start) for surface in surfaces)
        case Fuzzy(word):
            return any(one_typo_apart(surface, word) for surface in surfaces)
        case _:
            raise AssertionError(tree)


def one_typo_apart(word: str, other: str) -> bool:
    """Tell whether one letter changed, added, dropped or swapped with the next makes one word the other."""
    short, long = sorted((word, other), key=len)
    if len(short) < len(long):
        return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))
    differing = [at for at, (a, b) in enumerate(zip(word, other, strict=True)) if a != b]
    swapped = len(differing) == 2 and sorted(word[at] for at in differing) == sorted(
        other[at] for at in differing
    )
    return len(differing) <= 1 or (swapped and differing[1] - differing[0] == 1)


def found_ids(tree: Node, engine: ArraysEngine) -> set[str]:
    findings = engine.find(Plan(tree, "articles", Filters(), "relevance", 0, 1000))
    assert findings.total == len(findings.hits)
    return {hit.id for hit in findings.hits}


@given(segments=segments, trees=st.lists(trees, min_size=1, max_size=8))
@settings(max_examples=60, deadline=None)
def test_hits_are_those_of_a_plain_reading(
    open_arrays: OpenArrays, segments: list[Bodies], trees: list[Node]
) -> None:
    engine = open_segments(open_arrays, segments)
    for tree in trees:
        assert found_ids(tree, engine) == expected_ids(tree, segments), tree


@pytest.fixture(scope="module")
def large(open_arrays: OpenArrays) -> tuple[ArraysEngine, list[Bodies]]:
    """Some hundred documents in two segments: enough for scores to be laid out for all, and kept."""
    chance = Random(7)  # no secret
    segments = [
        [chance.choices(WORDS, weights=range(1, len(WORDS) + 1), k=chance.randint(1, 9)) for _ in range(size)]
        for size in (400, 150)
    ]
    return open_segments(open_arrays, segments), segments


@given(tree=trees)
@settings(max_examples=80, deadline=None)
def test_hits_are_those_of_a_plain_reading_over_many_documents(
    large: tuple[ArraysEngine, list[Bodies]], tree: Node
) -> None:
    engine, segments = large
    assert found_ids(tree, engine) == expected_ids(tree, segments)


@given(segments=segments, trees=st.lists(trees, min_size=1, max_size=8))
@settings(max_examples=40, deadline=None)
def test_any_of_the_words_find_what_all_of_them_find_and_more(
    open_arrays: OpenArrays, segments: list[Bodies], trees: list[Node]
) -> None:
    engine = open_segments(open_arrays, segments)
    for tree in trees:
        assert found_ids(tree, engine) <= found_ids(relaxed(tree), engine), tree


def test_names_that_are_looked_for_alike_mean_the_same_persons() -> None:
    texts = ("siti", "SITI", "ma'ruf", "maruf", "siti-marlupi", "siti ma'ruf", "marlupi siti", "…")
    kinds = (lambda text: tuple(map(Word, text.split())), Phrase, Prefix, Fuzzy)
    names = [as_name(name) for name in ("Siti", "Siti Marlupi", "Maruf", "Ma'ruf Siti", "Sita", "Marlupi")]
    meant: dict[Clause, set[tuple[bool, ...]]] = {}
    for leaf in (kind(text) for text in texts for kind in kinds):
        tree = Field("speaker", And(leaf) if isinstance(leaf, tuple) else leaf)
        clause = compile_query(tree, "quotes")
        if isinstance(clause, Spoken):
            assert clause.leaf == leaf
            meant.setdefault(clause, set()).add(tuple(map(name_test(leaf), names)))
    assert len(meant) < len(texts) * len(kinds) - 4
    assert all(len(persons) == 1 for persons in meant.values())
