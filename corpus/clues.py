"""What an article itself tells about its words: which are places, which persons, which plain words."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise, takewhile

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
# `Kantor berita Sagara` and `situs Sagara` are no persons either.
_PLACE_OPENERS = frozenset(
    {"di", "se", "asal", "wilayah", "warga", "berita", "kabar", "situs", "laman", "portal", "aplikasi"}
)
_NAMED = frozenset({"bernama", "nama", "disapa", "dipanggil"})
# In words: a head and its place.
_LONE = 2
_NO_PERSON = OFFICE | PLAIN | CALENDAR | ACRONYM | HONORIFIC
_NO_NAME = OFFICE | PLAIN | CALENDAR | ACRONYM
_FIRMS = frozenset({"pt", "cv"})

# In words.
LONGEST_PLACE = 3
# What stands behind a head, and the head.
_Behind = tuple[tuple[str, ...], str]


@dataclass(slots=True)
class Clues:
    """Keys of words by what the article shows them to be.

    `plain` stand in lower case, `places` after a place head, or after `PT` as a firm's first word, `speakers`
    alone beside a reporting verb, `quoted` alone behind one, `openers` begin a longer name, `phrases` are
    whole runs of unknown words; `place_names` are places and firms of several words, `tickets` full names in
    a pair of candidates.
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
    behind_heads: set[_Behind] = set()
    firms: set[str] = set()
    for sentence, runs in sentences:
        tokens = sentence.tokens
        clues.plain.update([token.key for token in tokens if not token.kinds & CAPITAL])
        for run in runs:
            _note_run(tokens, run, clues)
            if run.last - run.capital > 1:
                firms.update(_firms_in(tokens[run.capital : run.last], clues))
            # A head and two words.
            if run.last - run.first > _LONE and (behind := _behind_head(tokens[run.first : run.last])):
                behind_heads.add(behind)
    _note_shared_places(behind_heads, clues)
    firms -= clues.openers
    clues.speakers -= firms
    clues.places = clues.places - clues.speakers | firms
    clues.place_names = {words for words in clues.place_names if words[0] not in clues.speakers}
    return clues


def _firms_in(words: tuple[Token, ...], clues: Clues) -> Iterable[str]:
    """Note the names of firms; yield their first words: `PT Sagara Jaya Tbk` is called `Sagara`, too."""
    for place, (head, word) in enumerate(pairwise(words), 1):
        if head.key not in _FIRMS:
            continue
        if not word.kinds & (_NO_PERSON | GIVEN_NAME):
            yield word.key
        name = tuple([each.key for each in takewhile(lambda each: each.key != "tbk", words[place:])])
        # What follows a head that opens its run is all of the name, behind an office a person may follow.
        whole = place == 1 or len(name) < len(words) - place
        if whole and 1 < len(name) <= LONGEST_PLACE:
            clues.place_names.add(name)


def _behind_head(words: tuple[Token, ...]) -> _Behind | None:
    """Return the last head of a place or local office, and the unknown words behind it if there are two."""
    for place in range(len(words) - 1, 0, -1):
        word = words[place - 1]
        if word.kinds & (LOCAL_OFFICE | PLACE_HEAD):
            behind = words[place:]
            if len(behind) > 1 and not behind[0].kinds & (_NO_PERSON | GIVEN_NAME):
                return tuple([each.key for each in behind]), word.key
        if word.kinds & _NO_PERSON and not word.kinds & GIVEN_NAME:
            return None
    return None


def _note_shared_places(behind_heads: Iterable[_Behind], clues: Clues) -> None:
    """Note the place of `Provinsi Samudra Jati Wirahadi Tumanggor` and `Bupati Samudra Jati Darwis`.

    Behind two heads it begins both, and they go on apart.
    """
    for (one, head), (other, also) in pairwise(sorted(behind_heads)):
        words = _shared_beginning(one, other)
        if head == also or not 0 < len(words) < LONGEST_PLACE or one[0] in clues.openers:
            continue
        if len(words) == 1:
            clues.places.add(one[0])
        else:
            clues.place_names.add(words)


def _shared_beginning(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words that both begin with, none where they are all the words of one."""
    for place, (word, also) in enumerate(zip(one, other, strict=False)):
        if word != also:
            return one[:place]
    return ()


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
