"""The catalog of a generation: which documents its articles were made from.

One line of JSON for each source file, with an entry for each document in it. From the catalog alone follows
which document of several became an article: an update knows what changed without reading what did not.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from corpus.page import Problem, SourceFile, place
from index.errors import IndexDamagedError

CATALOG_NAME = "catalog.jsonl"


@dataclass(frozen=True, slots=True)
class Entry:
    """One document of a source file: `digest` tells its raw content, `article` the id it asks for.

    `article` is None where the document was refused.
    """

    line: int | None
    digest: str
    article: str | None = None


@dataclass(frozen=True, slots=True)
class FileRecord:
    """A source file as it was surveyed: its stamp (what stat told of it), its age and its documents."""

    path: str
    stamp: str
    modified: int
    entries: tuple[Entry, ...]

    @classmethod
    def of(cls, file: SourceFile, entries: Iterable[Entry]) -> "FileRecord":
        """Record what a source file held."""
        return cls(str(file.path), file.stamp, file.modified, tuple(entries))


@dataclass(frozen=True, slots=True)
class Catalog:
    """All source files of a generation; `surveyed` is when reading them began, in nanoseconds since 1970."""

    surveyed: int = 0
    files: Mapping[str, FileRecord] = field(default_factory=dict)

    def entries(self) -> dict[str, Entry]:
        """Return the entries by the digest of their documents."""
        return {entry.digest: entry for file in self.files.values() for entry in file.entries}

    def write(self, folder: Path) -> None:
        """Write the catalog into a generation's folder."""
        # In ASCII: a file's name may hold bytes that are no text.
        with (folder / CATALOG_NAME).open("w", encoding="ascii") as lines:
            lines.write(json.dumps({"surveyed": self.surveyed}) + "\n")
            for file in self.files.values():
                lines.write(json.dumps(_plain(file)) + "\n")

    @classmethod
    def read(cls, folder: Path) -> "Catalog":
        """Read the catalog of a generation; raises IndexDamagedError."""
        path = folder / CATALOG_NAME
        try:
            with path.open(encoding="ascii") as lines:
                surveyed = int(json.loads(next(lines))["surveyed"])
                files = [_file_record(json.loads(line)) for line in lines]
        except (OSError, ValueError, TypeError, KeyError, StopIteration) as error:
            raise IndexDamagedError(
                f"{path}: cannot be read ({error}); run 'suara index rebuild'."
            ) from error
        return cls(surveyed, {file.path: file for file in files})


@dataclass(frozen=True, slots=True)
class Claim:
    """The document that gives an article."""

    digest: str
    path: str
    line: int | None


@dataclass(frozen=True, slots=True)
class Admission:
    """Which document gives which article, by the article's id, and those that gave way to another."""

    winners: Mapping[str, Claim]
    duplicates: tuple[Problem, ...]


def admit(files: Iterable[FileRecord]) -> Admission:
    """Let each article in once: of one URL, or one text, the document of the newest file wins.

    Within a file the first one wins.
    """
    winners: dict[str, Claim] = {}
    duplicates: list[Problem] = []
    for file, entry in _newest_first(files):
        if entry.article is None:
            continue
        if entry.article in winners:
            duplicates.append(_duplicate(file, entry, winners[entry.article]))
        else:
            winners[entry.article] = Claim(entry.digest, file.path, entry.line)
    return Admission(winners, tuple(duplicates))


def _newest_first(files: Iterable[FileRecord]) -> Iterator[tuple[FileRecord, Entry]]:
    for file in sorted(files, key=lambda each: -each.modified):
        yield from ((file, entry) for entry in file.entries)


def _duplicate(file: FileRecord, entry: Entry, winner: Claim) -> Problem:
    where = place(Path(winner.path), winner.line)
    return Problem(Path(file.path), entry.line, f"the same article as {where}, which was kept")


def _plain(file: FileRecord) -> dict[str, object]:
    entries = [(entry.line, entry.digest, entry.article) for entry in file.entries]
    return {"path": file.path, "stamp": file.stamp, "modified": file.modified, "entries": entries}


def _file_record(record: dict[str, object]) -> FileRecord:
    entries = record.pop("entries")
    if not isinstance(entries, list):
        raise TypeError("a file without entries")
    return FileRecord(**record, entries=tuple(Entry(*entry) for entry in entries))  # type: ignore[arg-type]
