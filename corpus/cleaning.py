"""From the lines of a page to the paragraphs of its article, with a reason for every line left out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.boilerplate import RELATED_HEADLINES
from corpus.characters import fold_spaces
from corpus.lines import DATE_LINE, Line, read_page_lines
from corpus.page import DroppedLine

# What a line adds to the run of lines that is taken as the body. Prose adds by its length; what stands
# between two paragraphs (a subheading, a list) costs little; a long menu costs more than a sentence behind it
# can bring.
_PROSE_PER_WORD = 1 / 8
_PROSE_AT_MOST = 5.0
_COST = {"fragment": -0.4, "item": -0.2, "noise": -0.2}
# A run under the head of a list of other articles counts only where no other is a short article at least.
_SHORT_ARTICLE = 1.25

_GLUED_LINK = re.compile(
    r"(?:\*\*\s*|(?<=[.!?”\"])\s*)\(?(?:baca|simak|lihat|tonton)(?: juga)?(?:\s*:|\s+-|\s+video\b).{0,250}$",
    re.IGNORECASE,
)
_MARK = re.compile(r"\[(?:gambas:[^\[\]]{1,40}|img\.\d+|video\.\d+|embed\.\d+)\]", re.IGNORECASE)
_ADVERTISEMENT = re.compile(
    r"\b(?:ADVERTISEMENT\s+)?(?:SCROLL TO CONTINUE WITH CONTENT|GULIR UNTUK LANJUT\w* MEMBACA)\b"
)
_SIGNATURE = re.compile(r"(?:^|(?<=[.!?”\"’*]))\s*(?:[(\[][^()\[\]\d]{1,40}[)\]]\s*)+\W*$|\s*\*{2,}\W*$")
_CUTS = (
    (_MARK, "mark of a picture or video"),
    (_ADVERTISEMENT, "advertisement"),
    (_GLUED_LINK, "link to another article"),
)
# Glued parts and signatures stand at the end of a paragraph: no pattern has to look at more than this.
_TAIL = 300


@dataclass(frozen=True, slots=True)
class CleanText:
    """What cleaning made of a text: the article's paragraphs, the lines above them, all dropped lines."""

    paragraphs: tuple[Line, ...]
    above: tuple[Line, ...]
    dropped: tuple[DroppedLine, ...]


def clean_saved_page(text: str) -> CleanText:
    """Find the article in a page saved with its menus: the best run of prose between heads."""
    lines = read_page_lines(text)
    first, last = _body_range(lines)
    return _cleaned(lines[first:last], tuple(lines[:first]), list(_outside(lines, first, last)))


def clean_plain_text(text: str) -> CleanText:
    """Clean an article's own text of marks, asides and credits; what has no reason to go stays."""
    lines = read_page_lines(text)
    first = next((place for place, line in enumerate(lines) if line.kind == "prose"), 0)
    return _cleaned([*lines[:first], *_inside(lines[first:])], tuple(lines[:first]), [])


def _inside(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines of a text: its dates are its own (a calendar), headlines under a section head not."""
    head: Line | None = None
    for line in lines:
        head = line if line.kind == "head" else None if line.kind == "prose" else head
        if head and line.reason is None:
            yield Line(line.number, line.text, "noise", f"below “{head.text}”")
        else:
            yield Line(line.number, line.text, "fragment") if line.reason == DATE_LINE and not head else line


def _cleaned(lines: Sequence[Line], above: tuple[Line, ...], dropped: list[DroppedLine]) -> CleanText:
    kept = [line for line in lines if line.reason is None]
    dropped += [DroppedLine(line.number, line.text, line.reason) for line in lines if line.reason]
    paragraphs = [_trimmed(line, dropped) for line in kept]
    if paragraphs:
        paragraphs[-1] = _unsigned(paragraphs[-1], dropped)
    return CleanText(
        paragraphs=tuple(line for line in paragraphs if line.text),
        above=above,
        dropped=tuple(sorted(dropped, key=lambda line: line.line)),
    )


def _trimmed(line: Line, dropped: list[DroppedLine]) -> Line:
    """Return the line without what is glued to it."""
    text = line.text
    for pattern, reason in _CUTS:
        start = max(0, len(text) - _TAIL) if pattern is _GLUED_LINK else 0
        for found in reversed(list(pattern.finditer(text, start))):
            dropped.append(DroppedLine(line.number, found.group().strip(), reason))
            text = f"{text[: found.start()]} {text[found.end() :]}"
    return Line(line.number, fold_spaces(text), line.kind)


def _unsigned(line: Line, dropped: list[DroppedLine]) -> Line:
    """Return the last paragraph without the reporter's initials after its last sentence."""
    text = line.text
    while found := _SIGNATURE.search(text, max(0, len(text) - _TAIL)):
        dropped.append(DroppedLine(line.number, found.group().strip(), "reporter's signature"))
        text = text[: found.start()].rstrip()
    return Line(line.number, text, line.kind)


def _outside(lines: Sequence[Line], first: int, last: int) -> Iterator[DroppedLine]:
    """Yield the lines above and below the body."""
    for line in lines[:first]:
        yield DroppedLine(line.number, line.text, line.reason or "above the article")
    where = "below the article"
    for line in lines[last:]:
        where = f"below “{line.text}”" if line.kind == "head" else where
        yield DroppedLine(line.number, line.text, line.reason or where)


def _body_range(lines: Sequence[Line]) -> tuple[int, int]:
    """Return where the body begins and ends among the lines."""
    best = (False, 0.0, 0, 0)
    start, own = 0, True
    for stop in [*(place for place, line in enumerate(lines) if line.kind == "head"), len(lines)]:
        score, first, last = _best_run(lines, start, stop)
        best = max(best, (own and score >= _SHORT_ARTICLE, score, first, last), key=lambda run: run[:2])
        start = stop + 1
        own = own and stop < len(lines) and lines[stop].reason != RELATED_HEADLINES
    return best[2:]


def _best_run(lines: Sequence[Line], start: int, stop: int) -> tuple[float, int, int]:
    """Return the run of lines with the greatest sum: its score, start and end."""
    best, first, total = (0.0, start, start), start, 0.0
    for place in range(start, stop):
        total += _score(lines[place])
        if total <= 0:
            total, first = 0.0, place + 1
        elif total > best[0]:
            best = (total, first, place + 1)
    return best


def _score(line: Line) -> float:
    if line.kind == "prose":
        return min(line.words * _PROSE_PER_WORD, _PROSE_AT_MOST)
    return _COST[line.kind]
