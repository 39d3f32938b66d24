"""Query nodes that Whoosh lacks or is slow at: each reads its postings once, into a dict.

Whoosh's own Or walks a tree of matchers, several Python calls for each posting and level; its phrase starts
a matcher for each word again, however often it comes. What is read here costs one loop for each posting.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from whoosh import query as whoosh
from whoosh.matching import Matcher, NullMatcher

from search.work import EXPANSION_MOST


class LoadedMatcher(Matcher):
    """Documents of one segment with their scores, all in memory."""

    def __init__(self, scores: Mapping[int, float], boost: float = 1.0) -> None:
        self._scores = scores
        self._boost = boost
        self._ids = sorted(scores)
        self._at = 0

    def is_active(self) -> bool:
        """Tell whether a document is left."""
        return self._at < len(self._ids)

    def reset(self) -> None:
        """Go back to the first document."""
        self._at = 0

    def copy(self) -> "LoadedMatcher":
        """Return another matcher at the same document."""
        other = LoadedMatcher(self._scores, self._boost)
        other._at = self._at
        return other

    def id(self) -> int:
        """Return the number of the current document."""
        return self._ids[self._at]

    def all_ids(self) -> Iterator[int]:
        """Yield the documents that are left."""
        yield from self._ids[self._at :]

    def next(self) -> None:
        """Go on to the next document."""
        self._at += 1

    def skip_to(self, id: int) -> None:  # noqa: A002  # Whoosh's name
        """Go on to the first document that is not before this one."""
        self._at = bisect_left(self._ids, id, self._at)

    def supports(self, astype: str) -> bool:  # noqa: ARG002  # Whoosh's signature
        """Tell that a document has a score and no posting value."""
        return False

    def weight(self) -> float:
        """Return the score of the current document."""
        return self.score()

    def score(self) -> float:
        """Return the score of the current document."""
        return self._scores[self._ids[self._at]] * self._boost


class MeetingMatcher(Matcher):
    """Documents that all of some matchers hold, found by leaps of the first; their scores add up."""

    def __init__(self, matchers: Sequence[Matcher]) -> None:
        self._first, *self._others = matchers
        self._is_active = all(matcher.is_active() for matcher in matchers)
        self._meet()

    def is_active(self) -> bool:
        """Tell whether a document is left."""
        return self._is_active

    def id(self) -> int:
        """Return the number of the current document."""
        number: int = self._first.id()
        return number

    def next(self) -> None:
        """Go on to the next document."""
        self._first.next()
        self._meet()

    def skip_to(self, id: int) -> None:  # noqa: A002  # Whoosh's name
        """Go on to the first document that is not before this one."""
        self._first.skip_to(id)
        self._meet()

    def supports(self, astype: str) -> bool:  # noqa: ARG002  # Whoosh's signature
        """Tell that a document has a score and no posting value."""
        return False

    def score(self) -> float:
        """Return the score of the current document."""
        return float(self._first.score() + sum(other.score() for other in self._others))

    def _meet(self) -> None:
        """Bring all matchers to the next document that they share."""
        first = self._first
        while self._is_active and first.is_active():
            wanted = first.id()
            for other in self._others:
                if other.id() < wanted:
                    other.skip_to(wanted)
                    if not other.is_active():
                        self._is_active = False
                        return
                if other.id() > wanted:
                    first.skip_to(other.id())
                    break
            else:
                return
        self._is_active = False


class AllOf(whoosh.And):
    """Documents of all of the queries, the rarest read first: where it holds none, no other is read."""

    def matcher(self, searcher: Any, context: Any = None) -> Matcher:
        """Return the matcher of one segment."""
        reader = searcher.reader()
        wanted = [each for each in self.subqueries if not isinstance(each, Without)]
        wanted.sort(key=lambda each: each.estimate_size(reader))
        excluded = [each.excluded for each in self.subqueries if isinstance(each, Without)]
        matchers = []
        for each in (*wanted, *([Without(AnyOf(excluded))] if excluded else [])):
            matchers.append(each.matcher(searcher, context))
            if not matchers[-1].is_active():
                return NullMatcher()
        return MeetingMatcher(matchers)


class AnyOf(whoosh.Or):
    """Documents of any of the queries; the scores add up."""

    def matcher(self, searcher: Any, context: Any = None) -> Matcher:
        """Return the matcher of one segment."""
        scores: dict[int, float] = {}
        for each in self.subqueries:
            matcher = each.matcher(searcher, context)
            if is_scored(context):
                _add_scores(matcher, scores)
            else:
                scores.update(dict.fromkeys(matcher.all_ids(), 0.0))
        return LoadedMatcher(scores, self.boost)


class _Expanding:
    """Read the terms that a query expands to at once, `EXPANSION_MOST` of a segment."""

    def expansion(self, segment: Any) -> Sequence[bytes]:
        """Return the terms of a segment's reader; they are looked up once."""
        kept: dict[Any, Sequence[bytes]] = self.__dict__.setdefault("_kept", {})
        if segment not in kept:
            kept[segment] = tuple(islice(self._btexts(segment), EXPANSION_MOST))  # type: ignore[attr-defined]
        return kept[segment]

    def estimate_size(self, segment: Any) -> int:
        """Return how many postings a segment has of the terms, for the order of an intersection."""
        return sum(segment.doc_frequency(self.fieldname, text) for text in self.expansion(segment))  # type: ignore[attr-defined]

    def matcher(self, searcher: Any, context: Any = None) -> Matcher:
        """Return the matcher of one segment."""
        terms = [whoosh.Term(self.fieldname, text) for text in self.expansion(searcher.reader())]  # type: ignore[attr-defined]
        return AnyOf(terms).matcher(searcher, context)


