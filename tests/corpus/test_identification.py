import pytest

from corpus.clues import gather_clues
from corpus.identification import Identification, ReadSentence, Speaker
from corpus.names import read_mention
from corpus.reporting import Clauses
from corpus.runs import runs_in
from corpus.sentences import sentences_in


def speakers(body: str) -> list[Speaker | None]:
    parsed = [(sentence, runs_in(sentence.tokens)) for sentence in sentences_in(body)]
    clues = gather_clues(parsed)
    read = [ReadSentence(s, tuple(read_mention(s.tokens, run, clues) for run in runs)) for s, runs in parsed]
    identification = Identification(body, read, clues)
    return [
        identification.speaker(report, sentence)
        for sentence in read
        for report in Clauses(sentence.sentence.tokens, sentence.mentions).reports()
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
        ("Katanya, siap.", None),
        ("Di sana pohon. Menurut Pohon, siap.", None),
        ("Di sana suluh. Menurut Suluh Sukardi, siap.", None),
        ("“Siap,” kata Warga Tirtasari.", Speaker(None, "Warga Tirtasari")),
        ("Melati mengatakan siap.", None),
        ("Pak Melati mengatakan siap.", Speaker("Melati", None)),
        ("Ahmad mengatakan siap.", Speaker("Ahmad", None)),
    ],
)
def test_a_clause_means_a_person_an_office_or_nobody(body: str, speaker: Speaker | None) -> None:
    assert speakers(body)[-1:] == [speaker]


def test_a_later_mention_has_the_role_that_introduced_the_person() -> None:
    first, second = speakers("Ketua KPU Sari Melati mengatakan siap. Sari menegaskan itu.")
    assert first == Speaker("Sari Melati", "Ketua KPU", is_introduced=True)
    assert second == Speaker("Sari Melati", "Ketua KPU")
