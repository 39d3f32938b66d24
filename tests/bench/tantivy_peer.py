"""Tantivy, fed stems by Suara's analyzer; it cuts surface forms by the same rule itself, in Rust.

Titles and bodies are stored in the fields of surface forms, so that Tantivy's own snippets can be made of
them: of a stem they mark all the surface forms that the index has of it.
"""

import json
from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from tantivy import (
    Document,
    Filter,
    Index,
    Occur,
    Query,
    SchemaBuilder,
    SnippetGenerator,
    TextAnalyzerBuilder,
    Tokenizer,
)

from bench.entries import TEXT_FIELDS, Entries, Entry
from bench.peers import HITS, TITLE, VALUES, Facets
from bench.questions import Question, Task
from bench.term_peer import Found, TermPeer
from corpus.article import Article
from index.analysis import analyze

# A word as index.tokenization cuts it, but for what a look ahead decides: Rp1,5.
_WORD = r"\d+(?:[.,:]\d+)+|[\p{L}\p{N}\p{M}]+(?:['`‘’ʼ][\p{L}\p{N}\p{M}]+)*"
_BUFFER = 500_000_000
_MONTHS = 1_000
_PASSAGE = 400
_VALUES = {"source": ("source", VALUES), "speaker": ("speaker", VALUES), "date": ("month", _MONTHS)}
_AGGREGATIONS = {name: {"terms": {"field": field, "size": size}} for name, (field, size) in _VALUES.items()}


def _schema() -> Any:
    builder = SchemaBuilder()
    for name in TEXT_FIELDS:
        stored = name != "said"
        builder.add_text_field(name, tokenizer_name="words", index_option="position", stored=stored)
        builder.add_text_field(f"{name}_stem", tokenizer_name="whitespace", index_option="freq")
    builder.add_text_field("key", tokenizer_name="raw", index_option="basic")
    for name in ("source", "speaker", "month"):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic", fast=True)
    builder.add_unsigned_field("day", fast=True)
    builder.add_bytes_field("record", stored=True)
    return builder.build()


