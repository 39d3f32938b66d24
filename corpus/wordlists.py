"""Word lists, kept as text under each package's `data` so that anyone can read and correct them."""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files


def read_lines(name: str, package: str = "corpus") -> Iterator[str]:
    """Yield the lines of a list without comments (from # on) and blank lines."""
    text = files(package).joinpath("data", name).read_text(encoding="utf-8")
    for line in text.splitlines():
        if content := line.partition("#")[0].strip():
            yield content


@cache
def read_words(name: str, package: str = "corpus") -> frozenset[str]:
    """Return the words of a list, however many stand on a line."""
    return frozenset(word for line in read_lines(name, package) for word in line.split())
