"""Lists that a user writes beside Suara's own."""

from pathlib import Path

from corpus.errors import SuaraError


def read_user_file(path: Path, raised: type[SuaraError]) -> str:
    """Return the text of a user's list; raises the error given where it cannot be read."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise raised(f"{path} cannot be read ({error.strerror}): check the path.") from error
    except UnicodeDecodeError as error:
        raise raised(f"{path} is not UTF-8: save it as UTF-8.") from error
