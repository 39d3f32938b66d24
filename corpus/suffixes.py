"""What a file's name says of its content."""

from pathlib import PurePath

PAGES = (".txt", ".html", ".htm")
COLLECTIONS = (".jsonl", ".csv", ".warc")
PACKED = ".gz"
SIDECAR = ".meta.json"

_ARCHIVES = (".zip", ".7z", ".rar", ".tar", ".tgz", ".tar.gz", ".tar.bz2", ".tar.xz", ".tbz2", ".txz")


def document_suffix(name: str) -> str | None:
    """Return the suffix of a file of documents in small letters and without `.gz`, None for any other."""
    suffix = PurePath(name.lower().removesuffix(PACKED)).suffix
    return suffix if suffix in PAGES or suffix in COLLECTIONS else None


def is_packed(name: str) -> bool:
    """Return whether a file is packed with gzip."""
    return name.lower().endswith(PACKED)


def is_archive(name: str) -> bool:
    """Return whether a file is an archive of other files."""
    return name.lower().endswith(_ARCHIVES)


def is_sidecar(name: str) -> bool:
    """Return whether a file stands beside another and says something of it."""
    return name.lower().endswith(SIDECAR)
