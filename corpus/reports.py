"""What is read from a sentence: who says something in a clause, and whom the sentence is about."""

from dataclasses import dataclass

from corpus.parties import Party


@dataclass(frozen=True, slots=True)
class Report:
    """A reporting clause from token `first` up to `last`, with its cue at `position`.

    `parties` are whom it names; `refers_back` is true for a pronoun, a -nya or a description that means who
    spoke before. A report with neither says that somebody speaks who cannot be read.
    """

    cue: str
    position: int
    first: int
    last: int
    parties: tuple[Party, ...] = ()
    refers_back: bool = False


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom a sentence is about.

    `refers_back` for a pronoun, `is_agent` for `oleh NAME`, `is_indefinite` for `seorang warga`,
    `is_described` for `Sari merupakan guru`.
    """

    parties: tuple[Party, ...] = ()
    refers_back: bool = False
    is_agent: bool = False
    is_indefinite: bool = False
    is_described: bool = False
