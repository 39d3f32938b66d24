import pytest

from corpus.attribution import attribute
from corpus.back_references import points_back
from corpus.clues import Clues
from corpus.lexicon import CUE
from corpus.names import read_mention
from corpus.runs import runs_in
from corpus.sentences import sentences_in


def is_empty(text: str) -> bool:
    tokens = next(sentences_in(text)).tokens
    mentions = [read_mention(tokens, run, Clues()) for run in runs_in(tokens)]
    cue = next(position for position, token in enumerate(tokens) if token.kinds & CUE)
    return points_back(tokens, mentions, cue)


@pytest.mark.parametrize(
    "sentence",
    [
        "Hal senada disampaikan anggota Bawaslu Sari Melati.",
        "Hal senada disampaikan Sari Melati, penjual nasi.",
        "Hal itu disampaikan oleh Sari Melati usai rapat.",
        "Pernyataan itu juga disampaikan Sari Melati di Lembayung.",
        "Hal yang sama dikatakan Sari Melati, Rabu (3/4/2024).",
        "Demikian ia mengingatkan.",
        "Demikian disampaikan Sari Melati, Rabu (3/4/2024).",
        "Ia menyampaikan itu Rabu.",
        "Sari Melati menyampaikan hal itu saat ditemui di Lembayung.",
        "Begitu pesan Sari.",
    ],
)
def test_a_sentence_may_only_point_back(sentence: str) -> None:
    assert is_empty(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Hal senada disampaikan Sari Melati bahwa logistik siap.",
        "Hal itu tidak disampaikan Sari Melati.",
        "Hal itu dibenarkan Sari Melati.",
        "Ia membantah hal itu.",
        "Ia mengatakan itu hak warga.",
        "Ia menerangkan, hal ini dalam rangka menjaga suara.",
        "Dengan demikian, kata dia, dari enam kotak suara tiga rusak.",
        "Sari Melati mengatakan siap.",
        "Sari Melati mengatakan di Lembayung.",
    ],
)
def test_a_sentence_that_says_something_does_not_only_point_back(sentence: str) -> None:
    assert not is_empty(sentence)


def test_what_only_points_back_is_no_quote() -> None:
    body = "Menurut Sari Melati, semua siap.\nDemikian ia mengingatkan.\nBegitu pesan Sari."
    assert [quote.text for quote in attribute(body)] == ["Menurut Sari Melati, semua siap."]
