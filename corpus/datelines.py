"""The dateline that opens an article: the outlet, the place, the day of a press release."""

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from corpus.characters import APOSTROPHES, fold_spaces
from corpus.dates import WEEKDAY, find_dates
from corpus.outlet_list import outlets
from corpus.outlets import HOST, MEDIUM, same_outlet
from corpus.wordlists import read_lines, read_words

_NAME = rf"[A-Z](?:[\w{APOSTROPHES}.-]*[\w{APOSTROPHES}.])?"
_NAMES = rf"{_NAME}(?:,?\ {_NAME}){{0,3}}"
_OUTLET = r"[A-Za-z][\w.]*(?:\ [A-Z][\w.]*){0,3}"
_DASH = r"\s*(?:-{1,2}|[–—])\s*"

# HOST.COM, Place -    HOST.COM | Place -    Place, HOST.com -    Place (OUTLET) -    PLACE, OUTLET —
_WITH_HOST = re.compile(
    rf"(?P<host>(?i:{HOST}))(?:(?:[,/]|\s*[|•·])?\s*\(?(?P<place>{_NAMES}?)\)?)??,?(?:{_DASH}|$)"
)
_PLACE_HOST = re.compile(rf"(?P<place>{_NAMES}?)\s*[,(]\s*(?P<host>(?i:{HOST}))\)?(?:{_DASH}|:\s*|$)")
_PLACE_NAME = re.compile(
    rf"(?P<place>{_NAMES}?)"
    rf"(?:,\s*(?P<name>[A-Z]{{3,}}(?:\ [A-Z]{{2,}}){{0,2}})|\s*\((?P<agency>{_NAMES})\)){_DASH}"
)
# Place, Outlet —    Outlet, Place -    Outlet | Place –    where the list or the page has the name
_PLACE_OUTLET = re.compile(rf"(?P<place>{_NAMES}?)(?:,|\s*[|/])\s*(?P<name>{_OUTLET}){_DASH}")
_OUTLET_PLACE = re.compile(rf"(?P<name>{_OUTLET}?)(?:,|\s*[|/])\s*(?P<place>{_NAMES}?){_DASH}")
# CamelCase: no person or place is written so.
_JOINED_NAME = re.compile(r"[A-Z][a-z]+[A-Z][A-Za-z]+")
# Place, Lead ...    behind a host and a dash
_PLACE_COMMA = re.compile(
    r"(?P<place>[A-Z][a-z]+(?:\ [A-Z][a-z]+)?),\s+(?=(?P<opener>\w+)(?:\ [A-Z]\w*){0,5}\ [a-z])"
)
# HOST.com, PlaceLead ...    where the dash got lost; places of two words first
_NO_DASH = tuple(
    re.compile(rf"(?P<host>(?i:{HOST})),?\s+(?P<place>{words})\s?(?=[“\"A-Z])")
    for words in (r"[A-Z][a-z]+\ [A-Z][a-z]+", r"[A-Z][a-z]+")
)
# OUTLET -    OUTLET.    where the list of outlets has the name
_LONE_OUTLET = re.compile(
    r"(?P<name>[A-Za-z][\w.]*(?:\ [A-Z]\w+)?)(?:\s+-{1,2}\s+|\s*[–—]\s*|(?<=[A-Z])\.\s+)"
)
# PLACE -    PLACE- Lead
# and a single word before a dash, an outlet where it is glued ("Kabarkota-Penjabat ...").
_LONE_PLACE = re.compile(rf"(?P<place>{_NAMES}?)(?:\s+-{{1,2}}\s*|-{{1,2}}\s+|\s*[–—]\s*|$)")
# PLACE. Lead
_PLACE_STOP = re.compile(r"(?P<place>[A-Z]{4,}(?:\ [A-Z]{3,}){0,2})\.\s+(?=[A-Z“\"])")
_GLUED_NAME = re.compile(r"(?P<name>[A-Z][A-Za-z0-9]{3,29})-(?=(?P<opener>[A-Z][A-Za-z]+)\b)")
# Place, DATE.    Place, Kamis (DATE) -    around the date of a press release
_BEFORE_DATE = re.compile(rf"(?!(?i:{WEEKDAY})\b)(?P<place>{_NAMES}?)\s*[,(]\s*(?:(?i:{WEEKDAY})\b[ ,(]*)?")
_AFTER_DATE = re.compile(rf"\)?(?:\s*[.:]\s+|{_DASH})")
_LONGEST_DATELINE = 80
_LONGEST_ACRONYM = 4


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


