"""Speakers and quotes side by side, beside a plain reading of who says what."""

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.article import Article, Quote
from index.analysis import tokens
from index.errors import IndexDamagedError
from index.generations import Generation
from index.manifest import Manifest
from search.arrays.engine import ArraysEngine
from search.engine import Filters, Findings, Plan
from search.query import And, Field, Node, Not, Or, Phrase, Word, parse
from search.voices import voiced

NAMES = ("Al Badrani", "Siti Marlupi", "Bonar Marlupi")
WORDS = ("anak", "debat", "uang", "suara")
GENERATION = Generation(Path("gen-000001"), Manifest("0", 0, 0, "", "", "", 0, 0, {}))

MakeArticle = Callable[..., Article]
BuildIndex = Callable[..., Path]
OpenArrays = Callable[..., ArraysEngine]
Saying = tuple[str | None, str]
Story = tuple[list[Saying], str]

texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join)
sayings = st.lists(st.tuples(st.sampled_from([*NAMES, None]), texts), max_size=3)
stories = st.lists(st.tuples(sayings, texts), min_size=1, max_size=6)
speakers = st.one_of(
    st.sampled_from(["al", "marlupi", "siti", "badrani"]).map(Word), st.sampled_from(NAMES).map(Phrase)
).map(lambda node: Field("speaker", node))
said = st.one_of(st.sampled_from(WORDS).map(Word), texts.map(Phrase)).map(lambda node: Field("quote", node))
others = st.one_of(speakers, st.sampled_from(WORDS).map(Word))
leaves = st.one_of(others, said)
trees = st.recursive(
    leaves,
    lambda inner: st.one_of(
        inner.map(Not),
        st.lists(inner, min_size=2, max_size=4).map(tuple).map(And),
        st.lists(inner, min_size=2, max_size=3).map(tuple).map(Or),
    ),
    max_leaves=7,
)


def article_of(number: int, story: Story) -> Article:
    said, rest = story
    body = " ".join([*(text for _, text in said), rest])
    quotes = tuple(Quote(name, None, text, "direct", 0, len(text), "kata") for name, text in said)
    names = tuple(dict.fromkeys(name for name, _ in said if name))
    return Article(f"{number:020}", None, body, quotes=quotes, speakers=names)


def open_stories(open_arrays: OpenArrays, stories: Iterable[Story]) -> ArraysEngine:
    """Index stories in segments of two; before each stands one that is deleted again."""
    made = [article_of(number, story) for number, story in enumerate(stories)]
    said = (Quote("Al Badrani", None, "anak", "direct", 0, 4, "kata"),)
    gone = [Article(f"{'f' * 19}{number}", None, "anak", quotes=said) for number in range(len(made))]
    commits = [((), [gone[first], *made[first : first + 2]]) for first in range(0, len(made), 2)]
    last = ([article.id for article in gone], ())
    return open_arrays(GENERATION, [*commits, last], deleted_stay=True)


def find(engine: ArraysEngine, tree: Node, filters: Filters | None = None) -> Findings:
    return engine.find(Plan(tree, "articles", filters or Filters(), "relevance", 0, 100))


def holds(tree: Node, story: Story) -> bool:
    """Read a tree over a story: what is asked of a speaker's quote must stand in one of that speaker's."""
    said, rest = story
    match tree:
        case And(nodes):
            together = voiced(nodes)
            return all(holds(node, story) for node in together.rest) and all(
                is_said(speaker, together.said, said) for speaker in together.speakers
            )
        case Or(nodes):
            return any(holds(node, story) for node in nodes)
        case Not(node):
            return not holds(node, story)
        case Field("speaker", node):
            return any(reads(node, name or "") for name, _ in said)
        case Field("quote", node):
            return any(reads(node, text) for _, text in said)
        case _:
            return reads(tree, " ".join([*(text for _, text in said), rest]))


def is_said(speaker: Node, wanted: tuple[Node, ...], said: list[Saying]) -> bool:
    match speaker:
        case And(nodes):
            return all(is_said(node, wanted, said) for node in nodes)
        case Or(nodes):
            return any(is_said(node, wanted, said) for node in nodes)
        case Field(_, node):
            return any(
                reads(node, name or "") and all(holds(each, ([(None, text)], "")) for each in wanted)
                for name, text in said
            )
        case _:
            raise AssertionError(speaker)


