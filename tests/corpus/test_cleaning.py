import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.cleaning import clean_plain_text, clean_saved_page

LEAD = "Ketua KPU Arunika Rahmat Wiradikarta membuka pendaftaran calon gubernur di Lembayung, Senin pagi."
MIDDLE = "“Kami siap,” katanya."
CLOSING = "Pendaftaran ditutup tiga hari kemudian dan diikuti penelitian berkas di kantor KPU."
OTHERS = ["Rute Bus Trans Lembayung Diperpanjang", "Seribu Bibit Bakau Ditanam di Muara Rengas"]
MENU = [
    "Beranda",
    "  • Profil Provinsi",
    "    • Sejarah Arunika",
    "    • Peta Wilayah",
    "  • Kabar",
    "  • Agenda",
]


def saved(*lines: str) -> list[str]:
    return [line.text for line in clean_saved_page("\n\n".join(lines)).paragraphs]


def plain(*lines: str) -> list[str]:
    return [line.text for line in clean_plain_text("\n".join(lines)).paragraphs]


def test_the_article_is_found_between_menu_and_related_headlines() -> None:
    page = [
        *MENU,
        "Judul Berita Ini",
        LEAD,
        MIDDLE,
        CLOSING,
        "Berita Terkait",
        *OTHERS,
        "Berita Terbaru",
        *OTHERS,
    ]
    assert saved(*page) == [LEAD, MIDDLE, CLOSING]


def test_every_line_is_kept_or_dropped_with_a_reason() -> None:
    page = [*MENU, LEAD, CLOSING, "Berita Terkait", *OTHERS, "Hubungi Kami", "Jl. Bukit Pandan No. 12"]
    clean = clean_saved_page("\n".join(page))
    numbers = [line.number for line in clean.paragraphs] + [line.line for line in clean.dropped]
    assert sorted(numbers) == list(range(1, len(page) + 1))
    assert [line.reason for line in clean.dropped][-4:] == [
        "below “Berita Terkait”",
        "below “Berita Terkait”",
        "page tools",
        "below “Hubungi Kami”",
    ]


def test_an_article_of_two_sentences_survives_long_teasers_of_others() -> None:
    teaser = "Pemerintah Kota Lembayung memperpanjang rute bus sampai kampus utara, kata wali kota, Senin."
    assert saved(*MENU, MIDDLE, CLOSING, "Berita Terkait", *[teaser] * 6) == [MIDDLE, CLOSING]


def test_an_article_below_a_list_of_others_is_found() -> None:
    assert saved("Terpopuler", *OTHERS, "Judul Berita Ini", LEAD, CLOSING) == [LEAD, CLOSING]


def test_a_text_without_any_menu_keeps_all_its_prose() -> None:
    assert saved(LEAD, MIDDLE, "“Ya.”", CLOSING) == [LEAD, MIDDLE, "“Ya.”", CLOSING]


def test_lists_and_subheadings_between_paragraphs_stay() -> None:
    listed = ["Syarat Pendaftaran", "1. Berkas lengkap", "2. Dukungan partai", "- Surat sehat"]
    assert saved(LEAD, *listed, CLOSING) == [LEAD, *listed, CLOSING]


@pytest.mark.parametrize(
    "line",
    [
        "Baca juga: Debat Kedua Digelar",
        "ADVERTISEMENT SCROLL TO CONTINUE WITH CONTENT",
        "Sumber Gambar :",
        "Warga antre. (Foto: Kabarteluk)",
        "facebook twitter whatsapp",
        "267 dilihat",
        "[Gambas:Video 20detik]",
    ],
)
def test_noise_between_paragraphs_goes_in_every_form(line: str) -> None:
    assert saved(LEAD, line, CLOSING) == [LEAD, CLOSING]
    assert plain(LEAD, line, CLOSING) == [LEAD, CLOSING]


@pytest.mark.parametrize(
    ("paragraph", "kept", "cut"),
    [
        (
            f"{CLOSING}**Baca juga: Debat Kedua, Bonar: Kami Siap",
            CLOSING,
            "**Baca juga: Debat Kedua, Bonar: Kami Siap",
        ),
        (f"{CLOSING}BACA JUGA - Debat Kedua", CLOSING, "BACA JUGA - Debat Kedua"),
        (
            f"{CLOSING}Simak Video 'Debat': [Gambas:Video 20detik]",
            CLOSING,
            "Simak Video 'Debat': [Gambas:Video 20detik]",
        ),
        (f"{CLOSING} SCROLL TO CONTINUE WITH CONTENT", CLOSING, "SCROLL TO CONTINUE WITH CONTENT"),
    ],
)
def test_what_is_glued_to_a_paragraph_is_cut_off(paragraph: str, kept: str, cut: str) -> None:
    clean = clean_plain_text(f"{paragraph}\n{LEAD}")
    assert [line.text for line in clean.paragraphs] == [kept, LEAD]
    assert cut in [line.text for line in clean.dropped]


@pytest.mark.parametrize(
    "signature", ["(Wan)", " (eka)", "(adv/red)(Wan)", " (*)", "[kha]", " ***", "\n(kpl/tch)", " (m26)"]
)
def test_the_reporters_signature_at_the_end_goes(signature: str) -> None:
    assert plain(LEAD, f"{CLOSING}{signature}") == [LEAD, CLOSING]


