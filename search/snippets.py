"""Passages of a text that show why it matched, as plain fragments: whoever renders them escapes them."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from operator import attrgetter

from search.marks import Mark
from search.results import Fragment, Snippet

SNIPPETS_MOST = 2
# Characters of one passage, before it is drawn out to whole words.
PASSAGE_LENGTH = 200
# A marked phrase may take more; beyond this it is not shown to its end.
PASSAGE_MOST = 1_200
QUOTE_LENGTH = 600
# What is longer than this without a space is no word, and may be cut.
WORD_LENGTH = 60
_ELLIPSIS = "…"
# After a stop, but not that of an initial or a short title: H. Ridwan, Drs. Bonar. It looks back once it is
# there, so that the pattern begins with a character and is found several times as fast.
_SENTENCE_START = re.compile(
    r"[\n.!?…](?:"
    r"(?:(?<=\n)|(?<!\n)(?<!\b[A-Z].)(?<!\b[A-Z][a-z].)(?<!\b[A-Z][a-z]{2}.)(?<!\b[A-Z][a-z]{3}.)[\"'”’»)\]]*)"
    r"\s+(?=[\"'“‘«(]*[A-Z0-9])"
    r"|(?<=\n))"
)
# A word that occurs once in a text tells so much more than one that fills it; one more word outweighs both.
_RAREST = 30
_WORD_WORTH = 1_000
_START, _MATCHED = attrgetter("start"), attrgetter("matched")


def snippets_of(text: str, marks: Sequence[Mark]) -> tuple[Snippet, ...]:
    """Return the one or two passages that hold most of the query; the beginning where none matches."""
    if not marks:
        return (_cut(text, _whole_words(text, 0, PASSAGE_LENGTH), []),) if text.strip() else ()
    return tuple(_cut(text, span, marks) for span in _passages(text, sorted(_best_spans(marks))))


def quote_snippets(text: str, marks: Sequence[Mark]) -> tuple[Snippet, ...]:
    """Return all of a quote with its marks; of a very long one the beginning, or what matches beyond it."""
    span = _whole_words(text, 0, QUOTE_LENGTH)
    shown = {mark.matched for mark in marks if mark.end <= span[1]}
    if any(mark.matched not in shown for mark in marks):
        return snippets_of(text, marks)
    return (_cut(text, span, marks),) if text.strip() else ()


def _passages(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Draw each span out to a passage; where two meet, the second begins after the first."""
    before = 0
    for span in spans:
        start, end = _around(text, span)
        passage = _whole_words(text, max(start, before), end)
        yield passage
        before = passage[1]


def _best_spans(marks: Sequence[Mark]) -> list[tuple[int, int]]:
    """Choose the window with most of the query, then the one that adds most to it."""
    words = {mark.matched: mark.words for mark in marks}
    times = Counter(map(_MATCHED, marks))
    worths = {each: _WORD_WORTH * words[each] + max(1, _RAREST // times[each]) for each in words}
    chosen: list[tuple[int, int]] = []
    while len(chosen) < SNIPPETS_MOST and (best := _best_window(marks, worths, chosen)):
        chosen.append((best[0].start, best[-1].end))
        worths |= dict.fromkeys((mark.matched for mark in best), 0)
    return chosen


def _best_window(
    marks: Sequence[Mark], worths: dict[str, int], chosen: Sequence[tuple[int, int]]
) -> Sequence[Mark]:
    """Return the marks of the passage worth most, of equals the one with most marks; none of no worth."""
    if not any(worths.values()):
        return ()
    best, most = range(0), (0, len(marks))
    inside = dict.fromkeys(worths, 0)
    worth = last = 0
    count = len(marks)
    for first, (start, _, matched, _) in enumerate(marks):
        reach = start + PASSAGE_LENGTH
        while last < count and (last == first or marks[last].end <= reach):
            entering = marks[last].matched
            worth += 0 if inside[entering] else worths[entering]
            inside[entering] += 1
            last += 1
        rank = (worth, last - first)
        if rank > most and not _meets((start, marks[last - 1].end), chosen):
            best, most = range(first, last), rank
        inside[matched] -= 1
        worth -= 0 if inside[matched] else worths[matched]
    return marks[best.start : best.stop]


def _meets(span: tuple[int, int], others: Sequence[tuple[int, int]]) -> bool:
    # Passages are drawn out around a span, so near ones would tell the same.
    apart = PASSAGE_LENGTH + WORD_LENGTH
    return any(span[0] - apart < other[1] and other[0] - apart < span[1] for other in others)


def _around(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """Draw a span out to the length of a passage, from the start of its sentence where that is near."""
    spare = max(0, PASSAGE_LENGTH - (span[1] - span[0]))
    reach = max(0, span[0] - spare)
    # One character more, for the letter that a sentence starts with.
    starts = [found.end() for found in _SENTENCE_START.finditer(text, reach, span[0] + 1)]
    starts = starts if reach else [0, *starts]
    # At the end of a text the passage holds the sentences before, rather than less.
    early = [start for start in starts if start + PASSAGE_LENGTH <= len(text)]
    start = early[-1] if early else starts[0] if starts else reach + spare // 2
    return start, max(start + PASSAGE_LENGTH, min(span[1], start + PASSAGE_MOST))


def _cut(text: str, span: tuple[int, int], marks: Sequence[Mark]) -> Snippet:
    """Return the fragments of a passage, an ellipsis where text is left out."""
    start, end = span
    passage = text[start:end].replace("\n", " ")
    parts = [Fragment(_ELLIPSIS + " ", marked=False)] if start > 0 and text[:start].strip() else []
    position = 0
    for mark in marks[bisect_left(marks, start, key=_START) :]:
        if mark.end > end:
            break
        first, stop = mark.start - start, mark.end - start
        if position < first:
            parts.append(Fragment(passage[position:first], marked=False))
        parts.append(Fragment(passage[first:stop], marked=True))
        position = stop
    if position < len(passage):
        parts.append(Fragment(passage[position:], marked=False))
    if text[end:].strip():
        parts.append(Fragment(" " + _ELLIPSIS, marked=False))
    return tuple(parts)


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Draw a span out to whole words, the space around them left out."""
    end = min(end, len(text))
    while start < end and text[start].isspace():
        start += 1
    first, last = max(0, start - WORD_LENGTH), min(end + WORD_LENGTH, len(text))
    while first < start and not text[start - 1].isspace():
        start -= 1
    while end < last and not text[end].isspace():
        end += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
