"""What a record becomes on its way into the arrays: the words of each field, the columns, what is stored."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from corpus.article import Article, Quote
from index.analysis import BREAK, Analysis, analyze, name_words
from index.schema import NO_DAY, QuoteEntry
from index.tokenization import tokenize

# Names whose words are remembered: outlets, and the speakers who are quoted again.
_NAMES_MOST = 10_000

Value = int | str | Sequence[str] | bytes


class Terms(NamedTuple):
    """The words of a field as they are looked for, in order; none of the rest where the field has none of it.

    `positions` grow from word to word; `starts` and `ends` are places in the text, none overlapping.
    """

    terms: Sequence[str]
    positions: Sequence[int] = ()
    starts: Sequence[int] = ()
    ends: Sequence[int] = ()


class Document(NamedTuple):
    """One document of an index: `fields` without words, and names that are empty, may be left out."""

    fields: Mapping[str, Terms]
    columns: Mapping[str, Value]
    record: str


class Inputs(NamedTuple):
    """The documents of an article: itself and its quotes."""

    article: Document
    quotes: Sequence[Document]


def inputs_of(article: Article, record: str | None = None) -> Inputs:
    """Analyse an article and its quotes; `record` is what its to_json gives, where that is at hand."""
    title = _text("title", article.title)
    shared = _names(article.source, article.speakers)
    said = BREAK.join(quote.text for quote in article.quotes)
    fields = {"id": Terms([article.id])} | title | _text("body", article.body) | _text("quote", said)
    document = Document(
        fields | shared, _columns(article, article.speakers, article.id), record or article.to_json()
    )
    return Inputs(document, list(_quotes(article, title)))


def _quotes(article: Article, title: dict[str, Terms]) -> Iterator[Document]:
    lead = article.lead if article.quotes else ""
    for quote in article.quotes:
        speakers = (quote.speaker,) if quote.speaker else ()
        fields = {"article": Terms([article.id])} | title | _text("quote", quote.text)
        fields |= _names(article.source, speakers)
        columns = _columns(article, speakers, f"{article.id} {quote.start:08}")
        yield Document(fields, columns, _entry(article, quote, lead).to_json())


def _entry(article: Article, quote: Quote, lead: str) -> QuoteEntry:
    return QuoteEntry(quote, article.id, article.title, lead, article.date, article.source, article.url)


def _text(name: str, text: str | None) -> dict[str, Terms]:
    """Return the two fields of a text: as written, and stemmed."""
    if not text:
        return {}
    analysis = analyze(text)
    return {name: _surfaces(analysis), f"{name}_stem": Terms(_stems(analysis))}


def _stems(analysis: Analysis) -> Sequence[str]:
    """Return what `analysis.terms` yields, sooner."""
    return [*filter(None, analysis.stems), *(wide.stem for wide in analysis.wide)]


def _surfaces(analysis: Analysis) -> Terms:
    words = analysis.words
    return Terms(words.surfaces, words.positions, words.starts, words.ends)


def _names(source: str | None, speakers: Sequence[str]) -> dict[str, Terms]:
    return {"source": _name(source or ""), "speaker": _name(BREAK.join(speakers))}


@lru_cache(_NAMES_MOST)
def _name(text: str) -> Terms:
    words = tokenize(text)
    return Terms(list(name_words(words.surfaces)), words.positions)


def _columns(article: Article, speakers: Sequence[str], key: str) -> dict[str, Value]:
    return {
        "source": article.source or "",
        "speaker": speakers,
        "day": article.date.toordinal() if article.date else NO_DAY,
        "key": key.encode(),
    }
