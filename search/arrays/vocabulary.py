"""The words that one half of a generation has in its fields as they are written."""

from collections.abc import Sequence
from heapq import nlargest

from search.arrays.half import ArrayHalf
from search.spelling import WORDS_MOST, Indexed, WordList


class Vocabulary:
    """Find words near another; the words of some fields are listed when first asked for, and kept."""

    def __init__(self, half: ArrayHalf) -> None:
        self._half = half
        self._lists: dict[tuple[str, ...], WordList] = {}

    def near(self, word: str, fields: tuple[str, ...], typos: int) -> tuple[Indexed, ...]:
        """Return the indexed words at most so many typos away, with the documents of the fuller field."""
        words = self._listed(fields).near(word, typos) if typos else (word,)
        counted = [Indexed(each, self._documents(fields, each)) for each in words]
        return tuple(each for each in counted if each.documents)

    def _listed(self, fields: tuple[str, ...]) -> WordList:
        if fields not in self._lists:
            self._lists[fields] = WordList(self._words(fields))
        return self._lists[fields]

    def _words(self, fields: tuple[str, ...]) -> Sequence[str]:
        """Return the words of some fields, the most frequent where they are too many."""
        tables = [part.reader.terms for field in fields for part in self._half.field(field).parts]
        words = [term.decode() for term in {term for table in tables for term in table.keys(0, len(table))}]
        if len(words) > WORDS_MOST:
            words = nlargest(WORDS_MOST, sorted(words), key=lambda word: self._documents(fields, word))
        return words

    def _documents(self, fields: tuple[str, ...], word: str) -> int:
        return max(self._half.field(field).doc_frequency(word.encode()) for field in fields)
