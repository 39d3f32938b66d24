"""Which outlet an article is from: its host, or the dateline that opens its text."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from urllib.parse import urlsplit

from corpus.characters import APOSTROPHES, fold_spaces
from corpus.dates import WEEKDAY, find_dates
from corpus.wordlists import read_lines, read_words

_ENDING = r"(?:com|co|net|org|info|news|online|site|asia|tv|id|(?:co|go|or|ac|sch|web|my|desa)\.id)"
_HOST = rf"(?:[a-z0-9](?:[\w-]*[a-z0-9])?\.){{1,3}}{_ENDING}"
_NAME = rf"[A-Z](?:[\w{APOSTROPHES}.-]*[\w{APOSTROPHES}.])?"
_NAMES = rf"{_NAME}(?:,?\ {_NAME}){{0,3}}"
_DASH = r"\s*(?:-{1,2}|[–—])\s*"

# HOST.COM, Place -    Place, HOST.com -    Place (OUTLET) -    PLACE, OUTLET —
_WITH_HOST = re.compile(rf"(?P<host>(?i:{_HOST}))(?:[,/]?\s*\(?(?P<place>{_NAMES}?)\)?)??,?(?:{_DASH}|$)")
_PLACE_HOST = re.compile(rf"(?P<place>{_NAMES}?)\s*[,(]\s*(?P<host>(?i:{_HOST}))\)?(?:{_DASH}|$)")
_PLACE_NAME = re.compile(
    rf"(?P<place>{_NAMES}?)"
    rf"(?:,\s*(?P<name>[A-Z]{{3,}}(?:\ [A-Z]{{2,}}){{0,2}})|\s*\((?P<agency>{_NAMES})\)){_DASH}"
)
# PLACE -    and a single word before a dash, an outlet where it is glued ("Kabarkota-Penjabat ...").
_LONE_PLACE = re.compile(rf"(?P<place>{_NAMES}?)(?:\s+-{{1,2}}\s*|\s*[–—]\s*|$)")
_GLUED_NAME = re.compile(r"(?P<name>[A-Z][A-Za-z0-9]{3,29})-(?=(?P<opener>[A-Z][A-Za-z]+)\b)")
# Place, DATE.    Place, Kamis (DATE) -    around the date of a press release
_BEFORE_DATE = re.compile(rf"(?!(?i:{WEEKDAY})\b)(?P<place>{_NAMES}?)\s*[,(]\s*(?:(?i:{WEEKDAY})\b[ ,(]*)?")
_AFTER_DATE = re.compile(rf"\)?(?:\s*[.:]\s+|{_DASH})")
_LONGEST_DATELINE = 80
_LONGEST_ACRONYM = 4
_MEDIUM_ENDING = re.compile(r"[A-Za-z](?:News|news|[Pp]os)$")
_MEDIUM = re.compile(
    r"\b(?:berita|harian|info|kabar|koran|media|news|online|pos\w*|radar|suara|tribun\w*|warta)\b",
    re.IGNORECASE,
)

_ADDRESS = re.compile(r"https?://[^\s\"<>]+[^\s\"<>.,;:)\]]", re.IGNORECASE)
_PERMISSION = re.compile(
    rf"(?:mencantumkan|menyebut(?:kan)?|menuliskan)\s+(?:nama\s+)?sumber\W+(?P<host>(?<![@\w])(?i:{_HOST}))\b"
    rf"|(?:artikel|berita)\s+ini\s+(?:telah|sudah|pernah)\s+(?:tayang|terbit)\s+(?:di|pada)\s+(?P<first>(?i:{_HOST}))\b"
    rf"|(?:©|\(c\)|copyright|hak cipta)[^@\n]{{0,60}}?(?P<owner>(?<![@\w.])(?i:{_HOST}))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """What opens an article: `HOST, Place - `. `length` counts its characters, the dash included.

    `published` is the day of a press release, which stands behind the place.
    """

    host: str | None
    name: str | None
    place: str | None
    length: int
    published: date | None = None


def host_of(url: str | None) -> str | None:
    """Return the host of an http address in lower case without `www.`, or None; forwarders have none."""
    try:
        parts = urlsplit((url or "").strip())
        host = parts.hostname if parts.scheme.lower() in ("http", "https") else None
    except ValueError:
        return None
    host = (host or "").removeprefix("www.").rstrip(".")
    return host if "." in host and host not in read_words("url_shorteners.txt") else None


def tidy_source(text: str | None) -> str | None:
    """Return a given source: a host name like those of addresses, or the outlet's own name as it is."""
    name = fold_spaces(text or "")
    if host := host_of(name):
        return host
    bare = name.lower().removeprefix("www.").rstrip("/")
    return bare if re.fullmatch(_HOST, bare) else name or None


