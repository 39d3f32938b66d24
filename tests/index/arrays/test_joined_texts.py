import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.analysis import BREAK, Analysis, analyze
from index.arrays.joined_texts import analyze_joined

words = st.sampled_from(
    [
        *("wali", "kota", "Wali", "tanggung", "jawab", "bertanggung", "jawabnya", "undang", "undangan"),
        *("anak-anak", "PDI-P", "Ma'ruf", "2,5km", "1.250.000", "-", ".", "", "se-Arunika", "pascapemilu"),
    ]
)
texts = st.lists(st.lists(words, max_size=5).map(" ".join), max_size=5)


def without_compounds(analysis: Analysis) -> tuple[object, ...]:
    words = analysis.words
    return (
        list(words.surfaces),
        list(words.positions),
        list(words.starts),
        list(words.ends),
        list(analysis.stems),
        sorted(analysis.wide),
    )


@given(texts=texts)
def test_each_part_is_what_the_analyzer_makes_of_it(texts: list[str]) -> None:
    whole, parts = analyze_joined(texts)
    assert whole == analyze(BREAK.join(texts))
    assert [without_compounds(part) for part in parts] == [without_compounds(analyze(text)) for text in texts]


@pytest.mark.parametrize(
    "texts",
    [
        [],
        [""],
        ["dia wali", "kota besar"],
        ["dia wali", "kota", "wali kota"],
        [f"wali{BREAK}kota", "satu dua"],
    ],
)
def test_words_that_would_join_across_texts_stay_apart(texts: list[str]) -> None:
    _, parts = analyze_joined(texts)
    assert [without_compounds(part) for part in parts] == [without_compounds(analyze(text)) for text in texts]