class Beginning(_Expanding, whoosh.Prefix):
    """Documents with a term that begins so."""


class Near(_Expanding, whoosh.FuzzyTerm):
    """Documents with a term one typo away."""


class Exactly(whoosh.Phrase):
    """Documents that hold words next to each other and in order."""

    def matcher(self, searcher: Any, context: Any = None) -> Matcher:
        """Return the matcher of one segment."""
        counts: Counter[str] = Counter(self.words)
        reader = searcher.reader()
        field = reader.schema[self.fieldname]
        if any((self.fieldname, field.to_bytes(word)) not in reader for word in counts):
            return NullMatcher()
        terms = [whoosh.Term(self.fieldname, word) for word in counts]
        terms.sort(key=lambda term: term.estimate_size(reader))
        matchers = {term.text: term.matcher(searcher, context) for term in terms}
        meeting = MeetingMatcher(list(matchers.values()))
        scores: dict[int, float] = {}
        while meeting.is_active():
            if times_in_order(self.words, matchers):
                scores[meeting.id()] = sum(matchers[word].score() * times for word, times in counts.items())
            meeting.next()
        return LoadedMatcher(scores, self.boost)


class Documents(whoosh.Query):
    """Documents found elsewhere, by their number in the whole index, with their scores."""

    def __init__(self, scores: Mapping[int, float]) -> None:
        self.scores = scores

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Documents) and self.scores == other.scores

    def __hash__(self) -> int:
        return hash((Documents, len(self.scores)))

    def __repr__(self) -> str:
        return f"Documents({dict(self.scores)!r})"

    def estimate_size(self, ixreader: Any) -> int:  # noqa: ARG002  # Whoosh's signature
        """Return how many documents it matches, for the order of an intersection."""
        return len(self.scores)

    def matcher(self, searcher: Any, context: Any = None) -> LoadedMatcher:  # noqa: ARG002  # Whoosh's signature
        """Return the matcher of one segment, which counts its documents from 0."""
        segments = searcher.get_parent().leaf_searchers()
        first = next(offset for segment, offset in segments if segment is searcher)
        last = first + searcher.doc_count_all()
        return LoadedMatcher(
            {document - first: score for document, score in self.scores.items() if first <= document < last}
        )


