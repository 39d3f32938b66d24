"""The word lists of this layer, kept as text under `corpus/data` so that anyone can read and correct them."""

from collections.abc import Iterator
from importlib.resources import files


def read_lines(name: str) -> Iterator[str]:
    """Yield the lines of a list without comments and blank lines."""
    text = files("corpus").joinpath("data", name).read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            yield line.strip()


def read_words(name: str) -> frozenset[str]:
    """Return the words of a list, however many stand on a line."""
    return frozenset(word for line in read_lines(name) for word in line.split())
