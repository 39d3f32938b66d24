"""Runs of capitalised words: what may be a role, an organisation, a person's name, or all of them."""

import re
from typing import NamedTuple

from corpus.lexicon import (
    ABBREVIATED,
    ACCORDING,
    ACRONYM,
    ACTIVE_CUE,
    ADVERB,
    CALENDAR,
    CAPITAL,
    CUE,
    DEGREE,
    DEMONSTRATIVE,
    GIVEN_NAME,
    HONORIFIC,
    LOCAL_OFFICE,
    NAME_LINK,
    NICKNAME,
    OFFICE,
    OPEN_ORGANISATION,
    ORGANISATION,
    PLACE_HEAD,
    PLAIN,
    PREPOSITION,
    PRONOUN,
    QUOTED,
    ROLE,
    ROLE_WORD,
    SHORT_OFFICES,
    place_phrases,
)
from corpus.sentences import Token
from corpus.wordlists import read_words

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
ROLE_LINKS = frozenset({"dari", "nomor", "urut", "asal", "periode", "sekaligus", "hasil"})
_INSIDE_ROLES = _CONJUNCTIONS | ROLE_LINKS
_BODIES = ORGANISATION | OPEN_ORGANISATION | ACRONYM
_THEN = frozenset({"saat", "kala", "ketika", "waktu"})
# What lists of plain words follow: `Dinas Perumahan, Pertanahan, dan Permukiman`
_LIST_HEADS = frozenset(
    {"bidang", "dinas", "menteri", "kementerian", "badan", "bagian", "biro", "divisi", "direktorat", "deputi"}
    | {"departemen", "fakultas", "komisi", "pusat", "urusan", "seksi", "lembaga", "koordinator", "direktur"}
)
_OF_PERSONS = GIVEN_NAME | HONORIFIC | NICKNAME
_NO_PART = _OF_PERSONS | ROLE | ACRONYM | CALENDAR | ORGANISATION
# In words.
_LONGEST_LIST, _LONGEST_PART = 10, 2
# "Dinas Kesehatan Arunika dr. Sari Melati"
SMALL_TITLES = frozenset({"dr", "drg", "drh", "drs", "ir", "hj"})
_AFTER_PLACE = SMALL_TITLES | {"nomor", "urut", "periode", "hasil"}
# `Presiden ke-6 RI`, `Densus 88 Antiteror`
_NUMBER, _ORDINAL = re.compile(r"\d+|[IVX]+"), re.compile(r"ke-?\d{1,2}")
_NUMBERED = ROLE_WORD | ORGANISATION | OPEN_ORGANISATION | PLACE_HEAD | LOCAL_OFFICE | ACRONYM
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
    """Tell whether only blanks (or the dot of an abbreviation) part a token from the next.

    A stroke belongs to the name of an organisation: `Kodim 0621/Arunika`.
    """
    gap = token.gap
    if gap in (" ", " & "):
        return True
    if gap == "/":
        return bool(token.kinds & (ACRONYM | ORGANISATION)) or _NUMBER.fullmatch(token.word) is not None
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
    if opens and not kinds & (GIVEN_NAME | NAME_LINK):
        # "Pernyataan Sari", "Menurut Sari", "Sementara Camat Sari"
        key = tokens[position].key
        said = kinds & (CUE | PREPOSITION) or key in read_words("said_words.txt")
        if said or key == "sementara":
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
    if tokens[position].key == "sementara" and tokens[position + 1 : position + 2]:
        return bool(tokens[position + 1].kinds & DEMONSTRATIVE)
    if tokens[position].key == "menurut":
        return True
    if not kinds & _NEXT_OPENING or kinds & _KEEPS or tokens[position - 1].kinds & _NO_LAST_WORD:
        return False
    if position + 1 == len(tokens):
        return False
    if tokens[position + 1].kinds & ACTIVE_CUE and kinds & _NEXT_OPENING == PLAIN and not kinds & ROLE_WORD:
        return False  # "Fernando Emas mengatakan"
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
    if following == position and _is_link(tokens, position):
        following += 1
    reached = position < following < limit and tokens[following].kinds & CAPITAL
    return following + 1 if reached and all(map(is_adjacent, tokens[position:following])) else 0


def _is_link(tokens: Tokens, position: int) -> bool:
    """Tell `of`, `dan` between parts of an office, and the second title of `Dr dr Sari Melati`."""
    small = tokens[position].word in SMALL_TITLES
    titled = small and (tokens[position - 1].kinds & HONORIFIC or is_hospital(tokens[position - 1]))
    return bool(titled) or tokens[position].key in _FOREIGN_LINKS or _joins_offices(tokens, position)


def is_hospital(token: Token) -> bool:
    """Tell what may be called after a doctor: `RSUD dr Sari Melati`."""
    return token.key == "sakit" or (token.key.startswith("rs") and token.kinds & (ORGANISATION | ACRONYM) > 0)


def _joins_offices(tokens: Tokens, position: int) -> bool:
    if tokens[position].key not in _CONJUNCTIONS or position + 1 == len(tokens):
        return False
    return bool(tokens[position - 1].kinds & tokens[position + 1].kinds & ROLE_WORD)


def _goes_on(tokens: Tokens, before: Run, capital: int) -> bool:
    """Tell whether a role goes on over plain words: `Pengamat politik Universitas …`."""
    if not tokens[before.first].kinds & ROLE:
        return False
    if (
        _is_enumerated(tokens, before.last, capital)
        or _is_purpose(tokens, before, capital)
        or _is_listed(tokens, before, capital)
    ):
        return True
    words, ahead = tokens[before.last : capital], tokens[before.last - 1]
    then = _is_then(tokens, before.last)
    words = words[2:] if then else words
    adjacent = is_adjacent(ahead) and all(is_adjacent(word) for word in words)
    if not adjacent or not all(_is_of_role(word) for word in words):
        return False
    return then or _is_of_role(ahead) or _leads_on(ahead, words, tokens[capital])


