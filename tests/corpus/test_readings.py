"""A fact check is read without its heads, and a report that it prints in full like any text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.attribution import attribute, speakers_of
from corpus.claims import claims_in
from corpus.readings import reading_of

DATELINE = "Arunika, KABARTELUK.com – "
REPORT = "Bupati Saraswati Hutabalian membantah isu itu. “Tidak benar,” kata Saraswati di Lembah Wetan."


def speakers(body: str) -> list[str]:
    reading = reading_of(body)
    return list(speakers_of(attribute(reading.text, claims_in(body, reading.text), title=reading.headlines)))


@pytest.mark.parametrize(
    "opening",
    [
        "PENJELASAN (1) https://kabar.id/1, “",
        "PENJELASAN (1) https://kabar.id/1 KABAR TELUK: “",
        "Referensi: (1) https://kabar.id/1 KABAR TELUK: “Bupati Ucapkan Selamat Oleh: Tara W. " + DATELINE,
        "PENJELASAN Sudah dijelaskan: “Sabtu 23 September 2017, 06:40 WIB Bupati Angkat Bicara " + DATELINE,
        "PENJELASAN “",
        "====== KATEGORI Klarifikasi ====== PENJELASAN: “",
        "REFERENSI (1) https://kabar.id/1 TELUK: “Bupati Sebut Isu Salah Tara Wirya 1 April 2018 21:40 WIB ",
        "REFERENSI (1) https://kabar.id/1 Teluk TV: “Pidato Bupati Published on Aug 9, 2018 ",
    ],
)
def test_the_words_of_a_reprint_are_read_without_its_mark_and_headline(opening: str) -> None:
    assert speakers(f"{opening}{REPORT}” ====== Sumber: https://kabar.id/2") == ["Saraswati Hutabalian"]


def test_a_summary_in_marks_above_the_heads_is_plain_text() -> None:
    body = f"“{REPORT}” KATEGORI Klarifikasi. ====== NARASI “Bupati Darwis Lesmana mengatakan dana habis.”"
    assert speakers(body) == ["Saraswati Hutabalian"]


@pytest.mark.parametrize(
    "body",
    [
        "PENJELASAN Akun Damar (https://fb.id/1): “Bupati Darwis Lesmana mengatakan dana habis.”",
        "PENJELASAN https://fb.id/1, facebook.com/damar: “Bupati Darwis Lesmana mengatakan dana habis.”",
        "PENJELASAN https://x.id/1, @damar: “Bupati Darwis Lesmana mengatakan dana habis.”",
        "NARASI https://kabar.id/1, “Bupati Darwis Lesmana mengatakan dana habis.” PENJELASAN Itu salah.",
    ],
)
def test_the_post_of_an_account_is_no_reprint(body: str) -> None:
    assert speakers(body) == []


def test_a_mark_with_a_speaker_behind_its_partner_opens_a_quotation() -> None:
    body = "PENJELASAN https://kabar.id/1, “Dana desa belum habis,” kata Bupati Saraswati Hutabalian, Senin."
    assert "“Dana desa belum habis,”" in reading_of(body).text
    assert speakers(body) == ["Saraswati Hutabalian"]


def test_the_sentences_of_a_masthead_are_left_to_a_text_without_one() -> None:
    body = "PENJELASAN https://kabar.id/1, “Sawah kering. Warga pergi — Bupati diam.”"
    assert "Sawah kering. Warga pergi — Bupati diam." in reading_of(body).text


@pytest.mark.parametrize(
    "body",
    [
        "NARASI: Dana habis. PENJELASAN: AKBP Sari Melati yang dikonfirmasi menjelaskan itu hoaks.",
        "Kategori: BERITA ===== Sari Melati, dosen Universitas Arunika, menjelaskan kabar itu hoaks.",
        "Berikut kutipan artikelnya: KABARTELUK.COM, Arunika – Sari Melati menjelaskan kabar itu hoaks.",
        "Beredar gambar seperti di bawah ini : Menanggapi kabar itu, Sari Melati menjelaskan itu hoaks.",
    ],
)
def test_heads_rows_of_signs_and_pictures_end_sentences(body: str) -> None:
    assert speakers(body) == ["Sari Melati"]


def test_the_headlines_of_reprints_tell_full_names() -> None:
    body = (
        "REFERENSI https://kabar.id/1, “Sari Melati Bantah Isu "
        + DATELINE
        + "“Tidak benar,” kata Sari. Habis.”"
    )
    assert reading_of(body).headlines == "Sari Melati Bantah Isu Arunika, KABARTELUK.com –"
    assert speakers(body) == ["Sari Melati"]


@given(
    st.lists(
        st.sampled_from(
            [
                "PENJELASAN",
                ": ",
                "“",
                "”",
                "\n",
                "https://a.id/1, ",
                " = = = ",
                "=====",
                "06:40 WIB ",
                " – ",
                "Sari ",
            ]
        ),
        max_size=30,
    ).map("".join)
)
def test_a_reading_keeps_the_length_and_the_lines(body: str) -> None:
    reading = reading_of(body)
    assert len(reading.text) == len(body)
    assert [place for place, sign in enumerate(body) if sign == "\n"] == [
        place for place, sign in enumerate(reading.text) if sign == "\n"
    ]
