"""How a fact check is read: its heads end sentences, and reports that it prints in full are plain text."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from corpus.claim_words import is_claim_word
from corpus.heads import Head, heads_in
from corpus.quotations import reporting_verb
from corpus.runs import PLATFORMS

# `(1) https://…, “…`, `https://… KABAR: “…`
_CITED = re.compile(
    r"https?://[^\s“”\"]+(?P<outlet>[^\n=@“”\"]{0,40}?(?P<opening>[,:]))?\s*(?P<mark>[“\"])(?=[\w“\"])"
)
# `“Sabtu 23 September 2017, 06:40 WIB Sawah Mengering …`
_DATED = re.compile(r"[“\"](?=[^“”\"\n]{0,200}\d{1,2}[:.]\d{2} (?:WIB|WITA|WIT)\b)")
_QUOTED = re.compile(r"[“\"][^“”\"\n]*[”\"]")
_MARK = re.compile(r"[ \n]*(?P<mark>[“\"])(?=[\w“\"])")
# Headline, byline and dateline, up to the last dash behind a place or an outlet: `… Arunika, KABAR.com – `,
# to the hour, or to the day of a video.
_MASTHEAD = re.compile(
    r"[^“”\"\n]{0,300}(?:(?<=[\w)]) ?(?:[—–]|--?) |\d{1,2}[:.]\d{2} (?:WIB|WITA|WIT)\b"
    r"|Published on \w+ \d{1,2}, \d{4}) ?(?=[A-Z(“\"])"
)
_STOP = re.compile(r"[a-z]{3}[.!?] [A-Z]")
# What stands before an address that a claim was found at: `Akun Sari (https://…): “…`
_BEFORE = 60
_WORD = re.compile(r"\w+")
# `Kategori: BERITA ===== Sebuah sawah …`
_ROW = re.compile(r"={3,}|(?:= ){2,}=|—{2,}")
# A picture stood here: `… seperti gambar di bawah ini : Menanggapi kabar itu, …`; or a report follows,
# `Berikut kutipannya: KABAR.COM, Arunika – …`
_SHOWN = re.compile(
    r"(?<=\w) ?: (?:(?=(?:Menurut|Menanggapi|Menyikapi|Merespons|Terkait|Faktanya|Berdasarkan|Namun)\b)"
    r"|\w+\.(?i:com|co|co\.id|id|net)\b[^\n:“”\"]{0,40}(?:[—–]|--?) (?=[A-Z“\"]))"
)
_BLANKED = re.compile(r"[^\n]")


class Reading(NamedTuple):
    """A fact check, as long as it was, and the headlines of the reports that it prints in full."""

    text: str
    headlines: str


def reading_of(body: str) -> Reading:
    """Return a fact check with stops and blanks for its heads, its rows of signs and what opens a reprint.

    That is the mark before a report printed in full with its headline, byline and dateline. A mark with a
    reporting verb behind its partner opens a quotation, and one in a claim stays.
    """
    heads = list(heads_in(body))
    openings = list(_openings(body, heads))
    cuts = [(head.start, head.end, ".") for head in heads]
    cuts += [(*found.span(), ".") for pattern in (_ROW, _SHOWN) for found in pattern.finditer(body)]
    pieces: list[str] = []
    position = 0
    for start, end, stop in sorted(cuts + openings):
        if position <= start:
            pieces += [body[position:start], stop, _BLANKED.sub(" ", body[start + 1 : end])]
            position = end
    headlines = (body[start + 1 : end].strip('“" ') for start, end, _ in openings)
    return Reading("".join([*pieces, body[position:]]), "\n".join(filter(None, headlines)))


def _openings(body: str, heads: Sequence[Head]) -> Iterator[tuple[int, int, str]]:
    """Yield from where to where a report opens, and what may end the sentence before it."""
    starts = {found.start(): (found.start(), ".") for found in _DATED.finditer(body)}
    starts |= {found.start("mark"): (found.start("opening"), ".") for found in _cited(body)}
    starts |= dict.fromkeys(_below(body, heads), (-1, " "))
    last = 0
    for mark, (opening, stop) in sorted(starts.items()):
        end = _masthead_end(body, mark)
        if mark < last or (mark == opening and end == mark + 1):
            continue
        if _is_claimed(heads, mark) or _is_quotation(body, mark):
            continue
        last = end
        yield (opening, end, stop) if opening >= 0 else (mark, end, " ")


def _below(body: str, heads: Sequence[Head]) -> Iterator[int]:
    """Yield the marks right behind heads of findings, and one that opens the summary above all heads."""
    ends = [0] if heads and heads[0].kind in {"claim", "label"} else []
    ends += [head.end for head in heads if head.kind in {"check", "reference"}]
    yield from (found.start("mark") for end in ends if (found := _MARK.match(body, end)))


def _cited(body: str) -> Iterator[re.Match[str]]:
    for found in _CITED.finditer(body):
        words = _WORD.findall(body[max(0, found.start() - _BEFORE) : found.start()].lower())
        words += _WORD.findall((found["outlet"] or "").lower())
        if not any(word in PLATFORMS or is_claim_word(word) for word in words):
            yield found


def _is_claimed(heads: Sequence[Head], mark: int) -> bool:
    place = bisect_right(heads, mark, key=lambda head: head.start)
    return place > 0 and heads[place - 1].kind in {"claim", "label"}


def _masthead_end(body: str, mark: int) -> int:
    found = _MASTHEAD.match(body, mark + 1)
    if found is None or _STOP.search(found[0]):
        return mark + 1
    return found.end()


def _is_quotation(body: str, mark: int) -> bool:
    found = _QUOTED.match(body, mark)
    return found is not None and reporting_verb().match(body, found.end()) is not None
