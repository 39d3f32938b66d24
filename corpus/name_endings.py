"""Where a name ends that titles, degrees, organisations or a second name follow."""

from typing import Final

from corpus.lexicon import (
    ACRONYM,
    CALENDAR,
    CAPITAL,
    DEGREE,
    GIVEN_NAME,
    HONORIFIC,
    NAME_LINK,
    NICKNAME,
    NO_NAME,
    OPEN_ORGANISATION,
    ORGANISATION,
    PLACE_HEAD,
    ROLE,
    known_names,
)
from corpus.runs import Tokens

# In words.
LONGEST_NAME = 6
_INITIALS = 2
_BEHIND_NAMES: Final = CALENDAR | DEGREE | ORGANISATION | OPEN_ORGANISATION | PLACE_HEAD
# "Lukman Hakim"
_OFFICES_AND_NAMES = frozenset(
    {"hakim", "raja", "datuk", "tuanku", "guru", "pangeran", "karya", "bakti", "perwira", "batubara"}
)
# "Ignatius Kardinal Suharyo"
_INSIDE_NAMES = frozenset({"kardinal", "tirto"})
_DEGREE_INITIALS = frozenset("SMA")
_DEGREE_ENDS = frozenset(
    {"kp", "kes", "kep", "kom", "pd", "pdi", "si", "sos", "hum", "hut", "ag", "ap", "ip", "md", "psi", "sc"}
    | {"pt"}
)


def is_inside_name(tokens: Tokens, position: int) -> bool:
    """Tell `Hakim` in `Lukman Hakim` from the office, and `Kardinal` between two words of a name."""
    if tokens[position].key in _INSIDE_NAMES:
        return True
    before = tokens[position - 1].kinds if position else 0
    return tokens[position].key in _OFFICES_AND_NAMES and bool(before & GIVEN_NAME) and before & CAPITAL > 0


def name_end(tokens: Tokens, start: int, last: int, longest: int = LONGEST_NAME) -> int:
    """Return where a name ends that begins at `start`, at `last` or after `longest` words at the latest."""
    for position in range(start + 1, min(last, start + longest)):
        if (
            _is_second_name(tokens, position)
            or _is_nickname(tokens, start, position)
            or _is_parted_degree(tokens, position, last)
        ):
            return position
        if tokens[position].kinds & GIVEN_NAME or is_inside_name(tokens, position):
            continue
        if _ends_name(tokens, position, last):
            return position
    return min(last, start + longest)


def _ends_name(tokens: Tokens, position: int, last: int) -> bool:
    """Tell a degree, a date or an organisation, a role that goes on, and an acronym that is no initials."""
    token = tokens[position]
    if token.kinds & _BEHIND_NAMES or (token.kinds & ROLE and position < last - 1):
        return True
    acronym = token.kinds & ACRONYM and len(token.word) > 1
    return bool(acronym) and not _is_initials(tokens, position, last)


def _is_initials(tokens: Tokens, position: int, last: int) -> bool:
    """Tell `Dody AS Wirya`, where two letters stand between the words of a name."""
    if len(tokens[position].word) != _INITIALS or position + 1 >= last:
        return False
    following = tokens[position + 1].kinds
    return bool(tokens[position - 1].kinds & GIVEN_NAME) and not following & (NO_NAME | HONORIFIC | NAME_LINK)


def _is_parted_degree(tokens: Tokens, position: int, last: int) -> bool:
    """Tell `S Kp` and `M Kes` behind a name: degrees whose stops are lost."""
    if tokens[position].word not in _DEGREE_INITIALS or position + 1 == last:
        return False
    return tokens[position + 1].key in _DEGREE_ENDS


def _is_second_name(tokens: Tokens, position: int) -> bool:
    """Tell the short name behind its full one: `Joko Widodo Jokowi`, but `Iriana Jokowi` is one name."""
    key = tokens[position].key
    full = known_names().get(key)
    if full is None or tokens[position - 1].kinds & NICKNAME:
        return False
    words = full.lower().split()
    before = tokens[position - 1].key
    return key not in words and (before in words or before in known_names())


def _is_nickname(tokens: Tokens, start: int, position: int) -> bool:
    """Tell the nickname behind a full name whose parentheses are lost: `Darwis Lesmana Cak Darwis`."""
    token, before = tokens[position], tokens[position - 1]
    called = token.kinds & NICKNAME and not token.kinds & GIVEN_NAME and position + 1 < len(tokens)
    return bool(called) and position > start + 1 and not before.kinds & (HONORIFIC | NICKNAME)
