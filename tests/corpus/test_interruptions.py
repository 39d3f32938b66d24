import pytest

from corpus.interruptions import has_main_part_behind, parts_subject
from corpus.sentences import sentences_in


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        # what says nothing, or leads in
        ("Tidak sampai di situ,", "dalam rapat itu dana dibahas"),
        ("Pada kesempatan yang sama,", "saat ini dana cukup"),
        ("Dari hasil pemeriksaan polisi di gudang yang terbakar,", "kotak aman"),
        ("Dilansir dari KabarTeluk.id pada Rabu pagi,", "klaim itu palsu"),
        ("Jika hujan turun lagi pada malam hari,", "jalan rusak"),
        ("Penundaan itu,", "karena hujan deras"),
        # the longer part
        ("Tingkat daya beli,", "dalam sepekan ini turun"),
        ("Jalan itu mahal,", "dana yang dipakai juga terlalu besar"),
    ],
)
def test_what_leads_in_to_a_statement_stands_before_its_main_part(before: str, behind: str) -> None:
    assert has_main_part_behind(*(next(sentences_in(part)).tokens for part in (before, behind)))


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("Jalan itu mahal,", "sehingga pemerintah perlu mencari dana"),
        ("Kotak suara tetap kering,", "saat rapat di kantor yang jauh"),
        ("Kotak suara aman di gudang,", "di Lembayung"),
        ("Warga menunggu tiga jam di kantor,", "sudah biasa"),
        ("Kalau hujan, jalan itu sangat sulit dilewati,", "jalan rusak"),
        ("Warga Lembayung yang menunggu,", "Darwis pulang"),
    ],
)
def test_a_clause_of_its_own_is_the_statement(before: str, behind: str) -> None:
    assert not has_main_part_behind(*(next(sentences_in(part)).tokens for part in (before, behind)))


@pytest.mark.parametrize(
    ("before", "behind", "expected"),
    [
        ("Jalan yang baru dibangun pemerintah itu,", "sudah rusak", True),
        ("Seluruh petugas di gudang Lembayung,", "adalah warga", True),
        ("Warga menunggu tiga jam di kantor,", "sudah biasa", False),
        ("Jalan yang baru dibangun itu,", "Darwis pulang", False),
        ("Dari hasil pemeriksaan di gudang,", "sudah rusak", False),
        ("Pada kesempatan yang sama,", "sudah rusak", False),
    ],
)
def test_a_speaker_may_part_a_subject_from_its_verb(before: str, behind: str, *, expected: bool) -> None:
    first, second = (next(sentences_in(part)).tokens for part in (before, behind))
    assert parts_subject(first, second) is expected
