"""Stock Whoosh, used as its manual says: BM25F over titles and bodies, facets from columns."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from whoosh import query as whoosh
from whoosh.columns import RefBytesColumn
from whoosh.fields import ID, KEYWORD, NUMERIC, STORED, TEXT, Schema
from whoosh.index import create_in, open_dir
from whoosh.scoring import BM25F
from whoosh.sorting import Count, FieldFacet

from bench.entries import TEXT_FIELDS, Entries, Entry
from bench.peers import HITS, K1, TITLE, B, Facets
from bench.questions import Question, Task
from bench.term_peer import Found, TermPeer, most_frequent
from corpus.article import Article

_BUFFER_MB = 256
_COLUMNS = {"source": "source", "speaker": "speakers", "date": "month"}
_BOOSTS = {"title": TITLE, "body": 1.0}


def _schema() -> Schema:
    return Schema(
        key=ID(unique=True),
        **{name: TEXT(phrase=True) for name in TEXT_FIELDS},
        **{f"{name}_stem": TEXT(phrase=False) for name in TEXT_FIELDS},
        **{name: ID(sortable=RefBytesColumn()) for name in ("source", "month")},
        speakers=KEYWORD(commas=True),
        day=NUMERIC(numtype=int, bits=32, sortable=True),
        record=STORED(),
    )


class WhooshPeer(TermPeer):
    """Whoosh 2.7.4, its writers and searchers as they come."""

    def __init__(self, folder: Path) -> None:
        self._folders = [folder / name for name in ("articles", "quotes")]
        self._searcher: Any = None

    def write(self, articles: Iterable[Article], cores: int) -> None:  # noqa: ARG002  # one core is used
        """Fill two indexes and commit them."""
        for folder in self._folders:
            folder.mkdir(parents=True)
            create_in(str(folder), _schema())
        self._add(articles)

    def update(self, articles: Sequence[Article]) -> None:
        """Add articles and commit."""
        self._add(articles)

    def open(self) -> None:
        """Open the index of articles."""
        self._searcher = open_dir(str(self._folders[0])).searcher(weighting=BM25F(B=B, K1=K1))

    def compiled(self, task: Task, question: Question) -> Any:
        """Return the query and the options it is run with."""
        return _query(question), _options(task, question)

    def found(self, task: Task, compiled: Any) -> Found:
        """Run a query."""
        asked, options = compiled
        results = self._searcher.search(asked, limit=HITS, **options)
        numbers = [number for _, number in results.top_n]
        counts = None
        if task in (Task.FACETS, Task.WHOLE):
            counts = {name: results.groups(name) for name in _COLUMNS}
        return Found(None if task is Task.BARE else len(results), numbers, counts)

    def facets(self, counts: Any) -> Facets:
        """Read the groups."""
        return {name: most_frequent(values) for name, values in counts.items()}

    def record(self, handle: Any) -> str:
        """Return the stored record of a document."""
        record: str = self._searcher.stored_fields(handle)["record"]
        return record

    def _add(self, articles: Iterable[Article]) -> None:
        writers = [open_dir(str(folder)).writer(limitmb=_BUFFER_MB) for folder in self._folders]
        for article in articles:
            entries = Entries.of(article)
            writers[0].add_document(**_document(entries.article))
            for entry in entries.quotes:
                writers[1].add_document(**_document(entry))
        for writer in writers:
            writer.commit()


def _document(entry: Entry) -> dict[str, Any]:
    texts: dict[str, Any] = {}
    for name, text in entry.texts.items():
        # Whoosh takes a list for terms that were made before.
        texts |= {name: list(text.surfaces), f"{name}_stem": list(text.stems)}
    return texts | {
        "key": entry.key,
        "source": entry.source,
        "speakers": list(entry.speakers),
        "month": entry.month,
        "day": entry.day,
        "record": entry.record,
    }


def _query(question: Question) -> whoosh.Query:
    match question.kind:
        case "words":
            return whoosh.And([_anywhere(whoosh.Term, "_stem", stem) for stem in question.terms])
        case "phrase":
            return _anywhere(whoosh.Phrase, "", list(question.terms))
        case "prefix":
            return _anywhere(whoosh.Prefix, "", question.terms[0])


def _anywhere(kind: Any, suffix: str, text: str | list[str]) -> whoosh.Query:
    return whoosh.Or([kind(field + suffix, text, boost=boost) for field, boost in _BOOSTS.items()])


def _counted(column: str) -> FieldFacet:
    # An article has several speakers: Whoosh's manual groups by such a field with `allow_overlap`.
    return FieldFacet(column, maptype=Count, allow_overlap=column == "speakers")


def _options(task: Task, question: Question) -> dict[str, Any]:
    match task:
        case Task.FACETS | Task.WHOLE:
            return {"groupedby": {name: _counted(column) for name, column in _COLUMNS.items()}}
        case Task.FILTER:
            chosen = [whoosh.Term("source", question.source), whoosh.Term("month", question.month)]
            return {"filter": whoosh.And(chosen)}
        case Task.NEWEST:
            return {"sortedby": FieldFacet("day", reverse=True)}
        case _:
            return {}
