"""The headline: the line above the article that shares its words."""

import re
from collections import Counter
from collections.abc import Sequence

from corpus.bylines import find_author
from corpus.characters import fold_spaces
from corpus.lines import DATE_LINE, Line
from corpus.outlets import letters_of
from corpus.wordlists import read_words

_LONGEST_TITLE = 500
_FEWEST_WORDS, _MOST_WORDS = 3, 30
_LEAD_PARAGRAPHS = 6
# Words are compared by their first letters: "Terpilih" in a headline is "terpilihnya" in the text.
_STEM_LETTERS = 6

# What a line needs to be the headline, and what speaks for it beside the share of its words in the text.
_ENOUGH = 0.5
_PER_WORD, _COUNTED_WORDS = 0.02, 10
_REPEATED = 0.25
_NEAR = 0.15
_NEAR_LINES = 25
_FULL_STOP = 0.2
# Where the date or the byline stands right below a line, this is the headline, whatever its words.
_DATED = 0.3
_DATED_LINES = 2

_PREFIX = re.compile(r"^[\w-]+(?:\.\w{2,4}){1,2}:\s+")
_BEFORE = re.compile(r"^(?P<outlet>[^|•·«»–—]{2,40}?)\s+(?:[|•·«»]|[-–—])\s+")
# "Beranda / Berita", "Buku | Film | Panggung": sections, or the way to the page.
_CELL = re.compile(r"\s+(?:[|/•·>»]|[-–—])\s+")
_LONGEST_CELL, _FEWEST_CELLS = 3, 3
_SUFFIX = re.compile(r"\s+(?:[|•·«»]|[-–—])\s+(?P<outlet>[^|•·«»–—]{2,40})$")


def tidy_title(text: str | None) -> str | None:
    """Return a title on one line, cut where it is absurdly long, or None where it is blank."""
    return fold_spaces(text or "")[:_LONGEST_TITLE].strip() or None


def without_outlet(title: str, outlets: Sequence[str], *, bars: bool = True) -> str:
    """Return the title without the outlet that a page adds to it: `Judul - Kabar Arunika`, `kabar.id: Judul`.

    Behind a bar anything goes if `bars` part outlets from headlines here; behind a dash only a host or one of
    `outlets`, for headlines have dashes too.
    """
    title = _PREFIX.sub("", title)
    known = {letters_of(outlet) for outlet in outlets if outlet}
    found = _BEFORE.match(title)
    if found and letters_of(found["outlet"]) in known:
        title = title[found.end() :]
    while found := _SUFFIX.search(title):
        ending = found["outlet"]
        bar = bars and found.group().strip()[0] in "|•·«»"
        if not bar and letters_of(ending) not in known and not re.fullmatch(r"[\w-]+(?:\.\w+)+", ending):
            break
        title = title[: found.start()].rstrip()
    return title


def outlet_behind(headline: str, page_title: str) -> str | None:
    """Return the outlet that the title of a page adds to its headline: `Judul - Kabar Arunika`, or None."""
    found = _SUFFIX.search(page_title)
    return found["outlet"].strip() if found and page_title[: found.start()] == headline else None


def find_title(above: Sequence[Line], paragraphs: Sequence[str], outlet: str | None = None) -> Line | None:
    """Return the line above an article that is its headline, or None where no line is.

    A line that is nothing but the page's `outlet` is none.
    """
    body_words = _words(" ".join(paragraphs[:_LEAD_PARAGRAPHS]))
    candidates = [
        (place, line)
        for place, line in enumerate(above)
        if _may_be_title(line) and not (outlet and letters_of(line.text) == letters_of(outlet))
    ]
    repeats = Counter(line.text for _, line in candidates)
    scored = (
        (_score(line, body_words, repeats[line.text]) + _place_score(above, place), place, line)
        for place, line in candidates
    )
    best = max(scored, default=None, key=lambda entry: entry[:2])
    return best[2] if best and best[0] >= _ENOUGH else None


def _may_be_title(line: Line) -> bool:
    if line.kind in ("head", "noise") or line.text[0].islower():
        return False
    return _FEWEST_WORDS <= line.words <= _MOST_WORDS and not _is_menu(line.text)


def _is_menu(text: str) -> bool:
    """Return whether a line is a row of short parts: the sections of an outlet."""
    cells = _CELL.split(text)
    return len(cells) >= _FEWEST_CELLS and all(cell.count(" ") < _LONGEST_CELL for cell in cells)


def _score(line: Line, body_words: set[str], repeats: int) -> float:
    words = _words(line.text)
    shared = len(words & body_words) / max(len(words), _FEWEST_WORDS)
    length = _PER_WORD * min(line.words, _COUNTED_WORDS)
    return shared + length + _REPEATED * (shared > 0 and repeats > 1) - _FULL_STOP * line.text.endswith(".")


def _place_score(above: Sequence[Line], place: int) -> float:
    below = above[place + 1 : place + 1 + _DATED_LINES]
    dated = any(line.reason == DATE_LINE or find_author([line.text]) for line in below)
    return _NEAR * (len(above) - place <= _NEAR_LINES) + _DATED * dated


def _words(text: str) -> set[str]:
    known = read_words("function_words.txt")
    return {word[:_STEM_LETTERS] for word in re.findall(r"\w+", text.lower()) if word not in known}
