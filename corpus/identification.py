"""Which person a reporting clause means."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from corpus.clues import Clues
from corpus.full_names import names_behind_bodies, names_in_quotations
from corpus.lexicon import (
    DEGREE,
    GIVEN_NAME,
    HONORIFIC,
    NAME_LINK,
    OPEN_ORGANISATION,
    ORGANISATION,
    PLAIN,
    RELATION,
    ROLE,
    ROLE_WORD,
    SHORT_OFFICES,
    classify,
    known_names,
)
from corpus.names import Mention, names_in_title
from corpus.nicknames import Nicknames
from corpus.parties import Party
from corpus.people import Roster, Sighting
from corpus.reporting import Clauses
from corpus.role_acronyms import with_acronym
from corpus.sentences import Sentence

# "Pengunggah", "Pembeli": who does something, unless it is listed as a name.
_AGENT = re.compile(r"pe(?:ng|ny|m[bp]|n[dtcj])\w{4}")
# `RN` in `korban berinisial RN`; whom the press calls by three letters is listed.
_LONGEST_INITIALS = 3
_NO_LAST_NAME = ORGANISATION | OPEN_ORGANISATION
_LONG_WORD = re.compile(r"\w{4,}")
_COMMON = ROLE_WORD | ROLE | PLAIN


@dataclass(frozen=True, slots=True)
class ReadSentence:
    """A sentence whose runs were understood."""

    sentence: Sentence
    clauses: Clauses


@dataclass(frozen=True, slots=True)
class Speaker:
    """A person by the fullest name, or a role alone; `is_introduced` where the role stands with the name."""

    name: str | None
    role: str | None
    is_introduced: bool = False


class Identification:
    """Finds the persons of one article that its parties mean."""

    def __init__(self, body: str, sentences: list[ReadSentence], clues: Clues, title: str = "") -> None:
        self._body = body
        self._title = title
        self._clues = clues
        nicknames = Nicknames(body)
        sightings: list[Sighting] = []
        for read in sentences:
            sightings.extend(self._sightings(read))
            nicknames.read(read.sentence, read.clauses.parties.named)
        self._offices = {sighting.role.lower() for sighting in sightings if sighting.role}
        sightings = [each for each in sightings if each.role or not self._is_office(each.name)]
        self._words = {word for sighting in sightings for word in sighting.name.split()}
        sightings.extend(sighting for read in sentences for sighting in self._related_sightings(read))
        sightings.extend(Sighting(name, None, 0) for name in nicknames.names.values() if " " not in name)
        names = {sighting.name for sighting in sightings}
        sightings.extend(Sighting(name, None, 0) for name in self._fuller_names(title, sentences, names))
        self._roster = Roster(sightings, known_names() | nicknames.names)

    def speaker(self, party: Party, read: ReadSentence, *, beside_cue: bool = False) -> Speaker | None:
        """Return whom a party means, None where it is an organisation or nobody."""
        name = self._person(party, read, beside_cue=beside_cue)
        role = self._role(party, read)
        if name is None:
            return self._office(party, read)
        if party.role and party.mention and self._is_anothers(party.mention, name, role):
            return Speaker(None, self._text(read, party.role[0], party.mention.last))
        known = self._roster.role_of(name)
        fuller = known if role and known and _is_short_for(role, known) else role
        return Speaker(name, fuller or known, is_introduced=role is not None)

    def is_in_title(self, speaker: Speaker) -> bool:
        """Tell whether the title names a person by a word of the name, or by its beginning."""
        words = tuple(_LONG_WORD.findall(self._title))
        return any(word.startswith(words) for word in (speaker.name or "").split())

    def described(self, speaker: Speaker, parties: tuple[Party, ...], read: ReadSentence) -> Speaker:
        """Return a speaker with the role of a description, unless one is known: `Istri nelayan itu`."""
        role = self._role(parties[0], read) if parties else None
        return speaker if speaker.role or role is None else replace(speaker, role=role)

    def holder_of(
        self, parties: tuple[Party, ...], meant: tuple[Speaker, ...], read: ReadSentence
    ) -> tuple[Speaker, ...]:
        """Return the one person of whom a description tells the office, where who is meant has another.

        `Ketua KPU Arunika itu` is who was called `Ketua KPU Kabupaten Arunika`.
        """
        role = self._role(parties[0], read) if parties else None
        if role is None or " " not in role or any(_share_office(speaker.role, role) for speaker in meant):
            return ()
        name = self._roster.holder(role, read.sentence.tokens[parties[0].first].start, within=True)
        return (Speaker(name, self._roster.role_of(name)),) if name else ()

    def _is_anothers(self, mention: Mention, name: str, role: str | None) -> bool:
        """Tell a role that is held for the person named: `Jubir Sari Melati` is not Sari Melati."""
        if not mention.is_related or mention.name is None:
            return False
        if self._words.isdisjoint((mention.name.split()[0], name.split(maxsplit=1)[0])):
            return False
        known = self._roster.role_of(name)
        return role is None or known is None or known.split()[0].lower() != role.split()[0].lower()

    def _office(self, party: Party, read: ReadSentence) -> Speaker | None:
        """Return the holder of a role that stands alone, by name where the article has one."""
        if party.role is None:
            return None
        last = party.mention.last if party.mention else party.role[1]
        role = self._text(read, party.role[0], max(last, party.role[1]))
        name = self._roster.holder(role, read.sentence.tokens[party.first].start)
        return Speaker(name, (self._roster.role_of(name) if name else None) or role)

    def _person(self, party: Party, read: ReadSentence, *, beside_cue: bool) -> str | None:
        mention = party.mention
        if mention is None or mention.name is None:
            return None
        full = self._roster.fullest(mention.name, read.sentence.tokens[mention.first].start)
        if full:
            return full
        if self._is_office(mention.name):
            return None
        if mention.words > 1:
            return mention.name if party.role or self._is_name(mention) else None
        beside = beside_cue or bool(party.role)
        return mention.name if self._stands_alone(mention, beside=beside) else None

    def _is_name(self, mention: Mention) -> bool:
        """Doubt several capitalised words where the article has them in lower case too."""
        if mention.has_role or mention.is_honoured:
            return True
        words = (mention.name or "").split()
        kinds = [classify(word)[1] for word in words]
        last = kinds[-1]
        common = bool(last & ROLE_WORD) and any(
            kind & _COMMON and not kind & GIVEN_NAME for kind in kinds[:-1]
        )
        return not common and not last & _NO_LAST_NAME and not any(map(self._is_plain, words))

    def _is_plain(self, word: str) -> bool:
        key, kinds = classify(word)
        return key in self._clues.plain and not kinds & (GIVEN_NAME | NAME_LINK)

    def _stands_alone(self, mention: Mention, *, beside: bool) -> bool:
        """Decide whether a single word that no fuller name explains is a person.

        `beside` where a role or a reporting verb stands beside it.
        """
        word = mention.name or ""
        key, kinds = classify(word)
        if mention.is_honoured or kinds & GIVEN_NAME:
            return True
        if word.isupper() and len(word) <= _LONGEST_INITIALS:
            return False
        if key in self._clues.plain or key in self._clues.places or "-" in word or kinds & PLAIN:
            return False
        if mention.is_loose:
            return key in self._clues.speakers
        if _AGENT.match(key):
            return False
        return beside or mention.has_role or key in self._clues.quoted

    def _role(self, party: Party, read: ReadSentence) -> str | None:
        return self._text(read, *party.role) if party.role and party.role[0] < party.role[1] else None

    def _text(self, read: ReadSentence, first: int, last: int) -> str:
        tokens = read.sentence.tokens
        return with_acronym(self._body[tokens[first].start : tokens[last - 1].end])

    def _sightings(self, read: ReadSentence) -> Iterator[Sighting]:
        for party in read.clauses.parties.named:
            mention = party.mention
            if mention is None or mention.name is None or mention.is_related:
                continue
            role = self._role(party, read)
            alone = mention.words == 1
            held = role and self._stands_alone(mention, beside=True)
            if alone and not held and not _has_degree(mention, read):
                continue
            if alone or role or self._is_name(mention):
                yield Sighting(mention.name, role, read.sentence.tokens[mention.first].start)

    def _related_sightings(self, read: ReadSentence) -> Iterator[Sighting]:
        """Yield `Jubir Sari Melati` as her sighting if the article has nobody else called Sari."""
        for party in read.clauses.parties.named:
            mention = party.mention
            if mention is None or mention.name is None or not mention.is_related or mention.words == 1:
                continue
            if mention.name.split()[0] not in self._words:
                position = read.sentence.tokens[mention.first].start
                yield Sighting(mention.name, self._role(party, read), position)

    def _fuller_names(self, title: str, sentences: list[ReadSentence], names: set[str]) -> Iterator[str]:
        """Yield full names of those whom the sentences call by one word, from where no person was read."""
        known = {word.lower() for name in names if " " in name for word in name.split()}
        sought = (self._clues.speakers | {name.lower() for name in names if " " not in name}) - known
        if not sought:
            return
        for name in (*self._clues.tickets, *names_in_title(title, self._clues)):
            words = {word.lower() for word in name.split()}
            if words & sought and words.isdisjoint(known):
                yield name
        for read in sentences:
            spans = read.clauses.parties.unnamed
            yield from names_behind_bodies(read.sentence.tokens, spans, sought, self._clues)
        yield from names_in_quotations(self._body, (read.sentence for read in sentences), sought, self._clues)

    def _is_office(self, name: str) -> bool:
        """Tell whether a would-be name is part of a role: `Suluh Bangsa` in `Direktur Suluh Bangsa`."""
        if any(classify(word)[1] & GIVEN_NAME for word in name.split()):
            return False
        return any(_is_part_of(name.lower(), office) for office in self._offices)


def _is_part_of(name: str, office: str) -> bool:
    """Tell a name inside an office from that of whose kin somebody is: `Suami Sari Melati`."""
    before, found, _ = f"{office} ".partition(f" {name} ")
    return bool(found) and not classify(before.split()[-1])[1] & RELATION


def _is_short_for(role: str, known: str) -> bool:
    """Tell `Gubernur`, `Plt` and `Kiai` from an office of its own beside `Gubernur Arunika`."""
    if " " in role or " " not in known:
        return False
    title = bool(classify(role)[1] & HONORIFIC) or role.lower() in SHORT_OFFICES
    return title or known.lower().startswith(f"{role.lower()} ")


def _has_degree(mention: Mention, read: ReadSentence) -> bool:
    """Tell `dr. Sariwati, Sp.A`, who is a person by one name."""
    beside = read.sentence.tokens[mention.first : mention.last + 1]
    return any(token.kinds & DEGREE for token in beside)


def _share_office(one: str | None, other: str) -> bool:
    return one is None or one.lower().split()[0] == other.lower().split()[0]
