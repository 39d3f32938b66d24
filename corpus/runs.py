"""Runs of capitalised words: what may be a role, an organisation, a person's name, or all of them."""

from typing import NamedTuple

from corpus.lexicon import (
    ABBREVIATED,
    ACCORDING,
    ACRONYM,
    ADVERB,
    CALENDAR,
    CAPITAL,
    CUE,
    DEGREE,
    DEMONSTRATIVE,
    GIVEN_NAME,
    HONORIFIC,
    NAME_LINK,
    NICKNAME,
    OFFICE,
    ORGANISATION,
    PLACE_HEAD,
    PLAIN,
    PREPOSITION,
    PRONOUN,
    QUOTED,
    ROLE,
    ROLE_WORD,
    SHORT_OFFICES,
)
from corpus.sentences import Token

Tokens = tuple[Token, ...]

# Longer ones are headlines or garbage.
_LONGEST_RUN = 24
_LONGEST_ROLE = 6
# "van der"
_MOST_LINKS = 2
_NO_LAST_WORD = OFFICE | ACRONYM | HONORIFIC | NICKNAME
_OPENING = PLAIN | ADVERB | PRONOUN | DEMONSTRATIVE | PREPOSITION | CALENDAR
_KEEPS = OFFICE | GIVEN_NAME | HONORIFIC | NICKNAME | NAME_LINK
_NEXT_OPENING = (_OPENING | ACCORDING) & ~CALENDAR
# "Center for Strategic and International Studies"
_FOREIGN_LINKS = frozenset({"and", "of", "for", "the", "on"})
_CONJUNCTIONS = frozenset({"dan", "serta"})
ROLE_LINKS = frozenset({"dari", "nomor", "urut", "asal", "periode", "sekaligus"})
_INSIDE_ROLES = _CONJUNCTIONS | ROLE_LINKS
# "Dinas Kesehatan Arunika dr. Sari Melati"
SMALL_TITLES = frozenset({"dr", "drg", "drh", "drs", "ir", "hj"})
_AFTER_PLACE = SMALL_TITLES | {"nomor", "urut", "periode"}
_ACCOUNTS = frozenset({"akun", "kanal", "channel", "laman", "halaman", "grup"})
PLATFORMS = frozenset(
    {"instagram", "facebook", "fb", "twitter", "x", "tiktok", "youtube", "threads", "telegram"}
)


class Run(NamedTuple):
    """Token positions: lower-case role words from `first`, capitalised words from `capital` up to `last`."""

    first: int
    capital: int
    last: int


def runs_in(tokens: Tokens) -> tuple[Run, ...]:
    """Return the runs of a sentence in order, without the plain words that open it."""
    runs: list[Run] = []
    last = 0
    for position in [place for place, token in enumerate(tokens) if token.kinds & CAPITAL]:
        if position < last or not _starts_run(tokens, position):
            continue
        first = _role_start(tokens, position, last)
        last = _run_end(tokens, position)
        if runs and _goes_on(tokens, runs[-1], position):
            first = runs.pop().first
        runs.append(Run(first, position, last))
    return tuple(runs)


def is_adjacent(token: Token) -> bool:
    """Tell whether only blanks (or the dot of an abbreviation) part a token from the next."""
    gap = token.gap
    if gap in (" ", " & "):
        return True
    if gap == ".":
        return bool(token.kinds & (ABBREVIATED | HONORIFIC))
    if gap[:1] == "." and gap[1:].isspace():
        return bool(token.kinds & (ABBREVIATED | HONORIFIC | DEGREE | NICKNAME)) or token.key in SHORT_OFFICES
    return gap.isspace()


def _starts_run(tokens: Tokens, position: int) -> bool:
    """Tell a capitalised word that may open a run from a degree and from plain words in capitals."""
    kinds = tokens[position].kinds
    if kinds & DEGREE and not kinds & GIVEN_NAME:
        return False
    opens = position == 0 or tokens[position - 1].kinds & QUOTED
    if opens and kinds & (CUE | PREPOSITION) and not kinds & (GIVEN_NAME | NAME_LINK):
        return False
    return not kinds & _OPENING or bool(kinds & _KEEPS)


def _run_end(tokens: Tokens, position: int) -> int:
    last = position + 1
    limit = min(len(tokens), position + _LONGEST_RUN)
    while last < limit and is_adjacent(tokens[last - 1]):
        if tokens[last].kinds & CALENDAR and not tokens[last].kinds & GIVEN_NAME:
            break
        if (
            _opens_next(tokens, last)
            or _begins_again(tokens, position, last)
            or _is_platform(tokens, last - 1)
        ):
            break
        if tokens[last].kinds & CAPITAL:
            last += 1
            if _is_ticket(tokens, position, last):
                last += 1
        elif reached := _linked(tokens, last, limit):
            last = reached
        else:
            break
    return last


