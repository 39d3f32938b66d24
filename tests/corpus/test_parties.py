import pytest

from corpus.clues import Clues
from corpus.names import read_mention
from corpus.parties import Parties, Party
from corpus.runs import runs_in
from corpus.sentences import sentences_in


def read(text: str) -> tuple[Parties, str]:
    tokens = next(sentences_in(text)).tokens
    return Parties(tokens, [read_mention(tokens, run, Clues()) for run in runs_in(tokens)]), text


def role_of(text: str, party: Party | None) -> str | None:
    tokens = next(sentences_in(text)).tokens
    return text[tokens[party.role[0]].start : tokens[party.role[1] - 1].end] if party and party.role else None


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Kapolda Halim Wira datang", "Kapolda"),
        ("Kapolda, Halim Wira", "Kapolda"),
        ("Ketua KPU Arunika, Halim Wira", "Ketua KPU Arunika"),
        ("Calon nomor urut dua, Halim Wira", "Calon nomor urut dua"),
        ("pakar hukum kampus itu, Halim Wira", "pakar hukum kampus"),
        ("Salah satu penggugat, Halim Wira, datang", "penggugat"),
        ("Pemimpin redaksi Warta Lereng, Halim Wira, datang", "Pemimpin redaksi Warta Lereng"),
        ("Juru Bicara Sari Melati, Halim Wira, datang", "Juru Bicara Sari Melati"),
        ("Ketua Takmir Masjid Agung, Halim Wira, datang", "Ketua Takmir Masjid Agung"),
        ("Halim Wira, penjual air, pergi", "penjual air"),
        ("Halim Wira, S.H., M.Si., Kapolda Arunika", "Kapolda Arunika"),
        ("Halim Wira, nelayan yang marah, pulang", "nelayan"),
        ("Halim Wira, Kepala Dinas Keuangan dan Aset Kota Solo.", "Kepala Dinas Keuangan dan Aset Kota Solo"),
        ("Halim Wira, Manajer Zakat Dompet Kasih, datang", "Manajer Zakat Dompet Kasih"),
        ("Halim Wira selaku Ketua KPU Arunika mengatakan", "Ketua KPU Arunika"),
        ("Halim Wira, yang juga menjabat sebagai Kapolda Arunika, siap", "Kapolda Arunika"),
        ("Halim Wira yang merupakan warga Desa Jati berkata", "warga Desa Jati"),
        ("Halim Wira yang merokok", None),
        ("Halim Wira, petani kopi di Lereng Wetan, datang", "petani kopi di Lereng Wetan"),
        ("Halim Wira, petani kopi di Lereng Wetan mengeluh", "petani kopi di Lereng Wetan"),
        (
            "Halim Wira, analis pasar senior di Lereng Wetan juga berharap",
            "analis pasar senior di Lereng Wetan",
        ),
        ("Halim Wira, petani kopi di Lereng Wetan sejak kecil", "petani kopi"),
        ("pesinetron Sari Melati bersama adiknya, Halim Wira, datang", None),
        ("Halim Wira, ibu rumah tangga, datang", "ibu rumah tangga"),
        ("Halim Wira, Ketua KPU Budi Anwar, dan", None),
        ("hujan reda, Halim Wira", None),
        ("Mendengar jaksa, Halim Wira", None),
        ("Rapat diketuai Halim Wira, jaksa mendakwa", None),
        ("Rapat diketuai Halim Wira, jaksa Arunika, usai", "jaksa Arunika"),
        ("Menteri Keuangan, Halim Wira", "Menteri Keuangan"),
        ("Kapolres Arunika Halim Wira hari ini", "Kapolres Arunika"),
        ("Halim Wira selaku kuasa hukum Budi Anwar berkata", "kuasa hukum Budi Anwar"),
        ("Halim Wira selaku manajer pribadi Budi Anwar berkata", "manajer pribadi Budi Anwar"),
        ("pakar menilai wajar, Halim Wira", None),
        ("pakar, hujan reda, Halim Wira", None),
        ("Ketua KPU Budi Anwar, Halim Wira", None),
    ],
)
def test_a_person_has_the_role_that_stands_beside_the_name(text: str, role: str | None) -> None:
    parties, _ = read(text)
    halim = next(party for party in parties.named if party.mention and party.mention.name == "Halim Wira")
    assert role_of(text, halim) == role


@pytest.mark.parametrize(
    "text", ["Ketua KPU Tirtasari, Halim Wira, datang", "Halim Wira, Manajer Zakat Dompet Kasih, datang"]
)
def test_what_stands_in_anothers_role_is_nobody(text: str) -> None:
    parties, _ = read(text)
    assert [party.mention and party.mention.name for party in parties.named] == ["Halim Wira"]


def test_a_name_behind_selaku_is_nobody() -> None:
    parties, _ = read("Halim Wira selaku Manajer Zakat Dompet Kasih datang")
    assert [party.mention and party.mention.name for party in parties.named] == ["Halim Wira"]


@pytest.mark.parametrize(
    ("text", "role", "is_pointed"),
    [
        ("seorang warga yang marah", "warga", False),
        ("petugas TPS menghitung cepat", "petugas TPS", False),
        ("sopir salah satu ketua partai", "sopir salah satu ketua partai", False),
        ("sumber di lingkaran calon, masalahnya bukan uang", "sumber di lingkaran calon", False),
        ("pemilik warung Siti Melati pulang", "pemilik warung", False),
        ("politikus senior itu pulang", "politikus senior", True),
        ("hujan reda", None, False),
        ("seorang", None, False),
    ],
)
def test_a_role_in_plain_words_ends_where_it_must(text: str, role: str | None, *, is_pointed: bool) -> None:
    parties, _ = read(text)
    party = parties.role_at(0)
    assert role_of(text, party) == role
    assert (party is not None and party.is_pointed) == is_pointed


def test_a_subjects_role_does_not_go_on_to_the_end_of_its_sentence() -> None:
    parties, text = read("Seorang porter tertawa lepas")
    assert role_of(text, parties.role_at(0, is_subject=True)) == "porter"
    assert role_of(text, parties.role_at(0)) == "porter"


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Ajudan bupati menambahkan", "Ajudan bupati"),
        ("Kemarin seorang penyidik menambahkan", "penyidik"),
        ("Ajudan yang marah menambahkan", None),
        ("Ajudan, hujan menambahkan", None),
        ("hujan menambahkan", None),
    ],
)
def test_a_role_in_plain_words_opens_its_clause(text: str, role: str | None) -> None:
    parties, _ = read(text)
    assert role_of(text, parties.role_before(len(next(sentences_in(text)).tokens) - 1)) == role
