"""The list of an index's segments, a small file of JSON that is written anew for each generation."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from zlib import crc32

from index.manifest import not_as_written

SEGMENTS_NAME = "SEGMENTS.json"
_VERSION = 1


@dataclass(frozen=True, slots=True)
class SegmentEntry:
    """A segment: its name, how many documents it has, and the file of those deleted, if any are."""

    name: str
    documents: int
    deletions: str | None = None
    alive: int = 0


def write_segments(folder: Path, entries: Sequence[SegmentEntry]) -> None:
    """Write the list of segments in the order of their documents."""
    text = _text(entries)
    (folder / SEGMENTS_NAME).write_text(text, encoding="utf-8")


def read_segments(folder: Path) -> tuple[SegmentEntry, ...]:
    """Read the list of segments; raises IndexDamagedError."""
    path = folder / SEGMENTS_NAME
    try:
        text = path.read_text(encoding="utf-8")
        entries = tuple(SegmentEntry(**entry) for entry in json.loads(text)["segments"])
    except (OSError, ValueError, TypeError, KeyError, RecursionError) as error:
        raise not_as_written(path) from error
    if _text(entries) != text:
        raise not_as_written(path)
    return entries


def _text(entries: Sequence[SegmentEntry]) -> str:
    segments = [asdict(entry) for entry in entries]
    checksum = crc32(json.dumps(segments).encode())
    record = {"version": _VERSION, "checksum": checksum, "segments": segments}
    return json.dumps(record, indent=1) + "\n"
