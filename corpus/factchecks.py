"""Which pages are fact checks. A report about a hoax is none: it checks nothing."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

from corpus.article import ArticleKind
from corpus.heads import heads_in
from corpus.outlets import host_of, letters_of
from corpus.wordlists import read_lines

_CLAIM = (
    r"(?:akun|artikel|berita|cuitan|foto|gambar|informasi|isu|kabar|klaim|konten|kutipan|narasi|pernyataan"
    r"|pesan|poster|potongan|rekaman|surat|tangkapan|tautan|unggahan|video)"
)
# A verdict that only fact checks print before their headline.
_VERDICT = re.compile(
    r"\W*[\[(]\s*(?:salah|hoaks|hoax|disinformasi|misinformasi|false|keliru|sesat|menyesatkan|fitnah|satire)"
    r"\s*[\])]"
    r"|\W*cek[ -]?fakta\s*[:,|!–-]"
    rf"|\W*(?:keliru|sesat|menyesatkan|sebagian benar|belum terbukti|tidak terbukti)\s*[,:]\s+{_CLAIM}\b"
    rf"|\W*(?:hoaks|hoax|misinformasi|disinformasi)\s*[!:]\s+{_CLAIM}\b",
    re.IGNORECASE,
)
# One that newsrooms print for other ends, too: a correction of their own is [KLARIFIKASI].
_LIKELY_VERDICT = re.compile(
    r"\W*(?:[\[(]\s*(?:benar|klarifikasi|penipuan|fakta)\s*[\])]|(?:hoaks|hoax|misinformasi|disinformasi)\s*!)",
    re.IGNORECASE,
)
# One that anybody may write: behind it the page has to say that it checked, or where it files the claim.
_WEAK_VERDICT = re.compile(
    r"\W*(?:keliru|sesat|menyesatkan|sebagian benar|hoaks|hoax|misinformasi|disinformasi)\s*[,:!]\s",
    re.IGNORECASE,
)
_OWN_CHECK = re.compile(
    r"\b(?:pemeriksaan|penelusuran|verifikasi)(?:\s+fakta)?\s+(?:kami|tim|redaksi)\b"
    r"|\bkami\s+(?:menelusuri|memeriksa|memverifikasi)\b"
    r"|\b(?:masuk|termasuk|tergolong)\s+(?:ke\s+)?(?:dalam\s+)?(?:kategori|konten)\b",
    re.IGNORECASE,
)
_ABOUT_CLAIMS = re.compile(
    r"\b(?:hoaks|hoax|cek fakta|klaim|tidak benar|disinformasi|misinformasi)\b", re.IGNORECASE
)
_CHECKS = re.compile(
    r"\b(?:benarkah|menelusuri|penelusuran|mendapati|mengunggah|diunggah|unggahan|postingan)\b", re.IGNORECASE
)
_STRONG_HEAD = re.compile(r"(?:cek|periksa|pemeriksaan) fakta|penelusuran")


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a page is from, as far as it says: its addresses, names of its outlet, sections it is in."""

    addresses: tuple[str, ...]
    outlets: tuple[str, ...]
    sections: tuple[str, ...] = ()

    @property
    def hosts(self) -> Iterator[str]:
        """Yield the hosts of the addresses, and the names, which may be hosts."""
        yield from filter(None, map(host_of, self.addresses))
        yield from (name.lower() for name in self.outlets)


def kind_of(provenance: Provenance, title: str | None, paragraphs: Iterable[str]) -> ArticleKind:
    """Return what a page is: a fact check by its outlet, section, headline or build, else news.

    The word hoax in a headline tells nothing. Where a sign is weak, the page has to be built as checks are.
    """
    headline, text = title or "", "\n".join(paragraphs)
    section = _section(provenance.addresses) or _named_section(provenance.sections)
    is_check = (
        any(map(_is_checker, provenance.hosts))
        or _VERDICT.match(headline)
        or (_WEAK_VERDICT.match(headline) and _OWN_CHECK.search(text))
        or section == "pure"
        or (section == "mixed" and _ABOUT_CLAIMS.search(headline) and _CHECKS.search(text))
        or _is_built_as_check(text, _LIKELY_VERDICT.match(headline))
    )
    return "factcheck" if is_check else "news"


def _is_built_as_check(text: str, verdict: re.Match[str] | None) -> bool:
    """Tell whether claim and findings stand under heads; behind a likely verdict one head is enough."""
    heads = [head for head in heads_in(text) if head.bare]
    kinds = {head.kind for head in heads}
    strong = {head.phrase for head in heads if head.kind == "check" and _STRONG_HEAD.search(head.phrase)}
    ends = any(head.phrase == "kesimpulan" for head in heads)
    return (
        {"claim", "check"} <= kinds or bool(strong and ends) or bool(verdict and kinds & {"claim", "check"})
    )


def _is_checker(host: str) -> bool:
    return any(
        host.startswith(known[:-1]) if known.endswith("*") else host == known for known in _places()["hosts"]
    )


def _section(addresses: Iterable[str]) -> str | None:
    """Tell whether an address lies in a section of fact checks, `mixed` where others stand there, too."""
    for address in addresses:
        host = host_of(address)
        above = urlsplit(address).path.lower().split("/")[:-1] if host else []
        if host and not _places()["sections"].isdisjoint(above):
            return "mixed" if host in _places()["mixed"] else "pure"
    return None


def _named_section(sections: Iterable[str]) -> str | None:
    """Tell whether one of the sections that a page names is one of fact checks: `Cek Fakta`."""
    known = {letters_of(section) for section in _places()["sections"]}
    return None if known.isdisjoint(map(letters_of, sections)) else "pure"


@cache
def _places() -> dict[str, frozenset[str]]:
    places: dict[str, set[str]] = {}
    name = ""
    for line in read_lines("factcheck_outlets.txt"):
        if line.startswith("["):
            name = line.strip("[]")
        else:
            places.setdefault(name, set()).add(line)
    return {name: frozenset(lines) for name, lines in places.items()}
