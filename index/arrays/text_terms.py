"""The words of a field, and what the analyzer makes of a text on its way into the arrays."""

from collections.abc import Sequence
from typing import NamedTuple

from index.analysis import Analysis, WideStem


class Terms(NamedTuple):
    """The words of a field as they are looked for, in order; none of the rest where the field has none of it.

    A word that is None is not looked for. `positions` grow from word to word; `starts` and `ends` are places
    in the text, none overlapping, once they are moved: by so many characters from the word of that number on.
    `wide` are terms that several words have together.
    """

    terms: Sequence[str | None]
    positions: Sequence[int] = ()
    starts: Sequence[int] = ()
    ends: Sequence[int] = ()
    moved: Sequence[tuple[int, int]] = ()
    wide: Sequence[WideStem] = ()


class TextTerms(NamedTuple):
    """The words of a text as they are written, with their places, and their stems."""

    surfaces: Terms
    stems: Terms

    @classmethod
    def of(cls, analysis: Analysis) -> "TextTerms":
        """Take the words of an analysis."""
        words = analysis.words
        return cls(
            Terms(words.surfaces, words.positions, words.starts, words.ends),
            Terms(analysis.stems, words.positions, wide=analysis.wide),
        )


NO_TEXT = TextTerms(Terms(()), Terms(()))
