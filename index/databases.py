"""SQLite files: filled inside a folder that is not published yet, and after that only read."""

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import quote

# Nothing is published before all of it is flushed, and a file that a dying writer left is thrown away: SQLite
# need not keep a journal nor flush. Sorting may spill to the system's folder for temporary files.
_PRAGMAS = ("journal_mode = OFF", "synchronous = OFF", "locking_mode = EXCLUSIVE")
# Digests are looked up all over a file: without pages kept in memory each would be read again and again.
_CACHE = "PRAGMA cache_size = -32768"
# SQLite's result codes (its low byte; see sqlite.org/rescode.html) for what an OSError says elsewhere.
_ERRORS = {
    sqlite3.SQLITE_FULL: errno.ENOSPC,
    sqlite3.SQLITE_IOERR: errno.EIO,
    sqlite3.SQLITE_READONLY: errno.EROFS,
    sqlite3.SQLITE_CANTOPEN: errno.EACCES,
    sqlite3.SQLITE_PERM: errno.EACCES,
}

# What sqlite3 raises over a damaged file. It decodes the names of columns, and messages that quote the file;
# neither need be text then.
DAMAGE = (sqlite3.DatabaseError, UnicodeDecodeError)


@contextmanager
def fill(path: Path) -> Iterator[sqlite3.Connection]:
    """Give a new database to fill in one transaction, which a block that ends well commits.

    Raises OSError, as any file does, where the disk is full or cannot be written.
    """
    try:
        with closing(_connect(path, "mode=rwc")) as connection:
            for pragma in _PRAGMAS:
                connection.execute(f"PRAGMA {pragma}")
            connection.execute("BEGIN")
            yield connection
            connection.execute("COMMIT")
    except sqlite3.OperationalError as error:
        number = _ERRORS.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
        if number is None:
            raise
        raise OSError(number, os.strerror(number), str(path)) from error


def open_finished(path: Path) -> sqlite3.Connection:
    """Open a database that nobody writes any more: no lock is taken, and no file is made beside it.

    Raises one of DAMAGE where it is none.
    """
    return _connect(path, "mode=ro&immutable=1")


def _connect(path: Path, options: str) -> sqlite3.Connection:
    # Names of folders may hold any byte: in a URI all but letters and digits are escaped.
    address = f"file://{quote(os.fsencode(path.absolute()))}?{options}"
    connection = sqlite3.connect(address, uri=True, isolation_level=None)
    try:
        connection.execute(_CACHE)
    except DAMAGE:
        connection.close()
        raise
    return connection
