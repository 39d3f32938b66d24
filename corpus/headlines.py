"""Whom a headline is about, and the headings inside a text."""

from corpus.clues import Clues
from corpus.identification import ReadSentence, Speaker
from corpus.lexicon import ADVERB, CAPITAL, CUE, PLAIN, QUOTED
from corpus.names import is_headline_verb, read_mention
from corpus.runs import runs_in
from corpus.sentences import sentences_in

_NO_NAME = CUE | PLAIN | ADVERB | QUOTED


def persons_of_headline(headline: str, clues: Clues) -> tuple[Speaker, ...]:
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


def is_heading(read: ReadSentence) -> bool:
    """Tell `Tuduhan Menuju Kekuasaan` on a line of its own; a name alone brings in who speaks next."""
    tokens = read.sentence.tokens
    if len(tokens) == 1 or tokens[-1].gap.strip() or not all(token.kinds & CAPITAL for token in tokens):
        return False
    return not any(party.first == 0 and party.last == len(tokens) for party in read.clauses.parties.named)
