"""Positions come back as they were, one by one and in stretches, whatever bits they take."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.arrays.array_file import Array, ArrayFile, ArrayFileWriter
from index.arrays.growth import GrowingArrays
from index.arrays.positions import PositionReader, Reach, write_positions

edges = [0, 1, 254, 255, 256, 510, 511, 1022, 1023, 4094, 4095, 65_534, 65_535, 1 << 20]


def _written(folder: Path, chunks: list[list[int]]) -> ArrayFile:
    path, reach = folder / "positions.seg", Reach()
    with GrowingArrays(folder, positions=np.uint32) as arrays, ArrayFileWriter(path) as file:
        for chunk in chunks:
            arrays["positions"].append(_array(chunk))
            reach.add(_array(chunk))
        write_positions(file, "body", arrays["positions"], reach)
    return ArrayFile(path)


def _array(numbers: list[int]) -> Array:
    return np.array(numbers, np.uint32)


@given(chunks=st.lists(st.lists(st.integers(0, 5_000) | st.sampled_from(edges), max_size=20)), data=st.data())
def test_positions_come_back(
    tmp_path_factory: pytest.TempPathFactory, chunks: list[list[int]], data: st.DataObject
) -> None:
    written = [position for chunk in chunks for position in chunk]
    reader = PositionReader(_written(tmp_path_factory.mktemp("positions"), chunks), "body")
    stop = data.draw(st.integers(0, len(written)))
    start = data.draw(st.integers(0, stop))
    assert reader.between(start, stop).tolist() == written[start:stop]
    if written:
        numbers = data.draw(st.lists(st.integers(0, len(written) - 1), max_size=9))
        assert reader.at(np.array(numbers, np.int64)).tolist() == [written[number] for number in numbers]


@pytest.mark.parametrize(
    ("far", "bits"), [(200, None), (400, 1), (1_000, 2), (4_000, 4), (60_000, 8), (70_000, 0)]
)
def test_the_bits_are_those_that_take_the_least_room(tmp_path: Path, far: int, bits: int | None) -> None:
    file = _written(tmp_path, [[far] * (40 if bits else 1)])
    assert file.meta.get("body/position_bits") == (bits or None)
    assert PositionReader(file, "body").at(np.array([0])).tolist() == [far]


def test_a_few_far_positions_stand_apart_and_take_no_bits_of_the_others(tmp_path: Path) -> None:
    file = _written(tmp_path, [[3] * 500, [9_000], [4] * 500])
    assert not file.get("body/positions_high").size
    assert file.get("body/positions_apart_at").tolist() == [500]
    assert PositionReader(file, "body").between(499, 502).tolist() == [3, 9_000, 4]
