"""What the words of a text become, and why: what `suara analyze` shows."""

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from index.analysis import STOPWORDS, Analysis, analyze, analyzer
from index.equivalents import SPELLING, Row, solid
from index.expansions import Match
from index.stemming import stem as stem_word
from index.tokenization import plain

NOTHING = "-"


class Reading(NamedTuple):
    """A stretch of the text, what it becomes, or NOTHING, and why."""

    written: str
    became: str
    why: str


def readings(text: str) -> Iterator[Reading]:
    """Yield every word with its stem, and what words have together behind the last of them."""
    analysis = analyze(text)
    joined = analyzer().joined(analysis)
    for number, (surface, stem) in enumerate(zip(analysis.words.surfaces, analysis.stems, strict=True)):
        yield _of_word(surface, stem)
        for first, length, wide in analysis.wide:
            if first + length - 1 == number:
                yield Reading(
                    _cut(text, analysis, first, length),
                    wide,
                    _why_together(length, (first, length) in joined),
                )


def equivalents(text: str) -> Iterator[Reading]:
    """Yield what a query of these words looks for as well, and what it does not because of its doubt."""
    analysis = analyze(text)
    for match in analyzer().expansions().find(analysis.words.surfaces):
        yield from _of_match(_cut(text, analysis, match.first, match.length), match)


def _of_word(surface: str, stem: str | None) -> Reading:
    if stem is None:
        is_common = surface in STOPWORDS
        return Reading(surface, NOTHING, "function word" if is_common else "part of a hyphenated word")
    if row := _spelling(surface):
        return Reading(surface, stem, f"spelling of {solid(row)} ({row.origin})")
    return Reading(surface, stem, "as it is" if stem == surface else "stem")


def _spelling(surface: str) -> Row | None:
    """Return the row that a word is folded by, as it stands or without its clitic."""
    bare = plain(surface)
    ways = {(bare,), (stem_word(bare),)}
    spellings = (row for row in analyzer().rows if row.kind == SPELLING)
    return next(
        (row for row in spellings for form in row.forms if form in ways and form != (solid(row),)), None
    )


def _why_together(length: int, is_joined: bool) -> str:  # noqa: FBT001  # one of two reasons
    if length == 1:
        return "its prefix, a word too"
    return "written as one word too" if is_joined else "hyphenated word"


def _of_match(written: str, match: Match) -> Iterator[Reading]:
    for row, ways in groupby(match.alternatives, attrgetter("row")):
        also = " | ".join(" ".join(alternative.words) for alternative in ways)
        yield Reading(written, also, _told(row))
    for row in match.withheld:
        yield Reading(written, NOTHING, f"not widened, for it means something else too: {_told(row)}")


def _told(row: Row) -> str:
    note = f", {row.note}" if row.note else ""
    return f"{row.kind} {' '.join(row.canonical)}{note} ({row.origin})"


def _cut(text: str, analysis: Analysis, first: int, length: int) -> str:
    words = analysis.words
    # Words of two lines are shown on one.
    return " ".join(text[words.starts[first] : words.ends[first + length - 1]].lower().split())
