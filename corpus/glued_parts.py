"""What is glued into a paragraph: links to other articles, calls to scroll or to follow, credits.

`corpus/data/glued.txt` lists them with how far each reaches.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from corpus.wordlists import read_lines, read_words

_SIGNS = {".": "sentence", ">": "headline", "…": "paragraph"}
_MARK = re.compile(
    r"\[(?:gambas:[^\[\]]{1,40}|img\.\d+|video\.\d+|embed\.\d+)\]|\{target=[^{}]{0,20}\}", re.IGNORECASE
)
_MARK_REASON = "mark of a picture or video"
# Where a sentence may begin, a bracket before it included; a colon behind tells "Baca juga:" anywhere.
_LINK_HEAD = r"[A-Z][a-z]+\ [Jj]uga\s?:"
_BOUNDARY = (
    rf"(?:(?:^|(?<=[.!?:”\"’*)\]]))\s*|\s+(?=[\[(]|\*\*|{_LINK_HEAD})|(?={_LINK_HEAD}))[\[(]?(?:\*\*)?\s*"
)
_SENTENCE_END = re.compile(rf"[.!?](?=\s|$|[A-Z“\"])|(?=\s?{_LINK_HEAD})")
_LONGEST_LINK = 300
# More is no note at the end of a paragraph but the rest of an article on one line.
_LONGEST_ENDING = 2000
# A headline begins with a capital, a digit or a quotation mark, behind a colon or not.
_HEADLINE_START = re.compile(r"\s*(?:[:\-–»>]|video\b\s*:?)?\s*(?=[A-Z\d“‘\"'\[*#])")
_LINK_SIGN = re.compile(r"\s*[:\-–»>]")
# "… di JakartaSo far": the next sentence glued to the last word.
_GLUE = re.compile(r"(?<=[a-z\d?!”\")\]])(?=[A-Z“][a-z]+)")
_FEWEST_WORDS = 3
_OPENER_WITHIN = 4
# In words, the name behind it included.
_LONGEST_OFFICE = 10


class Cut(NamedTuple):
    """A part of a paragraph that goes: where it begins and ends, and why."""

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class _Rule:
    reason: str
    reach: str


def find_cuts(text: str) -> Iterator[Cut]:
    """Yield the parts of a paragraph that are no part of its article, in order and none overlapping."""
    if not _may_have_cut(text):
        return
    after = 0
    for found in _pattern().finditer(text):
        if found.start() < after:
            continue
        if found["mark"]:
            cut = Cut(found.start(), found.end(), _MARK_REASON)
        else:
            phrase = found["capitals"] or found["phrase"].lower()
            rule = _rules()[re.sub(r"\s+", " ", phrase)]
            end = _end(text, found, rule.reach)
            if end is None:
                continue
            cut = Cut(found.start(), end, rule.reason)
        after = cut.end
        yield cut


def _may_have_cut(text: str) -> bool:
    """Tell a paragraph with no word of any phrase, as most are, far sooner than the pattern does."""
    lowered = text.lower()
    return "[" in text or "{" in text or any(word in lowered for word in _telling_words())


def _end(text: str, found: re.Match[str], reach: str) -> int | None:
    """Return where a part ends that begins with a phrase; None where the phrase is one of the text's own."""
    if reach == "phrase":
        return found.end()
    if reach == "paragraph" and len(text) - found.end() <= _LONGEST_ENDING:
        return len(text)
    if reach != "headline":
        stop = _SENTENCE_END.search(text, found.end())
        return stop.end() if stop else len(text)
    start = _HEADLINE_START.match(text, found.end())
    if start is None or (" " not in found.group().strip() and not _LINK_SIGN.match(text, found.end())):
        return None
    closing = text.find(")", start.end(), start.end() + _LONGEST_LINK) if "(" in found.group() else -1
    return closing + 1 if closing > 0 else _end_of_headline(text, start.end())


def _end_of_headline(text: str, start: int) -> int:
    """Return where a headline ends: before the sentence that its first word in small letters belongs to."""
    capitals: list[re.Match[str]] = []
    words = list(re.finditer(r"\S+", text[start : start + _LONGEST_LINK]))
    for word, following in zip(words, [*words[1:], None], strict=True):
        glue = _GLUE.search(word.group()) if len(capitals) >= _FEWEST_WORDS and following else None
        if glue and following and _is_prose(following.group()):
            return start + word.start() + glue.start()
        if _is_prose(word.group()):
            return start + _sentence_start(capitals) if len(capitals) > _FEWEST_WORDS else _stop(text, start)
        if not word.group()[0].islower():
            capitals.append(word)
    return min(len(text), start + _LONGEST_LINK)


def _sentence_start(capitals: list[re.Match[str]]) -> int:
    """Return where the sentence begins that goes on in small letters.

    It is behind a question mark, or at the first of the last capitals that opens sentences, as a role does
    before a name; else at the last capital.
    """
    openers = read_words("dateline_openers.txt")
    start = capitals[-1].start()
    for place, (before, word) in enumerate(reversed(list(pairwise(capitals[-_LONGEST_OFFICE:])))):
        if before.group()[-1] in "?!":
            return word.start()
        if before.end() + 1 < word.start() or _is_of_headline(before.group().lower()):
            break
        if before.group() in openers:
            start = before.start()
        elif place >= _OPENER_WITHIN - 2 and start < capitals[-1].start():
            break
    return start


def _is_of_headline(word: str) -> bool:
    """Return whether a word stands in no office: `Bisa`, `Bilang`."""
    return word in read_words("headline_verbs.txt") or word in read_words("adverbs.txt")


def _stop(text: str, start: int) -> int:
    """Return the end of the sentence, for a headline that is written like one."""
    found = _SENTENCE_END.search(text, start, start + _LONGEST_LINK)
    return found.end() if found else min(len(text), start + _LONGEST_LINK)


def _is_prose(word: str) -> bool:
    """Return whether a headline would write a word with a capital, and this one has none."""
    bare = word.strip("“”\"'‘’(),.:;?!")
    return bare[:1].islower() and bare not in read_words("headline_words.txt")


@cache
def _rules() -> dict[str, _Rule]:
    """Return the rule of each phrase."""
    rules: dict[str, _Rule] = {}
    reason = ""
    for line in read_lines("glued.txt"):
        if line.startswith("["):
            reason = line.strip("[]")
        else:
            phrase, _, sign = line.rpartition(" ") if line[-1] in _SIGNS else (line, "", "")
            rules[phrase] = _Rule(reason, _SIGNS.get(sign, "phrase"))
    return rules


@cache
def _telling_words() -> tuple[str, ...]:
    """Return the longest word of each phrase, which is seldom that of others."""
    return tuple({max(phrase.lower().split(), key=len) for phrase in _rules()})


@cache
def _pattern() -> re.Pattern[str]:
    """Return what finds marks, phrases in capitals, and other phrases where a sentence may begin."""
    longest_first = sorted(_rules(), key=len, reverse=True)
    capitals = [re.escape(phrase) for phrase in longest_first if phrase.isupper()]
    others = [re.escape(phrase).replace(r"\ ", r"\s+") for phrase in longest_first if not phrase.isupper()]
    return re.compile(
        rf"(?P<mark>(?i:{_MARK.pattern}))|\b(?P<capitals>{'|'.join(capitals)})\b"
        rf"|{_BOUNDARY}(?P<phrase>(?ai:{'|'.join(others)}))(?![a-z])"
    )
