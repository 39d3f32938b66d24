"""Questions no reader means to ask: each has a defined answer, at once, and none reaches another syntax."""

from pathlib import Path
from time import perf_counter

import pytest

from search.answer import answer, is_blank
from search.errors import QueryError, QuestionError
from search.live import LiveEngine
from search.query import EVERYTHING, parse, unparse
from search.request import QUERY_MOST, SearchRequest

SECONDS_MOST = 1.0
TOO_LONG = "The query is longer than 1,000 characters; shorten it."
ENDS_WORD = "A '*' or '~' stands at the end of a word only"
ONE_TYPO = "One typo is the most"
NO_DATE = "is no date"
NOT_IN_CALENDAR = "is not in the calendar"


@pytest.fixture(scope="module")
def engine(sample_index: Path) -> LiveEngine:
    return LiveEngine(sample_index)


def asked(text: str) -> SearchRequest:
    return SearchRequest.from_params([("q", text)])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "  \t\r\n ",
        " " * 1_000_000,
        "\0\0",
        "\u200b\u202e\ufeff",
        "????????????",
        "… ‼️ 😀😀",
        "()",
        "((()))",
        '""',
        "“” ‘’ ''",
        "title:() -()",
        'speaker:"" "…"',
        "%$#@!",
        "/.*/",
    ],
)
def test_a_query_without_a_word_asks_nothing(text: str) -> None:
    assert is_blank(asked(text))


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        # signs of other engines that would read the whole index
        ("*", ENDS_WORD),
        ("*:*", ENDS_WORD),
        ("*an", ENDS_WORD),
        ("pem*lu", ENDS_WORD),
        ("a*", "Give at least 3 letters before the '*'."),
        ("pemilu~9", ONE_TYPO),
        ("abc~99", ONE_TYPO),
        ("pemilu~0.5", ONE_TYPO),
        ('"politik uang"~5', "belongs to one word"),
        ('"politik uang"~999999999', "belongs to one word"),
        ('"politik uang"~-1', "belongs to one word"),
        ("{{7*7}}", ENDS_WORD),
        ("(([a-z])+.)+[A-Z]([a-z])*$", "belongs to one word"),
        ("/pem.*/", "Put the '*' right after the last letter."),
        # too much of anything
        (" ".join(f"aa{chr(97 + number % 26)}*" for number in range(300)), TOO_LONG),
        ("aab* aac* aad*", "More words with '*' in one query than 2"),
        ("debt~ hoks~", "More words with '~' in one query than 1"),
        (" OR ".join(f"a{number}" for number in range(5000)), TOO_LONG),
        (" OR ".join(f"a{number}" for number in range(100)), "More than 32 words"),
        ("/".join("abcdefghijklmnopqrstuvwxyz" * 3), "More than 32 words"),
        ("(" * 5000 + "a" + ")" * 5000, TOO_LONG),
        ("(" * 400 + "a" + ")" * 400, "More than 10 brackets inside one another"),
        ("NOT " * 200 + "a", "More than 10 brackets inside one another"),
        ("-title:" * 100 + "a", "cannot stand inside"),
        ("e" + "\u0301" * 5000, TOO_LONG),
        ("😀" * 1001, TOO_LONG),
        # dates that are none
        ("date:2024-02-30", NOT_IN_CALENDAR),
        ("date:20241399", NOT_IN_CALENDAR),
        ("tanggal:31/11/2024", NOT_IN_CALENDAR),
        ("date:2024-W60", NOT_IN_CALENDAR),
        ("date:0000", NOT_IN_CALENDAR),
        ("date:99999", NO_DATE),
        ("date:[2024-02-14 TO 2024-02-15]", NO_DATE),
        ("tanggal:[2024-02-14 TO", NO_DATE),
        ("date:*", NO_DATE),
        ("date:{{7*7}}", NO_DATE),
        ("date:-1", NO_DATE),
        ("date:2024-02-14T00:00:00+99:99", NO_DATE),
        ("date:1" + "0" * 900, NO_DATE),
        ("date:", "Give the date right after 'date:'"),
        ("tanggal:()", "Give the date right after 'tanggal:'"),
        ("date:mei", "names no year"),
        ("date:2024..2023", "ends before it begins"),
        # brackets and fields
        ("(debat", "This bracket is never closed"),
        ("debat)", "This bracket closes nothing"),
        (")(", "This bracket closes nothing"),
        ("title:speaker:a", "cannot stand inside"),
        ("pembicra:Budi", "did you mean 'pembicara:'?"),
    ],
)
def test_what_cannot_be_asked_is_refused_in_a_sentence_at_once(
    engine: LiveEngine, text: str, sentence: str
) -> None:
    started = perf_counter()
    with pytest.raises(QuestionError) as caught:
        answer(asked(text), engine)
    assert perf_counter() - started < SECONDS_MOST
    assert sentence in str(caught.value)
    with pytest.raises(QueryError, match=r"\.$"):
        parse(text)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        # operators that lack an operand, or are not ours, are words
        ("NOT", "not"),
        ("AND OR NOT", "and OR not"),
        ("OR OR OR", "or OR or"),
        ("NOT NOT NOT a", "NOT NOT NOT a"),
        ("debat AND", "debat and"),
        ("a DAN b ATAU c", "a b OR c"),
        ("a dan b atau c", "a dan b atau c"),
        ("a ANDNOT b ANDMAYBE c REQUIRE d", "a ANDNOT b ANDMAYBE c REQUIRE d"),
        ("a && b || !c", "a b c"),
        ("+a -b", "a NOT b"),
        ("--a - b -", "NOT a b"),
        # boosts, ranges, fields and functions of other engines are words
        ("a^5", "a^5"),
        ("a^1e400 b^nan c^-5 d^99999999999999999999", "a^1e400 b^nan c^-5 d^99999999999999999999"),
        ("[a TO z]", "a TO z"),
        ("body:[a TO z]", "body:[a TO z"),
        ("id:../../etc/passwd", "id:../../etc/passwd"),
        ("_exists_:x", "exists_:x"),
        ("field:>10", "field:>10"),
        ("foo:bar http://x 10:30", "foo:bar http://x 10:30"),
        ("Al Muktabar: “siap menang”", 'Al Muktabar "siap menang"'),
        ("title: debat:", "title:debat"),
        # marks
        ('"abc', '"abc"'),
        ("“abc", '"abc"'),
        ("'abc", "abc"),
        ("'siap menang' debat", '"siap menang" debat'),
        ("Ma'ruf Jum'at", "Ma'ruf Jum'at"),
        ('"siap menang".', '"siap menang"'),
        ("(debat), publik!", "debat publik"),
        ("debat?", "debat"),
        # what templates, pages, logs and shells might act on
        ("<script>alert(1)</script>", "script>alert 1 script"),
        ("{{config}} {% raw %}", "config raw"),
        ("${jndi:ldap://x} #{7}", "jndi:ldap://x 7"),
        ("%s%n%x", "s%n%x"),
        ("a\r\nSet-Cookie: x=1", "a Set-Cookie x=1"),
        ("'; DROP TABLE articles; --", "DROP TABLE articles"),
        ("😀😀 PEMILU‼️", "PEMILU"),
        # characters
        ("a\0b", "ab"),
        ("a\ud800b", "a\ufffdb"),
        ("é" + "\u0301" * 900, "é" + "\u0301" * 900),
        ("(([a-z])+.)+[A-Z]([a-z])+$", "a-z A-Z a-z"),
        ("di ke yang dan", "di ke yang dan"),
    ],
)
def test_what_looks_like_another_syntax_is_words(engine: LiveEngine, text: str, read: str) -> None:
    request = asked(text)
    started = perf_counter()
    assert unparse(parse(request.query)) == read
    answer(request, engine)
    assert perf_counter() - started < SECONDS_MOST


def test_function_words_alone_are_looked_for(engine: LiveEngine) -> None:
    assert answer(asked("di ke yang dan"), engine).total > 0
    assert answer(asked("dan"), engine).total > 0


def test_the_length_is_checked_with_and_without_a_request() -> None:
    fits = " " * QUERY_MOST
    assert parse(fits) == EVERYTHING
    with pytest.raises(QueryError) as caught:
        parse(fits + "a")
    assert (str(caught.value), caught.value.position) == (TOO_LONG, QUERY_MOST)
