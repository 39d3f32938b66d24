"""A snippet as a user of a peer without one would cut it: the stretch of a body with most of a query."""

from collections.abc import Collection

from index.analysis import analyze

# Words of a passage.
_WORDS = 30


def passage(text: str, stems: Collection[str]) -> str:
    """Return the words of a text around most of the stems, each of these in square brackets."""
    analysis = analyze(text)
    words = analysis.words
    marked = [number for number, stem in enumerate(analysis.stems) if stem in stems]
    first = max(marked, key=lambda start: sum(start <= each < start + _WORDS for each in marked), default=0)
    last = min(first + _WORDS, len(words.surfaces))
    if first == last:
        return ""
    cut, place = "", words.starts[first]
    for number in (each for each in marked if first <= each < last):
        start, end = words.starts[number], words.ends[number]
        cut += f"{text[place:start]}[{text[start:end]}]"
        place = end
    return cut + text[place : words.ends[last - 1]]
