"""Documents with a term, or with one of those that a beginning or a typo stands for."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

import numpy as np

from index.arrays.array_file import Array
from search.arrays.fields import Part, WholeField
from search.arrays.matches import Found, Matches, added
from search.arrays.operators import Half, Leaf, added_at, united
from search.work import Load, expanded_load


class Sought(NamedTuple):
    """A term of a field, and how much more a match of it counts."""

    field: WholeField
    term: bytes
    boost: float = 1.0


class Words(Leaf):
    """Documents with any of a few terms, such as a stem in the title or the body; the scores add up."""

    def __init__(self, half: Half, terms: Sequence[Sought]) -> None:
        super().__init__(half, ("words", *((each.field.name, each.term, each.boost) for each in terms)))
        self._terms = terms
        self._frequencies = [each.field.doc_frequency(each.term) for each in terms]

    @cached_property
    def estimate(self) -> int:
        """As many as the terms have documents."""
        return sum(self._frequencies)

    def read(self) -> Matches:
        """Return all that matches."""
        return added([self._scored(number) for number in range(len(self._terms))], self._half.documents)

    def documents(self) -> Array:
        """Return the documents that match, scored where the scores are kept or asked for once more."""
        kept = self._half.kept.get(self._key)
        if kept is not None or self._spent(self.estimate) > self.estimate:
            return (kept or self._kept).matches.docs
        return united([each.field.postings(each.term).docs for each in self._terms], self._half.documents)

    def looked_up(self, docs: Array) -> Found:
        """Return which of a few documents match."""
        found = [self._at(number, docs) for number in range(len(self._terms))]
        return found[0] if len(found) == 1 else added_at(docs, found)

    def loads(self) -> Iterator[Load]:
        """Yield what each term reads."""
        for each, frequency in zip(self._terms, self._frequencies, strict=True):
            yield Load(each.term.decode(), "", frequency)

    def _scored(self, number: int) -> Matches:
        docs, freqs = self._terms[number].field.postings(self._terms[number].term)
        return Matches(docs, self._impacts(number, docs, freqs))

    def _at(self, number: int, docs: Array) -> Found:
        freqs = self._terms[number].field.freqs_at(self._terms[number].term, docs)
        rows = (freqs > 0).nonzero()[0]
        return Found(rows, self._impacts(number, docs.take(rows), freqs.take(rows)))

    def _impacts(self, number: int, docs: Array, freqs: Array) -> Array:
        field, _, boost = self._terms[number]
        return field.impacts(docs, freqs, boost * field.idf(self._frequencies[number]))


class Typos(Words):
    """Documents with any of the terms one letter away from a word."""

    def __init__(self, half: Half, field: WholeField, word: str) -> None:
        self._word = word
        self._found = half.typos(field.name, word)
        super().__init__(half, [Sought(field, term) for term in sorted(set[bytes]().union(*self._found))])

    def loads(self) -> Iterator[Load]:
        """Yield what the terms read; raises WorkError where they are too many."""
        yield expanded_load(self._word, "~", map(len, self._found), self.estimate)


class Stretch(NamedTuple):
    """Terms of one segment that stand one after another."""

    part: Part
    terms: range

    @property
    def postings(self) -> int:
        """How many documents the terms have, together."""
        starts = self.part.reader.starts
        return int(starts[self.terms.stop] - starts[self.terms.start])

    def frequencies(self) -> Array:
        """Return how many documents of the segment each term has."""
        starts = self.part.reader.starts[self.terms.start : self.terms.stop + 1]
        return (starts[1:] - starts[:-1]).astype(np.intp)


class Beginnings(Leaf):
    """Documents with any of the terms that begin so; the scores add up."""

    def __init__(self, half: Half, field: WholeField, word: str) -> None:
        super().__init__(half, ("beginnings", field.name, word))
        self._field, self._word = field, word
        ranges = [(part, part.reader.terms.prefix(word.encode())) for part in field.parts]
        self._stretches = [Stretch(part, terms) for part, terms in ranges if terms]

    @cached_property
    def estimate(self) -> int:
        """As many as the terms have documents."""
        return sum(stretch.postings for stretch in self._stretches)

    def loads(self) -> Iterator[Load]:
        """Yield what the terms read; raises WorkError where they are too many."""
        terms = (len(stretch.terms) for stretch in self._stretches)
        yield expanded_load(self._word, "*", terms, self.estimate)

    def read(self) -> Matches:
        """Return all that matches."""
        scores = np.zeros(self._half.documents)
        frequencies = [stretch.frequencies() for stretch in self._stretches]
        for stretch, own, totals in zip(self._stretches, frequencies, self._totals(frequencies), strict=True):
            idfs = np.log(self._field.documents / (totals + 1)) + 1
            self._add(scores, stretch, idfs.repeat(own))
        docs = (scores > 0).nonzero()[0]
        return Matches(docs, scores.take(docs).astype(np.float32))

    def _add(self, scores: Array, stretch: Stretch, idfs: Array) -> None:
        """Add the scores of a stretch, given what each of its postings tells."""
        base, reader = stretch.part
        first, stop = stretch.terms.start, stretch.terms.stop
        docs = reader.docs_between(first, stop).astype(np.intp)
        freqs = reader.freqs_between(first, stop).astype(np.float32)
        weights = self._field.impacts(docs + base, freqs, 1.0) * idfs
        found = np.bincount(docs, weights)
        scores[base : base + found.size] += found

    def _totals(self, frequencies: Sequence[Array]) -> Iterator[Array]:
        """Yield in how many documents of the whole index each term of a stretch stands."""
        if len(frequencies) == 1:
            yield frequencies[0]
            return
        keys = [part.reader.terms.keys(terms.start, terms.stop) for part, terms in self._stretches]
        totals: Counter[bytes] = Counter()
        for found, own in zip(keys, frequencies, strict=True):
            totals.update(dict(zip(found, own.tolist(), strict=True)))
        for found in keys:
            yield np.array([totals[key] for key in found])
