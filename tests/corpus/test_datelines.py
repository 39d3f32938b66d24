from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.datelines import find_dateline

_LEAD = "Partai Embun resmi berdiri."
_PARTY = ("kabararunika.id", None, "Teluk Perak", _LEAD)


@pytest.mark.parametrize(
    ("opening", "host", "name", "place", "rest"),
    [
        (
            "LENTERAARUNIKA.COM, Lembayung- Penjabat Gubernur",
            "lenteraarunika.com",
            None,
            "Lembayung",
            "Penjabat Gubernur",
        ),
        ("LEMBAYUNG, LENTERAARUNIKA.COM – Komisi", "lenteraarunika.com", None, "Lembayung", "Komisi"),
        ("Hitzarunika-Penjabat (Pj) Gubernur", None, "Hitzarunika", None, "Penjabat (Pj) Gubernur"),
        ("Kabarteluk-Laporan dana kampanye", None, "Kabarteluk", None, "Laporan dana kampanye"),
        ("KOMPAS.com - Ketua", "kompas.com", None, None, "Ketua"),
        ("JAKARTA, KOMPAS — Presiden", None, "KOMPAS", "Jakarta", "Presiden"),
        ("JAKARTA, KOMPAS.com -- Ketua", "kompas.com", None, "Jakarta", "Ketua"),
        ("TEMPO.CO, Jakarta - Ketua", "tempo.co", None, "Jakarta", "Ketua"),
        ("Liputan6.com, Jakarta -Harga", "liputan6.com", None, "Jakarta", "Harga"),
        ("TRIBUN-ARUNIKA.COM,- Sosok", "tribun-arunika.com", None, None, "Sosok"),
        ("Jakarta (ANTARA) - Ketua", None, "ANTARA", "Jakarta", "Ketua"),
        ("Lembayung (Pewarta Arunika) - KPU", None, "Pewarta Arunika", "Lembayung", "KPU"),
        ("JAKARTA - Ketua", None, None, "Jakarta", "Ketua"),
        ("Bandung – Ketua", None, None, "Bandung", "Ketua"),
        ("JAKARTA-Penyidik", None, None, "Jakarta", "Penyidik"),
        ("TELUK PERAK - Ketua", None, None, "Teluk Perak", "Ketua"),
        ("Lembayung - Ketua KPU", None, None, "Lembayung", "Ketua KPU"),
        ("Jakarta", None, None, "Jakarta", ""),
        ("JAKARTA- Ketua", None, None, "Jakarta", "Ketua"),
        ("JAKARTA. Kalangan perbankan", None, None, "Jakarta", "Kalangan perbankan"),
        ("KABARARUNIKA.ID - JAKARTA. Ketua", "kabararunika.id", None, "Jakarta", "Ketua"),
        ("JAKARTA - KABARARUNIKA.ID - Ketua", "kabararunika.id", None, "Jakarta", "Ketua"),
        ("BATAM, KABARARUNIKA.ID: Ketua", "kabararunika.id", None, "Batam", "Ketua"),
        ("KabarArunika.id, JakartaSaksikan debat", "kabararunika.id", None, "Jakarta", "Saksikan debat"),
        (
            "KabarArunika.id, Jakarta Ketua KPU membuka rapat.",
            "kabararunika.id",
            None,
            "Jakarta",
            "Ketua KPU membuka rapat.",
        ),
        (
            "KabarArunika.id, Tanjung PinangKetua KPU membuka rapat.",
            "kabararunika.id",
            None,
            "Tanjung Pinang",
            "Ketua KPU membuka rapat.",
        ),
        ("VIVA – Ketua", None, "VIVA", None, "Ketua"),
        ("RMOL. Ketua", None, "RMOL", None, "Ketua"),
        ("Merdeka.com - Ketua", "merdeka.com", None, None, "Ketua"),
        ("bisnis.com, JAKARTA - Ketua", "bisnis.com", None, "Jakarta", "Ketua"),
        ("KABARARUNIKA.ID | Lembayung – Debat", "kabararunika.id", None, "Lembayung", "Debat"),
        ("KABARARUNIKA.ID- Teluk Perak, Partai Embun resmi berdiri.", *_PARTY),
        ("KABARARUNIKA.ID - Jakarta, Partai Embun resmi berdiri.", "kabararunika.id", None, "Jakarta", _LEAD),
        ("KALIBAYA, ArunikaKini - Dua guru", None, "ArunikaKini", "Kalibaya", "Dua guru"),
        ("POS-ARUNIKA, JAKARTA - Ketua", None, "POS-ARUNIKA", "Jakarta", "Ketua"),
        ("JAKARTA, BANDUNG - Ketua", None, None, "Jakarta", "Ketua"),
        ("TRIBUNARUNIKA, BUKIT PERAK - Ketua", None, "TRIBUNARUNIKA", "Bukit Perak", "Ketua"),
        ("Lembayung, Provinsi Arunika (ANTARA) - Ketua", None, "ANTARA", "Lembayung", "Ketua"),
    ],
)
def test_a_dateline_gives_outlet_and_place_and_is_measured(
    opening: str, host: str | None, name: str | None, place: str | None, rest: str
) -> None:
    found = find_dateline(opening)
    assert found
    assert (found.host, found.name, found.place) == (host, name, place)
    assert opening[found.length :] == rest


