"""The heads of a fact check: where its claim stands, where its findings, where its references."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple, get_args

from corpus.wordlists import read_lines

HeadKind = Literal["claim", "check", "label", "reference"]

_KINDS: tuple[HeadKind, ...] = get_args(HeadKind)
# What may stand behind the word on a line that is a head, "Penelusuran Kabar Arunika": four words.
_IN_CAPITALS = "NARASI|PENJELASAN|KATEGORI|SUMBER|REFERENSI"
_REST = r"[^\s:]*(?:[ \t]+[^\s:]+){0,3}"


class Head(NamedTuple):
    """A head and where it stands in its text: `start` before its signs, `end` behind its colon.

    `bare` tells one of nothing but its phrase from a line that goes on: `Klaim di media sosial`.
    """

    kind: HeadKind
    phrase: str
    start: int
    end: int
    bare: bool


def heads_in(text: str) -> Iterator[Head]:
    """Yield the heads of a text in their order.

    A head is a line of its own, or it opens with a capital and stands before a colon, in brackets, behind a
    row of `=` or glued to an address: `===== [NARASI]: …`. The commonest are heads in capitals alone, too.
    """
    for found in _pattern().finditer(text):
        phrase = " ".join(
            (found["line"] or found["marked"] or found["named"] or found["plain"]).lower().split()
        )
        yield Head(_phrases()[phrase], phrase, *found.span(), not found["rest"])


@cache
def _phrases() -> dict[str, HeadKind]:
    phrases: dict[str, HeadKind] = {}
    kind: HeadKind = "claim"
    for line in read_lines("factcheck_heads.txt"):
        if line.startswith("["):
            kind = next(each for each in _KINDS if each == line.strip("[]"))
        else:
            phrases[line] = kind
    return phrases


@cache
def _pattern() -> re.Pattern[str]:
    longest_first = sorted(_phrases(), key=len, reverse=True)
    any_case = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in longest_first)
    capital = "|".join(
        rf"{phrase[0].upper()}(?i:{re.escape(phrase[1:])})".replace(r"\ ", r"\s+") for phrase in longest_first
    )
    aside = r"(?:[ ]?\([^()\n]{1,40}\))?"
    return re.compile(
        # A line of its own, with its marks.
        rf"^[^\w\n“\"”]*(?P<line>(?i:{any_case}))\b[^\w\n:“\"]*(?P<rest>{_REST})(?<![.!?,;])$"
        # Nothing else begins with a small letter: most places are told by one look.
        r"|(?=[=\[(A-Z])(?:"
        # = = = [NARASI]
        rf"(?<!=)(?<!=\ )(?:={{2,}}|(?:=[ ]){{2,}}=?)\s*[\[(]?(?P<marked>(?i:{any_case}))\b"
        rf"[\])]?{aside}\s*:?"
        # NARASI: and [NARASI], REFERENSIhttps://
        rf"|[\[(]?(?=[A-Z])(?<![\w-])(?<!(?i:cek)\ )(?P<named>{capital})"
        rf"(?:[\])]?{aside}\s*:|(?<=\w)\]|(?=https?://|[*“\"]\w))"
        # SUMBER Media Sosial NARASI “…”; but `selengkapnya di bagian REFERENSI`
        rf"|(?<![\w“-])(?<!bagian\ )(?<!dan\ )(?<!poin\ )(?P<plain>{_IN_CAPITALS})\b"
        r"(?=\s+(?:[A-Z\d“”\"(]|https?:)))",
        re.MULTILINE,
    )
