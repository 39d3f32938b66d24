"""Trees compiled to Whoosh queries, and what those queries find beside a plain reading of the documents."""

from datetime import date
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from whoosh import query as whoosh
from whoosh.filedb.filestore import RamStorage
from whoosh.index import FileIndex

from corpus.article import Article
from index.analysis import tokens
from index.generations import Generation
from index.manifest import Manifest
from index.schema import article_document, article_schema, quote_schema
from index.storage import OpenGeneration
from search.engine import Filters, Plan
from search.naming import NameLeaf
from search.query import And, Fuzzy, Node, Not, Or, Phrase, Prefix, Word, parse
from search.relaxation import relaxed
from search.request import Target
from search.whoosh_nodes import AllOf, AnyOf, Beginning, Documents, Exactly, Near, Spoken, Without
from search.whoosh_query import compile_query
from search.whoosh_senses import Blended, Place
from stock.whoosh_engine import WhooshEngine

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


def term(field: str, text: str) -> whoosh.Term:
    return whoosh.Term(field, text, boost=2.5 if field.startswith("title") else 1.0)


def anywhere(surface: str, stem: str | None = None) -> whoosh.Or:
    suffix = "_stem" if stem else ""
    return whoosh.Or([term(f"{field}{suffix}", stem or surface) for field in ("title", "body")])


KPU = ("komisi", "pemilihan", "umum")


def blended(fields: tuple[str, ...], stems: list[tuple[str, ...]], phrases: list[tuple[str, ...]]) -> Blended:
    places = [Place(field, 2.5 if field == "title" else 1.0) for field in fields]
    return Blended(places, stems, phrases)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("debat", anywhere("debat", "debat")),
        ("memilih debat", AllOf([anywhere("memilih", "pilih"), anywhere("debat", "debat")])),
        # What is asked twice is asked once.
        ("anak-anak", anywhere("anak", "anak")),
        # Function words count only where nothing else is there, or where they are excluded or an alternative.
        ("debat yang", anywhere("debat", "debat")),
        ("yang", anywhere("yang")),
        ("yang di", AllOf([anywhere("yang"), anywhere("di")])),
        ("-yang", Without(anywhere("yang"))),
        ("debat OR yang", AnyOf([anywhere("debat", "debat"), anywhere("yang")])),
        ("title:debat", term("title_stem", "debat")),
        ("quote:debat", term("quote_stem", "debat")),
        # Words that mean one thing are looked for as one.
        ("kpu", blended(("title", "body"), [("kpu",)], [KPU])),
        ("title:kpu", blended(("title",), [("kpu",)], [KPU])),
        (
            "komisi pemilihan umum debat",
            AllOf(
                [
                    blended(("title", "body"), [("komisi", "pilih", "umum"), ("kpu",)], [KPU]),
                    anywhere("debat", "debat"),
                ]
            ),
        ),
        ("kpu OR debat", AnyOf([blended(("title", "body"), [("kpu",)], [KPU]), anywhere("debat", "debat")])),
        ("-kpu", Without(blended(("title", "body"), [("kpu",)], [KPU]))),
        ("tanggung jawab", anywhere("tanggungjawab", "tanggungjawab")),
        ("pascadebat", AllOf([anywhere("debat", "debat"), anywhere("pasca", "pasca")])),
        ("se-debat OR debat", anywhere("debat", "debat")),
        # Not where the words are given.
        ('"kpu"', anywhere("kpu")),
        ("title:kpu*", Beginning("title", "kpu")),
        ("speaker:kpu", term("speaker", "kpu")),
        ("speaker:Ma’ruf", term("speaker", "maruf")),
        ('speaker:"Ma\'ruf Amin"', Exactly("speaker", ["maruf", "amin"])),
        ("speaker:ma'ru*", Beginning("speaker", "maru")),
        # Names are never stemmed, and their function words count.
        ("speaker:pemilih", term("speaker", "pemilih")),
        ("speaker:yang", term("speaker", "yang")),
        ("source:lentera.com", AllOf([term("source", "lentera"), term("source", "com")])),
        ('"debat"', anywhere("debat")),
        ('title:"debat yang"', Exactly("title", ["debat", "yang"], boost=2.5)),
        (
            '"anak anak"',
            AnyOf([Exactly("title", ["anak", "anak"], boost=2.5), Exactly("body", ["anak", "anak"])]),
        ),
        ("-debat", Without(anywhere("debat", "debat"))),
        ("title:-debat", Without(term("title_stem", "debat"))),
        ("date:2024-11-27", whoosh.NumericRange("day", DAY, DAY)),
        ("date:>=2024-11-27", whoosh.NumericRange("day", DAY, date.max.toordinal())),
        ("date:<=2024-11-27", whoosh.NumericRange("day", date.min.toordinal(), DAY)),
        ("title:deb*", Beginning("title", "deb")),
        ("title:anak-deb*", AllOf([term("title", "anak"), Beginning("title", "deb")])),
        (
            "title:abb~",
            AnyOf([Near("title", "abb", prefixlength=0), whoosh.Term("title", "bab")]),
        ),
        ("", whoosh.Every()),
    ],
)
def test_a_tree_compiles_to_this_query(query: str, expected: whoosh.Query) -> None:
    assert repr(compile_query(parse(query), "articles")) == repr(expected)


def test_quotes_look_for_bare_words_in_quotes_only() -> None:
    assert repr(compile_query(parse("debat"), "quotes")) == repr(term("quote_stem", "debat"))


def test_a_word_that_holds_no_token_matches_everything_but_never_excludes_everything() -> None:
    assert repr(compile_query(Word("…"), "articles")) == repr(whoosh.Every())
    assert repr(compile_query(Prefix("…"), "articles")) == repr(whoosh.Every())
    assert repr(compile_query(Not(Word("…")), "articles")) == repr(Without(whoosh.NullQuery))


