"""What of a role tells whose it is."""

import pytest

from index.offices import office_of, role_words, subjects


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Pj Gubernur Arunika", "Penjabat (Pj) Gubernur Arunika"),
        ("Mantan Wali Kota Lembayung", "walikota Lembayung"),
        ("Menkes", "Menteri Kesehatan RI"),
        ("Calon Bupati Arunika nomor urut 2", "calon bupati Arunika"),
        ("Ketum Partai Suara", "Ketua Umum Partai Suara"),
    ],
)
def test_roles_are_compared_spelled_out(one: str, other: str) -> None:
    assert role_words(one) == role_words(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Gubernur Arunika", "Wakil Gubernur Arunika"),
        ("Bupati Arunika", "Calon Bupati Arunika"),
        ("Ketua KPU RI", "Ketua KPU"),
    ],
)
def test_other_offices_stay_others(one: str, other: str) -> None:
    assert role_words(one) != role_words(other)


@pytest.mark.parametrize(
    ("role", "is_office"),
    [
        ("Pj Gubernur Arunika", True),
        ("Ketua KPU Arunika", True),
        ("Ketua KPU RI", True),
        ("Presiden", True),
        ("Anggota Bawaslu Lembayung", True),
        ("Ketua KPU", False),
        ("Ketua", False),
        ("Ketua Umum", False),
        ("Kepala Dinas", False),
        ("Anggota Komunitas Sepeda", False),
        ("warga setempat", False),
        ("artis", False),
        ("", False),
        (None, False),
    ],
)
def test_an_office_is_one_persons_with_its_place_or_organisation(
    role: str | None,
    is_office: bool,  # noqa: FBT001
) -> None:
    assert (office_of(role) is not None) is is_office


def test_subjects_are_places_and_organisations() -> None:
    offices = [office for role in ("Gubernur Arunika", "Ketua Umum PSSI") if (office := office_of(role))]
    assert subjects(offices) == {"arunika", "pssi"}
