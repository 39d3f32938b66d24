"""What an index says of itself at a glance."""

from dataclasses import dataclass

from index.generations import IndexFolder
from index.manifest import check_sizes


@dataclass(frozen=True, slots=True)
class Status:
    """The live generation: when and by what it was made, what it holds, what is kept beside it."""

    folder: str
    generation: str
    created: str
    suara: str
    articles: int
    quotes: int
    bytes: int
    files: int
    kept: tuple[str, ...]

    def lines(self) -> dict[str, str]:
        """Return the same for people."""
        return {
            "index": self.folder,
            "generation": self.generation,
            "made": f"{self.created} by Suara {self.suara}",
            "articles": f"{self.articles:,}",
            "quotes": f"{self.quotes:,}",
            "size": f"{self.bytes / 1e6:,.1f} MB in {self.files} files",
            "kept": ", ".join(self.kept) or "none",
        }


def read_status(folder: IndexFolder) -> Status:
    """Return the status of an index; raises the errors of index.errors."""
    generation = folder.current()
    manifest = generation.manifest
    manifest.check_versions(generation.path)
    check_sizes(generation.path, manifest)
    return Status(
        folder=str(folder.root),
        generation=generation.name,
        created=manifest.created,
        suara=manifest.suara,
        articles=manifest.articles,
        quotes=manifest.quotes,
        bytes=sum(entry.size for entry in manifest.files.values()),
        files=len(manifest.files),
        kept=tuple(name for name in folder.names() if name != generation.name),
    )
