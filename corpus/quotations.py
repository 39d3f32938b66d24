"""Spans in quotation marks, also where a page lost one mark of a pair."""

import re
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Final

from corpus.wordlists import read_lines

_MARK: Final = re.compile('[“”„«»"]')
_PARAGRAPH: Final = re.compile(r"[^\n]+")
_OPENING_CONTEXT: Final = frozenset("([:—–-/")
# `“Habis sudah :)”.`
_BEHIND_CLOSING: Final = frozenset(".,;!?")
_SENTENCE_END: Final = frozenset(".!?…")
# Two letters before the full stop: "H. Anwar" ends no sentence.
_SENTENCE_START: Final = re.compile(r"(?:[\w)][\w)'’][.!?…]+[”“\"]?\s*|[”“\"]\s+)(?=[A-Z])")
# Pages repeat the opening mark in every paragraph of a long quotation, but none has this many.
_MOST_PARAGRAPHS = 12
_FARTHEST_STOP = 4
_LONGEST_GAP = 4
# Between marks of which the first has a blank behind it.
_MOST_SENTENCES = 3
_TRIMMED: Final = '“”„«»"'


@dataclass(frozen=True, slots=True)
class Quotation:
    """A span in quotation marks: `start`, `end` are its words, `outer_start`, `outer_end` hold the marks.

    Where a mark is missing, the span starts or ends where the speech does. `is_spaced` where a blank stands
    behind the opening mark: it may as well have closed something that the page lost.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    is_spaced: bool = False


class _Side(Enum):
    """What a mark does by the characters beside it: GLUED touches words on both sides, LOOSE on none."""

    OPENS = 1
    CLOSES = 2
    GLUED = 3
    LOOSE = 4


def quotations_in(text: str) -> list[Quotation]:
    """Return the quotations of a text in their order; a page may use ” or " on both sides.

    A quotation over several paragraphs is one where each of them opens with a mark and only the last closes.
    """
    reader = _Reader(text)
    if _MARK.search(text):
        paragraphs = [match.span() for match in _PARAGRAPH.finditer(text)]
        for number, span in enumerate(paragraphs):
            reader.read(span, paragraphs[number + 1] if number + 1 < len(paragraphs) else None)
    return [quotation for quotation in reader.found if quotation.start < quotation.end]


class _Reader:
    """Pairs the marks of a text, paragraph after paragraph."""

    def __init__(self, text: str) -> None:
        self.found: list[Quotation] = []
        self._text = text
        self._opened: int | None = None
        self._depth = 0
        self._inner_close: int | None = None
        self._paragraphs = 0

    def read(self, span: tuple[int, int], following: tuple[int, int] | None) -> None:
        """Read the marks of one paragraph; `following` is the span of the next."""
        repeated = self._opened is not None
        for match in _MARK.finditer(self._text, *span):
            if repeated:
                repeated = False
                continue
            self._mark(match.start(), span)
        if self._opened is not None and not self._goes_on(following):
            self._give_up(span[1])

    def _mark(self, position: int, span: tuple[int, int]) -> None:
        side = _side_of(self._text, position, span)
        if self._opened is None:
            self._mark_outside(position, side, span)
        elif self._opens_another(position, side):
            if self._ends_sentence(position) or self._holds_nothing(position, side):
                self._give_up(position)
                self._open(position)
            else:
                self._depth += 1
        else:
            self._close(position, span)

    def _mark_outside(self, position: int, side: _Side, span: tuple[int, int]) -> None:
        """Open a quotation, or find where one began whose opening mark is missing."""
        if side is not _Side.OPENS and self._is_reported(position, span[1]):
            self._add_without_opening(position, span[0])
            return
        loose = side is _Side.LOOSE and position + 1 < span[1]
        glued = side is _Side.GLUED and not self._text[position - 1].isalnum()
        if loose or glued or side is _Side.OPENS:
            self._open(position)

    def _is_reported(self, position: int, last: int) -> bool:
        """Tell whether a reporting verb stands right behind a mark."""
        worded = any(map(str.isalpha, self._text[position + 1 : position + 1 + _LONGEST_GAP]))
        return worded and reporting_verb().match(self._text, position + 1, last) is not None

    def _opens_another(self, position: int, side: _Side) -> bool:
        """Tell a mark that opens, inside a quotation, another one."""
        after = self._text[position + 1 : position + 3].lstrip()[:1]
        if side is _Side.LOOSE:
            return after.isupper() and self._ends_sentence(position)
        glued = side is _Side.GLUED and self._text[position - 1] in ",:" and after.isupper()
        return side is _Side.OPENS or glued

    def _holds_nothing(self, position: int, side: _Side) -> bool:
        """Tell a mark left over before `Sari melanjutkan, “…”`: its own words lead up to the next."""
        opened = self._opened or 0
        leads_up = self._text[position - 2 : position].strip() in {",", ":"} and side is _Side.OPENS
        return leads_up and self._is_spaced(opened) and self._is_narrated(opened, position)

    def _ends_sentence(self, position: int) -> bool:
        before = self._text[max(0, position - _FARTHEST_STOP) : position]
        return before.rstrip().rstrip(_TRIMMED)[-1:] in _SENTENCE_END

    def _open(self, position: int) -> None:
        self._opened, self._depth, self._inner_close, self._paragraphs = position, 1, None, 1

    def _close(self, position: int, span: tuple[int, int]) -> None:
        self._depth -= 1
        self._inner_close = position
        if self._depth:
            return
        opened = self._opened or 0
        self._opened = None
        if self._is_spaced(opened) and self._is_narrated(opened, position):
            if self._begins_sentence(position):
                self._open(position)
            elif not self._text[position - 1].isspace():  # a mark behind a blank closes nothing
                self._add_without_opening(position, span[0])
        else:
            self._add(opened, position, position + 1)

    def _begins_sentence(self, position: int) -> bool:
        """Tell a mark between a full stop and a capital: `dari KPK."Apabila`."""
        return self._text[position - 1] in _SENTENCE_END and self._text[position + 1 : position + 2].isupper()

    def _is_narrated(self, opened: int, position: int) -> bool:
        """Tell whether the page's own words stand between two marks, which then belong to two quotations."""
        if _narration().search(self._text, opened, position):
            return True
        return len(_SENTENCE_START.findall(self._text, opened, position)) > _MOST_SENTENCES

    def _goes_on(self, following: tuple[int, int] | None) -> bool:
        """Tell whether the next paragraph opens with the mark again and this one lost none."""
        opened = self._opened or 0
        if following is None or self._inner_close or self._paragraphs == _MOST_PARAGRAPHS:
            return False
        first = following[0]
        if not _MARK.match(self._text, first) or _side_of(self._text, first, following) is not _Side.OPENS:
            return False
        self._paragraphs += 1
        return self._is_spaced(opened) is False and self._attribution(opened, first) is None

    def _give_up(self, limit: int) -> None:
        """End a quotation that nothing closes: before its speaker is named, else with its sentence."""
        opened = self._opened or 0
        self._opened = None
        attribution = self._attribution(opened, limit)
        if self._inner_close is not None:
            self._add(opened, self._inner_close, self._inner_close + 1)
        elif attribution is not None and not (
            self._is_spaced(opened) and self._is_narrated(opened, attribution)
        ):
            self._add(opened, attribution, attribution)
        elif not self._is_spaced(opened):
            end = self._sentence_end(opened, limit) if self._ends_sentence(opened) else limit
            self._add(opened, end, end)

    def _attribution(self, opened: int, limit: int) -> int | None:
        """Return the end of what is said before `, kata NAME` or `, katanya`."""
        match = _attribution().search(self._text, opened, limit)
        return match.start() + 1 if match else None

    def _sentence_end(self, opened: int, limit: int) -> int:
        match = _SENTENCE_START.search(self._text, opened, limit)
        return match.end() if match else limit

    def _add_without_opening(self, position: int, first: int) -> None:
        first = max(first, self.found[-1].outer_end if self.found else 0)
        for match in _SENTENCE_START.finditer(self._text, first, position):
            first = match.end()
        self._add(first, position, position + 1, skipped=0)

    def _add(self, outer_start: int, inner_end: int, outer_end: int, skipped: int = 1) -> None:
        text = self._text
        first, last = outer_start + skipped, inner_end
        while first < last and (text[first].isspace() or text[first] in _TRIMMED):
            first += 1
        while first < last and (text[last - 1].isspace() or text[last - 1] in f",{_TRIMMED}"):
            last -= 1
        spaced = bool(skipped) and self._is_spaced(outer_start)
        self.found.append(Quotation(first, last, outer_start, outer_end, spaced))

    def _is_spaced(self, opened: int) -> bool:
        return self._text[opened + 1 : opened + 2].isspace()


