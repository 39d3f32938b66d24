"""A corpus in, a published generation out: made anew, or from the one before with only what changed."""

import time
from collections.abc import Mapping
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

from index.catalog import Admission, Catalog, Claim, admit
from index.errors import IndexBuildError
from index.generations import Generation, IndexFolder
from index.manifest import SEGMENT_SUFFIX, FileEntry, check_rewritten, check_sizes, describe
from index.soundness import check_counts
from index.storage import DamageCheck, article_writer, count_documents, link_segments
from index.survey import Reader, Spool, Survey, Watcher, is_racy

SPOOL_NAME = "spool.tmp"


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build made of a corpus.

    `written` and `taken_out` count articles against the generation before, a replaced one in both; `refused`
    counts documents and files that gave no article, `duplicates` those that gave way to another of the same
    URL or text.
    """

    generation: Generation
    written: int
    taken_out: int
    refused: int
    duplicates: int
    seconds: float

    @property
    def articles(self) -> int:
        """Return how many articles the generation holds."""
        return self.generation.manifest.articles

    @property
    def quotes(self) -> int:
        """Return how many quotes the generation holds."""
        return self.generation.manifest.quotes


def rebuild(
    root: Path, reader: Reader, *, timeout: float = 10.0, on_problem: Watcher = lambda _: None
) -> BuildReport:
    """Make a new generation of the whole corpus and publish it; readers see the old one until then.

    Each problem, and each document that gave way to another, is handed to `on_problem`. Raises
    IndexLockedError, IndexForeignError, IndexWriteError, and IndexBuildError where no article at all came in:
    the index is then left as it was.
    """
    folder = IndexFolder(root)
    with folder.writing(timeout) as staging:
        return _Build(folder, staging, None, on_problem).run(reader)


def update(
    root: Path, reader: Reader, *, timeout: float = 10.0, on_problem: Watcher = lambda _: None
) -> BuildReport:
    """Make a new generation from the live one: only what changed is read, extracted and indexed.

    Where nothing changed the live generation stays. Raises what `rebuild` raises, IndexMissingError without a
    live generation, and IndexOutdatedError where another version made it.
    """
    folder = IndexFolder(root)
    folder.current_name()
    with folder.writing(timeout) as staging:
        return _Build(folder, staging, folder.current(), on_problem).run(reader)


@dataclass(frozen=True, slots=True)
class _Changes:
    """The articles to write, by id, the ids to take out before, and how many documents came to nothing."""

    written: Mapping[str, Claim]
    taken_out: tuple[str, ...]
    refused: int
    duplicates: int

    @classmethod
    def between(cls, before: Admission, after: Admission, refused: int) -> "_Changes":
        old, new = before.winners, after.winners
        written = {
            key: claim for key, claim in new.items() if key not in old or old[key].digest != claim.digest
        }
        taken_out = tuple(key for key in old if key not in new or key in written)
        return cls(written, taken_out, refused, len(after.duplicates))

    def __bool__(self) -> bool:
        return bool(self.written or self.taken_out)


class _Build:
    """One build: the generation it starts from, if any, and the folder it fills."""

    def __init__(
        self, folder: IndexFolder, staging: Path, base: Generation | None, on_problem: Watcher
    ) -> None:
        self._started, self._surveyed = time.monotonic(), time.time_ns()
        self._folder, self._staging, self._base = folder, staging, base
        self._on_problem = on_problem

    def run(self, reader: Reader) -> BuildReport:
        before = self._catalog_before()
        with (self._staging / SPOOL_NAME).open("w+b") as file:
            survey = Survey(before, Spool(file), self._on_problem)
            catalog = Catalog(self._surveyed, survey.read(reader))
            old, new = admit(before.files.values()), self._admit(catalog)
            self._tell(old, new)
            changes = _Changes.between(old, new, survey.lost + _refused(catalog))
            if self._base and not changes and not _is_news(before, catalog):
                return self._report(self._base, changes)
            survey.recall(reader, changes.written.values())
            self._write(changes, survey.spool)
        (self._staging / SPOOL_NAME).unlink()
        return self._report(self._publish(catalog), changes)

    def _catalog_before(self) -> Catalog:
        if self._base is None:
            return Catalog()
        self._base.manifest.check_versions(self._base.path)
        check_sizes(self._base.path, self._base.manifest)
        check_rewritten(self._base.path, self._base.manifest)
        return Catalog.read(self._base.path)

    def _admit(self, catalog: Catalog) -> Admission:
        admission = admit(catalog.files.values())
        if not admission.winners:
            raise IndexBuildError(
                f"{self._folder.root}: no article could be read from the corpus;"
                " the index was left as it was."
            )
        return admission

    def _tell(self, old: Admission, new: Admission) -> None:
        """Tell of the documents that newly gave way to another."""
        told = set(old.duplicates)
        for duplicate in new.duplicates:
            if duplicate not in told:
                self._on_problem(duplicate)

    def _write(self, changes: _Changes, spool: Spool) -> None:
        with DamageCheck(self._base) if self._base else nullcontext():
            if self._base:
                link_segments(self._base.path, self._staging)
            with article_writer(self._staging, self._base) as writer:
                writer.take_out(changes.taken_out)
                for claim in changes.written.values():
                    writer.add(spool.get(claim.digest))

    def _publish(self, catalog: Catalog) -> Generation:
        catalog.write(self._staging)
        manifest = describe(self._staging, *count_documents(self._staging), self._carried())
        manifest.write(self._staging)
        check_counts(Generation(self._staging, manifest))
        return self._folder.publish(self._staging, manifest)

    def _carried(self) -> dict[str, FileEntry]:
        """Return what the generation before says of its segments; their names are never used again."""
        files = self._base.manifest.files if self._base else {}
        return {name: entry for name, entry in files.items() if name.endswith(SEGMENT_SUFFIX)}

    def _report(self, generation: Generation, changes: _Changes) -> BuildReport:
        return BuildReport(
            generation,
            len(changes.written),
            len(changes.taken_out),
            changes.refused,
            changes.duplicates,
            time.monotonic() - self._started,
        )


def _refused(catalog: Catalog) -> int:
    entries = (entry for file in catalog.files.values() for entry in file.entries)
    return sum(entry.article is None for entry in entries)


def _is_news(before: Catalog, after: Catalog) -> bool:
    """Tell whether the catalog says more than before, so that the next update has less to read."""
    settled = any(
        is_racy(file.modified, before.surveyed) and not is_racy(file.modified, after.surveyed)
        for file in after.files.values()
    )
    return settled or before.files != after.files
