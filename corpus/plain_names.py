"""Names that are plain words elsewhere: `ujar Panel`, where the article has a Panel Lesmana."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from corpus.adjuncts import TIMES
from corpus.lexicon import (
    ACRONYM,
    BASE_CUE,
    CALENDAR,
    CAPITAL,
    CUE,
    DEMONSTRATIVE,
    DIRECTION,
    GIVEN_NAME,
    LOCAL_OFFICE,
    OPEN_ORGANISATION,
    ORGANISATION,
    PLACE_HEAD,
    PLAIN,
    PREPOSITION,
    PRONOUN,
    QUOTED,
    ROLE,
    ROLE_WORD,
)
from corpus.runs import is_adjacent
from corpus.sentences import Sentence, Token

_COMMON = PLAIN | ROLE_WORD
_NEVER = (
    ROLE
    | ORGANISATION
    | OPEN_ORGANISATION
    | PLACE_HEAD
    | LOCAL_OFFICE
    | ACRONYM
    | PRONOUN
    | QUOTED
    | CALENDAR
)
_NO_NAME = _NEVER | _COMMON | DIRECTION | DEMONSTRATIVE | CUE
# "Amin" for "Aminuddin", in letters.
_SHORTENED_BY = 3


def with_plain_names(sentences: Sequence[Sentence]) -> list[Sentence]:
    """Return the sentences with the common words that are persons' names marked as names.

    Such a word stands with a capital and alone behind a reporting verb, and elsewhere begins a longer name.
    """
    sought = {key for sentence in sentences for key in _addressed(sentence.tokens)}
    names = {key for key in sought if any(_begins_name(sentence.tokens, key) for sentence in sentences)}
    if not names:
        return list(sentences)
    return [_marked(sentence, names) for sentence in sentences]


def _addressed(tokens: Sequence[Token]) -> Iterable[str]:
    for place, (before, token) in enumerate(pairwise(tokens), 2):
        if not before.kinds & BASE_CUE or before.kinds & CAPITAL or not is_adjacent(before):
            continue
        following = tokens[place] if place < len(tokens) else None
        if _is_common(token) and not (following and _goes_on(token, following)):
            yield token.key


def _is_common(token: Token) -> bool:
    kinds = token.kinds
    return bool(kinds & CAPITAL and kinds & _COMMON and not kinds & _NEVER and not token.word.isupper())


def _goes_on(token: Token, following: Token) -> bool:
    """Tell a word that more words belong to, `kata Dewan Pengawas`, from one before a comma or `di`."""
    if token.gap.isspace() and (following.kinds & PREPOSITION or following.key in TIMES):
        return bool(following.kinds & CAPITAL)
    return not token.gap or token.gap.isspace() or "-" in token.gap


def _begins_name(tokens: Sequence[Token], key: str) -> bool:
    for token, following in pairwise(tokens):
        if not token.kinds & CAPITAL:
            continue
        if token.key == key and is_adjacent(token) and _is_of_name(following):
            return True
        longer = token.key.startswith(key) and len(token.key) >= len(key) + _SHORTENED_BY
        if longer and not token.kinds & _NO_NAME:
            return True
    return False


def _is_of_name(token: Token) -> bool:
    known = token.kinds & GIVEN_NAME or not token.kinds & _NO_NAME
    return bool(token.kinds & CAPITAL and known)


def _marked(sentence: Sentence, names: set[str]) -> Sentence:
    tokens = tuple(
        token._replace(kinds=token.kinds & ~_COMMON | GIVEN_NAME)
        if token.key in names and _is_common(token)
        else token
        for token in sentence.tokens
    )
    return replace(sentence, tokens=tokens)
