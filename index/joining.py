"""Which names are one person's: what the voices of all articles are joined into.

A name of two telling words or more joins the one longer name that holds its words in order, where something
speaks for it: the same office; or it begins alike, has one telling word less, one that nobody else is called
by, and no office at another place. A name of one telling word proves nothing: beside an office it joins the
one person of that office whose name holds the word, and without one it stays on its own. What is decided by
a list (index.decisions) comes before all rules.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Literal, get_args

from index.decisions import Decision, Decisions
from index.name_keys import (
    TELLING_LEAST,
    Key,
    begin_alike,
    has_one_more,
    is_junior,
    is_part,
    name_key,
    telling_words,
    untitled,
)
from index.offices import Office, office_of, subjects
from index.people import Heard, Person
from index.voices import Voice, VoiceCounts

# Why a voice is the person's: it is the name, a part of it, one word of it beside the office, or by a list:
# Suara's own, or the user's.
Reason = Literal["name", "part", "office", "known", "file"]
REASONS: tuple[Reason, ...] = get_args(Reason)

# A fuller spelling is the person's name from this share of the most frequent one on, and only if it begins
# alike unless it is as frequent: a rare one may be a headline, or have an organisation before the name.
FULLER_SHARE = 0.5


def join(voices: VoiceCounts, decisions: Decisions) -> tuple[Person, ...]:
    """Return the persons whose voices these are, by name: the same in whatever order they were counted."""
    return tuple(sorted(_Joining(voices, decisions).persons(), key=lambda person: person.name))


class _Joining:
    """Names on their way to persons: each has a root, the name that stands for the person."""

    def __init__(self, voices: VoiceCounts, decisions: Decisions) -> None:
        self._voices = list(voices.items())
        self._decisions = decisions
        self._roots: dict[Key, Key] = {}
        self._reasons: dict[Key, Reason] = {}
        self._by_key: dict[Key, list[Voice]] = {}
        self._by_word: dict[str, list[Key]] = {}
        held: dict[Key, list[Voice]] = {}
        for voice, _ in self._voices:
            self._by_key.setdefault(name_key(voice.name), []).append(voice)
            held.setdefault(self._holder(voice), []).append(voice)
        self._offices = {key: _offices_of(found) for key, found in held.items()}
        for key in sorted(self._by_key.keys() | held.keys()):
            for word in dict.fromkeys(key):
                self._by_word.setdefault(word, []).append(key)

    def persons(self) -> Iterator[Person]:
        """Join all names, then give each voice to its person."""
        self._join_decided()
        for key in sorted(self._by_key, key=lambda key: (-len(key), -len("".join(key)), key)):
            self._join_fuller(key)
        groups: dict[Key, list[Heard]] = {}
        for voice, days in self._voices:
            root, reason = self._person_of(voice)
            groups.setdefault(root, []).append(Heard(voice.name, voice.role, reason, days))
        for root, heard in groups.items():
            yield self._person(root, heard)

    def _holder(self, voice: Voice) -> Key:
        """Return the name that holds the office of a voice: its own, or that of a line with its role."""
        line = self._decisions.merged(voice)
        return line.target if line and line.role else name_key(voice.name)

    def _offices_held(self, key: Key) -> frozenset[Office]:
        return self._offices.get(key, frozenset())

    def _root(self, key: Key) -> Key:
        while (root := self._roots.get(key, key)) != key:
            key = root
        return key

    def _join_decided(self) -> None:
        """Join the names that a line joins as a whole; those beside a role, or one word, by voice."""
        for (key, beside), line in self._decisions.merges.items():
            if beside is None and key != line.target and not line.is_by_one_word:
                self._give(key, line.target, "file" if line.is_own else "known")

    def _give(self, key: Key, root: Key, reason: Reason) -> None:
        self._roots[key], self._reasons[key] = root, reason
        person = self._root(root)
        self._offices[person] = self._offices_held(person) | self._offices_held(key)

    def _join_fuller(self, key: Key) -> None:
        """Join a name to the one longer name of the same person, if there is exactly one."""
        if key in self._roots or len(telling_words(key)) < TELLING_LEAST:
            return
        heard = (other for other in self._holding(key) if other in self._by_key)
        fuller = (other for other in heard if self._is_one_person(key, other))
        roots = {self._root(other) for other in fuller} - {key}
        roots -= self._barred(Voice(self._by_key[key][0].name, None))
        if len(roots) == 1:
            self._give(key, roots.pop(), "part")

    def _holding(self, key: Key) -> list[Key]:
        """Return the longer names that hold the words of a name in order."""
        rarest = min(telling_words(key), key=lambda word: (len(self._by_word[word]), word))
        return [other for other in self._by_word[rarest] if is_part(key, other)]

    def _is_one_person(self, key: Key, fuller: Key) -> bool:
        if is_junior(key, fuller) or self._decisions.keeps_apart(key, fuller):
            return False
        own, theirs = self._offices_held(key), self._offices_held(fuller)
        if not begin_alike(key, fuller):
            # A listed name is whole: whoever has a name before it is a wife or a child.
            return bool(own & theirs) and key not in self._decisions.full_names
        if own & theirs:
            return True
        apart = bool(own) and bool(theirs) and subjects(own).isdisjoint(subjects(theirs))
        return not apart and has_one_more(key, fuller) and self._is_unmistakable(key, fuller)

    def _is_unmistakable(self, key: Key, fuller: Key) -> bool:
        """Tell whether a word of a name is nobody else's."""
        return any(
            all(_may_be(key, other, fuller) for other in self._by_word[word]) for word in telling_words(key)
        )

    def _barred(self, voice: Voice) -> set[Key]:
        return {self._root(person) for person in self._decisions.split_from(voice)}

    def _person_of(self, voice: Voice) -> tuple[Key, Reason]:
        key = name_key(voice.name)
        root = self._root(key)
        line = self._decisions.merged(voice)
        if line and (line.role or line.is_by_one_word) and not self._contradicts(voice, line):
            root, reason = self._root(line.target), "file" if line.is_own else "known"
        elif line is None and len(telling_words(key)) < TELLING_LEAST:
            root, reason = self._by_office(voice, key)
        else:
            reason = self._reasons.get(key, "name")
        if root in self._barred(voice) and root != key:
            return key, "name"
        return root, reason  # type: ignore[return-value]  # each branch gives one of the reasons

    def _contradicts(self, voice: Voice, line: Decision) -> bool:
        """Tell whether the role beside one word of a listed name is an office that this person never held."""
        office = office_of(voice.role)
        theirs = self._offices_held(self._root(line.target))
        return line.is_by_one_word and bool(office) and office not in theirs

    def _by_office(self, voice: Voice, key: Key) -> tuple[Key, Reason]:
        """Return the one person who has a word in the name and holds the office beside it."""
        office, telling = office_of(voice.role), telling_words(key)
        if office and telling:
            holders = {
                self._root(other)
                for other in self._holding(key)
                if office in self._offices_held(other) | self._offices_held(self._root(other))
            }
            holders -= self._barred(voice)
            if len(holders) == 1:
                return holders.pop(), "office"
        return self._root(key), self._reasons.get(key, "name")

    def _person(self, root: Key, heard: list[Heard]) -> Person:
        keys = {root, *(name_key(each.name) for each in heard if each.reason != "office")}
        listed = sorted(
            (not line.is_own, key != root, line.person)
            for key in keys
            if (line := self._decisions.full_names.get(key)) and self._root(key) == root
        )
        name = listed[0][-1] if listed else _fullest(heard)
        names = {each.name for each in heard}
        also = (other for key in sorted(keys) for other in self._decisions.also.get(key, ()))
        return Person(name, tuple(heard), tuple(sorted(set(also) - names - {name})))


