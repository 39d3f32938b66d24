from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.arrays.array_file import ArrayFileWriter
from index.arrays.deletions import read_deletions, write_deletions
from index.errors import IndexDamagedError


@given(deleted=st.lists(st.booleans(), min_size=1, max_size=40))
def test_deletions_come_back(deleted: list[bool], tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("deletions")
    name = write_deletions(folder, "segment", np.array(deleted))
    assert read_deletions(folder / name, len(deleted)).tolist() == deleted
    assert [path.name for path in folder.iterdir()] == [name]


def test_other_deletions_have_another_name(tmp_path: Path) -> None:
    names = {write_deletions(tmp_path, "segment", np.arange(9) == number) for number in range(9)}
    assert len(names) == 9
    assert write_deletions(tmp_path, "segment", np.arange(9) == 3) in names


@pytest.mark.parametrize("packed", [0, 1, 3])
def test_more_or_fewer_bits_than_documents_are_damage(packed: int, tmp_path: Path) -> None:
    with ArrayFileWriter(tmp_path / "segment.deleted.seg") as file:
        file.meta["documents"] = 9
        file.put("deleted", np.zeros(packed, np.uint8))
    with pytest.raises(IndexDamagedError, match=r"segment\.deleted\.seg"):
        read_deletions(tmp_path / "segment.deleted.seg", 9)


def test_deletions_of_another_number_of_documents_are_damage(tmp_path: Path) -> None:
    name = write_deletions(tmp_path, "segment", np.zeros(9, np.bool_))
    with pytest.raises(IndexDamagedError, match=r"segment\.\w+\.deleted\.seg"):
        read_deletions(tmp_path / name, 10)
