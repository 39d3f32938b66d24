"""What an article itself tells about its words: which are places, which persons, which plain words."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from corpus.lexicon import (
    ACCORDING,
    ACRONYM,
    ACTIVE_CUE,
    ADVERB,
    BASE_CUE,
    CALENDAR,
    CAPITAL,
    GIVEN_NAME,
    HONORIFIC,
    LOCAL_OFFICE,
    OFFICE,
    ORGANISATION,
    PLACE_HEAD,
    PLACE_OPENER,
    PLAIN,
    ROLE,
)
from corpus.runs import Run, Tokens, is_adjacent
from corpus.sentences import Sentence, Token

_ADDRESSES = BASE_CUE | ACCORDING | HONORIFIC
# `Situs Arunika`, too, names no person.
_PLACE_OPENERS = frozenset({"di", "se", "asal", "wilayah", "warga", "situs", "laman", "portal", "aplikasi"})
_NAMED = frozenset({"bernama", "nama", "disapa", "dipanggil"})
_NO_PERSON = OFFICE | PLAIN | CALENDAR | ACRONYM | HONORIFIC
_NO_NAME = OFFICE | PLAIN | CALENDAR | ACRONYM


# In words.
LONGEST_PLACE = 3


@dataclass(slots=True)
class Clues:
    """Keys of words by what the article shows them to be.

    `plain` stand in lower case, `places` after a place head, `speakers` alone beside a reporting verb,
    `quoted` alone behind one, `openers` begin a longer name, `phrases` are whole runs of unknown words;
    `place_names` are places of several words, `tickets` full names in a pair of candidates.
    """

    plain: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    speakers: set[str] = field(default_factory=set)
    quoted: set[str] = field(default_factory=set)
    openers: set[str] = field(default_factory=set)
    phrases: set[tuple[str, ...]] = field(default_factory=set)
    place_names: set[tuple[str, ...]] = field(default_factory=set)
    tickets: set[str] = field(default_factory=set)


def gather_clues(sentences: Iterable[tuple[Sentence, tuple[Run, ...]]], place: str | None = None) -> Clues:
    """Read the whole article once, before any name in it is understood; `place` is that of its dateline."""
    clues = Clues()
    words = tuple((place or "").lower().split())
    if len(words) == 1:
        clues.places.add(words[0])
    elif 1 < len(words) <= LONGEST_PLACE:
        clues.place_names.add(words)
    for sentence, runs in sentences:
        tokens = sentence.tokens
        clues.plain.update([token.key for token in tokens if not token.kinds & CAPITAL])
        for run in runs:
            _note_run(tokens, run, clues)
    clues.places -= clues.speakers
    clues.place_names = {words for words in clues.place_names if words[0] not in clues.speakers}
    return clues


def _note_run(tokens: Tokens, run: Run, clues: Clues) -> None:
    words = tokens[run.capital : run.last]
    if any(word.gap == "-" for word in words[:-1]):
        _note_tickets(words, clues)
    unknown = [not word.kinds & _NO_NAME or bool(word.kinds & GIVEN_NAME) for word in words]
    if all(unknown):
        _note_plain_run(tokens, run, clues)
    elif _is_local_body(words[0]) and all(unknown[1:]) and not _has_role(tokens, run):
        _note_place(words[1:], clues)
    for position, head in enumerate(words[:-1]):
        if head.kinds & PLACE_HEAD and unknown[position + 1]:
            whole = all(unknown[position + 1 :]) and not _has_role(tokens, run)
            length = 2 if words[position + 1].kinds & PLACE_OPENER else 1
            place = words[position + 1 :]
            _note_place(place if whole else place[:length], clues)


def _note_tickets(words: tuple[Token, ...], clues: Clues) -> None:
    """Note the full names on both sides of the hyphen: `Tim Pemenangan Sari Melati-Darwis`."""
    joint = next(place for place, word in enumerate(words) if word.gap == "-") + 1
    first = joint
    while first and not words[first - 1].kinds & _NO_PERSON:
        first -= 1
    name = words[first:joint]
    if 1 < len(name) <= LONGEST_PLACE:
        clues.tickets.add(" ".join(word.word for word in name))


def _note_place(words: tuple[Token, ...], clues: Clues) -> None:
    if len(words) == 1 and not words[0].kinds & GIVEN_NAME:
        clues.places.add(words[0].key)
    elif 1 < len(words) <= LONGEST_PLACE and _may_be_place(words):
        clues.place_names.add(tuple(word.key for word in words))


def _may_be_place(words: tuple[Token, ...]) -> bool:
    return bool(words[0].kinds & PLACE_OPENER) or not any(word.kinds & GIVEN_NAME for word in words)


def _is_local_body(token: Token) -> bool:
    return bool(token.kinds & LOCAL_OFFICE) and bool(token.kinds & ORGANISATION)


def _has_role(tokens: Tokens, run: Run) -> bool:
    return any(token.kinds & ROLE for token in tokens[run.first : run.last])


def _note_plain_run(tokens: Tokens, run: Run, clues: Clues) -> None:
    words = tokens[run.capital : run.last]
    before = tokens[run.capital - 1] if run.capital else None
    if before and before.key in _PLACE_OPENERS and len(words) < LONGEST_PLACE:
        _note_place(words, clues)
        return
    if len(words) > 1:
        clues.openers.add(words[0].key)
        clues.phrases.add(tuple(word.key for word in words))
        return
    if _is_addressed(tokens, run):
        clues.quoted.add(words[0].key)
        clues.speakers.add(words[0].key)
    elif _speaks(tokens, run):
        clues.speakers.add(words[0].key)


def _is_addressed(tokens: Tokens, run: Run) -> bool:
    before = tokens[run.capital - 1] if run.capital else None
    if before is None or not is_adjacent(before):
        return False
    return bool(before.kinds & _ADDRESSES) or before.key in _NAMED


def _speaks(tokens: Tokens, run: Run) -> bool:
    following = run.last
    while following < len(tokens) and tokens[following].kinds & ADVERB and is_adjacent(tokens[following - 1]):
        following += 1
    if following == len(tokens) or not tokens[following].kinds & ACTIVE_CUE:
        return False
    return is_adjacent(tokens[following - 1])
