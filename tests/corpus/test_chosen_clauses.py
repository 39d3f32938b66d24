import pytest

from corpus.attribution import attribute


@pytest.mark.parametrize(
    ("body", "speaker"),
    [
        ("Setelah Sari Melati mengkritik usul itu, Darwis Lesmana mengancam akan mundur.", "Darwis Lesmana"),
        ("Meski Sari Melati meminta maaf, Darwis Lesmana tetap menuntut ganti rugi.", "Darwis Lesmana"),
        ("Setelah rapat, Sari Melati meminta Darwis Lesmana mengakui kesalahannya.", "Sari Melati"),
        ("Ketika ditemui, Sari Melati mengatakan bahwa Darwis Lesmana meminta maaf.", "Sari Melati"),
        ("Darwis Lesmana mengaku lega setelah Sari Melati meminta maaf.", "Darwis Lesmana"),
        ("Menurut Sari Melati, Darwis Lesmana mengaku lega.", "Sari Melati"),
    ],
)
def test_a_sentence_says_what_its_main_clause_says(body: str, speaker: str) -> None:
    assert [quote.speaker for quote in attribute(body)] == [speaker]


def test_a_quotation_belongs_to_the_clause_behind_it_or_the_nearest() -> None:
    body = (
        "Sari Melati mengatakan “air sudah surut pagi ini” dan "
        "Darwis Lesmana menjawab “syukur kalau begitu adanya”."
    )
    assert [quote.speaker for quote in attribute(body)] == ["Sari Melati", "Darwis Lesmana"]