def _offices_of(voices: Iterable[Voice]) -> frozenset[Office]:
    return frozenset(office for voice in voices if (office := office_of(voice.role)))


def _may_be(key: Key, other: Key, fuller: Key) -> bool:
    """Tell whether another name with a word of a name may be the same person's, or says too little."""
    if other in (key, fuller) or len(telling_words(other)) < TELLING_LEAST:
        return True
    return is_part(key, other) or is_part(other, fuller)


def _fullest(heard: Iterable[Heard]) -> str:
    """Return the fullest spelling that is not rare; then the more frequent, the longer, by letter."""
    counts: Counter[str] = Counter()
    for each in heard:
        if each.reason != "office":
            counts[untitled(each.name)] += each.articles
    if not counts:
        counts.update(each.name for each in heard)
    telling = {name: len(telling_words(name_key(name))) for name in counts}
    full = [name for name in counts if telling[name] >= TELLING_LEAST] or list(counts)
    most = max(counts[name] for name in full)
    commonest = min((name for name in full if counts[name] == most), key=lambda name: (-telling[name], name))
    return min(
        (
            name
            for name in full
            if counts[name] == most
            or (counts[name] >= FULLER_SHARE * most and begin_alike(name_key(commonest), name_key(name)))
        ),
        key=lambda name: (-telling[name], -counts[name], -len(name), name),
    )
