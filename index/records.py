"""The records of the catalog: source files, their documents, and which of these ask for an article."""

import os
from dataclasses import dataclass
from pathlib import Path

from corpus.page import Problem, place


@dataclass(frozen=True, slots=True)
class Entry:
    """One document of a source file: `digest` tells its raw content, `article` the id it asks for.

    `article` is None where the document was refused, and then `digest` is empty where it could not be read.
    """

    line: int | None
    digest: str
    article: str | None = None


@dataclass(frozen=True, slots=True)
class FileRecord:
    """A source file as it was surveyed, or that it is gone since.

    `path` is in the bytes of the file system, which need be no text. `stamp` is what stat told of it, empty
    where it has to be read again whatever stat says; `modified` its age, in nanoseconds since 1970;
    `documents` how many it holds, and `refused` how many of these gave no article.
    """

    path: bytes
    stamp: str = ""
    modified: int = 0
    documents: int = 0
    refused: int = 0
    gone: bool = False

    @property
    def rows(self) -> int:
        """Return how many rows of a catalog it takes."""
        return self.documents + 1


@dataclass(frozen=True, slots=True)
class Claim:
    """A document that asks for an article: its file, that file's age, and its place among the documents.

    `offset` is where the article was kept on its way to the index, None where it was not extracted.
    """

    path: bytes
    modified: int
    place: int
    entry: Entry
    offset: int | None = None

    @property
    def rank(self) -> tuple[int, bytes, int]:
        """Return what is least for the document that gives the article.

        The newest file wins; of files equally old the first by name, and in a file the first document.
        """
        return -self.modified, self.path, self.place


def gave_way(claim: Claim, winner: Claim) -> Problem:
    """Return what is told of a document that gave way to another."""
    where = place(Path(os.fsdecode(winner.path)), winner.entry.line)
    reason = f"the same article as {where}, which was kept"
    return Problem(Path(os.fsdecode(claim.path)), claim.entry.line, reason)
