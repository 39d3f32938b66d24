"""What a record becomes on its way into the arrays: the words of each field, the columns, what is stored."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from corpus.article import Article, to_json
from index.analysis import BREAK, analyze, name_words
from index.arrays.quoted_terms import quoted_terms
from index.arrays.text_terms import Terms, TextTerms
from index.schema import QuoteEntry
from index.tokenization import tokenize
from index.voices import NO_DAY, Voice, voice_text, voices_of

# Names whose words are remembered: outlets, and the speakers who are quoted again.
_NAMES_MOST = 10_000

Value = int | str | Sequence[str] | bytes


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
    title, body, voices = analyze(article.title or ""), analyze(article.body), voices_of(article)
    titled = _text("title", TextTerms.of(title))
    shared = _names(article.source, article.speakers)
    said, each_said = quoted_terms(article, body)
    fields = {"id": Terms([article.id])} | titled | _text("body", TextTerms.of(body)) | _text("quote", said)
    document = Document(
        fields | shared,
        _columns(article, [voices[name] for name in article.speakers], article.id),
        record or article.to_json(),
    )
    return Inputs(document, list(_quotes(article, titled, each_said, voices)))


def _quotes(
    article: Article, title: dict[str, Terms], said: Sequence[TextTerms], voices: Mapping[str, Voice]
) -> Iterator[Document]:
    shared = {"article": Terms([article.id]), "source": _name(article.source or ""), **title}
    columns = _columns(article, (), article.id)
    for quote, terms, record in zip(article.quotes, said, _entries(article), strict=True):
        speaker = quote.speaker
        fields = {**shared, **_text("quote", terms), "speaker": _name(speaker or "")}
        own: dict[str, Value] = {
            "speaker": (voice_text(voices[speaker]),) if speaker else (),
            "key": f"{article.id} {quote.start:08}".encode(),
        }
        yield Document(fields, columns | own, record)


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


def _text(name: str, terms: TextTerms) -> dict[str, Terms]:
    """Return the two fields of a text: as written, and stemmed."""
    return {name: terms.surfaces, f"{name}_stem": terms.stems}


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
