"""Which of the reporting clauses of a sentence counts: for the sentence, and for each quotation in it."""

from typing import NamedTuple

from corpus.identification import ReadSentence, Speaker
from corpus.lexicon import ACCORDING, ADVERB, BASE_CUE, CLITIC_CUE, PASSIVE_CUE, QUOTED
from corpus.reports import Report
from corpus.runs import Tokens
from corpus.sentences import Token

_MAIN_CUES = ACCORDING | BASE_CUE | CLITIC_CUE
_SUBORDINATE = frozenset(
    {"setelah", "usai", "seusai", "sebelum", "ketika", "saat", "sejak", "meski", "meskipun"}
)


class Clause(NamedTuple):
    """A reporting clause whose speakers are known."""

    report: Report
    speakers: tuple[Speaker, ...]


def main_clause(clauses: list[Clause], read: ReadSentence) -> Clause | None:
    """Choose the clause that a later `-nya` means: `kata NAME` rather than a verb inside what was said.

    `Setelah Sari mengkritik usul itu, Budi mengancam mundur` is what Budi said.
    """
    if len(clauses) <= 1:
        return clauses[0] if clauses else None
    tokens = read.sentence.tokens
    own = [clause for clause in clauses if not _is_of_thing(clause, read)]
    clauses = own or clauses
    main = (clause for clause in clauses if tokens[clause.report.position].kinds & _MAIN_CUES)
    first = next(main, clauses[0])
    if first is not clauses[-1] and tokens[0].key in _SUBORDINATE:
        comma = next((place for place, token in enumerate(tokens) if "," in token.gap), 0)
        behind = (clause for clause in clauses if clause.report.first == comma + 1)
        return first if first.report.last > comma else next(behind, first)
    return first


def _is_of_thing(clause: Clause, read: ReadSentence) -> bool:
    """Tell `buku yang ditulis Sari`: whose a thing is, and nothing of what was said."""
    cue = clause.report.position
    passive = read.sentence.tokens[cue].kinds & PASSIVE_CUE
    return bool(passive and cue and read.sentence.tokens[cue - 1].key == "yang")


def clause_of(position: int, clauses: list[Clause]) -> Clause | None:
    """Choose the clause right behind a quotation, else the nearest before it, else the nearest after."""
    behind = [clause for clause in clauses if clause.report.position > position]
    ahead = [clause for clause in clauses if clause.report.position < position]
    if behind and (behind[0].report.position == position + 1 or not ahead):
        return behind[0]
    return ahead[-1] if ahead else None


def is_second_half(position: int, clause: Clause, tokens: Tokens) -> bool:
    """Tell the end of a statement that its reporting clause interrupts: `“…,” lanjutnya, “….”`."""
    cue = clause.report.position
    if not 0 < cue < position or not tokens[cue - 1].kinds & QUOTED:
        return False
    return "," in tokens[position - 1].gap


def is_led_up_to(position: int, cue: int, tokens: Tokens) -> bool:
    """Tell `ia berkata singkat, “…”`: no more than adverbs part the verb from what is said."""
    if not 0 <= cue < position or not leads_up(tokens[position - 1]):
        return False
    return all(token.kinds & ADVERB for token in tokens[cue + 1 : position])


def leads_up(token: Token) -> bool:
    """Tell a word whose comma or colon opens what is said."""
    return ":" in token.gap or "," in token.gap
