"""One name for each outlet: its hosts, sections and spellings, as `corpus/data/outlets.tsv` lists them.

SUARA_OUTLETS names a file of more rows with the same columns; they stand before those shipped.
"""

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

from corpus.errors import OutletsError
from corpus.user_files import read_user_file
from corpus.wordlists import read_words

# Names a file with more rows of outlets.
OUTLETS_VARIABLE = "SUARA_OUTLETS"
_SHIPPED = "outlets.tsv"
_COLUMNS_LEAST, _COLUMNS_MOST = 2, 4
_DIGEST_LENGTH = 12
_ALL, _SECTIONS = "all", "sections"
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+")
# What stands below a country: kabararunika.co.id is a host of its own, co.id is not.
_SECOND_LEVEL = frozenset(
    ("ac", "biz", "co", "com", "desa", "edu", "go", "gov", "mil", "my", "net", "or", "org", "sch", "web")
)


@dataclass(frozen=True, slots=True)
class OutletRow:
    """A line of the list: the canonical name, all it goes by, whether every subdomain is the same outlet.

    `origin` names file and line.
    """

    canonical: str
    variants: tuple[str, ...]
    every_subdomain: bool
    origin: str

    @property
    def keys(self) -> frozenset[str]:
        """All that leads to the outlet: hosts as they are, names as their letters."""
        return frozenset(map(_key, (self.canonical, *self.variants)))


@dataclass(frozen=True, slots=True)
class Outlets:
    """The rows by all that leads to them, and a digest of what the user added, empty where nothing was."""

    rows: Mapping[str, OutletRow]
    digest: str = ""

    def canonical(self, name: str) -> str:
        """Return the one name of the outlet that a host or a name stands for; itself where it is unknown."""
        host = _host(name)
        row = (self._row_of_host(host) if host else None) or self.rows.get(_letters(name))
        return row.canonical if row else _without_sections(host) or name

    def knows(self, name: str) -> bool:
        """Return whether a name is one of the list."""
        return _key(name) in self.rows

    def _row_of_host(self, host: str) -> OutletRow | None:
        """Return the row of the host or of the nearest one it is a part of."""
        labels = host.split(".")
        for first in range(len(labels) - 1):
            row = self.rows.get(".".join(labels[first:]))
            if row:
                return row if row.every_subdomain or _are_sections(labels[:first]) else None
        return None


@cache
def outlets() -> Outlets:
    """Return the outlets of this process: those shipped, and those of SUARA_OUTLETS if set.

    Raises OutletsError where its file cannot be read.
    """
    added = os.environ.get(OUTLETS_VARIABLE)
    return read_outlets(Path(added) if added else None)


def read_outlets(added: Path | None = None) -> Outlets:
    """Read the outlets shipped with Suara and those of a file of the user's, which stand before them.

    Raises OutletsError for a line that cannot be read or contradicts another of its file.
    """
    shipped = files("corpus").joinpath("data", _SHIPPED).read_text(encoding="utf-8")
    rows = _by_key(_rows(shipped, _SHIPPED))
    if added is None:
        return Outlets(rows)
    more = _by_key(_rows(read_user_file(added, OutletsError), str(added)))
    said = sorted((key, row.canonical, row.every_subdomain) for key, row in more.items())
    return Outlets(rows | more, sha256(repr(said).encode()).hexdigest()[:_DIGEST_LENGTH])


def _without_sections(host: str) -> str:
    """Return an unknown host without the names of sections before it."""
    labels = host.split(".")
    while len(labels) > len(("name", "ending")) and _are_sections(labels[:1]):
        if len(labels) == len(("section", "co", "id")) and labels[1] in _SECOND_LEVEL:
            break
        del labels[0]
    return ".".join(labels)


def _are_sections(labels: Iterable[str]) -> bool:
    known = read_words("outlet_sections.txt")
    return all(label in known for label in labels)


def _host(name: str) -> str:
    return name.lower().removeprefix("www.") if _HOST.fullmatch(name) else ""


def _key(name: str) -> str:
    return _host(name) or _letters(name)


def _letters(name: str) -> str:
    return re.sub(r"\W|_", "", name.casefold())


def _by_key(rows: Iterable[OutletRow]) -> dict[str, OutletRow]:
    found: dict[str, OutletRow] = {}
    for row in rows:
        for key in row.keys:
            if key in found:
                raise OutletsError(
                    f"{row.origin}: '{key}' is in {found[key].origin} too: leave it out of one of the two."
                )
            found[key] = row
    return found


def _rows(text: str, name: str) -> Iterator[OutletRow]:
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            yield _row(line, f"{name}:{number}")


def _row(line: str, origin: str) -> OutletRow:
    columns = [column.strip() for column in line.split("\t")]
    if not _COLUMNS_LEAST <= len(columns) <= _COLUMNS_MOST:
        raise OutletsError(
            f"{origin}: write the outlet and its variants, and subdomains and a note where you like,"
            " with a tab between them."
        )
    canonical, variants, subdomains, _ = columns + [""] * (_COLUMNS_MOST - len(columns))
    named = tuple(filter(None, map(str.strip, variants.split("|"))))
    if subdomains not in ("", _ALL, _SECTIONS):
        raise OutletsError(f"{origin}: '{subdomains}' says nothing of subdomains: write all or sections.")
    for one in (canonical, *named):
        if not _letters(one):
            raise OutletsError(f"{origin}: '{one}' holds no letter: write the outlet's host or its name.")
    return OutletRow(canonical, named, subdomains != _SECTIONS, origin)
