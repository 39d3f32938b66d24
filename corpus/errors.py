"""The root of every error that Suara raises on purpose."""


class SuaraError(Exception):
    """Say in one sentence what was wrong and what to do next.

    The command line prints the message and exits with 2; the web page answers with `status`.
    """

    status = 400


class CorpusError(SuaraError):
    """A document or a corpus folder that cannot be read; the message names the file."""


class OutletsError(SuaraError):
    """A list of outlets that cannot be read, or a line of it that makes no sense."""
