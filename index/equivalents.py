"""Words that mean the same: read from a list, folded into one spelling, found side by side in a text.

A row of kind `spelling` holds for texts and queries alike: `Nopember` is indexed as `november`, and the two
words `wali kota` have, beside their own stems, that of `walikota`. The other kinds widen a query alone, which
`index.expansions` sees to.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from corpus.user_files import read_user_file
from index.errors import EquivalentsError
from index.tokenization import fold, plain, tokenize

SPELLING = "spelling"
KINDS = ("acronym", "blend", "honorific", "synonym", "name", SPELLING)
DIRECTIONS = ("both", "narrow")
_SHIPPED = "equivalents.tsv"
_COLUMNS_LEAST, _COLUMNS_MOST = 4, 6

Form = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the list: the canonical form and its variants, each as the folded words it is made of.

    `narrow` says that the canonical form does not find the variants. `ambiguous` are the forms that mean
    something else as well. `origin` names file and line.
    """

    canonical: Form
    kind: str
    variants: tuple[Form, ...]
    narrow: bool
    ambiguous: frozenset[Form]
    note: str
    origin: str

    @property
    def forms(self) -> tuple[Form, ...]:
        """All forms, the canonical one first."""
        return (self.canonical, *self.variants)


class Join(NamedTuple):
    """Words of a text that have a spelling as one word: the number of the first, how many, that spelling."""

    first: int
    length: int
    solid: str


def read_equivalents(added: Path | None = None) -> tuple[Row, ...]:
    """Return the rows shipped with Suara and those of a file of the user's, which has the same columns.

    Raises EquivalentsError for a line that cannot be read or contradicts another.
    """
    shipped = files("index").joinpath("data", _SHIPPED).read_text(encoding="utf-8")
    rows = (
        *_rows(shipped, _SHIPPED),
        *(_rows(read_user_file(added, EquivalentsError), str(added)) if added else ()),
    )
    _check_spellings(rows)
    return rows


def solid(row: Row) -> str:
    """Return the form of a spelling row that is one word: the canonical one where it is."""
    return next(form[0] for form in row.forms if len(form) == 1)


def spelling_folds(rows: Iterable[Row]) -> dict[str, str]:
    """Return what single words are folded to, such as nopember to november; keys are as of `plain`."""
    return {
        form[0]: solid(row) for row in rows if row.kind == SPELLING for form in row.forms if _folds(form, row)
    }


def folding(stem: Callable[[str], str], folds: Mapping[str, str]) -> Callable[[str], str]:
    """Return a stemmer that folds spellings: nopember as it stands, prakteknya once its clitic is gone."""

    def folded(word: str) -> str:
        stemmed = stem(folds.get(word, word))
        return stem(folds[stemmed]) if stemmed in folds else stemmed

    return folded


@dataclass(frozen=True, slots=True)
class Joins:
    """Finds words side by side that are written as one word too: wali kota, tanggung jawab, undang undang.

    They are found in any inflection (bertanggung jawabnya), by the stems of all words.
    """

    by_first: Mapping[str | None, tuple[tuple[Form, str], ...]]
    longest: int

    @classmethod
    def of(cls, rows: Iterable[Row], stem: Callable[[str], str]) -> "Joins":
        """Collect the joins of the spelling rows; `stem` is the one that texts are stemmed with."""
        found: dict[str | None, list[tuple[Form, str]]] = {}
        for row in rows:
            for form in row.forms:
                if row.kind == SPELLING and len(form) > 1:
                    stems = tuple(map(stem, form))
                    found.setdefault(stems[0], []).append((stems, solid(row)))
        longest_first = {
            first: tuple(sorted(joins, key=lambda join: -len(join[0]))) for first, joins in found.items()
        }
        return cls(longest_first, max((len(joins[0][0]) for joins in longest_first.values()), default=0))

    def find(self, stems: Sequence[str | None], surfaces: Sequence[str]) -> Iterator[Join]:
        """Yield the joins among the words of a text, none overlapping; most texts have none and cost little.

        A word without a stem counts by its surface form. Whether two words touch is for the caller to see.
        """
        if self.by_first.keys().isdisjoint(stems):
            return
        after = 0
        for number in [number for number, stem in enumerate(stems) if stem in self.by_first]:
            join = self._at(number, stems, surfaces) if number >= after else None
            if join is not None:
                after = number + join.length
                yield join

    def cross(self, bound: int, stems: Sequence[str | None], surfaces: Sequence[str | None]) -> bool:
        """Tell whether words before a place and from it on may be written as one, even if others overlap."""
        for number in range(max(0, bound - self.longest + 1), bound):
            for wanted, _ in self.by_first.get(stems[number], ()):
                if number + len(wanted) > bound and _stand_at(number, wanted, stems, surfaces):
                    return True
        return False

    def _at(self, number: int, stems: Sequence[str | None], surfaces: Sequence[str]) -> Join | None:
        """Return the longest join that begins with a word."""
        for wanted, solid in self.by_first[stems[number]]:
            if _stand_at(number, wanted, stems, surfaces):
                return Join(number, len(wanted), solid)
        return None


