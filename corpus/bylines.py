"""Who wrote an article, where the page says so: `Penulis: Sekar Arum`."""

import re
from collections.abc import Iterable

from corpus.characters import fold_spaces

_NAME = r"[A-Z][\w.'’-]*(?: (?:bin|binti|[A-Z][\w.'’-]*)){0,4}"
_LABEL = r"(?:penulis|reporter|pewarta|wartawan|kontributor|ditulis oleh|oleh|laporan)"
_BYLINE = re.compile(rf"(?:^|[|(•/-])\s*(?:(?i:{_LABEL})\s*:|(?:Ditulis o|O)leh)\s+(?P<name>{_NAME})")
_MOST_WORDS = 25


def find_author(lines: Iterable[str]) -> str | None:
    """Return the name of the first byline among the lines, or None."""
    for line in lines:
        found = _BYLINE.search(line) if line.count(" ") < _MOST_WORDS else None
        if found:
            return found["name"].rstrip(".")
    return None


def tidy_author(text: str | None) -> str | None:
    """Return an author's name on one line without the label some pages leave before it."""
    return re.sub(rf"^(?i:{_LABEL})\s*:?\s+", "", fold_spaces(text or "")) or None