def reads(node: Node, text: str) -> bool:
    found = [token.surface for token in tokens(text)]
    match node:
        case Word(word):
            return word in found
        case Phrase(phrase):
            wanted = [token.surface for token in tokens(phrase)]
            return any(found[at : at + len(wanted)] == wanted for at in range(len(found)))
        case _:
            raise AssertionError(node)


@given(stories=stories, trees=st.lists(trees, min_size=1, max_size=8))
@settings(max_examples=60, deadline=None)
def test_hits_are_those_of_a_plain_reading(
    open_arrays: OpenArrays, stories: list[Story], trees: list[Node]
) -> None:
    engine = open_stories(open_arrays, stories)
    for tree in trees:
        expected = {f"{number:020}" for number, story in enumerate(stories) if holds(tree, story)}
        assert {hit.to_record()["id"] for hit in find(engine, tree).hits} == expected, tree


@given(stories=stories, wanted=st.lists(said, min_size=1, max_size=2), beside=st.lists(others, max_size=2))
@settings(max_examples=40, deadline=None)
def test_a_chosen_speaker_is_one_who_says_it(
    open_arrays: OpenArrays, stories: list[Story], wanted: list[Node], beside: list[Node]
) -> None:
    engine = open_stories(open_arrays, stories)
    tree = And((*wanted, *beside))
    promised = {value.value: value.count for value in find(engine, tree).facets.speaker}
    for name in NAMES:
        chosen = find(engine, tree, Filters(speakers=(name,)))
        written = find(engine, And((tree, And((Field("speaker", Phrase(name)), *wanted)))))
        assert chosen.total == promised.get(name, 0) == written.total
        assert {hit.to_record()["id"] for hit in chosen.hits} == {
            hit.to_record()["id"] for hit in written.hits
        }


@pytest.fixture(scope="module")
def engine(open_arrays: OpenArrays) -> ArraysEngine:
    return open_stories(
        open_arrays,
        [
            ([("Al Badrani", "uang"), ("Siti Marlupi", "suara")], "debat"),
            ([("Al Badrani", "suara suara uang")], "debat"),
            ([("Siti Marlupi", "uang"), (None, "suara")], "anak"),
        ],
    )


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("speaker:badrani quote:suara", {1}),
        ("speaker:badrani speaker:marlupi quote:uang", set()),
        ("speaker:badrani speaker:marlupi", {0}),
        ("speaker:badrani -quote:suara", set()),
        ("(speaker:badrani quote:uang) OR (speaker:marlupi quote:uang)", {0, 1, 2}),
        ("-(speaker:badrani quote:uang)", {2}),
        ("speaker:marlupi quote:uang anak", {2}),
    ],
)
def test_who_is_beside_what(engine: ArraysEngine, query: str, found: set[int]) -> None:
    hits = find(engine, parse(query)).hits
    assert {int(hit.to_record()["id"]) for hit in hits} == found


def test_the_article_of_the_better_quote_comes_first(engine: ArraysEngine) -> None:
    hits = find(engine, parse("speaker:badrani quote:uang")).hits
    assert [int(hit.to_record()["id"]) for hit in hits] == [0, 1]
    assert hits[0].score > hits[1].score > 0


def test_the_speakers_of_a_quote_are_those_who_say_it(engine: ArraysEngine) -> None:
    values = find(engine, parse("quote:suara debat")).facets.speaker
    assert [(value.value, value.count) for value in values] == [("Al Badrani", 1), ("Siti Marlupi", 1)]
    values = find(engine, parse("quote:suara OR debat")).facets.speaker
    assert [(value.value, value.count) for value in values] == [("Al Badrani", 2), ("Siti Marlupi", 2)]


@pytest.mark.parametrize("query", ["speaker:marlupi quote:memilih", "quote:memilih"])
def test_a_quote_of_an_article_that_is_lost_is_damage_and_no_neighbours(
    article: MakeArticle, build_index: BuildIndex, query: str
) -> None:
    body = "“Ayo memilih,” kata Siti Marlupi."
    made = [article(body=body, quotes=[("Siti Marlupi", "Ayo memilih,")]), article(), article()]
    root = build_index(made)
    (file,) = root.glob("gen-*/articles/*.documents.seg")
    file.write_bytes(file.read_bytes().replace(made[0].id.encode(), b"f" * 20))
    with pytest.raises(IndexDamagedError, match=file.name):
        find(ArraysEngine.open(root), parse(query))
