"""What an outlet is called on a page of its own: the line at the top, and what of the page bears it out."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from corpus.boilerplate import COPYRIGHT
from corpus.lines import DATE_LINE, Line
from corpus.outlet_list import outlets
from corpus.outlets import HOST, MEDIUM, letters_of
from corpus.page import DroppedLine
from corpus.wordlists import read_words

# "Beranda » Cek Fakta": the way to the page.
_HOME = frozenset({"home", "beranda"})
# The name stands on one of the first lines, alone or before the sections: "Kabar Arunika | Pemilu | Daerah".
_FIRST_LINES = 2
# A host may stand below name, slogan and sections.
_LINES_WITH_HOST = 5
_MOST_WORDS, _LONGEST_SECTION = 4, 3
_CELL = re.compile(r"\s+(?:[|/•·>»›]|[-–—])\s+")
_LONGEST_ACRONYM = 4
_FEWEST_VOWELS = 2


class Masthead(NamedTuple):
    """What an outlet may be called by the top of its page, and what the page bears out, a host or a name."""

    names: tuple[str, ...]
    borne_out: str | None


def find_masthead(above: Sequence[Line], dropped: Iterable[DroppedLine]) -> Masthead:
    """Read the lines above an article, and those that were left out of the page.

    A name is borne out by the line on copyright, the end of a headline or the credit of a photograph that
    repeats it: a page may open with its headline, a section or a slogan as well. A host needs no witness.
    """
    named = {name: line for line in _top(above) if (name := _name(line.text))}
    names = tuple(named)
    host = _host(above[:_LINES_WITH_HOST])
    if host:
        return Masthead(names, host)
    owners = [letters_of(line.text) for line in dropped if line.reason == COPYRIGHT]
    borne_out = (
        name
        for name, line in named.items()
        if any(letters_of(name) in owner for owner in owners)
        or any(letters_of(name) in _ends(other.text) for other in above if other is not line)
    )
    return Masthead(names, next(borne_out, None))


def sections_above(above: Iterable[Line]) -> tuple[str, ...]:
    """Return the sections that a page is in by the way to it: `Beranda » Berita » Cek Fakta`."""
    ways = (_CELL.split(line.text) for line in above)
    return tuple(section for way in ways if letters_of(way[0]) in _HOME for section in way[1:])


def in_ordinary_case(name: str) -> str:
    """Return the name of an outlet that is printed in capitals as other pages print it: `Kabar Arunika`.

    Names of the list and acronyms stay.
    """
    if not name.isupper() or "." in name or outlets().knows(name):
        return name
    return " ".join(word if _is_acronym(word) else word.capitalize() for word in name.split(" "))


def _top(above: Sequence[Line]) -> Iterable[Line]:
    """Yield the first lines of a page; one right above a date is the headline."""
    for place, line in enumerate(above[:_FIRST_LINES]):
        below = next(iter(above[place + 1 : place + 2]), None)
        if line.reason or (below and below.reason == DATE_LINE):
            return
        yield line


def _name(line: str) -> str | None:
    """Return what a line may call the outlet; in a row of sections, that is the first."""
    first, *others = _CELL.split(line)
    name = first.strip(" :")
    short = name.count(" ") < _MOST_WORDS and all(cell.count(" ") < _LONGEST_SECTION for cell in others)
    is_menu = letters_of(name) in {"", *read_words("menu_words.txt")}
    return name if short and not is_menu and name[-1] not in '.!?”"' else None


def _host(top: Sequence[Line]) -> str | None:
    """Return the one host that stands alone on a line or in a cell of it; a row of hosts is a menu."""
    for line in top:
        hosts = [cell for cell in _CELL.split(line.text) if re.fullmatch(rf"(?i:{HOST})", cell.strip())]
        if hosts:
            return hosts[0].strip().lower().removeprefix("www.") if len(hosts) == 1 else None
    return None


def _ends(line: str) -> list[str]:
    """Return the letters at the ends of `Judul | Kabar Arunika`, and of an owner: `KABAR ARUNIKA/SEKAR`."""
    parts = _CELL.split(line)
    return [letters_of(part) for part in (parts[:: len(parts) - 1] if parts[1:] else line.split("/")[:-1])]


def _is_acronym(word: str) -> bool:
    if len(word) > _LONGEST_ACRONYM or MEDIUM.fullmatch(word):
        return False
    return len(word) < _LONGEST_ACRONYM or sum(letter in "AIUEO" for letter in word) < _FEWEST_VOWELS