def articles_of(query: whoosh.Query) -> Documents:
    """Stand for the articles found by a query over the quotes."""
    return Documents({hash(repr(query)): 1.0})


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
    found = [articles_of(compile_query(parse(each), "quotes")) for each in joined]
    expected = found[0] if len(found) == 1 else AllOf(found)
    assert compile_query(parse(query), "articles", articles_of) == expected


def test_speakers_of_whom_one_pair_must_both_have_said_it_are_joined_each_for_itself() -> None:
    query = "((speaker:a speaker:b) OR speaker:c) quote:debat"
    a, b, c = (articles_of(compile_query(parse(f"speaker:{x} quote:debat"), "quotes")) for x in "abc")
    assert compile_query(parse(query), "articles", articles_of) == AnyOf([AllOf([a, b]), c])


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
    tree = parse(query)
    assert compile_query(tree, "articles", articles_of) == compile_query(tree, "articles")


def test_quotes_need_no_joining() -> None:
    query = compile_query(parse("speaker:a quote:debat"), "quotes")
    assert query == AllOf([term("speaker", "a"), term("quote_stem", "debat")])


def spoken_by(target: Target, leaf: NameLeaf) -> frozenset[int]:
    """Stand for what persons said who are called so among others: of each half other documents."""
    return frozenset({1 if target == "articles" else 2}) if "a" in repr(leaf) else frozenset()


@pytest.mark.parametrize(
    ("query", "named"),
    [
        ("speaker:a", term("speaker", "a")),
        ("speaker:(a x)", AllOf([term("speaker", "a"), term("speaker", "x")])),
        ('speaker:"a x"', Exactly("speaker", ["a", "x"])),
        ("speaker:aaa*", Beginning("speaker", "aaa")),
    ],
)
def test_a_speaker_is_looked_for_by_all_names_of_the_person(query: str, named: whoosh.Query) -> None:
    found = compile_query(parse(query), "articles", None, spoken_by)
    assert found == Spoken(named, frozenset({1}))
    assert found != Spoken(named, frozenset({2}))
    assert {found: "found"}[Spoken(named, frozenset({1}))] == "found"
    assert repr(found) == f"Spoken({named!r}, [1])"


def test_who_has_one_name_is_looked_for_by_that_alone() -> None:
    for query in ("speaker:x", "source:a", "title:a", "a"):
        tree = parse(query)
        assert compile_query(tree, "articles", None, spoken_by) == compile_query(tree, "articles")


def test_a_speaker_beside_a_quote_is_looked_for_among_the_quotes() -> None:
    quotes = compile_query(parse("speaker:a quote:debat"), "quotes", None, spoken_by)
    assert quotes == AllOf([Spoken(term("speaker", "a"), frozenset({2})), term("quote_stem", "debat")])
    found = compile_query(parse("speaker:a quote:debat"), "articles", articles_of, spoken_by)
    assert found == articles_of(quotes)


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


def open_segments(segments: list[Bodies]) -> WhooshEngine:
    """Index bodies in segments of their own; the first and the last document of each is deleted again."""
    articles = RamStorage().create_index(article_schema())
    for number, segment in enumerate(segments, 1):
        writer = articles.writer()
        for place, body in enumerate([["anak"], *segment, ["anak"]]):
            title, rest = " ".join(body[:2]), " ".join(body[2:])
            kept = 0 < place <= len(segment)
            key = f"{number}-{place - 1}" if kept else f"gone-{number}"
            writer.add_document(**article_document(Article(key, title, rest)))
        writer.commit(merge=False)
    writer = articles.writer()
    for number in range(1, len(segments) + 1):
        writer.delete_by_term("id", f"gone-{number}")
    writer.commit(merge=False)
    quotes: FileIndex = RamStorage().create_index(quote_schema())
    return WhooshEngine(OpenGeneration(GENERATION, articles, quotes))


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


def found_ids(tree: Node, engine: WhooshEngine) -> set[str]:
    findings = engine.find(Plan(tree, "articles", Filters(), "relevance", 0, 1000))
    assert findings.total == len(findings.hits)
    return {hit.id for hit in findings.hits}


@given(segments=segments, trees=st.lists(trees, min_size=1, max_size=8))
@settings(max_examples=60, deadline=None)
def test_hits_are_those_of_a_plain_reading(segments: list[Bodies], trees: list[Node]) -> None:
    engine = open_segments(segments)
    for tree in trees:
        assert found_ids(tree, engine) == expected_ids(tree, segments), tree


@pytest.fixture(scope="module")
def large() -> tuple[WhooshEngine, list[Bodies]]:
    """Some hundred documents in two segments: more than a block of Whoosh's postings holds."""
    chance = Random(7)  # no secret
    segments = [
        [chance.choices(WORDS, weights=range(1, len(WORDS) + 1), k=chance.randint(1, 9)) for _ in range(size)]
        for size in (400, 150)
    ]
    return open_segments(segments), segments


@given(tree=trees)
@settings(max_examples=80, deadline=None)
def test_hits_are_those_of_a_plain_reading_over_many_blocks(
    large: tuple[WhooshEngine, list[Bodies]], tree: Node
) -> None:
    engine, segments = large
    assert found_ids(tree, engine) == expected_ids(tree, segments)


@given(segments=segments, trees=st.lists(trees, min_size=1, max_size=8))
@settings(max_examples=40, deadline=None)
def test_any_of_the_words_find_what_all_of_them_find_and_more(
    segments: list[Bodies], trees: list[Node]
) -> None:
    engine = open_segments(segments)
    for tree in trees:
        assert found_ids(tree, engine) <= found_ids(relaxed(tree), engine), tree
