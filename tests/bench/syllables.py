"""Invented Indonesian words: a number gives a word, and no two numbers of roots give the same one."""

from functools import cache

_ONSETS = "b c d g h j k l m n p r s t w y ng ny"
ONSETS = tuple(_ONSETS.split())
VOWELS = "aiueo"
ENDINGS = ("", "n", "ng", "k", "r", "s", "h")
_SYLLABLES = len(ONSETS) * len(VOWELS)
# Spreads neighbouring numbers over the words of a length; a prime that divides none of their counts.
_SPREAD = 7_919
# The root as it is, and what affixes make of it; every second word is a root.
_FORMS = ("di{}", "{}nya", "ber{}", "{}kan", "ter{}")


@cache
def word(number: int) -> str:
    """Return the word of a number from 0 on: a root, or a form of the root before it."""
    root = root_of(number // 2)
    return root if number % 2 == 0 else _FORMS[number // 2 % len(_FORMS)].format(root)


def root_of(number: int) -> str:
    """Return a root: of two syllables the first tens of thousands, of more the others."""
    count = 2
    while number >= (most := _SYLLABLES**count * len(ENDINGS)):
        number -= most
        count += 1
    rest, ending = divmod(number * _SPREAD % most, len(ENDINGS))
    syllables = []
    for _ in range(count):
        rest, place = divmod(rest, _SYLLABLES)
        onset, vowel = divmod(place, len(VOWELS))
        syllables.append(ONSETS[onset] + VOWELS[vowel])
    return "".join(syllables) + ENDINGS[ending]


def name(number: int) -> str:
    """Return a person's name of two invented words."""
    return f"{root_of(3 * number + 40_000).title()} {root_of(7 * number + 50_000).title()}"
