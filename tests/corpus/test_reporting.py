import pytest

from corpus.clues import Clues
from corpus.names import read_mention
from corpus.reporting import Clauses
from corpus.reports import Report
from corpus.runs import runs_in
from corpus.sentences import sentences_in


def clauses(text: str) -> Clauses:
    sentence = next(sentences_in(text))
    mentions = tuple(read_mention(sentence.tokens, run, Clues()) for run in runs_in(sentence.tokens))
    return Clauses(sentence.tokens, mentions)


def names(report: Report) -> list[str | None]:
    return [party.mention.name if party.mention else None for party in report.parties]


def reports(text: str) -> list[Report]:
    return list(clauses(text).reports())


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("“Siap,” kata Sari", "kata"),
        ("Semua siap, menurut Sari", "menurut"),
        ("Sari juga menegaskan siap", "menegaskan"),
        ("Hal itu disampaikan oleh Sari", "disampaikan"),
        ("Hal itu, jelas Sari, wajar", "jelas"),
        ("Sari: “Siap”", ""),
        ("Sari yang ditemui di kantor mengatakan siap", "mengatakan"),
        ("Sari saat dihubungi dari Lembayung, kemarin, mengatakan, korban adalah Darwis", "mengatakan"),
        ("“Siap,” demikian Sari", "demikian"),
        ("Semua siap, demikian Sari", "demikian"),
        ("Menurut pengakuan Sari, semua siap", "menurut"),
        ("Menurit Sari, semua siap", "menurit"),
        ("Berdasarkan pengakuan Sari, semua siap", "pengakuan"),
        ("Dari keterangan Sari, semua siap", "keterangan"),
        ("Dinilai oleh dosen, Sari, semua siap", "dinilai"),
        ("Perempuan yang akrab disapa Sari itu juga mengatakan siap", "mengatakan"),
        ("Lembaga itu, melalui Sari mengatakan siap", "mengatakan"),
        ("Rapat usai. tanya Sari di sana", "tanya"),
    ],
)
def test_a_clause_names_a_mention(text: str, cue: str) -> None:
    (report,) = reports(text)
    assert report.cue == cue
    assert names(report) == ["Sari"]


@pytest.mark.parametrize(
    "text",
    [
        "“Siap,” katanya",
        "“Siap,” katanya kepada wartawan",
        "Semua, lanjutnya, siap",
        "Disampaikannya hal itu",
        "“Siap,” kata dia",
        "Dia mengatakan siap",
        "Mantan bupati itu berjanji datang",
        "“Siap,” kata mantan bupati dua periode tersebut",
        "“Siap,” kata anggota DPR dua periode ini",
        "“Siap,” sambung sepupu Gubernur Sari Melati ini",
    ],
)
def test_a_clause_may_refer_back(text: str) -> None:
    (report,) = reports(text)
    assert report.refers_back


@pytest.mark.parametrize(
    "text",
    [
        "Ada nilai Pancasila di sana",
        "Secara jelas Sari pulang",
        "Harga, nilainya turun terus",
        "Harga itu nilainya turun",
        "Hal itu disampaikan, lalu Sari pulang",
        "“Siap,” kata",
        "“Siap,” kata orang banyak",
        "“Siap,” kata ketua, itu",
        "“Siap,” kata ketua yang pergi jauh sekali entah ke mana pada malam",
        "“Siap,” kata ketua yang menilai itu",
        "Mengatakan saja sulit",
        "Pohon itu mengatakan apa",
        "Kemarin, itu mengatakan apa",
        "Sari yang mengatakan siap",
        "Sari: siap",
        "Massa membawa foto Sari meminta bebas",
    ],
)
def test_words_that_report_nothing_are_no_clause(text: str) -> None:
    assert [report for report in reports(text) if report.refers_back or any(names(report))] == []


