"""Which outlet an article is from: the host of its address, or one that a line of it names."""

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from corpus.characters import fold_spaces
from corpus.outlet_list import outlets
from corpus.wordlists import read_words

_ENDING = r"(?:com|co|net|org|info|news|online|site|asia|tv|id|(?:co|go|or|ac|sch|web|my|desa)\.id)"
HOST = rf"(?:[a-z0-9](?:[\w-]*[a-z0-9])?\.){{1,3}}{_ENDING}"
_MEDIUM_ENDING = re.compile(r"[A-Za-z](?:News|news|[Pp]os)$")
MEDIUM = re.compile(
    r"\b(?:berita|harian|info|kabar|koran|media|news|online|pos\w*|radar|suara|tribun\w*|warta)\b",
    re.IGNORECASE,
)
_KIND = re.compile(
    r"^(?:harian(?: umum)?|kantor berita|koran|majalah|mingguan|portal|tabloid)\s+(?=\w)", re.IGNORECASE
)

_ADDRESS = re.compile(r"https?://[^\s\"<>]+[^\s\"<>.,;:)\]]", re.IGNORECASE)
_PERMISSION = re.compile(
    rf"(?:mencantumkan|menyebut(?:kan)?|menuliskan)\s+(?:nama\s+)?sumber\W+(?P<host>(?<![@\w])(?i:{HOST}))\b"
    rf"|(?:artikel|berita)\s+ini\s+(?:telah|sudah|pernah)\s+(?:tayang|terbit)\s+(?:di|pada)\s+(?P<first>(?i:{HOST}))\b"
    rf"|(?:©|\(c\)|copyright|hak cipta)[^@\n]{{0,60}}?(?P<owner>(?<![@\w.])(?i:{HOST}))\b",
    re.IGNORECASE,
)


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
    """Return a given source: a host name like those of addresses, or the outlet's own name as it is.

    Signs alone, `-`, are none.
    """
    name = fold_spaces(text or "")
    if host := host_of(name):
        return host
    bare = name.lower().removeprefix("www.").rstrip("/")
    return bare if re.fullmatch(HOST, bare) else name if letters_of(name) else None


def canonical_outlet(source: str | None) -> str | None:
    """Return the one name of an outlet for any of its hosts, sections and spellings; None for None."""
    return outlets().canonical(source) if source else None


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


def letters_of(name: str) -> str:
    """Return the letters and digits of a name in lower case: by these its spellings are compared."""
    return re.sub(r"\W|_", "", name.casefold())


def same_outlet(name: str, other: str) -> bool:
    """Return whether two names are one but for spelling and kind of paper: `Harian Gaung Arunika`."""
    return bool(letters_of(name)) and letters_of(_KIND.sub("", name)) == letters_of(_KIND.sub("", other))


def looks_like_outlet(name: str) -> bool:
    """Return whether a name is a host or holds what names of outlets hold: `detakNews`, `Kabar Arunika`."""
    return bool(re.fullmatch(rf"(?i:{HOST})", name) or MEDIUM.search(name) or _MEDIUM_ENDING.search(name))
