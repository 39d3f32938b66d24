"""Columns on their way into a segment: collected from documents, or merged from other segments."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from index.arrays.array_file import Array, ArrayFileWriter, smallest
from index.arrays.growth import ends_from_zero


class Names(NamedTuple):
    """Names of consecutive documents: how many each has, and their ordinals among the values."""

    counts: Array
    ordinals: Array
    values: Sequence[str]


def write_numbers(file: ArrayFileWriter, name: str, numbers: Iterable[Array]) -> None:
    """Write a column of numbers."""
    file.put_chunks(f"={name}/values", np.int32, numbers)


def write_keys(file: ArrayFileWriter, name: str, keys: Sequence[bytes]) -> None:
    """Write a column of keys: side by side where all are as long."""
    lengths = np.fromiter(map(len, keys), np.int64, len(keys))
    width = int(lengths.max(initial=0))
    # NumPy takes zeros off the end of a byte string.
    if width and lengths.min() == width and not any(key.endswith(b"\0") for key in keys):
        file.put(f"={name}/width", np.array([width], np.uint32))
    else:
        file.put(f"={name}/places", ends_from_zero(lengths))
    file.put(f"={name}/text", np.frombuffer(b"".join(keys), np.uint8))


def write_name(file: ArrayFileWriter, name: str, parts: Sequence[Names]) -> None:
    """Write a column with one name a document, or none."""
    counts, ordinals, values = _united(parts)
    column = np.zeros(counts.size, np.int64)
    column[counts > 0] = ordinals + 1
    _put_values(file, name, ["", *values])
    file.put(f"={name}/ordinals", column.astype(smallest(len(values))))


def write_names(file: ArrayFileWriter, name: str, parts: Sequence[Names]) -> None:
    """Write a column with any number of names a document."""
    counts, ordinals, values = _united(parts)
    _put_values(file, name, values)
    file.put(f"={name}/starts", ends_from_zero(counts))
    file.put(f"={name}/ordinals", ordinals.astype(smallest(len(values))))


def numbered(names: Iterable[Sequence[str]]) -> Names:
    """Return the names of documents with ordinals in the order of their first appearance."""
    ordinals: dict[str, int] = {}
    counts, found = [], []
    for each in names:
        counts.append(len(each))
        found += [ordinals.setdefault(name, len(ordinals)) for name in each]
    return Names(np.array(counts, np.int64), np.array(found, np.int64), list(ordinals))


def _united(parts: Sequence[Names]) -> Names:
    """Return the names of all parts under ordinals in the order of their UTF-8; names not used go."""
    used = {part.values[ordinal] for part in parts for ordinal in np.unique(part.ordinals).tolist()}
    values = sorted(used, key=str.encode)
    ordinals = {value: ordinal for ordinal, value in enumerate(values)}
    found = [_renumbered(part, ordinals) for part in parts]
    counts = [part.counts for part in parts]
    nothing = np.empty(0, np.int64)
    return Names(np.concatenate([nothing, *counts]), np.concatenate([nothing, *found]), values)


def _renumbered(part: Names, ordinals: dict[str, int]) -> Array:
    renumbering = np.array([ordinals.get(value, 0) for value in part.values], np.int64)
    return renumbering[part.ordinals] if part.ordinals.size else part.ordinals


def _put_values(file: ArrayFileWriter, name: str, values: Sequence[str]) -> None:
    texts = [value.encode() for value in values]
    file.put(f"={name}/text", np.frombuffer(b"".join(texts), np.uint8))
    file.put(f"={name}/places", ends_from_zero(np.array([len(text) for text in texts], np.int64)))
