import pytest

from corpus.attribution import attribute


@pytest.mark.parametrize(
    "clause",
    [
        "kata Ketua Baznas, Ustaz Hilmi Afwan, Minggu",
        "kata Ketua Baznas, Profesor Hilmi Afwan di kantornya",
        "kata Ketua Baznas saat itu Hilmi Afwan di kantornya",
        "kata mantan Ketua Baznas, Hakim Konstitusi Hilmi Afwan",
    ],
)
def test_a_name_with_a_title_goes_on_with_the_role_before_its_comma(clause: str) -> None:
    (quote,) = attribute(f"“Jalan itu rusak,” {clause}.")
    assert quote.speaker == "Hilmi Afwan"
    assert quote.role is not None
    assert quote.role.endswith("Ketua Baznas")


@pytest.mark.parametrize(
    ("body", "speaker"),
    [
        ("“Jalan itu rusak,” kata Ketua Baznas Sari Melati, Bupati Hilmi Afwan di kantornya.", "Sari Melati"),
        ("“Jalan itu rusak,” kata Ketua Baznas, Jumat.", None),
        ("“Jalan itu rusak,” kata Ketua Baznas saat itu.", None),
        ("“Jalan itu rusak,” kata Ketua Baznas, Bupati Hilmi Afwan datang.", None),
    ],
)
def test_others_behind_a_role_do_not_speak(body: str, speaker: str | None) -> None:
    assert [quote.speaker for quote in attribute(body)] == [speaker]
