"""The words that a half of a generation has in its fields as they are written."""

from heapq import nlargest
from typing import Any

from search.spelling import WORDS_MOST, Indexed, WordList
from stock.whoosh_half import Half


class Vocabulary:
    """Find words near another; the words of some fields are listed when first asked for, and kept."""

    def __init__(self, half: Half) -> None:
        self._half = half
        self._lists: dict[tuple[str, ...], WordList] = {}

    def near(self, word: str, fields: tuple[str, ...], typos: int) -> tuple[Indexed, ...]:
        """Return the indexed words at most so many typos away, with the documents of the fuller field."""
        with self._half.searcher() as searcher:
            reader = searcher.reader()
            words = self._listed(reader, fields).near(word, typos) if typos else (word,)
            counted = [Indexed(each, _documents(reader, fields, each)) for each in words]
        return tuple(each for each in counted if each.documents)

    def _listed(self, reader: Any, fields: tuple[str, ...]) -> WordList:
        if fields not in self._lists:
            self._lists[fields] = WordList(_words(reader, fields))
        return self._lists[fields]


def _words(reader: Any, fields: tuple[str, ...]) -> list[str]:
    """Return the words of some fields, the most frequent where they are too many."""
    segments = [segment for segment, _ in reader.leaf_readers()]
    found = {text for segment in segments for field in fields for text in segment.lexicon(field)}
    words = [text.decode() for text in found]
    if len(words) > WORDS_MOST:
        words = nlargest(WORDS_MOST, sorted(words), key=lambda word: _documents(reader, fields, word))
    return words


def _documents(reader: Any, fields: tuple[str, ...], word: str) -> int:
    documents: int = max(reader.doc_frequency(field, word) for field in fields)
    return documents
