"""The catalog of a generation: which documents its articles were made from.

It is a few layers, linked from generation to generation. An update writes one more, with the files that
changed or went: the newest layer that holds a path holds all of that file, and older rows of it are void.
From the catalog alone follows which document of several became an article, so that an update knows what
changed without reading what did not; and it is looked up, not read, so that its cost does not grow with that
either. Only the list of files is read whole: each file is looked at anyway.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from index.generations import Generation
from index.layers import Layer
from index.manifest import LAYER_SUFFIX
from index.records import Claim, Entry, FileRecord

CATALOG_FOLDER = "catalog"


@dataclass(frozen=True, slots=True)
class Held:
    """The newest record of a file, the layer that holds it and its number there."""

    record: FileRecord
    layer: Layer
    number: int


@dataclass(frozen=True, slots=True)
class Catalog:
    """All source files of a generation, by path; `newest` knows those that are gone too.

    `layers` are the oldest first. Whatever looks something up raises IndexDamagedError where it meets damage.
    """

    layers: tuple[Layer, ...]
    newest: Mapping[bytes, Held]

    @classmethod
    def of(cls, layers: Iterable[Layer]) -> "Catalog":
        """Put layers, the oldest first, one over the other."""
        stacked = tuple(layers)
        newest = {
            record.path: Held(record, layer, number)
            for layer in stacked
            for number, record in enumerate(layer.files)
        }
        return cls(stacked, newest)

    def get(self, path: bytes) -> FileRecord | None:
        """Return the record of a file, None where there is no such file any more."""
        held = self.newest.get(path)
        return None if held is None or held.record.gone else held.record

    def records(self) -> Iterator[FileRecord]:
        """Return the records of all files."""
        return (held.record for held in self.newest.values() if not held.record.gone)

    def entries(self, path: bytes) -> Iterator[Entry]:
        """Return the documents of a file in their order."""
        held = self.newest.get(path)
        return held.layer.entries(held.number) if held else iter(())

    def known(self, digest: str) -> Entry | None:
        """Return a document with a digest; the newest layer is looked at first."""
        for layer in reversed(self.layers):
            for number, entry in layer.having(digest):
                if self.is_newest(layer, number):
                    return entry
        return None

    def claims(self, article: str) -> list[Claim]:
        """Return the documents that ask for an article."""
        return [
            Claim(layer.files[number].path, layer.files[number].modified, place, entry)
            for layer in self.layers
            for number, place, entry in layer.asking(article)
            if self.is_newest(layer, number)
        ]

    def is_newest(self, layer: Layer, number: int) -> bool:
        """Tell whether no newer layer holds a file that this layer holds under a number."""
        return self.newest[layer.files[number].path].layer is layer


@contextmanager
def open_catalog(generation: Generation | None) -> Iterator[Catalog]:
    """Open the catalog of a generation, an empty one where there is none; raises IndexDamagedError."""
    with ExitStack() as stack:
        layers = []
        for path in layer_paths(generation) if generation else ():
            layers.append(Layer(path))
            stack.callback(layers[-1].close)
        yield Catalog.of(layers)


def layer_paths(generation: Generation) -> list[Path]:
    """Return the layers of a generation, the oldest first: their names are the numbers of generations."""
    names = [name for name in generation.manifest.files if name.endswith(LAYER_SUFFIX)]
    return sorted((generation.path / name for name in names), key=lambda path: int(path.stem))