@pytest.mark.parametrize("ending", ["Dokumen diserahkan ke panitia (KPPS).", "Ia hadir, Rabu (20/3/2024)."])
def test_parentheses_inside_the_last_sentence_stay(ending: str) -> None:
    assert plain(LEAD, ending) == [LEAD, ending]


def test_a_parenthesis_behind_an_earlier_paragraph_stays() -> None:
    assert plain(f"{LEAD} (Bagian 1)", CLOSING)[0] == f"{LEAD} (Bagian 1)"


CAPTION = "Petugas memuat kotak suara di dermaga. “Pelan-pelan,” teriaknya. (Kabar Arunika/Sekar Arum)"


def test_a_first_paragraph_with_the_credit_of_a_photograph_goes() -> None:
    assert plain(CAPTION, LEAD, MIDDLE, CLOSING) == [LEAD, MIDDLE, CLOSING]
    assert saved(*MENU, CAPTION, LEAD, MIDDLE, CLOSING) == [LEAD, MIDDLE, CLOSING]


@pytest.mark.parametrize(
    "lines",
    [(CAPTION, LEAD, CLOSING), (LEAD, CAPTION, MIDDLE, CLOSING), (f"{CAPTION}.", LEAD, MIDDLE, CLOSING)],
)
def test_parentheses_with_a_stroke_elsewhere_stay(lines: tuple[str, ...]) -> None:
    assert plain(*lines) == list(lines)


def test_plain_text_is_not_cut_at_the_front_or_at_heads() -> None:
    assert plain("Pembuka", LEAD, "Berita Terkait", CLOSING) == ["Pembuka", LEAD, CLOSING]


def test_headlines_under_a_section_head_go_from_plain_text_too() -> None:
    assert plain(LEAD, CLOSING, "Berita Terkait", *OTHERS, "Senin, 9 Juni 2025", *OTHERS) == [LEAD, CLOSING]


def test_a_calendar_inside_a_text_stays() -> None:
    days = ["Senin, 9 Juni 2025", "- 21 April 2026: debat pertama"]
    assert plain(LEAD, *days, CLOSING) == [LEAD, *days, CLOSING]


def test_a_page_of_menus_alone_has_no_paragraphs() -> None:
    assert saved(*MENU, "Berita Terkait", *OTHERS) == []
    assert saved("") == []


@given(st.text(max_size=500))
def test_any_text_is_cleaned_without_failing(text: str) -> None:
    for clean in (clean_saved_page(text), clean_plain_text(text)):
        assert all(line.text and "\n" not in line.text for line in clean.paragraphs)


@given(
    st.lists(
        st.sampled_from([LEAD, MIDDLE, CLOSING, *MENU, *OTHERS, "Berita Terkait", "Bagikan"]), max_size=40
    )
)
def test_no_line_is_lost_between_body_and_dropped(lines: list[str]) -> None:
    clean = clean_saved_page("\n".join(lines))
    assert len(clean.paragraphs) + len(clean.dropped) == len(lines)


def test_tags_below_the_reporters_initials_go() -> None:
    clean = clean_plain_text(f"{LEAD}\n{CLOSING}(rin/oki)\npilkada arunika\nkpu")
    assert [line.text for line in clean.paragraphs] == [LEAD, CLOSING]
    assert [line.reason for line in clean.dropped] == [
        "reporter's signature",
        "below the signature",
        "below the signature",
    ]
    assert plain(f"{LEAD} (rin/oki)", CLOSING) == [f"{LEAD} (rin/oki)", CLOSING]


def test_headlines_of_others_behind_the_last_paragraph_go() -> None:
    other = "Debat Kedua Digelar di Lembayung, Tiga Calon Hadir"
    assert plain(LEAD, MIDDLE, CLOSING, other) == [LEAD, MIDDLE, CLOSING]
    assert plain(LEAD, CLOSING, other) == [LEAD, CLOSING, other]
    assert plain(LEAD, MIDDLE, CLOSING, other, other + " 2", other + " 3")[-1] == other + " 3"
    assert plain(LEAD, MIDDLE, CLOSING, "Debat Kedua")[-1] == "Debat Kedua"


def test_a_bullet_with_a_headline_alone_between_paragraphs_goes() -> None:
    link = "• Debat Kedua Digelar di Lembayung, Tiga Calon Hadir"
    assert plain(LEAD, link, CLOSING) == [LEAD, CLOSING]
    assert plain(LEAD, link, link + " Lagi", CLOSING) == [LEAD, link, link + " Lagi", CLOSING]


def test_what_comes_again_goes() -> None:
    assert plain(LEAD, LEAD, CLOSING) == [LEAD, CLOSING]
    paragraphs = [LEAD, f"{MIDDLE} {CLOSING}", CLOSING + " Rapat ditutup doa bersama di aula kantor itu."]
    assert plain("".join(paragraphs), *paragraphs) == paragraphs


def test_marks_of_markdown_go() -> None:
    assert plain(f"{LEAD}\\\\", "## Syarat Pendaftaran", f"{CLOSING} \\@kpu") == [
        LEAD,
        "Syarat Pendaftaran",
        f"{CLOSING} @kpu",
    ]
