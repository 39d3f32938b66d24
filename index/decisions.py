"""What is decided of persons whatever the rules say: names that are one person's, and names that are not.

A line is `merge` or `split`, PERSON, NAME and, where it holds for that alone, the ROLE beside the name, with
a tab between them. Suara's own lines are in index/data/people.tsv; a file of the user's has the same columns,
and where the two speak of one name the user's line counts.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Self

from corpus.characters import clean_characters, fold_spaces
from corpus.lexicon import known_names
from corpus.user_files import read_user_file
from index.errors import PeopleError
from index.name_keys import TELLING_LEAST, Key, fold_name, is_part, name_key, telling_words
from index.offices import Office, role_words
from index.voices import Voice

MERGE, SPLIT = VERBS = ("merge", "split")
# Raise it whenever the rules of index.joining, or the lists they read, make other persons of the same voices.
RULES_VERSION = 1
_SHIPPED = "people.tsv"
_COLUMNS_LEAST, _COLUMNS_MOST = 3, 4


@dataclass(frozen=True, slots=True)
class Decision:
    """A line: whoever is called `name`, beside `role` if there is one, is `person`, or for a split is not.

    `origin` names file and line. `is_own` says that it is the user's.
    """

    verb: str
    person: str
    name: str
    role: str | None
    origin: str
    is_own: bool = True

    @property
    def key(self) -> Key:
        """Return the name as names are compared."""
        return name_key(self.name)

    @property
    def target(self) -> Key:
        """Return the person's name as names are compared."""
        return name_key(self.person)

    @property
    def beside(self) -> Office | None:
        """Return the role as roles are compared."""
        return role_words(self.role) if self.role else None

    @property
    def is_by_one_word(self) -> bool:
        """Tell whether Suara itself takes a part of a full name for the person: a role may contradict it."""
        is_one_word = len(telling_words(self.key)) < TELLING_LEAST
        return is_one_word and not self.is_own and is_part(self.key, self.target)

    def speaks_of(self, voice: Voice) -> bool:
        """Tell whether a voice has the name, and beside it the role, that the line is about."""
        return self.key == name_key(voice.name) and (self.role is None or self.beside == _beside(voice))


@dataclass(frozen=True, slots=True)
class Decisions:
    """All that is decided, by the names it speaks of.

    `full_names` are those that listed persons go by; `also` has what else Suara's own lists call each, by
    which the person may be looked for; `own` are the user's lines, in their order.
    """

    merges: dict[tuple[Key, Office | None], Decision]
    splits: dict[Key, tuple[Decision, ...]]
    full_names: dict[Key, Decision]
    also: dict[Key, tuple[str, ...]]
    own: tuple[Decision, ...]
    digest: str

    @classmethod
    def of(cls, rows: Iterable[Decision]) -> Self:
        """Collect the lines, the user's after Suara's; raises PeopleError where two of the user's clash."""
        found = list(rows)
        own = [row for row in found if row.is_own]
        _check(own)
        whole = [row for row in own if not row.role]
        barred = {(row.target, row.key) if row.verb == SPLIT else (row.key, row.target) for row in whole}
        merges: dict[tuple[Key, Office | None], Decision] = {}
        for row in found:
            if row.verb == MERGE and (row.is_own or (row.target, row.key) not in barred):
                merges[row.key, row.beside] = row
        _check_chains(merges)
        splits: dict[Key, tuple[Decision, ...]] = {}
        for row in found:
            if row.verb == SPLIT:
                splits[row.key] = (*splits.get(row.key, ()), row)
        full_names = {row.target: row for row in found if row.verb == MERGE}
        also: dict[Key, tuple[str, ...]] = {}
        for row in merges.values():
            if not row.is_own:
                also[row.target] = (*also.get(row.target, ()), row.name)
        return cls(merges, splits, full_names, also, tuple(own), _digest(found))

    def merged(self, voice: Voice) -> Decision | None:
        """Return the line that gives a voice to a person; one that names its role counts first."""
        key = name_key(voice.name)
        by_role = self.merges.get((key, _beside(voice))) if voice.role else None
        return by_role or self.merges.get((key, None))

    def split_from(self, voice: Voice) -> set[Key]:
        """Return the persons that a voice is not."""
        lines = self.splits.get(name_key(voice.name), ())
        return {line.target for line in lines if line.speaks_of(voice)}

    def unmet(self, voices: Iterable[Voice]) -> tuple[Decision, ...]:
        """Return the user's lines that speak of none of these voices, in their order."""
        heard: dict[Key, list[Voice]] = {line.key: [] for line in self.own}
        for voice in voices:
            if (called_so := heard.get(name_key(voice.name))) is not None:
                called_so.append(voice)
        return tuple(line for line in self.own if not any(map(line.speaks_of, heard[line.key])))

    def keeps_apart(self, name: Key, fuller: Key) -> bool:
        """Tell whether a line takes a fuller name from the person of the shorter one."""
        return any(line.target == name for line in self.splits.get(fuller, ()))


