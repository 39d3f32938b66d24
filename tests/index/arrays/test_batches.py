"""A batch against a plain model: what its arrays hold is what was added, word by word."""

from collections import defaultdict
from itertools import count
from typing import Any

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from index.analysis import WideStem
from index.arrays.batches import NO_TERM, Batch
from index.arrays.layout import Field
from index.arrays.spans import encode_spans, positions_from
from index.arrays.text_terms import Terms


def numbering() -> defaultdict[str | None, int]:
    numbers = count(NO_TERM)
    terms: defaultdict[str | None, int] = defaultdict(lambda: next(numbers))
    assert terms[None] == NO_TERM
    return terms


@st.composite
def stems(draw: st.DrawFn) -> Terms:
    terms = draw(st.lists(st.sampled_from([None, "satu", "dua", "tiga"]), max_size=6))
    steps = [draw(st.sampled_from([1, 1, 100])) for _ in terms]
    positions = (np.cumsum(steps) - 1).tolist()
    places = st.integers(0, len(terms) - 1)
    wide = draw(st.lists(places, max_size=2)) if terms else []
    return Terms(terms, positions, wide=[WideStem(first, 2, f"lebar{first}") for first in wide])


@st.composite
def texts(draw: st.DrawFn) -> Terms:
    terms = draw(st.lists(st.sampled_from(["satu", "dua", "tiga"]), max_size=6))
    starts = [10 * number for number in range(len(terms))]
    ends = [start + len(term) for start, term in zip(starts, terms, strict=True)]
    moved = [(0, draw(st.integers(0, 5))), (len(terms) // 2, draw(st.integers(5, 9)))] if terms else []
    positions = range(len(terms)) if draw(st.booleans()) else [number * 2 for number in range(len(terms))]
    return Terms(terms, positions, starts, ends, moved)


def added(batch: Batch, documents: list[tuple[Terms, int]]) -> list[Terms]:
    numbers, every = numbering(), []
    for terms, times in documents:
        for _ in range(times):
            batch.add(terms, numbers)
            every.append(terms)
    return every


repeated = st.integers(1, 3)


@given(documents=st.lists(st.tuples(stems(), repeated), max_size=5))
def test_what_is_no_term_goes_and_wide_terms_follow_their_first_word(
    documents: list[tuple[Terms, int]],
) -> None:
    with_positions, without = Batch(Field("", has_positions=True)), Batch(Field(""))
    every = added(with_positions, documents)
    added(without, documents)
    numbers, wanted = numbering(), list[tuple[int, int]]()
    for terms, _ in documents:
        for wide in terms.wide:
            _ = numbers[wide.stem]
        for term in terms.terms:
            _ = numbers[term]
    lengths = []
    for terms in every:
        before = len(wanted)
        for number, (term, position) in enumerate(zip(terms.terms, terms.positions, strict=True)):
            wanted += [(numbers[term], position)] if term else []
            wanted += [(numbers[wide.stem], position) for wide in terms.wide if wide.first == number]
        lengths.append(len(wanted) - before)
    packed = with_positions.packed()
    assert packed.positions is not None
    assert list(zip(packed.numbers.tolist(), packed.positions.tolist(), strict=True)) == wanted
    assert packed.lengths.tolist() == lengths
    alone = without.packed()
    assert (alone.numbers.tolist(), alone.lengths.tolist()) == ([each for each, _ in wanted], lengths)


@given(documents=st.lists(st.tuples(texts(), repeated), max_size=5))
def test_places_are_moved_and_documents_that_share_words_have_them_each(
    documents: list[tuple[Terms, int]],
) -> None:
    batch = Batch(Field("", has_positions=True, has_spans=True))
    every = added(batch, documents)
    packed, wanted, positions = batch.packed(), list[Any](), list[int]()
    for terms in every:
        half = len(terms.terms) // 2
        for number, (start, end) in enumerate(zip(terms.starts, terms.ends, strict=True)):
            by = terms.moved[number >= half][1]
            wanted.append((start + by, end + by))
        positions += terms.positions
    lengths = np.array([len(terms.terms) for terms in every], np.int64)
    firsts = (np.cumsum(lengths) - lengths)[lengths > 0]
    places = np.array(wanted, np.int64).reshape(-1, 2)
    spans = encode_spans(places[:, 0], places[:, 1], firsts)
    assert packed.spans is not None
    assert packed.jumps is not None
    assert [part.tolist() for part in packed.spans] == [part.tolist() for part in spans]
    assert positions_from(packed.jumps, 0, len(wanted), firsts).tolist() == positions
