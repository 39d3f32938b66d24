"""What the words of a query mean."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.query import And, Phrase, Word
from search.senses import Sense, grouped, runs, scattered, senses


def of(text: str) -> tuple[Sense, ...]:
    return senses([Word(each) for each in text.split()])


def ways(text: str) -> list[tuple[str, set[str]]]:
    """Return what each sense was typed as, and its ways: stems joined by +, phrases in quotation marks."""
    return [
        (
            sense.text,
            {"+".join(way) for way in sense.stems} | {f'"{" ".join(phrase)}"' for phrase in sense.phrases},
        )
        for sense in of(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("memilih debat", [("memilih", {"pilih"}), ("debat", {"debat"})]),
        ("Kabupaten/Arunika", [("kabupaten", {"kabupaten"}), ("arunika", {"arunika"})]),
        # Written apart, joined or with a hyphen.
        ("bertanggung jawab", [("bertanggung jawab", {"tanggungjawab"})]),
        ("anak-anak", [("anak-anak", {"anak"})]),
        ("undang undang", [("undang undang", {"undang-undang", "uu"})]),
        ("COVID-19", [("covid-19", {"covid19", "covid+19"})]),
        ("pasca-debat", [("pasca", {"pasca"}), ("debat", {"debat"})]),
        ("pascadebat", [("pascadebat", {"debat+pasca"})]),
        ("se-Arunika", [("arunika", {"arunika"})]),
        ("KPU-nya", [("kpu", {"kpu", '"komisi pemilihan umum"'})]),
        # Acronyms and what they stand for, either typed.
        ("kpu", [("kpu", {"kpu", '"komisi pemilihan umum"'})]),
        (
            "komisi pemilihan umum arunika",
            [
                (
                    "komisi pemilihan umum",
                    {"komisi+pilih+umum", "kpu", '"komisi pemilihan umum"'},
                ),
                ("arunika", {"arunika"}),
            ],
        ),
        ("walikota", [("walikota", {"walikota", "walkot"})]),
        ("wali kota serang", [("wali kota", {"walikota", "walkot"}), ("serang", {"serang"})]),
        # A phrase that holds another way whole finds nothing more.
        ("e-KTP", [("e-ktp", {"ektp", "ktp", '"kartu tanda penduduk"'})]),
        # A part that means more than its word is looked for by itself.
        ("anti-KPU", [("anti", {"anti"}), ("kpu", {"kpu", '"komisi pemilihan umum"'})]),
        # A function word inside belongs to it.
        (
            "terstruktur sistematis dan masif",
            [
                (
                    "terstruktur sistematis dan masif",
                    {
                        "struktur+sistematis+masif",
                        "tsm",
                        '"terstruktur sistematis masif"',
                        '"terstruktur sistematis dan masif"',
                    },
                )
            ],
        ),
        # What means several things is not widened.
        ("ppk", [("ppk", {"ppk"})]),
        ("yang di", [("yang", set()), ("di", set())]),
        ("yang-mana", [("yang", set()), ("mana", set())]),
        ("", []),
    ],
)
def test_words_have_these_senses(text: str, expected: list[tuple[str, set[str]]]) -> None:
    assert ways(text) == expected


def test_a_long_form_is_found_in_all_spellings_of_its_words() -> None:
    (sense,) = of("wakil wali kota")
    assert {("wakil", "wali", "kota"), ("wakil", "walikota")} <= {*sense.phrases, *sense.printed}


def test_what_a_stem_finds_is_marked_whole_though_it_is_not_looked_for() -> None:
    (sense,) = of("ektp")
    assert ("ktp", "elektronik") in sense.printed
    assert ("e", "ktp") in set(sense.apart)
    assert (sense.worth, of("komisi pemilihan umum")[0].worth, of("yang")[0].worth) == (1, 3, 0)


@pytest.mark.parametrize(
    ("typed", "text", "is_said"),
    [
        ("kpu", "Komisi Pemilihan Umum menetapkan", True),
        ("kpu", "komisi umum pemilihan", False),
        ("komisi pemilihan umum", "komisi itu dipilih untuk umum", True),
        ("komisi pemilihan umum", "komisi umum", False),
        ("wali kota", "walikota", True),
        ("walikota", "wali dari kota", False),
        ("anak-anak", "anak", True),
        ("yang", "siapa yang datang", True),
        ("yang", "siapa datang", False),
    ],
)
def test_a_text_says_a_sense_in_one_of_its_ways(typed: str, text: str, is_said: bool) -> None:  # noqa: FBT001
    assert of(typed)[0].is_said_in(text) is is_said


def test_words_side_by_side_are_a_run() -> None:
    wali, kota, phrase = Word("wali"), Word("kota"), Phrase("wali kota")
    assert list(runs([wali, kota, phrase, wali])) == [(wali, kota), phrase, (wali,)]
    assert list(runs([])) == []


def test_words_of_one_sense_are_grouped() -> None:
    nodes = [Word(each) for each in ("ketua", "wali", "kota/kabupaten", "yang", "kpu")]
    ketua, wali, kota, yang, kpu = nodes
    assert list(grouped(nodes)) == [ketua, And((wali, kota)), yang, kpu]
    phrase = Phrase("wali kota")
    assert list(grouped([wali, phrase, kota])) == [wali, phrase, kota]


def test_a_stem_is_scattered_unless_it_is_wanted_for_itself() -> None:
    assert scattered(of("komisi pemilihan umum")) == dict.fromkeys(
        ("komisi", "pilih", "umum"), frozenset({"kpu", "komisi pemilihan umum"})
    )
    assert set(scattered(of("komisi pemilihan umum yang umum"))) == {"komisi", "pilih"}
    assert scattered(of("pascadebat")) == {}


PARTS = [
    "wali",
    "kota",
    "e-KTP",
    "anti-KPU",
    "kpu",
    "komisi",
    "pemilihan",
    "umum",
    "yang",
    "anak-anak",
    "dan",
]


@given(st.lists(st.sampled_from([*PARTS, "se-Arunika", "/", "wali-kota", "undang", "KPU-KPU", "KPU-nya"])))
def test_senses_cover_the_words_in_order_and_apart(words: list[str]) -> None:
    found = senses([Word(word) for word in words])
    ends = [0, *(sense.first + sense.length for sense in found)]
    assert all(end <= sense.first for end, sense in zip(ends, found, strict=False))
    assert all((sense.surface is None) == bool(sense.stems) for sense in found)
    groups = list(grouped([Word(word) for word in words]))
    flat = [each for group in groups for each in (group.nodes if isinstance(group, And) else (group,))]
    assert flat == [Word(word) for word in words]
    # Read by themselves, the groups mean what they mean together.
    apart = [
        sense.stems
        for group in groups
        for sense in senses(group.nodes if isinstance(group, And) else (group,))  # type: ignore[arg-type]
    ]
    assert apart == [sense.stems for sense in found]
