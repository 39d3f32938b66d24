"""The terms one typo away from a word, found by leaps through the sorted terms."""

from collections.abc import Iterator

from index.arrays.terms import TermTable


def one_typo_apart(terms: TermTable, word: str) -> set[bytes]:
    """Return the terms that a letter more, less or another makes of a word, and the word itself.

    After each beginning of the word only the letters are tried that a term goes on with: some hundreds of
    looks into the table, however many terms there are.
    """
    seen = {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}
    for at in range(len(word) + 1):
        for letter in _letters_after(terms, word[:at]):
            seen |= {word[:at] + letter + word[at:], word[:at] + letter + word[at + 1 :]}
    found = (each.encode() for each in seen)
    return {term for term in found if terms.find(term) >= 0}


def _letters_after(terms: TermTable, beginning: str) -> Iterator[str]:
    """Yield the letters that the terms with this beginning go on with."""
    ordinals = terms.prefix(beginning.encode())
    at = ordinals.start
    while at < ordinals.stop:
        term = terms.key(at).decode()
        if len(term) == len(beginning):
            at += 1
            continue
        letter = term[len(beginning)]
        yield letter
        at = max(at + 1, terms.prefix((beginning + letter).encode()).stop)
