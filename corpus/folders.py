"""The files in a folder and all folders below it: each named once, in a stable order, none opened."""

import os
import stat
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from corpus.page import Problem, SourceFile
from corpus.suffixes import (
    COLLECTIONS,
    PACKED,
    PAGES,
    SIDECAR,
    document_suffix,
    is_archive,
    is_sidecar,
)

_LINK = "is a link, and links are not followed"


def walk(folder: Path, without: Collection[Path]) -> Iterator[SourceFile | Problem]:
    """Yield the documents below a folder, without recursion: a folder may be hundreds deep."""
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        if without and path.resolve() in without:
            continue
        try:
            names = _scan(path)
        except OSError as error:
            yield Problem(path, None, f"the folder cannot be read: {error.strerror or error}")
            continue
        yield from _files(path, names)
        waiting.extend(path / name for name in sorted(names.folders, reverse=True))


def find_file(path: Path) -> SourceFile | Problem:
    """Return a file that was asked for by its name, or what is wrong with it."""
    if is_sidecar(path.name):
        return Problem(path, None, f"this is a sidecar; name the file it stands beside, without {SIDECAR}")
    if not is_archive(path.name) and not document_suffix(path.name):
        return Problem(
            path, None, f"the suffix has to be one of {', '.join(PAGES + COLLECTIONS)}, or {PACKED} behind it"
        )
    return _look_at(path)


def sidecar_of(path: Path) -> Path:
    """Return where the sidecar of a file stands, if there is one."""
    return path.with_name(path.name + SIDECAR)


@dataclass(slots=True)
class _Names:
    """The names in a folder that matter; a folder may hold a million files."""

    folders: list[str] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    sidecars: set[str] = field(default_factory=set)


def _scan(folder: Path) -> _Names:
    names = _Names()
    with os.scandir(folder) as entries:
        for entry in entries:
            if not entry.name.startswith("."):
                _sort_in(entry, names)
    return names


def _sort_in(entry: os.DirEntry[str], names: _Names) -> None:
    if entry.is_dir(follow_symlinks=False):
        names.folders.append(entry.name)
    elif is_sidecar(entry.name):
        names.sidecars.add(entry.name)
    elif document_suffix(entry.name) or is_archive(entry.name):
        names.files.append(entry.name)
    elif entry.is_symlink() and os.path.isdir(entry.path):  # noqa: PTH112 - a link in a loop raises nothing here
        names.links.append(entry.name)


def _files(folder: Path, names: _Names) -> Iterator[SourceFile | Problem]:
    for name in sorted(names.files):
        has_sidecar = name + SIDECAR in names.sidecars
        yield _look_at(folder / name, has_sidecar=has_sidecar)
    for name in sorted(names.links):
        yield Problem(folder / name, None, f"the folder {_LINK}")
    for name in sorted(names.sidecars.difference(name + SIDECAR for name in names.files)):
        missing = name[: -len(SIDECAR)]
        yield Problem(
            folder / name, None, f"the sidecar has no effect: there is no document {missing}", lost=False
        )


def _look_at(path: Path, *, has_sidecar: bool = True) -> SourceFile | Problem:
    """Return a document with its stamp, or why it cannot be one."""
    try:
        found = path.lstat()
    except OSError as error:
        return Problem(path, None, f"the file cannot be read: {error.strerror or error}")
    if stat.S_ISLNK(found.st_mode):
        return Problem(path, None, f"the file {_LINK}")
    if not stat.S_ISREG(found.st_mode):
        return Problem(path, None, "this is no regular file")
    if is_archive(path.name):
        return Problem(path, None, "archives are not read; unpack it first and put its documents in a folder")
    beside = _sidecar_stat(path) if has_sidecar else None
    times = [each.st_mtime_ns for each in (found, beside) if each]
    return SourceFile(path, f"{_stamp(found)} {_stamp(beside)}".rstrip(), max(times))


def _sidecar_stat(path: Path) -> os.stat_result | None:
    try:
        return sidecar_of(path).lstat()
    except OSError:
        return None


def _stamp(found: os.stat_result | None) -> str:
    # Tools that unpack or copy may set the old time again; when the inode changed none of them can set.
    return f"{found.st_size}:{found.st_mtime_ns}:{found.st_ctime_ns}:{found.st_ino}" if found else ""
