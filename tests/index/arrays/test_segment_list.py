from pathlib import Path

import pytest

from index.arrays.segment_list import SEGMENTS_NAME, SegmentEntry, read_segments, write_segments
from index.errors import IndexDamagedError

ENTRIES = (SegmentEntry("a", 10, None, 10), SegmentEntry("b", 5, "b.1.deleted.seg", 3))


def test_a_list_comes_back_in_its_order(tmp_path: Path) -> None:
    write_segments(tmp_path, ENTRIES)
    assert read_segments(tmp_path) == ENTRIES


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("10", "11"),
        ('"version": 1', '"version": 2'),
        ('"segments"', '"segment"'),
        ('"name"', '"nom"'),
        ("{", "["),
        ("null", "null "),
    ],
)
def test_a_list_that_was_changed_is_damage(tmp_path: Path, old: str, new: str) -> None:
    write_segments(tmp_path, ENTRIES)
    path = tmp_path / SEGMENTS_NAME
    path.write_text(path.read_text().replace(old, new, 1))
    with pytest.raises(IndexDamagedError, match=r"SEGMENTS\.json: missing or not as it was written"):
        read_segments(tmp_path)


def test_a_missing_list_is_damage(tmp_path: Path) -> None:
    with pytest.raises(IndexDamagedError):
        read_segments(tmp_path)
