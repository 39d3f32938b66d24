"""Who said what: the attributed statements of an article's body."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from corpus.article import Quote, QuoteKind
from corpus.claims import Span, cover, overlap
from corpus.clues import Clues, gather_clues
from corpus.discourse import Discourse
from corpus.identification import Identification, ReadSentence, Speaker
from corpus.lexicon import (
    ACCORDING,
    ADVERB,
    BASE_CUE,
    CAPITAL,
    CLITIC_CUE,
    CUE,
    PLAIN,
    PRONOUN,
    QUOTED,
    classify,
)
from corpus.names import is_headline_verb, read_mention
from corpus.quotations import Quotation
from corpus.reporting import Clauses, Report
from corpus.runs import Tokens, runs_in
from corpus.sentences import Sentence, Token, sentences_in
from corpus.statements import points_at_words, points_behind, statement_of

# Shorter quotations are words held at a distance unless a reporting verb stands right behind them.
_SHORTEST_STATEMENT = 4
_MAIN_CUES = ACCORDING | BASE_CUE | CLITIC_CUE
_ELSEWHERE = frozenset({"baca", "simak", "lihat", "tonton"})
_LEADS = frozenset({"begitu", "begitulah", "demikian"})
_ONE = frozenset({"seorang", "satu"})
_WRITTEN = frozenset({"demikian", "tertulis", "berbunyi"})
_INSCRIBED = frozenset(
    {
        "bertuliskan",
        "berjudul",
        "bertajuk",
        "bertema",
        "bertagline",
        "slogan",
        "tagline",
        "jargon",
        "semboyan",
    }
    | {"tema", "judul", "lagu", "moto", "motto", "tagar", "yel", "poster", "spanduk", "baliho", "kain"}
)
# `Dalam artikel “…”, Sari mengatakan …`
_TITLED = frozenset({"artikel", "berita", "pemberitaan", "video", "siniar", "buku", "film", "lagu", "judul"})
_NO_NAME = CUE | PLAIN | ADVERB | QUOTED
_ENDS = frozenset(".!?…")
_NOBODY = Speaker(None, None)


class _Clause(NamedTuple):
    """A reporting clause whose speakers are known."""

    report: Report
    speakers: tuple[Speaker, ...]


def attribute(
    body: str, claims: Sequence[Span] = (), *, title: str | None = None, place: str | None = None
) -> tuple[Quote, ...]:
    """Return the attributed statements of a body in the order of their start.

    A paragraph ends with a newline. For every quote `body[quote.start:quote.end] == quote.text`. Words of two
    speakers at once stand twice, once for each. None touches `claims`, the stretches that a fact check only
    repeats, in order and apart. The title and the place of the dateline tell of the names in the body; where
    there are no claims, a pronoun before anybody is named means whom the title begins with.
    """
    sentences, clues = _read(body, place)
    attribution = _Attribution(body, Identification(body, sentences, clues, title or ""))
    if title and not claims:
        attribution.begin(_headed(title, clues))
    quotes = list(_stated(attribution, sentences, claims))
    quotes.extend(attribution.announced({quote.speaker for quote in quotes}))
    return tuple(sorted(quotes, key=lambda quote: quote.start))


def _headed(headline: str, clues: Clues) -> tuple[Speaker, ...]:
    """Return the person of several names that a headline begins with: `Sari Melati Tolak Tawaran`."""
    first = next(sentences_in(headline), None)
    if first is None:
        return ()
    # A headline writes its verbs like names.
    verb = (
        place
        for place, token in enumerate(first.tokens)
        if token.kinds & _NO_NAME or not token.kinds & CAPITAL or is_headline_verb(token)
    )
    tokens = first.tokens[: next(verb, len(first.tokens))]
    runs = runs_in(tokens)
    if not runs or runs[0].first:
        return ()
    mention = read_mention(tokens, runs[0], clues)
    if mention.name is None or mention.words == 1 or mention.has_role or mention.last < len(tokens):
        return ()
    return (Speaker(mention.name, None),)


def _stated(
    attribution: "_Attribution", sentences: Iterable[ReadSentence], claims: Sequence[Span]
) -> Iterator[Quote]:
    """Yield the statements outside the claims; a sentence within one leaves nobody to go on speaking."""
    for read in sentences:
        if cover(claims, read.sentence.start, read.sentence.end):
            attribution.pass_over(read)
        else:
            quotes = attribution.quotes_of(read)
            yield from (quote for quote in quotes if not overlap(claims, quote.start, quote.end))


def speakers_of(quotes: Iterable[Quote]) -> tuple[str, ...]:
    """Return the distinct speakers in the order in which they first speak."""
    return tuple(dict.fromkeys(quote.speaker for quote in quotes if quote.speaker))


def _read(body: str, place: str | None = None) -> tuple[list[ReadSentence], Clues]:
    own = [sentence for sentence in sentences_in(body) if not _leads_away(sentence)]
    parsed = [(sentence, runs_in(sentence.tokens)) for sentence in own]
    clues = gather_clues(parsed, place)
    read = [
        ReadSentence(
            sentence,
            Clauses(sentence.tokens, tuple(read_mention(sentence.tokens, run, clues) for run in runs)),
        )
        for sentence, runs in parsed
    ]
    return read, clues


def _leads_away(sentence: Sentence) -> bool:
    """Tell a link to another article: `Baca juga: …`."""
    tokens = sentence.tokens
    return len(tokens) > 1 and tokens[0].key in _ELSEWHERE and tokens[1].key == "juga"


class _Attribution:
    """Reads sentence after sentence and gives each statement to its speakers."""

    def __init__(self, body: str, identification: Identification) -> None:
        self._body = body
        self._identification = identification
        self._discourse = Discourse()
        self._announced: list[tuple[int, int, _Clause]] = []
        self._before: Sentence | None = None
        self._lone: Quotation | None = None
        self._passed = self._forgot = False

    def begin(self, persons: tuple[Speaker, ...]) -> None:
        """Begin with whom the headline is about."""
        self._discourse.begin(persons)

    def announced(self, known: set[str | None]) -> Iterator[Quote]:
        """Yield what `Hal itu disampaikan NAME` points back at where NAME says nothing else."""
        for start, end, clause in self._announced:
            speakers = tuple(speaker for speaker in clause.speakers if speaker.name not in known)
            yield from self._quotes(start, end, "indirect", clause._replace(speakers=speakers))
            known |= {speaker.name for speaker in speakers}

    def pass_over(self, read: ReadSentence) -> None:
        """Forget who spoke before a claim, unless it is one sentence in which nobody is named or speaks."""
        told = any(token.kinds & CUE for token in read.sentence.tokens) or read.clauses.parties.named
        if told or self._passed:
            self._discourse = Discourse()
            self._forgot = True
        self._passed = True

    def quotes_of(self, read: ReadSentence) -> Iterator[Quote]:
        """Yield the statements of the next sentence."""
        self._passed = False
        clauses = self._clauses(read)
        statements = list(self._direct(read, clauses))
        yield from statements
        main = _main_clause(clauses, read)
        if main and not statements and (_is_somebody(read, main) or not _is_generic(main.speakers)):
            span = statement_of(read.sentence.tokens, main.report)
            if span:
                yield from self._quotes(*_offsets(read.sentence, span), "indirect", main)
            elif self._before and points_at_words(read.sentence.tokens, main.report):
                self._announced.append((self._before.start, self._before.end, main))
        if main and self._lone and points_behind(read.sentence.tokens, main.report):
            yield from self._quotes(self._lone.start, self._lone.end, "direct", main)
        self._before = None if clauses or statements else read.sentence
        self._lone = None if statements else _lone_quotation(read.sentence)

    def _clauses(self, read: ReadSentence) -> list[_Clause]:
        self._discourse.enter(read.sentence.paragraph)
        found: list[_Clause] = []
        for report in read.clauses.reports():
            speakers = _same_speakers(report, found, read) or self._speakers(report, read)
            if speakers:
                found.append(_Clause(report, speakers))
        main = _main_clause(found, read)
        if main:
            self._forgot = False
            self._discourse.speak(main.speakers)
        else:
            self._follow_subject(read)
        return found

    def _speakers(self, report: Report, read: ReadSentence) -> tuple[Speaker, ...]:
        if report.refers_back:
            both = any(token.key == "keduanya" for token in read.sentence.tokens[report.first : report.last])
            meant = self._discourse.who_are_both() if both else self._discourse.who_is_meant()
            meant = self._identification.holder_of(report.parties, meant, read) or meant
            return tuple(self._identification.described(speaker, report.parties, read) for speaker in meant)
        found = (self._identification.speaker(party, read, beside_cue=True) for party in report.parties)
        return tuple(speaker for speaker in found if speaker)

    def _follow_subject(self, read: ReadSentence) -> None:
        """Remember whom a sentence that reports nothing is about: that person may speak next."""
        subject = read.clauses.subject()
        if subject is None:
            self._note_only_person(read)
            return
        if subject.refers_back:
            self._discourse.go_on()
            return
        found = [self._identification.speaker(party, read) for party in subject.parties]
        persons = tuple(speaker for speaker in found if speaker)
        if not subject.parties:
            persons = (_NOBODY,)
        if persons:
            self._discourse.turn_to(persons, is_new=subject.is_agent or subject.is_indefinite)

    def _note_only_person(self, read: ReadSentence) -> None:
        """Remember the one person a sentence names, `Suara Budi meninggi`, where nobody spoke before."""
        if any(token.kinds & CUE for token in read.sentence.tokens):
            return
        named = read.clauses.parties.named
        speaker = self._identification.speaker(named[0], read) if len(named) == 1 else None
        if speaker and self._forgot and not speaker.is_introduced:
            return
        if speaker and speaker.name and not self._discourse.who_is_meant():
            self._discourse.turn_to((speaker,), is_new=False)

    def _direct(self, read: ReadSentence, clauses: list[_Clause]) -> Iterator[Quote]:
        for position, token in enumerate(read.sentence.tokens):
            if not token.kinds & QUOTED:
                continue
            quotation = read.sentence.quotations[token.start]
            clause = self._clause(position, clauses, read)
            if clause and self._is_statement(quotation, position, clause, read.sentence.tokens):
                yield from self._quotes(quotation.start, quotation.end, "direct", clause)

    def _clause(self, position: int, clauses: list[_Clause], read: ReadSentence) -> _Clause | None:
        tokens = read.sentence.tokens
        following = tokens[position + 1] if position + 1 < len(tokens) else None
        report = Report("", -1, -1, -1)
        unread = following and following.kinds & BASE_CUE
        if unread and not any(clause.report.position == position + 1 for clause in clauses):
            return _Clause(report, (_NOBODY,))
        clause = _clause_of(position, clauses)
        if clause:
            return clause
        announced = self._announcing(position, read)
        if announced:
            return _Clause(report, announced)
        speakers = self._discourse.who_goes_on()
        if position or not speakers or read.sentence.quotations[tokens[0].start].is_spaced:
            return None
        return _Clause(report, speakers)

    def _announcing(self, position: int, read: ReadSentence) -> tuple[Speaker, ...]:
        """Return who says what a sentence leads up to without a verb that reports: `Suweni bangkit, “…”`.

        Words without a person, `KPU menulis: “…”`, are nobody's that is known.
        """
        tokens = read.sentence.tokens
        before = tokens[:position]
        if any(token.key in _INSCRIBED for token in before):
            return ()
        if any(token.key in _WRITTEN for token in tokens):
            return (_NOBODY,)
        if not before or not _leads_up(before[-1]) or position + 1 < len(tokens):
            return ()
        subject = read.clauses.subject()
        back = subject.refers_back if subject else any(token.kinds & PRONOUN for token in before)
        if back:
            return self._discourse.who_is_meant()
        if subject and not subject.is_agent:
            found = (self._identification.speaker(party, read) for party in subject.parties)
            speakers = tuple(speaker for speaker in found if speaker)
            if speakers:
                return speakers
        return (_NOBODY,) if any(token.kinds & CUE for token in before) else ()

    def _is_statement(self, quotation: Quotation, position: int, clause: _Clause, tokens: Tokens) -> bool:
        behind = position + 1 < len(tokens) and tokens[position + 1].kinds & (BASE_CUE | CLITIC_CUE)
        held = position and _is_held(tokens[position - 1])
        if held and tokens[position - 1].key in _TITLED:
            return False
        behind = behind and not held
        cue = clause.report.position
        led = cue == position + 2 and tokens[position + 1].key in _LEADS
        if led or (behind and cue == position + 1) or _is_second_half(position, clause, tokens):
            return True
        if position and not behind and tokens[position - 1].key in _INSCRIBED:
            return False
        if _is_led_up_to(position, cue, tokens) or self._is_alone(quotation, tokens):
            return True
        return len(self._body[quotation.start : quotation.end].split()) >= _SHORTEST_STATEMENT

    def _is_alone(self, quotation: Quotation, tokens: Tokens) -> bool:
        """Tell a quotation that is a sentence of its own: `“Doakan saja.”`."""
        return len(tokens) == 1 and self._body[quotation.end - 1] in _ENDS

    def _quotes(self, start: int, end: int, kind: QuoteKind, clause: _Clause) -> Iterator[Quote]:
        for speaker in clause.speakers:
            text = self._body[start:end]
            yield Quote(speaker.name, speaker.role, text, kind, start, end, clause.report.cue or None)


def _lone_quotation(sentence: Sentence) -> Quotation | None:
    """Return the quotation that is all of a sentence: `“…” Sari mengatakan itu`."""
    return sentence.quotations.get(sentence.start) if len(sentence.tokens) == 1 else None


def _leads_up(token: Token) -> bool:
    return ":" in token.gap or "," in token.gap


def _is_held(before: Token) -> bool:
    """Tell a word that a quotation belongs to: `istilah “politik amplop”`."""
    return not before.gap.strip() and not before.kinds & (CUE | QUOTED | ADVERB)


def _offsets(sentence: Sentence, span: tuple[int, int]) -> tuple[int, int]:
    """Return the offsets of a span of tokens; marks around a quotation at its end belong to it."""
    return sentence.tokens[span[0]].start, sentence.tokens[span[1] - 1].end


def _is_somebody(read: ReadSentence, clause: _Clause) -> bool:
    """Tell `seorang saksi`, who is one person, from `saksi` and `para saksi`."""
    first = clause.report.first
    return first > 0 and read.sentence.tokens[first - 1].key in _ONE


def _is_generic(speakers: tuple[Speaker, ...]) -> bool:
    """Tell `warga`, of whom nothing but a word is known: what they say indirectly is nobody's statement."""
    return all(
        speaker.name is None and (speaker.role is None or bool(classify(speaker.role)[1] & PLAIN))
        for speaker in speakers
    )


