import pytest

from corpus.clues import Clues, gather_clues
from corpus.runs import runs_in
from corpus.sentences import sentences_in


def clues(body: str) -> Clues:
    return gather_clues([(sentence, runs_in(sentence.tokens)) for sentence in sentences_in(body)])


def test_words_in_lower_case_are_plain() -> None:
    assert {"hujan", "reda"} <= clues("Kemarin hujan reda").plain


def test_places_follow_a_place_head_a_preposition_or_a_local_body() -> None:
    found = clues("Di Kabupaten Tirtasari dan di Lembayung. KPU Arunika hadir di Randu Alas.")
    assert found.places == {"tirtasari", "lembayung", "arunika"}
    assert found.place_names == {("randu", "alas")}


def test_a_place_of_two_words_is_known_by_its_first() -> None:
    assert clues("Warga Kabupaten Lubuk Sirih Made datang.").place_names == {("lubuk", "sirih")}


def test_what_two_names_behind_different_heads_begin_with_is_a_place() -> None:
    assert clues(
        "Ketua KPU Provinsi Samudra Jati Wirahadi hadir. Bupati Samudra Jati Darwis pulang."
    ).place_names == {("samudra", "jati")}
    assert "wanarandu" in clues("Bupati Wanarandu Sari hadir. Camat Wanarandu Melati pulang.").places


@pytest.mark.parametrize(
    "body",
    [
        "Bupati Wirahadi Tumanggor hadir. Bupati Wirahadi Yusran Tumanggor pulang.",
        "Bupati Wirahadi Tumanggor hadir. Camat Wirahadi Tumanggor Yusran pulang.",
        "Bupati Wirahadi Yusran hadir. Camat Wirahadi Tumanggor pulang. Kemarin Wirahadi Yusran tiba.",
        "Bupati Sari Melati hadir. Camat Sari Wirya pulang.",
    ],
)
def test_names_that_begin_alike_tell_no_place(body: str) -> None:
    found = clues(body)
    assert (found.places, found.place_names) == (set(), set())


def test_a_firm_is_no_person_though_it_speaks() -> None:
    found = clues("PT Sagara Nusantara merugi. Kemarin Sagara mengatakan siap.")
    assert ("sagara" in found.places, found.speakers) == (True, set())
    assert clues("PT Sagara Agro Lestari Tbk merugi.").place_names == {("sagara", "agro", "lestari")}
    assert clues("Direktur PT Sagara Sari Melati pulang.").place_names == set()
    assert clues("PT Sari Makmur merugi. PT Wirya Utama merugi. Kemarin Wirya Kusuma pulang.").places == set()


def test_a_news_agency_is_no_person() -> None:
    found = clues("Menurut kantor berita Sagara, kapal itu tiba. Kemarin kantor berita Sagara menyebut siap.")
    assert ("sagara" in found.places, found.speakers) == (True, set())


def test_who_is_called_so_speaks() -> None:
    assert "opik" in clues("Seorang siswa bernama Opik datang.").speakers


def test_who_speaks_is_no_place() -> None:
    found = clues("KPU Sukardi hadir. Kata Sukardi siap.")
    assert found.places == set()
    assert found.quoted == found.speakers == {"sukardi"}


def test_a_name_alone_before_a_reporting_verb_speaks() -> None:
    found = clues("Kemarin Melati juga mengatakan siap. Kemarin Darwis pulang.")
    assert found.speakers == {"melati"}
    assert found.quoted == set()


def test_longer_names_are_kept_by_their_first_word() -> None:
    found = clues("Kemarin Sari Melati pulang.")
    assert (found.openers, found.phrases) == ({"sari"}, {("sari", "melati")})


def test_the_place_of_the_dateline_is_one() -> None:
    assert gather_clues([], "KALIBAYA").places == {"kalibaya"}
    assert gather_clues([], "Pasir Intan").place_names == {("pasir", "intan")}


def test_a_ticket_tells_a_full_name() -> None:
    assert clues("Tim Pemenangan Rahmat Wirya-Darwis menang.").tickets == {"Rahmat Wirya"}
    assert clues("Tim Rahmat-Darwis menang.").tickets == set()


def test_a_site_is_no_person() -> None:
    assert "lumbung" not in clues("Situs Lumbung mengajak warga.").speakers
