"""Names that are no names elsewhere: `ujar Panel`, where the article has a Panel Lesmana, and initials."""

import re
from collections.abc import Iterable, Iterator, Sequence
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
    classify,
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
_NO_PERSON = ROLE | ORGANISATION | OPEN_ORGANISATION | ACRONYM | CUE
_NO_NAME = _NEVER | _COMMON | DIRECTION | DEMONSTRATIVE | CUE
# Of "Syahrul Yasin Limpo (SYL)".
_INITIALS = re.compile(r"\(([A-Z]{3,4})\)")
_BEFORE_INITIALS = re.compile(r"(?<!\w)(?:[A-Z][\w'’.-]{1,20}+ ){3,5}$")
_FARTHEST = 111
# "Amin" for "Aminuddin", in letters.
_SHORTENED_BY = 3


def with_plain_names(sentences: Sequence[Sentence], body: str = "") -> list[Sentence]:
    """Return the sentences with the words that are persons' names in this article marked as names.

    A common word stands with a capital and alone behind a reporting verb, and elsewhere begins a longer name;
    initials stand in parentheses behind the name in the body.
    """
    sought = {key for sentence in sentences for key in _addressed(sentence.tokens)}
    names = {key for key in sought if any(_begins_name(sentence.tokens, key) for sentence in sentences)}
    names |= set(_initials(body))
    if not names:
        return list(sentences)
    return [_marked(sentence, names) for sentence in sentences]


def _initials(body: str) -> Iterator[str]:
    for found in _INITIALS.finditer(body):
        named = _BEFORE_INITIALS.search(body[max(0, found.start() - _FARTHEST) : found.start()])
        if not named:
            continue
        before, words = named[0].split()[: -len(found[1])], named[0].split()[-len(found[1]) :]
        kinds = [classify(word)[1] for word in words]
        person = any(kind & GIVEN_NAME for kind in kinds) and not any(kind & _NO_PERSON for kind in kinds)
        body_of_people = before and classify(before[-1])[1] & (_NO_PERSON & ~ROLE)
        if person and not body_of_people and "".join(word[0] for word in words) == found[1]:
            yield found[1].lower()


def _addressed(tokens: Sequence[Token]) -> Iterable[str]:
    for place, (before, token) in enumerate(pairwise(tokens), 2):
        if not before.kinds & BASE_CUE or before.kinds & CAPITAL or not is_adjacent(before):
            continue
        following = tokens[place] if place < len(tokens) else None
        if _is_common(token) and not (following and _goes_on(token, following)):
            yield token.key


def _is_common(token: Token) -> bool:
    kinds = token.kinds
    return bool(kinds & CAPITAL and kinds & _COMMON and not kinds & _NEVER)


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
        token._replace(kinds=token.kinds & ~(_COMMON | ACRONYM) | GIVEN_NAME)
        if token.key in names and (_is_common(token) or token.word.isupper())
        else token
        for token in sentence.tokens
    )
    return replace(sentence, tokens=tokens)
