"""Whether a name is what a query looks for: compared in words, never stemmed."""

from collections.abc import Callable

from index.analysis import name_words, tokens
from search.edits import distance
from search.query import Fuzzy, Phrase, Prefix, Word

# What of a query looks for a name: words side by side, or another leaf.
NameLeaf = tuple[Word, ...] | Phrase | Prefix | Fuzzy
# The words of a name, as they are looked for.
NameWords = tuple[str, ...]


def as_name(text: str) -> NameWords:
    """Return the words of a name as they are looked for."""
    return tuple(name_words(token.surface for token in tokens(text)))


def name_test(leaf: NameLeaf) -> Callable[[NameWords], bool]:
    """Return what tells whether the words of a name are what a query looks for."""
    match leaf:
        case Phrase(text):
            phrase = as_name(text)
            return lambda name: bool(phrase) and _stands_in(phrase, name)
        case Prefix(text):
            return _ending(text, lambda word, beginning: word.startswith(beginning))
        case Fuzzy(text):
            return _ending(text, one_typo_apart)
        case _:
            wanted = {each for word in leaf for each in as_name(word.text)}
            return lambda name: bool(wanted) and wanted <= set(name)


def one_typo_apart(word: str, other: str) -> bool:
    """Tell whether one letter added, dropped, changed or swapped with the next makes one word the other."""
    return abs(len(word) - len(other)) <= 1 and distance(word, other, limit=1) <= 1


def _ending(text: str, fits: Callable[[str, str], bool]) -> Callable[[NameWords], bool]:
    """Let the last word stand for others; those before it are wanted as they are."""
    *before, last = as_name(text) or ("",)
    wanted = set(before)
    return lambda name: bool(last) and wanted <= set(name) and any(fits(word, last) for word in name)


def _stands_in(phrase: NameWords, name: NameWords) -> bool:
    length = len(phrase)
    return any(name[at : at + length] == phrase for at in range(len(name) - length + 1))
