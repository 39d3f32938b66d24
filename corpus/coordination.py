"""Parties that speak together: `Sari dan Darwis`, and a pair of candidates."""

from corpus.parties import Parties, Party
from corpus.reports import Subject
from corpus.runs import Tokens, is_adjacent
from corpus.subjects import may_be_subject

_TOGETHER = frozenset({"dan", "serta", "bersama", "maupun"})
_MOST_SPEAKERS = 3


def with_next(tokens: Tokens, parties: Parties, party: Party) -> tuple[Party, ...]:
    """Return a party and those that `dan` joins to it."""
    joined = [party]
    while len(joined) < _MOST_SPEAKERS:
        last = joined[-1].last
        following = parties.by_first.get(last + 1)
        together = last < len(tokens) and tokens[last].key in _TOGETHER
        if not (together and following and following.is_named and is_adjacent(tokens[last])):
            break
        joined.append(following)
    return tuple(joined)


def with_previous(
    tokens: Tokens, parties: Parties, party: Party, subject: Subject | None
) -> tuple[Party, ...]:
    """Return a party and those before it that `dan` or the dash of a pair joins to it and that may speak."""
    joined = [party]
    while len(joined) < _MOST_SPEAKERS and joined[0].first > 1:
        before = _joined_before(tokens, parties, joined[0].first - 1)
        if before is None or not may_be_subject(tokens, parties, before, subject):
            break
        joined.insert(0, before)
    return tuple(joined)


def _joined_before(tokens: Tokens, parties: Parties, joint: int) -> Party | None:
    """Return the person named before a joint, `dan` or the dash behind the last word of the name."""
    paired = tokens[joint].gap == "-"
    before = parties.by_last.get(joint + paired)
    if not (paired or tokens[joint].key in _TOGETHER) or before is None or not before.is_named:
        return None
    return None if paired and before.role else before
