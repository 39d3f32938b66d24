from pathlib import Path

import pytest

from index.equivalents import (
    SPELLING,
    Form,
    Joins,
    Row,
    folding,
    read_equivalents,
    spelling_folds,
)
from index.errors import EquivalentsError
from index.stemming import stem
from index.tokenization import plain, tokenize

SHIPPED = read_equivalents()
FOLDS = spelling_folds(SHIPPED)
stem_folded = folding(stem, FOLDS)
JOINS = Joins.of(SHIPPED, stem_folded)


def joined(text: str) -> list[str]:
    surfaces = tokenize(text).surfaces
    stems = [None if word == "yang" else stem_folded(plain(word)) for word in surfaces]
    return [join.solid for join in JOINS.find(stems, surfaces)]


def read_added(folder: Path, text: str) -> tuple[Row, ...]:
    added = folder / "mine.tsv"
    added.write_text(text, encoding="utf-8")
    return read_equivalents(added)[len(SHIPPED) :]


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("himbau", "imbau"),
        ("himbauan", "imbauan"),
        ("menghimbau", "mengimbau"),
        ("nopember", "november"),
        ("pebruari", "februari"),
        ("agt", "agustus"),
        ("propinsi", "provinsi"),
        ("kab", "kabupaten"),
        ("jum'at", "jumat"),
        ("praktek", "praktik"),
        ("prakteknya", "praktik"),
        ("merubah", "mengubah"),
        ("mensosialisasikan", "menyosialisasikan"),
        ("jogja", "yogyakarta"),
        ("survey", "survei"),
        ("hoax", "hoaks"),
        ("perpu", "perppu"),
        ("kec", "kecamatan"),
        ("nadhlatul", "nahdlatul"),
    ],
)
def test_spellings_of_a_word_have_one_stem(word: str, other: str) -> None:
    assert stem_folded(plain(word)) == stem_folded(plain(other))


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("kpu", "bawaslu"),
        ("wali", "walikota"),
        ("undang", "undang-undang"),
        ("pemilu", "pilkada"),
        # A market town, a faculty, a customs form and initials.
        ("kemis", "kamis"),
        ("feb", "februari"),
        ("peb", "februari"),
        ("nop", "november"),
    ],
)
def test_other_words_keep_stems_of_their_own(word: str, other: str) -> None:
    assert stem_folded(word) != stem_folded(other)


def test_folding_twice_is_folding_once() -> None:
    assert set(FOLDS) & set(FOLDS.values()) == set()


@pytest.mark.parametrize(
    ("text", "solids"),
    [
        ("Wali Kota Arunika", ["walikota"]),
        ("wakil wali kotanya", ["walikota"]),
        ("walikota", []),
        ("bertanggung jawab atas kerja sama", ["tanggungjawab", "kerjasama"]),
        ("Undang Undang Dasar", ["undang-undang"]),
        ("e KTP, PDI P", ["ektp", "pdip"]),
        ("Al Qur'an", ["alquran"]),
        ("undang undang undang undang", ["undang-undang", "undang-undang"]),
        ("wali kota wali", ["walikota"]),
        ("wali yang kota", []),
        ("orang", []),
        ("suara", []),
        ("", []),
    ],
)
def test_words_side_by_side_have_their_spelling_as_one_word_too(text: str, solids: list[str]) -> None:
    assert joined(text) == solids


def test_a_function_word_inside_a_join_counts_by_its_surface_form(tmp_path: Path) -> None:
    rows = read_added(tmp_path, "hutanyang\tspelling\thutan yang\tboth\n")
    joins = list(Joins.of(rows, str).find(["hutan", None], ["hutan", "yang"]))
    assert [(join.first, join.length, join.solid) for join in joins] == [(0, 2, "hutanyang")]


def test_the_longest_of_two_joins_is_taken(tmp_path: Path) -> None:
    rows = read_added(
        tmp_path, "satudua\tspelling\tsatu dua\tboth\nsatuduatiga\tspelling\tsatu dua tiga\tboth\n"
    )
    words = ["satu", "dua", "tiga"]
    assert [join.solid for join in Joins.of(rows, str).find(words, words)] == ["satuduatiga"]


