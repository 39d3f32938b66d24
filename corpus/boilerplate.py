"""What is not the article: share bars, section heads, credits; `corpus/data/boilerplate.txt` lists them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from corpus.wordlists import read_lines

RELATED_HEADLINES = "related headlines"
PAGE_TOOLS = "page tools"
RELATED_LINK = "link to another article"
COPYRIGHT = "copyright"
PHOTO_CREDIT = "photo credit"

# A line of more words is a paragraph, whatever it begins with, unless the section of a list says otherwise.
_LONGEST_LINE = 25
_LONGER_LINES = re.compile(r"\[(?P<reason>[^,\]]+), up to (?P<words>\d+) words\]")

_COLON = re.compile(r"\s*:\s*")
_OPENING_SIGNS = re.compile(r"[^\w©]*")
_CLOSING = frozenset("_:…")
_MARK_ALONE = re.compile(r"^(?:\[(?:gambas|img|video|embed)\b[^\]]*\]\W*|[\W_]+|:::.*)$", re.IGNORECASE)
_LINK_ITEM = re.compile(r"^\W.*\{target=")
_CAPTION = re.compile(
    r"[(\[](?:foto|photo|dok|dokumentasi|istimewa|ist)\b[^()]{0,80}\W*$"
    r"|[.!?”\"’]\s*(?:foto|fotografer|photo)\s?:\s?[^.!?]{2,60}$"
    r"|^(?:foto|fotografer|ilustrasi|infografik|video)\s+oleh:?\s+(?:[^\s.]+\s*){1,5}$",
    re.IGNORECASE,
)
# "KABARTELUK.com/Sekar Arum Warga antre": the owner and who took the picture, the caption glued to it.
_CREDIT = re.compile(
    r"^(?:dok\.\s?\w"
    r"|(?:[\w-]+\.(?:com|id|co)|shutterstock|antara(?: foto)?|getty images|afp|reuters|unsplash|freepik)/"
    r"\s?[a-z].*[^.!?”\"]$)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"^\W*(?:https?://|www\.)\S+\W*$|^\W*[\w.+-]+@[\w-]+\.[\w.-]+\W*$", re.IGNORECASE)
_BYLINE = re.compile(
    r"^(?:(?:[Tt]eks|[Nn]askah|[Cc]erita|[Dd]itulis|[Dd]ilaporkan)\s+(?:(?:dan|&)\s+[Ff]oto\s+)?)?"
    r"(?:[Oo]leh|OLEH|[Bb]y)\s+(?:[A-Z][\w.'’-]*\s*){1,5}(?:[|•·–-].{0,60})?$"
)
_PAGER = re.compile(
    r"^(?:halaman|hal|page)?\W*(?:\d{1,2}\W+)+(?:selanjutnya|berikutnya|next|lihat semua|tampilkan semua)\W*$"
    r"|^halaman\W+\d{1,2}\W+(?:dari\W+)?(?:\d{1,2}\W+)*\d{1,2}\W*$",
    re.IGNORECASE,
)
# "Kabar Arunika © 2024", "2024 © Kabar Arunika", "kabararunika.id @ 2024"
_COPYRIGHT = re.compile(
    r"^.{0,60}(?:©|\(c\)|\bcopyright\b)\s*20\d\d\b"
    r"|^20\d\d\s*(?:©|\(c\))|^[\w .-]{2,40}\s@\s?20\d\d\b[^.!?]*$",
    re.IGNORECASE,
)
_HASHTAGS = re.compile(r"^(?:#\w+[\s,]*)+$")
_COUNTER = re.compile(
    r"^(?:[^.!?]{0,40}\s)?\d[\d.,]*\s?(?:k|rb|ribu)?\s*(?:x|kali)?\s*(?:dilihat|dibaca|views?|komentar|shares?)\W*$",
    re.IGNORECASE,
)
_SHAPES = (
    (_MARK_ALONE.match, "separator or mark"),
    (_LINK_ITEM.match, RELATED_LINK),
    (_CAPTION.search, PHOTO_CREDIT),
    (_CREDIT.match, PHOTO_CREDIT),
    (_ADDRESS.match, "address"),
    (_COUNTER.match, "counter"),
    (_PAGER.match, "page number"),
    (_BYLINE.match, "editorial credit"),
    (_HASHTAGS.match, "tags"),
    (_COPYRIGHT.match, COPYRIGHT),
)


@dataclass(frozen=True, slots=True)
class _Rules:
    """The reasons of whole lines, and of what two patterns match: at a line's beginning, anywhere in it."""

    exact: Mapping[str, str]
    beginnings: re.Pattern[str]
    inner: re.Pattern[str]
    reasons: Mapping[str, str]
    longest: int = _LONGEST_LINE

    @classmethod
    def of(cls, phrases: Iterable[tuple[str, str]]) -> "_Rules":
        exact, beginnings, inner = dict[str, str](), dict[str, str](), dict[str, str]()
        for phrase, reason in phrases:
            where = inner if phrase.startswith("…") else beginnings if phrase.endswith("…") else exact
            where[phrase.strip("… ")] = reason
        return cls(exact, _any_of(beginnings), _any_of(inner), beginnings | inner)

    def reason(self, folded: str) -> str | None:
        """Return the reason of a folded line, or None."""
        exact = self.exact.get(folded) or self.exact.get(folded.rstrip(": "))
        if exact:
            return exact
        match = self.beginnings.match(folded) or self.inner.search(folded)
        return self.reasons[match.group()] if match else None


