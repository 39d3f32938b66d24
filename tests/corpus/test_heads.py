import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.heads import heads_in


def found(text: str) -> list[tuple[str, str]]:
    return [(head.kind, head.phrase) for head in heads_in(text)]


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        ("NARASI", [("claim", "narasi")]),
        ("[NARASI]:", [("claim", "narasi")]),
        ("NARASI:\nBupati mundur.", [("claim", "narasi")]),
        ("Narasi : “Bupati mundur”", [("claim", "narasi")]),
        ("Narasi(diterjemahkan): “Bupati mundur”", [("claim", "narasi")]),
        ("===== [NARASI]Bupati mundur", [("claim", "narasi")]),
        ("Narasi*BUPATI MUNDUR KARENA LELAH SEKALI*", [("claim", "narasi")]),
        ("(Lanjutan Narasi)", [("claim", "lanjutan narasi")]),
        ("## Narasi yang beredar", [("claim", "narasi yang beredar")]),
        ("KLAIM", [("claim", "klaim")]),
        ("Hasil pemeriksaan", [("check", "hasil pemeriksaan")]),
        ("“Bupati mundur” = = = = = PENJELASAN: Akun itu palsu.", [("check", "penjelasan")]),
        ("====== PENJELASAN LENGKAP Bupati membantah.", [("check", "penjelasan lengkap")]),
        ("Pemeriksaan Fakta", [("check", "pemeriksaan fakta")]),
        ("## Penelusuran *Tilik Fakta*", [("check", "penelusuran")]),
        ("===== Isi Klarifikasi Lengkap: Bupati", [("check", "isi klarifikasi lengkap")]),
        ("Hasil Cek Fakta", [("check", "hasil cek fakta")]),
        ("KATEGORI: Konten Palsu\nSumber: Facebook", [("label", "kategori"), ("label", "sumber")]),
        ("REFERENSIhttps://tilikfakta.example/1", [("reference", "referensi")]),
        ("Rujukan:", [("reference", "rujukan")]),
        (
            "SUMBER Media Sosial NARASI “Dana habis” PENJELASAN Bupati mundur. REFERENSI (1) https://kabar.example",
            [("label", "sumber"), ("claim", "narasi"), ("check", "penjelasan"), ("reference", "referensi")],
        ),
        # no heads
        ("Narasi yang beredar itu tidak benar.", []),
        ("Klaim bupati soal jumlah warga yang sudah memilih", []),
        ("Selengkapnya di bagian PENJELASAN dan REFERENSI.", []),
        ("Baca bagian PENJELASAN dan REFERENSI Lengkap di poin KATEGORI Kabar", []),
        ("Ada PENJELASAN yang lain", []),
        ("Ia memberi penjelasan: jalan itu rusak.", []),
        ("1. Cek Fakta: Bupati Tirtasari tidak mundur", []),
        ("“Narasi” itu", []),
    ],
)
def test_heads_are_told_from_sentences(text: str, heads: list[tuple[str, str]]) -> None:
    assert found(text) == heads


def test_a_head_that_goes_on_is_not_bare() -> None:
    assert [head.bare for head in heads_in("Klaim di media sosial\nKLAIM\nKlaim: Bupati mundur")] == [
        False,
        True,
        True,
    ]


@given(st.text("=[]()Narasi \n:“Penjelasan*https", max_size=200))
def test_heads_stand_in_order_and_apart(text: str) -> None:
    ends = 0
    for head in heads_in(text):
        assert ends <= head.start < head.end <= len(text)
        ends = head.end


@pytest.mark.parametrize("piece", ["= ", "=", "Narasi ( ", "Narasi ", "Penjelasan \n", " \t"])
def test_what_repeats_is_read_in_one_go(piece: str) -> None:
    assert len(list(heads_in(piece * 100_000))) <= 100_000
