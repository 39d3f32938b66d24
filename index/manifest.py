"""The manifest of a generation: what it holds, what made it, and the hash of every file."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from corpus.rules import rules_fingerprint
from index.analysis import fingerprint
from index.errors import IndexDamagedError, IndexOutdatedError
from index.schema import SCHEMA_VERSION

MANIFEST_NAME = "MANIFEST.json"
SEGMENT_SUFFIX = ".seg"
LAYER_SUFFIX = ".layer"


@dataclass(frozen=True, slots=True)
class FileEntry:
    """One file of a generation: its size in bytes and its sha256."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a generation says of itself; `files` maps names relative to the generation's folder.

    `people` is the digest of what was decided of persons (index.decisions) when it was made.
    """

    suara: str
    schema: int
    rules: str
    analyzer: str
    people: str
    created: str
    articles: int
    quotes: int
    files: dict[str, FileEntry]

    def write(self, folder: Path) -> None:
        """Write the manifest into a generation's folder."""
        (folder / MANIFEST_NAME).write_text(self.to_text(), encoding="utf-8")

    def to_text(self) -> str:
        """Return the manifest as it stands on disk, with a digest of itself."""
        return json.dumps(asdict(self) | {"digest": self.digest()}, indent=1, sort_keys=True) + "\n"

    @classmethod
    def read(cls, folder: Path) -> "Manifest":
        """Read the manifest of a generation; raises IndexDamagedError or IndexOutdatedError."""
        path = folder / MANIFEST_NAME
        try:
            text = path.read_text(encoding="utf-8")
            record = json.loads(text)
            if record["schema"] != SCHEMA_VERSION:
                raise _outdated(folder, str(record["suara"]))
            del record["digest"]
            files = {name: FileEntry(**entry) for name, entry in record.pop("files").items()}
            manifest = cls(**record, files=files)
        except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
            raise IndexDamagedError(
                f"{path}: cannot be read ({error}); run 'suara index rebuild'."
            ) from error
        if manifest.to_text() != text:
            raise IndexDamagedError(f"{path}: is not as it was written; run 'suara index rebuild'.")
        return manifest

    def digest(self) -> str:
        """Return 12 hexadecimal digits that change with any file and with the time it was made."""
        text = json.dumps(asdict(self), sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()[:12]

    def check_versions(self, folder: Path) -> None:
        """Raise IndexOutdatedError unless this version of Suara reads and writes such an index."""
        if (self.rules, self.analyzer) != (rules_fingerprint(), fingerprint()):
            raise _outdated(folder, self.suara)


def describe(
    folder: Path, articles: int, quotes: int, people: str, carried: Mapping[str, FileEntry]
) -> Manifest:
    """Return the manifest of a finished folder, every file of it hashed; `people` is the digest it names.

    The hashes of segments and layers that another generation already had are carried over: a damaged one must
    not be taken for good.
    """
    paths = [path for path in folder.rglob("*") if path.is_file() and path.name != MANIFEST_NAME]
    names = sorted(path.relative_to(folder).as_posix() for path in paths)
    return Manifest(
        suara=version("suara"),
        schema=SCHEMA_VERSION,
        rules=rules_fingerprint(),
        analyzer=fingerprint(),
        people=people,
        created=datetime.now(UTC).isoformat(timespec="seconds"),
        articles=articles,
        quotes=quotes,
        files={name: carried.get(name) or _entry(folder / name) for name in names},
    )


def damaged_files(folder: Path, manifest: Manifest) -> Iterator[Path]:
    """Hash every file again and yield those that are missing or differ."""
    for name, expected in manifest.files.items():
        path = folder / name
        if not path.is_file() or _entry(path) != expected:
            yield path


def check_files(folder: Path, manifest: Manifest) -> None:
    """Hash every file again; raises IndexDamagedError naming the first that differs."""
    for path in damaged_files(folder, manifest):
        raise not_as_written(path)


def check_rewritten(folder: Path, manifest: Manifest) -> None:
    """Hash what an update reads whole and writes anew: damage must not be taken for good.

    Segments and layers are only looked up, and hashed by `check_file` before they are merged.
    """
    for name, expected in manifest.files.items():
        if not is_linked(name) and _entry(folder / name) != expected:
            raise not_as_written(folder / name)


def is_linked(name: str) -> bool:
    """Tell whether an update shares a file with the generation before: it is never written once finished."""
    return name.endswith((SEGMENT_SUFFIX, LAYER_SUFFIX))


def check_file(folder: Path, manifest: Manifest, name: str) -> None:
    """Hash one segment or layer that is about to be merged; raises IndexDamagedError."""
    if _entry(folder / name) != manifest.files.get(name):
        raise not_as_written(folder / name)


def not_as_written(path: Path) -> IndexDamagedError:
    """Return the error that names a damaged file."""
    return IndexDamagedError(f"{path}: missing or not as it was written; run 'suara index rebuild'.")


def _outdated(folder: Path, made_by: str) -> IndexOutdatedError:
    return IndexOutdatedError(
        f"{folder}: made by Suara {made_by} with other rules or another SUARA_OUTLETS or"
        " SUARA_EQUIVALENTS; run 'suara index rebuild'."
    )


def check_sizes(folder: Path, manifest: Manifest) -> None:
    """Raise IndexDamagedError naming a file that is missing or longer or shorter than it was written.

    It costs no reading; what it cannot see, `check_files` does.
    """
    for name, expected in manifest.files.items():
        path = folder / name
        if not path.is_file() or path.stat().st_size != expected.size:
            raise not_as_written(path)


def _entry(path: Path) -> FileEntry:
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256")
    return FileEntry(path.stat().st_size, digest.hexdigest())
