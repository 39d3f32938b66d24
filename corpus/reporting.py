"""Reporting clauses: the words that say who said it, and whom a sentence is about."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

from corpus.adjuncts import ADJUNCTS, is_adjunct, opens_clause, own_cues, without_determiner
from corpus.appositions import apposed, has_role_behind, is_apposed, name_behind
from corpus.coordination import with_next, with_previous
from corpus.joined_verbs import is_joined
from corpus.lexicon import (
    ACCORDING,
    ACTIVE_CUE,
    ADVERB,
    BASE_CUE,
    CALENDAR,
    CAPITAL,
    CLITIC_CUE,
    CUE,
    DEGREE,
    DEMONSTRATIVE,
    NEUTRAL_CUE,
    PASSIVE_CUE,
    PREPOSITION,
    PRONOUN,
    QUOTED,
    VERB_FORM,
)
from corpus.names import Mention
from corpus.parties import Parties, Party
from corpus.reports import Report, Subject
from corpus.runs import SMALL_TITLES, Tokens, is_adjacent
from corpus.sentence_subjects import subject_of
from corpus.spoken_up import VERBS, verb_length
from corpus.subjects import may_be_subject
from corpus.topics import first_own_word
from corpus.wordlists import read_words

# After these a bare verb may stand without a comma; elsewhere "kritik", "nilai" or "jelas" are no verbs.
_LEADS = frozenset({"begini", "begitu", "demikian", "itu", "ini", "seperti", "sebagaimana"})
_FREE_VERBS = frozenset({"kata", "ujar", "tutur", "imbuh", "ucap", "pungkas", "ungkap", "beber"})
_SKIPPED = frozenset({"oleh", "langsung", "juga", "pula", "lagi", "lebih", "lanjut"})
# Words that mean who was spoken of before, besides pronouns.
_BACK = frozenset({"olehnya", "keduanya"})
# `Dari keterangan Sari, …`
_FROM = frozenset({"berdasarkan", "dari", "mengutip", "merujuk", "sesuai"})
_DENIALS = frozenset({"tidak", "tak", "belum", "enggan", "bukan", "akan", "bakal"})
_DASHES, _STOPS = frozenset(",-–—"), frozenset(".?!")
_FARTHEST_SUBJECT = 40


class Clauses:
    """The reporting clauses of one sentence."""

    def __init__(self, tokens: Tokens, mentions: tuple[Mention, ...]) -> None:
        self._tokens = tokens
        self.parties = Parties(tokens, mentions)

    def reports(self) -> Iterator[Report]:
        """Yield the clauses in the order of their cues."""
        for position, token in enumerate(self._tokens):
            if token.kinds & CUE:
                report = self._report(position)
                if report:
                    yield report
            elif token.gap != " " and token.gap[:1] == ":" and position + 1 in self.parties.by_last:
                yield from self._announced(position)
            elif token.key == "demikian" and self._closes(position):
                party = self.parties.by_first[position + 1]
                yield Report(token.key, position, position, party.last, (party,))
            elif token.key in VERBS:
                yield from filter(None, [self._of_two_words(position)])
            elif position == 1 and token.key in read_words("accounts.txt") and self._tokens[0].key in _FROM:
                yield from filter(None, [self._after(position)])

    def subject(self) -> Subject | None:
        """Return whom the sentence is about: its first words, or the agent of a passive verb."""
        return self._subject

    @cached_property
    def _subject(self) -> Subject | None:
        return subject_of(self._tokens, self.parties)

    @cached_property
    def _own_words(self) -> int:
        return first_own_word(self._tokens)

    def _report(self, position: int) -> Report | None:
        kinds = self._tokens[position].kinds
        if kinds & CLITIC_CUE:
            return self._clitic(position)
        if kinds & CAPITAL and position and not kinds & BASE_CUE:
            return None
        found = None
        if kinds & ACTIVE_CUE and not kinds & BASE_CUE and self._own_words < position:
            return None
        if kinds & (ACCORDING | PASSIVE_CUE) or (kinds & BASE_CUE and self._is_verb(position)):
            found = self._after(position)
        if found is None and kinds & ACTIVE_CUE:
            found = self._before(position)
        return found

    def _announced(self, position: int) -> Iterator[Report]:
        """Yield `NAME: “…”`."""
        following = position + 1
        party = self.parties.by_last[following]
        if party.is_named and following < len(self._tokens) and self._tokens[following].kinds & QUOTED:
            yield Report("", position, party.first, following, (party,))

    def _of_two_words(self, position: int) -> Report | None:
        """Read `NAME angkat suara soal …`."""
        length = verb_length(self._tokens, position)
        report = self._before(position) if length else None
        if report is None:
            return None
        cue = " ".join(each.key for each in self._tokens[position : position + 2])
        return replace(report, cue=cue, last=position + length)

    def _closes(self, position: int) -> bool:
        """Tell `“…,” demikian NAME.` at the end of a report."""
        party = self.parties.by_first.get(position + 1)
        if not position or party is None or not party.is_named or party.last != len(self._tokens):
            return False
        before = self._tokens[position - 1]
        return bool(before.kinds & QUOTED) or "," in before.gap

    def _is_verb(self, position: int) -> bool:
        cue = self._tokens[position]
        if position == 0:
            return cue.key in _FREE_VERBS
        before = self._tokens[position - 1]
        # A stop before a small letter: the page lost the mark and the comma, `Siap. tanya Sari`.
        if before.kinds & QUOTED or not _DASHES.isdisjoint(before.gap) or before.gap[:1] in _STOPS:
            return True
        return before.key in _LEADS or (cue.key in _FREE_VERBS and not before.kinds & CAPITAL)

    def _clitic(self, position: int) -> Report | None:
        token = self._tokens[position]
        report = Report(token.key, position, position, position + 1, refers_back=True)
        if token.key == "menurutnya" or token.kinds & PASSIVE_CUE:
            return report
        before = self._tokens[position - 1] if position else None
        if before is None or before.kinds & QUOTED:
            return report
        if _DASHES.isdisjoint(before.gap) and before.key not in _LEADS:
            return None
        following = self._tokens[position + 1] if position + 1 < len(self._tokens) else None
        ends = following is None or not is_adjacent(token) or following.kinds & (CALENDAR | PREPOSITION)
        return report if ends or (following and following.key in ADJUNCTS) else None

    def _after(self, cue: int) -> Report | None:
        """Read who stands after a cue: persons, a pronoun, or a role."""
        tokens, position = self._tokens, cue + 1
        if tokens[cue].kinds & ACCORDING and position + 1 in self.parties.by_first:
            named = self.parties.by_first[position + 1].is_named
            position += named and tokens[position].key in read_words("accounts.txt")
        while position < len(tokens) and is_adjacent(tokens[position - 1]) and self._is_skipped(position):
            position += 1
        if position >= len(tokens) or not is_adjacent(tokens[position - 1]):
            return None
        if tokens[position].kinds & PRONOUN or tokens[position].key in _BACK:
            return Report(tokens[cue].key, cue, cue, position + 1, refers_back=True)
        party = self.parties.by_first.get(position) or self.parties.role_at(position)
        if party is None or not (party.mention or party.role):
            return None
        called = self.parties.called_behind(party)
        party = called or name_behind(party, self.parties, tokens) or party
        parties = with_next(self._tokens, self.parties, party)
        pointed = (party.is_pointed and not party.is_named) or self.parties.is_kin(party)
        return Report(tokens[cue].key, cue, cue, parties[-1].last, parties, refers_back=pointed)

    def _is_skipped(self, position: int) -> bool:
        token = self._tokens[position]
        skipped = token.key in _SKIPPED or token.word in SMALL_TITLES
        return skipped and position not in self.parties.by_first

    def _before(self, cue: int) -> Report | None:
        """Read who stands before an active verb."""
        last = self._skip_adverbs(cue)
        denied = any(token.key in _DENIALS for token in self._tokens[last:cue])
        neutral = self._tokens[cue].kinds & NEUTRAL_CUE or not self._tokens[cue].kinds & CUE
        if not last or (denied and neutral):
            return None
        before = self._tokens[last - 1]
        pointed = bool(before.kinds & DEMONSTRATIVE)
        party = self.parties.called_before(last - pointed) or self.parties.by_last.get(last)
        if party and party.is_pointed:
            return Report(self._tokens[cue].key, cue, party.first, cue + 1, (party,), refers_back=True)
        if party and (party.is_named or party.role) and self._may_be_subject(party):
            far = self._far_subject(cue) if party.first and "," in before.gap else None
            if far and (self._is_told_aside(far.parties[-1]) or self._is_apposed(party, far.parties[-1])):
                return far
            parties = with_previous(self._tokens, self.parties, party, self.subject())
            return Report(self._tokens[cue].key, cue, parties[0].first, cue + 1, parties)
        if (before.kinds & PRONOUN or before.key in _BACK) and is_adjacent(before):
            return Report(self._tokens[cue].key, cue, last - 1, cue + 1, refers_back=True)
        return self._distant(cue, last) or self._joined(cue, last)

    def _is_apposed(self, party: Party, subject: Party) -> bool:
        """Tell what describes the subject from `Pokja Lereng dari Arunika, dr Sari,`, who speaks apart."""
        titled = party.mention is not None and party.mention.is_honoured
        apart = titled and self._tokens[subject.last].key == "dari"
        return is_apposed(party, subject) and not apart

    def _is_told_aside(self, subject: Party) -> bool:
        """Tell `Camat Sari, yang ditemani suaminya Darwis, meminta`: others stand in a clause about her."""
        return "," in self._tokens[subject.last - 1].gap and self._tokens[subject.last].key == "yang"

    def _distant(self, cue: int, last: int) -> Report | None:
        """Read the role right before a verb, or the subject that an adjunct or that role parts from it."""
        plain, far = self._plain_subject(cue, last), self._far_subject(cue)
        if not plain or not far:
            return plain or far
        subject = far.parties[-1]
        if opens_clause(self._tokens, plain.parties[0].first):
            return far if has_role_behind(subject) else plain
        return far if is_apposed(plain.parties[0], subject) else plain

    def _joined(self, cue: int, last: int) -> Report | None:
        """Read `Sari menemui warga dan meminta`: the second thing that the subject does."""
        subject = self.subject()
        if subject is None or subject.is_agent or subject.is_indefinite:
            return None
        first = subject.parties[-1].last if subject.parties else 0
        if not first < last <= _FARTHEST_SUBJECT or not is_joined(self._tokens, first, last, cue):
            return None
        return Report(self._tokens[cue].key, cue, last, cue + 1, subject.parties, subject.refers_back)

    def _plain_subject(self, cue: int, last: int) -> Report | None:
        pointed = bool(self._tokens[last - 1].kinds & DEMONSTRATIVE)
        role = self.parties.role_before(last - pointed) or self._opening_role(last)
        if role is None:
            return None
        return Report(self._tokens[cue].key, cue, role.first, cue + 1, (role,), refers_back=pointed)

    def _opening_role(self, last: int) -> Party | None:
        """Return the role behind the first words of a sentence: `Adapun penjaga gudang`."""
        subject = self.subject()
        if subject is None or subject.is_agent or len(subject.parties) != 1:
            return None
        party = subject.parties[0]
        plain = party.mention is None and party.first and not self._tokens[party.first].kinds & CAPITAL
        return party if plain and party.last == last else None

    def _skip_adverbs(self, cue: int) -> int:
        position = cue
        while position and position not in self.parties.by_last:
            kinds = self._tokens[position - 1].kinds
            if not kinds & (CALENDAR | DEGREE) and (not kinds & ADVERB or kinds & (CAPITAL | DEMONSTRATIVE)):
                break
            position -= 1
        return position

    def _may_be_subject(self, party: Party) -> bool:
        return may_be_subject(self._tokens, self.parties, party, self.subject())

    def _reports_between(self, position: int) -> bool:
        kinds = self._tokens[position].kinds
        if kinds & BASE_CUE and not kinds & ACTIVE_CUE:
            return self._is_verb(position)
        return bool(kinds & (CUE | QUOTED)) and not kinds & ADVERB

    def _far_subject(self, cue: int) -> Report | None:
        """Read `Rahmat, saat ditemui di Arunika, mengatakan`: the sentence's subject with an adjunct."""
        subject = self.subject()
        if subject is None or subject.is_agent or not subject.parties:
            return None
        end = subject.parties[-1].last
        if end == self._skip_adverbs(cue) and has_role_behind(subject.parties[-1]):
            return Report(self._tokens[cue].key, cue, subject.parties[0].first, cue + 1, subject.parties)
        if not end < cue <= end + _FARTHEST_SUBJECT or not self._is_adjunct(end, cue):
            return None
        parties = (
            subject.parties
            if subject.parties[0].is_named
            else apposed(self._tokens, self.parties.named, end, cue) or subject.parties
        )
        if self._tokens[self._skip_adverbs(cue) - 1].key == "yang":
            return None
        return Report(self._tokens[cue].key, cue, subject.parties[0].first, cue + 1, parties)

    def _is_adjunct(self, first: int, cue: int) -> bool:
        """Tell what belongs to a subject, `saat ditemui di Arunika`, from a clause that speaks of others."""
        between = without_determiner(self._tokens[first:cue])
        while len(between) > 1 and between[0].kinds & CALENDAR:
            between = between[1:]
        holder = self.parties.by_last.get(first)
        apposed = holder is not None and has_role_behind(holder)
        parted = apposed or not _DASHES.isdisjoint(self._tokens[first - 1].gap)
        inserted = parted and not _DASHES.isdisjoint(between[-1].gap)
        spoken = sum(self._reports_between(position) for position in range(first, cue))
        if spoken > own_cues(between) and not inserted:
            return False
        if is_adjunct(between):
            return True
        if inserted:
            other = self.parties.by_first.get(first)
            return other is None or not other.is_named or other.last < cue
        # `Alce, sanak Prabowo di Minahasa mengaku`
        described = parted and not spoken and not any("," in token.gap for token in between)
        return described and not between[0].kinds & CAPITAL and not VERB_FORM.match(between[0].key)
