"""The files of a folder of sets: one JSON object a line, packed or not."""

import gzip
import json
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from corpus.errors import CorpusError


def set_rows(path: Path, *wanted: str) -> Iterator[dict[str, Any]]:
    """Yield the rows of a file; it is unpacked where its name ends with `.gz`.

    Raises CorpusError for a file that cannot be read, and for a row that is no object or lacks the text of
    one of the `wanted` keys.
    """
    unpacked = gzip.open if path.suffix == ".gz" else open
    try:
        with unpacked(path, "rt", encoding="utf-8") as lines:
            for number, line in enumerate(lines, start=1):
                yield _row(f"{path}, line {number}", line, wanted)
    except OSError as error:
        reason = error.strerror or str(error)
        raise CorpusError(f"{path}: cannot be read ({reason}); give the folder that holds it.") from error
    except (EOFError, UnicodeDecodeError, zlib.error) as error:
        raise CorpusError(f"{path}: is damaged ({error}); fetch it again.") from error


def _row(place: str, line: str, wanted: tuple[str, ...]) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except ValueError as error:
        raise CorpusError(f"{place}: is no JSON ({error}); give one object a line.") from error
    fields = row if isinstance(row, dict) else {}
    missing = [name for name in wanted if not isinstance(fields.get(name), str)]
    if missing:
        raise CorpusError(f"{place}: '{missing[0]}' is no text; give it in every row.")
    return fields
