"""Whether generations are what their manifests say."""

from corpus.errors import SuaraError
from index.catalog import open_catalog
from index.errors import IndexDamagedError, IndexOutdatedError
from index.generations import Generation, IndexFolder
from index.manifest import check_files, check_sizes, damaged_files, not_as_written
from index.storage import count_documents


def verify(generation: Generation) -> None:
    """Hash every file, open both indexes and count; raises IndexDamagedError naming what is wrong."""
    check_files(generation.path, generation.manifest)
    check_counts(generation)


def check_counts(generation: Generation) -> None:
    """Open both indexes and count; raises IndexDamagedError where they do not hold what the manifest says."""
    generation.manifest.check_versions(generation.path)
    check_sizes(generation.path, generation.manifest)
    counts = count_documents(generation.path)
    if counts != (generation.manifest.articles, generation.manifest.quotes):
        raise IndexDamagedError(
            f"{generation.path}: holds {counts[0]} articles and {counts[1]} quotes, not what its manifest"
            " says; run 'suara index rebuild'."
        )


def find_damage(folder: IndexFolder) -> list[SuaraError]:
    """Return all that is wrong with an index: the live generation and those kept, file by file.

    Raises IndexMissingError where there is no index.
    """
    found: list[SuaraError] = []
    try:
        folder.current()
    except (IndexDamagedError, IndexOutdatedError) as error:
        found.append(error)
    for name in folder.names():
        found += _damage_of(folder, name)
    # A damaged manifest of the live generation is met twice.
    return list({str(error): error for error in found}.values())


def _damage_of(folder: IndexFolder, name: str) -> list[SuaraError]:
    damaged: list[SuaraError]
    try:
        generation = folder.generation(name)
        damaged = [not_as_written(path) for path in damaged_files(generation.path, generation.manifest)]
        if not damaged:
            with open_catalog(generation):
                check_counts(generation)
    except SuaraError as error:
        damaged = [error]
    # A writer may have taken the generation away meanwhile.
    return damaged if (folder.root / name).exists() else []
