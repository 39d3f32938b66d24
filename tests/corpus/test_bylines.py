import pytest

from corpus.bylines import Signature, author_of_page, find_author, find_signature, tidy_author


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("Penulis: Sekar Maheswari | Senin, 23 September 2024", "Sekar Maheswari"),
        ("Pewarta : Yayuk Pangestika", "Yayuk Pangestika"),
        ("Oleh Wahyu Laksono • 17:48 WIB", "Wahyu Laksono"),
        ("(Ditulis oleh Sekar bin Arum)", "Sekar bin Arum"),
        ("21 Juni 2025 | Reporter: Rina A.", "Rina A"),
        ("Laporan Wartawan KabarTeluk.id, Sekar Arum", "Sekar Arum"),
        ("(Laporan Kontributor Kabar Teluk, Sekar Arum)", "Sekar Arum"),
        ("Teks oleh Sekar Arum · Minggu, 15 Desember 2024", "Sekar Arum"),
        ("Teks dan foto oleh Sekar Arum", "Sekar Arum"),
        ("Naskah: Sekar Arum", "Sekar Arum"),
        ("By Sekar Arum - Minggu, 15 Desember 2024", "Sekar Arum"),
        ("Oleh RANTI KUSUMA", "Ranti Kusuma"),
        ("Penulis: Sekar Arum Editor: Budi Santosa", "Sekar Arum"),
        ("Penulis: Sekar ArumEditor: Budi Santosa", "Sekar Arum"),
        ("Pewawancara: Sekar Arum", "Sekar Arum"),
        ("Ditulis: Sekar Arum", "Sekar Arum"),
        ("oleh Sekar Arum — Rabu, 13 November 2024", "Sekar Arum"),
        ("oleh Sekar Arum", "Sekar Arum"),
        ("oleh Sekar Arum yang meliput debat", None),
        ("oleh admin — Rabu, 13 November 2024", None),
        ("Penulis: Admin", None),
        ("Penulis: Tim Liputan", None),
        ("By Admin 1 - Minggu, 15 Desember 2024", None),
        ("Powered By Kabar Web", None),
        ("Laporan Harta Kekayaan Pejabat Negara", None),
        ("Ditulis oleh tim kami", None),
        ("Penulis: " + "Sekar " * 40, None),
    ],
)
def test_a_byline_names_the_author(line: str, author: str | None) -> None:
    assert find_author(["Beranda", line]) == author


@pytest.mark.parametrize(
    ("lines", "author"),
    [
        (["Sekar Arum", "Penulis"], "Sekar Arum"),
        (["Penulis:", "Sekar Arum"], "Sekar Arum"),
        (["Oleh", "Sekar binti Arum"], "Sekar binti Arum"),
        (["Penulis: Admin", "Reporter: Sekar Arum"], "Sekar Arum"),
        (["Tim Liputan", "Penulis"], None),
        (["Politik", "Penulis"], None),
        (["Penulis", "Politik"], None),
        (["Sekar Arum, Budi Santosa", "Penulis | Editor"], "Sekar Arum"),
        (["Budi Santosa / Sekar Arum", "Editor / Penulis"], "Sekar Arum"),
        (["Sekar Arum, Budi Santosa", "Penulis"], None),
        (["Sekar Arum, Budi Santosa", "Penulis | Politik"], None),
        (["Sekar Arum, Budi Santosa", "Editor | Fotografer"], None),
        (["Oleh", "tim kami"], None),
        (["Pemilik Toko Oleh-Oleh Keluhkan Sepinya Rombongan"], None),
    ],
)
def test_a_byline_may_stand_on_two_lines(lines: list[str], author: str | None) -> None:
    assert find_author(lines) == author


def test_a_given_author_loses_the_label_before_the_name() -> None:
    assert tidy_author("Pewarta Budi  Santosa") == "Budi Santosa"
    assert tidy_author("Sekar Arum, Budi Santosa Tim Redaksi") == "Sekar Arum, Budi Santosa"
    assert tidy_author("") is None
    assert tidy_author(None) is None


@pytest.mark.parametrize(
    ("line", "signature"),
    [
        ("Andi Saputra Rohman - detakNews", Signature("Andi Saputra Rohman", "detakNews")),
        ("Andi Saputra Rohman – Kabar Arunika", Signature("Andi Saputra Rohman", "Kabar Arunika")),
        ("Andi Saputra - Kamis, 28 Nov 2024 09:00 WIB", Signature("Andi Saputra", None)),
        ("Andi Saputra · Kamis, 28 Nov 2024 09:00", Signature("Andi Saputra", None)),
        ("Andi Saputra - detakLembayung", Signature("Andi Saputra", "detakLembayung")),
        ("Bandar Lampung - detakNews", None),
        ("Andi Saputra - Politik", None),
        ("Andi - detakNews", None),
        ("Tim Liputan - 9 November 2024", None),
        ("KPU Arunika buka pendaftaran - detakNews", None),
    ],
)
def test_a_signature_is_a_name_before_an_outlet_or_a_date(line: str, signature: Signature | None) -> None:
    assert find_signature(["Beranda", line]) == signature


@pytest.mark.parametrize(
    ("lines", "author"),
    [
        (["Sekar Arum", "Sabtu, 9 November 2024 | 22:41 WITA"], "Sekar Arum"),
        (["SEKAR ARUM", "9 November 2024"], "Sekar Arum"),
        (["Gaya Hidup", "9 November 2024"], None),
        (["Pilkada Serentak", "9 November 2024"], None),
        (["Kabar Arunika", "9 November 2024"], None),
        (["Lentera Alas", "9 November 2024"], None),
        (["Bandar Lampung", "9 November 2024"], None),
        (["Sekar Arum", "Bagikan"], None),
        (["Sekar Arum"], None),
    ],
)
def test_a_name_right_above_the_date_signs_an_article(lines: list[str], author: str | None) -> None:
    assert find_signature(lines, ["LENTERA ALAS"]) == (Signature(author, None) if author else None)


@pytest.mark.parametrize(
    ("text", "author"),
    [
        ("Penulis Sekar Arum", "Sekar Arum"),
        ("PT Kabar Arunika", None),
        ("Web Design; Developer", None),
        ("", None),
    ],
)
def test_the_author_of_a_page_is_a_person(text: str, author: str | None) -> None:
    assert author_of_page(text) == author
