"""Which words of a text match a query: what snippets mark."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial

from corpus.article import Quote
from index.name_keys import fold_name
from search.function_words import is_function_word
from search.marks import Mark, Terms, Wanted
from search.naming import as_name, name_test
from search.query import And, Field, Fuzzy, Node, Not, Or, Phrase, Prefix, Word
from search.senses import runs, senses
from search.voices import voiced

# All names of the person whom an article calls so.
NamesOf = Callable[[str], Sequence[str]]

# Queries remembered with what they mark: a reader turns pages and chooses facets of one.
_QUERIES_MOST = 32
# Parts of queries remembered with what they look for.
_PARTS_MOST = 128

# Where words stand in a text: the first character of each, and the one behind its last.
Places = Sequence[tuple[int, int]]


def own_name(name: str) -> tuple[str]:
    """Return the name alone, of a person who is called nothing else."""
    return (name,)


@dataclass(frozen=True, slots=True)
class Said:
    """What a query wants said in one quote, and by whom: its `quote:` and `speaker:` parts side by side."""

    speakers: tuple[Node, ...]
    texts: tuple[Node, ...]
    terms: Terms

    def marks(self, body: str, quotes: Iterable[Quote], names_of: NamesOf) -> Iterator[Mark]:
        """Yield the marks in the quotes that say it, as offsets into the body."""
        for quote in self._chosen(body, quotes, names_of):
            for mark in self.terms.marks(body[quote.start : quote.end]):
                yield mark._replace(start=mark.start + quote.start, end=mark.end + quote.start)

    def _chosen(self, body: str, quotes: Iterable[Quote], names_of: NamesOf) -> list[Quote]:
        """Choose the quotes that say all of it, else those of the speaker, else all."""
        every = list(quotes)
        theirs = [
            quote
            for quote in every
            if _all_hold(self.speakers, partial(_names, names_of(quote.speaker or "")))
        ]
        said = [
            quote for quote in theirs if _all_hold(self.texts, partial(_says, body[quote.start : quote.end]))
        ]
        return said or theirs or every


@dataclass(frozen=True, slots=True)
class Highlights:
    """What to mark of a query: `anywhere` in a text, `said` only within quotes, of these speakers if any."""

    anywhere: Terms
    said: tuple[Said, ...]
    speakers: frozenset[str]

    @staticmethod
    def of(tree: Node, speakers: Iterable[str] = ()) -> "Highlights":
        """Collect what a query looks for in the text; excluded words and other fields are no part of it.

        `speakers` are the persons chosen in the speaker filter. Function words are marked where they are
        looked for: in a phrase, beside OR, or where there is nothing else.
        """
        return _collected(tree, frozenset(map(fold_name, speakers)))

    def in_body(
        self,
        body: str,
        quotes: Iterable[Quote],
        names_of: NamesOf = own_name,
        places: Places | None = None,
    ) -> list[Mark]:
        """Return what to mark in the body of an article, in order.

        `names_of` gives all names of the person whom the article calls so. `places` are where the words stand
        that may be marked, if that is known: see Terms.marks_near.
        """
        marks = self._anywhere(body, places)
        if not self.said:
            return marks
        every = list(quotes)
        theirs = [
            quote
            for quote in every
            if not self.speakers.isdisjoint(map(fold_name, names_of(quote.speaker or "")))
        ]
        inside = [mark for said in self.said for mark in said.marks(body, theirs or every, names_of)]
        return _apart([*marks, *inside]) if inside else marks

    def in_quote(self, text: str, places: Places | None = None) -> list[Mark]:
        """Return what to mark in the words of one quote, in order; `places` as in `in_body`."""
        marks = [self._anywhere(text, places), *(said.terms.marks(text) for said in self.said)]
        return _apart([mark for each in marks for mark in each])

    def _anywhere(self, text: str, places: Places | None) -> list[Mark]:
        return self.anywhere.marks(text) if places is None else self.anywhere.marks_near(text, places)


@lru_cache(_QUERIES_MOST)
def _collected(tree: Node, speakers: frozenset[str]) -> Highlights:
    parts = list(_parts(tree, keeps_function_words=is_function_word(tree)))
    anywhere = Terms.of(part for part in parts if isinstance(part, Wanted))
    return Highlights(anywhere, tuple(part for part in parts if isinstance(part, Said)), speakers)


def _parts(node: tuple[Word, ...] | Node, *, keeps_function_words: bool) -> Iterator[Wanted | Said]:
    """Yield what a query looks for in a text."""
    match node:
        case And(nodes):
            together = voiced(nodes)
            if together.said:
                yield Said(together.speakers, together.said, _terms_of(together.said))
            for run in runs(together.rest):
                yield from _parts(run, keeps_function_words=keeps_function_words)
        case Or(nodes):
            for each in nodes:
                yield from _parts(each, keeps_function_words=True)
        case Field("quote"):
            yield Said((), (node,), _terms_of((node,)))
        case tuple() | Word() | Phrase() | Prefix() | Fuzzy():
            yield from _wanted(node, keeps_function_words=keeps_function_words)


def _wanted(
    part: tuple[Word, ...] | Word | Phrase | Prefix | Fuzzy, *, keeps_function_words: bool
) -> Iterator[Wanted]:
    match part:
        case tuple():
            yield from (Wanted(sense, keeps_function_words) for sense in senses(part))
        case Word():
            yield from _wanted((part,), keeps_function_words=keeps_function_words)
        case _:
            yield Wanted(part, keeps_function_words)


@lru_cache(_PARTS_MOST)
def _terms_of(nodes: tuple[Node, ...]) -> Terms:
    return Terms.of(
        wanted for node in nodes for wanted in _leaves(node, keeps_function_words=is_function_word(node))
    )


def _leaves(node: tuple[Word, ...] | Node, *, keeps_function_words: bool) -> Iterator[Wanted]:
    match node:
        case And(nodes):
            for run in runs(nodes):
                yield from _leaves(run, keeps_function_words=keeps_function_words)
        case Or(nodes):
            for each in nodes:
                yield from _leaves(each, keeps_function_words=True)
        case Field(_, inner):
            yield from _leaves(inner, keeps_function_words=keeps_function_words)
        case tuple() | Word() | Phrase() | Prefix() | Fuzzy():
            yield from _wanted(node, keeps_function_words=keeps_function_words)


def _all_hold(nodes: Iterable[Node], says: Callable[[tuple[Word, ...] | Node], bool]) -> bool:
    return all(_holds(node, says) for node in nodes)


def _holds(node: Node, says: Callable[[tuple[Word, ...] | Node], bool]) -> bool:
    """Tell whether a part of a query holds, given which of its leaves and runs of words do."""
    match node:
        case And(nodes):
            return all(says(run) if isinstance(run, tuple) else _holds(run, says) for run in runs(nodes))
        case Or(nodes):
            return any(_holds(each, says) for each in nodes)
        case Not(inner):
            return not _holds(inner, says)
        case Field(_, inner):
            return _holds(inner, says)
        case Word():
            return says((node,))
        case _:
            return says(node)


def _says(text: str, part: tuple[Word, ...] | Node) -> bool:
    """Tell whether a text says what words mean, or has a phrase; function words count if all else is none."""
    if not isinstance(part, tuple):
        return bool(_terms_of((part,)).marks(text))
    meant = senses(part)
    telling = [sense for sense in meant if sense.surface is None] or meant
    return bool(meant) and all(sense.is_said_in(text) for sense in telling)


def _names(names: Iterable[str], part: tuple[Word, ...] | Node) -> bool:
    """Tell whether one of a person's names is what a part of a query looks for."""
    if not isinstance(part, tuple | Phrase | Prefix | Fuzzy):
        return False
    return any(map(name_test(part), map(as_name, names)))


def _apart(marks: Iterable[Mark]) -> list[Mark]:
    """Put marks in order and drop what overlaps one before; of two that begin together the longer stays."""
    apart: list[Mark] = []
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end)):
        if not apart or apart[-1].end <= mark.start:
            apart.append(mark)
    return apart
