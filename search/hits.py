"""Stored records made into hits."""

from dataclasses import dataclass

from corpus.article import Article
from index.schema import QuoteEntry
from index.voices import voices_of
from search.highlights import Highlights, NamesOf, Places, own_name
from search.people import People
from search.request import Target
from search.results import ArticleHit, Hit, QuoteHit
from search.snippets import quote_snippets, snippets_of


@dataclass(frozen=True, slots=True)
class Found:
    """A document that matches: its stored record, its score and its speakers by the names of the facets.

    `places` are where the words stand that may be marked, if that is known.
    """

    record: str
    score: float
    speakers: tuple[str, ...]
    places: Places | None = None


def make_hit(target: Target, found: Found, highlights: Highlights, people: People) -> Hit:
    """Return the hit of a document, with the passages that show why it matched."""
    if target == "articles":
        return _article_hit(found, highlights, people)
    return _quote_hit(found, highlights)


def _article_hit(found: Found, highlights: Highlights, people: People) -> ArticleHit:
    # Without words of a quote to look for, no quote is looked at, nor whose it is.
    article = Article.from_json(found.record, with_quotes=bool(highlights.said))
    names_of = _names_of(article, people) if highlights.said else own_name
    marks = highlights.in_body(article.body, article.quotes, names_of, found.places)
    return ArticleHit(
        id=article.id,
        title=article.title,
        lead=article.lead,
        date=article.date,
        source=article.source,
        speakers=found.speakers,
        url=article.url,
        score=found.score,
        snippets=snippets_of(article.body, marks),
        kind=article.kind,
    )


def _quote_hit(found: Found, highlights: Highlights) -> QuoteHit:
    entry = QuoteEntry.from_json(found.record)
    said = entry.quote
    speaker = next(iter(found.speakers), None)
    return QuoteHit(
        speaker=speaker,
        as_named=said.speaker if said.speaker != speaker else None,
        role=said.role,
        text=said.text,
        kind=said.kind,
        cue=said.cue,
        date=entry.date,
        source=entry.source,
        article_id=entry.article_id,
        title=entry.title,
        lead=entry.lead,
        url=entry.url,
        score=found.score,
        snippets=quote_snippets(said.text, highlights.in_quote(said.text, found.places)),
        article_kind=entry.article_kind,
    )


def _names_of(article: Article, people: People) -> NamesOf:
    voices = voices_of(article)

    def names_of(name: str) -> tuple[str, ...]:
        return people.names_of(people.person(voices[name])) if name else ()

    return names_of
