import pytest

from corpus.attribution import attribute


@pytest.mark.parametrize(
    ("body", "speakers"),
    [
        (
            "Ekonom Mari Elka Lesmana menilai sawah subur. “Sawah itu subur,” tegas Mari.",
            ["Mari Elka Lesmana"],
        ),
        (
            "Sekretaris Aminuddin Wirya menyebut sawah subur. “Itu sudah lama,” ujar Amin.",
            ["Aminuddin Wirya"],
        ),
        (
            "Ekonom Mari Elka Lesmana menilai sawah subur. “Sawah itu subur,” tegas Mari kepada petani.",
            ["Mari Elka Lesmana"],
        ),
        ("“Sawah itu sudah subur,” kata Amin, Rabu. Amin, kata warga.", ["Amin"]),
        (
            "Hadir pengacara Muslim Jaya Wirya. “Sawah itu subur,” ujar Muslim kepada wartawan.",
            ["Muslim Jaya Wirya"],
        ),
        # alone a common word stays one
        ("Pupuk sudah tiba. “Sawah itu sudah subur,” kata Panel di Lembayung.", []),
        ("Pupuk sudah tiba. “Sawah itu sudah subur,” kata Panel.", []),
        ("Dewan Pengawas Arunika rapat. “Sawah itu sudah subur,” kata Dewan Pengawas.", []),
    ],
)
def test_a_common_word_is_a_name_where_it_speaks_alone_and_begins_a_longer_one(
    body: str, speakers: list[str]
) -> None:
    assert list(dict.fromkeys(quote.speaker for quote in attribute(body) if quote.speaker)) == speakers


@pytest.mark.parametrize(
    ("body", "speakers"),
    [
        (
            "Mantan Gubernur Abdul Gani Wirya (AGW) datang. “Sawah itu subur,” ungkap AGW.",
            ["Abdul Gani Wirya"],
        ),
        ("Abdul Gani Wirya (ABC) datang. “Sawah itu subur,” ungkap ABC.", []),
        ("Bandara Abdul Gani Wirya (AGW) dibuka. “Sawah itu subur,” ungkap AGW.", []),
        ("Komisi Sawah Subur (KSS) rapat. “Sawah itu subur,” ungkap KSS.", []),
    ],
)
def test_initials_behind_a_name_mean_that_person(body: str, speakers: list[str]) -> None:
    assert list(dict.fromkeys(quote.speaker for quote in attribute(body) if quote.speaker)) == speakers
