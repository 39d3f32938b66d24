"""Who wrote an article, where the page says so: `Penulis: Sekar Arum`."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from corpus.characters import fold_spaces
from corpus.dates import parse_date
from corpus.outlets import looks_like_outlet, places

_NAME = r"[A-Z][\w.'’-]*(?: (?:bin|binti|[A-Z][\w.'’-]*)){0,4}"
_LABEL = r"(?:penulis|reporter|pewarta|wartawan|kontributor|ditulis oleh|oleh|laporan)"
_BYLINE = re.compile(rf"(?:^|[|(•/-])\s*(?:(?i:{_LABEL})\s*:|(?:Ditulis o|O)leh)\s+(?P<name>{_NAME})")
_SIGNATURE = re.compile(r"(?P<name>[A-Z][\w.'’]+(?: [A-Z][\w.'’]*){1,4})\s+[-–—|•]\s+(?P<rest>\S.{2,60})")
_MOST_WORDS = 25


class Signature(NamedTuple):
    """Who signed an article, and for which outlet where the line names one."""

    author: str
    outlet: str | None


def find_author(lines: Iterable[str]) -> str | None:
    """Return the name of the first byline among the lines, or None."""
    for line in lines:
        found = _BYLINE.search(line) if line.count(" ") < _MOST_WORDS else None
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
    """Return an author's name on one line without the label some pages leave before it."""
    return re.sub(rf"^(?i:{_LABEL})\s*:?\s+", "", fold_spaces(text or "")) or None
