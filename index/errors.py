"""What can be wrong with an index on disk, each with the next step in its sentence."""

from corpus.errors import SuaraError


class IndexMissingError(SuaraError):
    """No index stands where one was expected."""

    status = 503


class IndexForeignError(SuaraError):
    """The folder named as an index holds something else, which is never touched."""

    status = 503


class IndexOutdatedError(SuaraError):
    """The index was made with another schema or analyzer than this version's."""

    status = 503


class IndexDamagedError(SuaraError):
    """A file of the index is missing, or not what its manifest says."""

    status = 503


class IndexLockedError(SuaraError):
    """Another process is writing the index."""

    status = 503


class IndexBuildError(SuaraError):
    """A new generation could not be made; the one before still stands."""


class IndexWriteError(SuaraError):
    """The index folder cannot be written: a disk that is full, or a folder that is read-only."""

    status = 503


class EquivalentsError(SuaraError):
    """A list of equivalent words that cannot be read, or a line of it that makes no sense."""


class PeopleError(SuaraError):
    """A list of persons that cannot be read, or a line of it that makes no sense."""
