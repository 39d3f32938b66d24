"""Whether a party may be the subject of a verb: what stands around it tells."""

from corpus.adjuncts import THROUGH
from corpus.appositions import has_role_behind
from corpus.lexicon import CAPITAL, GIVEN_NAME, PREPOSITION
from corpus.parties import Parties, Party
from corpus.reports import Subject
from corpus.runs import Tokens, is_adjacent
from corpus.topics import NO_SUBJECT_BEHIND

# `Sari Melati selaku Ketua Koperasi Maju Arunika membantah`
_AS_OFFICE = frozenset({"selaku", "sebagai"})


def may_be_subject(tokens: Tokens, parties: Parties, party: Party, subject: Subject | None) -> bool:
    """Tell whether a party may say something by what stands before it; `subject` is that of the sentence."""
    if party.first and tokens[party.first - 1].gap == "-":
        # "Tim hukum Sari Melati-Darwis Lesmana"
        party = parties.by_last.get(party.first, party)
    before = tokens[party.first - 1] if party.first else None
    if before is None or not is_adjacent(before) or parties.called_before(party.last):
        return True
    if _is_held(tokens, party, subject):
        return False
    if before.key in THROUGH:
        return not _is_named(subject)
    if before.key == "bersama":
        return party.first - 1 in parties.by_last
    beside = before.key == "dengan" and party.first > 1 and "," in tokens[party.first - 2].gap
    acts = before.key.startswith(("me", "di", "bertemu")) and before.key != "diketahui"
    return beside or not (before.kinds & PREPOSITION or acts)


def _is_held(tokens: Tokens, party: Party, subject: Subject | None) -> bool:
    """Tell what is somebody else's: a would-be name in their office, their survey, another part of a name."""
    before = tokens[party.first - 1]
    if (before.kinds & CAPITAL and before.kinds & GIVEN_NAME) or before.key in NO_SUBJECT_BEHIND:
        return True
    if before.key in _AS_OFFICE:
        return party.first > 1
    return _is_second_office(tokens, party, subject)


def _is_second_office(tokens: Tokens, party: Party, subject: Subject | None) -> bool:
    """Tell `Sari Melati, dosen dan presiden Ikatan Dokter Wetan`, where Wetan is no person."""
    if subject is None or not _is_named(subject) or not party.mention or party.mention.words > 1:
        return False
    holder, last = subject.parties[0], party.mention.last
    if not has_role_behind(holder) or not party.role or not holder.last < party.first:
        return False
    between = tokens[holder.last - 1 : party.first]
    return not any("," in token.gap for token in between) and not tokens[last - 1].kinds & GIVEN_NAME


def _is_named(subject: Subject | None) -> bool:
    return bool(subject and subject.parties and subject.parties[0].is_named)
