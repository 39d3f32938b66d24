import subprocess
import sys
from pathlib import Path

import pytest

from index.errors import IndexLockedError
from index.lock import writer_lock

HOLDER = """
import sys, time
from pathlib import Path
from index.lock import writer_lock
with writer_lock(Path(sys.argv[1]), 0):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_the_lock_can_be_taken_again_once_it_is_dropped(tmp_path: Path) -> None:
    for _ in range(2):
        with writer_lock(tmp_path / "LOCK", 0):
            pass


def test_a_second_writer_is_told_who_holds_the_lock(tmp_path: Path) -> None:
    path = tmp_path / "LOCK"
    command = [sys.executable, "-c", HOLDER, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout
        assert holder.stdout.readline() == "held\n"
        with (
            pytest.raises(IndexLockedError, match=f"process {holder.pid} on .* since "),
            writer_lock(path, 0.1),
        ):
            pass
        holder.kill()
    with writer_lock(path, 5):
        assert f"process {holder.pid}" not in path.read_text()
