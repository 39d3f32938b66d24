"""Names behind a role and its comma that have a second role or a title: `Ketua MUI, Profesor Sari Melati`."""

from corpus.adjuncts import ADJUNCTS
from corpus.lexicon import CALENDAR, PREPOSITION
from corpus.parties import Parties, Party
from corpus.runs import Tokens, is_adjacent

# `Kata Ketua KPU saat itu Sari Melati`
_AT_THAT_TIME = [["saat", "itu"], ["kala", "itu"], ["ketika", "itu"], ["waktu", "itu"]]


def name_behind(party: Party, parties: Parties, tokens: Tokens) -> Party | None:
    """Return the person a role alone goes on with behind its comma, in that role.

    Where the sentence goes on with a verb, `kata Kapolres, Bupati Sari Melati datang`, that is another.
    """
    then = tokens[party.last : party.last + 2]
    if [token.key for token in then] in _AT_THAT_TIME and party.role and not party.is_named:
        named = parties.by_first.get(party.last + 2)
        return Party(party.first, named.last, named.mention, party.role) if named and named.is_named else None
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
