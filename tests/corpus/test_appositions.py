import pytest

from corpus.appositions import Appositions, office_of
from corpus.clues import Clues
from corpus.names import Mention, read_mention
from corpus.runs import runs_in
from corpus.sentences import sentences_in


def read(text: str) -> tuple[Appositions, list[Mention]]:
    sentence = next(sentences_in(text))
    mentions = [read_mention(sentence.tokens, run, Clues()) for run in runs_in(sentence.tokens)]
    return Appositions(sentence.tokens, mentions), mentions


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("Kapolda, Halim Wira", (0, 1)),
        ("Calon nomor urut dua, Halim Wira", (0, 4)),
        ("pakar hukum kampus itu, Halim Wira", (0, 3)),
        ("hujan reda, Halim Wira", None),
        ("pakar menilai wajar, Halim Wira", None),
        ("pakar, hujan reda, Halim Wira", None),
        ("Kapolda Halim Wira", None),
    ],
)
def test_a_role_before_a_comma_belongs_to_the_name(text: str, span: tuple[int, int] | None) -> None:
    appositions, mentions = read(text)
    office = appositions.office_before(mentions[-1])
    assert (office and (office.first, office.last)) == span


def test_degrees_after_a_name_do_not_hide_the_role() -> None:
    appositions, mentions = read("Halim Wira, S.H., M.Si., Kapolda Arunika")
    assert appositions.after(mentions[0]) == mentions[1]
    assert appositions.after(mentions[1]) is None


def test_a_name_is_found_before_the_comma_of_its_role() -> None:
    appositions, mentions = read("Halim Wira, penjual sayur pergi")
    assert appositions.apposed_name(4) == mentions[0]
    assert appositions.apposed_name(1) is None


def test_an_office_alone_has_a_role_and_no_name() -> None:
    office = office_of(2, 5)
    assert (office.first, office.role_end, office.name, office.has_role) == (2, 5, None, True)
