import pytest

from corpus.attribution import attribute
from corpus.sentences import sentences_in
from corpus.spoken_up import names_topic, verb_length


def verbs(text: str) -> list[str]:
    (sentence,) = sentences_in(text)
    places = [place for place in range(len(sentence.tokens)) if verb_length(sentence.tokens, place)]
    return [sentence.tokens[place].key for place in places]


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Camat Sari Melati angkat suara soal jalan itu.", "angkat"),
        ("Camat Sari Melati akhirnya buka bicara.", "buka"),
        ("Camat Sari Melati memberikan klarifikasi terkait jalan yang beredar itu.", "memberikan"),
        ("Camat Sari Melati memberi penjelasan bahwa jalan itu utuh.", "memberi"),
        ("Faktanya, Sari Melati justru berpidato tentang jalan itu.", "berpidato"),
    ],
)
def test_a_verb_of_two_words_reports(text: str, verb: str) -> None:
    assert verbs(text) == [verb]


@pytest.mark.parametrize(
    "text",
    [
        "Camat Sari Melati diminta memberikan klarifikasi soal jalan itu.",
        "Camat Sari Melati belum angkat bicara.",
        "Camat Sari Melati memberikan keterangan di sidang serta memastikan jalan itu utuh.",
        "Camat Sari Melati memberikan bantuan soal jalan itu.",
        "Camat Sari Melati buka",
        "Camat Sari Melati membahas soal jalan itu.",
    ],
)
def test_what_is_asked_for_or_goes_on_reports_nothing(text: str) -> None:
    assert verbs(text) == []


def test_a_topic_is_opened_by_its_word() -> None:
    (sentence,) = sentences_in("Sari buka suara soal jalan")
    assert names_topic(sentence.tokens, 3)
    assert not names_topic(sentence.tokens, 5)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("Camat Sari Melati angkat suara soal jalan itu.", [("Sari Melati", "soal jalan itu")]),
        (
            "Juru bicara MULIA Sari Melati lewat laman resmi MULIA memberi penjelasan bahwa jalan itu utuh.",
            [("Sari Melati", "jalan itu utuh")],
        ),
        ("Camat Sari Melati angkat bicara.", []),
        ("Video aslinya adalah momen saat Sari Melati membahas soal jalan.", [("Sari Melati", "soal jalan")]),
        ("Camat Sari Melati tidak juga memberikan tanggapan.", []),
    ],
)
def test_what_is_said_is_what_stands_behind(body: str, said: list[tuple[str, str]]) -> None:
    assert [(quote.speaker, quote.text) for quote in attribute(body)] == said
