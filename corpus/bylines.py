"""Who wrote an article, where the page says so: `Penulis: Sekar Arum`."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from corpus.characters import fold_spaces
from corpus.datelines import places
from corpus.dates import parse_date
from corpus.outlets import looks_like_outlet
from corpus.wordlists import read_words

_NAME = r"[A-Z][\w.'’-]*(?: (?:bin|binti|[A-Z][\w.'’-]*)){0,4}"
_LABEL = r"(?:penulis|reporter|pewarta|wartawan|kontributor|ditulis oleh|oleh|laporan)"
_BYLINE = re.compile(rf"(?:^|[|(•/-])\s*(?:(?i:{_LABEL})\s*:|(?:Ditulis o|O)leh)\s+(?P<name>{_NAME})")
# Laporan Wartawan KabarTeluk.id, Sekar Arum
_REPORTED = re.compile(
    r"\W*(?i:laporan\s+(?:wartawan|reporter|kontributor|jurnalis))\s+[\w.-]+(?: [\w.-]+){0,2},\s*"
    rf"(?P<name>{_NAME})\W*"
)
_SIGNATURE = re.compile(r"(?P<name>[A-Z][\w.'’]+(?: [A-Z][\w.'’]*){1,4})\s+[-–—|•]\s+(?P<rest>\S.{2,60})")
_MOST_WORDS = 25


class Signature(NamedTuple):
    """Who signed an article, and for which outlet where the line names one."""

    author: str
    outlet: str | None


def find_author(lines: Iterable[str]) -> str | None:
    """Return the name of the first byline among the lines, or None."""
    for line in lines:
        short = line.count(" ") < _MOST_WORDS
        found = (_BYLINE.search(line) or _REPORTED.fullmatch(line)) if short else None
        if found:
            return found["name"].rstrip(".")
    return None


def find_signature(lines: Iterable[str]) -> Signature | None:
    """Return the first line below a headline that is a name before an outlet or a date, or None.

    `Andi Saputra Rohman - detakNews`, `Andi Saputra Rohman - Kamis, 28 Nov 2024`.
    """
    for line in lines:
        found = _SIGNATURE.fullmatch(line)
        if not found or found["name"].lower() in places():
            continue
        outlet = found["rest"] if looks_like_outlet(found["rest"]) else None
        if outlet or parse_date(found["rest"]):
            return Signature(found["name"], outlet)
    return None


def tidy_author(text: str | None) -> str | None:
    """Return an author's name on one line without the label and the desk that some pages leave beside it."""
    name = re.sub(rf"^(?i:{_LABEL})\s*:?\s+", "", fold_spaces(text or ""))
    return re.sub(r"[\s,;]+Tim Redaksi$", "", name) or None


def author_of_page(text: str | None) -> str | None:
    """Return the author that a page's metadata name, or None where that is a firm or a desk."""
    name = tidy_author(text)
    words = set(re.findall(r"\w+", (name or "").lower()))
    return None if words & read_words("no_authors.txt") else name
