import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.sentences import sentences_in


def texts(body: str) -> list[str]:
    return [body[sentence.start : sentence.end] for sentence in sentences_in(body)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Hujan reda. Warga pulang.", ["Hujan reda.", "Warga pulang."]),
        ("Hujan reda.Warga pulang.", ["Hujan reda.", "Warga pulang."]),
        ("Apakah reda? Ya!", ["Apakah reda?", "Ya!"]),
        ("Hujan\n\nreda", ["Hujan", "reda"]),
        (
            "Rapat dr. Sari dan H. Anwar di Jl. Melati usai.",
            ["Rapat dr. Sari dan H. Anwar di Jl. Melati usai."],
        ),
        ("Rina br. Sembiring dan R. Ng. Suryo hadir.", ["Rina br. Sembiring dan R. Ng. Suryo hadir."]),
        ("Rapat B.J. Wirya usai.", ["Rapat B.J. Wirya usai."]),
        ("Ia ditahan polisi. Warga pulang.", ["Ia ditahan polisi.", "Warga pulang."]),
        ("Ia prajurit TNI. Warga pulang.", ["Ia prajurit TNI.", "Warga pulang."]),
        ("Ia menemui dokter. Warga pulang.", ["Ia menemui dokter.", "Warga pulang."]),
        ("Pesan Sultan HB X. Warga pulang.", ["Pesan Sultan HB X.", "Warga pulang."]),
        ("Rapat drs. Anwar usai.", ["Rapat drs. Anwar usai."]),
        ("Ia dipanggil Al. Hujan reda.", ["Ia dipanggil Al.", "Hujan reda."]),
        ("Hadir Sari, S.H. Hujan reda.", ["Hadir Sari, S.H.", "Hujan reda."]),
        ("Sari, S.H. M.Si. hadir.", ["Sari, S.H. M.Si. hadir."]),
        ("Ketua KPU Sari Melati. A.Md, S.H hadir.", ["Ketua KPU Sari Melati. A.Md, S.H hadir."]),
        ("Kata Bang Uda.Ia mengaku siap.", ["Kata Bang Uda.", "Ia mengaku siap."]),
        ("Suara generasi Z. Mereka siap.", ["Suara generasi Z.", "Mereka siap."]),
        ("Hadir Kolonel Pnb. Ia siap.", ["Hadir Kolonel Pnb.", "Ia siap."]),
        (
            "Camat Sari, S.STP, dan dr. Darwis, Sp.PD hadir.",
            ["Camat Sari, S.STP, dan dr. Darwis, Sp.PD hadir."],
        ),
        ("Biayanya Rp2.500 per orang.", ["Biayanya Rp2.500 per orang."]),
        ("Ia rugi Rp 15 M. Sari pulang.", ["Ia rugi Rp 15 M.", "Sari pulang."]),
        ("Ia rugi Rp3,5 T. Sari pulang.", ["Ia rugi Rp3,5 T.", "Sari pulang."]),
        ("Pada 2024 M. Sari pulang.", ["Pada 2024 M. Sari pulang."]),
        ("“Satu. Dua.” kata Sari. Hujan.", ["“Satu. Dua.” kata Sari.", "Hujan."]),
        ("“Satu dua.” Sari pulang.", ["“Satu dua.”", "Sari pulang."]),
        ("“Satu.” “Dua.”", ["“Satu.”", "“Dua.”"]),
        ("“Satu,” Ujar Sari.", ["“Satu,” Ujar Sari."]),
        ("Sari pulang (lewat. Jalan) saja.", ["Sari pulang (lewat. Jalan) saja."]),
        ("Akun @sari.melati. Hujan.", ["Akun @sari.melati.", "Hujan."]),
        ("Sari pulang.(Wan)", ["Sari pulang."]),
        ("Kata Gus Mang.Hujan reda.", ["Kata Gus Mang.", "Hujan reda."]),
        ("Menurut Warta.id, hujan reda.", ["Menurut Warta.id, hujan reda."]),
        ("“Satu.\n“Dua,” kata Sari. Hujan.", ["“Satu.\n“Dua,” kata Sari.", "Hujan."]),
        ("...", []),
        ("", []),
    ],
)
def test_a_body_is_divided_into_sentences(body: str, expected: list[str]) -> None:
    assert [text.rstrip("”").rstrip() for text in texts(body)] == [text.rstrip("”") for text in expected]


def test_a_quotation_is_one_token_of_its_sentence() -> None:
    (sentence,) = sentences_in("Sari berkata, “Kami. Siap. Ayo.” sambil pergi")
    assert [token.word for token in sentence.tokens] == ["Sari", "berkata", "", "sambil", "pergi"]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Undang-Undang e-KTP", ["Undang-Undang", "e-KTP"]),
        ("Rahma-Darwis", ["Rahma", "Darwis"]),
        ("Al-Badrani", ["Al-Badrani"]),
        ("Su’jai KPU/Bawaslu", ["Su’jai", "KPU", "Bawaslu"]),
        ("K.H. Anwar", ["K.H", "Anwar"]),
        ("Warta.co.id dan Kabar.com", ["Warta.co.id", "dan", "Kabar.com"]),
    ],
)
def test_words_keep_their_apostrophes_and_hyphens(text: str, tokens: list[str]) -> None:
    (sentence,) = sentences_in(text)
    assert [token.word for token in sentence.tokens] == tokens


def test_degrees_may_be_parted_by_a_blank() -> None:
    (sentence,) = sentences_in("Sari, S. IP., M. Si., dan H.Ali")
    assert [token.word for token in sentence.tokens] == ["Sari", "S. IP", "M. Si", "dan", "H", "Ali"]


def test_a_page_without_full_stops_is_cut() -> None:
    assert len(texts("kata " * 1000)) == 4


@given(st.text(alphabet="aB .“”\"\n(),H\x00\x01-'", max_size=120))
def test_tokens_stand_where_they_say(body: str) -> None:
    position = 0
    for sentence in sentences_in(body):
        for token in sentence.tokens:
            assert position <= token.start < token.end <= len(body)
            assert token.word in ("", body[token.start : token.end])
            position = token.end
