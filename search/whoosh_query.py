"""The tree compiled to Whoosh's: pure, run elsewhere."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from whoosh import query as whoosh

from index.analysis import name_words, tokens
from search.naming import NameLeaf
from search.period import Period
from search.query import And, Dated, Field, Fuzzy, Node, Not, Or, Phrase, Prefix, Word
from search.ranking import BOOSTS
from search.request import Target
from search.senses import Sense, runs, senses
from search.voices import Voiced, voiced
from search.whoosh_nodes import AllOf, AnyOf, Beginning, Exactly, Near, Spoken, Without
from search.whoosh_senses import STEMS, Blended, Place

# Fields a bare word is looked for in.
TARGET_FIELDS: dict[Target, tuple[str, ...]] = {"articles": ("title", "body"), "quotes": ("quote",)}
# Names, which are never stemmed.
_NAME_FIELDS = ("source", "speaker")

# Turns a query over the quotes into one over the articles that hold them.
Holders = Callable[[whoosh.Query], whoosh.Query]
# Finds the documents, of articles or of quotes, of the persons of several names of whom a leaf names one.
SpokenBy = Callable[[Target, NameLeaf], frozenset[int]]


def compile_query(
    node: Node, target: Target, holders: Holders | None = None, spoken_by: SpokenBy | None = None
) -> whoosh.Query:
    """Return the Whoosh query of a tree over the articles or the quotes.

    Function words outside quotation marks count only where a query has nothing else, or excludes them.
    `holders`, for articles, finds those that hold a quote: speaker: and quote: side by side mean one quote.
    `spoken_by` finds what the persons said whom speaker: names by any of their names.
    """
    scope = _Scope(TARGET_FIELDS[target], False, target, holders, spoken_by)  # noqa: FBT003  # as below
    return _compile(node, scope) or _compile(node, scope.strict()) or whoosh.Every()


@dataclass(frozen=True, slots=True)
class _Scope:
    """Where a node is looked for, and whether function words count there."""

    fields: tuple[str, ...]
    keeps_function_words: bool
    target: Target
    holders: Holders | None = None
    spoken_by: SpokenBy | None = None

    @property
    def is_of_names(self) -> bool:
        return self.fields[0] in _NAME_FIELDS

    def strict(self) -> "_Scope":
        return replace(self, keeps_function_words=True)


def _compile(node: Node, scope: _Scope) -> whoosh.Query | None:
    """Return the query of a node, or None where it holds nothing but ignored function words."""
    match node:
        case And(nodes):
            return _conjunction(nodes, scope)
        case Or(nodes):
            return _any(_compile(each, scope.strict()) for each in nodes)
        case Not(inner):
            return Without(_compile(inner, scope.strict()) or whoosh.NullQuery)
        case Field(name, inner):
            return _compile(inner, replace(scope, fields=(name,)))
        case Dated(period):
            return _dated(period)
        case _:
            return _term(node, scope)


def _conjunction(nodes: Sequence[Node], scope: _Scope) -> whoosh.Query | None:
    together = voiced(nodes)
    said = _compile(And(together.said), scope) if scope.holders and together.speakers else None
    if said is None:
        return _all(_each(nodes, scope))
    voices = [_voice(each, together, scope) for each in together.speakers]
    return _all([*_each(together.rest, scope), *voices])


def _each(nodes: Iterable[Node], scope: _Scope) -> Iterator[whoosh.Query | None]:
    """Yield the queries of nodes side by side, words next to one another read together."""
    for run in runs(nodes):
        yield _words(run, scope) if isinstance(run, tuple) else _compile(run, scope)


def _voice(speaker: Node, together: Voiced, scope: _Scope) -> whoosh.Query | None:
    """Return the articles with a quote by this speaker that says all that is asked of it.

    Several speakers side by side are several quotes, each of which says it.
    """
    match speaker:
        case And(nodes):
            return _all(_voice(each, together, scope) for each in nodes)
        case Or(nodes) if any(isinstance(each, And) for each in nodes):
            return _any(_voice(each, together, scope) for each in nodes)
        case _:
            quote = _compile(And((speaker, *together.said)), replace(scope, target="quotes", holders=None))
            return scope.holders(quote) if scope.holders and quote else None


def _term(node: Word | Phrase | Prefix | Fuzzy, scope: _Scope) -> whoosh.Query | None:
    match node:
        case Word():
            return _words((node,), scope)
        case Phrase(text):
            return _by_any_name(_phrase(text, scope), node, scope)
        case Prefix(text):
            return _by_any_name(_expanded(text, scope, Beginning), node, scope)
        case Fuzzy(text):
            return _by_any_name(_expanded(text, scope, _one_typo_apart), node, scope)


def _words(words: Sequence[Word], scope: _Scope) -> whoosh.Query | None:
    """Look for all that words next to one another mean, in any form; names are looked for as written."""
    if scope.is_of_names:
        surfaces = [surface for word in words for surface in _surfaces(word.text, scope)]
        return _by_any_name(_all(_in_fields(scope.fields, each) for each in surfaces), tuple(words), scope)
    return _all(_sense(each, scope) for each in senses(words))


def _by_any_name(named: whoosh.Query | None, leaf: NameLeaf, scope: _Scope) -> whoosh.Query | None:
    """Add to what has a name in so many letters what the same persons said by other names."""
    if named is None or scope.spoken_by is None or scope.fields != ("speaker",):
        return named
    documents = scope.spoken_by(scope.target, leaf)
    return Spoken(named, documents) if documents else named


def _sense(sense: Sense, scope: _Scope) -> whoosh.Query | None:
    if sense.surface is not None:
        return _in_fields(scope.fields, sense.surface) if scope.keeps_function_words else None
    if len(sense.stems) == 1 and not sense.phrases:
        return _all(_in_fields(scope.fields, stem, STEMS) for stem in sense.stems[0])
    places = [Place(field, BOOSTS.get(field, 1.0)) for field in scope.fields]
    return Blended(places, sense.stems, sense.phrases, sense.text)


def _in_fields(fields: Iterable[str], text: str, kind: str = "") -> whoosh.Query:
    terms = [whoosh.Term(field + kind, text, boost=BOOSTS.get(field, 1.0)) for field in fields]
    return terms[0] if len(terms) == 1 else whoosh.Or(terms)


def _surfaces(text: str, scope: _Scope) -> list[str]:
    """Return the words of a text as its fields have them when they are not stemmed."""
    surfaces = [token.surface for token in tokens(text)]
    return list(name_words(surfaces)) if scope.is_of_names else surfaces


def _phrase(text: str, scope: _Scope) -> whoosh.Query:
    surfaces = _surfaces(text, scope)
    if len(surfaces) == 1:
        return _in_fields(scope.fields, surfaces[0])
    return _any(Exactly(field, surfaces, boost=BOOSTS.get(field, 1.0)) for field in scope.fields)


def _expanded(text: str, scope: _Scope, expand: Any) -> whoosh.Query | None:
    """Expand the last token of a word; those before it are wanted as they are."""
    surfaces = _surfaces(text, scope)
    if not surfaces:
        return None
    expanded = _any(expand(field, surfaces[-1]) for field in scope.fields)
    return _all([*(_in_fields(scope.fields, surface) for surface in surfaces[:-1]), expanded])


def _one_typo_apart(field: str, word: str) -> whoosh.Query:
    near = Near(field, word, prefixlength=0)
    # Two letters swapped are two typos to Whoosh, but one to whoever typed them.
    swaps = {word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1)} - {word}
    return AnyOf([near, *(whoosh.Term(field, swap) for swap in sorted(swaps))])


def _dated(period: Period) -> whoosh.Query:
    first = (period.first or date.min).toordinal()
    last = (period.last or date.max).toordinal()
    return whoosh.NumericRange("day", first, last)


def _all(parts: Iterable[whoosh.Query | None]) -> whoosh.Query | None:
    return _joined(AllOf, parts)


def _any(parts: Iterable[whoosh.Query | None]) -> whoosh.Query | None:
    return _joined(AnyOf, parts)


def _joined(kind: Any, parts: Iterable[whoosh.Query | None]) -> whoosh.Query | None:
    # What is asked twice is read once.
    wanted = list(dict.fromkeys(part for part in parts if part is not None))
    if not wanted:
        return None
    return wanted[0] if len(wanted) == 1 else kind(wanted)
