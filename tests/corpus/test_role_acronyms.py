import pytest

from corpus.role_acronyms import with_acronym


@pytest.mark.parametrize(
    ("role", "short"),
    [
        ("Kepala Kepolisian Daerah (Kapolda) Arunika", "Kapolda Arunika"),
        ("mantan kepala  kepolisian daerah ( Kapolda ) Arunika", "mantan Kapolda Arunika"),
        ("Kepala Kejaksaan Tinggi(Kajati) Arunika", "Kajati Arunika"),
        ("Sekretaris Daerah (Sekda)", "Sekda"),
        # one word, another office's words, an organisation, another acronym
        ("Penjabat (Pj) Gubernur Arunika", "Penjabat (Pj) Gubernur Arunika"),
        ("Kepala Polisi (Kapolda) Arunika", "Kepala Polisi (Kapolda) Arunika"),
        ("Ketua Komisi Pemilihan Umum (KPU) Arunika", "Ketua Komisi Pemilihan Umum (KPU) Arunika"),
        ("Kapolda Arunika", "Kapolda Arunika"),
        ("", ""),
    ],
)
def test_an_office_written_out_beside_its_acronym_is_the_acronym(role: str, short: str) -> None:
    assert with_acronym(role) == short
