from hypothesis import given
from hypothesis import strategies as st

from corpus.article import Article, Quote, QuoteKind
from webui.passages import Passage, passages, voices


def article(body: str, *spans: tuple[int, int, QuoteKind]) -> Article:
    quotes = tuple(Quote("S", None, body[start:end], kind, start, end, None) for start, end, kind in spans)
    return Article("0" * 20, None, body, quotes=quotes)


def drawn(found: tuple[Passage, ...]) -> list[str]:
    """Draw passages: `<1 …>` where quote 1 opens, in capitals where it is direct."""
    lines = []
    for passage in found:
        parts = []
        for stretch in passage:
            text = stretch.text.upper() if stretch.kind == "direct" else stretch.text
            text = f"({text})" if stretch.kind == "indirect" else text
            parts.append("".join(f"<{number}>" for number in stretch.opens) + text)
        lines.append("".join(parts))
    return lines


def test_a_body_without_quotes_is_its_paragraphs() -> None:
    assert drawn(passages(article("satu\n\n  \ndua tiga\n"))) == ["satu", "dua tiga"]


def test_an_empty_body_has_no_passage() -> None:
    assert passages(article("")) == ()


def test_a_quote_is_cut_out_of_its_paragraph() -> None:
    assert drawn(passages(article("abcdef", (2, 4, "direct")))) == ["ab<1>CDef"]
    assert drawn(passages(article("abcdef", (0, 6, "indirect")))) == ["<1>(abcdef)"]


def test_a_quote_over_two_paragraphs_opens_once() -> None:
    assert drawn(passages(article("abc\n\ndef", (1, 7, "direct")))) == ["a<1>BC", "DEf"]


def test_a_quote_that_begins_with_white_space_opens_with_its_words() -> None:
    assert drawn(passages(article("abc\n\ndef", (3, 7, "direct")))) == ["abc", "<1>DEf"]


def test_where_quotes_overlap_the_direct_one_shows() -> None:
    body = "abcdefgh"
    assert drawn(passages(article(body, (1, 6, "indirect"), (3, 8, "direct")))) == ["a<1>(bc)<2>DEFGH"]
    assert drawn(passages(article(body, (2, 5, "direct"), (2, 5, "direct")))) == ["ab<1><2>CDEfgh"]


def test_offsets_outside_the_body_do_no_harm() -> None:
    spans: tuple[tuple[int, int, QuoteKind], ...] = ((50, 60, "direct"), (4, 2, "direct"), (3, 3, "direct"))
    joined = "".join(stretch.text for passage in passages(article("abcdef", *spans)) for stretch in passage)
    assert joined == "abcdef"


@given(
    st.text("ab \n", max_size=40),
    st.lists(
        st.tuples(st.integers(-3, 45), st.integers(-3, 45), st.sampled_from(["direct", "indirect"])),
        max_size=5,
    ),
)
def test_the_stretches_joined_again_are_the_body(body: str, spans: list[tuple[int, int, QuoteKind]]) -> None:
    found = passages(article(body, *spans))
    text = ["".join(stretch.text for stretch in passage) for passage in found]
    assert text == [line for line in body.split("\n") if line.strip()]
    assert all(stretch.text for passage in found for stretch in passage)


def test_quotes_are_listed_by_who_is_heard_first() -> None:
    said = (
        Quote("Ratna", None, "satu", "direct", 0, 1, None),
        Quote("Damar", "anggota", "dua", "direct", 1, 2, None),
        Quote("Ratna", "ketua", "tiga", "indirect", 2, 3, None),
        Quote(None, "saksi", "empat", "direct", 3, 4, None),
        Quote(None, "saksi", "lima", "direct", 4, 5, None),
        Quote(None, None, "enam", "direct", 5, 6, None),
    )
    heard = voices(Article("0" * 20, None, "abcdef", quotes=said))
    assert [(voice.speaker, voice.role) for voice in heard] == [
        ("Ratna", "ketua"),
        ("Damar", "anggota"),
        (None, "saksi"),
        (None, None),
    ]
    assert [[number for number, _ in voice.quotes] for voice in heard] == [[1, 3], [2], [4, 5], [6]]
