import pytest

from corpus.attribution import attribute


@pytest.mark.parametrize(
    "body",
    [
        "Sari Melati mendatangi warga dan meminta mereka tenang.",
        "Sari Melati tiba di balai desa itu lalu meminta warga tenang.",
        "Sari Melati menemui Darwis Lesmana, lalu meminta warga tenang.",
        "Sari Melati tersenyum sambil meminta warga tenang.",
        "Sari Melati menutup rapat dengan meminta warga tenang.",
        "Sari Melati datang. Ia berdiri dan kembali meminta warga tenang.",
    ],
)
def test_the_second_thing_that_a_subject_does_may_report(body: str) -> None:
    assert [quote.speaker for quote in attribute(body)] == ["Sari Melati"]


@pytest.mark.parametrize(
    "body",
    [
        "Sari Melati menyambut warga yang datang dan meminta jembatan.",
        "Sari Melati bertugas untuk mengawasi dan memastikan logistik tiba.",
        "Sari Melati bisa saja datang dan meminta warga tenang.",
        "Rapat dihadiri Sari Melati dan meminta warga tenang.",
        "Warga berkeluh kesah dan meminta jalan saat Sari Melati lewat.",
        "Dengan janji itu Sari Melati pulang.",
        "Sari Melati terbukti secara sah dan meyakinkan telah menerima suap.",
    ],
)
def test_other_verbs_are_not_joined_to_what_a_subject_does(body: str) -> None:
    assert not any(quote.speaker for quote in attribute(body))
