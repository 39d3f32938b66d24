"""Which person a reporting clause means."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest

from corpus.appositions import Appositions
from corpus.clues import Clues
from corpus.lexicon import (
    ACCORDING,
    BASE_CUE,
    CALENDAR,
    GIVEN_NAME,
    NAME_LINK,
    OFFICE,
    OPEN_ORGANISATION,
    ORGANISATION,
    PLAIN,
    ROLE,
    ROLE_WORD,
    classify,
    known_names,
)
from corpus.names import Mention
from corpus.people import Roster, Sighting
from corpus.reporting import Report
from corpus.sentences import Sentence

_NICKNAME = re.compile(r"\s{0,3}\(([A-Z][^()\n,;:/0-9]{1,30})\)")
_NO_NICKNAME = OFFICE | PLAIN | CALENDAR
_NO_LAST_NAME = ROLE_WORD | ORGANISATION | OPEN_ORGANISATION
_LONGEST_CALL = 3
_CALLED = frozenset({"alias", "disapa", "dipanggil", "dikenal", "panggilan"})


@dataclass(frozen=True, slots=True)
class ReadSentence:
    """A sentence whose runs were understood."""

    sentence: Sentence
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Speaker:
    """A person by the fullest name, or a role alone; `is_introduced` where the role stands with the name."""

    name: str | None
    role: str | None
    is_introduced: bool = False


class Identification:
    """Finds the persons of one article that its mentions mean."""

    def __init__(self, body: str, sentences: list[ReadSentence], clues: Clues) -> None:
        self._body = body
        self._clues = clues
        sightings = list(self._sightings(sentences))
        self._offices = {sighting.role.lower() for sighting in sightings if sighting.role}
        self._roster = Roster(sightings, known_names() | dict(self._nicknames(sentences)))

    def speaker(self, report: Report, read: ReadSentence) -> Speaker | None:
        """Return whom a reporting clause names, None where it names an organisation or nobody."""
        mention, beside = report.mention, report.apposition
        if mention is None:
            return None
        bare = bool(read.sentence.tokens[report.position].kinds & (BASE_CUE | ACCORDING))
        name = self._person(mention, read, after_cue=bare or bool(beside and beside.has_role))
        other = self._person(beside, read, after_cue=mention.name is None) if beside else None
        if beside and other and mention.has_role and not beside.has_role and (beside.words > 1 or not name):
            return Speaker(other, self._text(read, mention.first, mention.last), is_introduced=True)
        role = self._role(mention, read)
        if name is None:
            return self._office(mention, read) if mention.has_role else None
        if role is None and beside and beside.has_role and not other:
            role = self._text(read, beside.first, beside.last)
        return Speaker(name, role or self._roster.role_of(name), is_introduced=role is not None)

    def actor(self, mention: Mention, office: Mention | None, read: ReadSentence) -> Speaker | None:
        """Return the person that a sentence is about, if the article knows that person."""
        name = self._person(mention, read, after_cue=False)
        if name is None:
            return None
        role = self._role(mention, read) or (self._text(read, office.first, office.last) if office else None)
        return Speaker(name, role or self._roster.role_of(name), is_introduced=role is not None)

    def _office(self, mention: Mention, read: ReadSentence) -> Speaker | None:
        """Return the holder of a role that stands alone; `warga` alone is nobody."""
        role = self._role(replace(mention, role_end=mention.last), read)
        if role is None or classify(role)[1] & PLAIN:
            return None
        position = read.sentence.tokens[mention.first].start
        name = self._roster.holder(role, position)
        return Speaker(name, role)

    def _person(self, mention: Mention, read: ReadSentence, *, after_cue: bool) -> str | None:
        if mention.name is None:
            return None
        position = read.sentence.tokens[mention.first].start
        full = self._roster.fullest(mention.name, position)
        if full:
            return full
        if self._is_office(mention.name):
            return None
        if mention.words > 1:
            return mention.name if self._is_name(mention) else None
        return mention.name if self._stands_alone(mention, after_cue=after_cue) else None

    def _is_name(self, mention: Mention) -> bool:
        """Doubt several capitalised words where the article has them in lower case too."""
        if mention.has_role or mention.is_honoured:
            return True
        words = (mention.name or "").split()
        return not any(self._is_plain(word) for word in words) and not classify(words[-1])[1] & _NO_LAST_NAME

    def _is_plain(self, word: str) -> bool:
        key, kinds = classify(word)
        return key in self._clues.plain and not kinds & (GIVEN_NAME | NAME_LINK)

    def _stands_alone(self, mention: Mention, *, after_cue: bool) -> bool:
        """Decide whether a single word that no fuller name explains is a person."""
        word = mention.name or ""
        key, kinds = classify(word)
        if mention.is_honoured or kinds & GIVEN_NAME:
            return True
        if key in self._clues.plain or key in self._clues.places or "-" in word:
            return False
        if mention.is_loose:
            return key in self._clues.speakers
        return after_cue or mention.has_role or key in self._clues.quoted

    def _role(self, mention: Mention, read: ReadSentence) -> str | None:
        if not mention.has_role or mention.role_end <= mention.first:
            return None
        tokens = read.sentence.tokens
        places = range(mention.first, mention.role_end)
        first = next((place for place in places if tokens[place].kinds & ROLE), mention.first)
        return self._text(read, first, mention.role_end)

    def _text(self, read: ReadSentence, first: int, last: int) -> str:
        tokens = read.sentence.tokens
        return self._body[tokens[first].start : tokens[last - 1].end]

    def _sightings(self, sentences: list[ReadSentence]) -> Iterator[Sighting]:
        for read in sentences:
            for mention in read.mentions:
                if mention.name and mention.words > 1 and self._is_name(mention):
                    position = read.sentence.tokens[mention.first].start
                    yield Sighting(mention.name, self._role_beside(mention, read), position)

    def _role_beside(self, mention: Mention, read: ReadSentence) -> str | None:
        if mention.has_role:
            return self._role(mention, read)
        beside = Appositions(read.sentence.tokens, read.mentions)
        office = beside.office_before(mention) or beside.after(mention)
        if office is None or office.name or not office.has_role:
            return None
        return self._text(read, office.first, office.last)

    def _is_office(self, name: str) -> bool:
        """Tell whether a name is part of a role: `Suluh Bangsa` in `Direktur Suluh Bangsa`."""
        return any(f" {name.lower()} " in f"{office} " for office in self._offices)

    def _nicknames(self, sentences: list[ReadSentence]) -> Iterator[tuple[str, str]]:
        """Yield nicknames in parentheses, `Tarmuji Sastra (Mang Uji)`, and after `alias` or `disapa`."""
        for read in sentences:
            for mention, following in zip_longest(read.mentions, read.mentions[1:]):
                if mention.name is None or mention.words == 1:
                    continue
                match = _NICKNAME.match(self._body, read.sentence.tokens[mention.last - 1].end)
                if match and not classify(match[1])[1] & _NO_NICKNAME:
                    yield match[1].lower(), mention.name
                if following and following.name and _is_called(mention, following, read):
                    yield following.name.lower(), mention.name


def _is_called(mention: Mention, following: Mention, read: ReadSentence) -> bool:
    between = read.sentence.tokens[mention.last : following.first]
    return len(between) <= _LONGEST_CALL and any(token.key in _CALLED for token in between)
