from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.spans import Span, cover, merged, overlap

SPANS = (Span(2, 5), Span(9, 12))


@pytest.mark.parametrize(
    ("start", "end", "overlaps", "is_covered"),
    [
        *((0, 2, False, False), (0, 3, True, False), (2, 5, True, True), (3, 4, True, True)),
        *((5, 9, False, False), (4, 10, True, False), (9, 12, True, True), (11, 13, True, False)),
        (12, 20, False, False),
    ],
)
def test_stretches_are_compared_with_spans(start: int, end: int, *, overlaps: bool, is_covered: bool) -> None:
    assert overlap(SPANS, start, end) is overlaps
    assert cover(SPANS, start, end) is is_covered


def test_without_spans_nothing_is_covered() -> None:
    assert not overlap((), 0, 5)
    assert not cover((), 0, 5)


stretches = st.tuples(st.integers(0, 30), st.integers(0, 5)).map(lambda pair: Span(pair[0], sum(pair)))


@given(st.lists(stretches))
def test_merged_spans_stand_in_order_and_apart_and_hold_what_they_held(spans: list[Span]) -> None:
    found = list(merged(spans))
    assert all(before.end < after.start for before, after in pairwise(found))
    assert all(any(whole.start <= span.start and span.end <= whole.end for whole in found) for span in spans)
