"""Generations: whole states of the index side by side on disk, one of them live.

    <index>/CURRENT        the name of the live generation
    <index>/LOCK           held by the one writer
    <index>/gen-000007/    a generation: MANIFEST.json, people.jsonl, articles/, quotes/, catalog/

A change fills a new folder aside and publishes it by replacing CURRENT; nothing live is ever written to.
"""

import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from index.durability import make_durably, sync, sync_tree, write_durably
from index.errors import (
    IndexDamagedError,
    IndexForeignError,
    IndexMissingError,
    IndexOutdatedError,
    IndexWriteError,
)
from index.lock import writer_lock
from index.manifest import Manifest

CURRENT_NAME = "CURRENT"
LOCK_NAME = "LOCK"
_GENERATION = re.compile(r"gen-(\d{6,})")
_STAGING_SUFFIX = ".tmp"


# Inode, time and size of the file CURRENT; None where it cannot be seen.
Pointer = tuple[int, int, int] | None


@dataclass(frozen=True, slots=True)
class Generation:
    """One whole state of the index: its folder and its manifest."""

    path: Path
    manifest: Manifest

    @property
    def name(self) -> str:
        """Return the folder's name, such as `gen-000007`."""
        return self.path.name

    @property
    def identity(self) -> str:
        """Return the name with a digest of what it holds: a folder made anew begins with the same names."""
        return f"{self.name}-{self.manifest.digest()}"


