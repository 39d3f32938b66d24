"""Articles come in, an inverted index on disk comes out, published in one step."""

from index.build import BuildReport, rebuild, verify
from index.errors import (
    IndexBuildError,
    IndexDamagedError,
    IndexForeignError,
    IndexLockedError,
    IndexMissingError,
    IndexOutdatedError,
)
from index.generations import Generation, IndexFolder

__all__ = [
    "BuildReport",
    "Generation",
    "IndexBuildError",
    "IndexDamagedError",
    "IndexFolder",
    "IndexForeignError",
    "IndexLockedError",
    "IndexMissingError",
    "IndexOutdatedError",
    "rebuild",
    "verify",
]
