import pytest

from index.reduplication import stem_hyphenated

STEMS = {
    "tokohnya": "tokoh",
    "berlari": "lari",
    "kebiruan": "biru",
    "memukul": "pukul",
    "menolong": "tolong",
    "pemilihan": "pilih",
    "setinggi": "tinggi",
    "bermain": "main",
}
LEXEMES = {"undang-undang", "kupu-kupu", "hati-hati", "sayur-mayur", "lari", "biru", "tinggi", "main"}


def stem(word: str) -> str:
    return STEMS.get(word, word)


@pytest.mark.parametrize(
    ("word", "wanted"),
    [
        ("tokoh-tokoh", "tokoh"),
        ("tokoh-tokohnya", "tokoh"),
        ("pemilihan-pemilihan", "pilih"),
        ("berlari-lari", "lari"),
        ("kebiru-biruan", "biru"),
        ("setinggi-tingginya", "tinggi"),
        ("memukul-mukul", "pukul"),
        ("tolong-menolong", "tolong"),
        ("bermain-main", "main"),
        ("main-bermain", "main"),
        ("arun-diarun", "arun"),
        ("siswa-siswi", "siswa"),
    ],
)
def test_a_repeated_word_comes_to_its_base(word: str, wanted: str) -> None:
    assert stem_hyphenated(word, stem, LEXEMES) == wanted


@pytest.mark.parametrize(
    ("word", "wanted"),
    [
        ("undang-undangnya", "undang-undang"),
        ("kupu-kupulah", "kupu-kupu"),
        ("berhati-hati", "hati-hati"),
        ("kehati-hatian", "hati-hati"),
        ("sayur-mayurnya", "sayur-mayur"),
    ],
)
def test_a_word_with_a_hyphen_of_its_own_keeps_it(word: str, wanted: str) -> None:
    assert stem_hyphenated(word, stem, LEXEMES) == wanted


@pytest.mark.parametrize(
    ("word", "wanted"),
    [
        ("se-arunika", "arunika"),
        ("pasca-pemilihan", "pilih"),
        ("kpk-nya", "kpk"),
        ("ber-ktp", "ktp"),
        ("tahun-an", "tahun"),
    ],
)
def test_an_affix_beside_a_hyphen_comes_off(word: str, wanted: str) -> None:
    assert stem_hyphenated(word, stem, LEXEMES) == wanted


@pytest.mark.parametrize(
    ("word", "wanted"),
    [
        ("pemilihan-berlari", "pilih-lari"),
        ("pro-kontra-pemilihan", "pro-kontra-pilih"),
        ("e-commerce", "e-commerce"),
        ("e-pemilihan", "e-pilih"),
    ],
)
def test_two_words_keep_both_stems(word: str, wanted: str) -> None:
    assert stem_hyphenated(word, stem, LEXEMES) == wanted
