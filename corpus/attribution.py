"""Who said what: the attributed statements of an article's body."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from corpus.article import Quote, QuoteKind
from corpus.back_references import points_back
from corpus.clues import Clues, gather_clues
from corpus.identification import Identification, ReadSentence, Speaker
from corpus.lexicon import ACCORDING, ASSENT_CUE, BASE_CUE, CLITIC_CUE, QUOTED
from corpus.names import read_mention
from corpus.quotations import Quotation
from corpus.reporting import Clauses
from corpus.runs import Tokens, runs_in
from corpus.sentences import Sentence, sentences_in

# Shorter quotations are words held at a distance unless a reporting verb stands right behind them.
_SHORTEST_STATEMENT = 4
# A quotation alone goes on with the last speaker only near what that person said.
_FARTHEST_CONTINUATION = 2
_MAIN_CUES = ACCORDING | BASE_CUE | CLITIC_CUE
_ELSEWHERE = frozenset({"baca", "simak", "lihat", "tonton"})


class _Clause(NamedTuple):
    """A reporting clause whose speaker is known; `position` is the token of its cue."""

    position: int
    cue: str
    speaker: Speaker


def attribute(body: str) -> tuple[Quote, ...]:
    """Return the attributed statements of a body in the order of their start.

    A paragraph ends with a newline. For every quote `body[quote.start:quote.end] == quote.text`.
    """
    sentences, clues = _read(body)
    attribution = _Attribution(body, Identification(body, sentences, clues))
    return tuple(quote for sentence in sentences for quote in attribution.quotes_of(sentence))


def speakers_of(quotes: Iterable[Quote]) -> tuple[str, ...]:
    """Return the distinct speakers in the order in which they first speak."""
    return tuple(dict.fromkeys(quote.speaker for quote in quotes if quote.speaker))


def _read(body: str) -> tuple[list[ReadSentence], Clues]:
    own = [sentence for sentence in sentences_in(body) if not _leads_away(sentence)]
    parsed = [(sentence, runs_in(sentence.tokens)) for sentence in own]
    clues = gather_clues(parsed)
    read = [
        ReadSentence(sentence, tuple(read_mention(sentence.tokens, run, clues) for run in runs))
        for sentence, runs in parsed
    ]
    return read, clues


def _leads_away(sentence: Sentence) -> bool:
    """Tell a link to another article: `Baca juga: …`."""
    tokens = sentence.tokens
    return len(tokens) > 1 and tokens[0].key in _ELSEWHERE and tokens[1].key == "juga"


class _Attribution:
    """Reads sentence after sentence and remembers who spoke last."""

    def __init__(self, body: str, identification: Identification) -> None:
        self._body = body
        self._identification = identification
        self._last: Speaker | None = None
        self._last_paragraph = 0

    def quotes_of(self, read: ReadSentence) -> Iterator[Quote]:
        """Yield the statements of the next sentence."""
        clauses = self._clauses(read)
        statements = list(self._direct(read, clauses))
        yield from statements
        main = _main_clause(clauses, read)
        if main and not statements and _reports(main, read):
            yield self._quote(read.sentence.start, read.sentence.end, "indirect", main)

    def _clauses(self, read: ReadSentence) -> list[_Clause]:
        reading = Clauses(read.sentence.tokens, read.mentions)
        subject = self._subject(reading, read)
        found: list[_Clause] = []
        for report in reading.reports():
            speaker = self._identification.speaker(report, read)
            if report.refers_back:
                speaker = (subject if subject and subject.is_introduced else None) or self._last
            if speaker:
                found.append(_Clause(report.position, report.cue, speaker))
        main = _main_clause(found, read)
        actor = main.speaker if main else subject
        if actor:
            self._remember(actor, read)
        return found

    def _subject(self, reading: Clauses, read: ReadSentence) -> Speaker | None:
        subject = reading.subject()
        return self._identification.actor(*subject, read) if subject else None

    def _remember(self, speaker: Speaker, read: ReadSentence) -> None:
        self._last = speaker
        self._last_paragraph = read.sentence.paragraph

    def _direct(self, read: ReadSentence, clauses: list[_Clause]) -> Iterator[Quote]:
        for position, token in enumerate(read.sentence.tokens):
            if not token.kinds & QUOTED:
                continue
            quotation = read.sentence.quotations[token.start]
            clause = _clause_of(position, clauses) or self._continuation(position, read)
            if clause and self._is_statement(quotation, position, clause, read.sentence.tokens):
                yield self._quote(quotation.start, quotation.end, "direct", clause)

    def _continuation(self, position: int, read: ReadSentence) -> _Clause | None:
        """Let a quotation that opens a sentence without a reporting clause go on with the last speaker."""
        distance = read.sentence.paragraph - self._last_paragraph
        if position or self._last is None or distance > _FARTHEST_CONTINUATION:
            return None
        quotation = read.sentence.quotations[read.sentence.tokens[0].start]
        if quotation.start != quotation.outer_start + 1:
            return None  # a blank behind the mark: it closes something, the page lost the other
        following = read.sentence.tokens[1:2]
        if following and following[0].kinds & BASE_CUE:
            return None  # somebody speaks whose name could not be read
        return _Clause(-1, "", self._last)

    def _is_statement(self, quotation: Quotation, position: int, clause: _Clause, tokens: Tokens) -> bool:
        if clause.position == position + 1 or _is_second_half(position, clause, tokens):
            return True
        return len(self._body[quotation.start : quotation.end].split()) >= _SHORTEST_STATEMENT

    def _quote(self, start: int, end: int, kind: QuoteKind, clause: _Clause) -> Quote:
        speaker = clause.speaker
        return Quote(speaker.name, speaker.role, self._body[start:end], kind, start, end, clause.cue or None)


def _is_second_half(position: int, clause: _Clause, tokens: Tokens) -> bool:
    """Tell the end of a statement that its reporting clause interrupts: `“…,” lanjutnya, “….”`."""
    if not 0 < clause.position < position or not tokens[clause.position - 1].kinds & QUOTED:
        return False
    return "," in tokens[position - 1].gap


def _reports(clause: _Clause, read: ReadSentence) -> bool:
    """Tell whether a sentence without a quotation says what was said."""
    tokens = read.sentence.tokens
    if tokens[clause.position].kinds & ASSENT_CUE:
        return False
    return not points_back(tokens, read.mentions, clause.position)


def _main_clause(clauses: list[_Clause], read: ReadSentence) -> _Clause | None:
    """Choose the clause that a later `-nya` means: `kata NAME` rather than a verb inside what was said."""
    tokens = read.sentence.tokens
    main = (clause for clause in clauses if tokens[clause.position].kinds & _MAIN_CUES)
    return next(main, clauses[0] if clauses else None)


def _clause_of(position: int, clauses: list[_Clause]) -> _Clause | None:
    """Choose the clause right behind a quotation, else the nearest before it, else the nearest after."""
    behind = [clause for clause in clauses if clause.position > position]
    ahead = [clause for clause in clauses if clause.position < position]
    if behind and (behind[0].position == position + 1 or not ahead):
        return behind[0]
    return ahead[-1] if ahead else None