class TantivyPeer(TermPeer):
    """Tantivy through its Python package, whose writer has threads of its own."""

    most_cores = 8

    def __init__(self, folder: Path) -> None:
        self._folders = [folder / name for name in ("articles", "quotes")]
        self._schema = _schema()
        self._searcher: Any = None
        self._opened: Any = None

    def write(self, articles: Iterable[Article], cores: int) -> None:
        """Fill two indexes, commit them and wait for what is merged."""
        for folder in self._folders:
            folder.mkdir(parents=True)
        self._add(articles, cores)

    def update(self, articles: Sequence[Article]) -> None:
        """Add articles and commit."""
        self._add(articles, 1)

    def open(self) -> None:
        """Open the index of articles."""
        self._opened = _opened(self._schema, self._folders[0])
        self._searcher = self._opened.searcher()

    def compiled(self, task: Task, question: Question) -> Any:
        """Return the query."""
        query = self._query(question)
        if task is not Task.FILTER:
            return query
        chosen = {"source": question.source, "month": question.month}
        filters = [
            Query.const_score_query(Query.term_query(self._schema, field, value, "basic"), 0.0)
            for field, value in chosen.items()
        ]
        return Query.boolean_query([(Occur.Must, each) for each in (query, *filters)])

    def found(self, task: Task, compiled: Any) -> Found:
        """Run a query; the facets are a second pass, as in every use of Tantivy from Python."""
        order = "day" if task is Task.NEWEST else None
        result = self._searcher.search(compiled, HITS, count=task is not Task.BARE, order_by_field=order)
        counts = None
        if task in (Task.FACETS, Task.WHOLE):
            counts = self._searcher.aggregate(compiled, _AGGREGATIONS)
        return Found(result.count, [address for _, address in result.hits], counts)

    def facets(self, counts: Any) -> Facets:
        """Read the buckets."""
        return {
            name: {bucket["key"]: bucket["doc_count"] for bucket in counts[name]["buckets"] if bucket["key"]}
            for name in _VALUES
        }

    def record(self, handle: Any) -> str:
        """Return the stored record, without title and body."""
        record: bytes = self._searcher.doc(handle)["record"][0]
        return bytes(record).decode()

    def hits(self, found: Found, asked: Question) -> list[tuple[dict[str, Any], str]]:
        """Return the records of hits, each with the passage that Tantivy chooses."""
        forms = [form for stem in asked.terms for form in self._forms.get(stem, ())]
        marked = [(Occur.Should, Query.term_query(self._schema, "body", form)) for form in forms]
        wanted = Query.boolean_query(marked)
        generator = SnippetGenerator.create(self._searcher, wanted, self._schema, "body")
        generator.set_max_num_chars(_PASSAGE)
        return [self._hit(handle, generator) for handle in found.first]

    def _hit(self, handle: Any, generator: Any) -> tuple[dict[str, Any], str]:
        document = self._searcher.doc(handle)
        record = json.loads(bytes(document["record"][0]))
        record |= {"title": document["title"][0], "body": document["body"][0]}
        snippet = generator.snippet_from_doc(document)
        return record, _bracketed(snippet)

    @cached_property
    def _forms(self) -> dict[str, list[str]]:
        """The surface forms in bodies by their stem."""
        forms: dict[str, list[str]] = {}
        for form, _ in self._searcher.terms_with_prefix("body", ""):
            for stem in analyze(form).terms():
                forms.setdefault(stem, []).append(form)
        return forms

    def _query(self, question: Question) -> Any:
        match question.kind:
            case "words":
                words = [self._anywhere(stem) for stem in question.terms]
                return words[0] if len(words) == 1 else _all(words)
            case "phrase":
                words = list(question.terms)
                return _any(Query.phrase_query(self._schema, name, words) for name in ("title", "body"))
            case "prefix":
                beginning = f"{question.terms[0]}.*"
                return _any(Query.regex_query(self._schema, name, beginning) for name in ("title", "body"))

    def _anywhere(self, stem: str) -> Any:
        title = Query.term_query(self._schema, "title_stem", stem, "freq")
        return _any(
            (Query.boost_query(title, TITLE), Query.term_query(self._schema, "body_stem", stem, "freq"))
        )

    def _add(self, articles: Iterable[Article], cores: int) -> None:
        writers = [
            _opened(self._schema, folder).writer(heap_size=_BUFFER // 2, num_threads=cores)
            for folder in self._folders
        ]
        for article in articles:
            entries = Entries.of(article)
            writers[0].add_document(_document(entries.article))
            for entry in entries.quotes:
                writers[1].add_document(_document(entry))
        for writer in writers:
            writer.commit()
            writer.wait_merging_threads()


def _opened(schema: Any, folder: Path) -> Any:
    opened = Index(schema, str(folder))
    analyzer = TextAnalyzerBuilder(Tokenizer.regex(_WORD)).filter(Filter.lowercase()).build()
    opened.register_tokenizer("words", analyzer)
    return opened


def _document(entry: Entry) -> Any:
    document = Document()
    for name, text in entry.texts.items():
        document.add_text(name, text.text)
        document.add_text(f"{name}_stem", " ".join(text.stems))
    document.add_text("key", entry.key)
    document.add_text("source", entry.source)
    document.add_text("month", entry.month)
    for speaker in entry.speakers:
        document.add_text("speaker", speaker)
    document.add_unsigned("day", entry.day)
    document.add_bytes("record", entry.rest.encode())
    return document


def _any(queries: Iterable[Any]) -> Any:
    return Query.boolean_query([(Occur.Should, each) for each in queries])


def _all(queries: Iterable[Any]) -> Any:
    return Query.boolean_query([(Occur.Must, each) for each in queries])


def _bracketed(snippet: Any) -> str:
    """Mark what Tantivy highlights; its ranges count bytes."""
    fragment: bytes = snippet.fragment().encode()
    cut, place = b"", 0
    for part in snippet.highlighted():
        cut += fragment[place : part.start] + b"[" + fragment[part.start : part.end] + b"]"
        place = part.end
    return (cut + fragment[place:]).decode()