def _opens_next(tokens: Tokens, position: int) -> bool:
    """Tell the first word of a sentence whose full stop before it is lost: `kata Sari Melati Selama ini`."""
    kinds = tokens[position].kinds
    if tokens[position].key == "menurut":
        return True
    if not kinds & _NEXT_OPENING or kinds & _KEEPS or tokens[position - 1].kinds & _NO_LAST_WORD:
        return False
    if position + 1 == len(tokens) or tokens[position + 1].kinds & QUOTED:
        return False
    after = tokens[position]
    return after.key.endswith("nya") or (is_adjacent(after) and not tokens[position + 1].kinds & CAPITAL)


def _is_platform(tokens: Tokens, position: int) -> bool:
    """Tell where an account is kept, whose owner is named next: `akun Instagram Sari Melati`."""
    return tokens[position].key in PLATFORMS and position > 0 and tokens[position - 1].key in _ACCOUNTS


def _begins_again(tokens: Tokens, first: int, position: int) -> bool:
    """Tell a name that a sentence ends and the next begins with: `kata Sari Sari juga meminta`."""
    token = tokens[position]
    if token.key != tokens[first].key or token.kinds & OFFICE & ~ROLE_WORD:
        return False
    following = tokens[position + 1 : position + 2]
    doubled = following and following[0].kinds & CAPITAL and is_adjacent(token)
    return position > first + 1 or not doubled


def _is_ticket(tokens: Tokens, first: int, last: int) -> bool:
    """Tell a pair of candidates that an organisation is named after: `Tim Pemenangan Sari-Melati`."""
    if last == len(tokens) or tokens[last - 1].gap != "-" or not tokens[last].kinds & CAPITAL:
        return False
    return any(token.kinds & (ORGANISATION | ACRONYM) for token in tokens[first : last - 1])


def _linked(tokens: Tokens, position: int, limit: int) -> int:
    """Return the position behind the capitalised word that `bin`, `van der` or `dan` links, else 0."""
    following = position
    while following < min(limit, position + _MOST_LINKS) and tokens[following].kinds & NAME_LINK:
        following += 1
    if following == position and (tokens[position].key in _FOREIGN_LINKS or _joins_offices(tokens, position)):
        following += 1
    reached = position < following < limit and tokens[following].kinds & CAPITAL
    return following + 1 if reached and all(map(is_adjacent, tokens[position:following])) else 0


def _joins_offices(tokens: Tokens, position: int) -> bool:
    if tokens[position].key not in _CONJUNCTIONS or position + 1 == len(tokens):
        return False
    return bool(tokens[position - 1].kinds & tokens[position + 1].kinds & ROLE_WORD)


def _goes_on(tokens: Tokens, before: Run, capital: int) -> bool:
    """Tell whether a role goes on over plain words: `Pengamat politik Universitas …`."""
    if not before.last <= capital <= before.last + _LONGEST_ROLE or not tokens[before.first].kinds & ROLE:
        return False
    if _is_enumerated(tokens, before.last, capital):
        return True
    words = tokens[before.last : capital]
    last_of_role = _is_of_role(tokens[before.last - 1]) or (words and words[0].key in _AFTER_PLACE)
    adjacent = is_adjacent(tokens[before.last - 1]) and all(is_adjacent(word) for word in words)
    return bool(last_of_role) and adjacent and all(_is_of_role(word) for word in words)


def _is_of_role(token: Token) -> bool:
    """Tell a word inside a role: `Calon wali kota nomor urut 2`."""
    return (
        bool(token.kinds & (ROLE | ROLE_WORD | PLACE_HEAD))
        or token.key in _INSIDE_ROLES
        or token.word in SMALL_TITLES
        or token.word.isdigit()
    )


def _is_enumerated(tokens: Tokens, last: int, capital: int) -> bool:
    """Tell the next part of an office: `Bidang Politik, Hukum, dan Keamanan`."""
    parts = tokens[last - 1].kinds & tokens[capital].kinds & ROLE_WORD
    joints = [tokens[last - 1].gap.strip(), *(token.gap.strip() for token in tokens[last:capital])]
    words = all(token.key in _CONJUNCTIONS for token in tokens[last:capital])
    return bool(parts) and not tokens[capital].kinds & ROLE and words and set(joints) <= {",", ""}


def _role_start(tokens: Tokens, capital: int, floor: int) -> int:
    first = best = capital
    while first > max(floor, capital - _LONGEST_ROLE):
        before = tokens[first - 1]
        if before.kinds & CAPITAL or not is_adjacent(before):
            break
        if not _is_of_role(before):
            break
        first -= 1
        if before.kinds & ROLE:
            best = first
    return best
