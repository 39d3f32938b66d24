"""From the lines of a page to the paragraphs of its article, with a reason for every line left out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.boilerplate import PHOTO_CREDIT, RELATED_HEADLINES, RELATED_LINK, is_short
from corpus.characters import fold_spaces
from corpus.glued_parts import find_cuts
from corpus.lines import DATE_LINE, Line, looks_like_headline, read_page_lines
from corpus.page import DroppedLine

# What a line adds to the run of lines that is taken as the body. Prose adds by its length; what stands
# between two paragraphs (a subheading, a list) costs little; a long menu costs more than a sentence behind it
# can bring.
_PROSE_PER_WORD = 1 / 8
_PROSE_AT_MOST = 5.0
_COST = {"fragment": -0.4, "item": -0.2, "noise": -0.2}
# A run under the head of a list of other articles counts only where no other is a short article at least.
_SHORT_ARTICLE = 1.25

_SIGNATURE = re.compile(
    r"(?:^|(?<=[.!?”\"’*]))\s*(?:[(\[](?:[^()\[\]\d]{1,40}|[A-Za-z]{1,3}\d{1,4})[)\]]\s*)+\W*$|\s*\*{2,}\W*$"
)
# Two sets of initials cannot be anything else: "(mau/pig)".
_TWO_SIGNED = re.compile(r"(?:^|[.!?”\"’])\s*\([a-z]{2,4}/[a-z]{2,4}\)$")
_SIGNED_WITHIN = 8
# A signature stands at the end of a paragraph: no pattern has to look at more than this.
_TAIL = 300
# "Kotak suara tiba. (Kabar Arunika/Sekar)": whose picture it is and who took it.
_CREDITED = re.compile(r"\((?:[A-Z][\w.-]* ?){1,4}/ ?(?:[A-Z][\w.-]*[ ,]*){1,4}\)$")
# A headline of another article has so many words at least.
_HEADLINE_WORDS = 6
_LAST_HEADLINES = 2
_FEWEST_PARAGRAPHS = 3
# A paragraph that may be the whole text, before the text comes again in paragraphs.
_WHOLE_TEXT = 300
_BEGINNING = 40


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
    inside = _without_last_headlines(_without_signed_off(list(_inside(lines[first:]))))
    return _cleaned([*lines[:first], *inside], tuple(lines[:first]), [])


def _inside(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines of a text: its dates are its own (a calendar), headlines under a section head not."""
    head: Line | None = None
    for line in lines:
        head = line if line.kind == "head" else None if line.kind == "prose" else head
        if head and line.reason is None:
            yield Line(line.number, line.text, "noise", f"below “{head.text}”")
        else:
            yield Line(line.number, line.text, "fragment") if line.reason == DATE_LINE and not head else line


def _without_signed_off(lines: list[Line]) -> list[Line]:
    """Return the lines, those below two reporters' initials as noise if none of them is prose."""
    for place in range(len(lines) - 1, max(-1, len(lines) - _SIGNED_WITHIN), -1):
        line = lines[place]
        if _TWO_SIGNED.search(line.text, max(0, len(line.text) - _TAIL)):
            return [
                *lines[: place + 1],
                *(_noise(below, "below the signature") for below in lines[place + 1 :]),
            ]
        if line.kind == "prose":
            break
    return lines


def _without_last_headlines(lines: list[Line]) -> list[Line]:
    """Return the lines, one or two headlines that follow the last paragraph as noise: they link elsewhere."""
    last = max((place for place, line in enumerate(lines) if line.kind == "prose"), default=-1)
    below = [line for line in lines[last + 1 :] if line.reason is None]
    paragraphs = sum(line.kind == "prose" for line in lines)
    if paragraphs < _FEWEST_PARAGRAPHS or not 0 < len(below) <= _LAST_HEADLINES:
        return lines
    if not all(_may_be_headline(line) and line.kind == "fragment" for line in below):
        return lines
    return [*lines[: last + 1], *(_noise(line, RELATED_LINK) for line in lines[last + 1 :])]


def _cleaned(lines: Sequence[Line], above: tuple[Line, ...], dropped: list[DroppedLine]) -> CleanText:
    lines = _without_caption(list(_without_repeats(list(_without_links(lines)))))
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


def _without_caption(lines: list[Line]) -> list[Line]:
    """Return the lines, a first paragraph that ends with the credit of a photograph as noise."""
    own = [place for place, line in enumerate(lines) if line.reason is None]
    if len(own) <= _FEWEST_PARAGRAPHS:
        return lines
    first = lines[own[0]]
    is_caption = is_short(first.text) and _CREDITED.search(first.text, max(0, len(first.text) - _TAIL))
    return [_noise(line, PHOTO_CREDIT) if is_caption and line is first else line for line in lines]


def _without_links(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines, a bullet with a headline alone between two paragraphs as noise."""
    kinds = ["prose", *(line.kind for line in lines), "prose"]
    for place, line in enumerate(lines):
        alone = kinds[place] == kinds[place + 2] == "prose"
        linked = alone and line.text.startswith("•") and _may_be_headline(line)
        yield _noise(line, RELATED_LINK) if linked else line


def _without_repeats(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines, as noise those that come again, and a paragraph that is all the lines below it."""
    own = [line for line in lines if line.reason is None]
    again = {line.number for before, line in pairwise(own) if line.text == before.text and line.words > 1}
    for whole, first, second in zip(own, own[1:], own[2:], strict=False):
        if (
            len(whole.text) > _WHOLE_TEXT
            and _holds(whole.text, first.text)
            and _holds(whole.text, second.text)
        ):
            again.add(whole.number)
    yield from (_noise(line, "the text again") if line.number in again else line for line in lines)


def _holds(whole: str, line: str) -> bool:
    return len(line) >= _BEGINNING and line[:_BEGINNING] in whole


def _may_be_headline(line: Line) -> bool:
    return (
        line.words >= _HEADLINE_WORDS
        and line.text[-1] not in '.”"…:'
        and looks_like_headline(line.text.split(" "))
    )


def _noise(line: Line, reason: str) -> Line:
    return Line(line.number, line.text, "noise", line.reason or reason)


def _trimmed(line: Line, dropped: list[DroppedLine]) -> Line:
    """Return the line without what is glued to it."""
    pieces, after = [], 0
    for cut in find_cuts(line.text):
        dropped.append(DroppedLine(line.number, line.text[cut.start : cut.end].strip(), cut.reason))
        pieces.append(line.text[after : cut.start])
        after = cut.end
    if not after:
        return line
    return Line(line.number, fold_spaces(" ".join([*pieces, line.text[after:]])), line.kind)


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
