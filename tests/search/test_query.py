"""The query language: text to tree and back."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import find, given
from hypothesis import strategies as st

from corpus.dates import MONTH_NUMBERS
from search.errors import QueryError
from search.lexer import FIELDS
from search.period import Period, parse_point
from search.query import (
    DEPTH_MOST,
    EVERYTHING,
    FUZZY_MOST,
    PHRASE_WORDS_MOST,
    PREFIXES_MOST,
    TERMS_MOST,
    And,
    Dated,
    Field,
    Fuzzy,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Word,
    parse,
    unparse,
)
from search.request import QUERY_MOST

A, B, C = Word("a"), Word("b"), Word("c")
NOVEMBER = Dated(Period(date(2024, 11, 1), date(2024, 11, 30)))


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("", EVERYTHING),
        ("a", A),
        ("a b c", And((A, B, C))),
        ('"a b"', Phrase("a b")),
        ("a “b c” d", And((A, Phrase("b c"), Word("d")))),
        ("pem*", Prefix("pem")),
        ("debt~", Fuzzy("debt")),
        # excluding
        ("-a", Not(A)),
        ("NOT a", Not(A)),
        ("a -b", And((A, Not(B)))),
        ("NOT NOT a", Not(Not(A))),
        ("-(a b)", Not(And((A, B)))),
        ("-(a OR b) c", And((Not(Or((A, B))), C))),
        ("-pem*", Not(Prefix("pem"))),
        # either: OR binds weaker than standing side by side
        ("a OR b", Or((A, B))),
        ("a ATAU b OR c", Or((A, B, C))),
        ("a b OR c", Or((And((A, B)), C))),
        ("a OR b c", Or((A, And((B, C))))),
        ("a (b OR c)", And((A, Or((B, C))))),
        ("a OR -b", Or((A, Not(B)))),
        ("a AND b", And((A, B))),
        ("a DAN b OR c", Or((And((A, B)), C))),
        # brackets that change nothing
        ("(a)", A),
        ("((a) (b))", And((A, B))),
        ("(a b) c", And((A, B, C))),
        ("a OR (b OR c)", Or((A, B, C))),
        ("()", EVERYTHING),
        ("a ()", A),
        ("-()", EVERYTHING),
        ("title:()", EVERYTHING),
        ("() OR a", A),
        # fields
        ("title:a", Field("title", A)),
        ("JUDUL:a", Field("title", A)),
        ("sumber:a", Field("source", A)),
        ("pembicara:a", Field("speaker", A)),
        ("kutipan:a", Field("quote", A)),
        ("title:a b", And((Field("title", A), B))),
        ("title:(a b)", Field("title", And((A, B)))),
        ("title:(a OR b)", Field("title", Or((A, B)))),
        ("title:-a", Field("title", Not(A))),
        ("-title:a", Not(Field("title", A))),
        ('speaker:"Al Badrani"', Field("speaker", Phrase("Al Badrani"))),
        ("title:pem*", Field("title", Prefix("pem"))),
        # dates
        ("date:2024-11", NOVEMBER),
        ("tanggal:2024-11", NOVEMBER),
        ("-date:2024-11", Not(NOVEMBER)),
        ("date:>=2024-11-01", Dated(Period(date(2024, 11, 1), None))),
        ("a date:2024-11", And((A, NOVEMBER))),
        ("title:(a date:2024-11)", Field("title", And((A, NOVEMBER)))),
        ("tanggal:nov-2024", NOVEMBER),
        ('date:"november 2024"', NOVEMBER),
        ('date:"1 november 2024..30 november 2024"', NOVEMBER),
        ("date:1/11/2024..30/11/2024", NOVEMBER),
        ("date:2024-11 .. nov-2024", NOVEMBER),
        ("date:2024-W48", Dated(Period(date(2024, 11, 25), date(2024, 12, 1)))),
        ("date:>2024-11", Dated(Period(date(2024, 12, 1), None))),
        ("date:<2024-11", Dated(Period(None, date(2024, 10, 31)))),
        # pasted text
        ("Al Muktabar: “saya setuju.”", And((Word("Al"), Word("Muktabar"), Phrase("saya setuju.")))),
        ("Ma’ruf: ‘saya setuju’", And((Word("Ma’ruf"), Phrase("saya setuju")))),
        # nothing of other engines' syntax is exposed
        ("a ANDNOT b", And((A, Word("ANDNOT"), B))),
        ("a^9", Word("a^9")),
        ("id:x", Word("id:x")),
        ("[a TO z]", And((A, Word("TO"), Word("z")))),
        ("a && b || c", And((A, B, C))),
        ("/a.*/ b", None),
        ("😀😀 PEMILU‼️", Word("PEMILU")),
    ],
)
def test_a_query_is_read_as_this_tree(text: str, tree: Node | None) -> None:
    if tree is None:
        with pytest.raises(QueryError):
            parse(text)
    else:
        assert parse(text) == tree


@pytest.mark.parametrize(
    ("text", "message", "position"),
    [
        ("(a", "This bracket is never closed; add a ')'.", 0),
        ("a (b (c)", "This bracket is never closed; add a ')'.", 2),
        ("a)", "This bracket closes nothing; remove it.", 1),
        ("a ) b", "This bracket closes nothing; remove it.", 2),
        ("title:source:a", "'source:' cannot stand inside 'title:'; put them side by side.", 6),
        ("title:(a judul:b)", "'judul:' cannot stand inside 'title:'; put them side by side.", 9),
        ("pe*", "Give at least 3 letters before the '*'.", 0),
        ("a anti-h*", "Give at least 3 letters before the '*'.", 2),
        ("aaa* bbb* ccc*", "More words with '*' in one query than 2; use fewer.", 10),
        ("aaa~ bbb~", "More words with '~' in one query than 1; use fewer.", 5),
        ("date:kemarin", "'kemarin' is no date", 5),
        ("a date:2024-02-30", "'2024-02-30' is not in the calendar", 7),
        ('date:""', "'' is no date", 6),
        ("date:{text}", "'{text}' is no date", 5),
        ("date:2024..2023", "ends before it begins", 5),
        ("date:november", "'november' names no year; add it, as in november-2024.", 5),
        ('tanggal: " 27 nov"', "'27 nov' names no year; add it, as in 27-nov-2024.", 11),
        ("a " * 500 + "a", "The query is longer than 1,000 characters; shorten it.", 1000),
        ("a " * 32 + "b", "More than 32 words; a phrase in quotation marks counts as one.", 64),
        ("a " * 31 + "b/c", "More than 32 words; a phrase in quotation marks counts as one.", 62),
        ("a " * 31 + "anak-ana*", "More than 32 words; a phrase in quotation marks counts as one.", 62),
    ],
)
def test_what_cannot_be_read_is_named_with_its_place(text: str, message: str, position: int) -> None:
    with pytest.raises(QueryError) as caught:
        parse(text)
    assert message in str(caught.value)
    assert caught.value.position == position


@pytest.mark.parametrize(
    ("fits", "too_much"),
    [
        ("a " * TERMS_MOST, "a " * (TERMS_MOST + 1)),
        ("a " * (TERMS_MOST - 2) + "Kabupaten/Kota", "a " * (TERMS_MOST - 1) + "Kabupaten/Kota"),
        ('"a b" ' * TERMS_MOST, '"a b" ' * (TERMS_MOST + 1)),
        ("date:2024 " * (TERMS_MOST + 1), "date:2024 " * QUERY_MOST),
        (f'"{"a " * PHRASE_WORDS_MOST}"', f'"{"a " * (PHRASE_WORDS_MOST + 1)}"'),
        (" " * QUERY_MOST, " " * (QUERY_MOST + 1)),
        ("e" + "\u0301" * (QUERY_MOST - 1), "e" + "\u0301" * QUERY_MOST),
        ("debt~", "debt~ dbat~"),
        ("(" * DEPTH_MOST + "a" + ")" * DEPTH_MOST, "(" * 5000 + "a" + ")" * 5000),
        ("NOT " * DEPTH_MOST + "a", "NOT " * 5000 + "a"),
        ("pem* mem*", "pem* mem* ber*"),
    ],
)
def test_a_query_has_its_limits(fits: str, too_much: str) -> None:
    parse(fits)
    with pytest.raises(QueryError):
        parse(too_much)


@pytest.mark.parametrize(
    ("tree", "text"),
    [
        (EVERYTHING, ""),
        (And((A, Or((B, C)))), "a (b OR c)"),
        (Or((And((A, B)), C)), "a b OR c"),
        (Not(And((A, B))), "NOT (a b)"),
        (Field("title", Or((A, B))), "title:(a OR b)"),
        (Field("title", Not(A)), "title:NOT a"),
        (And((Phrase("a b"), Prefix("pem"), Fuzzy("debt"))), '"a b" pem* debt~'),
        (NOVEMBER, "date:2024-11"),
    ],
)
def test_a_tree_is_written_as_the_shortest_query(tree: Node, text: str) -> None:
    assert unparse(tree) == text
    assert parse(text) == tree


words = st.sampled_from(
    [
        "a",
        "pemilu",
        "anak-anak",
        "Nu'man",
        "Ma’ruf",
        "2.024",
        "café",
        "or",
        "TPS",
        "a.b",
        "10:30",
        "http://x/a",
    ]
)
prefixes = st.sampled_from(["pem", "anak-anak", "Ma'ruf"]).map(Prefix)
spans = st.lists(st.dates(), min_size=2, max_size=2).map(sorted)
periods = st.one_of(
    spans.map(lambda days: Period(days[0], days[1])),
    st.dates().map(lambda day: Period(day, None)),
    st.dates().map(lambda day: Period(None, day)),
    st.dates().map(lambda day: parse_point(f"{day.month}-{day.year:04}")),
)
quoted = st.lists(words, min_size=1, max_size=3).map(" ".join)
leaves = st.one_of(
    words.map(Word),
    st.one_of(quoted, quoted.map("'{}'".format), quoted.map("‘{}’".format)).map(Phrase),
    prefixes,
    words.map(Fuzzy),
    periods.map(Dated),
)


def flat(kind: type[And] | type[Or], nodes: list[Node]) -> Node:
    """Join nodes as the parser does: those of the same kind flattened in."""
    joined: list[Node] = []
    for node in nodes:
        joined.extend(node.nodes if isinstance(node, kind) else [node])
    return kind(tuple(joined))


def combined(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    several = st.lists(inner, min_size=2, max_size=3)
    return st.one_of(
        inner.map(Not),
        several.map(lambda nodes: flat(And, nodes)),
        several.map(lambda nodes: flat(Or, nodes)),
    )


unfielded = st.recursive(leaves, combined, max_leaves=4)
fielded = st.builds(Field, st.sampled_from(sorted(set(FIELDS.values()))), unfielded)
canonical = st.recursive(st.one_of(leaves, fielded), combined, max_leaves=6)


def nodes_of(tree: Node) -> Iterator[Node]:
    yield tree
    match tree:
        case And(nodes) | Or(nodes):
            for node in nodes:
                yield from nodes_of(node)
        case Not(node) | Field(_, node):
            yield from nodes_of(node)


def is_within_limits(tree: Node) -> bool:
    kinds = Counter(type(node) for node in nodes_of(tree))
    return kinds[Prefix] <= PREFIXES_MOST and kinds[Fuzzy] <= FUZZY_MOST


@given(tree=canonical.filter(is_within_limits))
def test_a_canonical_tree_survives_writing_and_reading(tree: Node) -> None:
    try:
        read = parse(unparse(tree))
    except QueryError as error:
        assert "brackets inside one another" in str(error)  # noqa: PT017  # deeper trees are refused, as they should
    else:
        assert read == tree


@pytest.mark.parametrize("kind", [Word, Phrase, Prefix, Fuzzy, Dated, Field, Not, And, Or])
def test_the_trees_tried_are_of_every_kind(kind: type[Node]) -> None:
    allowed = canonical.filter(is_within_limits)
    find(allowed, lambda tree: any(isinstance(each, kind) for each in nodes_of(tree)))


MARKS = [*('""', "“”", "„“", "„”", "«»", "»«", "‹›", "＂＂"), *("''", "‘’", "‚‘", "‚’", "’’")]


@given(text=quoted, marks=st.sampled_from(MARKS))
def test_all_quotation_marks_quote_alike(text: str, marks: str) -> None:
    tree = parse(f"debat {marks[0]}{text}{marks[1]}, -{marks[0]}damai{marks[1]}")
    assert tree == And((Word("debat"), Phrase(text), Not(Phrase("damai"))))
    assert parse(f"quote:{marks[0]}{text}{marks[1]}") == Field("quote", Phrase(text))
    assert parse(unparse(tree)) == tree


@given(day=st.dates(), name=st.sampled_from(sorted(MONTH_NUMBERS)), marks=st.sampled_from(MARKS))
def test_a_period_made_of_a_months_name_survives_writing_and_reading(
    day: date, name: str, marks: str
) -> None:
    month = f"{name} {day.year:04}"
    tree = parse(f"date:{name}-{day.year:04}")
    assert tree == parse(f"tanggal:{marks[0]}{month}{marks[1]}") == parse(unparse(tree))
    span = parse(f"date:{marks[0]}1 {month} .. {month}{marks[1]}")
    assert span == tree


FIELD_PIECES = ["title:", "tıtle:", "JUDUL:", "pembicra:", "date:"]
DATE_PIECES = ["2024", "..", ">=", "<", "nov", "november 2024"]
SIGN_PIECES = ["(", ")", "-", "--", "~", "*", ".", "_", ",", "\x1e", "[…]", "\0", "\ud800"]
MARK_PIECES = ['"', "“", "'", "‘", "’"]
WORD_PIECES = ["a", "pem", "pem*", "Ma'ruf", "NOT", "OR", "AND", "e\u0301", "😀"]
pieces = st.sampled_from([*FIELD_PIECES, *DATE_PIECES, *SIGN_PIECES, *MARK_PIECES, *WORD_PIECES])
queries = st.one_of(
    st.text(max_size=40),
    st.lists(st.tuples(pieces, st.sampled_from(["", " "])).map("".join), max_size=9).map("".join),
)


@given(text=queries)
def test_any_text_is_read_or_refused_with_a_place_in_it(text: str) -> None:
    try:
        tree = parse(text)
    except QueryError as error:
        assert 0 <= error.position <= len(text)  # noqa: PT017  # both outcomes are fine, a third is not
        assert str(error).endswith(".")  # noqa: PT017
        assert error.suggestion is None or parse(error.suggestion)  # noqa: PT017
    else:
        assert parse(unparse(tree)) == tree
