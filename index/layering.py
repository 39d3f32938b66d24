"""Which layers of a catalog an update merges with the one it writes: few stay, and none mostly void."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from index.catalog import Catalog
from index.draft import Draft
from index.layers import Layer, new_layer

# A layer is merged unless it is larger than this many times all that is newer. So sizes fall at least by this
# factor from layer to layer, and a row that is written again stands in a layer half as large again as before:
# both the layers and the times a row is written grow with the logarithm of the catalog.
LARGER = 2
# A layer with a larger share of void rows is written anew: what they cost was paid when they became void.
VOID_SHARE_MOST = 0.5

Check = Callable[[Path], None]


@dataclass(frozen=True, slots=True)
class Fill:
    """How many rows a layer holds, and how many of them are not void."""

    rows: int
    live: int


def count_kept(layers: Sequence[Fill], fresh: int) -> int:
    """Return how many layers, counted from the oldest, stay as they are beside `fresh` rows.

    All newer ones are merged into the new layer.
    """
    for position, layer in enumerate(layers):
        newer = fresh + sum(each.live for each in layers[position + 1 :])
        if layer.rows <= LARGER * newer or layer.rows - layer.live > VOID_SHARE_MOST * layer.rows:
            return position
    return len(layers)


def write_layer(catalog: Catalog, draft: Draft, path: Path, check: Check) -> tuple[Layer, ...]:
    """Write what a draft changes, and the layers that are merged with it; return the layers that stay.

    Each layer is handed to `check` before it is merged: damage must not be written anew as good.
    """
    fills = [Fill(layer.rows, _live_rows(catalog, draft, layer)) for layer in catalog.layers]
    kept = count_kept(fills, draft.rows)
    with new_layer(path) as writer:
        for layer in catalog.layers[kept:]:
            check(layer.path)
            for number in _live_files(catalog, draft, layer):
                record = layer.files[number]
                # Below the oldest layer there is nothing left to hide.
                if kept or not record.gone:
                    writer.add(record, layer.entries(number))
        for record in draft.records.values():
            if kept or not record.gone:
                writer.add(record, draft.entries(record.path))
    return catalog.layers[:kept]


def _live_files(catalog: Catalog, draft: Draft, layer: Layer) -> list[int]:
    return [
        number
        for number, record in enumerate(layer.files)
        if record.path not in draft.records and catalog.is_newest(layer, number)
    ]


def _live_rows(catalog: Catalog, draft: Draft, layer: Layer) -> int:
    return sum(layer.files[number].rows for number in _live_files(catalog, draft, layer))
