import errno
import sqlite3
from pathlib import Path

import pytest

from index.databases import fill, open_finished


def test_what_was_filled_is_read_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    with fill(tmp_path / "a.layer") as connection:
        connection.execute("CREATE TABLE rows (x)")
        connection.executemany("INSERT INTO rows VALUES (?)", [(1,), (2,)])
    connection = open_finished(tmp_path / "a.layer")
    assert connection.execute("SELECT * FROM rows").fetchall() == [(1,), (2,)]
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        connection.execute("DELETE FROM rows")
    connection.close()
    assert [path.name for path in tmp_path.iterdir()] == ["a.layer"]


def test_a_full_disk_is_an_error_of_the_disk(tmp_path: Path) -> None:
    statements = (
        "PRAGMA max_page_count = 3; CREATE TABLE rows (x); INSERT INTO rows VALUES (zeroblob(100000))"
    )
    with pytest.raises(OSError, match="No space left") as caught, fill(tmp_path / "a.layer") as connection:
        connection.executescript(statements)
    assert (caught.value.errno, caught.value.filename) == (errno.ENOSPC, str(tmp_path / "a.layer"))


def test_a_file_that_cannot_be_made_is_an_error_of_the_disk(tmp_path: Path) -> None:
    with pytest.raises(PermissionError), fill(tmp_path / "none" / "a.layer"):
        pass


def test_a_mistake_in_a_statement_is_none_of_the_disk(tmp_path: Path) -> None:
    with pytest.raises(sqlite3.OperationalError, match="syntax"), fill(tmp_path / "a.layer") as connection:
        connection.execute("SELCT")
