"""The manifest of a generation: what it holds, what made it, and the hash of every file."""

import hashlib
import json
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from index.analysis import fingerprint
from index.errors import IndexDamagedError, IndexOutdatedError
from index.schema import SCHEMA_VERSION

MANIFEST_NAME = "MANIFEST.json"


@dataclass(frozen=True, slots=True)
class FileEntry:
    """One file of a generation: its size in bytes and its sha256."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a generation says of itself; `files` maps names relative to the generation's folder."""

    suara: str
    schema: int
    analyzer: str
    created: str
    articles: int
    quotes: int
    files: dict[str, FileEntry]

    def write(self, folder: Path) -> None:
        """Write the manifest into a generation's folder."""
        text = json.dumps(asdict(self), indent=1, sort_keys=True) + "\n"
        (folder / MANIFEST_NAME).write_text(text, encoding="utf-8")

    @classmethod
    def read(cls, folder: Path) -> "Manifest":
        """Read the manifest of a generation; raises IndexDamagedError naming the file."""
        path = folder / MANIFEST_NAME
        try:
            record = json.loads(path.read_text(encoding="utf-8"))
            files = {name: FileEntry(**entry) for name, entry in record.pop("files").items()}
            return cls(**record, files=files)
        except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
            raise IndexDamagedError(
                f"{path}: cannot be read ({error}); run 'suara index rebuild'."
            ) from error

    def digest(self) -> str:
        """Return 12 hexadecimal digits that change with any file and with the time it was made."""
        text = json.dumps(asdict(self), sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()[:12]

    def check_versions(self, folder: Path) -> None:
        """Raise IndexOutdatedError unless this version of Suara reads and writes such an index."""
        if (self.schema, self.analyzer) != (SCHEMA_VERSION, fingerprint()):
            raise IndexOutdatedError(
                f"{folder}: made by Suara {self.suara} with another schema or analyzer;"
                " run 'suara index rebuild'."
            )


def describe(folder: Path, articles: int, quotes: int) -> Manifest:
    """Return the manifest of a finished folder, every file of it hashed."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != MANIFEST_NAME)
    return Manifest(
        suara=version("suara"),
        schema=SCHEMA_VERSION,
        analyzer=fingerprint(),
        created=datetime.now(UTC).isoformat(timespec="seconds"),
        articles=articles,
        quotes=quotes,
        files={path.relative_to(folder).as_posix(): _entry(path) for path in paths},
    )


def check_files(folder: Path, manifest: Manifest) -> None:
    """Hash every file again; raises IndexDamagedError naming the first that differs."""
    for name, expected in manifest.files.items():
        path = folder / name
        if not path.is_file() or _entry(path) != expected:
            raise IndexDamagedError(f"{path}: missing or not as it was written; run 'suara index rebuild'.")


def check_sizes(folder: Path, manifest: Manifest) -> None:
    """Raise IndexDamagedError naming a file that is missing or longer or shorter than it was written.

    It costs no reading; what it cannot see, `check_files` does.
    """
    for name, expected in manifest.files.items():
        path = folder / name
        if not path.is_file() or path.stat().st_size != expected.size:
            raise IndexDamagedError(f"{path}: missing or not as it was written; run 'suara index rebuild'.")


def _entry(path: Path) -> FileEntry:
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256")
    return FileEntry(path.stat().st_size, digest.hexdigest())
