import pytest

from corpus import lexicon
from corpus.characters import ascii_apostrophes
from corpus.lexicon import classify, known_names, place_phrases, role_short_forms


@pytest.mark.parametrize(
    ("word", "bit"),
    [
        ("Ketua", lexicon.ROLE),
        ("logistik", lexicon.ROLE_WORD),
        ("Kapolda", lexicon.LOCAL_OFFICE),
        ("Bawaslu", lexicon.ORGANISATION),
        ("Yayasan", lexicon.OPEN_ORGANISATION),
        ("Kabupaten", lexicon.PLACE_HEAD),
        ("Jum’at", lexicon.CALENDAR),
        ("ujarnya", lexicon.CLITIC_CUE),
        ("disampaikannya", lexicon.CLITIC_CUE),
        ("menegaskan", lexicon.ACTIVE_CUE),
        ("M.Si", lexicon.DEGREE),
        ("DPRD", lexicon.ACRONYM),
        ("CekHoaks", lexicon.ORGANISATION),
        ("AL", lexicon.ORGANISATION),
        ("Keterlambatan", lexicon.ROLE_WORD),
        ("Mengacu", lexicon.PLAIN),
        ("X-nya", lexicon.PLAIN),
        ("Wadirtipikor", lexicon.ROLE),
        ("Dirdik", lexicon.ROLE),
        ("DilansirdetikNews", lexicon.ORGANISATION),
        ("Wahyudaryono", lexicon.GIVEN_NAME),
        ("Sariningsih", lexicon.GIVEN_NAME),
        ("Wiryadi", lexicon.GIVEN_NAME),
    ],
)
def test_a_word_is_known_for_what_it_may_be(word: str, bit: int) -> None:
    assert classify(word)[1] & bit


@pytest.mark.parametrize("word", ["Munawar", "Kurniawan", "McDowell", "MD"])
def test_a_name_is_nothing_else(word: str) -> None:
    assert classify(word)[1] & ~(lexicon.CAPITAL | lexicon.GIVEN_NAME) == 0


def test_a_doubled_word_is_plain() -> None:
    assert classify("Anak-anak")[1] & lexicon.PLAIN
    assert classify("Undang-undangnya")[1] & lexicon.PLAIN
    assert not classify("Al-Badrani")[1] & lexicon.PLAIN


def test_apostrophes_are_folded() -> None:
    assert {ascii_apostrophes(f"Nu{mark}aim") for mark in "’‘`ʼ'"} == {"Nu'aim"}


def test_longer_places_come_first() -> None:
    lengths = [len(words) for words in place_phrases()["aceh"]]
    assert lengths == sorted(lengths, reverse=True)
    assert ("aceh",) in place_phrases()["aceh"]


def test_short_names_stand_for_full_ones() -> None:
    assert all(short == short.lower() and " " in full for short, full in known_names().items())


@pytest.mark.parametrize(
    ("word", "bit"),
    [
        ("SpOG", lexicon.DEGREE),
        ("SpB-KBD", lexicon.DEGREE),
        ("MHKes", lexicon.DEGREE),
        ("Sp.P", lexicon.DEGREE),
        ("Sp.PD-KGEH", lexicon.DEGREE),
        ("Warta.id", lexicon.ORGANISATION),
        ("Kabar.co.id", lexicon.ORGANISATION),
        ("Kanal7", lexicon.ORGANISATION),
        ("Disnakertrans", lexicon.ORGANISATION),
        ("Kemenparekraf", lexicon.ORGANISATION),
        ("jubir", lexicon.RELATION),
        ("spokesperson", lexicon.RELATION),
        ("Lubuk", lexicon.PLACE_OPENER),
    ],
)
def test_a_word_is_known_by_its_form_or_its_list(word: str, bit: int) -> None:
    assert classify(word)[1] & bit


@pytest.mark.parametrize("word", ["Speed", "Disa", "Mas", "DiMaggio"])
def test_forms_that_look_alike_are_told_apart(word: str) -> None:
    assert classify(word)[1] & (lexicon.ORGANISATION | lexicon.DEGREE) == 0


def test_short_forms_of_roles_are_spelt_out() -> None:
    assert role_short_forms()["sekda"] == "sekretaris daerah"


@pytest.mark.parametrize("word", ["Rasulullah", "Ushuluddin", "wahyudaryono", "Sawahlunto"])
def test_an_ending_does_not_make_every_word_a_name(word: str) -> None:
    assert not classify(word)[1] & lexicon.GIVEN_NAME
