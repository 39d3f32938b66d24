import pytest

from corpus.attribution import attribute
from corpus.clues import Clues, gather_clues
from corpus.full_names import names_behind_bodies, names_in_quotations
from corpus.runs import runs_in
from corpus.sentences import sentences_in


def behind(text: str, *words: str, clues: Clues | None = None) -> list[str]:
    tokens = next(sentences_in(text)).tokens
    spans = [(run.first, run.last) for run in runs_in(tokens)]
    return list(names_behind_bodies(tokens, spans, words, clues or Clues()))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("dari Fraksi PAN Ranisa Gausa pulang", ["Ranisa Gausa"]),
        ("Fraksi PAN Muhammad Ranisa Gausa pulang", ["Muhammad Ranisa Gausa"]),
        ("Supervisi KPK Wilayah V Ranisa Gausa pulang", ["Ranisa Gausa"]),
        ("akun Instagram M. Ranisa pulang", ["M. Ranisa"]),
        ("akun Instagram Ranisa T. Gausa pulang", ["Ranisa T. Gausa"]),
        ("Fraksi PAN Ranisa Ketua pulang", []),
        ("Fraksi PAN Ranisa, Gausa pulang", []),
        ("Fraksi PAN Ranisa Ucapkan Selamat", []),
        ("Fraksi PAN pulang", []),
    ],
)
def test_a_full_name_is_cut_out_behind_an_organisation(text: str, names: list[str]) -> None:
    assert behind(text, "ranisa") == names


def test_a_place_or_a_plain_word_is_no_part_of_a_name() -> None:
    clues = Clues(plain={"lebat"}, places={"sukawening"})
    assert behind("Fraksi PAN Ranisa Sukawening Lebat", "ranisa", clues=clues) == []


def test_a_name_inside_a_quotation_is_found() -> None:
    body = "“Saya, kata Ketua Ranisa Gausa, siap. Itu rumah.” “Ranisa!” Beliau pulang."
    sentences = list(sentences_in(body))
    clues = gather_clues([(sentence, runs_in(sentence.tokens)) for sentence in sentences])
    assert list(names_in_quotations(body, sentences, ["ranisa"], clues)) == ["Ranisa Gausa"]


@pytest.mark.parametrize(
    ("body", "title"),
    [
        ("Hal itu datang dari Fraksi PAN Ranisa Gausa. “Kami siap,” kata Ranisa.", None),
        ("Lembaga itu menelusuri akun Instagram Ranisa Gausa. Ranisa menegaskan survei itu palsu.", None),
        ("“Pak Ranisa Gausa pasti datang.” Ranisa mengatakan siap.", None),
        ("“Kami siap,” kata Ranisa.", "Ranisa Gausa Bikin Partai Baru"),
        ("“Kami siap,” kata Gausa.", "Alasan Ranisa Gausa Menolak"),
        ("“Kami siap,” kata Gausa.", "Partai Baru, Ranisa Gausa Dituding Curang"),
    ],
)
def test_a_speaker_called_by_one_word_has_the_full_name_that_stands_elsewhere(
    body: str, title: str | None
) -> None:
    assert {quote.speaker for quote in attribute(body, title=title) if quote.speaker} == {"Ranisa Gausa"}


@pytest.mark.parametrize("title", ["Ranisa Luncurkan Sekolah", "Momen Ranisa Pulang", "Ranisa Sentil Gausa"])
def test_verbs_of_a_title_are_no_names(title: str) -> None:
    quotes = attribute("“Kami siap,” kata Ranisa. “Kami juga,” kata Gausa.", title=title)
    assert [quote.speaker for quote in quotes] == ["Ranisa", "Gausa"]
