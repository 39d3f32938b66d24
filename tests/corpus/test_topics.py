import pytest

from corpus.sentences import sentences_in
from corpus.topics import (
    first_own_word,
    is_addressed,
    is_described,
    is_event,
    is_passive,
    is_person,
    names_other,
)


@pytest.mark.parametrize("text", ["Langkah Sari", "Pencalonan Sari", "Mundurnya Sari", "Kehadiran Sari"])
def test_an_event_stands_right_before_whom_it_is_about(text: str) -> None:
    assert is_event(next(sentences_in(text)).tokens[0])


@pytest.mark.parametrize("text", ["Langkah, Sari", "Kemudian Sari", "Sebelumnya Sari", "Warga Sari"])
def test_other_words_before_a_name_are_no_event(text: str) -> None:
    assert not is_event(next(sentences_in(text)).tokens[0])


@pytest.mark.parametrize(
    ("word", "person"), [("saksi", True), ("dia", True), ("sosok", True), ("hasil", False)]
)
def test_a_word_may_mean_somebody(word: str, *, person: bool) -> None:
    assert is_person(next(sentences_in(word)).tokens[0]) == person


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Jadi saya dengar begitu", 1),
        ("Nggak ada cara lain", 0),
        ("Nggak cuma itu", 3),
        ("Pelantun Maafkan Aku datang", 4),
        ("Semua siap", 2),
    ],
)
def test_somebodys_own_words_show_in_a_sentence_without_marks(text: str, place: int) -> None:
    assert first_own_word(next(sentences_in(text)).tokens) == place


@pytest.mark.parametrize(
    ("text", "passive"),
    [
        ("Sari juga dilantik", True),
        ("Sari tertawa", False),
        ("Sari didampingi Darwis", False),
        ("Sari saat dilantik", False),
        ("Sari kini juga", False),
    ],
)
def test_what_is_done_to_somebody_is_not_done_by_them(text: str, *, passive: bool) -> None:
    assert is_passive(next(sentences_in(text)).tokens, 1) == passive


@pytest.mark.parametrize(
    ("behind", "described"),
    [
        ("sendiri merupakan guru", True),
        ("tetap menjabat ketua", True),
        ("juga adalah guru", True),
        ("datang", False),
        ("", False),
    ],
)
def test_words_behind_a_name_may_say_no_more_than_who_that_is(behind: str, *, described: bool) -> None:
    tokens = next((sentence.tokens for sentence in sentences_in(behind)), ())
    assert is_described(tokens, 0) == described


@pytest.mark.parametrize(("text", "addressed"), [("Mas Sari tiba", True), ("Sari tiba", False)])
def test_somebody_who_speaks_names_others_by_a_form_of_address(text: str, *, addressed: bool) -> None:
    tokens = next(sentences_in(text)).tokens
    assert is_addressed(tokens, 0) == addressed
    assert not is_addressed(tokens, len(tokens))


@pytest.mark.parametrize(
    ("said", "other"),
    [("Sari memang keras", True), ("Saya Sari", False), ("Sari-Darwis menang", False), ("Ayo", False)],
)
def test_a_quotation_may_name_who_does_not_say_it(said: str, *, other: bool) -> None:
    assert names_other(said, {"Sari"}) == other