def find_dateline(paragraph: str, body: str = "") -> Dateline | None:
    """Return the dateline at the beginning of a paragraph, or None; `body` is the whole text it opens."""
    start = paragraph[:_LONGEST_DATELINE]
    for pattern in (_WITH_HOST, _PLACE_HOST, _PLACE_NAME):
        found = pattern.match(start)
        if found and (len(paragraph) <= _LONGEST_DATELINE or found.end() < _LONGEST_DATELINE):
            return _dateline(found)
    return _dated_place(start) or _lone_place(start) or _glued_name(start, body or paragraph)


def host_in_permission(lines: Iterable[str]) -> str | None:
    """Return the host that a line on copyright or quoting names: `mencantumkan sumber kabarkota.id`."""
    for line in lines:
        found = _PERMISSION.search(line)
        if found:
            return (found["host"] or found["first"] or found["owner"]).lower().removeprefix("www.")
    return None


def address_of_first_print(lines: Iterable[str]) -> str | None:
    """Return the address with which a line says where the article appeared: `telah tayang di HOST …, URL`."""
    for line in lines:
        found = _PERMISSION.search(line)
        address = _ADDRESS.search(line) if found and found["first"] else None
        if address and host_of(address.group()) == host_in_permission([line]):
            return address.group()
    return None


def looks_like_outlet(name: str) -> bool:
    """Return whether a name is a host or holds what names of outlets hold: `detakNews`, `Kabar Arunika`."""
    return bool(re.fullmatch(rf"(?i:{_HOST})", name) or _MEDIUM.search(name) or _MEDIUM_ENDING.search(name))


def _dateline(found: re.Match[str]) -> Dateline:
    part = found.groupdict()
    host = part.get("host")
    name = part.get("name") or part.get("agency")
    return Dateline(
        host=host.lower().removeprefix("www.") if host else None,
        name=name,
        place=_place(part["place"]),
        length=found.end(),
    )


def _dated_place(start: str) -> Dateline | None:
    """Return the dateline of a press release: `Lembayung, 7 November 2024. `."""
    day = next(find_dates(start), None)
    before = _BEFORE_DATE.fullmatch(start, 0, day.start) if day else None
    after = _AFTER_DATE.match(start, day.end) if day else None
    if not (day and before and after and _is_place(before["place"], start[after.end() :])):
        return None
    return Dateline(None, None, _place(before["place"]), after.end(), day.value)


def _lone_place(start: str) -> Dateline | None:
    found = _LONE_PLACE.match(start)
    if not found:
        return None
    place = found["place"]
    if not _is_place(place, start[found.end() :]):
        return None
    return Dateline(host=None, name=None, place=_place(place), length=found.end())


def _is_place(name: str, lead: str) -> bool:
    return name.lower() in places() or _reads_like_place(name, lead)


def _reads_like_place(name: str, lead: str) -> bool:
    """Return whether an unknown name can be a place: in capitals, or before a word that opens a lead."""
    openers = read_words("dateline_openers.txt")
    if not lead or _MEDIUM.search(name) or {name.split(maxsplit=1)[0].capitalize(), name.upper()} & openers:
        return False
    opener = re.match(r"\w+", lead)
    leads = bool(opener and opener.group() in openers and name.count(" ") <= 1)
    return leads or (name.isupper() and len(name) > _LONGEST_ACRONYM)


def _glued_name(start: str, body: str) -> Dateline | None:
    """Return the dateline of a single word with a dash glued to it: a known place, or an outlet."""
    found = _GLUED_NAME.match(start)
    if not found:
        return None
    name, opener = found["name"], found["opener"]
    if name.lower() in places():
        return Dateline(host=None, name=None, place=_place(name), length=found.end())
    openers = read_words("dateline_openers.txt")
    if name in openers or not (opener in openers or re.search(rf"\b{opener.lower()}\b", body)):
        return None
    # A person's or a party's name comes again in its article; an outlet's does not.
    again = re.search(rf"\b{name}\b", body[found.end() :])
    return None if again else Dateline(host=None, name=name, place=None, length=found.end())


def _place(text: str | None) -> str | None:
    text = fold_spaces(text or "").strip(" ,.")
    return (text.title() if text.isupper() else text) or None


@cache
def places() -> frozenset[str]:
    """Return the names of places in lower case."""
    return frozenset(read_lines("places.txt"))
