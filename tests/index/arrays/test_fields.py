"""The lengths that a byte stands for."""

from whoosh.util.numeric import byte_to_length

from index.arrays.fields import CODE_LENGTHS


def test_a_code_means_the_length_that_whoosh_scores_by() -> None:
    assert CODE_LENGTHS.tolist() == [byte_to_length(code) for code in range(256)]
