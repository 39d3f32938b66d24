"""From files and folders to raw pages: what is there, in a stable order, read by its suffix."""

import os
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from io import BufferedReader
from pathlib import Path

from corpus.errors import CorpusError
from corpus.folders import find_file, walk
from corpus.json_lines import read_json_lines
from corpus.newswatch import read_newswatch
from corpus.packing import open_document
from corpus.page import Problem, RawPage, SourceFile
from corpus.page_files import read_html, read_saved
from corpus.sidecars import corrected, read_sidecar
from corpus.suffixes import PAGES, document_suffix
from corpus.web_archives import count_records, read_web_archive

_Reader = Callable[[BufferedReader, Path], Iterator[RawPage | Problem]]
_READERS: dict[str, _Reader] = {
    ".txt": read_saved,
    ".html": read_html,
    ".htm": read_html,
    ".jsonl": read_json_lines,
    ".csv": read_newswatch,
    ".warc": read_web_archive,
}
_CHUNK = 1 << 20


def find_files(paths: Iterable[Path], without: Collection[Path] = ()) -> Iterator[SourceFile | Problem]:
    """Find every file of documents, folders recursively and by name; nothing is opened.

    In a folder, hidden files and unknown suffixes are passed over, and links are not followed; the folders
    `without`, given as resolved paths, are not entered. What cannot be a document comes as a problem. Raises
    CorpusError for a path that does not exist or cannot be
    looked at.
    """
    for path in paths:
        if _is_folder(path):
            yield from walk(path, without)
        else:
            yield find_file(path)


def read_file(file: SourceFile) -> Iterator[RawPage | Problem]:
    """Read the documents of a file, one in memory at a time; what cannot be read comes as a problem.

    What its sidecar says stands before what the document says; a file that it says to ignore gives nothing.
    """
    sidecar = read_sidecar(file.path)
    yield from sidecar.problems
    if sidecar.ignore:
        return
    for page in _read_alone(file.path):
        if isinstance(page, Problem):
            yield page
        else:
            yield replace(page, given=corrected(page.given, sidecar))


def read_pages(paths: Iterable[Path], without: Collection[Path] = ()) -> Iterator[RawPage | Problem]:
    """Read every document in files and folders, as `find_files` finds and `read_file` reads them."""
    for found in find_files(paths, without):
        if isinstance(found, Problem):
            yield found
        else:
            yield from read_file(found)


def count_documents(paths: Iterable[Path], without: Collection[Path] = ()) -> int:
    """Return about how many documents `read_pages` reads: pages, lines of data files, records of archives."""
    files = (found for found in find_files(paths, without) if isinstance(found, SourceFile))
    return sum(_count(file.path) for file in files)


def _is_folder(path: Path) -> bool:
    try:
        path.lstat()
    except FileNotFoundError as error:
        raise CorpusError(f"{path} does not exist; name a file or a folder of documents") from error
    except (OSError, ValueError) as error:
        raise CorpusError(
            f"{path} cannot be looked at ({error}); name a file or a folder of documents"
        ) from error
    return os.path.isdir(path)  # noqa: PTH112 - says False of a link in a loop, where Path raises


def _read_alone(path: Path) -> Iterator[RawPage | Problem]:
    """Read a file without its sidecar."""
    try:
        with open_document(path) as file:
            yield from _READERS[str(document_suffix(path.name))](file, path)
    except OSError as error:
        yield Problem(path, None, f"the file cannot be read: {error.strerror or error}")
    except CorpusError as error:
        yield Problem(path, None, str(error))


def _count(path: Path) -> int:
    suffix = document_suffix(path.name)
    if suffix in PAGES:
        return 1
    try:
        with open_document(path) as file:
            return count_records(file) if suffix == ".warc" else _count_lines(file)
    except (OSError, CorpusError):
        return 0


def _count_lines(file: BufferedReader) -> int:
    """Return the line ends of a file; the header of a table and a last line without an end cancel out."""
    return sum(chunk.count(b"\n") for chunk in iter(lambda: file.read(_CHUNK), b""))
