"""Passages of a text that show why it matched, as plain fragments: whoever renders them escapes them."""

from collections.abc import Iterator, Sequence

from search.highlights import Highlights, Mark
from search.results import Fragment, Snippet

SNIPPETS_MOST = 2
# Characters of one passage, before it is drawn out to whole words.
PASSAGE_LENGTH = 200
QUOTE_LENGTH = 600
# What is longer than this without a space is no word, and may be cut.
WORD_LENGTH = 60
_ELLIPSIS = "…"


def snippets_of(text: str, highlights: Highlights) -> tuple[Snippet, ...]:
    """Return the one or two passages that hold most of the query; the beginning where none matches."""
    marks = highlights.marks(text)
    if not marks:
        return (_cut(text, _whole_words(text, 0, PASSAGE_LENGTH), []),) if text.strip() else ()
    return tuple(_cut(text, span, marks) for span in _passages(text, sorted(_best_spans(marks))))


def whole_text(text: str, highlights: Highlights) -> Snippet:
    """Return all of a text with its marks; a very long one is cut at the end."""
    return _cut(text, _whole_words(text, 0, QUOTE_LENGTH), highlights.marks(text))


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
    chosen: list[tuple[int, int]] = []
    seen: set[str] = set()
    windows = [_window(marks, first) for first in range(len(marks))]
    for _ in range(SNIPPETS_MOST):
        free = [window for window in windows if not any(_overlap(_span(window), other) for other in chosen)]
        best = max(free, key=lambda window: _worth(window, seen), default=None)
        if best is None or (chosen and not {mark.matched for mark in best} - seen):
            break
        chosen.append(_span(best))
        seen.update(mark.matched for mark in best)
    return chosen


def _window(marks: Sequence[Mark], first: int) -> Sequence[Mark]:
    last = first
    while last + 1 < len(marks) and marks[last + 1].end - marks[first].start <= PASSAGE_LENGTH:
        last += 1
    return marks[first : last + 1]


def _worth(window: Sequence[Mark], seen: set[str]) -> tuple[int, int, int]:
    matched = {mark.matched for mark in window}
    return len(matched - seen), len(matched), len(window)


def _span(window: Sequence[Mark]) -> tuple[int, int]:
    return window[0].start, window[-1].end


def _overlap(span: tuple[int, int], other: tuple[int, int]) -> bool:
    # Passages are drawn out around a span, so near ones would tell the same.
    return span[0] - PASSAGE_LENGTH < other[1] and other[0] - PASSAGE_LENGTH < span[1]


def _around(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """Draw a span out to the length of a passage, from the start of its sentence where that is near."""
    spare = max(0, PASSAGE_LENGTH - (span[1] - span[0]))
    start = max(0, span[0] - spare // 2)
    sentence = max(text.rfind(mark, start, span[0]) for mark in (". ", "\n", "? ", "! "))
    start = sentence + 1 if sentence >= 0 else start
    return start, max(start + PASSAGE_LENGTH, min(span[1], start + QUOTE_LENGTH))


def _cut(text: str, span: tuple[int, int], marks: Sequence[Mark]) -> Snippet:
    """Return the fragments of a passage, an ellipsis where text is left out."""
    start, end = span
    parts = [Fragment(_ELLIPSIS + " ", marked=False)] if start > 0 and text[:start].strip() else []
    position = start
    for mark in marks:
        if mark.start < position or mark.end > end:
            continue
        parts += [Fragment(_spaced(text[position : mark.start]), marked=False)]
        parts += [Fragment(_spaced(text[mark.start : mark.end]), marked=True)]
        position = mark.end
    parts.append(Fragment(_spaced(text[position:end]), marked=False))
    parts += [Fragment(" " + _ELLIPSIS, marked=False)] if text[end:].strip() else []
    return tuple(part for part in parts if part.text)


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
    return start, len(text[:end].rstrip())


def _spaced(text: str) -> str:
    return text.replace("\n", " ")
