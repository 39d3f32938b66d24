"""The references of a fact check: lists of addresses and titles, which are no part of its text."""

import re
from collections.abc import Iterable, Sequence

from corpus.heads import HeadKind, heads_in
from corpus.lines import Line
from corpus.page import DroppedLine

_REASON = "reference list"
_ADDRESS = re.compile(r"https?://\S+|\bwww\.\S+")
# Words beside the address of a source: `Sumber: Facebook https://…`.
_SOURCE_WORDS = 8
# A whole report set among the references has more words than these, and more for each address.
_REPORT_WORDS = 120
_WORDS_OF_TITLE = 60


def without_references(lines: Sequence[Line]) -> tuple[list[Line], list[DroppedLine]]:
    """Return the paragraphs of a fact check without what stands under the head of its references.

    Of what stands under the head of its source, an address goes. A report printed in full among the
    references stays, and so does a page that is nothing but references.
    """
    kept: list[Line] = []
    dropped: list[DroppedLine] = []
    inside: HeadKind | None = None
    for line in lines:
        text, inside = _trimmed(line, inside, dropped)
        if text:
            kept.append(Line(line.number, text, line.kind))
    return (kept, dropped) if kept else (list(lines), [])


def addresses_of_claims(dropped: Iterable[DroppedLine]) -> frozenset[str]:
    """Return the addresses at which a claim was found, `Sumber: https://…`, from what was dropped."""
    lines = [line.text for line in dropped if line.reason == _REASON]
    sources = (text for text in lines if any(head.kind == "label" for head in heads_in(text)))
    return frozenset(address.rstrip(",.") for text in sources for address in _ADDRESS.findall(text))


def _trimmed(line: Line, inside: HeadKind | None, dropped: list[DroppedLine]) -> tuple[str, HeadKind | None]:
    """Return what stays of a line, and the kind of the head it leaves open."""
    heads = list(heads_in(line.text))
    starts = [0, *(head.start for head in heads)]
    ends = [*starts[1:], len(line.text)]
    kept: list[str] = []
    for kind, start, end in zip([inside, *(head.kind for head in heads)], starts, ends, strict=True):
        piece = line.text[start:end]
        if piece.strip() and _is_list(piece, kind):
            dropped.append(DroppedLine(line.number, piece.strip(), _REASON))
        else:
            kept.append(piece)
    return "".join(kept).strip(), heads[-1].kind if heads else inside


def _is_list(piece: str, kind: HeadKind | None) -> bool:
    """Tell addresses and titles from a report that is printed in full: `(1) https://…, KABAR: “…”`."""
    if kind == "label":
        return _is_address(piece)
    rest, addresses = _ADDRESS.subn("", piece)
    longest = max(_REPORT_WORDS, _WORDS_OF_TITLE * addresses)
    return kind == "reference" and len(rest.split()) <= longest


def _is_address(piece: str) -> bool:
    rest = _ADDRESS.sub("", piece)
    return rest != piece and len(rest.split()) <= _SOURCE_WORDS