@dataclass(frozen=True, slots=True)
class IndexFolder:
    """The folder that holds the generations of one index."""

    root: Path

    def pointer(self) -> Pointer:
        """Return what changes whenever another generation goes live; it costs one look at one file."""
        try:
            found = (self.root / CURRENT_NAME).stat()
        except OSError:
            return None
        return found.st_ino, found.st_mtime_ns, found.st_size

    def current_name(self) -> str:
        """Return the name of the live generation; raises IndexMissingError where there is none."""
        return self._current()[0]

    def current(self) -> Generation:
        """Return the live generation; raises IndexMissingError, IndexDamagedError or IndexOutdatedError."""
        name, text = self._current()
        generation = self.generation(name)
        if text != _pointing_at(generation):
            raise IndexDamagedError(
                f"{self.root / CURRENT_NAME}: does not name the generation that was published;"
                " run 'suara index rebuild'."
            )
        return generation

    def generation(self, name: str) -> Generation:
        """Return a published generation by its name; raises IndexDamagedError or IndexOutdatedError."""
        return Generation(self.root / name, Manifest.read(self.root / name))

    def _current(self) -> tuple[str, str]:
        """Return the name of a generation that CURRENT says, and the whole of its text."""
        path = self.root / CURRENT_NAME
        try:
            text = path.read_bytes().decode()
        except (FileNotFoundError, NotADirectoryError):
            raise self._missing() from None
        except (OSError, UnicodeDecodeError) as error:
            raise IndexDamagedError(
                f"{path}: cannot be read ({error}); run 'suara index rebuild'."
            ) from error
        name = text.partition(" ")[0]
        if not _GENERATION.fullmatch(name):
            raise IndexDamagedError(f"{path}: names no generation; run 'suara index rebuild'.")
        return name, text

    def names(self) -> list[str]:
        """Return the names of all whole generations, oldest first."""
        found = [path.name for path in self.root.iterdir() if _GENERATION.fullmatch(path.name)]
        return sorted(found, key=_number)

    @contextmanager
    def writing(self, timeout: float) -> Iterator[Path]:
        """Hold the writer's lock and give an empty folder to fill with the next generation.

        What a writer that died left unpublished is cleared away first, and so is the folder itself where it
        is not published in the end. Raises what `locked` raises.
        """
        with self.locked(timeout):
            staging = self._stage()
            try:
                yield staging
            finally:
                # Published, it has another name; else it is of no use, and a full disk wants its room back.
                shutil.rmtree(staging, ignore_errors=True)

    @contextmanager
    def locked(self, timeout: float) -> Iterator[None]:
        """Hold the writer's lock.

        Raises IndexLockedError after `timeout` seconds, IndexForeignError where the folder holds something
        that is not an index, and IndexWriteError where the disk is full or the folder read-only.
        """
        try:
            self._prepare()
            with writer_lock(self.root / LOCK_NAME, timeout):
                yield
        except OSError as error:
            raise IndexWriteError(
                f"{error.filename or self.root}: cannot be written ({error.strerror or error});"
                " mend that or give another --index. 'suara index status' shows what is live."
            ) from error

    def publish(self, staging: Path, manifest: Manifest, *, same_articles: bool = False) -> Generation:
        """Make a filled folder the live generation, durably; the one before stays, older ones go.

        One of the same articles and persons takes the place of the live one: what a rollback goes back to
        stays. Call it inside `writing`. Until CURRENT is replaced, in one step, readers see the old one.
        """
        before = self._live_name() or max(self.names(), key=_number, default=None)
        if same_articles and before:
            before = max(self._earlier_than(before), key=_number, default=before)
        sync_tree(staging)
        path = staging.with_name(staging.name.removesuffix(_STAGING_SUFFIX))
        staging.rename(path)
        sync(self.root)
        generation = Generation(path, manifest)
        self._make_live(generation)
        with suppress(OSError):
            # It is published: what cannot be tidied now the next writer tidies.
            self._keep(before, generation.name)
        return generation

    def roll_back(self, timeout: float, check: Callable[[Generation], None]) -> Generation:
        """Make the generation before the live one live again, if the check lets it.

        It undoes a bad build, not a damaged disk: generations share the files that did not change. Raises
        IndexMissingError where none is kept, IndexDamagedError or IndexOutdatedError where it is no good, and
        what `locked` raises.
        """
        self.current_name()
        with self.locked(timeout):
            live = self.current_name()
            earlier = self._earlier_than(live)
            if not earlier:
                raise IndexMissingError(
                    f"{self.root}: no generation before {live} is kept, so that stays live; to undo what it"
                    " holds, mend the corpus and run 'suara index update'."
                )
            generation = self._to_go_back_to(earlier[-1], live, check)
            self._make_live(generation)
            return generation

    def _to_go_back_to(self, name: str, live: str, check: Callable[[Generation], None]) -> Generation:
        try:
            generation = self.generation(name)
            check(generation)
        except IndexOutdatedError as error:
            raise IndexOutdatedError(
                f"{self.root / name}: made by another version of Suara, or with another SUARA_OUTLETS or"
                f" SUARA_EQUIVALENTS; go back with what made it. {live} stays live."
            ) from error
        except IndexDamagedError as error:
            raise IndexDamagedError(
                f"{self.root / name}: is damaged, so {live} stays live; 'suara index verify' names the files."
            ) from error
        return generation

    def prune(self, timeout: float) -> list[str]:
        """Remove every generation but the live one; return their names."""
        self.current_name()
        with self.locked(timeout):
            live = self.current_name()
            others = [name for name in self.names() if name != live]
            self._keep(live)
            return others

    def _earlier_than(self, name: str) -> list[str]:
        return [each for each in self.names() if _number(each) < _number(name)]

    def _make_live(self, generation: Generation) -> None:
        write_durably(self.root / CURRENT_NAME, _pointing_at(generation))

    def _keep(self, *kept: str | None) -> None:
        for name in self.names():
            if name not in kept:
                self._remove(self.root / name)

    def _remove(self, path: Path) -> None:
        """Take a generation away: half removed, it must not look like a whole one."""
        doomed = path.with_name(path.name + _STAGING_SUFFIX)
        path.rename(doomed)
        # What cannot be removed now is cleared by the next writer; the new generation stands.
        shutil.rmtree(doomed, ignore_errors=True)

    def _stage(self) -> Path:
        for leftover in self.root.glob("gen-*" + _STAGING_SUFFIX):
            shutil.rmtree(leftover)
        staging = self.root / (self._next_name() + _STAGING_SUFFIX)
        staging.mkdir()
        return staging

    def _live_name(self) -> str | None:
        try:
            return self.current_name()
        except (IndexMissingError, IndexDamagedError):
            return None

    def _next_name(self) -> str:
        numbers = [_number(name) for name in self.names()]
        return f"gen-{max(numbers, default=0) + 1:06d}"

    def _prepare(self) -> None:
        if self.root.exists() and not self.root.is_dir():
            raise IndexForeignError(f"{self.root}: is a file, not a folder; give another --index.")
        make_durably(self.root)
        strangers = [path.name for path in self.root.iterdir() if not _is_ours(path.name)]
        if strangers:
            raise IndexForeignError(
                f"{self.root}: holds '{min(strangers)}', which is not part of an index;"
                " give an empty folder as --index."
            )

    def _missing(self) -> IndexMissingError:
        return IndexMissingError(
            f"{self.root}: no index here; run 'suara index rebuild' first or give another --index."
        )


def _pointing_at(generation: Generation) -> str:
    """Return what CURRENT holds, to the last character, while a generation is live."""
    return f"{generation.name} {generation.manifest.digest()}\n"


def _is_ours(name: str) -> bool:
    known = {CURRENT_NAME, CURRENT_NAME + ".tmp", LOCK_NAME}
    # Desktops leave hidden files such as .DS_Store wherever they look.
    return (
        name in known
        or name.startswith(".")
        or bool(_GENERATION.fullmatch(name.removesuffix(_STAGING_SUFFIX)))
    )


def _number(name: str) -> int:
    return int(name.removeprefix("gen-"))
