"""Sidecars: what an editor knows of a document better than its page, in a JSON file beside it."""

import errno
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from corpus.decoding import decode
from corpus.errors import CorpusError
from corpus.folders import sidecar_of
from corpus.given import given_fields
from corpus.json_objects import parse_object
from corpus.packing import read_whole
from corpus.page import GivenFields, Problem
from corpus.suffixes import COLLECTIONS, document_suffix

_LARGEST = 1_000_000
_FIELDS = tuple(field.name for field in fields(GivenFields))
# What may be said of all documents of a file at once.
_SHARED = ("source", "author")
_IGNORE = "ignore"
_NOTHING = GivenFields()
# A document's name may leave no room for that of a sidecar.
_NOT_THERE = (errno.ENOENT, errno.ENAMETOOLONG)


@dataclass(frozen=True, slots=True)
class Sidecar:
    """What stands in a sidecar, and what of it could not be used."""

    given: GivenFields = _NOTHING
    ignore: bool = False
    problems: tuple[Problem, ...] = ()


def read_sidecar(document: Path) -> Sidecar:
    """Read what stands beside a document; an empty one where nothing does."""
    path = sidecar_of(document)
    try:
        return _checked(path, document, _read(path))
    except OSError as error:
        if error.errno in _NOT_THERE:
            return Sidecar()
        return _refused(path, f"the file cannot be read: {error.strerror or error}")
    except CorpusError as error:
        return _refused(path, str(error))


def corrected(given: GivenFields, sidecar: Sidecar) -> GivenFields:
    """Return the given fields of a document; those of its sidecar stand before all others."""
    said = {name: value for name in _FIELDS if (value := getattr(sidecar.given, name)) not in (None, ())}
    return replace(given, **said) if said else given


def _read(path: Path) -> dict[str, Any]:
    if path.is_symlink():
        raise CorpusError("the file is a link, and links are not followed")
    return parse_object(decode(read_whole(path, _LARGEST)).text, "sidecar")


def _refused(path: Path, reason: str) -> Sidecar:
    return Sidecar(problems=(Problem(path, None, f"{reason}; its document is read without it"),))


def _checked(path: Path, document: Path, said: Mapping[str, Any]) -> Sidecar:
    ignore = said.get(_IGNORE)
    if ignore is not None and not isinstance(ignore, bool):
        return _refused(path, f"{_IGNORE!r} is neither true nor false")
    if ignore:
        return Sidecar(ignore=True)
    allowed = _SHARED if document_suffix(document.name) in COLLECTIONS else _FIELDS
    given, reasons = given_fields({name: value for name, value in said.items() if name in allowed})
    reasons += _misplaced(said, allowed)
    problems = (Problem(path, None, f"{reason}; the field is left out", lost=False) for reason in reasons)
    return Sidecar(given, problems=tuple(problems))


def _misplaced(said: Mapping[str, Any], allowed: tuple[str, ...]) -> Iterator[str]:
    for name in said:
        if name in _FIELDS and name not in allowed:
            yield f"{name!r} cannot be one for all documents of a file"
        elif name not in (*_FIELDS, _IGNORE):
            yield f"{name[:40]!r} is no field of a sidecar"
