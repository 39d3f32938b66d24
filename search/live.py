"""An engine that follows the index: each query is answered from the newest generation."""

import threading
from pathlib import Path

from corpus.article import Article
from index.generations import IndexFolder
from search.engine import Findings, Plan
from search.whoosh_engine import WhooshEngine


class LiveEngine:
    """Hold the generation that is live and move to the next one when it is published.

    A query under way keeps the generation it began with. Threads may share a LiveEngine.
    """

    def __init__(self, root: Path) -> None:
        self._folder = IndexFolder(root)
        self._engine = WhooshEngine.open(root)
        self._lock = threading.Lock()

    @property
    def generation(self) -> str:
        """Name the generation that answers now."""
        return self.current().generation

    def find(self, plan: Plan) -> Findings:
        """Return the hits of a plan, ranked, with facets."""
        return self.current().find(plan)

    def article(self, article_id: str) -> Article:
        """Return one article; raises UnknownArticleError."""
        return self.current().article(article_id)

    def current(self) -> WhooshEngine:
        """Return the engine of the live generation."""
        with self._lock:
            if self._folder.current_name() != self._engine.generation:
                before, self._engine = self._engine, WhooshEngine.open(self._folder.root)
                before.close()
            return self._engine
