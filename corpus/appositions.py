"""Who is named, or named again, between the commas behind a subject."""

from collections.abc import Iterable

from corpus.parties import Party
from corpus.runs import Tokens


def apposed(tokens: Tokens, named: Iterable[Party], first: int, last: int) -> tuple[Party, ...]:
    """Return who stands between commas behind a role: `Dokter yang bertugas di sana, Sari, menyebut`."""
    inside = (party for party in named if first <= party.first and party.last <= last)
    parted = (party for party in inside if "," in tokens[party.first - 1].gap)
    return tuple(party for party in parted if "," in tokens[party.last - 1].gap)[:1]


def is_described(party: Party) -> bool:
    """Tell a name with its role behind a comma, which may go on: `Sari, ahli untuk urusan tanah`."""
    return party.role is not None and party.mention is not None and party.role[0] >= party.mention.last


def is_apposed(party: Party, subject: Party) -> bool:
    """Tell what may describe the subject: what follows a bare name, and a role alone right behind a comma."""
    bare = subject.is_named and subject.role is None and subject.last <= party.first
    return bare or (not party.is_named and subject.is_named and subject.last == party.first)
