import pytest

from corpus.attribution import attribute


def stated(body: str) -> list[tuple[str | None, str, str]]:
    return [(quote.speaker, quote.kind[:3], quote.text) for quote in attribute(body)]


@pytest.mark.parametrize(
    ("body", "quotes"),
    [
        (
            "Warga menanggapi pernyataan Sari Melati yang menyebut sawah itu subur.",
            [("Sari Melati", "ind", "sawah itu subur")],
        ),
        (
            "Darwis Lesmana tak peduli pada tudingan Ketua KPU Sari Melati bahwa sawah itu gersang.",
            [("Sari Melati", "ind", "sawah itu gersang")],
        ),
        (
            "Usul itu datang dari Sari Melati yang juga meminta agar rapat ditunda.",
            [("Sari Melati", "ind", "rapat ditunda")],
        ),
        (
            "Tekanan datang dari Sari Melati yang sejak lama meminta agar rapat ditunda.",
            [("Sari Melati", "ind", "rapat ditunda")],
        ),
        (
            "Warga menolak ucapan Sari Melati yang menyebut “sawah itu milik kita bersama”.",
            [("Sari Melati", "dir", "sawah itu milik kita bersama")],
        ),
        (
            "Darwis Lesmana menepis ucapan Sari Melati yang menyebut sawah gersang. “Keliru,” katanya.",
            [
                ("Darwis Lesmana", "ind", "ucapan Sari Melati yang menyebut sawah gersang"),
                ("Sari Melati", "ind", "sawah gersang"),
                ("Darwis Lesmana", "dir", "Keliru"),
            ],
        ),
    ],
)
def test_words_that_a_sentence_refers_to_belong_to_whom_it_names(
    body: str, quotes: list[tuple[str | None, str, str]]
) -> None:
    assert stated(body) == quotes


@pytest.mark.parametrize(
    "body",
    [
        "Warga menyambut Sari Melati yang datang membawa bibit.",
        "Warga menyambut Sari Melati yang mengatakan.",
        "Warga menyambut Sari Melati, yang",
        "Warga menyambut Sari Melati bahwa sawah itu subur.",
        "Jembatan itu dibuka KPU Arunika yang menyebut sawah itu subur.",
    ],
)
def test_who_only_acts_in_a_relative_clause_says_nothing(body: str) -> None:
    assert not any(quote[0] for quote in stated(body))


@pytest.mark.parametrize(
    "ending",
    [
        "demikian pernyataan Sari Melati di balai desa.",
        "demikian bunyi cuitan Sari Melati.",
        "begitulah isi surat Bupati Sari Melati kepada warga.",
    ],
)
def test_words_in_marks_belong_to_whose_words_they_are_called(ending: str) -> None:
    assert stated(f"“Sawah itu milik kita bersama,” {ending}") == [
        ("Sari Melati", "dir", "Sawah itu milik kita bersama")
    ]


def test_a_letter_is_not_of_who_signed_it() -> None:
    body = "“Sawah itu milik kita bersama,” demikian isi surat yang ditandatangani Sari Melati."
    assert stated(body) == [(None, "dir", "Sawah itu milik kita bersama")]


@pytest.mark.parametrize(
    "body",
    [
        "Hakim menolak gugatan Sari Melati yang meminta jabatannya dikembalikan.",
        "Hakim mengabulkan permohonan Sari Melati dan Halim Wira yang meminta rapat diulang.",
        "Hakim menolak gugatan yang diajukan Sari Melati yang meminta jabatannya dikembalikan.",
        "Gugatan Sari Melati meminta jabatannya dikembalikan.",
    ],
)
def test_what_a_lawsuit_demands_is_nobodys_statement(body: str) -> None:
    assert stated(body) == []
