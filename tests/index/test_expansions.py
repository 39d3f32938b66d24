from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.equivalents import SPELLING, Form, folding, read_equivalents, spelling_folds
from index.expansions import Expansions, Match
from index.stemming import stem
from index.tokenization import tokenize

SHIPPED = read_equivalents()
EXPANSIONS = Expansions.of(SHIPPED, folding(stem, spelling_folds(SHIPPED)))


def found(text: str) -> tuple[Match, ...]:
    return EXPANSIONS.find(tokenize(text).surfaces)


def printed(matches: Sequence[Match]) -> set[str]:
    return {
        " ".join(spelling)
        for match in matches
        for alternative in match.alternatives
        for spelling in alternative.spellings
    }


@pytest.mark.parametrize(
    ("query", "alternatives"),
    [
        ("KPU", {"komisi pemilihan umum"}),
        ("komisi pemilihan umum", {"kpu"}),
        ("pilkadanya", {"pemilihan kepala daerah", "pemilukada"}),
        ("KPU-nya", {"komisi pemilihan umum"}),
        ("pemilihan kepala daerahnya", {"pilkada", "pemilukada"}),
        ("pemilihan wali kota", {"pilwalkot", "pilwali", "pilwakot"}),
        ("pemilihan walikota", {"pilwalkot", "pilwali", "pilwakot"}),
        ("walkot", {"wali kota", "walikota"}),
        ("wawali", {"wakil wali kota", "wakil walikota", "wawalkot"}),
        ("UU", {"undang undang"}),
        ("rancangan undang-undang", {"ruu"}),
        ("rancangan undang undang", {"ruu"}),
        ("PDI-P", {"pdi perjuangan", "partai demokrasi indonesia perjuangan"}),
        ("pdip", {"pdi perjuangan", "partai demokrasi indonesia perjuangan"}),
        ("e-KTP", {"ktp", "kartu tanda penduduk", "ktp elektronik", "ktp el"}),
        ("caleg", {"calon anggota legislatif", "calon legislatif"}),
        ("paslon", {"pasangan calon"}),
        ("plt", {"pelaksana tugas"}),
        ("terstruktur, sistematis, dan masif", {"tsm", "terstruktur sistematis masif"}),
        ("hoax", {"berita bohong", "kabar bohong", "berita palsu"}),
        ("serangan fajar", {"politik uang"}),
        ("sips", {"sistem informasi penyelesaian sengketa"}),
        ("dpp", {"dewan pimpinan pusat", "dewan pengurus pusat"}),
    ],
)
def test_a_name_finds_its_other_names(query: str, alternatives: set[str]) -> None:
    assert printed(found(query)) == alternatives


@pytest.mark.parametrize(
    "query",
    [
        "pemilih",
        "pelaksanaan tugas",  # the doing of a task is no acting official
        "pemimpin pusat",
        "memilih umum",
        "komisi umum pemilihan",
        "papua",  # its old name finds it, not the other way round
        "panitia pemilihan kecamatan",  # ppk means something else as well
        "tim kampanye daerah",  # and so do tkd and kpi
        "komisi penyiaran indonesia",
        "",
    ],
)
def test_what_only_looks_like_a_name_finds_nothing_else(query: str) -> None:
    assert found(query) == ()


@pytest.mark.parametrize("query", ["ppk", "PPK", "kip", "amin", "sara", "pbb", "lsi", "ma"])
def test_an_ambiguous_word_is_left_alone_and_says_so(query: str) -> None:
    (match,) = found(query)
    assert match.alternatives == ()
    assert match.withheld


def test_no_alternative_is_ambiguous() -> None:
    assert not printed(found("badan pemeriksa keuangan pejabat pembuat komitmen mahkamah agung")) & {
        "bpk",
        "ppk",
        "ma",
    }


def test_an_ambiguous_word_in_a_known_phrase_is_part_of_it() -> None:
    assert printed(found("KIP Aceh")) == {"komisi independen pemilihan aceh"}


