"""The clauses that search.compilation makes of a query: plain records of what is looked for, and where.

Each names the documents that it matches; how they are found, and scored, is for an engine to say.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from index.equivalents import Form
from search.naming import NameLeaf

# What the name of a field of stems ends with.
STEMS = "_stem"


@dataclass(frozen=True, slots=True)
class Term:
    """A term of a field; a match counts `boost` times."""

    field: str
    text: str
    boost: float = 1.0


@dataclass(frozen=True, slots=True)
class Exactly:
    """Words next to one another and in order."""

    field: str
    words: tuple[str, ...]
    boost: float = 1.0


@dataclass(frozen=True, slots=True)
class Beginning:
    """Any term of a field that begins so; the scores add up."""

    field: str
    text: str


@dataclass(frozen=True, slots=True)
class Near:
    """Any term of a field one typo away; the scores add up."""

    field: str
    text: str


@dataclass(frozen=True, slots=True)
class Place:
    """A field to look in, named as its surface forms are, and how much more a match in it counts."""

    field: str
    boost: float = 1.0

    @property
    def stems(self) -> str:
        """Name the field of the stems."""
        return self.field + STEMS


@dataclass(frozen=True, slots=True)
class Blended:
    """Any of several ways to say one thing: stems, phrases, or all stems of a way.

    In each place the stems and phrases are one word of BM25: its frequency in a document is the sum of
    theirs, and its document frequency that of the commonest of them. In a document that has but the stems of
    a way apart, each time that a place has all of them counts as search.ranking.SCATTERED; stems in different
    places count once, in the last. `typed` is what a reader is told of the clause.
    """

    places: tuple[Place, ...]
    stems: tuple[Form, ...]
    phrases: tuple[Form, ...]
    typed: str = field(default="", compare=False)

    @property
    def singles(self) -> tuple[str, ...]:
        """The stems that are a way of their own."""
        return tuple(way[0] for way in self.stems if len(way) == 1)

    @property
    def ways(self) -> tuple[Form, ...]:
        """The ways of several stems."""
        return tuple(way for way in self.stems if len(way) > 1)

    def terms_read(self) -> Iterator[tuple[str, str]]:
        """Yield field and text of each term whose postings are read."""
        for place in self.places:
            for stem in dict.fromkeys((*self.singles, *(stem for way in self.ways for stem in way))):
                yield place.stems, stem
            for word in dict.fromkeys(word for phrase in self.phrases for word in phrase):
                yield place.field, word


@dataclass(frozen=True, slots=True)
class Days:
    """The documents of a span of days, both ends included, by day numbers as in index.voices; scored 1."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Everything:
    """All documents, scored 1."""


@dataclass(frozen=True, slots=True)
class Nothing:
    """No document."""


@dataclass(frozen=True, slots=True)
class AllOf:
    """The documents of all parts; the scores add up."""

    parts: "tuple[Clause, ...]"


@dataclass(frozen=True, slots=True)
class AnyOf:
    """The documents of any of the parts; the scores add up."""

    parts: "tuple[Clause, ...]"


@dataclass(frozen=True, slots=True)
class Without:
    """All documents but those of a clause, scored 0."""

    excluded: "Clause"


@dataclass(frozen=True, slots=True)
class Spoken:
    """What has a name in so many letters, and what the same persons said by other names.

    `leaf` is what of the query looks for the name. The others score as the least of what is `named`: how a
    person is called says nothing of what is said.
    """

    named: "Clause"
    # Not compared: leaves that give the same `named`, such as x and "x", mean the same persons.
    leaf: NameLeaf = field(compare=False)


@dataclass(frozen=True, slots=True)
class Holding:
    """The articles with a quote that a clause over the quotes matches, scored by their best one."""

    quote: "Clause"


Clause = (
    Term
    | Exactly
    | Beginning
    | Near
    | Blended
    | Days
    | Everything
    | Nothing
    | AllOf
    | AnyOf
    | Without
    | Spoken
    | Holding
)
