"""An engine that follows the index: each query is answered from the newest generation."""

import logging
import threading
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from corpus.article import Article
from corpus.errors import SuaraError
from index.generations import IndexFolder
from search.arrays.engine import ArraysEngine
from search.engine import Findings, Plan
from search.request import Target
from search.results import Hit
from search.speakers import SpeakerTable, Split
from search.spelling import Indexed

_LOG = logging.getLogger(__name__)


class LiveEngine:
    """Hold the generation that is live and move to the next one when it is published.

    A query under way keeps the generation it began with, even where that is pruned: its files are mapped. The
    first query after a publication opens the next generation, and the one before answers all others until it
    is open; one that cannot be opened is logged, and the one before goes on answering. Threads may share a
    LiveEngine.
    """

    def __init__(self, root: Path) -> None:
        self._folder = IndexFolder(root)
        self._pointer = self._folder.pointer()
        self._engine = ArraysEngine.open(root)
        self._opening = threading.Lock()

    @property
    def generation(self) -> str:
        """Name the generation that answers now."""
        return self.current().generation

    @property
    def identity(self) -> str:
        """Tell the generation that answers now from every other."""
        return self.current().identity

    def find(self, plan: Plan) -> Findings:
        """Return the hits of a plan, ranked, with facets."""
        return self.current().find(plan)

    def find_all(self, plan: Plan) -> tuple[Findings, Iterator[Hit]]:
        """Return what `find` does with all hits apart, read one by one from the same generation."""
        return self.current().find_all(plan)

    def speakers(self, plan: Plan, split: Split | None) -> SpeakerTable:
        """Count by speaker the quotes that a plan finds; its limit is one of speakers."""
        return self.current().speakers(plan, split)

    def count(self, plans: Sequence[Plan]) -> tuple[int, ...]:
        """Return how many hits each plan has."""
        return self.current().count(plans)

    def words_near(self, word: str, field: str | None, target: Target, typos: int) -> tuple[Indexed, ...]:
        """Return the indexed words of a field at most so many typos away from a folded word."""
        return self.current().words_near(word, field, target, typos)

    def article(self, article_id: str) -> Article:
        """Return one article; raises UnknownArticleError."""
        return self.current().article(article_id)

    def persons(self, article: Article) -> dict[str, str]:
        """Return the persons whom an article names, by the names that it has for them."""
        return self.current().persons(article)

    def namesakes(self, names: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """Return who else is called by a chosen name."""
        return self.current().namesakes(names)

    def nearest(self, names: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """Return who has a name near a chosen one that nobody has."""
        return self.current().nearest(names)

    def current(self) -> ArraysEngine:
        """Return the engine of the live generation, or of the one before while another thread opens it."""
        if self._folder.pointer() != self._pointer and self._opening.acquire(blocking=False):
            try:
                self._open()
            finally:
                self._opening.release()
        return self._engine

    def _open(self) -> None:
        """Open the live generation, unless that is done or is in vain until another goes live."""
        pointer = self._folder.pointer()
        if pointer == self._pointer:
            return
        try:
            self._engine = ArraysEngine.open(self._folder.root)
        except SuaraError as error:
            _LOG.warning("Answering from %s still: %s", self._engine.generation, error)
        finally:
            self._pointer = pointer
