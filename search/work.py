"""The work of a query, told before it is done: postings to read and terms to expand.

A term found by its beginning or within a typo costs as much as many postings before its first is read, and a
posting whose positions are compared as much as several.

The limits keep the first answer to a query near a third of a second. On 200,000 articles (13,311 from the
web, repeated), with nothing kept from before, one processor: 32 of the commonest words with OR read 3.6
million postings in 45 ms, 12 ns each; the commonest beginnings cost 10 to 13 ns a posting; phrases of two
function words 55 to 140 ns, thirty of them at once 0.45 s.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest

from search.errors import WorkError
from search.query import And, Field, Node, Not, Or, Word
from search.senses import runs, senses

# Postings that may be read for one query, however small the index.
POSTINGS_LEAST = 20_000_000
# The ten commonest words that are no function words have 4.6 postings for each article of a real collection,
# so that ten words are never too many, however large it is.
POSTINGS_PER_DOCUMENT = 5
# Terms of a segment that a beginning or a typo may stand for: with this number a query is refused.
EXPANSION_MOST = 100_000
_POSTINGS_PER_TERM = 20
_POSTINGS_PER_PLACE = 5
_NAMED_MOST = 3


@dataclass(frozen=True, slots=True)
class Load:
    """The postings that one leaf of a query reads, and the word it stands for; `sign` follows the word."""

    word: str
    sign: str
    postings: int


def check_loads(loads: Sequence[Load], documents: int, tree: Node, share: float = 1.0) -> None:
    """Refuse a query that would read too much of an index of so many documents; raises WorkError, naming why.

    `tree` is what was compiled: a reader is told the words as typed, not their stems. `share` is the part of
    what a query may read that this one may.
    """
    most = max(POSTINGS_LEAST, POSTINGS_PER_DOCUMENT * documents)
    if sum(load.postings for load in loads) <= most * share:
        return
    heaviest = max(loads, key=lambda load: load.postings)
    if heaviest.sign:
        raise _too_many_terms(heaviest.word, heaviest.sign)
    words = _commonest(loads, _spellings(tree))
    if not words:
        raise WorkError("These dates are too many to be looked for all at once; leave some of them out.", "q")
    raise WorkError(
        "These words are too common to be looked for all at once: {words}; leave some of them out.",
        "q",
        words=", ".join(words),
    )


def _too_many_terms(word: str, sign: str) -> WorkError:
    if sign == "~":
        return WorkError("Too many words are one typo away from '{word}'; leave out the '~'.", "q", word=word)
    return WorkError("Too many words begin with '{word}'; write more of its letters.", "q", word=word)


def expanded_load(word: str, sign: str, terms: Iterable[int], postings: int) -> Load:
    """Return what is read for a beginning (`sign` *) or a typo (~); raises WorkError for too many terms.

    `terms` are those of each segment.
    """
    found = list(terms)
    if any(count >= EXPANSION_MOST for count in found):
        raise _too_many_terms(word, sign)
    return Load(word, sign, _POSTINGS_PER_TERM * sum(found) + postings)


def phrase_load(postings: Mapping[str, int]) -> Load:
    """Return what is read for a phrase, given the postings of each of its words, as its commonest word's."""
    commonest = max(postings, key=lambda word: postings[word])
    return Load(commonest, "", _POSTINGS_PER_PLACE * sum(postings.values()))


def _commonest(loads: Iterable[Load], spelled: dict[str, str]) -> list[str]:
    total: dict[str, int] = {}
    for load in loads:
        if load.word and not load.sign:
            word = spelled.get(load.word, load.word)
            total[word] = total.get(word, 0) + load.postings
    return nlargest(_NAMED_MOST, total, key=lambda word: total[word])


def _spellings(tree: Node) -> dict[str, str]:
    """Return how each stem of a query was typed."""
    match tree:
        case And(nodes):
            return _merged(runs(nodes))
        case Or(nodes):
            return _merged(nodes)
        case Not(inner) | Field(_, inner):
            return _spellings(inner)
        case Word():
            return _typed((tree,))
        case _:
            return {}


def _merged(parts: Iterable[Node | tuple[Word, ...]]) -> dict[str, str]:
    spelled: dict[str, str] = {}
    for part in parts:
        spelled |= _typed(part) if isinstance(part, tuple) else _spellings(part)
    return spelled


def _typed(words: Sequence[Word]) -> dict[str, str]:
    return {stem: sense.text for sense in senses(words) for way in sense.stems for stem in way}
