"""The places inside an office and before a name: known, headed by `Kota` or `Desa`, or guessed."""

from corpus.clues import LONGEST_PLACE, Clues
from corpus.lexicon import (
    DEGREE,
    GIVEN_NAME,
    HONORIFIC,
    NO_NAME,
    OFFICE,
    PLACE_HEAD,
    PLACE_OPENER,
    place_phrases,
)
from corpus.runs import Run, Tokens
from corpus.wordlists import read_words

# A place of two words and a name of two.
_PLACE_AND_FULL_NAME = 4
# "Wali Kota" and "Kepala Desa" are offices: what follows may be the name at once.
_BEFORE_PLACE_HEAD = frozenset({"wali", "kepala", "sekretaris", "perangkat"})


def place_length(tokens: Tokens, position: int, last: int, clues: Clues) -> int:
    """Count the tokens of the known place that begins at a position, 0 if there is none."""
    if clues.place_names:
        for end in range(min(last, position + LONGEST_PLACE), position + 1, -1):
            if tuple([token.key for token in tokens[position:end]]) in clues.place_names:
                return end - position
    for phrase in place_phrases().get(tokens[position].key, ()):
        end = position + len(phrase)
        if end <= last and tuple(token.key for token in tokens[position:end]) == phrase:
            return len(phrase)
    return 0


def repeats_place(tokens: Tokens, position: int, run: Run) -> bool:
    """Tell `Jatim` behind `Jawa Timur`: the page lost the parentheses around it."""
    key = tokens[position].key
    if not place_phrases().get(key) or position + 1 == run.last:
        return False
    return any(token.key[:2] == key[:2] for token in tokens[max(run.first, position - 2) : position])


def place_step(tokens: Tokens, position: int, run: Run, seen: int, clues: Clues) -> int:
    """Count the tokens of a place in an office, whose bits so far are `seen`: `Kota Arunika`; 0 without."""
    known = place_length(tokens, position, run.last, clues)
    personal = known == 1 and tokens[position].key in read_words("towns_and_names.txt")
    if personal and not seen:
        return 0  # "Bima Arya": a person may be called like a town
    if known and is_quoted_name(tokens, run.first, run.last, clues):
        return 0
    if known:
        return known
    if not tokens[position].kinds & PLACE_HEAD or tokens[position].kinds & GIVEN_NAME:
        return 0
    if position > run.first and tokens[position - 1].key in _BEFORE_PLACE_HEAD:
        return 0
    return _named_place(tokens, position, run.last, clues)


def is_quoted_name(tokens: Tokens, first: int, last: int, clues: Clues) -> bool:
    """Tell `ujar Oki`: a person whose name is short for a place, too."""
    return last - first == 1 and tokens[first].key in clues.quoted and tokens[first].kinds & GIVEN_NAME > 0


def _named_place(tokens: Tokens, head: int, last: int, clues: Clues) -> int:
    """Count a place head and the one place after it, known or not."""
    position = head + 1
    if position >= last or tokens[position].kinds & OFFICE:
        return 0
    known = place_length(tokens, position, last, clues) or int(tokens[position].key in clues.places)
    position += known or unknown_place_length(tokens, position, last)
    return position - head


def unknown_place_length(tokens: Tokens, first: int, last: int) -> int:
    """Guess how many words the name of a place has that no list knows, before a person's name or alone."""
    end = first + 1
    while end < last and not tokens[end].kinds & (NO_NAME | HONORIFIC | GIVEN_NAME | DEGREE):
        end += 1
    words = end - first
    if end < last and tokens[end].kinds & HONORIFIC and words <= LONGEST_PLACE:
        return words
    named = end < last and bool(tokens[end].kinds & GIVEN_NAME)
    opener = bool(tokens[first].kinds & PLACE_OPENER) and last - first > 1
    return 2 if opener or words + named >= _PLACE_AND_FULL_NAME else 1


def ends_known_place(tokens: Tokens, end: int) -> bool:
    """Tell whether a place that the lists know ends right before a position."""
    return any(
        place_length(tokens, end - length, end, Clues()) == length for length in (1, 2) if length <= end
    )
