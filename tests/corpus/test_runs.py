import pytest

from corpus.runs import runs_in
from corpus.sentences import sentences_in


def runs(text: str) -> list[str]:
    (sentence,) = sentences_in(text)
    return [
        " ".join(token.word for token in sentence.tokens[run.first : run.last])
        for run in runs_in(sentence.tokens)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Menurut Sari Melati, siap", ["Sari Melati"]),
        ("Namun Sari Melati siap", ["Sari Melati"]),
        ("“Siap,” Ucap Sari Melati", ["Sari Melati"]),
        ("kata Sari Melati Menurut Sari siap", ["Sari Melati", "Sari"]),
        ("akun Instagram Sari Melati", ["Instagram", "Sari Melati"]),
        ("Facebook Indonesia siap", ["Facebook Indonesia"]),
        ("kata anggota KPU Sari Melati", ["anggota KPU Sari Melati"]),
        ("Pengamat politik Universitas Lembayung", ["Pengamat politik Universitas Lembayung"]),
        ("Direktur lembaga pemantau Suluh Kita Sari", ["Direktur lembaga pemantau Suluh Kita Sari"]),
        ("Divisi Perencanaan dan Logistik Sari", ["Divisi Perencanaan dan Logistik Sari"]),
        ("Sari dan Melati", ["Sari", "Melati"]),
        ("Ikhsan bin Marzuki", ["Ikhsan bin Marzuki"]),
        ("Anton van der Wirya", ["Anton van der Wirya"]),
        ("Ikhsan bin", ["Ikhsan"]),
        ("Kepala (Kapolda) Arunika", ["Kepala Arunika"]),
        ("Sari, S.H., siap", ["Sari"]),
        ("H. Anwar Sidik", ["H Anwar Sidik"]),
        ("Sari Melati Rabu", ["Sari Melati"]),
        ("Calon wali kota nomor urut 2 Sari Melati", ["Calon wali kota nomor urut 2 Sari Melati"]),
        (
            "Menteri Bidang Politik, Hukum, dan Keamanan Sari Melati",
            ["Menteri Bidang Politik Hukum dan Keamanan Sari Melati"],
        ),
        ("Jubir TKN Sari-Darwis Anwar Sidik", ["Jubir TKN Sari Darwis Anwar Sidik"]),
        ("Pasangan Sari-Darwis", ["Sari", "Darwis"]),
        ("Juru Bicara Densus 88 Kombes Sari", ["Juru Bicara Densus 88 Kombes Sari"]),
        (
            "Kepala Dinas Perumahan, Kawasan Permukiman Sari",
            ["Kepala Dinas Perumahan Kawasan Permukiman Sari"],
        ),
        ("Relawan Pro-Sari", ["Relawan Pro-Sari"]),
        ("Deputi Protokol, Pers, dan Media Sari Melati", ["Deputi Protokol Pers dan Media Sari Melati"]),
        ("Center for Strategic Studies", ["Center for Strategic Studies"]),
        ("Dalam rapat Sari", ["Sari"]),
        ("Kata Sari Melati Selama ini", ["Sari Melati"]),
        ("Kata Sari Melati Sementara itu", ["Sari Melati", "Sementara"]),
        ("Ketua Kadin hasil Musyawarah Luar Biasa Sari", ["Ketua Kadin hasil Musyawarah Luar Biasa Sari"]),
        ("Kata Sari Melati Sebelumnya, Darwis", ["Sari Melati", "Darwis"]),
        ("Kepala Dinas Lereng Wetan dr. Sari Melati", ["Kepala Dinas Lereng Wetan dr Sari Melati"]),
        ("calon bupati Lereng Wetan nomor urut 2 Sari", ["calon bupati Lereng Wetan nomor urut 2 Sari"]),
        ("Drs.Sari Melati", ["Drs Sari Melati"]),
        ("Presiden ke-4 RI Sari Melati", ["Presiden ke-4 RI Sari Melati"]),
        ("Wakil Presiden ke4 dan 6 RI Sari Melati", ["Wakil Presiden ke4 dan 6 RI Sari Melati"]),
        ("Jubir Densus 88 Antiteror Sari Melati", ["Jubir Densus 88 Antiteror Sari Melati"]),
        ("Dandim 0621/Lereng Wetan Sari Melati", ["Dandim 0621 Lereng Wetan Sari Melati"]),
        ("Danrem VI/Wira Kencana Sari Melati", ["Danrem VI Wira Kencana Sari Melati"]),
        ("Menteri ATR/BPN Sari Melati", ["Menteri ATR BPN Sari Melati"]),
        ("Sari/Darwis menang", ["Sari", "Darwis"]),
        (
            "Deputi Bidang Protokol, Pers, dan Media Istana Sari Melati",
            ["Deputi Bidang Protokol Pers dan Media Istana Sari Melati"],
        ),
        (
            "Kepala Dinas Perumahan, Lahan Tidur dan Hunian Kota Solo",
            ["Kepala Dinas Perumahan Lahan Tidur dan Hunian Kota Solo"],
        ),
        ("Kepala Dinas Perumahan, Lahan hijau", ["Kepala Dinas Perumahan", "Lahan"]),
        ("Kepala Dinas Perumahan, Lahan", ["Kepala Dinas Perumahan", "Lahan"]),
        ("Kepala Dinas Perumahan, Sukardi dan Panjul", ["Kepala Dinas Perumahan", "Sukardi", "Panjul"]),
        (
            "petinggi Kadin Indonesia, Arsa Rajasa dan Panjul",
            ["petinggi Kadin Indonesia", "Arsa Rajasa", "Panjul"],
        ),
        ("Kepala Pusat Badai dan Topan BMKG Sari", ["Kepala Pusat Badai dan Topan BMKG Sari"]),
        ("Kepala Pusat Badai dan Topan Sari", ["Kepala Pusat Badai", "Topan Sari"]),
        ("Kepala Pusat Badai dan Topan", ["Kepala Pusat Badai", "Topan"]),
        ("Wakil Ketua KPK saat itu Sari Melati", ["Wakil Ketua KPK saat itu Sari Melati"]),
        ("Wakil Ketua KPK saat rapat Sari Melati", ["Wakil Ketua KPK", "Sari Melati"]),
        ("Anggota DPR dari Fraksi PKB Sari Melati", ["Anggota DPR dari Fraksi PKB Sari Melati"]),
        ("Anggota DPR dari Lembayung", ["Anggota DPR", "Lembayung"]),
        ("kata Sari Sari juga meminta", ["Sari", "Sari"]),
        ("Ayu Ting Ting", ["Ayu Ting Ting"]),
        ("Gun Gun Wirya", ["Gun Gun Wirya"]),
        ("Sari Melati Sari Melati", ["Sari Melati", "Sari Melati"]),
        ("kata dr Sari", ["dr Sari"]),
        ("Dr dr Sari Melati", ["Dr dr Sari Melati"]),
        ("Lereng Wetan dr Sari Melati", ["Lereng Wetan", "dr Sari Melati"]),
        ("tanpa nama", []),
    ],
)
def test_capitalised_words_that_belong_together_are_a_run(text: str, expected: list[str]) -> None:
    assert runs(text) == expected


def test_an_endless_run_is_cut() -> None:
    assert len(runs("Sari " + "Melati " * 100)) > 1