def is_short(line: str) -> bool:
    """Return whether a line has so few words that it can be compared with the lists."""
    return line.count(" ") < _LONGEST_LINE


def reason_to_drop(line: str) -> str | None:
    """Return why a line with folded spaces is no part of an article, or None where it may be one."""
    if not is_short(line):
        rules = _longer_rules()
        return rules.reason(_fold(line)) if line.count(" ") < rules.longest else None
    return _shape(line) or _rules().reason(_fold(line)) or ("share bar" if _is_share_bar(line) else None)


def is_bare_head(line: str) -> bool:
    """Return whether a link to another article is only its head, so that headlines stand under it."""
    return _fold(line).rstrip(":") in _rules().exact


def _fold(line: str) -> str:
    """Return a line in small letters without the signs at its edges, each colon with one blank behind it."""
    line = line.lower()
    start = _OPENING_SIGNS.match(line)
    first, last = start.end() if start else 0, len(line)
    while last > first and not (line[last - 1].isalnum() or line[last - 1] in _CLOSING):
        last -= 1
    folded = line[first:last]
    return _COLON.sub(": ", folded).strip() if ":" in folded else folded.strip()


def _shape(line: str) -> str | None:
    return next((reason for has_shape, reason in _SHAPES if has_shape(line)), None)


def _is_share_bar(line: str) -> bool:
    common, networks = _share_words()
    has_network = False
    for word in line.lower().split():
        bare = word.strip(".,:|/•·()")
        if bare in networks:
            has_network = True
        elif bare and bare not in common and not bare.isdigit():
            return False
    return has_network


@cache
def _share_words() -> tuple[frozenset[str], frozenset[str]]:
    lines = [line.split() for line in read_lines("share_words.txt")]
    return frozenset(line[0] for line in lines), frozenset(line[0] for line in lines if line[-1] == "*")


@cache
def _rules() -> _Rules:
    return _Rules.of(line for _, lines in _sections() for line in lines)


@cache
def _longer_rules() -> _Rules:
    """Return the rules of the sections that hold for longer lines."""
    longer = [(words, lines) for words, lines in _sections() if words > _LONGEST_LINE]
    rules = _Rules.of(line for _, lines in longer for line in lines)
    return replace(rules, longest=max(words for words, _ in longer))


def _sections() -> Iterator[tuple[int, list[tuple[str, str]]]]:
    """Yield how many words the lines of each section may have, and its phrases with the reason."""
    words, reason, phrases = _LONGEST_LINE, "", list[tuple[str, str]]()
    for line in read_lines("boilerplate.txt"):
        if not line.startswith("["):
            phrases.append((line, reason))
            continue
        yield words, phrases
        longer, phrases = _LONGER_LINES.fullmatch(line), []
        words, reason = (
            (int(longer["words"]), longer["reason"]) if longer else (_LONGEST_LINE, line.strip("[]"))
        )
    yield words, phrases


def _any_of(phrases: Mapping[str, str]) -> re.Pattern[str]:
    longest_first = sorted(phrases, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first)) or '(?!)'})(?!\w)")
