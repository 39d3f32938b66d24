"""Where a role in plain words begins and ends: `warga`, `petani kopi di Lereng Wetan`."""

import re
from collections.abc import Mapping
from typing import Final

from corpus.lexicon import (
    ADVERB,
    CAPITAL,
    CUE,
    DEMONSTRATIVE,
    ORGANISATION,
    PLACE_HEAD,
    PRONOUN,
    QUOTED,
    ROLE,
    ROLE_WORD,
)
from corpus.names import Mention
from corpus.runs import ROLE_LINKS, Tokens, is_adjacent

# In words.
LONGEST_ROLE = 14
# What looks like a verb, or tells when something happens.
VERB_LIKE = re.compile(r"(?:me\w|ber|ter|di)\w{4}|(?:hari|pagi|siang|sore|malam|kemarin|pekan|tadi)$")
# What ends a role in plain words: "kata warga saat ditemui".
_ENDS = frozenset(
    {"yang", "saat", "ketika", "usai", "seusai", "setelah", "sambil", "seraya", "bahwa", "oleh", "agar"}
    | {"dalam", "pada", "dengan", "untuk", "selaku", "sebagai", "melalui", "lewat", "karena", "dan", "di"}
    | {"ke", "kepada", "seperti", "yakni", "yaitu", "adalah", "bernama", "termasuk"}
)
_LINKS = ROLE_LINKS | {"bidang"}
_AT = frozenset({"di", "asal"})
_ROLES_OF_TWO = frozenset(
    {("ibu", "rumah"), ("orang", "tua"), ("anak", "buah"), ("bapak", "rumah"), ("perangkat", "desa")}
)
_SOURCES = frozenset({"sumber", "narasumber"})
_OF_ROLES: Final = ROLE | ROLE_WORD | CAPITAL | PLACE_HEAD | ORGANISATION


class RoleSpans:
    """The roles of one sentence, whose mentions are given by where they begin."""

    def __init__(self, tokens: Tokens, by_start: Mapping[int, Mention]) -> None:
        self._tokens = tokens
        self._by_start = by_start

    def heads(self, position: int) -> bool:
        """Tell a role; `ibu` is one in `ibu rumah tangga` alone."""
        if self._tokens[position].kinds & ROLE:
            return True
        return tuple(token.key for token in self._tokens[position : position + 2]) in _ROLES_OF_TWO

    def behind_place(self, end: int) -> int:
        """Return where `di Lereng Wetan` ends behind a role, if a comma, a verb or the end follows."""
        tokens = self._tokens
        if end + 1 >= len(tokens) or tokens[end].key not in _AT or not is_adjacent(tokens[end - 1]):
            return end
        last = end + 1
        while (
            last < len(tokens)
            and tokens[last].kinds & CAPITAL
            and (last == end + 1 or is_adjacent(tokens[last - 1]))
        ):
            last += 1
        following = tokens[last].kinds if last < len(tokens) else CUE
        closed = not tokens[last - 1].gap.isspace() or following & (CUE | ADVERB)
        return last if last > end + 1 and closed else end

    def end(self, first: int, *, is_subject: bool) -> int:
        """Return where a role ends: at what cannot belong to one, or at the comma or cue behind it."""
        tokens, limit = self._tokens, min(first + LONGEST_ROLE, len(self._tokens))
        closed = tokens[first].key in _SOURCES
        end = first + 1
        while end < limit and is_adjacent(tokens[end - 1]) and (closed or not self.stops_at(end)):
            end += 1
        if self._closes(end, is_subject=is_subject):
            return end
        end = first + 1
        while end < limit and is_adjacent(tokens[end - 1]) and self._is_inside(end):
            end += 1
        return end

    def _closes(self, end: int, *, is_subject: bool) -> bool:
        """Tell whether what stands at a position shows that a role of any words ended there."""
        if end == len(self._tokens):
            return not is_subject
        token = self._tokens[end]
        closed = token.kinds & (CUE | DEMONSTRATIVE) or token.key == "yang" or end in self._by_start
        closed = closed or self.behind_place(end) > end
        return bool(closed) or not is_adjacent(self._tokens[end - 1])

    def _is_inside(self, position: int) -> bool:
        token = self._tokens[position]
        inside = bool(token.kinds & _OF_ROLES) or token.key in _LINKS or token.word.isdigit()
        return inside and not self.stops_at(position)

    def stops_at(self, position: int) -> bool:
        """Tell what cannot belong to a role: a verb, a name, `yang`."""
        token = self._tokens[position]
        if token.kinds & (QUOTED | PRONOUN | DEMONSTRATIVE) or token.key in _ENDS:
            return token.key != "dan" or not self._joins(position)
        if token.kinds & CAPITAL:
            return self.begins_name(position)
        if VERB_LIKE.match(token.key) and not token.kinds & (ROLE | ROLE_WORD):
            return True
        return bool(token.kinds & (CUE | ADVERB)) and not token.kinds & (ROLE | ROLE_WORD)

    def begins_name(self, position: int) -> bool:
        """Tell where a person is named."""
        inside = self._by_start.get(position)
        return bool(inside and inside.name and not inside.is_loose)

    def _joins(self, position: int) -> bool:
        """Tell a `dan` inside an office: `Keuangan dan Aset`."""
        following = self._tokens[position + 1 : position + 2]
        return any(token.kinds & (ROLE_WORD | ORGANISATION) for token in following)
