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
        ("Center for Strategic Studies", ["Center for Strategic Studies"]),
        ("Dalam rapat Sari", ["Sari"]),
        ("Kata Sari Melati Selama ini", ["Sari Melati"]),
        ("Kata Sari Melati Sebelumnya, Darwis", ["Sari Melati", "Darwis"]),
        ("Kepala Dinas Lereng Wetan dr. Sari Melati", ["Kepala Dinas Lereng Wetan dr Sari Melati"]),
        ("calon bupati Lereng Wetan nomor urut 2 Sari", ["calon bupati Lereng Wetan nomor urut 2 Sari"]),
        ("Drs.Sari Melati", ["Drs Sari Melati"]),
        ("kata Sari Sari juga meminta", ["Sari", "Sari"]),
        ("Ayu Ting Ting", ["Ayu Ting Ting"]),
        ("Gun Gun Wirya", ["Gun Gun Wirya"]),
        ("Sari Melati Sari Melati", ["Sari Melati", "Sari Melati"]),
        ("tanpa nama", []),
    ],
)
def test_capitalised_words_that_belong_together_are_a_run(text: str, expected: list[str]) -> None:
    assert runs(text) == expected


def test_an_endless_run_is_cut() -> None:
    assert len(runs("Sari " + "Melati " * 100)) > 1
