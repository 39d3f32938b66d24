"""One writer at a time: an advisory lock on the index folder that says who holds it."""

import fcntl
import os
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from index.errors import IndexLockedError

_RETRY_SECONDS = 0.05


@contextmanager
def writer_lock(path: Path, timeout: float) -> Iterator[None]:
    """Hold the lock file for the length of a block.

    The kernel drops the lock with the process, so that a killed writer leaves nothing behind but its name in
    the file. Raises IndexLockedError naming the holder when `timeout` seconds go by.
    """
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        _acquire(descriptor, path, time.monotonic() + timeout)
        _write_holder(descriptor)
        yield
    finally:
        os.close(descriptor)


def _acquire(descriptor: int, path: Path, deadline: float) -> None:
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= deadline:
                raise _locked(descriptor, path) from None
            time.sleep(_RETRY_SECONDS)
        else:
            return


def _locked(descriptor: int, path: Path) -> IndexLockedError:
    holder = os.pread(descriptor, 200, 0).decode("utf-8", "replace").strip() or "another process"
    return IndexLockedError(
        f"{path.parent}: the index is being written by {holder};"
        " wait until it is done or give a longer --timeout."
    )


def _write_holder(descriptor: int) -> None:
    since = datetime.now().astimezone().isoformat(timespec="seconds")
    os.ftruncate(descriptor, 0)
    os.pwrite(descriptor, f"process {os.getpid()} on {socket.gethostname()} since {since}\n".encode(), 0)
