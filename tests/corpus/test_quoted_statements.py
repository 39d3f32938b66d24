import pytest

from corpus.attribution import attribute
from corpus.quoted_statements import is_inscribed, is_spoken_of, lone_quotation
from corpus.sentences import Sentence, sentences_in


def sentence(text: str) -> Sentence:
    return next(sentences_in(text))


@pytest.mark.parametrize(
    ("text", "quotations"),
    [
        ("“Siap,” kata Sari Melati.", ["Siap"]),
        ("“Siap,” begitu kata Sari Melati.", ["Siap"]),
        ("Sari Melati berkata singkat, “Siap.”", ["Siap."]),
        ("“Siap,” kata Sari Melati, “berangkat.”", ["Siap", "berangkat."]),
        ("Kata Sari Melati, istilah “politik amplop” keliru.", []),
        ("Dalam buku “Jalan Panjang ke Lereng Wetan” Sari Melati mengatakan siap.", []),
        (
            "Sari Melati mengatakan jalan itu “rusak berat sejak tahun lalu” dan sepi.",
            ["rusak berat sejak tahun lalu"],
        ),
        ("Sari Melati mengatakan spanduk bertuliskan “Kami Semua Siap Berangkat” dicopot.", []),
    ],
)
def test_a_quotation_beside_a_verb_or_long_enough_is_a_statement(text: str, quotations: list[str]) -> None:
    assert [quote.text for quote in attribute(text) if quote.kind == "direct"] == quotations


def test_a_quotation_may_be_all_of_a_sentence() -> None:
    assert lone_quotation(sentence("“Jalan itu rusak.”")) is not None
    assert lone_quotation(sentence("“Jalan itu rusak,” kata Sari.")) is None


@pytest.mark.parametrize(
    ("text", "name", "spoken_of"),
    [
        ("“Sari memang keras kepala,” katanya.", "Sari Melati", True),
        ("“Saya Sari dari Lereng,” katanya.", "Sari Melati", False),
        ("“Jalan itu rusak,” kata Sari.", "Sari Melati", False),
        ("“Jalan itu rusak,” katanya.", None, False),
    ],
)
def test_whom_a_quotation_names_does_not_say_it(text: str, name: str | None, *, spoken_of: bool) -> None:
    assert is_spoken_of(name, sentence(text), text) is spoken_of


def test_a_word_tells_what_stands_on_something() -> None:
    assert [is_inscribed(token) for token in sentence("Jalan bertuliskan").tokens] == [False, True]
