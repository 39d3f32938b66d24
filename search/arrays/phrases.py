"""Words that stand next to one another and in order: counted over arrays of positions."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property

import numpy as np

from index.arrays.array_file import Array
from search.arrays.fields import LOOKUP_COST, NO_POSTINGS, Postings, WholeField, rows_in
from search.arrays.matches import NOTHING, Found, Matches
from search.arrays.operators import Half, Leaf
from search.work import Load, phrase_load


def phrase_postings(field: WholeField, words: Sequence[bytes], docs: Array | None = None) -> Postings:
    """Return the documents that hold a phrase, or those of some documents, and how often each does.

    The documents are those of the rarest word, looked up in the others; then positions are compared, those
    of the rarest word first.
    """
    rarest_first = sorted(dict.fromkeys(words), key=field.doc_frequency)
    holding = _holding(field, rarest_first, docs)
    if not holding.size:
        return NO_POSTINGS
    rarest = rarest_first[0]
    theirs = field.places(rarest, holding).keys
    begins = theirs - words.index(rarest)
    for word in rarest_first:
        keys = theirs if word == rarest else field.places(word, holding).keys
        for at in (at for at, each in enumerate(words) if each == word):
            begins = begins[_are_in(begins + at, keys)]
    times = np.bincount(rows_in(begins), minlength=holding.size)
    rows = times.nonzero()[0]
    return Postings(holding.take(rows), times.take(rows).astype(np.float32))


def _holding(field: WholeField, rarest_first: Sequence[bytes], docs: Array | None) -> Array:
    """Return the documents that hold all of the words."""
    first, *others = rarest_first
    if docs is not None and docs.size * LOOKUP_COST < field.doc_frequency(first):
        holding, others = docs, list(rarest_first)
    else:
        holding = field.postings(first).docs
    for word in others:
        if holding.size:
            holding = field.holding(word, holding)
    return holding


def _are_in(some: Array, others: Array) -> Array:
    """Tell which of some numbers are among others, which are in order."""
    if not others.size:
        return np.zeros(some.size, np.bool_)
    places = others.searchsorted(some)
    return np.equal(others.take(places, mode="clip"), some)


class Phrase(Leaf):
    """Documents with a phrase, each of its words scored as often as the phrase has it."""

    def __init__(self, half: Half, field: WholeField, words: Sequence[bytes], boost: float) -> None:
        super().__init__(half, ("phrase", field.name, tuple(words), boost))
        self._field, self._words, self._boost = field, tuple(words), boost

    @cached_property
    def estimate(self) -> int:
        """As many as its rarest word has documents."""
        return min(map(self._field.doc_frequency, self._words))

    def read(self) -> Matches:
        """Return all that matches."""
        docs = phrase_postings(self._field, self._words).docs
        return Matches(docs, self._scores(docs)) if docs.size else NOTHING

    def looked_up(self, docs: Array) -> Found:
        """Return which of a few documents match."""
        held = phrase_postings(self._field, self._words, docs).docs
        held = held[_are_in(held, docs)]
        return Found(docs.searchsorted(held), self._scores(held))

    def loads(self) -> Iterator[Load]:
        """Yield what it reads, as its commonest word."""
        yield phrase_load({word.decode(): self._field.doc_frequency(word) for word in self._words})

    def _scores(self, docs: Array) -> Array:
        scores = np.zeros(docs.size, np.float32)
        for word, times in Counter(self._words).items():
            weight = self._boost * times * self._field.idf(self._field.doc_frequency(word))
            scores += self._field.impacts(docs, self._field.freqs_at(word, docs), weight)
        return scores
