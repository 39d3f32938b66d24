"""Stretches of a body, in order and apart from one another, and what touches them."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of a body, in character offsets."""

    start: int
    end: int


def overlap(spans: Sequence[Span], start: int, end: int) -> bool:
    """Tell whether a stretch shares a character with one of the spans, which are in order and apart."""
    place = bisect_left(spans, end, key=lambda span: span.start)
    return place > 0 and spans[place - 1].end > start


def cover(spans: Sequence[Span], start: int, end: int) -> bool:
    """Tell whether a stretch lies in one of the spans, which are in order and apart."""
    place = bisect_left(spans, start + 1, key=lambda span: span.start)
    return place > 0 and spans[place - 1].end >= end


def merged(spans: Iterable[Span]) -> Iterator[Span]:
    """Yield spans in order, those that touch as one."""
    last: Span | None = None
    for span in sorted(spans):
        if last and span.start <= last.end:
            last = Span(last.start, max(last.end, span.end))
        else:
            if last:
                yield last
            last = span
    if last:
        yield last
