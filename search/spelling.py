"""Which indexed words may be meant by one that the index hardly knows: pure, over words and their counts."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from heapq import nsmallest

from search.edits import distance

# Words with a typo, and with two, have so many letters at least: shorter ones are near too many others.
ONE_TYPO_LETTERS, TWO_TYPOS_LETTERS = 4, 8
# A word in no more documents may be a typo that was printed.
RARE_MOST = 2
# A word so many times as frequent is meant in place of a rare one, even where it is one typo farther away.
MUCH_COMMONER = 100
CHOICES_MOST = 3
# Words listed of some fields: those of about 200,000 articles, in some 30 MB.
WORDS_MOST = 400_000
# kpuu is meant to be kpu.
_LISTED_LETTERS_LEAST = ONE_TYPO_LETTERS - 1
# The letters a to z, each with a bit of its own; others share them.
_LETTER_BITS = 32


@dataclass(frozen=True, slots=True)
class Indexed:
    """A word of the index, folded, and how many documents hold it."""

    word: str
    documents: int


class WordList:
    """Words to be found by a few of their letters being wrong; what is no word of letters is left out.

    A word costs some 75 bytes, and a look through 150,000 of them two to ten milliseconds: those of near
    lengths are told apart by the sets of their letters, and only those with almost the same are compared.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._words: dict[int, list[str]] = defaultdict(list)
        self._masks: dict[int, array[int]] = defaultdict(lambda: array("Q"))
        for word in words:
            if len(word) >= _LISTED_LETTERS_LEAST and _is_of_letters(word):
                self._words[len(word)].append(word)
                self._masks[len(word)].append(_mask(word))

    def near(self, word: str, typos: int) -> Iterator[str]:
        """Yield the words at most so many typos away: a letter more, less, another, or two swapped."""
        mask = _mask(word)
        for longer in range(-typos, typos + 1):
            # Another letter takes one out of the set and adds one; a letter more or less does half of that.
            most = 2 * typos - abs(longer)
            words, masks = self._words.get(len(word) + longer, ()), self._masks.get(len(word) + longer, ())
            alike = [w for w, m in zip(words, masks, strict=True) if (m ^ mask).bit_count() <= most]
            yield from (each for each in alike if distance(word, each, limit=typos) <= typos)


def typos_allowed(word: str) -> int:
    """Return how many typos a folded word may have: none in numbers and short words."""
    if not _is_of_letters(word) or len(word) < ONE_TYPO_LETTERS:
        return 0
    return 2 if len(word) >= TWO_TYPOS_LETTERS else 1


def choices(typed: Indexed, near: Iterable[Indexed]) -> tuple[str, ...]:
    """Return the words that may be meant by a rare or unknown one, likeliest first, CHOICES_MOST at most.

    The nearest come first, then those with the same first letter, then the most frequent; but those much
    rarer than another come last. A word that the index knows stays the first choice, and only much commoner
    ones stand beside it.
    """
    others = [each for each in near if each.word != typed.word]
    most = max((each.documents for each in others), default=0)

    def unlikeliness(each: Indexed) -> tuple[bool, int, bool, int, str]:
        is_rare = each.documents * MUCH_COMMONER <= most
        is_otherwise = each.word[0] != typed.word[0]
        return is_rare, distance(typed.word, each.word), is_otherwise, -each.documents, each.word

    likely = [each for each in others if each.documents >= typed.documents * MUCH_COMMONER]
    kept = [typed.word] if typed.documents else []
    return (*kept, *(each.word for each in nsmallest(CHOICES_MOST, likely, unlikeliness)))


def in_case_of(typed: str, word: str) -> str:
    """Write a folded word in capitals, or with one, as what was typed."""
    if typed.isupper():
        return word.upper()
    return word.capitalize() if typed[:1].isupper() else word


def _is_of_letters(word: str) -> bool:
    """Tell whether a word is made of letters, the apostrophes of names such as Ma'ruf among them."""
    return word.replace("'", "").isalpha()


def _mask(word: str) -> int:
    """Return the set of a word's letters as bits, with another bit for those that it has twice."""
    mask = 0
    for letter in word:
        bit = 1 << ord(letter) % _LETTER_BITS
        mask |= bit << _LETTER_BITS if mask & bit else bit
    return mask
