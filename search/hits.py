"""Stored records made into hits."""

from corpus.article import Article
from index.schema import QuoteEntry
from search.highlights import Highlights
from search.request import Target
from search.results import ArticleHit, Hit, QuoteHit
from search.snippets import quote_snippets, snippets_of


def make_hit(target: Target, record: str, score: float, highlights: Highlights) -> Hit:
    """Return the hit of a stored record, with the passages that show why it matched."""
    if target == "articles":
        return _article_hit(Article.from_json(record), score, highlights)
    return _quote_hit(QuoteEntry.from_json(record), score, highlights)


def _article_hit(article: Article, score: float, highlights: Highlights) -> ArticleHit:
    return ArticleHit(
        id=article.id,
        title=article.title,
        lead=article.lead,
        date=article.date,
        source=article.source,
        speakers=article.speakers,
        url=article.url,
        score=score,
        snippets=snippets_of(article.body, highlights.in_body(article.body, article.quotes)),
        kind=article.kind,
    )


def _quote_hit(entry: QuoteEntry, score: float, highlights: Highlights) -> QuoteHit:
    said = entry.quote
    return QuoteHit(
        speaker=said.speaker,
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
        score=score,
        snippets=quote_snippets(said.text, highlights.in_quote(said.text)),
        article_kind=entry.article_kind,
    )