@pytest.mark.parametrize(
    ("query", "stretches"),
    [
        ("ketua komisi pemilihan umum arunika", ["komisi pemilihan umum"]),
        ("komisi pemilihan umum daerah", ["komisi pemilihan umum daerah"]),
        ("pilkada wali kota", ["pilkada", "wali kota"]),
        ("calon wakil wali kota arunika", ["calon wakil wali kota"]),
        ("capres-cawapres", ["capres", "cawapres"]),
        ("sidang mk", ["mk"]),
    ],
)
def test_the_longest_stretch_is_matched(query: str, stretches: list[str]) -> None:
    words = tokenize(query).surfaces
    assert [" ".join(words[match.first : match.first + match.length]) for match in found(query)] == stretches


def test_each_alternative_says_why() -> None:
    (match,) = found("komisi pemilihan umum")
    (alternative,) = match.alternatives
    assert alternative.words == ("kpu",)
    assert (alternative.row.canonical, alternative.row.kind) == (("kpu",), "acronym")
    assert alternative.row.origin.startswith("equivalents.tsv:")


def test_an_alternative_of_one_folded_word_is_told_from_a_phrase() -> None:
    (match,) = found("walkot")
    (alternative,) = match.alternatives
    assert alternative.words == ("walikota",)
    assert alternative.spellings == (("wali", "kota"), ("walikota",))


def test_a_line_of_the_users_settles_what_an_ambiguous_word_means(tmp_path: Path) -> None:
    added = tmp_path / "mine.tsv"
    added.write_text("ppk\tacronym\tpanitia pemilihan kecamatan\tboth\n", encoding="utf-8")
    (match,) = Expansions.of(read_equivalents(added), stem).find(["ppk"])
    assert [alternative.words for alternative in match.alternatives] == [
        ("panitia", "pemilihan", "kecamatan")
    ]
    assert len(match.withheld) == 2


def test_a_name_is_looked_for_as_it_is_printed(tmp_path: Path) -> None:
    added = tmp_path / "mine.tsv"
    added.write_text("kma\tname\tJa'far Lembayung\tboth\n", encoding="utf-8")
    expansions = Expansions.of(read_equivalents(added), stem)
    assert printed(expansions.find(["kma"])) == {"ja'far lembayung"}
    assert printed(expansions.find(["jafar", "lembayung"])) == {"kma"}


def test_two_rows_that_say_the_same_give_one_alternative(tmp_path: Path) -> None:
    added = tmp_path / "mine.tsv"
    added.write_text("komisi pemilihan umum\tsynonym\tkpu|kapeu\tboth\n", encoding="utf-8")
    (match,) = Expansions.of(read_equivalents(added), stem).find(["kpu"])
    assert [alternative.words for alternative in match.alternatives] == [
        ("komisi", "pemilihan", "umum"),
        ("kapeu",),
    ]


def test_forms_that_fold_to_the_same_words_are_no_alternatives(tmp_path: Path) -> None:
    added = tmp_path / "mine.tsv"
    added.write_text("walikota arunika\tname\twali kota arunika\tboth\n", encoding="utf-8")
    assert printed(Expansions.of(read_equivalents(added), stem).find(["walikota", "arunika"])) == set()


WORDS = sorted({word for row in SHIPPED for form in row.forms for word in form} | {"arunika", "dan"})


@given(st.lists(st.sampled_from(WORDS), max_size=12))
def test_matches_stand_in_order_within_the_query(words: list[str]) -> None:
    after = 0
    for match in EXPANSIONS.find(words):
        assert after <= match.first
        after = match.first + match.length
        assert match.length > 0
    assert after <= len(words)


def test_every_sure_variant_of_the_shipped_list_finds_its_canonical_form() -> None:
    lost = [
        (row.origin, variant)
        for row in SHIPPED
        if row.kind != SPELLING and row.canonical not in row.ambiguous
        for variant in row.variants
        if variant not in row.ambiguous and not _finds(variant, row.canonical)
    ]
    assert lost == []


def _finds(form: Form, other: Form) -> bool:
    matches = EXPANSIONS.find(form)
    words = EXPANSIONS.words_of(other)
    return any(
        match.length == len(form) and words in [alternative.words for alternative in match.alternatives]
        for match in matches
    )