def find_dateline(paragraph: str, body: str = "", names: Collection[str] = ()) -> Dateline | None:
    """Return the dateline at the beginning of a paragraph, or None.

    `body` is the whole text it opens, `names` what its outlet may be called.
    """
    start = paragraph[:_LONGEST_DATELINE]
    for pattern in (_WITH_HOST, _PLACE_HOST, _PLACE_NAME):
        found = pattern.match(start)
        if found and (len(paragraph) <= _LONGEST_DATELINE or found.end() < _LONGEST_DATELINE):
            return _completed(_dateline(found, names), start)
    found_otherwise = (
        _with_name(start, names)
        or _without_dash(start)
        or _dated_place(start)
        or _lone_outlet(start)
        or _lone_place(start)
        or _glued_name(start, body or paragraph)
    )
    return _completed(found_otherwise, start) if found_otherwise else None


def _completed(dateline: Dateline, start: str) -> Dateline:
    """Return a dateline in two pieces as one: `KONTAN.CO.ID - JAKARTA. `, `JAKARTA - KOMPAS.com - `."""
    rest = start[dateline.length :]
    if dateline.host and not dateline.place:
        second = _known_place(rest) or _place_before_comma(rest)
        if second:
            return replace(dateline, place=second.place, length=dateline.length + second.length)
    found = _WITH_HOST.match(rest) if dateline.place and not dateline.host and not dateline.name else None
    if found and not found["place"]:
        host = found["host"].lower().removeprefix("www.")
        return replace(dateline, host=host, length=dateline.length + found.end())
    return dateline


def _known_place(start: str) -> Dateline | None:
    """Return the place in capitals that a text opens with, if the list has it."""
    found = _PLACE_STOP.match(start) or _LONE_PLACE.match(start)
    if not found or not found["place"].isupper() or found["place"].lower() not in places():
        return None
    return _dateline(found)


def _place_before_comma(start: str) -> Dateline | None:
    """Return the place before the comma that a lead stands behind: `Teluk Perak, Partai ... resmi`."""
    found = _PLACE_COMMA.match(start)
    if not found or found["opener"] not in read_words("dateline_openers.txt"):
        return None
    place = found["place"].lower()
    is_place = place in places() or place.split(" ")[0] in read_words("place_openers.txt")
    return _dateline(found) if is_place else None


def _with_name(start: str, names: Collection[str]) -> Dateline | None:
    """Return the dateline of a place and an outlet that list or page name, or `KabarArunika`."""
    for pattern in (_PLACE_OUTLET, _OUTLET_PLACE):
        found = pattern.match(start)
        if found and _is_outlet(found["name"], names):
            return _dateline(found, names)
    found = _PLACE_OUTLET.match(start)
    return _dateline(found) if found and _JOINED_NAME.fullmatch(found["name"]) else None


def _is_outlet(name: str, names: Collection[str]) -> bool:
    return outlets().knows(name) or any(same_outlet(name, other) for other in names)


def _dateline(found: re.Match[str], names: Collection[str] = ()) -> Dateline:
    part = found.groupdict()
    host = part.get("host")
    name, place = part.get("name") or part.get("agency"), part["place"]
    if name and name.lower() in places():
        # "POS-ARUNIKA, LEMBAYUNG -" and "LEMBAYUNG, ARUNIKA -"
        name, place = (None, place) if place.lower() in places() else (place, name)
    elif name and not _is_outlet(name, names) and (_is_outlet(place, names) or MEDIUM.search(place)):
        # "TRIBUNARUNIKA, BUKIT PERAK -"
        name, place = place, name
    return Dateline(
        host=host.lower().removeprefix("www.") if host else None,
        name=name,
        place=_place(place),
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


def _without_dash(start: str) -> Dateline | None:
    """Return the dateline of a host and a known place that nothing parts from the lead."""
    for pattern in _NO_DASH:
        found = pattern.match(start)
        if found and found["place"].lower() in places():
            return _dateline(found)
    return None


def _lone_outlet(start: str) -> Dateline | None:
    found = _LONE_OUTLET.match(start)
    if not found or not outlets().knows(found["name"]):
        return None
    return Dateline(host=None, name=found["name"], place=None, length=found.end())


def _lone_place(start: str) -> Dateline | None:
    stop = _PLACE_STOP.match(start)
    found = stop if stop and stop["place"].lower() in places() else _LONE_PLACE.match(start)
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
    if not lead or MEDIUM.search(name) or {name.split(maxsplit=1)[0].capitalize(), name.upper()} & openers:
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
    """Return a place in ordinary case, without the province behind its comma: `Lembayung, Arunika`."""
    text = fold_spaces(text or "").partition(",")[0].strip(" .")
    return (text.title() if text.isupper() else text) or None


@cache
def places() -> frozenset[str]:
    """Return the names of places in lower case."""
    return frozenset(read_lines("places.txt"))
