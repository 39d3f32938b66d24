from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from math import log
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.admission import admit
from index.catalog import Catalog
from index.draft import Draft, new_draft
from index.errors import IndexDamagedError
from index.layering import LARGER, Fill, count_kept, write_layer
from index.layers import Layer
from index.records import Entry, FileRecord


def rows(*sizes: int) -> list[Fill]:
    return [Fill(size, size) for size in sizes]


@pytest.mark.parametrize(
    ("layers", "fresh", "kept"),
    [
        ([], 5, 0),
        (rows(1000), 5, 1),
        (rows(1000, 10), 5, 1),
        (rows(1000, 11), 5, 2),
        (rows(1000, 100, 11), 500, 0),
        (rows(1000, 100, 30), 40, 1),
        ([Fill(1000, 499), Fill(10, 10)], 1, 0),
        ([Fill(1000, 500), Fill(10, 4)], 1, 1),
    ],
)
def test_layers_are_merged_that_are_not_much_larger_or_mostly_void(
    layers: list[Fill], fresh: int, kept: int
) -> None:
    assert count_kept(layers, fresh) == kept


@given(st.lists(st.integers(1, 500), max_size=200))
def test_layers_and_the_rows_written_grow_with_the_logarithm(sizes: list[int]) -> None:
    layers: list[Fill] = []
    written = 0
    for size in sizes:
        kept = count_kept(layers, size)
        new = size + sum(layer.live for layer in layers[kept:])
        layers = [*layers[:kept], Fill(new, new)]
        written += new
        held = [layer.rows for layer in layers]
        assert all(older > LARGER * newer for older, newer in pairwise(held))
    total = sum(sizes)
    assert len(layers) <= log(total + 1, LARGER) + 1
    # A row that is written again stands in a layer half as large again as the one it was in.
    assert written <= total * (log(total + 1, 1.5) + 1)


@given(st.lists(st.tuples(st.integers(1, 50), st.integers(0, 49)), min_size=1, max_size=60))
def test_no_more_than_half_of_a_layer_stays_void(changes: list[tuple[int, int]]) -> None:
    layers: list[Fill] = []
    for size, void in changes:
        # Rows of the oldest layer are void from now on.
        layers = [Fill(layer.rows, max(0, layer.live - (0 if n else void))) for n, layer in enumerate(layers)]
        kept = count_kept(layers, size)
        new = size + sum(layer.live for layer in layers[kept:])
        layers = [*layers[:kept], Fill(new, new)]
        assert all(2 * layer.live >= layer.rows for layer in layers)


@contextmanager
def opened(paths: list[Path]) -> Iterator[Catalog]:
    layers = [Layer(path) for path in paths]
    yield Catalog.of(layers)
    for layer in layers:
        layer.close()


def fill(draft: Draft, name: bytes, numbers: range) -> None:
    file = draft.add_file(FileRecord(name, "stamp", 1))
    for place, number in enumerate(numbers):
        draft.add(file, place, Entry(place + 1, f"{number:032x}", f"{number:020x}"), place)


def made(folder: Path, count: int) -> Path:
    """Return a layer of one file with so many rows."""
    path = folder / "000001.layer"
    with new_draft(folder / "draft") as draft:
        fill(draft, b"all.jsonl", range(count))
        draft.settle(Catalog.of([]), [b"all.jsonl"])
        write_layer(Catalog.of([]), draft, path, lambda _: None)
    (folder / "draft").unlink()
    return path


def cost_of_ten_more(folder: Path, count: int) -> tuple[int, int]:
    """Return how many steps SQLite makes in a layer for an update of ten, and how many bytes it writes."""
    steps = 0

    def step() -> int:
        nonlocal steps
        steps += 1
        return 0

    path = made(folder, count)
    with opened([path]) as catalog, new_draft(folder / "draft") as draft:
        catalog.layers[0]._connection.set_progress_handler(step, 1)  # noqa: SLF001 - SQLite counts its own steps
        for digest in (f"{number:032x}" for number in range(count, count + 9)):
            assert catalog.known(digest) is None
        # Nine new rows and one that was there.
        fill(draft, b"new.jsonl", range(count - 1, count + 9))
        draft.settle(catalog, [b"all.jsonl", b"new.jsonl"])
        admit(catalog, draft)
        assert draft.counts() == (9, 0)
        kept = write_layer(catalog, draft, folder / "000002.layer", pytest.fail)
        assert [layer.path for layer in kept] == [path]
    return steps, (folder / "000002.layer").stat().st_size


def test_an_update_of_ten_costs_the_same_whatever_the_catalog_holds(tmp_path: Path) -> None:
    costs = []
    for count in (1_000, 20_000):
        folder = tmp_path / str(count)
        folder.mkdir()
        costs.append(cost_of_ten_more(folder, count))
    assert costs[0] == costs[1]
    assert costs[0][0] < 1_000


def test_a_layer_is_checked_before_it_is_merged(tmp_path: Path) -> None:
    path, checked = made(tmp_path, 10), []

    def check(found: Path) -> None:
        checked.append(found)
        raise IndexDamagedError("damaged")

    with opened([path]) as catalog, new_draft(tmp_path / "draft") as draft:
        fill(draft, b"new.jsonl", range(10, 30))
        draft.settle(catalog, [b"all.jsonl", b"new.jsonl"])
        with pytest.raises(IndexDamagedError):
            write_layer(catalog, draft, tmp_path / "000002.layer", check)
    assert checked == [path]


def test_the_oldest_layer_keeps_no_record_of_what_is_gone(tmp_path: Path) -> None:
    random, paths, files = Random(7), list[Path](), dict[bytes, int]()
    for number in range(1, 40):
        name = f"{random.randrange(9)}.txt".encode()
        with opened(paths) as catalog, new_draft(tmp_path / f"{number}.draft") as draft:
            if files.pop(name, None) is None:
                files[name] = number
                fill(draft, name, range(number, number + 1))
            draft.settle(catalog, files)
            path = tmp_path / f"{number:06}.layer"
            kept = write_layer(catalog, draft, path, lambda _: None)
            paths = [*(layer.path for layer in kept), path]
        with opened(paths) as catalog:
            assert {record.path for record in catalog.records()} == set(files)
            assert not any(record.gone for record in catalog.layers[0].files)
            assert sum(layer.rows for layer in catalog.layers) <= 6 * len(files) + 6