def test_the_shipped_list_is_large_and_says_each_thing_once() -> None:
    rows = [(row.canonical, row.kind, row.variants) for row in SHIPPED]
    assert len(rows) == len(set(rows)) > 500


def test_a_form_that_means_two_things_is_called_ambiguous_wherever_it_stands() -> None:
    ambiguous = {form for row in SHIPPED for form in row.ambiguous}
    sure = [
        (row.origin, form)
        for row in SHIPPED
        if row.kind != SPELLING
        for form in row.forms
        if form in ambiguous and form not in row.ambiguous
    ]
    assert sure == []


def test_an_acronym_of_one_word_that_stands_for_two_names_is_ambiguous() -> None:
    names: dict[Form, set[str]] = {}
    for row in SHIPPED:
        for form in row.forms:
            if row.kind == "acronym" and len(form) == 1 and form not in row.ambiguous:
                names.setdefault(form, set()).add(row.origin)
    assert {form: origins for form, origins in names.items() if len(origins) > 1} == {}


def test_a_file_of_the_users_adds_lines(tmp_path: Path) -> None:
    (row,) = read_added(
        tmp_path,
        "# Arunika\n\nKPK Arunika\tacronym\tkomite pemuda kreatif|KPKA\tnarrow\tKPKA\talso a shop\n",
    )
    assert row == Row(
        canonical=("kpk", "arunika"),
        kind="acronym",
        variants=(("komite", "pemuda", "kreatif"), ("kpka",)),
        narrow=True,
        ambiguous=frozenset({("kpka",)}),
        note="also a shop",
        origin=f"{tmp_path / 'mine.tsv'}:3",
    )


def test_two_ways_to_write_the_same_words_are_one_form(tmp_path: Path) -> None:
    (row,) = read_added(tmp_path, "nurulhaq\tspelling\tnurul haq|nurul-haq|Nurul Ha'q\tboth\n")
    assert row.variants == (("nurul", "haq"),)


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("kpu acronym komisi", "write canonical, kind, variants and direction"),
        ("a\tacronym\tb\tboth\t\t\tmore", "write canonical, kind, variants and direction"),
        ("a\tabbreviation\tb\tboth", "'abbreviation' is no kind: write one of acronym, blend"),
        ("a\tacronym\tb\tone way", "'one way' is no direction: write one of both, narrow"),
        ("a\tacronym\tb||c\tboth", "'' holds no word"),
        ("!\tacronym\tb\tboth", "'!' holds no word"),
        ("kpu\tacronym\tKPU\tboth", "the variants are the canonical form itself"),
        ("a\tacronym\tb\tboth\tc", "'c' is called ambiguous but is no form"),
        ("rumah toko\tspelling\trumah-kedai\tboth", "a spelling folds both ways"),
        ("ruko\tspelling\truku\tnarrow", "a spelling folds both ways"),
        ("ruko\tspelling\truku\tboth\truku", "a spelling folds both ways"),
        ("bulan sebelas\tspelling\tnopember\tboth", "'nopember' is a spelling in equivalents.tsv:"),
    ],
)
def test_a_line_that_makes_no_sense_is_named_with_its_file_and_the_way_out(
    tmp_path: Path, line: str, sentence: str
) -> None:
    with pytest.raises(EquivalentsError) as caught:
        read_added(tmp_path, f"# mine\n{line}\n")
    assert str(caught.value).startswith(f"{tmp_path / 'mine.tsv'}:2: ")
    assert sentence in str(caught.value)


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(EquivalentsError, match=r"none\.tsv cannot be read .*: check the path"):
        read_equivalents(tmp_path / "none.tsv")
    latin = tmp_path / "latin.tsv"
    latin.write_bytes(b"caf\xe9\tsynonym\twarung\tboth\n")
    with pytest.raises(EquivalentsError, match=r"latin\.tsv is not UTF-8: save it as UTF-8"):
        read_equivalents(latin)