def test_a_role_stands_beside_its_name() -> None:
    (report,) = reports("Kuasa hukum pemohon, Poltak Surya, menyesalkan hal itu")
    (party,) = report.parties
    assert (names(report), party.role) == (["Poltak Surya"], (0, 3))


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("“Siap,” kata Sari dan Darwis", ["Sari", "Darwis"]),
        ("“Siap,” kata Sari bersama Darwis", ["Sari", "Darwis"]),
        ("Sari dan Darwis lantas meminta rapat", ["Sari", "Darwis"]),
        ("Sari bersama Inspektur Darwis menegaskan hal itu", ["Sari", "Darwis"]),
        ("Rapat menanti Sari dan Darwis menegaskan hal itu", ["Darwis"]),
        ("Sari, Darwis dan Rudi berharap hujan reda", ["Darwis", "Rudi"]),
        ("Baik Sari maupun Darwis meminta rapat", ["Sari", "Darwis"]),
        ("Pasangan Sari Melati-Darwis Wirya menyebut hal itu", ["Sari Melati", "Darwis Wirya"]),
    ],
)
def test_several_persons_may_speak_at_once(text: str, speakers: list[str]) -> None:
    (report,) = reports(text)
    assert names(report) == speakers


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("“Siap,” ucap sopir salah satu ketua partai", ["sopir salah satu ketua partai"]),
        ("“Siap,” kata seorang warga yang marah", ["warga"]),
        ("Ajudan bupati menambahkan laporan disiapkan", ["Ajudan bupati"]),
        ("Seorang penyidik, yang meminta agar namanya tak ditulis, mengungkapkan hal itu", ["penyidik"]),
        ("Menurut sumber di lingkaran calon, hujan reda", ["sumber di lingkaran calon"]),
        ("Adapun penjaga gudang mengaku sudah melapor", ["penjaga gudang"]),
        ("Seorang warga yang menolak disebut namanya berkata siap", ["warga"]),
        ("Seorang perangkat desa yang minta namanya tidak ditulis menyebut hal itu", ["perangkat desa"]),
        (
            "Seorang anggota KPPS perempuan yang enggan disebut namanya berkata siap",
            ["anggota KPPS perempuan"],
        ),
        ("Seorang anggota KPPS membuka rapat yang disebut ramai", []),
        ("Sumber lain yang mengetahui rapat itu mengungkapkan hal itu", ["Sumber lain"]),
        ("Ketika panelis bertanya hal itu", ["panelis"]),
        ("Menurut keterangan saksi, siap", []),
    ],
)
def test_a_speaker_may_have_no_more_than_a_role(text: str, roles: list[str]) -> None:
    tokens = next(sentences_in(text)).tokens
    last = reports(text)[-1:]
    spans = [party.role for report in last for party in report.parties if party.role]
    assert [text[tokens[first].start : tokens[last - 1].end] for first, last in spans] == roles


@pytest.mark.parametrize(
    "text",
    [
        "Sari tidak menyebut nama itu",
        "Sari enggan menjelaskan hal itu",
        "Bagaimana Sari mengatakan siap",
        "Sari belum mengatakan apa-apa",
        "Semua siap, demikian Sari melapor di kantor",
        "Demikian Sari",
        "Pendukung Sari Melati menilai rapat itu sah",
        "Massa pendukung Sari Melati meminta warga sabar",
        "Tim hukum Sari Melati-Darwis Wirya menyebut rapat itu sah",
        "Kantor Jaksa Agung dalam pernyataannya mengatakan semua siap",
    ],
)
def test_who_says_nothing_reports_nothing(text: str) -> None:
    assert reports(text) == []


def test_who_does_not_deny_speaks() -> None:
    (report,) = reports("Sari tidak membantah hal itu")
    assert names(report) == ["Sari"]


@pytest.mark.parametrize(
    "text",
    [
        "Sari, dalam pesan singkat di kantor, mengatakan siap",
        "Sari, yang meminta waktu, mengatakan siap",
        "Sari, begitu ia disapa pendukung, berjanji datang",
        "Sebelumnya, Sari saat rapat mengatakan siap",
        "Sebelumnya Sari saat rapat mengatakan siap",
        "Mendengar hal itu, Sari mengatakan siap",
        "Sari — penjual jamu di desa itu — mengatakan siap",
        "Sari, sanak Darwis di Lembayung mengaku siap",
        "Sari, Cicit jauh Darwis, mengaku siap",
        "Sari kala itu di Lembayung mengaku siap",
        "Sari dari Yayasan Kita, Lembayung, mengaku siap",
        "Sari selaku kuasa hukum Darwis mengaku siap",
        "Sari selaku manajer pribadi Darwis mengaku siap",
        "Sari melalui Jubir Darwis mengatakan siap",
    ],
)
def test_an_adjunct_may_part_the_speaker_from_the_verb(text: str) -> None:
    assert names(reports(text)[-1]) == ["Sari"]


@pytest.mark.parametrize(
    ("text", "first", "named"),
    [
        ("Sari yang sakit berada di rumah, dan dokter mengatakan ia pulih", "dokter", None),
        ("Sari yang sakit berada di rumah, sedangkan camat mengatakan ia pulih", "camat", None),
        ("Sari, aktivis, dan dosen mengatakan jalan itu rusak", "sari", "Sari"),
    ],
)
def test_a_role_behind_a_conjunction_speaks_unless_it_is_the_subject_s(
    text: str, first: str, named: str | None
) -> None:
    (report,) = reports(text)
    tokens = next(sentences_in(text)).tokens
    assert (tokens[report.first].key, names(report)) == (first, [named])
