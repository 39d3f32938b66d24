import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.affixes import NASAL_RULES, PREFIXES, VOWELS
from index.morphology import Morphology, endings

WORDS = st.text(alphabet="abdegiklmnprstuwy", max_size=24)


def read(word: str, *roots: str, **nasal_choices: str) -> str | None:
    best = Morphology(frozenset(roots), nasal_choices).best(word)
    return best and best.root


@pytest.mark.parametrize(
    ("word", "root"),
    [
        ("membawa", "bawa"),
        ("memfitnah", "fitnah"),
        ("memilih", "pilih"),
        ("memroses", "proses"),
        ("memproses", "proses"),
        ("memakan", "makan"),
        ("mencari", "cari"),
        ("mendengar", "dengar"),
        ("menolak", "tolak"),
        ("menikah", "nikah"),
        ("mentransfer", "transfer"),
        ("menyapu", "sapu"),
        ("menyanyi", "nyanyi"),
        ("menyontek", "contek"),
        ("mensyukuri", "syukur"),
        ("mengambil", "ambil"),
        ("mengirim", "kirim"),
        ("menggugat", "gugat"),
        ("mengkritik", "kritik"),
        ("mengrusak", "rusak"),
        ("melihat", "lihat"),
        ("merasa", "rasa"),
        ("mewakili", "wakil"),
        ("meyakini", "yakin"),
        ("mengebom", "bom"),
        ("pengeboman", "bom"),
        ("mengecat", "cat"),
        ("mengetes", "tes"),
    ],
)
def test_the_nasal_gives_back_what_it_hides(word: str, root: str) -> None:
    assert read(word, root) == root


@pytest.mark.parametrize(
    ("word", "root"),
    [
        ("berenang", "renang"),
        ("bekerja", "kerja"),
        ("belajar", "ajar"),
        ("pelajaran", "ajar"),
        ("pembelajaran", "ajar"),
        ("mempelajari", "ajar"),
        ("terasa", "rasa"),
        ("tepercaya", "percaya"),
        ("perawatan", "rawat"),
        ("berangkat", "angkat"),
    ],
)
def test_ber_per_and_ter_lose_their_r(word: str, root: str) -> None:
    assert read(word, root) == root


@pytest.mark.parametrize(
    ("word", "root"),
    [
        ("ngambil", "ambil"),
        ("ngirim", "kirim"),
        ("nyari", "cari"),
        ("nyapu", "sapu"),
        ("ngajarin", "ajar"),
        ("laporin", "lapor"),
        ("dilaporin", "lapor"),
        ("memukulin", "pukul"),
    ],
)
def test_speech_has_the_nasal_alone_and_a_suffix_of_its_own(word: str, root: str) -> None:
    assert read(word, root) == root


@pytest.mark.parametrize(("word", "root"), [("nanda", "tanda"), ("mari", "pari"), ("terlaporin", "lapor")])
def test_speech_is_read_only_where_little_else_looks_like_it(word: str, root: str) -> None:
    assert read(word, root) is None


@pytest.mark.parametrize(
    ("word", "root", "prefixes", "suffix"),
    [
        ("dipilih", "pilih", ("di",), ""),
        ("pemilihan", "pilih", ("peN",), "an"),
        ("petugas", "tugas", ("pe",), ""),
        ("memperbarui", "baru", ("meN", "per"), "i"),
        ("diperjualbelikan", "jualbeli", ("di", "per"), "kan"),
        ("mempertanggungjawabkan", "tanggungjawab", ("meN", "per"), "kan"),
        ("ketidakadilan", "adil", ("ke", "tidak"), "an"),
        ("ketidakterbukaan", "buka", ("ke", "tidak", "ter"), "an"),
        ("keterpilihan", "pilih", ("ke", "ter"), "an"),
        ("kepemimpinan", "pimpin", ("ke", "peN"), "an"),
        ("keberhasilan", "hasil", ("ke", "ber"), "an"),
        ("berpendidikan", "didik", ("ber", "peN"), "an"),
        ("menyamaratakan", "samarata", ("meN",), "kan"),
        ("mengesampingkan", "samping", ("meN", "ke"), "kan"),
        ("memberlakukan", "laku", ("meN", "ber"), "kan"),
        ("sepengetahuan", "tahu", ("se", "peN", "ke"), "an"),
        ("seharian", "hari", ("se",), "an"),
        ("terpenuhi", "penuh", ("ter",), "i"),
        ("kucari", "cari", ("ku",), ""),
        ("kautemukan", "temu", ("kau",), "kan"),
        ("pascapemilihan", "pilih", ("pasca", "peN"), "an"),
    ],
)
def test_affixes_are_taken_off_in_their_order(
    word: str, root: str, prefixes: tuple[str, ...], suffix: str
) -> None:
    best = Morphology(frozenset({root}), {}).best(word)
    assert best is not None
    assert (best.root, best.prefixes, best.suffix) == (root, prefixes, suffix)


