from pathlib import Path

import pytest

from corpus.errors import OutletsError
from corpus.user_files import read_user_file


def test_a_list_is_read_without_its_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "outlets.tsv"
    path.write_text("merge\tNu’man\tUcok", encoding="utf-8-sig")
    assert read_user_file(path, OutletsError) == "merge\tNu’man\tUcok"


def test_a_list_that_cannot_be_read_is_told_with_the_next_step(tmp_path: Path) -> None:
    with pytest.raises(OutletsError, match="check the path"):
        read_user_file(tmp_path, OutletsError)
    path = tmp_path / "outlets.tsv"
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(OutletsError, match="save it as UTF-8"):
        read_user_file(path, OutletsError)
