import pytest

from corpus.people import Roster, Sighting

ROSTER = Roster(
    [
        Sighting("Sari Melati", "Ketua KPU", 10),
        Sighting("Anton Melati", None, 50),
        Sighting("Dewi Sari Melati", "Ketua", 90),
        Sighting("Darwis Lesmana", "Bupati Arunika", 120),
    ],
    {"mang uji": "Darwis Lesmana", "orang lain": "Tidak Ada"},
)


@pytest.mark.parametrize(
    ("name", "position", "full"),
    [
        ("Sari", 20, "Dewi Sari Melati"),
        ("Mang Darwis", 200, "Darwis Lesmana"),
        ("Darw", 200, "Darwis Lesmana"),
        ("Mana", 200, "Darwis Lesmana"),
        ("Da", 200, None),
        ("Ela", 200, None),
        ("Sari Melati", 20, "Dewi Sari Melati"),
        ("S. Melati", 20, "Dewi Sari Melati"),
        ("Anton", 60, "Anton Melati"),
        ("anton melati", 60, None),
        ("Melati", 60, "Anton Melati"),
        ("Lesmana", 0, "Darwis Lesmana"),
        ("Lesmana Darwis", 200, None),
        ("Mang Uji", 200, "Darwis Lesmana"),
        ("Orang Lain", 200, None),
        ("Kholid", 200, None),
    ],
)
def test_a_short_mention_finds_the_fullest_name(name: str, position: int, full: str | None) -> None:
    assert ROSTER.fullest(name, position) == full


def test_a_role_is_known_by_its_first_words() -> None:
    assert ROSTER.holder("Bupati", 200) == "Darwis Lesmana"
    assert ROSTER.holder("Gubernur", 200) is None


def test_words_may_stand_between_those_of_a_role() -> None:
    roster = Roster([Sighting("Sari Melati", "Ketua KPU Kabupaten Arunika", 1)], {})
    assert roster.holder("Ketua KPU Arunika", 9) is None
    assert roster.holder("Ketua KPU Arunika", 9, within=True) == "Sari Melati"
    assert roster.holder("KPU Arunika", 9, within=True) is None


def test_a_short_form_of_a_role_is_spelt_out() -> None:
    roster = Roster([Sighting("Sari Melati", "Sekretaris Daerah Arunika", 1)], {})
    assert roster.holder("Sekda", 9) == "Sari Melati"


def test_a_short_form_beside_its_words_is_told_once() -> None:
    roster = Roster([Sighting("Sari Melati", "Penjabat (Pj) Bupati Arunika", 1)], {})
    assert roster.holder("Pj Bupati Arunika", 9) == roster.holder("Pj. Bupati", 9) == "Sari Melati"


def test_a_namesake_is_who_was_named_last_before() -> None:
    roster = Roster([Sighting("Agus Wirya", None, 10), Sighting("Agus Utari Lestari", None, 50)], {})
    assert [roster.fullest("Agus", position) for position in (20, 60)] == ["Agus Wirya", "Agus Utari Lestari"]


def test_who_begins_alike_comes_before_who_was_named_last() -> None:
    roster = Roster([Sighting("Audi M. Wirya", None, 1), Sighting("Riama Audi Wirya", None, 9)], {})
    assert roster.fullest("Audi Wirya", 20) == "Audi M. Wirya"


@pytest.mark.parametrize(
    ("other", "full"),
    [
        ("Alce Woley", "Alce Wolley"),
        ("Alce Wolleys", "Alce Wolley"),
        ("Alce Worley", "Alce Wolley"),
        ("Alce Molley", "Alce Molley"),
        ("Alca Wolley", "Alca Wolley"),
        ("Alce Utari", "Alce Utari"),
    ],
)
def test_a_name_may_be_misspelt_by_a_letter(other: str, full: str) -> None:
    roster = Roster([Sighting(other, None, 1), *[Sighting("Alce Wolley", None, 9)] * 2], {})
    assert roster.fullest(other, 20) == full


def test_a_nickname_that_is_anothers_name_is_not_used() -> None:
    roster = Roster(
        [Sighting("Emil Wirya", None, 1), Sighting("Ridho Utari", None, 9)], {"emil": "Ridho Utari"}
    )
    assert roster.fullest("Emil", 20) == "Emil Wirya"


def test_a_nickname_of_two_words_is_known_by_its_last() -> None:
    roster = Roster(
        [Sighting("Tarmuji Sastra", None, 1), Sighting("Mang Uji", None, 9)], {"mang uji": "Tarmuji Sastra"}
    )
    assert roster.fullest("Uji", 20) == "Tarmuji Sastra"


def test_two_holders_of_a_role_are_nobody() -> None:
    roster = Roster(
        [Sighting("Sari Melati", "Anggota KPU", 1), Sighting("Dewi Anggun", "Anggota KPU", 9)], {}
    )
    assert roster.holder("Anggota KPU", 10) is None


def test_the_first_role_beside_a_name_is_kept() -> None:
    assert ROSTER.role_of("Sari Melati") == "Ketua KPU"
    assert ROSTER.role_of("Kholid") is None


def test_hundreds_of_namesakes_are_not_all_compared() -> None:
    roster = Roster([Sighting(f"Sari Nomor{number}", None, number) for number in range(500)], {})
    assert roster.fullest("Sari", 1000) == "Sari Nomor39"


@pytest.mark.parametrize(
    ("name", "full"),
    [
        ("Wolleyan", None),
        ("Ranisia", "Ranisa Akwagyiram"),
        ("Akwagiryam", "Ranisa Akwagyiram"),
        ("Akwagyram", "Ranisa Akwagyiram"),
        ("Akkwagyiram", "Ranisa Akwagyiram"),
        ("Akwamarin", None),
        ("Okwagyiram", None),
        ("Raniz", None),
    ],
)
def test_a_short_name_may_be_misspelt(name: str, full: str | None) -> None:
    roster = Roster([Sighting("Ranisa Akwagyiram", None, 1)], {})
    assert roster.fullest(name, 20) == full


