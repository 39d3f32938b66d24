from concurrent.futures import ThreadPoolExecutor
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

import index.stemming
from index.stemming import IndonesianStemmer, Lexicon, indonesian_stemmer, read_lexicon, stem, stems

LETTERS = st.text(alphabet=st.characters(categories=["Ll"]), min_size=1, max_size=20)
TABLES = ("stem_exceptions.tsv", "stem_nasals.tsv")


def rows(name: str) -> list[list[str]]:
    text = (files("index") / "data" / name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if not line.startswith("#")]


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("memilih dipilih pemilih pemilihan pemilihannya terpilih keterpilihan pilihlah", "pilih"),
        ("menyapu disapu penyapu", "sapu"),
        ("mengebom pengeboman dibom", "bom"),
        ("memperbarui diperbarui pembaruan terbaru", "baru"),
        ("ketidakadilan keadilan mengadili pengadilan", "adil"),
        ("mempertanggungjawabkan pertanggungjawaban", "tanggungjawab"),
        ("diperjualbelikan", "jualbeli"),
        ("sebesar-besarnya membesarkan terbesar", "besar"),
        ("berlari-lari pelari", "lari"),
        ("menghimbau himbauan", "himbau"),
        ("mengimbau imbauan", "imbau"),
        ("mengatakan dikatakan katakan perkataan katanya", "kata"),
        ("mengawal pengawalan dikawal", "kawal"),
        ("mengawali diawali", "awal"),
        ("menyerang penyerangan serang", "serang"),
        ("perundang-undangan undang-undangnya", "undang-undang"),
        ("berpengalaman mengalami dialami", "alami"),
        ("mengumumkan diumumkan pengumumannya", "pengumuman"),
        ("antikorupsi korupsi", "korupsi"),
        ("mencoblos nyoblos nyoblosnya pencoblosan", "coblos"),
        ("mengurus ngurus ngurusin diurusin", "urus"),
        ("mencuci nyuci dicuciin", "cuci"),
        ("menasehati nasehat penasehat", "nasehat"),
        ("memperbarui diperbaharui pembaharuan baru", "baru"),
        ("itulah itupun itu", "itu"),
    ],
)
def test_the_words_of_a_family_share_a_stem(words: str, wanted: str) -> None:
    assert set(stems(words.split())) == {wanted}


NAMES = "megawati dimyati baswedan prabowo sutarmidji kediri bekasi pekalongan mentawai abdullah setiawan"


@pytest.mark.parametrize("name", NAMES.split())
def test_a_name_is_never_turned_into_a_word(name: str) -> None:
    assert stem(name) == name
    assert stem(name + "nya") == name


@pytest.mark.parametrize(
    "token", ["01", "2024", "1.250.000", "c1", "jum'at", "e-ktp2", "", "-", "a--b", "rp1"]
)
def test_what_is_not_letters_stays_as_it_is(token: str) -> None:
    assert stem(token) == token


@pytest.mark.parametrize(
    ("word", "wanted"),
    [
        ("mengxeroksikan", "xeroksi"),  # looks affixed
        ("arunikanya", "arunika"),
        ("arunikai", "arunikai"),  # does not
        ("memmengolahkan", "memmengolahkan"),  # what is left would be stemmed on
        ("dxi", "dxi"),
    ],
)
def test_an_unknown_word_is_cut_only_where_it_looks_affixed(word: str, wanted: str) -> None:
    assert IndonesianStemmer(Lexicon(frozenset(), frozenset(), {}, {})).stem(word) == wanted


def test_an_unknown_word_is_never_cut_to_a_known_one() -> None:
    lexicon = Lexicon(frozenset(), frozenset({"xeroksi"}), {}, {})
    assert IndonesianStemmer(lexicon).stem("mengxeroksikan") == "mengxeroksikan"


def test_the_stem_of_an_exception_holds_for_what_is_derived_from_it() -> None:
    lexicon = Lexicon(frozenset({"adu"}), frozenset(), {"aduan": "keluhan"}, {})
    stemmer = IndonesianStemmer(lexicon)
    assert stemmer.stems(["aduannya", "adu", "mengadu", "keluhan"]) == ["keluhan", "adu", "adu", "keluhan"]


@given(st.text(max_size=30))
def test_any_text_has_a_stem(text: str) -> None:
    assert bool(stem(text)) == bool(text)


@pytest.mark.parametrize("piece", ["nya", "anti", "memper", "di-", "seke"])
def test_a_word_without_end_is_stemmed_in_no_time(piece: str) -> None:
    assert stem(piece * 1_000)


@given(LETTERS)
def test_a_stem_is_its_own_stem(word: str) -> None:
    assert stem(stem(word)) == stem(word)


@given(
    st.sampled_from(sorted(read_lexicon().roots)),
    st.sampled_from(["di", "meng", "ke", "ber", "ter", "pe", ""]),
    LETTERS,
)
def test_a_stem_of_a_known_root_with_anything_round_it_is_its_own_stem(
    root: str, prefix: str, rest: str
) -> None:
    word = prefix + root.replace("-", "") + rest
    assert stem(stem(word)) == stem(word)


@given(st.lists(LETTERS))
def test_a_batch_gives_what_single_words_give(words: list[str]) -> None:
    assert stems(words) == [stem(word) for word in words]


def test_threads_get_the_same_stems() -> None:
    words = [f"meng{root}kan" for root in sorted(read_lexicon().roots)[:500]] + ["mengxeroksikan"]
    stemmer = IndonesianStemmer(read_lexicon())
    with ThreadPoolExecutor(4) as pool:
        batches = list(pool.map(stemmer.stems, [words] * 4))
    assert batches == [stems(words)] * 4


def test_the_cache_is_emptied_when_it_is_full(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index.stemming, "CACHED_WORDS", 2)
    stemmer = IndonesianStemmer(read_lexicon())
    assert stemmer.stems(["memilih", "dipilih", "pemilih", "memilih"]) == ["pilih"] * 4


def test_roots_are_their_own_stems_unless_an_exception_says_otherwise() -> None:
    lexicon = read_lexicon()
    assert [root for root in lexicon.roots - lexicon.exceptions.keys() if stem(root) != root] == []


def test_exceptions_lead_to_words_that_lead_no_further() -> None:
    exceptions = read_lexicon().exceptions
    assert [wanted for wanted in exceptions.values() if exceptions.get(wanted, wanted) != wanted] == []


def test_nasal_choices_lead_to_known_roots() -> None:
    lexicon = read_lexicon()
    assert set(lexicon.nasal_choices.values()) <= lexicon.roots | lexicon.exceptions.keys()


def test_no_name_is_a_root_too() -> None:
    lexicon = read_lexicon()
    assert lexicon.names & (lexicon.roots | lexicon.exceptions.keys()) == set()


@pytest.mark.parametrize("name", TABLES)
def test_each_row_has_its_reason_and_each_word_one_row(name: str) -> None:
    words = [row[0] for row in rows(name)]
    assert len(words) == len(set(words))
    assert [row for row in rows(name) if len(row) != 3 or not all(row)] == []


def test_the_roots_are_lower_case_letters() -> None:
    odd = [
        word
        for word in read_lexicon().roots | read_lexicon().names
        if not word.replace("-", "").isalpha() or not word.islower()
    ]
    assert odd == []


def test_the_process_has_one_stemmer() -> None:
    assert indonesian_stemmer() is indonesian_stemmer()
