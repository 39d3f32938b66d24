"""When two names, fields or texts are taken for the same, as an evaluation compares them."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from corpus.characters import ascii_apostrophes, fold_spaces

# Share of the longer text's letters that the longest run of words in both has to hold.
HALF = 0.5

_WORD = re.compile(r"\w+")

Words = tuple[str, ...]


def folded(text: str) -> str:
    """Return a name or a field as it is compared: single spaces, one kind of apostrophe, no capitals."""
    return fold_spaces(ascii_apostrophes(text)).casefold()


def words_of(text: str) -> Words:
    """Return the words of a text as they are compared: without spaces, marks, punctuation and capitals."""
    return tuple(_WORD.findall(text.casefold()))


def share_a_name(one: str, other: str) -> bool:
    """Tell whether all words of one name are among the words of the other: `Siti` in `Siti Marlupi`."""
    fewer, more = sorted((set(folded(one).split()), set(folded(other).split())), key=len)
    return bool(fewer) and fewer <= more


def likeness(one: Words, other: Words) -> float:
    """Return the share of the longer text's letters that stand in the longest run of words of both.

    It is 0 for texts that are not taken for the same: those of which neither holds the other whole, and that
    share less than half.
    """
    shorter, longer = sorted((one, other), key=lambda words: (_letters(words), words))
    if not shorter or set(shorter).isdisjoint(longer):
        return 0.0
    run = SequenceMatcher(None, shorter, longer, autojunk=False).find_longest_match()
    share = _letters(shorter[run.a : run.a + run.size]) / _letters(longer)
    return share if run.size == len(shorter) or share >= HALF else 0.0


def _letters(words: Sequence[str]) -> int:
    return sum(map(len, words))
