"""The tree of a query compiled to clauses over the fields of an index: pure, run elsewhere."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from index.analysis import name_words, tokens
from search.clauses import (
    STEMS,
    AllOf,
    AnyOf,
    Beginning,
    Blended,
    Clause,
    Days,
    Everything,
    Exactly,
    Holding,
    Near,
    Nothing,
    Place,
    Spoken,
    Term,
    Without,
)
from search.edits import swapped
from search.naming import NameLeaf
from search.period import Period
from search.query import And, Dated, Field, Fuzzy, Node, Not, Or, Phrase, Prefix, Word
from search.ranking import BOOSTS
from search.request import Target
from search.senses import Sense, runs, senses
from search.voices import Voiced, voiced

# Fields a bare word is looked for in.
TARGET_FIELDS: dict[Target, tuple[str, ...]] = {"articles": ("title", "body"), "quotes": ("quote",)}
# Names, which are never stemmed.
_NAME_FIELDS = ("source", "speaker")


def compile_query(node: Node, target: Target) -> Clause:
    """Return what a tree looks for among the articles or the quotes.

    Function words outside quotation marks count only where a query has nothing else, or excludes them. Among
    the articles, speaker: and quote: side by side mean one quote. speaker: means persons, by any of their
    names.
    """
    scope = _Scope(TARGET_FIELDS[target], False, target)  # noqa: FBT003  # as below
    return _compile(node, scope) or _compile(node, scope.strict()) or Everything()


@dataclass(frozen=True, slots=True)
class _Scope:
    """Where a node is looked for, and whether function words count there."""

    fields: tuple[str, ...]
    keeps_function_words: bool
    target: Target

    @property
    def is_of_names(self) -> bool:
        return self.fields[0] in _NAME_FIELDS

    def strict(self) -> "_Scope":
        return replace(self, keeps_function_words=True)


def _compile(node: Node, scope: _Scope) -> Clause | None:
    """Return the query of a node, or None where it holds nothing but ignored function words."""
    match node:
        case And(nodes):
            return _conjunction(nodes, scope)
        case Or(nodes):
            return _any(_compile(each, scope.strict()) for each in nodes)
        case Not(inner):
            return Without(_compile(inner, scope.strict()) or Nothing())
        case Field(name, inner):
            return _compile(inner, replace(scope, fields=(name,)))
        case Dated(period):
            return _dated(period)
        case _:
            return _term(node, scope)


def _conjunction(nodes: Sequence[Node], scope: _Scope) -> Clause | None:
    together = voiced(nodes)
    if scope.target == "quotes" or not (together.speakers and _compile(And(together.said), scope)):
        return _all(_each(nodes, scope))
    voices = [_voice(each, together, scope) for each in together.speakers]
    return _all([*_each(together.rest, scope), *voices])


def _each(nodes: Iterable[Node], scope: _Scope) -> Iterator[Clause | None]:
    """Yield the queries of nodes side by side, words next to one another read together."""
    for run in runs(nodes):
        yield _words(run, scope) if isinstance(run, tuple) else _compile(run, scope)


def _voice(speaker: Node, together: Voiced, scope: _Scope) -> Clause | None:
    """Return the articles with a quote by this speaker that says all that is asked of it.

    Several speakers side by side are several quotes, each of which says it.
    """
    match speaker:
        case And(nodes):
            return _all(_voice(each, together, scope) for each in nodes)
        case Or(nodes) if any(isinstance(each, And) for each in nodes):
            return _any(_voice(each, together, scope) for each in nodes)
        case _:
            quote = _compile(And((speaker, *together.said)), replace(scope, target="quotes"))
            return quote and Holding(quote)


def _term(node: Word | Phrase | Prefix | Fuzzy, scope: _Scope) -> Clause | None:
    match node:
        case Word():
            return _words((node,), scope)
        case Phrase(text):
            return _by_any_name(_phrase(text, scope), node, scope)
        case Prefix(text):
            return _by_any_name(_expanded(text, scope, Beginning), node, scope)
        case Fuzzy(text):
            return _by_any_name(_expanded(text, scope, _one_typo_apart), node, scope)


def _words(words: Sequence[Word], scope: _Scope) -> Clause | None:
    """Look for all that words next to one another mean, in any form; names are looked for as written."""
    if scope.is_of_names:
        surfaces = [surface for word in words for surface in _surfaces(word.text, scope)]
        return _by_any_name(_all(_in_fields(scope.fields, each) for each in surfaces), tuple(words), scope)
    return _all(_sense(each, scope) for each in senses(words))


def _by_any_name(named: Clause | None, leaf: NameLeaf, scope: _Scope) -> Clause | None:
    """Add to what has a speaker's name in so many letters what the same persons said by other names."""
    return Spoken(named, leaf) if named and scope.fields == ("speaker",) else named


def _sense(sense: Sense, scope: _Scope) -> Clause | None:
    if sense.surface is not None:
        return _in_fields(scope.fields, sense.surface) if scope.keeps_function_words else None
    if len(sense.stems) == 1 and not sense.phrases:
        return _all(_in_fields(scope.fields, stem, STEMS) for stem in sense.stems[0])
    places = tuple(Place(field, BOOSTS.get(field, 1.0)) for field in scope.fields)
    stems, phrases = (tuple(dict.fromkeys(ways)) for ways in (sense.stems, sense.phrases))
    return Blended(places, stems, phrases, sense.text)


def _in_fields(fields: Iterable[str], text: str, kind: str = "") -> Clause:
    terms = tuple(Term(field + kind, text, BOOSTS.get(field, 1.0)) for field in fields)
    return terms[0] if len(terms) == 1 else AnyOf(terms)


def _surfaces(text: str, scope: _Scope) -> list[str]:
    """Return the words of a text as its fields have them when they are not stemmed."""
    surfaces = [token.surface for token in tokens(text)]
    return list(name_words(surfaces)) if scope.is_of_names else surfaces


def _phrase(text: str, scope: _Scope) -> Clause | None:
    surfaces = _surfaces(text, scope)
    if len(surfaces) == 1:
        return _in_fields(scope.fields, surfaces[0])
    return _any(Exactly(field, tuple(surfaces), BOOSTS.get(field, 1.0)) for field in scope.fields)


def _expanded(text: str, scope: _Scope, expand: Callable[[str, str], Clause]) -> Clause | None:
    """Expand the last token of a word; those before it are wanted as they are."""
    surfaces = _surfaces(text, scope)
    if not surfaces:
        return None
    expanded = _any(expand(field, surfaces[-1]) for field in scope.fields)
    return _all([*(_in_fields(scope.fields, surface) for surface in surfaces[:-1]), expanded])


def _one_typo_apart(field: str, word: str) -> Clause:
    return AnyOf((Near(field, word), *(Term(field, swap) for swap in sorted(swapped(word)))))


def _dated(period: Period) -> Clause:
    first = (period.first or date.min).toordinal()
    last = (period.last or date.max).toordinal()
    return Days(first, last)


def _all(parts: Iterable[Clause | None]) -> Clause | None:
    return _joined(AllOf, parts)


def _any(parts: Iterable[Clause | None]) -> Clause | None:
    return _joined(AnyOf, parts)


def _joined(kind: type[AllOf | AnyOf], parts: Iterable[Clause | None]) -> Clause | None:
    # What is asked twice is read once.
    wanted = tuple(dict.fromkeys(part for part in parts if part is not None))
    if not wanted:
        return None
    return wanted[0] if len(wanted) == 1 else kind(wanted)
