"""From files and folders to raw pages: what is there, in a stable order, read by its suffix."""

import os
from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path
from typing import Literal

from corpus.decoding import decode, looks_binary
from corpus.errors import CorpusError
from corpus.json_lines import read_json_lines
from corpus.newswatch import read_newswatch
from corpus.page import Problem, RawPage

_DATA_FILES = (".jsonl", ".csv")
_LARGEST_PAGE = 10_000_000
_CHUNK = 1 << 20


def read_pages(paths: Iterable[Path], without: Collection[Path] = ()) -> Iterator[RawPage | Problem]:
    """Read every document in files and folders, folders recursively and by name.

    In a folder, hidden files and unknown suffixes are passed over, and links are not followed; the folders
    `without`, given as resolved paths, are not entered. What cannot be read comes as a problem. Raises
    CorpusError for a path that does not exist.
    """
    for found in _files(paths, without):
        if isinstance(found, Problem):
            yield found
            continue
        try:
            yield from _READERS[found.suffix.lower()](found)
        except OSError as error:
            yield Problem(found, None, f"the file cannot be read: {error.strerror or error}")


def count_documents(paths: Iterable[Path], without: Collection[Path] = ()) -> int:
    """Return about how many documents `read_pages` reads: pages, and lines of data files."""
    files = (found for found in _files(paths, without) if isinstance(found, Path))
    return sum(_count_lines(found) if found.suffix.lower() in _DATA_FILES else 1 for found in files)


def _read_saved(path: Path) -> Iterator[RawPage | Problem]:
    yield _read_page(path, "saved")


def _read_html(path: Path) -> Iterator[RawPage | Problem]:
    yield _read_page(path, "html")


_READERS: dict[str, Callable[[Path], Iterator[RawPage | Problem]]] = {
    ".txt": _read_saved,
    ".html": _read_html,
    ".htm": _read_html,
    ".jsonl": read_json_lines,
    ".csv": read_newswatch,
}


def _read_page(path: Path, form: Literal["saved", "html"]) -> RawPage | Problem:
    with path.open("rb") as file:
        data = file.read(_LARGEST_PAGE + 1)
    if len(data) > _LARGEST_PAGE:
        return Problem(path, None, f"the page is larger than {_LARGEST_PAGE // 1_000_000} MB")
    text = decode(data).replace("\0", "")
    if not text.strip():
        return Problem(path, None, "the file is empty")
    if looks_binary(text):
        return Problem(path, None, "the file holds no text, whatever its suffix says")
    return RawPage(path, None, form, text)


def _count_lines(path: Path) -> int:
    """Return the line ends of a file; the header of a table and a last line without an end cancel out."""
    try:
        with path.open("rb") as file:
            return sum(chunk.count(b"\n") for chunk in iter(lambda: file.read(_CHUNK), b""))
    except OSError:
        return 0


def _files(paths: Iterable[Path], without: Collection[Path]) -> Iterator[Path | Problem]:
    for path in paths:
        if not path.exists():
            raise CorpusError(f"{path} does not exist; name a file or a folder of documents")
        if path.is_dir():
            yield from _walk(path, without)
        else:
            yield _named_file(path)


def _named_file(path: Path) -> Path | Problem:
    """Return a file that was asked for by its name, or what is wrong with it."""
    if path.is_symlink():
        return Problem(path, None, "the file is a link, and links are not followed")
    if not path.is_file():
        return Problem(path, None, "this is no regular file")
    if path.suffix.lower() not in _READERS:
        return Problem(path, None, f"the suffix has to be one of {', '.join(_READERS)}")
    return path


def _walk(folder: Path, without: Collection[Path]) -> Iterator[Path | Problem]:
    """Yield the documents below a folder, without recursion: a folder may be hundreds deep."""
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        if without and path.resolve() in without:
            continue
        try:
            folders, found = _scan(path)
        except OSError as error:
            yield Problem(path, None, f"the folder cannot be read: {error.strerror or error}")
            continue
        yield from found
        waiting.extend(reversed(folders))


def _scan(folder: Path) -> tuple[list[Path], list[Path | Problem]]:
    """Return the folders in a folder and its documents, both by name."""
    with os.scandir(folder) as entries:
        shown = (entry for entry in entries if not entry.name.startswith("."))
        ordered = sorted(shown, key=lambda entry: entry.name)
    folders = [Path(entry) for entry in ordered if entry.is_dir(follow_symlinks=False)]
    known = (entry for entry in ordered if Path(entry.name).suffix.lower() in _READERS)
    files = [_named_file(Path(entry)) for entry in known if not entry.is_dir(follow_symlinks=False)]
    return folders, files
