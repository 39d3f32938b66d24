"""A query node for words that mean one thing: what any of them finds, scored as if they were one word."""

from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import Any

from whoosh import query as whoosh
from whoosh.matching import Matcher
from whoosh.scoring import bm25

from index.equivalents import Form
from search.clauses import STEMS, Place
from search.clauses import Blended as Clause
from search.ranking import SCATTERED
from stock.whoosh_nodes import LoadedMatcher, MeetingMatcher, is_scored, times_in_order


class Blended(whoosh.Query):
    """The documents of search.clauses.Blended, scored in loops over postings."""

    def __init__(self, clause: Clause) -> None:
        self.clause = clause
        self.places, self.singles, self.ways = clause.places, clause.singles, clause.ways
        self.phrases, self.typed = clause.phrases, clause.typed
        self._counted: dict[tuple[Any, Place], _Counts] = {}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Blended) and self.clause == other.clause

    def __hash__(self) -> int:
        return hash(self.clause)

    def __repr__(self) -> str:
        return f"Blended({self.clause!r})"

    def terms_read(self) -> Iterator[tuple[str, str]]:
        """Yield field and text of each term whose postings are read."""
        return self.clause.terms_read()

    def estimate_size(self, ixreader: Any) -> int:
        """Return how many documents it may match, for the order of an intersection."""

        def frequency(word: str, kind: str) -> int:
            return sum(ixreader.doc_frequency(place.field + kind, word) for place in self.places)

        # The stems of a way may stand in different places.
        ways = (*((stem,) for stem in self.singles), *self.ways)
        by_stem = sum(min(frequency(stem, STEMS) for stem in way) for way in ways)
        return by_stem + sum(min(frequency(word, "") for word in phrase) for phrase in self.phrases)

    def matcher(self, searcher: Any, context: Any = None) -> Matcher:
        """Return the matcher of one segment."""
        reader = searcher.reader()
        scores: dict[int, float] = {}
        for place in self.places:
            found = self._counts(reader, place).occurrences
            for document, score in self._scored(searcher, place, found, context):
                scores[document] = scores.get(document, 0.0) + score
        whole = frozenset(scores)
        for place, apart in self._scattered(reader, whole).items():
            for document, score in self._scored(searcher, place, apart, context):
                scores[document] = scores.get(document, 0.0) + score
        return LoadedMatcher(scores)

    def _scored(
        self, searcher: Any, place: Place, found: Mapping[int, float], context: Any
    ) -> Iterator[tuple[int, float]]:
        """Yield documents with their scores, given how often they hold the thing: BM25F, as of one term."""
        if not found or not is_scored(context):
            yield from dict.fromkeys(found, 0.0).items()
            return
        whole, weighting = searcher.get_parent(), searcher.weighting
        frequency = self._document_frequency(whole, place)
        idf = log(whole.doc_count_all() / (frequency + 1)) + 1
        average = whole.avg_field_length(place.stems) or 1
        for document, times in found.items():
            length = searcher.doc_field_length(document, place.stems, 1)
            yield document, place.boost * bm25(idf, times, length, average, weighting.B, weighting.K1)

    def _document_frequency(self, whole: Any, place: Place) -> int:
        """Return in how many documents of the whole index the commonest of the stems and phrases stands."""
        frequencies = [whole.reader().doc_frequency(place.stems, stem) for stem in self.singles]
        by_phrase: Counter[Form] = Counter()
        for segment, _ in whole.leaf_searchers():
            by_phrase.update(self._counts(segment.reader(), place).with_phrase)
        return max((*frequencies, *by_phrase.values()), default=0)

    def _counts(self, reader: Any, place: Place) -> "_Counts":
        """Return what a segment holds of the stems and phrases; each is read once."""
        if (reader, place) not in self._counted:
            occurrences: Counter[int] = Counter()
            for stem in self.singles:
                for document, times in _postings(reader, place.stems, stem):
                    occurrences[document] += times
            with_phrase: Counter[Form] = Counter()
            for phrase in self.phrases:
                times_of = _phrase_times(reader, place.field, phrase)
                occurrences.update(times_of)
                with_phrase[phrase] = len(times_of)
            self._counted[reader, place] = _Counts(occurrences, with_phrase)
        return self._counted[reader, place]

    def _scattered(self, reader: Any, others: Container[int]) -> dict[Place, dict[int, float]]:
        """Return what the stems of a way count for in the documents of a segment that are no others."""
        found: dict[Place, dict[int, float]] = {place: {} for place in self.places}
        for way in self.ways:
            times = {
                place: [dict(_postings(reader, place.stems, stem)) for stem in way] for place in self.places
            }
            for document in _with_all(list(times.values())):
                if document not in others:
                    for place, number in _together(times, document).items():
                        found[place][document] = max(found[place].get(document, 0.0), SCATTERED * number)
        return found


@dataclass(frozen=True, slots=True)
class _Counts:
    """How often each document holds one of the stems and phrases, and how many documents hold each phrase."""

    occurrences: Counter[int]
    with_phrase: Counter[Form]


def _with_all(places: Sequence[Sequence[Mapping[int, int]]]) -> set[int]:
    """Return the documents that have every stem of a way in one of the places."""
    return set.intersection(*(set().union(*by_place) for by_place in zip(*places, strict=True)))


def _together(times: Mapping[Place, Sequence[Mapping[int, int]]], document: int) -> dict[Place, int]:
    """Return how often all stems of a way are in each place; once in the last if they are never together."""
    found = {place: min(each.get(document, 0) for each in stems) for place, stems in times.items()}
    together = {place: number for place, number in found.items() if number}
    return together or {list(times)[-1]: 1}


def _postings(reader: Any, field: str, text: str) -> Iterator[tuple[int, int]]:
    if (field, text) in reader:
        matcher = reader.postings(field, text)
        while matcher.is_active():
            yield matcher.id(), round(matcher.weight())
            matcher.next()


def _phrase_times(reader: Any, field: str, phrase: Form) -> dict[int, int]:
    """Return how often words stand side by side in the documents of a segment."""
    words = sorted(set(phrase), key=lambda word: reader.doc_frequency(field, word))
    if any((field, word) not in reader for word in words):
        return {}
    matchers = {word: reader.postings(field, word) for word in words}
    meeting = MeetingMatcher(list(matchers.values()))
    found = {}
    while meeting.is_active():
        if times := times_in_order(phrase, matchers):
            found[meeting.id()] = times
        meeting.next()
    return found
