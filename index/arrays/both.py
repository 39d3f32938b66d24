"""The two indexes of a generation: articles, and the quotes in them."""

from dataclasses import dataclass
from pathlib import Path

from index.arrays.array_index import ArrayIndex, open_arrays
from index.arrays.layout import ARTICLES, QUOTES

ARTICLES_FOLDER = "articles"
QUOTES_FOLDER = "quotes"


@dataclass(frozen=True, slots=True)
class BothIndexes:
    """The articles and the quotes of a generation, open."""

    articles: ArrayIndex
    quotes: ArrayIndex

    @property
    def counts(self) -> tuple[int, int]:
        """How many articles and quotes there are, those deleted left out."""
        return self.articles.alive, self.quotes.alive

    def verify(self) -> None:
        """Read all files whole; raises IndexDamagedError naming one that is not as it was written."""
        self.articles.verify()
        self.quotes.verify()


def open_both(folder: Path) -> BothIndexes:
    """Open the indexes in a generation's folder; raises IndexDamagedError."""
    return BothIndexes(
        open_arrays(folder / ARTICLES_FOLDER, ARTICLES), open_arrays(folder / QUOTES_FOLDER, QUOTES)
    )
