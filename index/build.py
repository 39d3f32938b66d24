"""A corpus in, a published generation out: made anew, or from the one before with only what changed."""

import time
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

from corpus.article import Article
from index.admission import admit
from index.arrays.gathering import Resources
from index.catalog import CATALOG_FOLDER, Catalog, open_catalog
from index.decisions import Decision, Decisions, read_decisions
from index.draft import Draft, new_draft
from index.errors import IndexBuildError, IndexDamagedError
from index.generations import Generation, IndexFolder
from index.joining import join
from index.layering import write_layer
from index.links import link_or_copy
from index.manifest import (
    LAYER_SUFFIX,
    FileEntry,
    Manifest,
    check_file,
    check_rewritten,
    check_sizes,
    describe,
    is_linked,
)
from index.people import PEOPLE_NAME, count_voices, read_people, write_people
from index.soundness import check_counts
from index.storage import DamageCheck, article_writer, count_documents, link_segments
from index.survey import Reader, Spool, Survey, Watcher
from index.voices import VoiceCounts

# Both are gone before the generation is published.
SPOOL_NAME = "spool.tmp"
DRAFT_NAME = "draft.tmp"


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build made of a corpus.

    `written` and `taken_out` count articles against the generation before, a replaced one in both; `refused`
    counts documents and files that gave no article, `duplicates` those that gave way to another of the same
    URL or text. `rejoined` tells that an update made persons by other decisions than those before. `unmet`
    are the user's decisions that speak of no name in the index; an update tells them where it `rejoined`.
    """

    generation: Generation
    written: int
    taken_out: int
    refused: int
    duplicates: int
    seconds: float
    rejoined: bool = False
    unmet: tuple[Decision, ...] = ()

    @property
    def articles(self) -> int:
        """Return how many articles the generation holds."""
        return self.generation.manifest.articles

    @property
    def quotes(self) -> int:
        """Return how many quotes the generation holds."""
        return self.generation.manifest.quotes


def rebuild(
    root: Path,
    reader: Reader,
    *,
    people: Path | None = None,
    timeout: float = 10.0,
    resources: Resources | None = None,
    on_problem: Watcher = lambda _: None,
) -> BuildReport:
    """Make a new generation of the whole corpus and publish it; readers see the old one until then.

    `people` is a file of merges and splits, as index.decisions reads it. Each problem, and each document that
    gave way to another, is handed to `on_problem`. Raises PeopleError, IndexLockedError,
    IndexForeignError, IndexWriteError, and IndexBuildError where no article at all came in: the index is then
    left as it was.
    """
    folder = IndexFolder(root)
    decisions = read_decisions(people)
    with folder.writing(timeout) as staging:
        return _Build(folder, staging, None, _Means(decisions, on_problem, resources)).run(reader)


def update(
    root: Path,
    reader: Reader,
    *,
    people: Path | None = None,
    timeout: float = 10.0,
    resources: Resources | None = None,
    on_problem: Watcher = lambda _: None,
) -> BuildReport:
    """Make a new generation from the live one: only what changed is read, extracted and indexed.

    Where nothing changed, nor what is decided of persons, the live generation stays. Raises what `rebuild`
    raises, IndexMissingError without a live generation, and IndexOutdatedError where another version made it.
    """
    folder = IndexFolder(root)
    folder.current_name()
    decisions = read_decisions(people)
    with folder.writing(timeout) as staging:
        return _Build(folder, staging, folder.current(), _Means(decisions, on_problem, resources)).run(reader)


@dataclass(frozen=True, slots=True)
class _Changes:
    """How many articles are written and taken out, how many there are then, and what came to nothing."""

    written: int
    taken_out: int
    articles: int
    refused: int
    duplicates: int

    @classmethod
    def between(cls, catalog: Catalog, draft: Draft, articles: int, lost: int) -> "_Changes":
        """Count what a draft does to an index of so many articles."""
        unchanged = [record for record in catalog.records() if record.path not in draft.records]
        after = [*unchanged, *draft.records.values()]
        refused = sum(record.refused for record in after)
        asking = sum(record.documents for record in after) - refused
        written, taken_out = draft.counts()
        articles += written - taken_out
        # Each article has one document; all others that ask for one gave way.
        return cls(written, taken_out, articles, refused + lost, asking - articles)


@dataclass(frozen=True, slots=True)
class _Means:
    """What is decided of persons, who is told of problems, and what writing may take."""

    decisions: Decisions
    on_problem: Watcher
    resources: Resources | None


class _Build:
    """One build: the generation it starts from, if any, and the folder it fills."""

    def __init__(
        self,
        folder: IndexFolder,
        staging: Path,
        base: Generation | None,
        means: _Means,
    ) -> None:
        self._started, self._surveyed = time.monotonic(), time.time_ns()
        self._folder, self._staging, self._base = folder, staging, base
        self._decisions, self._on_problem = means.decisions, means.on_problem
        self._resources = means.resources

    def run(self, reader: Reader) -> BuildReport:
        self._check_base()
        spool_path, draft_path = self._staging / SPOOL_NAME, self._staging / DRAFT_NAME
        with (
            open_catalog(self._base) as catalog,
            new_draft(draft_path) as draft,
            spool_path.open("w+b") as file,
        ):
            survey = Survey(catalog, draft, Spool(file), self._surveyed, self._on_problem)
            changes = self._survey(survey, reader, catalog, draft)
            if self._base and not draft.records and self._decides_as_before():
                return self._report(self._base, changes)
            survey.recall(reader)
            self._write_articles(draft, Spool(file))
            self._write_catalog(catalog, draft)
        spool_path.unlink()
        draft_path.unlink()
        return self._report(self._publish(changes), changes)

    def _check_base(self) -> None:
        if self._base:
            self._base.manifest.check_versions(self._base.path)
            check_sizes(self._base.path, self._base.manifest)
            check_rewritten(self._base.path, self._base.manifest)

    def _survey(self, survey: Survey, reader: Reader, catalog: Catalog, draft: Draft) -> _Changes:
        survey.read(reader)
        draft.settle(catalog, survey.found)
        admit(catalog, draft)
        articles = self._base.manifest.articles if self._base else 0
        changes = _Changes.between(catalog, draft, articles, survey.lost)
        if not changes.articles:
            raise IndexBuildError(
                f"{self._folder.root}: no article could be read from the corpus;"
                " the index was left as it was."
            )
        for duplicate in draft.duplicates():
            self._on_problem(duplicate)
        return changes

    def _write_articles(self, draft: Draft, spool: Spool) -> None:
        with DamageCheck(self._base) if self._base else nullcontext():
            voices = VoiceCounts()
            if self._base:
                link_segments(self._base.path, self._staging)
                voices = count_voices(read_people(self._base.path / PEOPLE_NAME))
            with article_writer(self._staging, voices, self._base, self._resources) as writer:
                writer.take_out(draft.taken_out())
                for offset in draft.wanted():
                    record = spool.get(offset)
                    writer.add(Article.from_json(record), record)
        write_people(self._staging / PEOPLE_NAME, join(voices, self._decisions))

    def _write_catalog(self, catalog: Catalog, draft: Draft) -> None:
        """Write the layer of this build, named by the generation's number, and link those that stay."""
        folder = self._staging / CATALOG_FOLDER
        folder.mkdir()
        number = self._staging.name.removeprefix("gen-").partition(".")[0]
        for layer in write_layer(catalog, draft, folder / f"{number}{LAYER_SUFFIX}", self._check_layer):
            link_or_copy(layer.path, folder / layer.path.name)

    def _check_layer(self, path: Path) -> None:
        if self._base:
            check_file(self._base.path, self._base.manifest, path.relative_to(self._base.path).as_posix())

    def _publish(self, changes: _Changes) -> Generation:
        counts = count_documents(self._staging)
        manifest = describe(self._staging, *counts, self._decisions.digest, self._carried())
        self._check_articles(manifest, changes)
        manifest.write(self._staging)
        check_counts(Generation(self._staging, manifest))
        unchanged = not (changes.written or changes.taken_out) and self._decides_as_before()
        return self._folder.publish(self._staging, manifest, same_articles=unchanged)

    def _decides_as_before(self) -> bool:
        return self._base is None or self._base.manifest.people == self._decisions.digest

    def _check_articles(self, manifest: Manifest, changes: _Changes) -> None:
        """See that the index and the catalog speak of the same articles: neither must hide damage."""
        if manifest.articles != changes.articles:
            raise IndexDamagedError(
                f"{self._folder.root}: holds {manifest.articles:,} articles where its catalog says"
                f" {changes.articles:,}; run 'suara index rebuild'."
            )

    def _carried(self) -> dict[str, FileEntry]:
        """Return what the generation before says of its segments and layers; their names never come again."""
        files = self._base.manifest.files if self._base else {}
        return {name: entry for name, entry in files.items() if is_linked(name)}

    def _report(self, generation: Generation, changes: _Changes) -> BuildReport:
        return BuildReport(
            generation,
            changes.written,
            changes.taken_out,
            changes.refused,
            changes.duplicates,
            time.monotonic() - self._started,
            not self._decides_as_before(),
            self._unmet(generation),
        )

    def _unmet(self, generation: Generation) -> tuple[Decision, ...]:
        """Return the user's lines that met nobody, once: an update by the same lines says no more of them."""
        if not self._decisions.own or (self._base and self._decides_as_before()):
            return ()
        people = read_people(generation.path / PEOPLE_NAME)
        return self._decisions.unmet(each.voice for person in people for each in person.voices)
