import pytest

from corpus.clues import Clues
from corpus.names import read_mention
from corpus.reporting import Clauses, Report
from corpus.runs import runs_in
from corpus.sentences import sentences_in


def clauses(text: str) -> Clauses:
    sentence = next(sentences_in(text))
    mentions = tuple(read_mention(sentence.tokens, run, Clues()) for run in runs_in(sentence.tokens))
    return Clauses(sentence.tokens, mentions)


def reports(text: str) -> list[Report]:
    return list(clauses(text).reports())


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("“Siap,” kata Sari", "kata"),
        ("Semua siap, menurut Sari", "menurut"),
        ("Sari juga menegaskan siap", "menegaskan"),
        ("Hal itu disampaikan oleh Sari", "disampaikan"),
        ("Hal itu, jelas Sari, wajar", "jelas"),
        ("Sari: “Siap”", ""),
        ("Sari yang ditemui di kantor mengatakan siap", "mengatakan"),
    ],
)
def test_a_clause_names_a_mention(text: str, cue: str) -> None:
    (report,) = reports(text)
    assert report.cue == cue
    assert report.mention is not None
    assert report.mention.name == "Sari"


@pytest.mark.parametrize(
    "text",
    [
        "“Siap,” katanya",
        "“Siap,” katanya kepada wartawan",
        "Semua, lanjutnya, siap",
        "Disampaikannya hal itu",
        "“Siap,” kata dia",
        "Dia mengatakan siap",
        "Mantan bupati itu berjanji datang",
        "“Siap,” kata mantan bupati dua periode tersebut",
        "“Siap,” kata anggota DPR dua periode ini",
    ],
)
def test_a_clause_may_refer_back(text: str) -> None:
    (report,) = reports(text)
    assert report.refers_back


@pytest.mark.parametrize(
    "text",
    [
        "Ada nilai Pancasila di sana",
        "Secara jelas Sari pulang",
        "Harga, nilainya turun terus",
        "Harga itu nilainya turun",
        "Hal itu disampaikan, lalu Sari pulang",
        "“Siap,” kata",
        "“Siap,” kata orang banyak",
        "“Siap,” kata ketua, itu",
        "“Siap,” kata ketua yang pergi jauh sekali entah ke mana pada malam",
        "“Siap,” kata ketua yang menilai itu",
        "Mengatakan saja sulit",
        "Pohon itu mengatakan apa",
        "Kemarin, itu mengatakan apa",
        "Sari pulang lalu mengatakan siap",
        "Sari yang mengatakan siap",
        "Sari: siap",
    ],
)
def test_words_that_report_nothing_are_no_clause(text: str) -> None:
    assert [report for report in reports(text) if report.refers_back or report.mention] == []


def test_a_role_stands_beside_its_name() -> None:
    (report,) = reports("Kuasa hukum pemohon, Poltak Surya, menyesalkan hal itu")
    assert report.mention is not None
    assert report.apposition is not None
    assert (report.mention.name, report.apposition.name, report.apposition.has_role) == (
        "Poltak Surya",
        None,
        True,
    )


@pytest.mark.parametrize("text", ["Di Sari hujan", "“Siap” Sari pulang", "Kata Sari siap", "hujan"])
def test_a_sentence_may_have_no_subject(text: str) -> None:
    assert clauses(text).subject() is None


def test_the_subject_opens_the_sentence() -> None:
    subject = clauses("Sementara itu Ketua KPU Sari Melati pulang").subject()
    assert subject is not None
    assert subject[0].name == "Sari Melati"