def _stand_at(number: int, wanted: Form, stems: Sequence[str | None], surfaces: Sequence[str | None]) -> bool:
    if number + len(wanted) > len(stems):
        return False
    return all(
        (stems[number + offset] or surfaces[number + offset]) == word for offset, word in enumerate(wanted)
    )


def _folds(form: Form, row: Row) -> bool:
    return len(form) == 1 and form[0] != solid(row)


def _rows(text: str, name: str) -> Iterator[Row]:
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            yield _row(line, f"{name}:{number}")


def _row(line: str, origin: str) -> Row:
    columns = [column.strip() for column in line.split("\t")]
    if not _COLUMNS_LEAST <= len(columns) <= _COLUMNS_MOST:
        raise EquivalentsError(
            f"{origin}: write canonical, kind, variants and direction, and ambiguous and note where you like,"
            " with a tab between them."
        )
    canonical, kind, variants, direction, ambiguous, note = columns + [""] * (_COLUMNS_MOST - len(columns))
    _check_choice(kind, KINDS, "kind", origin)
    _check_choice(direction, DIRECTIONS, "direction", origin)
    # A canonical spelling with a hyphen is one word, which undang undang is folded to.
    whole = kind == SPELLING and "-" in canonical and not canonical.count(" ")
    form = _spelling_form if kind == SPELLING else _form
    first = (fold(canonical),) if whole else form(canonical, origin)
    # Two ways to write a form may be the same words: al-qur'an, al quran.
    others = dict.fromkeys(form(variant, origin) for variant in variants.split("|"))
    row = Row(
        first,
        kind,
        tuple(other for other in others if other != first),
        direction == "narrow",
        frozenset(form(other, origin) for other in ambiguous.split("|") if other),
        note,
        origin,
    )
    _check_forms(row)
    return row


def _form(text: str, origin: str) -> Form:
    words = tuple(tokenize(text).surfaces)
    if not words:
        raise EquivalentsError(
            f"{origin}: '{text}' holds no word: write one, or leave out the '|' beside it."
        )
    return words


def _spelling_form(text: str, origin: str) -> Form:
    """Return the words as they are compared, since a spelling is looked up and never printed."""
    return tuple(map(plain, _form(text, origin)))


def _check_choice(value: str, choices: Sequence[str], column: str, origin: str) -> None:
    if value not in choices:
        raise EquivalentsError(f"{origin}: '{value}' is no {column}: write one of {', '.join(choices)}.")


def _check_forms(row: Row) -> None:
    if not row.variants:
        raise EquivalentsError(f"{row.origin}: the variants are the canonical form itself: write another.")
    for form in row.ambiguous.difference(row.forms):
        raise EquivalentsError(
            f"{row.origin}: '{' '.join(form)}' is called ambiguous but is no form of the row:"
            " write it as a variant too."
        )
    if row.kind == SPELLING and (row.narrow or row.ambiguous or all(len(form) > 1 for form in row.forms)):
        raise EquivalentsError(
            f"{row.origin}: a spelling folds both ways, without exception, into a form that is one word:"
            " write such a form and 'both', or give the row another kind."
        )


def _check_spellings(rows: Iterable[Row]) -> None:
    """See to it that each spelling has one row, so that folding twice is folding once."""
    seen: dict[Form, Row] = {}
    for row in rows:
        for form in row.forms if row.kind == SPELLING else ():
            if form in seen:
                raise EquivalentsError(
                    f"{row.origin}: '{' '.join(form)}' is a spelling in {seen[form].origin} too:"
                    " leave it out, or join the two rows."
                )
            seen[form] = row
