import pytest

from corpus.attribution import attribute
from corpus.clues import gather_clues
from corpus.identification import Identification, ReadSentence, Speaker
from corpus.names import read_mention
from corpus.reporting import Clauses
from corpus.runs import runs_in
from corpus.sentences import sentences_in


def speakers(body: str) -> list[Speaker | None]:
    parsed = [(sentence, runs_in(sentence.tokens)) for sentence in sentences_in(body)]
    clues = gather_clues(parsed)
    read = [
        ReadSentence(s, Clauses(s.tokens, tuple(read_mention(s.tokens, run, clues) for run in runs)))
        for s, runs in parsed
    ]
    identification = Identification(body, read, clues)
    return [
        identification.speaker(party, sentence, beside_cue=True)
        for sentence in read
        for report in sentence.clauses.reports()
        for party in report.parties
    ]


@pytest.mark.parametrize(
    ("body", "speaker"),
    [
        ("Menurut Sari Melati, siap.", Speaker("Sari Melati", None)),
        ("Menurut Ketua KPU Sari Melati, siap.", Speaker("Sari Melati", "Ketua KPU", is_introduced=True)),
        ("Menurut Jubir Kita, Sari Melati, siap.", Speaker("Sari Melati", "Jubir Kita", is_introduced=True)),
        ("Menurut Sukardi, siap.", Speaker("Sukardi", None)),
        ("Menurut Kapolda, siap.", Speaker(None, "Kapolda")),
        ("Menurut Ketua KPU Tirtasari, siap.", Speaker(None, "Ketua KPU Tirtasari")),
        ("Menurut KPU, siap.", None),
        ("Di sana pohon. Menurut Pohon, siap.", None),
        ("Di sana suluh. Menurut Suluh Sukardi, siap.", None),
        ("Menurut Randu Kesehatan Nasional, siap.", None),
        ("“Siap,” kata Warga Tirtasari.", Speaker(None, "Warga Tirtasari")),
        ("Melati mengatakan siap.", Speaker("Melati", None)),
        ("Pengunggah mengatakan siap.", None),
        (
            "Menurut Jubir Sari Melati, Wirya Utari, siap.",
            Speaker("Wirya Utari", "Jubir Sari Melati", is_introduced=True),
        ),
        ("Sari Melati pulang. Menurut Jubir Sari Melati, siap.", Speaker(None, "Jubir Sari Melati")),
        (
            "Menurut Jubir Sari Melati, siap. Menurut Melati, siap.",
            Speaker("Sari Melati", "Jubir"),
        ),
        (
            "Sekretaris Daerah Banten Sari Melati pulang. Menurut Sekda, siap.",
            Speaker("Sari Melati", "Sekretaris Daerah Banten"),
        ),
        ("Menurut Raka, ketua panitia, siap. Kata Raka, siap.", Speaker("Raka", "ketua panitia")),
        ("Menurut Otonomi Daerah, siap.", None),
        ("Pak Melati mengatakan siap.", Speaker("Melati", None)),
        ("Korban RN mengatakan siap.", Speaker(None, "Korban RN")),
        ("Ahmad mengatakan siap.", Speaker("Ahmad", None)),
        ("Suami Sari Melati, Wirya Utari, pulang. Menurut Sari Melati, siap.", Speaker("Sari Melati", None)),
    ],
)
def test_a_clause_means_a_person_an_office_or_nobody(body: str, speaker: Speaker | None) -> None:
    assert speakers(body)[-1:] == [speaker]


def test_a_description_gives_a_role_to_who_has_none() -> None:
    body = "Menurut Sari Melati, siap. Istri nelayan itu menambahkan hal lain. Kata dia, siap."
    assert [quote.role for quote in attribute(body)] == [None, "Istri nelayan", "Istri nelayan"]


def test_a_later_mention_has_the_role_that_introduced_the_person() -> None:
    first, second = speakers("Ketua KPU Sari Melati mengatakan siap. Sari menegaskan itu.")
    assert first == Speaker("Sari Melati", "Ketua KPU", is_introduced=True)
    assert second == Speaker("Sari Melati", "Ketua KPU")


@pytest.mark.parametrize(
    ("description", "speaker"),
    [
        ("Ketua KPU Lembayung itu", "Sari Melati"),
        ("Wali Kota itu", "Darwis Lesmana"),
        ("Pejabat itu", "Darwis Lesmana"),
        ("Wali Kota Lembayung itu", "Darwis Lesmana"),
        ("Ketua Bawaslu Arunika itu", "Darwis Lesmana"),
    ],
)
def test_a_description_means_who_holds_the_office(description: str, speaker: str) -> None:
    body = (
        "Ketua KPU Kabupaten Lembayung Sari Melati mengatakan siap. "
        f"Wali Kota Lembayung Darwis Lesmana berharap tenang. {description} memastikan dana cukup."
    )
    assert attribute(body)[-1].speaker == speaker


@pytest.mark.parametrize(
    ("later", "role"),
    [
        ("Ketua Sari", "Ketua Majelis Arunika"),
        ("Plt Sari", "Ketua Majelis Arunika"),
        ("Gubernur Sari", "Gubernur"),
    ],
)
def test_an_office_cut_short_is_the_one_written_out(later: str, role: str) -> None:
    body = f"Ketua Majelis Arunika, Pdt. Sari Melati, hadir. “Kami siap melayani warga,” kata {later}."
    assert attribute(body)[0].role == role


@pytest.mark.parametrize("office", ["Plt. Kepala Dinas Pendidikan", "Pj. Bupati Tirtasari"])
def test_an_acting_holder_is_one_office_with_its_full_stop(office: str) -> None:
    (quote,) = attribute(f"{office} Sari Melati mengatakan dana siap.")
    assert (quote.speaker, quote.role) == ("Sari Melati", office)


def test_a_school_before_a_comma_is_part_of_the_office() -> None:
    body = "Doa dipimpin Pimpinan Pondok Pesantren Darul Falah Sipinang, KH. Abdul Karim. “Amin,” kata Karim."
    (quote,) = attribute(body)
    assert (quote.speaker, quote.role) == ("Abdul Karim", "Pimpinan Pondok Pesantren Darul Falah Sipinang")


def test_a_degree_makes_one_name_a_person_who_may_be_called_shorter() -> None:
    body = "Menurut dr. Sariwati, Sp.A, siap. “Nasi aman,” jelas Sari."
    assert [speaker.name for speaker in speakers(body) if speaker] == ["Sariwati", "Sariwati"]
