"""Where a name opens that looks like a word of the office before it, and the other way round."""

from typing import Final

from corpus.lexicon import ACRONYM, CALENDAR, CAPITAL, DEGREE, HONORIFIC, OFFICE, ROLE, ROLE_WORD
from corpus.runs import Tokens, is_adjacent

# "Bapak Pembangunan", but "Kombes Awal Wirya".
_ADDRESSES = frozenset({"bapak", "pak", "ibu", "bu", "sang", "tuan", "nyonya", "saudara", "saudari"})
# "Laksamana Muda Wirya"
_OF_RANKS = frozenset({"muda", "madya", "pertama", "besar", "satu", "dua"})
_NO_FIRST_NAME: Final = HONORIFIC | CALENDAR | ACRONYM | DEGREE
_LONGEST_INITIALS = 2
_MALAY_TITLES = frozenset(
    {("tan", "sri"), ("datuk", "seri"), ("dato", "sri"), ("dato'", "sri"), ("datuk", "sri")}
)
_MALAY_OPENINGS = frozenset(title[0] for title in _MALAY_TITLES)


def begins_name(tokens: Tokens, position: int) -> bool:
    """Tell `Awal` in `Kombes Awal Wirya`: right behind a rank a word that means something is a name."""
    before, following = tokens[position - 1 : position], tokens[position + 1 : position + 2]
    if not before or not following or tokens[position].key in _OF_RANKS:
        return False
    if tokens[position].kinds & (_NO_FIRST_NAME | OFFICE & ~ROLE_WORD):
        return False
    ranked = before[0].kinds & HONORIFIC and not before[0].kinds & OFFICE and before[0].key not in _ADDRESSES
    return bool(ranked and is_adjacent(tokens[position]) and following[0].kinds & CAPITAL)


def is_in_capitals(tokens: Tokens, position: int) -> bool:
    """Tell `Juru bicara MULIA Sari`: behind a role, and alone in capitals, it is whom the role is for."""
    word, before = tokens[position].word, tokens[position - 1].kinds if position else 0
    following = tokens[position + 1 : position + 2]
    alone = len(word) > _LONGEST_INITIALS and word.isupper() and following and following[0].word[1:].islower()
    return bool(alone and before & (ROLE | ROLE_WORD) and following[0].kinds & CAPITAL)


def title_length(tokens: Tokens, position: int) -> int:
    """Count the words of a Malay title such as `Tan Sri`, which a name follows; 0 if none begins here."""
    if tokens[position].key not in _MALAY_OPENINGS:
        return 0
    pair = tuple(token.key for token in tokens[position : position + 2])
    following = tokens[position + 2 : position + 3]
    titled = pair in _MALAY_TITLES and all(map(is_adjacent, tokens[position : position + 2]))
    return len(pair) if titled and following and following[0].kinds & CAPITAL else 0