@pytest.mark.parametrize(
    ("opening", "place", "rest"),
    [
        ("Nusa Laut, 7 November 2024. Bawaslu Arunika", "Nusa Laut", "Bawaslu Arunika"),
        ("Nusa Laut, 7 November 2024 – Bawaslu", "Nusa Laut", "Bawaslu"),
        ("NUSA LAUT (7/11/2024) - Rahmat", "Nusa Laut", "Rahmat"),
        ("Lembayung, Kamis (7/11/2024) - Ketua KPU", "Lembayung", "Ketua KPU"),
        ("Jakarta, Kamis, 7 November 2024: Rahmat", "Jakarta", "Rahmat"),
    ],
)
def test_a_press_release_opens_with_place_and_day(opening: str, place: str, rest: str) -> None:
    found = find_dateline(opening)
    assert found
    assert (found.place, found.published, opening[found.length :]) == (place, date(2024, 11, 7), rest)


@pytest.mark.parametrize(
    "opening",
    [
        "Kamis, 7 November 2024. Bawaslu Arunika bersidang.",
        "Rahmat Hidayat, 7 November 2024. Ia dilantik di Lembayung.",
        "Nusa Laut, 7 November 2024 menjadi saksi rapat itu.",
        "Di Lembayung, 7 November 2024. Ketua KPU membuka rapat.",
        "Darwis-Wulan menang di empat kabupaten, kata KPU.",
        "Darwis - Wulan menang di empat kabupaten.",
        "Ketua-Wakil Ketua DPRD dilantik.",
        "Ketua - Wakil Ketua dilantik.",
        "KPU-Bawaslu menandatangani kesepakatan.",
        "KPU - Bawaslu menandatangani kesepakatan.",
        "INFO NASIONAL - Ketua MPR membuka acara.",
        "Ketua KPU Arunika Rahmat Wiradikarta – yang hadir – membuka acara.",
        "Baru-baru ini KPU mengumumkan jadwal.",
        "“Kami siap,” katanya.",
        "KPU. Bawaslu. DKPP.",
        "Darwis. Ia datang.",
        "DARWIS. Ia datang.",
        "KabarArunika.id, Lembayung Pusat kegiatan",
        "KabarArunika.id, Jakarta melaporkan hal itu.",
        "Radar Alas, Randu Alas yang mendata pemilih.",
        "Randu Alas, Radar Alas yang mendata pemilih.",
        "",
        "- Satu",
    ],
)
def test_what_only_looks_like_a_dateline_is_left_alone(opening: str) -> None:
    assert find_dateline(opening) is None


@pytest.mark.parametrize(
    "opening",
    [
        "Randu Alas, Radar Alas — Ketua",
        "RANDU ALAS, RADAR ALAS - Ketua",
        "Radar Alas, Randu Alas — Ketua",
        "Radar Alas | Randu Alas – Ketua",
        "Randu Alas | Radar Alas – Ketua",
        "RADAR ALAS, RANDU ALAS - Ketua",
    ],
)
def test_a_name_that_the_page_bears_stands_beside_the_place(opening: str) -> None:
    found = find_dateline(opening, names=["RADAR ALAS"])
    assert found
    assert ((found.name or "").title(), found.place) == ("Radar Alas", "Randu Alas")
    assert opening[found.length :] == "Ketua"


def test_the_kind_of_paper_may_be_left_out_of_its_name() -> None:
    found = find_dateline("Kota Perak, Gaung Arunika – Pengadilan", names=["Harian Gaung Arunika"])
    assert found
    assert (found.name, found.place) == ("Gaung Arunika", "Kota Perak")


@pytest.mark.parametrize(
    "rest", ["Budi Santosa, Partai Embun resmi berdiri.", "Jakarta, Bandung, dan Medan hujan."]
)
def test_a_name_before_a_comma_is_no_place_of_itself(rest: str) -> None:
    found = find_dateline(f"KABARARUNIKA.ID - {rest}")
    assert found
    assert found.place is None


def test_a_name_that_comes_again_in_the_text_is_no_outlet() -> None:
    opening = "Darwis-Ketua KPU berdebat soal syarat calon."
    assert find_dateline(opening, f"{opening}\nDarwis menolak.") is None
    assert find_dateline(
        "Hitzarunika-Ratusan warga antre.", "Hitzarunika-Ratusan warga antre.\nHingga siang."
    )


def test_a_word_that_the_text_has_in_small_letters_opens_a_lead() -> None:
    found = find_dateline(
        "Hitzarunika-Nelayan mengeluh.", "Hitzarunika-Nelayan mengeluh.\nPara nelayan menunggu."
    )
    assert found
    assert found.name == "Hitzarunika"


@given(st.text(max_size=120))
def test_any_paragraph_is_searched_without_failing(paragraph: str) -> None:
    found = find_dateline(paragraph)
    assert found is None or 0 < found.length <= len(paragraph)
