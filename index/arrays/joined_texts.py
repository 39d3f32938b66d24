"""Texts that are indexed one by one and joined too, as quotes are: analysed once."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate, pairwise

from index.analysis import BREAK, Analysis, analyze, analyzer
from index.tokenization import Words


def analyze_joined(texts: Sequence[str]) -> tuple[Analysis, list[Analysis]]:
    """Return the analysis of the texts joined by BREAK, and that of each.

    Each is cut out of the first, without the compounds; where words of two texts together could be a word too
    (wali, kota), or a text is joined already, each is analysed.
    """
    whole = analyze(BREAK.join(texts))
    places = list(accumulate((len(text) + len(BREAK) for text in texts), initial=0))
    bounds = [bisect_left(whole.words.starts, place) for place in places]
    if any(BREAK in text for text in texts) or _crosses(whole, bounds):
        return whole, list(map(analyze, texts))
    parts = zip(pairwise(bounds), places, strict=False)
    return whole, [_cut(whole, first, stop, place) for (first, stop), place in parts]


def _crosses(whole: Analysis, bounds: Sequence[int]) -> bool:
    """Tell whether words that are written as one too begin in a text and end in another."""
    joins = analyzer().joined(whole)
    return any(first < bound < first + length for first, length in joins for bound in bounds)


def _cut(whole: Analysis, first: int, stop: int, place: int) -> Analysis:
    words = whole.words
    starts, ends = ([each - place for each in ends[first:stop]] for ends in (words.starts, words.ends))
    wide = (each._replace(first=each.first - first) for each in whole.wide if first <= each.first < stop)
    part = Words(words.surfaces[first:stop], range(stop - first), starts, ends)
    return Analysis(part, whole.stems[first:stop], tuple(wide))
