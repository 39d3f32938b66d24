import pytest

from corpus.clues import Clues
from corpus.names import read_mention
from corpus.role_spans import RoleSpans
from corpus.runs import Tokens, runs_in
from corpus.sentences import sentences_in


def read(text: str) -> tuple[Tokens, RoleSpans]:
    tokens = next(sentences_in(text)).tokens
    mentions = [read_mention(tokens, run, Clues()) for run in runs_in(tokens)]
    return tokens, RoleSpans(tokens, {mention.first: mention for mention in mentions})


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("warga yang marah", "warga"),
        ("petugas TPS menghitung cepat", "petugas TPS"),
        ("sopir ketua partai", "sopir ketua partai"),
        ("kepala dinas keuangan dan aset, Sari", "kepala dinas keuangan dan aset"),
        ("sumber di lingkaran calon, masalahnya bukan uang", "sumber di lingkaran calon"),
        ("warga sini lagi sepi tanpa air hujan reda lagi sore itu", "warga"),
    ],
)
def test_a_role_ends_at_what_cannot_belong_to_it(text: str, role: str) -> None:
    tokens, spans = read(text)
    assert " ".join(token.word for token in tokens[: spans.end(0, is_subject=False)]) == role


def test_a_subjects_role_does_not_go_on_to_the_end_of_its_sentence() -> None:
    _, spans = read("porter tanpa teman")
    assert spans.end(0, is_subject=True) == 1
    assert spans.end(0, is_subject=False) == 3


@pytest.mark.parametrize(
    ("text", "heads"),
    [("warga desa", True), ("ibu rumah tangga", True), ("ibu datang", False), ("hujan reda", False)],
)
def test_a_role_begins_with_a_word_for_one(text: str, *, heads: bool) -> None:
    assert read(text)[1].heads(0) is heads


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("petani di Lereng Wetan, datang", 4),
        ("petani di Lereng Wetan juga datang", 4),
        ("petani di Lereng Wetan sejak kecil", 1),
        ("petani kopi", 1),
    ],
)
def test_a_place_closes_a_role_before_a_comma_or_a_verb(text: str, end: int) -> None:
    assert read(text)[1].behind_place(1) == end


def test_a_role_stops_at_a_name() -> None:
    _, spans = read("Sari Melati datang")
    assert [spans.begins_name(position) for position in range(3)] == [True, False, False]
    assert spans.stops_at(0)
