"""Names by their words: which have all words of another name, and which have words nearly so."""

from collections.abc import Iterable
from functools import cached_property, reduce
from operator import and_

from search.edits import distance
from search.spelling import WordList, typos_allowed


class NamesByWord:
    """Folded names that are found by the words in them, in whatever order. Threads may share it."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names: dict[str, set[str]] = {}
        for name in names:
            for word in _words(name):
                self._names.setdefault(word, set()).add(name)

    def having(self, name: str) -> set[str]:
        """Return the names that have every word of another."""
        return _in_all(self._names.get(word, set()) for word in _words(name))

    def near(self, name: str) -> dict[str, int]:
        """Return the names that have every word of another, or one near it, with the typos in all of them."""
        found = [self._near(word) for word in _words(name)]
        return {each: sum(typos[each] for typos in found) for each in _in_all(map(set, found))}

    def _near(self, word: str) -> dict[str, int]:
        """Return the names with a word, or with one a few typos away, and how many."""
        others = self._list.near(word, typos_allowed(word))
        typos = {other: distance(word, other) for other in (word, *others)}
        found: dict[str, int] = {}
        for other in sorted(typos, key=typos.__getitem__, reverse=True):
            found |= dict.fromkeys(self._names.get(other, ()), typos[other])
        return found

    @cached_property
    def _list(self) -> WordList:
        return WordList(self._names)


def _words(name: str) -> list[str]:
    return [bare for word in name.split() if (bare := word.strip(".,"))]


def _in_all(sets: Iterable[set[str]]) -> set[str]:
    each = list(sets)
    return reduce(and_, each) if each else set()
