"""Reporting clauses: the words that say who said it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from corpus.appositions import Appositions, office_of
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
    PASSIVE_CUE,
    PREPOSITION,
    PRONOUN,
    QUOTED,
    ROLE,
)
from corpus.names import Mention
from corpus.runs import Tokens, is_adjacent

# After these a bare verb may stand without a comma; elsewhere "kritik", "nilai" or "jelas" are no verbs.
_LEADS = frozenset({"begitu", "demikian", "itu", "ini", "seperti", "sebagaimana"})
_FREE_VERBS = frozenset({"kata", "ujar", "tutur", "imbuh", "ucap", "pungkas", "ungkap", "beber"})
_SKIPPED = frozenset({"oleh", "langsung", "juga", "pula", "lagi", "seorang", "salah", "satu", "sang", "si"})
TIMES = frozenset(
    {"saat", "ketika", "usai", "seusai", "setelah", "sebelum", "ditemui", "dihubungi", "dikonfirmasi"}
)
_WAYS = frozenset(
    {"yang", "dalam", "di", "melalui", "lewat", "kepada", "pada", "selaku", "sebagai", "dengan"}
)
_ADJUNCTS = TIMES | _WAYS
_DASHES = frozenset(",-–—")
_LONGEST_DESCRIPTION = 8
_FARTHEST_SUBJECT = 30


@dataclass(frozen=True, slots=True)
class Report:
    """A reporting clause: its cue, the position of the cue, and whom it names.

    `apposition` is a second mention beside a comma: `ujar Ketua KPU Arunika, Nu'man Saefudin`.
    `refers_back` is true for a pronoun, a -nya or a description that means who spoke before.
    """

    cue: str
    position: int
    mention: Mention | None = None
    apposition: Mention | None = None
    refers_back: bool = False


class Clauses:
    """The reporting clauses of one sentence."""

    def __init__(self, tokens: Tokens, mentions: tuple[Mention, ...]) -> None:
        self._tokens = tokens
        self._mentions = mentions
        self._appositions = Appositions(tokens, mentions)

    def reports(self) -> Iterator[Report]:
        """Yield the clauses in the order of their cues."""
        for position, token in enumerate(self._tokens):
            if token.kinds & CUE:
                report = self._report(position)
                if report:
                    yield report
            elif token.gap[:1] == ":" and position + 1 in self._appositions.by_last:
                yield from self._announced(position)

    def subject(self) -> tuple[Mention, Mention | None] | None:
        """Return the mention that opens the sentence, with the role before it."""
        for mention in self._mentions[:3]:
            if mention.first > _LONGEST_DESCRIPTION or not self._opens_sentence(mention):
                break
            if mention.name:
                return mention, self._appositions.office_before(mention)
        return None

    def _opens_sentence(self, mention: Mention) -> bool:
        before = self._tokens[: mention.first]
        if any(token.kinds & (QUOTED | CUE) for token in before):
            return False
        return not before or not before[-1].kinds & PREPOSITION

    def _report(self, position: int) -> Report | None:
        kinds = self._tokens[position].kinds
        if kinds & CLITIC_CUE:
            return self._clitic(position)
        found = None
        if kinds & (ACCORDING | PASSIVE_CUE) or (kinds & BASE_CUE and self._is_verb(position)):
            found = self._after(position)
        if found is None and kinds & ACTIVE_CUE:
            found = self._before(position)
        return found

    def _announced(self, position: int) -> Iterator[Report]:
        """Yield `NAME: “…”`."""
        following = position + 1
        if following < len(self._tokens) and self._tokens[following].kinds & QUOTED:
            mention = self._appositions.by_last[following]
            yield Report("", position, mention, self._appositions.office_before(mention))

    def _is_verb(self, position: int) -> bool:
        cue = self._tokens[position]
        if position == 0:
            return cue.key in _FREE_VERBS
        before = self._tokens[position - 1]
        if before.kinds & QUOTED or not _DASHES.isdisjoint(before.gap):
            return True
        return before.key in _LEADS or (cue.key in _FREE_VERBS and not before.kinds & CAPITAL)

    def _clitic(self, position: int) -> Report | None:
        token = self._tokens[position]
        report = Report(token.key, position, refers_back=True)
        if token.key == "menurutnya" or token.kinds & PASSIVE_CUE:
            return report
        before = self._tokens[position - 1] if position else None
        if before is None or before.kinds & QUOTED:
            return report
        if _DASHES.isdisjoint(before.gap):
            return None
        following = self._tokens[position + 1] if position + 1 < len(self._tokens) else None
        ends = following is None or not is_adjacent(token) or following.kinds & (CALENDAR | PREPOSITION)
        return report if ends else None

    def _after(self, cue: int) -> Report | None:
        """Read who stands after a cue: a person, a pronoun, or a description."""
        tokens, position = self._tokens, cue + 1
        while position < len(tokens) and is_adjacent(tokens[position - 1]) and self._is_skipped(position):
            position += 1
        if position >= len(tokens) or not is_adjacent(tokens[position - 1]):
            return None
        if tokens[position].kinds & PRONOUN:
            return Report(tokens[cue].key, cue, refers_back=True)
        mention = self._appositions.by_first.get(position) or self._role_then_name(position)
        if mention and (mention.name or not self._ends_description(mention.last)):
            beside = self._appositions.after(mention)
            if beside is None and tokens[cue].kinds & PASSIVE_CUE:
                beside = self._appositions.closing_office(mention)
            return Report(tokens[cue].key, cue, mention, beside)
        return self._described(cue, position)

    def _is_skipped(self, position: int) -> bool:
        return self._tokens[position].key in _SKIPPED and position not in self._appositions.by_first

    def _role_then_name(self, position: int) -> Mention | None:
        """Read a role with plain words before the name: `penjaga warung Siti`."""
        if not self._tokens[position].kinds & ROLE:
            return None
        for first in range(position, min(position + _LONGEST_DESCRIPTION, len(self._tokens))):
            mention = self._appositions.by_first.get(first)
            if mention:
                return replace(mention, first=position, has_role=True)
            if not is_adjacent(self._tokens[first]) or self._tokens[first].kinds & (CUE | DEMONSTRATIVE):
                return None
        return None

    def _described(self, cue: int, position: int) -> Report | None:
        """Read `ujar politikus senior itu`: who spoke before, or the name behind the comma after it."""
        tokens = self._tokens
        if not tokens[position].kinds & ROLE:
            return None
        for place in range(position + 1, min(position + _LONGEST_DESCRIPTION, len(tokens))):
            if not is_adjacent(tokens[place - 1]) or tokens[place].kinds & CUE:
                return None
            if tokens[place].kinds & DEMONSTRATIVE:
                named = (
                    self._appositions.by_first.get(place + 1) if tokens[place].gap.strip() == "," else None
                )
                if named and named.name and not named.has_role:
                    return Report(tokens[cue].key, cue, named)
                return Report(tokens[cue].key, cue, refers_back=True)
        return None

    def _ends_description(self, position: int) -> bool:
        """Tell whether `itu` follows within a few plain words: `anggota DPR empat periode itu`."""
        for place in range(position, min(position + _LONGEST_DESCRIPTION, len(self._tokens))):
            token = self._tokens[place]
            if not is_adjacent(self._tokens[place - 1]) or token.kinds & (CAPITAL | CUE | PREPOSITION):
                return False
            if token.kinds & DEMONSTRATIVE:
                return True
        return False

    def _before(self, cue: int) -> Report | None:
        """Read who stands before an active verb."""
        last = self._skip_adverbs(cue)
        if not last:
            return None
        before = self._tokens[last - 1]
        pronoun = before.kinds & PRONOUN and is_adjacent(before)
        mention = self._appositions.by_last.get(last)
        if mention and self._may_be_subject(mention):
            return self._subject_report(cue, mention)
        if pronoun or self._is_described(last):
            return Report(self._tokens[cue].key, cue, refers_back=True)
        named = self._appositions.apposed_name(last)
        if named:
            return Report(self._tokens[cue].key, cue, named, office_of(named.last, last))
        return self._far_subject(cue)

    def _subject_report(self, cue: int, mention: Mention) -> Report:
        """Join a subject with the role before it, or a role with the name before it."""
        unnamed = mention.name is None or mention.is_loose
        named = self._appositions.apposed_name(mention.last) if unnamed else None
        beside = mention if named else self._appositions.office_before(mention)
        return Report(self._tokens[cue].key, cue, named or mention, beside)

    def _skip_adverbs(self, cue: int) -> int:
        position = cue
        while position and position not in self._appositions.by_last:
            kinds = self._tokens[position - 1].kinds
            if not kinds & (CALENDAR | DEGREE) and (not kinds & ADVERB or kinds & (CAPITAL | DEMONSTRATIVE)):
                break
            position -= 1
        return position

    def _may_be_subject(self, mention: Mention) -> bool:
        if mention.first == 0:
            return True
        before = self._tokens[mention.first - 1]
        if not is_adjacent(before):
            return True
        return not before.kinds & PREPOSITION and not before.key.startswith(("me", "di"))

    def _is_described(self, last: int) -> bool:
        """Read `Wakil Ketua DPR RI itu menilai` and `Mantan bupati itu berjanji`, from the clause's start."""
        tokens = self._tokens
        if not tokens[last - 1].kinds & DEMONSTRATIVE:
            return False
        for place in range(last - 2, max(-1, last - 2 - _LONGEST_DESCRIPTION), -1):
            if not is_adjacent(tokens[place]):
                return False
            starts = place == 0 or not is_adjacent(tokens[place - 1])
            if starts or tokens[place - 1].kinds & (CUE | QUOTED):
                return bool(tokens[place].kinds & ROLE)
        return False

    def _far_subject(self, cue: int) -> Report | None:
        """Read `Rahmat, saat ditemui di Arunika, mengatakan`: the sentence's subject with an adjunct."""
        subject = self.subject()
        if subject is None or not subject[0].last < cue <= subject[0].last + _FARTHEST_SUBJECT:
            return None
        between = self._tokens[subject[0].last : cue]
        if any(token.kinds & (CUE | QUOTED) for token in between) or between[0].key not in _ADJUNCTS:
            return None
        return None if between[-1].key == "yang" else Report(self._tokens[cue].key, cue, *subject)