@pytest.mark.parametrize(
    ("name", "full"), [("Budhi", "Bhudi Wirya"), ("Bhuda", None), ("Bhud", "Bhudi Wirya")]
)
def test_a_name_of_five_letters_is_misspelt_where_two_are_swapped(name: str, full: str | None) -> None:
    roster = Roster([Sighting("Bhudi Wirya", None, 1)], {})
    assert roster.fullest(name, 20) == full


def test_a_name_of_five_letters_may_be_spelt_by_its_sound() -> None:
    assert Roster([Sighting("Achmad Wirya", None, 1)], {}).fullest("Ahmad", 20) == "Achmad Wirya"


def test_nobody_is_misspelt_before_being_named() -> None:
    roster = Roster([Sighting("Ranisa Akwagyiram", None, 10)], {})
    assert roster.fullest("Akwagiryam", 5) is None


@pytest.mark.parametrize(
    ("other", "full"),
    [
        ("Alce Jonga", "Alce Djonga"),
        ("Alce DJONGA", "Alce Djonga"),
        ("Alce Djongamengatakan", "Alce Djonga"),
        ("Alce Djongatun", "Alce Djongatun"),
        ("Anwar Djongamengatakan", "Anwar Djongamengatakan"),
    ],
)
def test_one_person_is_written_in_two_ways(other: str, full: str) -> None:
    roster = Roster([Sighting(other, None, 9), *[Sighting("Alce Djonga", None, 1)] * 2], {})
    assert roster.fullest(other, 20) == full


def test_a_glued_name_is_not_the_right_one_although_it_is_more_frequent() -> None:
    sightings = [*[Sighting("Alce Djongadan", None, 9)] * 2, Sighting("Alce Djonga", None, 1)]
    assert Roster(sightings, {}).fullest("Alce Djongadan", 20) == "Alce Djonga"


@pytest.mark.parametrize(
    ("name", "full"),
    [("Gus Wirya", "Anwar Wirya"), ("Lalu Wirya", "Anwar Wirya"), ("Lalu Utari", "Lalu Utari")],
)
def test_a_form_of_address_or_an_opening_word_is_no_first_name(name: str, full: str) -> None:
    sightings = [Sighting("Anwar Wirya", None, 1), Sighting("Lalu Utari", None, 5), Sighting(name, None, 9)]
    assert Roster(sightings, {}).fullest(name, 20) == full


@pytest.mark.parametrize(("name", "full"), [("Ari", None), ("Sandi", "Sandiaga Wirya")])
def test_a_given_name_is_not_short_for_one_with_a_letter_more(name: str, full: str | None) -> None:
    roster = Roster([Sighting("Budi Arie", None, 1), Sighting("Sandiaga Wirya", None, 5)], {})
    assert roster.fullest(name, 20) == full


@pytest.mark.parametrize(
    ("sighted", "full"),
    [("Wahyuni", "Wahyuni"), ("Sari Wahyuni", "Sari Wahyuni"), ("Hayunita", None), ("PDIPYuni", None)],
)
def test_a_given_name_is_short_for_one_that_ends_with_it(sighted: str, full: str | None) -> None:
    assert Roster([Sighting(sighted, None, 1)], {}).fullest("Yuni", 20) == full


def test_a_long_given_name_may_stand_inside_a_longer_one() -> None:
    assert Roster([Sighting("Hidayatulloh", None, 1)], {}).fullest("Dayat", 20) == "Hidayatulloh"


@pytest.mark.parametrize(
    ("role", "full"), [("Istri bupati", "Effendi Wirya"), (None, "Astita Effendi Wirya")]
)
def test_a_wife_is_not_her_husband(role: str | None, full: str) -> None:
    sightings = [Sighting("Effendi Wirya", None, 1), Sighting("Astita Effendi Wirya", role, 9)]
    assert Roster(sightings, {}).fullest("Effendi Wirya", 20) == full


@pytest.mark.parametrize(
    ("other", "full"),
    [
        ("Wirya Sapandia", "Wirya Sapandaria"),
        ("Wirya Sandaria", "Wirya Sandaria"),
        ("Wirya Sapanda", "Wirya Sapanda"),
        ("Darwis Sapandia", "Darwis Sapandia"),
    ],
)
def test_a_name_may_lack_two_letters_in_its_midst(other: str, full: str) -> None:
    roster = Roster([Sighting("Wirya Sapandaria", None, 1), Sighting(other, None, 9)], {})
    assert roster.fullest(other, 20) == full


def test_of_two_spellings_that_are_as_frequent_the_longer_counts() -> None:
    roster = Roster([Sighting("Tari Mahrdika", None, 1), Sighting("Tari Mahardika", None, 9)], {})
    assert roster.fullest("Tari Mahrdika", 20) == "Tari Mahardika"


@pytest.mark.parametrize(
    ("role", "position", "full"),
    [
        ("Ketua KPU", 9, "Surya Utari"),
        (None, 9, "Wirya Surya Utari"),
        ("Ketua KPU", 0, "Wirya Surya Utari"),
    ],
)
def test_who_is_introduced_is_no_namesake_named_later_in_passing(
    role: str | None, position: int, full: str
) -> None:
    sightings = [Sighting("Surya Utari", role, 1), Sighting("Wirya Surya Utari", None, position)]
    assert Roster(sightings, {}).fullest("Surya Utari", 20) == full