@pytest.mark.parametrize(
    "word", ["pilihnya", "pilihlah", "pilihkanlah", "pilihannyalah", "pilihanku", "pilihanmu", "pilihankah"]
)
def test_clitics_and_particles_come_off_outside_the_suffix(word: str) -> None:
    assert read(word, "pilih") == "pilih"


@pytest.mark.parametrize(
    "word", ["beri", "dipilihlah", "kepilihkan", "berpilihi", "tidakpilih", "pilihlahnya", "perdipilih"]
)
def test_an_order_the_grammar_forbids_is_no_reading(word: str) -> None:
    known = frozenset({"pilih"})
    assert (Morphology(known, {}).best(word) is not None) == (word == "dipilihlah")


@pytest.mark.parametrize(
    ("word", "roots", "root"),
    [
        ("pengawasan", ("awas", "kawasan"), "awas"),
        ("pendapatan", ("dapat", "pendapat"), "dapat"),
        ("tindakan", ("tindak", "tinda"), "tindak"),
        ("terampas", ("rampas", "ampas"), "rampas"),
        ("selangkah", ("langkah", "selang"), "langkah"),
        ("memangku", ("pangku", "memang"), "pangku"),
        ("menilai", ("nilai", "nila"), "nilai"),
        ("keberangkatan", ("berangkat", "angkat"), "berangkat"),
    ],
)
def test_the_likelier_of_two_readings_wins(word: str, roots: tuple[str, ...], root: str) -> None:
    assert read(word, *roots) == root


def test_a_nasal_that_two_roots_share_is_read_as_the_choice_says() -> None:
    assert read("pengakuan", "aku", "kaku", ngaku="aku") == "aku"
    assert read("mengakui", "aku", "kaku", ngaku="kaku") == "kaku"


@pytest.mark.parametrize(
    ("word", "root"), [("prakerja", "kerja"), ("antikorupsi", "korupsi"), ("subsektor", "sektor")]
)
def test_a_loan_prefix_comes_off_a_word_that_stands_by_itself(word: str, root: str) -> None:
    assert read(word, root) == root


@pytest.mark.parametrize(("word", "root"), [("pranata", "nata"), ("antarini", "ini"), ("pratani", "tani")])
def test_a_loan_prefix_stays_on_a_short_rest(word: str, root: str) -> None:
    assert read(word, root) is None


def test_a_word_of_no_known_root_has_no_reading() -> None:
    assert read("memilih", "tolak") is None


def test_inner_prefixes_name_prefixes_of_the_table() -> None:
    names = {prefix.name for prefix in PREFIXES}
    assert all(prefix.inner <= names for prefix in PREFIXES)


def test_every_vowel_has_its_nasals() -> None:
    shown = {rule.shown for rule in NASAL_RULES if set(VOWELS) <= set(rule.before)}
    assert shown == {"m", "n", "ny", "ng"}


@given(WORDS)
def test_any_letters_can_be_read(word: str) -> None:
    read(word, "pilih", "tolak", "baru")


@given(WORDS)
def test_endings_leave_the_front_of_the_word(word: str) -> None:
    assert all(word.startswith(ending.rest) for ending in endings(word))
