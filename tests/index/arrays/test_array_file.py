import struct
from pathlib import Path
from zlib import crc32

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from index.arrays import array_file
from index.arrays.array_file import ArrayFile, ArrayFileWriter, smallest
from index.errors import IndexDamagedError

SOME = {
    "numbers": np.arange(100, dtype=np.uint32),
    "none": np.empty(0, np.uint8),
    "signed": np.array([-1, 7]),
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "some.seg"
    with ArrayFileWriter(path) as file:
        file.meta["documents"] = 3
        for name, array in SOME.items():
            file.put(name, array)
    return path


def test_arrays_come_back_as_they_were_put(path: Path) -> None:
    file = ArrayFile(path)
    file.verify()
    assert file.meta == {"documents": 3}
    for name, array in SOME.items():
        assert file.get(name).tolist() == array.tolist()


def test_an_array_that_is_not_there_is_empty(path: Path) -> None:
    file = ArrayFile(path)
    assert file.get("other").size == 0


def test_arrays_are_read_only_views(path: Path) -> None:
    with pytest.raises(ValueError, match="read-only"):
        ArrayFile(path).get("numbers")[0] = 1


@given(
    array=arrays(st.sampled_from([np.uint8, np.uint16, np.uint32, np.uint64, np.int32]), st.integers(0, 40))
)
def test_pieces_make_one_array(array: np.ndarray, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("pieces") / "x.seg"
    with ArrayFileWriter(path) as file:
        file.put_chunks("all", array.dtype, [array[:7], array[7:7], array[7:]])
    found = ArrayFile(path).get("all")
    assert found.tolist() == array.tolist()
    assert found.dtype == array.dtype


@pytest.mark.parametrize("kept", [0, 4, 31, 36, 200, -1])
def test_a_file_cut_short_is_damage(path: Path, kept: int) -> None:
    path.write_bytes(path.read_bytes()[:kept])
    with pytest.raises(IndexDamagedError, match=r"some\.seg: missing or not as it was written"):
        ArrayFile(path)


def test_a_file_with_more_behind_it_is_damage(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b"\0")
    with pytest.raises(IndexDamagedError):
        ArrayFile(path)


def test_a_missing_file_is_damage(tmp_path: Path) -> None:
    with pytest.raises(IndexDamagedError, match="run 'suara index rebuild'"):
        ArrayFile(tmp_path / "none.seg")


def test_every_flipped_bit_is_met_when_the_file_is_opened_or_verified(path: Path) -> None:
    whole = path.read_bytes()
    arrays_with_padding = []
    for place in range(len(whole)):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 4]) + whole[place + 1 :])
        try:
            ArrayFile(path).verify()
        except IndexDamagedError:
            continue
        arrays_with_padding.append(place)
    # Nothing reads the bytes between two arrays.
    assert len(arrays_with_padding) < 32
    assert all(whole[place] == 0 for place in arrays_with_padding)


def test_a_directory_of_arrays_beyond_the_file_is_damage(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "x.seg"
    monkeypatch.setattr(array_file, "_ALIGNMENT", 1 << 20)
    with ArrayFileWriter(path) as file:
        file.put("few", np.arange(4, dtype=np.uint32))
    whole = path.read_bytes()
    magic, version, place, size, _ = struct.unpack_from("<8sIQQI", whole)
    directory = whole[place:].replace(b",4,", b",9,")
    header = struct.pack("<8sIQQI", magic, version, place, size, crc32(directory))
    path.write_bytes(header + struct.pack("<I", crc32(header)) + whole[36:place] + directory)
    with pytest.raises(IndexDamagedError):
        ArrayFile(path)


def test_a_directory_of_unknown_types_is_damage(tmp_path: Path) -> None:
    path = tmp_path / "x.seg"
    with ArrayFileWriter(path) as file:
        file.put("objects", np.arange(4, dtype=np.float64))
    with pytest.raises(IndexDamagedError):
        ArrayFile(path)


def test_a_block_that_raises_leaves_no_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "x.seg"
    with pytest.raises(TypeError), ArrayFileWriter(path) as file:
        file.put_chunks("few", np.uint32, [np.arange(4), None])  # type: ignore[list-item]
    with pytest.raises(IndexDamagedError):
        ArrayFile(path)


def test_the_digest_changes_with_what_is_in_the_arrays(tmp_path: Path) -> None:
    digests = set()
    for number in (1, 2):
        path = tmp_path / f"{number}.seg"
        with ArrayFileWriter(path) as file:
            file.put("few", np.array([number]))
        digests.add(ArrayFile(path).digest())
    assert len(digests) == 2


@pytest.mark.parametrize(
    ("most", "dtype"),
    [(-1, "uint8"), (255, "uint8"), (256, "uint16"), (65_536, "uint32"), (1 << 32, "uint64")],
)
def test_the_smallest_type_holds_the_number(most: int, dtype: str) -> None:
    assert np.dtype(smallest(most)) == dtype
