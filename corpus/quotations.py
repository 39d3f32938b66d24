"""Spans in quotation marks."""

import re
from dataclasses import dataclass

_MARK = re.compile('[“”„«»"]')
_OPENERS = frozenset("“„«")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A span in quotation marks: `start`, `end` are its words, `outer_start`, `outer_end` hold the marks."""

    start: int
    end: int
    outer_start: int
    outer_end: int


def quotations_in(text: str, start: int, end: int) -> list[Quotation]:
    """Return the quotations of one paragraph, `text[start:end]`, with offsets into `text`.

    A mark that is never closed closes at the paragraph's end. A page may use ” or " on both sides.
    """
    found: list[Quotation] = []
    opened: int | None = None
    depth = 0
    last_closer = max(text.rfind("”", start, end), text.rfind("»", start, end))
    for match in _MARK.finditer(text, start, end):
        position = match.start()
        if opened is None:
            if _opens(text, position, start, end):
                opened, depth = position, 1
            continue
        if match[0] == '"' and text[opened] != '"' and position < last_closer:
            continue
        depth += _step(text, position, start, end)
        if depth == 0:
            found.append(_quotation(text, opened, position, position + 1))
            opened = None
    if opened is not None:
        found.append(_quotation(text, opened, end, end))
    return [quotation for quotation in found if quotation.start < quotation.end]


def _opens(text: str, position: int, start: int, end: int) -> bool:
    mark = text[position]
    if mark in _OPENERS:
        return True
    before = text[position - 1] if position > start else " "
    after = text[position + 1] if position + 1 < end else " "
    if before.isspace() or before in "([:—–-":
        return mark != "»"
    return not before.isalnum() and after.isalnum() and mark != "»"


def _step(text: str, position: int, start: int, end: int) -> int:
    """Return 1 where a mark opens a quotation inside another, else -1: some pages close with “."""
    return 1 if text[position] != "»" and _opens_inner(text, position, start, end) else -1


def _opens_inner(text: str, position: int, start: int, end: int) -> bool:
    before = text[position - 1] if position > start else " "
    after = text[position + 1] if position + 1 < end else " "
    return (before.isspace() or before in "([") and after.isalnum()


def _quotation(text: str, opened: int, inner_end: int, outer_end: int) -> Quotation:
    first, last = opened + 1, inner_end
    while first < last and (text[first].isspace() or text[first] in '“”"'):
        first += 1
    while first < last and (text[last - 1].isspace() or text[last - 1] in ',“”"'):
        last -= 1
    return Quotation(first, last, opened, outer_end)
