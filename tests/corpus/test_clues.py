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
