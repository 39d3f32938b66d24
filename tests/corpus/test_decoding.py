from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.decoding import decode, decoded_lines, looks_binary

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
    assert decode(data) == TEXT


def test_what_a_page_declares_is_believed_where_it_is_not_utf8() -> None:
    page = '<meta charset="iso-8859-9"><p>ğış'.encode("iso-8859-9")
    assert decode(page).endswith("ğış")


@pytest.mark.parametrize("name", ["utf-7x", "rot13", "utf-8", "hex", "idna"])
def test_a_page_that_lies_about_its_encoding_is_read_all_the_same(name: str) -> None:
    assert "suara" in decode(f"<meta charset={name}>suara ".encode() + b"\xff\xfe\xe9")


def test_one_wrong_byte_costs_one_character() -> None:
    assert decode("“suara” ".encode() + b"\xff" + " “rakyat”".encode()) == "“suara” \ufffd “rakyat”"


@given(st.binary())
def test_any_bytes_decode(data: bytes) -> None:
    assert isinstance(decode(data), str)


@given(st.binary(), st.integers(1, 20))
def test_any_bytes_split_into_lines(data: bytes, longest: int) -> None:
    for line in decoded_lines(BytesIO(data), longest):
        assert line is None or isinstance(line, str)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_lines_come_one_by_one_and_a_long_one_as_none(encoding: str) -> None:
    text = "satu\n" + "x" * 200 + "\ntiga\n"
    lines = list(decoded_lines(BytesIO(text.encode(encoding)), 50))
    assert lines == ["satu\n", None, "tiga\n"]


def test_a_long_last_line_without_an_end_is_none() -> None:
    assert list(decoded_lines(BytesIO(b"a\n" + b"x" * 99), 50)) == ["a\n", None]


def test_bytes_of_a_picture_look_binary_and_text_does_not() -> None:
    assert looks_binary(decode(bytes(range(1, 9)) * 100))
    assert not looks_binary(TEXT)