def read_decisions(added: Path | None = None) -> Decisions:
    """Return what Suara decides, and what a file of the user's does; raises PeopleError."""
    shipped = files("index").joinpath("data", _SHIPPED).read_text(encoding="utf-8")
    rows = [*_known_as(), *_rows(shipped, _SHIPPED, is_own=False)]
    return Decisions.of(
        [*rows, *(_rows(read_user_file(added, PeopleError), str(added), is_own=True) if added else ())]
    )


def _beside(voice: Voice) -> Office | None:
    return role_words(voice.role) if voice.role else None


def _known_as() -> Iterator[Decision]:
    """Yield the short names that the press uses; one that is a word of the full name proves nothing alone."""
    for short, full in known_names().items():
        row = Decision(MERGE, full, short, None, "known_as.txt", is_own=False)
        if not row.is_by_one_word:
            yield row


def _rows(text: str, name: str, *, is_own: bool) -> Iterator[Decision]:
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            yield _row(line, f"{name}:{number}", is_own=is_own)


def _row(line: str, origin: str, *, is_own: bool) -> Decision:
    columns = [fold_spaces(column) for column in clean_characters(line).rstrip().split("\t")]
    if not _COLUMNS_LEAST <= len(columns) <= _COLUMNS_MOST:
        raise PeopleError(
            f"{origin}: write merge or split, the person, the name and, where you like, the role beside it,"
            " with a tab between them."
        )
    verb, person, name, role = columns + [""] * (_COLUMNS_MOST - len(columns))
    if verb not in VERBS:
        raise PeopleError(f"{origin}: '{verb}' is neither merge nor split: write one of them.")
    if not (person and name):
        raise PeopleError(f"{origin}: the {'name' if person else 'person'} is empty: write one.")
    row = Decision(verb, person, name, role or None, origin, is_own)
    if row.key == row.target and verb == SPLIT:
        raise PeopleError(
            f"{origin}: nobody can be split from the own name '{name}': give the other person a name, such as"
            f" '{name} (…)', by a line 'merge' with the role beside it."
        )
    return row


def _check(rows: Iterable[Decision]) -> None:
    """See to it that no two lines of the user's say different things of one name and role."""
    seen: dict[tuple[Key, Office | None], list[Decision]] = {}
    for row in rows:
        lines = seen.setdefault((row.key, row.beside), [])
        for before in lines:
            if _clash(row, before):
                raise PeopleError(
                    f"{row.origin}: says otherwise of '{row.name}' than {before.origin}:"
                    " leave one of them out."
                )
        lines.append(row)


def _clash(one: Decision, other: Decision) -> bool:
    if one.verb != other.verb:
        return one.target == other.target
    return one.verb == MERGE and one.target != other.target


def _check_chains(merges: dict[tuple[Key, Office | None], Decision]) -> None:
    """See to it that nobody is merged into a person who is merged into them.

    Suara's own lines make no circle, so a line of the user's is in each: that one is told.
    """
    for row in sorted(merges.values(), key=lambda row: not row.is_own):
        seen, reached = {row.key}, row
        while (row.role is None) and (following := merges.get((reached.target, None))) is not None:
            if following.key == following.target:
                break
            if following.key in seen:
                raise PeopleError(
                    f"{row.origin}: '{row.name}' would be merged in a circle with '{row.person}':"
                    " name the same person in both lines."
                )
            seen.add(following.key)
            reached = following


def _digest(rows: Iterable[Decision]) -> str:
    """Name what is decided: another value means that persons may be others."""
    lines = sorted(
        "\t".join((row.verb, row.person, fold_name(row.name), row.role or "", str(row.is_own)))
        for row in rows
    )
    return hashlib.sha256("\n".join([str(RULES_VERSION), *lines]).encode()).hexdigest()[:16]