def _leads_on(ahead: Token, words: Tokens, following: Token) -> bool:
    """Tell words that go on with an office whatever ends before them: `nomor urut 2`, `88`, `dari Fraksi`."""
    if not words:
        return False
    numbered = words[0].word.isdigit() and bool(ahead.kinds & _NUMBERED)
    return numbered or words[0].key in _AFTER_PLACE or _is_of_faction(ahead, words, following)


def _is_of_faction(ahead: Token, words: Tokens, following: Token) -> bool:
    """Tell `Anggota DPR dari Fraksi Arunika Sari Melati`."""
    bodies = ahead.kinds & _BODIES and following.kinds & _BODIES
    return bool(bodies) and [word.key for word in words] == ["dari"]


def _is_then(tokens: Tokens, position: int) -> bool:
    """Tell `saat itu` behind an office: `Ketua KPU saat itu Sari Melati`."""
    following = tokens[position + 1].key if position + 1 < len(tokens) else ""
    return tokens[position].key in _THEN and following == "itu"


def _is_purpose(tokens: Tokens, before: Run, capital: int) -> bool:
    """Tell `Duta Besar Arunika untuk Malaysia`, an office that tells for what it is held."""
    if (
        capital != before.last + 1
        or tokens[before.last].key != "untuk"
        or not is_adjacent(tokens[before.last - 1])
    ):
        return False
    office = tokens[before.first : before.last]
    if any(token.kinds & GIVEN_NAME for token in office):
        return False
    bodies = any(token.kinds & OPEN_ORGANISATION for token in office)
    return (
        bodies
        or bool(office[-1].kinds & (OFFICE | ACRONYM))
        or (office[-1].key,) in place_phrases().get(office[-1].key, ())
    )


def _is_of_role(token: Token) -> bool:
    """Tell a word inside a role: `Calon wali kota nomor urut 2`."""
    return (
        bool(token.kinds & (ROLE | ROLE_WORD | PLACE_HEAD | OPEN_ORGANISATION))
        or token.key in _INSIDE_ROLES
        or token.word in SMALL_TITLES
        or token.word.isdigit()
        or _ORDINAL.fullmatch(token.key) is not None
    )


def _is_enumerated(tokens: Tokens, last: int, capital: int) -> bool:
    """Tell the next part of an office: `Bidang Politik, Hukum, dan Keamanan`."""
    parts = tokens[last - 1].kinds & ROLE_WORD and tokens[capital].kinds & (ROLE_WORD | PLACE_HEAD)
    joints = [tokens[last - 1].gap.strip(), *(token.gap.strip() for token in tokens[last:capital])]
    words = all(token.key in _CONJUNCTIONS for token in tokens[last:capital])
    return bool(parts) and not tokens[capital].kinds & ROLE and words and set(joints) <= {",", ""}


def _is_listed(tokens: Tokens, before: Run, capital: int) -> bool:
    """Tell the next part of an office that a list of plain names makes up: `Bidang Pers dan Media`."""
    words = tokens[before.first : before.last]
    first = next((place for place, word in enumerate(words, 1) if "," in word.gap), len(words))
    head = any(word.key in _LIST_HEADS for word in words[max(0, first - _LONGEST_PART - 1) : first])
    if not head or any(word.kinds & _OF_PERSONS for word in words) or tokens[capital].kinds & _NO_PART:
        return False
    conjunction = capital == before.last + 1 and tokens[before.last].key in _CONJUNCTIONS
    if conjunction and (any("," in word.gap for word in words) or _names_body(tokens, capital)):
        return True
    return capital == before.last and words[-1].gap.strip() == "," and _closes_list(tokens, capital)


def _closes_list(tokens: Tokens, position: int) -> bool:
    """Tell whether parts of an office, a comma between them, go on up to `dan` and the last of them."""
    for place in range(position, min(position + _LONGEST_LIST, len(tokens) - 1)):
        token, following = tokens[place], tokens[place + 1]
        if token.key in _CONJUNCTIONS:
            return bool(following.kinds & CAPITAL) and not following.kinds & _NO_PART
        parted = not is_adjacent(token) and token.gap.strip() != ","
        if not token.kinds & CAPITAL or token.kinds & _NO_PART or parted:
            return False
    return False


def _names_body(tokens: Tokens, position: int) -> bool:
    """Tell whether an organisation and more words follow soon: `dan Tsunami BMKG Sari`."""
    for place in range(position, min(position + _LONGEST_PART, len(tokens) - 2)):
        following = tokens[place + 1]
        if not is_adjacent(tokens[place]) or not following.kinds & CAPITAL:
            return False
        if following.kinds & (ACRONYM | ORGANISATION):
            return is_adjacent(following) and bool(tokens[place + 2].kinds & CAPITAL)
    return False


def _role_start(tokens: Tokens, capital: int, floor: int) -> int:
    """Return where the lower-case words of a role begin, or a small title alone: `kata dr Sari`."""
    first = best = capital
    while first > max(floor, capital - _LONGEST_ROLE):
        before = tokens[first - 1]
        if before.kinds & CAPITAL or not is_adjacent(before):
            break
        if not _is_of_role(before):
            break
        first -= 1
        if before.kinds & ROLE or (before.word in SMALL_TITLES and best == first + 1):
            best = first
    return best
