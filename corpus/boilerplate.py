"""What is not the article: share bars, section heads, credits; `corpus/data/boilerplate.txt` lists them."""

import re
from functools import cache

from corpus.wordlists import read_lines

RELATED_HEADLINES = "related headlines"
PAGE_TOOLS = "page tools"
RELATED_LINK = "link to another article"

# A line longer than this many words is a paragraph, whatever it begins with.
_LONGEST_LINE = 25

_COLON = re.compile(r"\s*:\s*")
_EDGES = re.compile(r"^[^\w©]+|[^\w:…]+$")
_MARK_ALONE = re.compile(r"^(?:\[(?:gambas|img|video|embed)\b[^\]]*\]\W*|[\W_]+|:::.*)$", re.IGNORECASE)
_CAPTION = re.compile(r"[(\[](?:foto|photo|dok|dokumentasi|istimewa|ist)\b[^()]{0,80}\W*$", re.IGNORECASE)
_ADDRESS = re.compile(r"^\W*(?:https?://|www\.)\S+\W*$|^\W*[\w.+-]+@[\w-]+\.[\w.-]+\W*$", re.IGNORECASE)
_BYLINE = re.compile(r"^(?:[Oo]leh|OLEH|[Bb]y)\s+(?:[A-Z][\w.'’-]*\s*){1,5}(?:[|•·–-].{0,60})?$")
_PAGER = re.compile(
    r"^(?:halaman|hal|page)?\W*(?:\d{1,2}\W+)+(?:selanjutnya|berikutnya|next|lihat semua|tampilkan semua)\W*$"
    r"|^halaman\W+\d{1,2}\W+(?:dari\W+)?(?:\d{1,2}\W+)*\d{1,2}\W*$",
    re.IGNORECASE,
)
_REPRINT = re.compile(r"^(?:artikel|berita) ini (?:telah|sudah|pernah) (?:tayang|terbit)\b", re.IGNORECASE)
_LONGEST_REPRINT = 60
_HASHTAGS = re.compile(r"^(?:#\w+[\s,]*)+$")
_COUNTER = re.compile(
    r"^(?:[^.!?]{0,40}\s)?\d[\d.,]*\s?(?:k|rb|ribu)?\s*(?:x|kali)?\s*(?:dilihat|dibaca|views?|komentar|shares?)\W*$",
    re.IGNORECASE,
)
_SHAPES = (
    (_MARK_ALONE, "separator or mark"),
    (_CAPTION, "photo credit"),
    (_ADDRESS, "address"),
    (_COUNTER, "counter"),
    (_PAGER, "page number"),
    (_BYLINE, "editorial credit"),
    (_HASHTAGS, "tags"),
)


def is_short(line: str) -> bool:
    """Return whether a line has so few words that it can be compared with the lists."""
    return line.count(" ") < _LONGEST_LINE


def reason_to_drop(line: str) -> str | None:
    """Return why a line with folded spaces is no part of an article, or None where it may be one."""
    if not is_short(line):
        reprint = _REPRINT.match(line) and line.count(" ") < _LONGEST_REPRINT
        return "editorial credit" if reprint else None
    return _shape(line) or _listed(_fold(line)) or ("share bar" if _is_share_bar(line) else None)


def is_bare_head(line: str) -> bool:
    """Return whether a link to another article is only its head, so that headlines stand under it."""
    return _fold(line).rstrip(":") in _rules()[0]


def _fold(line: str) -> str:
    return _COLON.sub(": ", _EDGES.sub("", line.lower())).strip()


def _shape(line: str) -> str | None:
    return next((reason for pattern, reason in _SHAPES if pattern.search(line)), None)


def _listed(folded: str) -> str | None:
    exact, beginnings, inner, reasons = _rules()
    reason = exact.get(folded) or exact.get(folded.rstrip(": "))
    if reason:
        return reason
    match = beginnings.match(folded) or inner.search(folded)
    return reasons[match.group()] if match else None


def _is_share_bar(line: str) -> bool:
    words = [word.strip(".,:|/•·()") for word in line.lower().split()]
    common, networks = _share_words()
    return any(word in networks for word in words) and all(
        word in common or word in networks or not word or word.isdigit() for word in words
    )


@cache
def _share_words() -> tuple[frozenset[str], frozenset[str]]:
    lines = [line.split() for line in read_lines("share_words.txt")]
    return frozenset(line[0] for line in lines), frozenset(line[0] for line in lines if line[-1] == "*")


@cache
def _rules() -> tuple[dict[str, str], re.Pattern[str], re.Pattern[str], dict[str, str]]:
    """Return the reasons of whole lines, two patterns, and the reason of what a pattern matches."""
    exact, beginnings, inner, reason = {}, {}, {}, ""
    for line in read_lines("boilerplate.txt"):
        if line.startswith("["):
            reason = line.strip("[]")
        elif line.startswith("…"):
            inner[line.strip("… ")] = reason
        elif line.endswith("…"):
            beginnings[line.strip("… ")] = reason
        else:
            exact[line] = reason
    return exact, _any_of(beginnings), _any_of(inner), beginnings | inner


def _any_of(phrases: dict[str, str]) -> re.Pattern[str]:
    longest_first = sorted(phrases, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
