"""Who wrote an article, where the page says so: `Penulis: Sekar Arum`."""

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from corpus.characters import fold_spaces
from corpus.datelines import places
from corpus.dates import parse_date
from corpus.lexicon import ACRONYM, CALENDAR, DIRECTION, GIVEN_NAME, OFFICE, PLAIN, classify
from corpus.lines import is_date_line
from corpus.outlets import letters_of, looks_like_outlet
from corpus.wordlists import read_words

# A word before a colon is the next label: "Penulis: Sekar Arum Editor: Budi Santosa".
_NAME = r"[A-Z][\w.'’-]*(?: (?:bin|binti|[A-Z][\w.'’-]*+(?!\s*:))){0,4}"
_LABEL = (
    r"(?:penulis|reporter|pewarta|pewawancara|wartawan|jurnalis|kontributor|ditulis(?: oleh)?|oleh|laporan"
    r"|naskah|teks(?:\s+(?:dan|&)\s+foto)?)"
)
_BY = r"(?:(?:Teks(?:\s+(?:dan|&)\s+[Ff]oto)?|Naskah|Ditulis|Diposting|Dilaporkan)\s+[Oo]leh|Oleh|OLEH)"
# Behind a hyphen inside a word stands no label: "Toko Oleh-Oleh Sepi".
_BYLINE = re.compile(rf"(?:^|[|(•/]|(?<!\w)-)\s*(?:(?i:{_LABEL})\s*:|{_BY})\s+(?P<name>{_NAME})")
# "oleh Sekar Arum — Rabu": a line that opens in small letters ends with the name or goes on behind a sign.
_SMALL_BYLINE = re.compile(rf"(?:oleh|by) (?=\S+ [A-Z])(?P<name>{_NAME})(?=\s*(?:[-–—|•·,(]|$))")
_ENGLISH_BYLINE = re.compile(rf"By (?=\S+ [A-Z])(?P<name>{_NAME})")
# The next label glued to a name.
_GLUED_LABEL = re.compile(r"(?<=[\w.])(?=(?:Editor|Redaktur|Penyunting|Reporter|Penulis|Sumber|Foto)\s*:)")
# The label on a line of its own: below the name, above it where it ends with a colon or is "Oleh".
_LABEL_ABOVE = re.compile(rf"(?i:{_LABEL})\s*:|{_BY}")
_LABEL_BELOW = re.compile(r"(?i:penulis|reporter|pewarta|wartawan|jurnalis|kontributor)")
_WHOLE_NAME = re.compile(r"[A-Z][\w.'’-]*(?: (?:bin|binti|[A-Z][\w.'’-]*)){1,3}")
# "Sekar Arum, Budi Santosa" above "Penulis | Editor": as many names as labels, in their order.
_JOINT = re.compile(r"\s*[|,/•·]\s*")
_OTHER_LABEL = re.compile(r"(?i:editor|penyunting|redaktur|fotografer|foto)")
# Laporan Wartawan KabarTeluk.id, Sekar Arum
_REPORTED = re.compile(
    r"\W*(?i:laporan\s+(?:wartawan|reporter|kontributor|jurnalis))\s+[\w.-]+(?: [\w.-]+){0,2},\s*"
    rf"(?P<name>{_NAME})\W*"
)
_SIGNATURE = re.compile(r"(?P<name>[A-Z][\w.'’]+(?: [A-Z][\w.'’]*){1,4})\s+[-–—|•·]\s+(?P<rest>\S.{2,60})")
# "detakNews", "kabarARUNIKA": a section or an outlet, and nobody's name.
_CAMEL = re.compile(r"[a-z]{3,}[A-Z]\w+")
_NO_NAME = OFFICE | PLAIN | CALENDAR | ACRONYM | DIRECTION
_MOST_WORDS = 25


class Signature(NamedTuple):
    """Who signed an article, and for which outlet where the line names one."""

    author: str
    outlet: str | None


def find_author(lines: Iterable[str]) -> str | None:
    """Return the name of the first byline among the lines, or None; a desk's or administrator's is none."""
    before = ""
    for raw in lines:
        line = _GLUED_LABEL.sub(" ", raw)
        found = _byline(line) if line.count(" ") < _MOST_WORDS else None
        name = found["name"] if found else _name_beside_label(before, line)
        if name and _is_person(name):
            return _in_ordinary_case(name.rstrip("."))
        before = line
    return None


def _byline(line: str) -> re.Match[str] | None:
    return (
        _BYLINE.search(line)
        or _ENGLISH_BYLINE.match(line)
        or _SMALL_BYLINE.match(line)
        or _REPORTED.fullmatch(line)
    )


def _name_beside_label(before: str, line: str) -> str | None:
    """Return the name of a byline over two lines: the label above it, or below."""
    if _LABEL_ABOVE.fullmatch(before) and _WHOLE_NAME.fullmatch(line):
        return line
    names, labels = _JOINT.split(before), _JOINT.split(line)
    if len(names) != len(labels) or not all(map(_WHOLE_NAME.fullmatch, names)):
        return None
    if not all(_LABEL_BELOW.fullmatch(label) or _OTHER_LABEL.fullmatch(label) for label in labels):
        return None
    return next(
        (name for name, label in zip(names, labels, strict=True) if _LABEL_BELOW.fullmatch(label)), None
    )


def _is_person(name: str) -> bool:
    return read_words("no_authors.txt").isdisjoint(re.findall(r"\w+", name.lower()))


def _in_ordinary_case(name: str) -> str:
    return " ".join(map(str.capitalize, name.split(" "))) if name.isupper() else name


def find_signature(lines: Iterable[str], outlets: Iterable[str] = ()) -> Signature | None:
    """Return the first line below a headline that is a name before an outlet or a date, or None.

    `Andi Saputra Rohman - detakNews`, `Andi Saputra Rohman - Kamis, 28 Nov 2024`, and the name on a line of
    its own above the date; `outlets` are what the page's outlet may be called, which stands there too.
    """
    known = set(map(letters_of, outlets))
    for line, below in pairwise([*lines, ""]):
        found = _SIGNATURE.fullmatch(line)
        name = found["name"] if found else line
        if name.lower() in places() or letters_of(name) in known or not _is_person(name):
            continue
        if found and (_names_outlet(found["rest"]) or parse_date(found["rest"])):
            return Signature(name, found["rest"] if _names_outlet(found["rest"]) else None)
        if _may_be_name(line) and is_date_line(below):
            return Signature(_in_ordinary_case(name), None)
    return None


def _names_outlet(text: str) -> bool:
    return looks_like_outlet(text) or bool(_CAMEL.fullmatch(text))


def _may_be_name(line: str) -> bool:
    """Tell a person's name from a section or an outlet: `Gaya Hidup`, `Kabar Arunika`."""
    if not _WHOLE_NAME.fullmatch(line) or looks_like_outlet(line):
        return False
    kinds = [classify(word)[1] for word in _in_ordinary_case(line).split(" ")]
    return not any(kind & _NO_NAME and not kind & GIVEN_NAME for kind in kinds)


def tidy_author(text: str | None) -> str | None:
    """Return an author's name on one line without the label and the desk that some pages leave beside it."""
    name = re.sub(rf"^(?i:{_LABEL})\s*:?\s+", "", fold_spaces(text or ""))
    return re.sub(r"[\s,;]+Tim Redaksi$", "", name) or None


def author_of_page(text: str | None) -> str | None:
    """Return the author that a page's metadata name, or None where that is a firm or a desk."""
    name = tidy_author(text)
    return name if name and _is_person(name) else None