def _side_of(text: str, position: int, span: tuple[int, int]) -> _Side:
    before = text[position - 1] if position > span[0] else " "
    after = text[position + 1] if position + 1 < span[1] else " "
    if before in _OPENING_CONTEXT and after in _BEHIND_CLOSING:
        return _Side.CLOSES
    if before.isspace() or before in _OPENING_CONTEXT:
        return _Side.LOOSE if after.isspace() else _Side.OPENS
    if text[position] in "“„«" and after.isalnum() and not before.isalnum():
        return _Side.OPENS
    return _Side.GLUED if after.isalnum() else _Side.CLOSES


@cache
def reporting_verb() -> re.Pattern[str]:
    """Return the pattern of a bare reporting verb right behind a mark."""
    return re.compile(rf"\W{{0,3}}(?i:{_verbs('cues_base.txt')})(?:nya)?\b")


@cache
def _attribution() -> re.Pattern[str]:
    speaker = r"(?:[A-Z]|(?:dia|ia|beliau|seorang|anggota|ketua|salah|warga|calon|mantan)\b)"
    return re.compile(rf"[,.!?]\s+(?:{_verbs('cues_base.txt')})(?:nya\b|\s+{speaker})")


@cache
def _narration() -> re.Pattern[str]:
    """Return the pattern of a speaker with a reporting verb: what no speaker would say of himself."""
    active = rf"(?:[A-Z]\w+|\b[Ii]a|\b[Dd]ia)(?: \w+)? (?:{_verbs('cues_active.txt')})\b"
    return re.compile(rf"{active}|{_attribution().pattern}")


def _verbs(name: str) -> str:
    return "|".join(sorted(map(re.escape, read_lines(name)), key=len, reverse=True))
