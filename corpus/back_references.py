"""Sentences that only point back at what was said: `Hal senada disampaikan Sari Melati usai rapat`."""

from collections.abc import Iterable

from corpus.lexicon import ADVERB, CALENDAR, NEUTRAL_CUE, PASSIVE_CUE, PREPOSITION, PRONOUN
from corpus.names import Mention
from corpus.reporting import TIMES
from corpus.runs import Tokens
from corpus.sentences import Token
from corpus.wordlists import read_words

_CIRCUMSTANCES = TIMES | {"melalui", "lewat", "menanggapi", "merespons", "terkait"}
_BESIDE_POINTER = frozenset(
    {"hal", "pernyataan", "penegasan", "penjelasan", "imbauan", "pesan", "oleh", "yang"}
)
_CONTENT = frozenset({"bahwa", "tidak", "tak"})


def points_back(tokens: Tokens, mentions: Iterable[Mention], cue: int) -> bool:
    """Tell whether the clause with its cue at a position says who spoke, when and where, but not what."""
    if not tokens[cue].kinds & NEUTRAL_CUE or any(token.key in _CONTENT for token in tokens):
        return False
    named = {place for mention in mentions for place in range(mention.first, mention.last)}
    if _stands_apart(tokens, cue, named):
        return False
    pointing = read_words("pointing_words.txt")
    empty = named | {place for place, token in enumerate(tokens) if place == cue or _is_empty(token)}
    end = next((place for place in range(len(tokens)) if place not in empty), len(tokens))
    if end <= cue or pointing.isdisjoint(token.key for token in tokens[:end]):
        return False
    return end == len(tokens) or _is_circumstance(tokens, end, passive=bool(tokens[cue].kinds & PASSIVE_CUE))


def _is_empty(token: Token) -> bool:
    pointing = token.key in read_words("pointing_words.txt") or token.key in _BESIDE_POINTER
    return pointing or bool(token.kinds & (PRONOUN | ADVERB))


def _stands_apart(tokens: Tokens, cue: int, named: set[int]) -> bool:
    """Tell a cue beside a comma: `Ia menerangkan, hal ini …` and `Dengan demikian, kata dia, …`."""
    before = cue > 0 and cue - 1 not in named and "," in tokens[cue - 1].gap
    return before or "," in tokens[cue].gap


def _is_circumstance(tokens: Tokens, position: int, *, passive: bool) -> bool:
    """Tell a time, a place, or behind the speaker of a passive verb what a comma adds to the name."""
    token = tokens[position]
    if token.kinds & (CALENDAR | PREPOSITION) or token.key in _CIRCUMSTANCES:
        return True
    return passive and "," in tokens[position - 1].gap
