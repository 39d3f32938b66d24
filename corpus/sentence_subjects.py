"""Whom a sentence is about: what opens it, what `adalah` brings in, or the agent of a passive verb."""

from corpus.adjuncts import TIMES
from corpus.coordination import with_next
from corpus.lexicon import (
    ACTIVE_CUE,
    ADVERB,
    CALENDAR,
    CAPITAL,
    DEMONSTRATIVE,
    OPEN_ORGANISATION,
    PLAIN,
    PREPOSITION,
    PRONOUN,
    QUOTED,
    ROLE,
    VERB_FORM,
)
from corpus.parties import ARTICLES, Parties, Party
from corpus.reports import Subject
from corpus.runs import SMALL_TITLES, Tokens, is_adjacent
from corpus.topics import GROUPS, is_described, is_event, is_passive, is_person

# Words to step over before a subject: `Tak lama kemudian giliran Ketua KPU`.
_STEPS = {"tak": 2, "giliran": 1, "sebelumnya": 1}
_FOLLOWED = frozenset({"disusul", "diikuti", "ditiru"})
# Tokens before `disusul` at the beginning of a sentence: `Setelah itu disusul`.
_EARLIEST = 3
_LIKE = (["seperti", "yang"], ["sebagaimana", "yang"], ["seperti"], ["sebagaimana"])
_NOT_YET = frozenset({"akan", "bakal", "harus", "dapat", "bisa"})
_ONE = frozenset({"seorang", "seseorang"})
_IS = frozenset({"adalah", "ialah"})
_LONGEST_OPENING = 25
# Before a subject, as in "Sementara itu Sari".
_MOST_ADVERBS = 2


def subject_of(tokens: Tokens, parties: Parties) -> Subject | None:
    """Return whom a sentence is about; None where that is nobody, or nobody can be told."""
    return _SubjectReader(tokens, parties).read()


class _SubjectReader:
    """Reads one sentence from its beginning to its subject."""

    def __init__(self, tokens: Tokens, parties: Parties) -> None:
        self._tokens = tokens
        self._parties = parties

    def read(self) -> Subject | None:
        """Return the subject, None where it is nobody or nobody can be told."""
        predicate = self._predicate()
        if predicate:
            return Subject((predicate,), is_indefinite=True)
        if any(token.key in _FOLLOWED for token in self._tokens[:_EARLIEST]):
            return None
        position = self._opening()
        before = self._tokens[position - 1] if position else None
        if before and is_event(before):
            return Subject(is_indefinite=True) if before.key in GROUPS else None
        return self._at(position) or self._agent() or self._stranger(position)

    def _at(self, position: int) -> Subject | None:
        """Return the pronoun or the party at a position that acts there."""
        party = self._parties.by_first.get(position) or self._parties.role_at(position, is_subject=True)
        if party is None and position < len(self._tokens) and self._tokens[position].kinds & PRONOUN:
            return Subject(refers_back=True)
        if party is None or not (party.is_named or party.role) or is_passive(self._tokens, party.last):
            return None
        return Subject(
            with_next(self._tokens, self._parties, party),
            party.is_pointed,
            is_indefinite=party.first > 0 and self._tokens[party.first - 1].key in ARTICLES,
            is_described=is_described(self._tokens, party.last),
        )

    def _predicate(self) -> Party | None:
        """Return whom `adalah` brings in: `Saksi yang keluar itu adalah Veronika`."""
        for position, token in enumerate(self._tokens[:_LONGEST_OPENING]):
            if token.kinds & ACTIVE_CUE and position and self._tokens[position - 1].key != "yang":
                return None  # `Sari mengatakan, korban adalah Darwis`
            if token.key in _IS and is_adjacent(token) and any(map(is_person, self._tokens[:position])):
                party = self._parties.by_first.get(position + 1)
                return party if party and party.is_named else None
        return None

    def _stranger(self, position: int) -> Subject | None:
        """Tell `seorang tetangganya`: somebody of whom nothing is known, but who may speak next."""
        is_one = self._tokens[position].key if position < len(self._tokens) - 1 else ""
        following = self._tokens[position + 1] if is_one in _ONE else None
        return Subject(is_indefinite=True) if following and not following.kinds & CAPITAL else None

    def _agent(self) -> Subject | None:
        for position, token in enumerate(self._tokens[:-1]):
            if token.key == "oleh" and not self._is_aside(position):
                party = self._parties.by_first.get(position + 1) or self._parties.role_at(position + 1)
                if party and (party.is_named or party.role):
                    return Subject((party,), refers_back=party.is_pointed, is_agent=True)
        return None

    def _is_aside(self, position: int) -> bool:
        """Tell `seperti yang dilakukan oleh` and `disusul oleh`, which tell of others in passing."""
        before = ["", *(token.key for token in self._tokens[max(0, position - 3) : position])][-3:]
        like = before[:2] in _LIKE or before[1:2] in _LIKE
        return like or before[-1] in _FOLLOWED or not _NOT_YET.isdisjoint(before)

    def _opening(self) -> int:
        """Return where the subject may stand: behind adverbs and what a comma parts from the sentence."""
        tokens, position, skipped = self._tokens, 0, 0
        while skipped <= _MOST_ADVERBS and position < min(len(tokens), _LONGEST_OPENING):
            token = tokens[position]
            if self._may_open_subject(position):
                break
            if token.key in _STEPS:
                position += _STEPS[token.key]
            elif token.kinds & (PREPOSITION | CALENDAR) or token.key in TIMES or VERB_FORM.match(token.key):
                position, skipped = self._behind_comma(position), 0
            elif token.kinds & (PLAIN | ADVERB | DEMONSTRATIVE) or token.key in SMALL_TITLES:
                position, skipped = position + 1, skipped + 1
            else:
                break
        return position

    def _may_open_subject(self, position: int) -> bool:
        """Tell the first word of a party, and a noun that is the subject itself: `Kini, masyarakat`."""
        token, party = self._tokens[position], self._parties.by_first.get(position)
        # `Kantor Jaksa Agung`: no person, but who the sentence is about.
        if party and (party.is_named or party.role or token.kinds & OPEN_ORGANISATION):
            return True
        if token.kinds & (PRONOUN | QUOTED | ROLE) or token.key in ARTICLES:
            return True
        return bool(token.kinds & PLAIN) and position > 1 and not token.kinds & (ADVERB | PREPOSITION)

    def _behind_comma(self, position: int) -> int:
        for place in range(position, min(len(self._tokens), _LONGEST_OPENING)):
            if "," in self._tokens[place].gap:
                return place + 1
        return len(self._tokens)
