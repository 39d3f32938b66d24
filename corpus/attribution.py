"""Who said what: the attributed statements of an article's body."""

from collections.abc import Iterable, Iterator, Sequence

from corpus.article import Quote, QuoteKind
from corpus.chosen_clauses import Clause, clause_of, leads_up, main_clause
from corpus.cited_words import cited_words
from corpus.clues import Clues, gather_clues
from corpus.denials import denies
from corpus.discourse import Discourse
from corpus.headlines import is_heading, persons_of_headline
from corpus.identification import Identification, ReadSentence, Speaker
from corpus.lexicon import (
    BASE_CUE,
    CUE,
    PLAIN,
    PRONOUN,
    QUOTED,
    classify,
)
from corpus.names import read_mention
from corpus.nested_clauses import nested_in
from corpus.plain_names import with_plain_names
from corpus.quotations import Quotation
from corpus.quoted_statements import is_inscribed, is_spoken_of, is_statement, lone_quotation
from corpus.reporting import Clauses
from corpus.reports import Report
from corpus.runs import runs_in
from corpus.sentences import Sentence, sentences_in
from corpus.spans import Span, cover, overlap
from corpus.statements import is_answer, points_at_words, points_behind, statement_of
from corpus.topics import is_addressed

_ELSEWHERE = frozenset({"baca", "simak", "lihat", "tonton"})
_GOING_ON = frozenset(
    {"lanjut", "sambung", "imbuh", "tambah", "terus", "pungkas", "tutup", "melanjutkan", "menambahkan"}
)
# Who closes has spoken before, whoever was brought in since.
_CLOSING = frozenset({"pungkas", "tutup"})
_ONE = frozenset({"seorang", "satu"})
_WRITTEN = frozenset({"demikian", "tertulis", "berbunyi"})
_NOBODY = Speaker(None, None)


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
        attribution.begin(persons_of_headline(title, clues))
    quotes = list(_stated(attribution, sentences, claims))
    quotes.extend(attribution.announced({quote.speaker for quote in quotes}))
    return tuple(sorted(quotes, key=lambda quote: quote.start))


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
    own = with_plain_names([each for each in sentences_in(body) if not _leads_away(each)], body)
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
        self._announced: list[tuple[int, int, Clause]] = []
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
            denied = self._only_person(read) if denies(read.sentence.tokens) else ()
            self._discourse.begin(denied)
            self._forgot = not denied
        self._passed = True

    def quotes_of(self, read: ReadSentence) -> Iterator[Quote]:
        """Yield the statements of the next sentence."""
        self._passed = False
        clauses = self._clauses(read)
        cited = self._cited(read, clauses)
        statements = list(self._direct(read, sorted([*clauses, *cited], key=_position)))
        yield from statements
        quoted = {quote.speaker for quote in statements}
        yield from self._indirect(read, (each for each in cited if each.speakers[0].name not in quoted))
        main = main_clause(clauses, read)
        if main and not statements and (_is_somebody(read, main) or not _is_generic(main.speakers)):
            yield from self._told(read, main, clauses)
        if main and self._lone and points_behind(read.sentence.tokens, main.report):
            yield from self._quotes(self._lone.start, self._lone.end, "direct", main)
        self._before = None if clauses or statements else read.sentence
        self._lone = None if statements else lone_quotation(read.sentence)

    def _told(self, read: ReadSentence, main: Clause, clauses: list[Clause]) -> Iterator[Quote]:
        """Yield what the main clause says and others within it; note where it points at words elsewhere."""
        sentence = read.sentence
        span = statement_of(sentence.tokens, main.report)
        if span:
            yield from self._quotes(*_offsets(sentence, span), "indirect", main)
            yield from self._indirect(read, nested_in(main, clauses, sentence.tokens, span))
        elif self._before and points_at_words(sentence.tokens, main.report):
            self._announced.append((self._before.start, self._before.end, main))
        elif is_answer(sentence.tokens, main.report):
            self._announced.append((sentence.start, sentence.end, main))

    def _indirect(self, read: ReadSentence, clauses: Iterable[Clause]) -> Iterator[Quote]:
        """Yield what clauses tell without marks: words referred to, and statements that others tell on."""
        for clause in clauses:
            span = statement_of(read.sentence.tokens, clause.report)
            if span:
                yield from self._quotes(*_offsets(read.sentence, span), "indirect", clause)

    def _cited(self, read: ReadSentence, clauses: list[Clause]) -> list[Clause]:
        """Return the clauses of those whose words the sentence only refers to."""
        known = {clause.report.position for clause in clauses}
        found: list[Clause] = []
        for report in cited_words(read.sentence.tokens, read.clauses.parties):
            speakers = self._speakers(report, read)
            if speakers and report.position not in known and speakers[0].name:
                found.append(Clause(report, speakers))
        return found

    def _clauses(self, read: ReadSentence) -> list[Clause]:
        self._discourse.enter(read.sentence.paragraph)
        found: list[Clause] = []
        for report in read.clauses.reports():
            same = found and report.refers_back and not report.parties
            speakers = found[-1].speakers if same else self._speakers(report, read)
            if speakers:
                found.append(Clause(report, speakers))
        main = main_clause(found, read)
        if main:
            self._forgot = False
            self._discourse.speak(main.speakers)
        else:
            self._follow_subject(read)
        return found

    def _speakers(self, report: Report, read: ReadSentence) -> tuple[Speaker, ...]:
        if report.refers_back:
            both = any(token.key == "keduanya" for token in read.sentence.tokens[report.first : report.last])
            meant = self._discourse.who_are_both() if both else self._meant(report)
            held = self._identification.holder_of(report.parties, meant, read)
            meant = held or self._not_named(report, self._not_quoted(meant, read), read)
            return tuple(self._identification.described(speaker, report.parties, read) for speaker in meant)
        found = (self._identification.speaker(party, read, beside_cue=True) for party in report.parties)
        return tuple(speaker for speaker in found if speaker)

    def _meant(self, report: Report) -> tuple[Speaker, ...]:
        """Return whom a report refers back to: who goes on, `lanjutnya`, has spoken before."""
        meant = self._discourse.who_is_meant()
        cue = report.cue.removesuffix("nya")
        introduced = all(each.is_introduced for each in meant)
        if cue in _CLOSING and not self._discourse.has_spoken(meant):
            introduced = False
        if cue in _GOING_ON and not introduced:
            return self._discourse.who_spoke() or meant
        return meant

    def _not_quoted(self, meant: tuple[Speaker, ...], read: ReadSentence) -> tuple[Speaker, ...]:
        """Return who is meant, else who spoke before: `“Sari memang keras kepala,” katanya` is not Sari."""
        if not any(is_spoken_of(speaker.name, read.sentence, self._body) for speaker in meant):
            return meant
        spoke = self._discourse.who_spoke()
        others = spoke and not any(is_spoken_of(speaker.name, read.sentence, self._body) for speaker in spoke)
        return spoke if others else (_NOBODY,)

    def _not_named(
        self, report: Report, meant: tuple[Speaker, ...], read: ReadSentence
    ) -> tuple[Speaker, ...]:
        """Return who spoke before where who is meant is whom the words name: `ia menyebut, Sari setia`."""
        party, spoke = read.clauses.parties.by_first.get(report.last), self._discourse.who_spoke()
        if party is None or not party.is_named or meant == spoke:
            return meant
        told = self._identification.speaker(party, read)
        return meant if told is None or told.name != meant[0].name else spoke or (_NOBODY,)

    def _follow_subject(self, read: ReadSentence) -> None:
        """Remember whom a sentence that reports nothing is about: that person may speak next."""
        subject = None if is_heading(read) else read.clauses.subject()
        if subject is None:
            self._note_only_person(read)
            return
        if subject.refers_back:
            self._discourse.go_on()
            return
        addressed = subject.parties and is_addressed(read.sentence.tokens, subject.parties[0].first)
        if addressed and self._discourse.is_speech():
            return
        found = [self._identification.speaker(party, read) for party in subject.parties]
        persons = tuple(speaker for speaker in found if speaker)
        if not subject.parties:
            persons = (_NOBODY,)
        if persons:
            if subject.is_described and self._discourse.who_is_meant() and not self._is_told_of(persons):
                return
            new = subject.is_agent or subject.is_indefinite or subject.is_described
            self._discourse.turn_to(persons, is_new=new)

    def _is_told_of(self, persons: tuple[Speaker, ...]) -> bool:
        """Tell persons whom the title names, but not who has spoken so far."""
        is_in_title = self._identification.is_in_title
        return all(map(is_in_title, persons)) and not any(map(is_in_title, self._discourse.who_spoke()))

    def _note_only_person(self, read: ReadSentence) -> None:
        """Remember the one person a sentence names, `Suara Budi meninggi`, where nobody spoke before."""
        if self._discourse.who_is_meant() or any(token.kinds & CUE for token in read.sentence.tokens):
            return
        persons = self._only_person(read)
        if persons and (persons[0].is_introduced or not self._forgot):
            self._discourse.turn_to(persons, is_new=False)

    def _only_person(self, read: ReadSentence) -> tuple[Speaker, ...]:
        named = read.clauses.parties.named
        speaker = self._identification.speaker(named[0], read) if len(named) == 1 else None
        return (speaker,) if speaker and speaker.name else ()

    def _direct(self, read: ReadSentence, clauses: list[Clause]) -> Iterator[Quote]:
        for position, token in enumerate(read.sentence.tokens if read.sentence.quotations else ()):
            if not token.kinds & QUOTED:
                continue
            quotation = read.sentence.quotations[token.start]
            clause = self._clause(position, clauses, read)
            if clause and is_statement(position, clause, read.sentence, self._body):
                yield from self._quotes(quotation.start, quotation.end, "direct", clause)

    def _clause(self, position: int, clauses: list[Clause], read: ReadSentence) -> Clause | None:
        tokens = read.sentence.tokens
        following = tokens[position + 1] if position + 1 < len(tokens) else None
        report = Report("", -1, -1, -1)
        unread = following and (following.kinds & BASE_CUE or following.word.startswith("menurut"))
        if unread and not any(clause.report.position == position + 1 for clause in clauses):
            return Clause(report, (_NOBODY,))
        clause = clause_of(position, clauses)
        if clause:
            return clause
        announced = self._announcing(position, read)
        if announced:
            return Clause(report, announced)
        speakers = self._not_quoted(self._discourse.who_goes_on(), read)
        if position or not speakers or read.sentence.quotations[tokens[0].start].is_spaced:
            return None
        return Clause(report, speakers)

    def _announcing(self, position: int, read: ReadSentence) -> tuple[Speaker, ...]:
        """Return who says what a sentence leads up to without a verb that reports: `Suweni bangkit, “…”`.

        Words without a person, `KPU menulis: “…”`, are nobody's that is known.
        """
        tokens = read.sentence.tokens
        before = tokens[:position]
        if any(map(is_inscribed, before)):
            return ()
        if any(token.key in _WRITTEN for token in tokens):
            return (_NOBODY,)
        if not before or not leads_up(before[-1]) or position + 1 < len(tokens):
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

    def _quotes(self, start: int, end: int, kind: QuoteKind, clause: Clause) -> Iterator[Quote]:
        for speaker in clause.speakers:
            text = self._body[start:end]
            yield Quote(speaker.name, speaker.role, text, kind, start, end, clause.report.cue or None)


def _position(clause: Clause) -> int:
    return clause.report.position


def _offsets(sentence: Sentence, span: tuple[int, int]) -> tuple[int, int]:
    """Return the offsets of a span of tokens; marks around a quotation at its end belong to it."""
    return sentence.tokens[span[0]].start, sentence.tokens[span[1] - 1].end


def _is_somebody(read: ReadSentence, clause: Clause) -> bool:
    """Tell `seorang saksi`, who is one person, from `saksi` and `para saksi`."""
    first = clause.report.first
    return first > 0 and read.sentence.tokens[first - 1].key in _ONE


def _is_generic(speakers: tuple[Speaker, ...]) -> bool:
    """Tell `warga`, of whom nothing but a word is known: what they say indirectly is nobody's statement."""
    return all(
        speaker.name is None and (speaker.role is None or bool(classify(speaker.role)[1] & PLAIN))
        for speaker in speakers
    )
