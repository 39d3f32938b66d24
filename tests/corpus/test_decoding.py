from io import BufferedReader, BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.decoding import Decoded, decode, decoded_lines, looks_binary

TEXT = "“Suara” Arunika é\nbaris dua"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        b"\xfe\xff" + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.encode("cp1252"),
    ],
)
def test_every_usual_encoding_gives_the_same_text(data: bytes) -> None:
    assert decode(data) == Decoded(TEXT)


def test_what_a_page_declares_is_believed_where_it_is_not_utf8() -> None:
    page = '<meta charset="iso-8859-9"><p>ğış'.encode("iso-8859-9")
    assert decode(page).text.endswith("ğış")


@pytest.mark.parametrize("name", ["utf-7x", "rot13", "utf-8", "hex", "idna"])
def test_a_page_that_lies_about_its_encoding_is_read_all_the_same(name: str) -> None:
    assert "suara" in decode(f"<meta charset={name}>suara ".encode() + b"\xff\xfe\xe9").text


def test_one_wrong_byte_costs_one_character() -> None:
    assert decode("“suara” ".encode() + b"\xff" + " “rakyat”".encode()) == Decoded(
        "“suara” \ufffd “rakyat”", "1 byte is no UTF-8 and was replaced"
    )


@pytest.mark.parametrize(
    ("data", "text", "flaw"),
    [
        (
            b"x" * 300 + b"\xff\xe2\x80" + b"x",
            "x" * 300 + "\ufffd\ufffdx",
            "3 bytes are no UTF-8 and were replaced",
        ),
        (b"x" * 50 + b"\xff", "x" * 50 + "ÿ", None),
        (b"x" * 300 + "“kami” – siap…".encode("cp1252"), "x" * 300 + "“kami” – siap…", None),
        ("é“”–".encode() + b"\xff\xff", "é“”–\ufffd\ufffd", "2 bytes are no UTF-8 and were replaced"),
        (b"<meta charset=latin1>\x93kami\x94", "<meta charset=latin1>“kami”", None),
        (
            b"<meta charset=latin1>" + "“”".encode() + b"\xe9",
            "<meta charset=latin1>“”\ufffd",
            "1 byte is no UTF-8 and was replaced",
        ),
        (b"\xff\xfea\0b", "a\ufffd", "1 byte is no UTF-16 and was replaced"),
        (b"\xef\xbb\xbfa\xff", "a\ufffd", "1 byte is no UTF-8 and was replaced"),
        (b"\x81\xe9", "\ufffdé", "1 byte is no cp1252 and was replaced"),
    ],
)
def test_the_order_of_encodings(data: bytes, text: str, flaw: str | None) -> None:
    assert decode(data) == Decoded(text, flaw)


def test_what_came_with_a_page_stands_before_what_it_declares() -> None:
    page = "<meta charset=koi8-r>ğ".encode("iso-8859-9")
    assert decode(page, "ISO-8859-9").text.endswith("ğ")
    assert not decode(page).text.endswith("ğ")


def test_a_line_declares_nothing_and_says_what_was_replaced() -> None:
    text = '{"text": "<meta charset=koi8-r> ' + "x" * 200
    (line,) = decoded_lines(BufferedReader(BytesIO(text.encode() + b"\xff")), 1000)
    assert line == Decoded(f"{text}\ufffd", "1 byte is no UTF-8 and was replaced")


@given(st.binary())
def test_any_bytes_decode(data: bytes) -> None:
    assert isinstance(decode(data).text, str)


@given(st.binary(), st.integers(1, 20))
def test_any_bytes_split_into_lines(data: bytes, longest: int) -> None:
    for line in decoded_lines(BufferedReader(BytesIO(data)), longest):
        assert line is None or isinstance(line.text, str)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_lines_come_one_by_one_and_a_long_one_as_none(encoding: str) -> None:
    text = "satu\n" + "x" * 200 + "\ntiga\n"
    lines = list(decoded_lines(BufferedReader(BytesIO(text.encode(encoding))), 50))
    assert lines == [Decoded("satu\n"), None, Decoded("tiga\n")]


def test_a_long_last_line_without_an_end_is_none() -> None:
    assert list(decoded_lines(BufferedReader(BytesIO(b"a\n" + b"x" * 99)), 50)) == [Decoded("a\n"), None]


def test_bytes_of_a_picture_look_binary_and_text_does_not() -> None:
    assert looks_binary(decode(bytes(range(1, 9)) * 100).text)
    assert not looks_binary(TEXT)
