"""The persons of a generation: whose name a voice is, and whom a name that is typed or chosen means."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from index.name_keys import TELLING_LEAST, fold_name, name_key, telling_words
from index.people import Person
from index.voices import Voice
from search.naming import NameLeaf, NameWords, as_name, name_test
from search.nearest import NamesByWord
from search.query import Node, Phrase
from search.titles import untitled, without_titles


@dataclass(frozen=True)
class People:
    """All persons, in the order of the generation's file."""

    persons: Sequence[Person] = ()

    def person(self, voice: Voice) -> str:
        """Return the name of the person whose voice this is; of an unknown voice its own name."""
        return self._by_voice.get(voice, voice.name)

    def called(self, name: str) -> tuple[str, ...]:
        """Return the persons whom a chosen name means: of that very name, else all with a voice so called.

        A name that stayed on its own means those voices alone, as the count beside it says. Titles are left
        out of a name that nobody has with them.
        """
        key = self._key(name)
        own = self._by_name.get(key)
        return (own,) if own else self._by_alias.get(key, ())

    def known_as(self, name: str) -> tuple[Person, ...]:
        """Return all persons with such a name, the one whose own it is first."""
        found = dict.fromkeys((*self.called(name), *self._by_alias.get(self._key(name), ())))
        return tuple(self._persons[each] for each in found)

    def namesakes(self, names: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """Return, by the name of each person whose own name is chosen, the others called so and not chosen.

        Of a short name they are all who have it in theirs. The most heard come first.
        """
        asked = list(names)
        chosen = set(chain.from_iterable(map(self.called, asked)))
        found: dict[str, tuple[str, ...]] = {}
        for name in asked:
            own = self._by_name.get(self._key(name))
            others = [person for person in self._called_so(name) if person.name not in chosen]
            if own and others:
                found[own] = tuple(person.name for person in sorted(others, key=_most_heard))
        return found

    def nearest(self, names: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """Return, by each name that chooses nobody, those who have its words in theirs, else words near them.

        Of the names with the fewest typos the most heard come first.
        """
        unknown: dict[str, str] = {}
        for name in names:
            if not self.called(name):
                unknown.setdefault(fold_name(name), name)
        return {name: near for name in unknown.values() if (near := self._near(name))}

    def holding(self, name: str) -> tuple[str, ...]:
        """Return all names that have every word of a name, in order: for `Badrani`, `Al Badrani`."""
        words = set(self._key(name).split())
        held = {voice.name for person in self.persons for voice in person.voices}
        return tuple(sorted(each for each in held if words and words <= set(fold_name(each).split())))

    @property
    def joined(self) -> tuple[Person, ...]:
        """Return the persons of whom a name was joined with another, the most heard first."""
        joined = [each for each in self.persons if any(voice.reason != "name" for voice in each.voices)]
        return tuple(sorted(joined, key=_most_heard))

    def names_of(self, person: str) -> tuple[str, ...]:
        """Return all names of a person, the first one that of the facets."""
        found = self._persons.get(person)
        return _names(found) if found else (person,)

    def named(self, leaf: NameLeaf) -> frozenset[str]:
        """Return the persons of several names of which one is what a query looks for.

        Of a person of one name the index of names knows as much.
        """
        is_meant = name_test(leaf)
        return frozenset(person for person, name in self._many_named if is_meant(name))

    def untitled(self, tree: Node) -> Node:
        """Return a query that names speakers without titles, where no name has these words with them."""
        return untitled(tree, self._stands_in_a_name)

    def _stands_in_a_name(self, text: str) -> bool:
        folded, is_meant = fold_name(text), name_test(Phrase(text))
        # Bu Siti is no part of Abu Siti: words are compared, but only of the few names that hold the letters.
        return any(folded in name and is_meant(as_name(name)) for name in self._by_alias)

    def _key(self, name: str) -> str:
        """Return the folded name that is looked for: as it stands, or where nobody has it, without titles."""
        folded = fold_name(name)
        return folded if folded in self._by_alias else fold_name(without_titles(name))

    def _called_so(self, name: str) -> tuple[Person, ...]:
        """Return all persons with such a name, and where it is a short one, those with a fuller."""
        key = self._key(name)
        is_short = len(telling_words(name_key(key))) < TELLING_LEAST
        names = (key, *(self._by_word.having(key) if is_short else ()))
        found = dict.fromkeys(person for each in names for person in self._by_alias.get(each, ()))
        return tuple(self._persons[each] for each in found)

    def _near(self, name: str) -> tuple[str, ...]:
        typos = self._by_word.near(self._key(name))
        fewest = min(typos.values(), default=0)
        nearest = (alias for alias, count in typos.items() if count == fewest)
        persons = set(chain.from_iterable(map(self._by_alias.__getitem__, nearest)))
        return tuple(sorted(persons, key=lambda person: _most_heard(self._persons[person])))

    @cached_property
    def _by_word(self) -> NamesByWord:
        return NamesByWord(self._by_alias)

    @cached_property
    def _persons(self) -> dict[str, Person]:
        return {person.name: person for person in self.persons}

    @cached_property
    def _by_voice(self) -> Mapping[Voice, str]:
        return {each.voice: person.name for person in self.persons for each in person.voices}

    @cached_property
    def _by_name(self) -> dict[str, str]:
        return {fold_name(person.name): person.name for person in self.persons}

    @cached_property
    def _by_alias(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, dict[str, None]] = {}
        for person in self.persons:
            for name in _names(person):
                found.setdefault(fold_name(name), {})[person.name] = None
        return {name: tuple(persons) for name, persons in found.items()}

    @cached_property
    def _many_named(self) -> list[tuple[str, NameWords]]:
        """Each name of the persons who have several."""
        named = ((person.name, _names(person)) for person in self.persons)
        return [(person, as_name(name)) for person, names in named if len(names) > 1 for name in names]


# No persons but those whom each voice names.
NOBODY = People()


def _most_heard(person: Person) -> tuple[int, str]:
    return -sum(voice.articles for voice in person.voices), person.name


def _names(person: Person) -> tuple[str, ...]:
    return tuple(dict.fromkeys((person.name, *(each.name for each in person.voices), *person.also)))
