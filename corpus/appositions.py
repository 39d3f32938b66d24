"""Who is named, or named again, behind a subject or a role and a comma."""

from collections.abc import Iterable

from corpus.adjuncts import ADJUNCTS
from corpus.lexicon import CALENDAR, PREPOSITION
from corpus.parties import Parties, Party
from corpus.runs import Tokens, is_adjacent


def apposed(tokens: Tokens, named: Iterable[Party], first: int, last: int) -> tuple[Party, ...]:
    """Return who stands between commas behind a role: `Dokter yang bertugas di sana, Sari, menyebut`."""
    inside = (party for party in named if first <= party.first and party.last <= last)
    parted = (party for party in inside if "," in tokens[party.first - 1].gap)
    return tuple(party for party in parted if "," in tokens[party.last - 1].gap)[:1]


def has_role_behind(party: Party) -> bool:
    """Tell a name with its role behind a comma, which may go on: `Sari, ahli untuk urusan tanah`."""
    return party.role is not None and party.mention is not None and party.role[0] >= party.mention.last


def is_apposed(party: Party, subject: Party) -> bool:
    """Tell what may describe the subject: what follows a bare name, and a role alone right behind a comma."""
    bare = subject.is_named and subject.role is None and subject.last <= party.first
    return bare or (not party.is_named and subject.is_named and subject.last == party.first)


def name_behind(party: Party, parties: Parties, tokens: Tokens) -> Party | None:
    """Return the person a role alone goes on with behind its comma, in that role.

    Of `Ketua MUI, Profesor Sari Melati`; where the sentence goes on with a verb, `kata Kapolres, Bupati Sari
    Melati datang`, that is another.
    """
    named = parties.by_first.get(party.last)
    if party.is_named or party.role is None or named is None or not named.is_named or named.role is None:
        return None
    if tokens[party.last - 1].gap.strip(" )") != "," or not _closes(named.last, tokens):
        return None
    return Party(party.first, named.last, named.mention, party.role)


def _closes(last: int, tokens: Tokens) -> bool:
    """Tell whether a reporting clause ends at a position or goes on with a circumstance."""
    if last == len(tokens) or not is_adjacent(tokens[last - 1]):
        return True
    return bool(tokens[last].kinds & (PREPOSITION | CALENDAR)) or tokens[last].key in ADJUNCTS