class Spoken(whoosh.Query):
    """Documents that a query finds, and others, found elsewhere, of the same persons under other names.

    These score as the least of those: how a person is called says nothing of what is said.
    """

    def __init__(self, named: whoosh.Query, others: frozenset[int]) -> None:
        self.named = named
        self.others = others
        self._scores: dict[bool, dict[int, float]] = {}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Spoken) and (self.named, self.others) == (other.named, other.others)

    def __hash__(self) -> int:
        return hash((Spoken, self.named, len(self.others)))

    def __repr__(self) -> str:
        return f"Spoken({self.named!r}, {sorted(self.others)})"

    def estimate_size(self, ixreader: Any) -> int:
        """Return how many documents it may match, for the order of an intersection."""
        return len(self.others) + int(self.named.estimate_size(ixreader))

    def matcher(self, searcher: Any, context: Any = None) -> Matcher:
        """Return the matcher of one segment."""
        return Documents(self._found(searcher.get_parent(), context)).matcher(searcher, context)

    def _found(self, searcher: Any, context: Any) -> dict[int, float]:
        """Return all documents of the index with their scores, found once."""
        scored = is_scored(context)
        if scored not in self._scores:
            scores: dict[int, float] = {}
            for segment, offset in searcher.leaf_searchers():
                matcher = self.named.matcher(segment, context)
                while matcher.is_active():
                    scores[offset + matcher.id()] = matcher.score() if scored else 0.0
                    matcher.next()
            least = min(scores.values(), default=1.0)
            reader = searcher.reader()
            others = (each for each in self.others if not reader.is_deleted(each))
            self._scores[scored] = dict.fromkeys(others, least) | scores
        return self._scores[scored]


class Without(whoosh.Query):
    """All documents but those of a query, with no score of its own.

    Whoosh's own Not, inside And, becomes an AndNotMatcher, which returns excluded documents in 2.7.4.
    """

    def __init__(self, excluded: whoosh.Query) -> None:
        self.excluded = excluded

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Without) and self.excluded == other.excluded

    def __hash__(self) -> int:
        return hash((Without, self.excluded))

    def __repr__(self) -> str:
        return f"Without({self.excluded!r})"

    def estimate_size(self, ixreader: Any) -> int:
        """Return how many documents it may match, for the order of an intersection."""
        count: int = ixreader.doc_count()
        return count

    def matcher(self, searcher: Any, context: Any = None) -> LoadedMatcher:  # noqa: ARG002  # Whoosh's signature
        """Return the matcher of one segment."""
        excluded = set(self.excluded.matcher(searcher, searcher.boolean_context()).all_ids())
        # Whoosh's InverseMatcher returns a deleted document that follows the last excluded one.
        live = searcher.reader().all_doc_ids()
        return LoadedMatcher({document: 0.0 for document in live if document not in excluded})


def is_scored(context: Any) -> bool:
    """Tell whether a search wants scores; Whoosh says it by the weighting."""
    return context is None or context.weighting is not None


def _add_scores(matcher: Matcher, scores: dict[int, float]) -> None:
    while matcher.is_active():
        document = matcher.id()
        scores[document] = scores.get(document, 0.0) + matcher.score()
        matcher.next()


def times_in_order(words: Sequence[str], matchers: Mapping[str, Matcher]) -> int:
    """Return how often the words stand next to each other in the document where all matchers stand."""
    positions = {word: set(matcher.value_as("positions")) for word, matcher in matchers.items()}
    # The first of the matchers is that of the rarest word.
    rarest = next(iter(matchers))
    place = words.index(rarest)
    return sum(
        all(start + at in positions[word] for at, word in enumerate(words))
        for start in (position - place for position in positions[rarest])
    )
