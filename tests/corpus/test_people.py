import pytest

from corpus.people import Roster, Sighting

ROSTER = Roster(
    [
        Sighting("Sari Melati", "Ketua KPU", 10),
        Sighting("Anton Melati", None, 50),
        Sighting("Dewi Sari Melati", None, 90),
        Sighting("Darwis Lesmana", "Bupati Arunika", 120),
    ],
    {"mang uji": "Darwis Lesmana", "orang lain": "Tidak Ada"},
)


@pytest.mark.parametrize(
    ("name", "position", "full"),
    [
        ("Sari", 20, "Dewi Sari Melati"),
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
