"""An article's body cut where its paragraphs and quotes begin and end."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from corpus.article import Article, Quote, QuoteKind

_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of plain text: the kind of quote it belongs to, and the numbers of quotes that begin here.

    Where quotes overlap, the words are those of the direct one. Whoever renders a stretch escapes it.
    """

    text: str
    kind: QuoteKind | None
    opens: tuple[int, ...]


Passage = tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Voice:
    """One person in an article: the name there (or role) and the numbered quotes in their order."""

    speaker: str | None
    role: str | None
    quotes: tuple[tuple[int, Quote], ...]


def passages(article: Article) -> tuple[Passage, ...]:
    """Return the body paragraph by paragraph; joined again they are the body without its line ends."""
    cuts = _cuts(article)
    return tuple(
        tuple(_stretches(article, cuts, found.start(), found.end()))
        for found in _PARAGRAPH.finditer(article.body)
    )


def voices(article: Article) -> tuple[Voice, ...]:
    """Return the quotes by who said them, in the order in which each is first heard."""
    heard: dict[str, list[tuple[int, Quote]]] = {}
    for number, quote in enumerate(article.quotes, 1):
        heard.setdefault(quote.speaker or f"\0{quote.role}", []).append((number, quote))
    return tuple(
        Voice(
            speaker=quotes[0][1].speaker,
            role=next((quote.role for _, quote in quotes if quote.role), None),
            quotes=tuple(quotes),
        )
        for quotes in heard.values()
    )


def _cuts(article: Article) -> list[int]:
    """Return every offset at which a quote begins or ends."""
    return sorted({offset for quote in article.quotes for offset in (quote.start, quote.end)})


def _stretches(article: Article, cuts: list[int], start: int, end: int) -> Iterator[Stretch]:
    inner = [offset for offset in cuts if start < offset < end]
    for left, right in pairwise([start, *inner, end]):
        over = [quote for quote in article.quotes if quote.start <= left and right <= quote.end]
        # A quote that begins in the white space before a paragraph opens with the paragraph.
        opens = tuple(
            number
            for number, quote in enumerate(article.quotes, 1)
            if left <= _first_letter(article.body, quote) < right
        )
        yield Stretch(article.body[left:right], _kind(over), opens)


def _first_letter(body: str, quote: Quote) -> int:
    """Return where the quote's text begins, past any white space."""
    text = body[quote.start : quote.end]
    return quote.start + len(text) - len(text.lstrip())


def _kind(quotes: list[Quote]) -> QuoteKind | None:
    kinds = {quote.kind for quote in quotes}
    return "direct" if "direct" in kinds else next(iter(kinds), None)
