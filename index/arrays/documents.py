"""What a record becomes on its way into the arrays: the words of each field, the columns, what is stored."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from corpus.article import Article, to_json
from index.analysis import BREAK, Analysis, analyze, name_words
from index.arrays.joined_texts import analyze_joined
from index.schema import QuoteEntry
from index.tokenization import tokenize
from index.voices import NO_DAY, Voice, voice_text, voices_of

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
    title, voices = _analysed("title", article.title), voices_of(article)
    shared = _names(article.source, article.speakers)
    said, each_said = analyze_joined([quote.text for quote in article.quotes])
    fields = {"id": Terms([article.id])} | title | _analysed("body", article.body) | _text("quote", said)
    document = Document(
        fields | shared,
        _columns(article, [voices[name] for name in article.speakers], article.id),
        record or article.to_json(),
    )
    return Inputs(document, list(_quotes(article, title, each_said, voices)))


def _quotes(
    article: Article, title: dict[str, Terms], said: Sequence[Analysis], voices: Mapping[str, Voice]
) -> Iterator[Document]:
    records = _entries(article)
    for quote, analysis, record in zip(article.quotes, said, records, strict=True):
        speakers = (quote.speaker,) if quote.speaker else ()
        fields = {"article": Terms([article.id])} | title | _text("quote", analysis)
        fields |= _names(article.source, speakers)
        columns = _columns(article, [voices[name] for name in speakers], f"{article.id} {quote.start:08}")
        yield Document(fields, columns, record)


def _entries(article: Article) -> Iterator[str]:
    """Yield what QuoteEntry.to_json gives of each quote; what all of them say of the article is made once."""
    if not article.quotes:
        return
    first = QuoteEntry(
        article.quotes[0],
        article.id,
        article.title,
        article.lead,
        article.date,
        article.source,
        article.url,
        article.kind,
    )
    # In a text the quotation mark would stand behind a backslash.
    _, comma, rest = first.to_json().partition(', "article_id"')
    for quote in article.quotes:
        yield f'{{"quote": {to_json(quote)}{comma}{rest}'


def _analysed(name: str, text: str | None) -> dict[str, Terms]:
    return _text(name, analyze(text)) if text else {}


def _text(name: str, analysis: Analysis) -> dict[str, Terms]:
    """Return the two fields of a text: as written, and stemmed."""
    return {name: _surfaces(analysis), f"{name}_stem": _stems(analysis)}


def _stems(analysis: Analysis) -> Terms:
    """Return the stems with the position of the first word of each, in the order of positions."""
    positions = analysis.words.positions
    places = [(position, stem) for position, stem in zip(positions, analysis.stems, strict=True) if stem]
    if analysis.wide:
        places += [(positions[wide.first], wide.stem) for wide in analysis.wide]
        places.sort(key=itemgetter(0))
    return Terms([stem for _, stem in places], [position for position, _ in places])


def _surfaces(analysis: Analysis) -> Terms:
    words = analysis.words
    return Terms(words.surfaces, words.positions, words.starts, words.ends)


def _names(source: str | None, speakers: Sequence[str]) -> dict[str, Terms]:
    return {"source": _name(source or ""), "speaker": _name(BREAK.join(speakers))}


@lru_cache(_NAMES_MOST)
def _name(text: str) -> Terms:
    words = tokenize(text)
    return Terms(list(name_words(words.surfaces)), words.positions)


def _columns(article: Article, voices: Sequence[Voice], key: str) -> dict[str, Value]:
    return {
        "source": article.source or "",
        "speaker": tuple(map(voice_text, voices)),
        "day": article.date.toordinal() if article.date else NO_DAY,
        "kind": article.kind,
        "key": key.encode(),
    }