def _is_second_half(position: int, clause: _Clause, tokens: Tokens) -> bool:
    """Tell the end of a statement that its reporting clause interrupts: `“…,” lanjutnya, “….”`."""
    cue = clause.report.position
    if not 0 < cue < position or not tokens[cue - 1].kinds & QUOTED:
        return False
    return "," in tokens[position - 1].gap


def _same_speakers(report: Report, found: list[_Clause], read: ReadSentence) -> tuple[Speaker, ...]:
    """Return who leads up to the quotation that a pronoun follows: `Sari mengatakan, “…,” ujarnya`."""
    quotation = report.position - 1
    if not report.refers_back or quotation < 0 or not read.sentence.tokens[quotation].kinds & QUOTED:
        return ()
    led = found and found[-1].report.position < quotation and _leads_up(read.sentence.tokens[quotation - 1])
    return found[-1].speakers if led else ()


def _is_led_up_to(position: int, cue: int, tokens: Tokens) -> bool:
    """Tell `ia berkata singkat, “…”`: no more than adverbs part the verb from what is said."""
    if not 0 <= cue < position or not _leads_up(tokens[position - 1]):
        return False
    return all(token.kinds & ADVERB for token in tokens[cue + 1 : position])


def _main_clause(clauses: list[_Clause], read: ReadSentence) -> _Clause | None:
    """Choose the clause that a later `-nya` means: `kata NAME` rather than a verb inside what was said."""
    tokens = read.sentence.tokens
    main = (clause for clause in clauses if tokens[clause.report.position].kinds & _MAIN_CUES)
    return next(main, clauses[0] if clauses else None)


def _clause_of(position: int, clauses: list[_Clause]) -> _Clause | None:
    """Choose the clause right behind a quotation, else the nearest before it, else the nearest after."""
    behind = [clause for clause in clauses if clause.report.position > position]
    ahead = [clause for clause in clauses if clause.report.position < position]
    if behind and (behind[0].report.position == position + 1 or not ahead):
        return behind[0]
    return ahead[-1] if ahead else None
