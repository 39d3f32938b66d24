import pytest

from corpus.bylines import find_author, tidy_author


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("Penulis: Sekar Maheswari | Senin, 23 September 2024", "Sekar Maheswari"),
        ("Pewarta : Yayuk Pangestika", "Yayuk Pangestika"),
        ("Oleh Wahyu Laksono • 17:48 WIB", "Wahyu Laksono"),
        ("(Ditulis oleh Sekar bin Arum)", "Sekar bin Arum"),
        ("21 Juni 2025 | Reporter: Rina A.", "Rina A"),
        ("Laporan Harta Kekayaan Pejabat Negara", None),
        ("Ditulis oleh tim kami", None),
        ("Penulis: " + "Sekar " * 40, None),
    ],
)
def test_a_byline_names_the_author(line: str, author: str | None) -> None:
    assert find_author(["Beranda", line]) == author


def test_a_given_author_loses_the_label_before_the_name() -> None:
    assert tidy_author("Pewarta Budi  Santosa") == "Budi Santosa"
    assert tidy_author("") is None
    assert tidy_author(None) is None
