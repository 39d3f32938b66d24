"""Full names that stand where no person is read: behind an organisation, inside a quotation, in the title."""

from collections.abc import Collection, Iterable, Iterator

from corpus.clues import Clues
from corpus.lexicon import (
    ABBREVIATED,
    ACRONYM,
    CALENDAR,
    CAPITAL,
    CUE,
    DEGREE,
    DIRECTION,
    GIVEN_NAME,
    HONORIFIC,
    NAME_LINK,
    OFFICE,
    PLACE_HEAD,
    PLAIN,
    QUOTED,
    ROLE_WORD,
)
from corpus.names import is_headline_verb, written_name
from corpus.runs import Run, Tokens, is_adjacent, runs_in
from corpus.sentences import Sentence, sentences_in

_LONGEST_NAME = 5
_NO_NAME = OFFICE | HONORIFIC | CALENDAR | PLAIN | ACRONYM | DIRECTION | DEGREE | CUE
_OF_NAME = GIVEN_NAME | ABBREVIATED | NAME_LINK


def names_behind_bodies(
    tokens: Tokens, spans: Iterable[tuple[int, int]], words: Collection[str], clues: Clues
) -> Iterator[str]:
    """Yield `Sari Melati` in `Kepala Humas RSUD Sari Melati` for a `sari` among the words.

    The spans are runs of capitalised words in which no person was read.
    """
    for first, last in spans:
        for position in range(first, last):
            if tokens[position].key in words:
                name = _name_around(tokens, Run(first, position, last), clues)
                if name:
                    yield name
                    break


def names_in_quotations(
    body: str, sentences: Iterable[Sentence], words: Collection[str], clues: Clues
) -> Iterator[str]:
    """Yield the full names inside quotations that hold one of the words."""
    for sentence in sentences:
        for token in sentence.tokens:
            if token.kinds & QUOTED:
                quotation = sentence.quotations[token.start]
                yield from _names_in(body[quotation.start : quotation.end], words, clues)


def _names_in(text: str, words: Collection[str], clues: Clues) -> Iterator[str]:
    folded = text.lower()
    if any(word in folded for word in words):
        for sentence in sentences_in(text):
            spans = [(run.first, run.last) for run in runs_in(sentence.tokens)]
            yield from names_behind_bodies(sentence.tokens, spans, words, clues)


def _name_around(tokens: Tokens, run: Run, clues: Clues) -> str | None:
    first, last = run.capital, run.capital + 1
    while last < min(run.last, first + _LONGEST_NAME) and _goes_on(tokens, last, clues):
        last += 1
    while first > run.first and _leads_in(tokens, first - 1):
        first -= 1
    return written_name(tokens[first:last]) if last - first > 1 else None


def _goes_on(tokens: Tokens, position: int, clues: Clues) -> bool:
    """Tell whether a name goes on with a word."""
    token = tokens[position]
    if not is_adjacent(tokens[position - 1]) or not token.kinds & (CAPITAL | NAME_LINK):
        return False
    if token.kinds & _OF_NAME:
        return True
    if is_headline_verb(token):
        return False
    return not token.kinds & _NO_NAME and token.key not in clues.plain and token.key not in clues.places


def _leads_in(tokens: Tokens, position: int) -> bool:
    """Tell whether a word stands before a name as its part; `Wilayah V` is none."""
    kinds = tokens[position].kinds
    if not kinds & CAPITAL or not is_adjacent(tokens[position]):
        return False
    counted = position > 0 and tokens[position - 1].kinds & (ROLE_WORD | PLACE_HEAD)
    return bool(kinds & GIVEN_NAME) or bool(kinds & (ABBREVIATED | NAME_LINK) and not counted)
