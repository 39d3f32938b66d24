import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.glued_parts import find_cuts

CLOSING = "Pendaftaran ditutup tiga hari kemudian."


def without_cuts(text: str) -> str:
    after, kept = 0, ""
    for cut in find_cuts(text):
        kept += text[after : cut.start]
        after = cut.end
    return kept + text[after:]


@pytest.mark.parametrize(
    ("part", "reason"),
    [
        ("Baca juga: Debat Kedua Digelar", "link to another article"),
        (" Baca Juga: Debat Kedua, Bonar: Kami Siap", "link to another article"),
        ("**Baca juga: Debat Kedua Digelar", "link to another article"),
        (" (Baca juga: Debat Kedua Digelar)", "link to another article"),
        (" [Baca: Debat Kedua Digelar", "link to another article"),
        ("Baca JugaDebat Kedua Digelar di Lembayung", "link to another article"),
        (" Saksikan Live KabarPagi:", "link to another article"),
        (" Simak Video 'Debat':", "link to another article"),
        (" Baca selengkapnya di sini.", "link to another article"),
        (" Simak berita selengkapnya di halaman selanjutnya. Halaman 1 2 pilkada arunika", "page number"),
        (" SCROLL TO CONTINUE WITH CONTENT", "advertisement"),
        (" Artikel ini telah tayang di KabarTeluk.id dengan judul KPU Siap", "editorial credit"),
        (" Ikuti WhatsApp Channel Kabar Teluk", "invitation to follow"),
        (" (Ayo ikuti saluran WhatsApp KabarTeluk.id biar tidak ketinggalan)", "invitation to follow"),
        (" Catatan Redaksi: Judul berita ini diubah.", "disclaimer"),
        ("[Gambas:Video 20detik]", "mark of a picture or video"),
        ('{target="_self"}', "mark of a picture or video"),
    ],
)
def test_what_is_glued_behind_a_sentence_is_cut_with_its_reason(part: str, reason: str) -> None:
    (cut,) = find_cuts(CLOSING + part)
    assert cut.reason == reason
    assert without_cuts(CLOSING + part).strip() == CLOSING


@pytest.mark.parametrize(
    ("link", "rest"),
    [
        ("Baca juga: Garuda Akui Jadi Inisiator Kenaikan Harga Tiket ", "Adapun untuk saat ini ia menunggu."),
        ("Baca Juga:4 Syarat Calon di Lembayung Menjadi Sorotan", "Budi pernah menjabat di sana."),
        ("Baca Juga: Siapa Calon Terkaya di Arunika? ", "Bonar Simatangga datang paling awal."),
        ("Baca Juga: Jadwal Debat Kedua Calon Diundur ", "Ketua KPU Arunika membuka rapat."),
        ("Baca juga: Logistik Sudah Tiba ", "Direktur Bisnis Regional PLN Amir Wirya menambahkan, ia siap."),
        ("Baca juga: Petani Arunika Bisa Dapat Untung ", "Wirya menambahkan, ia siap."),
        ("Baca juga: Pemprov hibahkan lahan", " Baca juga: KPU siap"),
        ("Baca juga: Debat kedua digelar besok.", " Rahmat menunggu."),
    ],
)
def test_a_headline_ends_where_the_next_sentence_begins(link: str, rest: str) -> None:
    first = next(find_cuts(CLOSING + link + rest))
    assert (CLOSING + link + rest)[first.end :] == rest


@pytest.mark.parametrize(
    "text",
    [
        "KPU membaca juga surat itu.",
        "Rahmat berkata. Baca buku itu sampai habis.",
        "Rahmat berkata. Baca juga buku itu sampai habis.",
        "Isu itu terus bergulir.",
        "Warga melihat video itu.",
        "“Baca baik-baik,” katanya.",
        "Rahmat menyimak selengkapnya laporan itu.",
    ],
)
def test_the_words_of_a_text_are_its_own(text: str) -> None:
    assert list(find_cuts(text)) == []


def test_a_link_of_many_words_ends_somewhere() -> None:
    (cut,) = find_cuts("Baca juga: " + "Debat Kedua " * 100)
    assert cut.end < 400


def test_a_note_before_the_rest_of_an_article_on_one_line_is_its_sentence_alone() -> None:
    rest = " Rapat dibuka kembali." * 100
    assert without_cuts(f"{CLOSING} Catatan Redaksi: Judul berita ini diubah.{rest}") == CLOSING + rest


@given(st.text(st.sampled_from('Baca juga: Simk[]()*.?!”"Aabdi ſİı{target='), max_size=200))
def test_any_text_is_cut_in_order_without_failing(text: str) -> None:
    after = 0
    for cut in find_cuts(text):
        assert after <= cut.start < cut.end <= len(text)
        after = cut.end
