from collections import defaultdict

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from index.arrays.inversion import invert

documents = st.lists(st.lists(st.integers(0, 6), max_size=8), max_size=8)


@given(documents=documents)
def test_an_inversion_is_a_dict_of_dicts(documents: list[list[int]]) -> None:
    wanted: dict[int, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    for number, words in enumerate(documents):
        for position, word in enumerate(words):
            wanted[word][number].append(position * 2)
    lengths = np.array([len(words) for words in documents], np.uint32)
    words = np.array([word for words in documents for word in words], np.uint32)
    positions = np.array([2 * place for words in documents for place in range(len(words))], np.uint32)
    found = invert(words, lengths, positions)
    terms = sorted(wanted)
    postings = [(document, wanted[term][document]) for term in terms for document in sorted(wanted[term])]
    assert found.terms.tolist() == terms
    assert found.counts.tolist() == [len(wanted[term]) for term in terms]
    assert found.word_counts.tolist() == [sum(map(len, wanted[term].values())) for term in terms]
    assert found.docs.tolist() == [document for document, _ in postings]
    assert found.freqs.tolist() == [len(places) for _, places in postings]
    assert found.positions is not None
    assert found.positions.tolist() == [place for _, places in postings for place in places]
    without = invert(words, lengths, None)
    assert without.positions is None
    assert [part.tolist() for part in without[:5]] == [part.tolist() for part in found[:5]]
