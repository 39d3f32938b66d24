"""The words of an article's quotes, cut out of those of its body, where every quote stands."""

from bisect import bisect_left
from collections.abc import Sequence

from corpus.article import Article, Quote
from index.analysis import BREAK, BREAK_GAP, Analysis, WideStem, analyzer
from index.arrays.joined_texts import analyze_joined
from index.arrays.text_terms import NO_TEXT, Terms, TextTerms


def quoted_terms(article: Article, body: Analysis) -> tuple[TextTerms, Sequence[TextTerms]]:
    """Return the terms of an article's quotes joined by BREAK, and those of each quote.

    They are what the analyzer makes of these texts. Nothing of a quote is analysed again, save where a word,
    or words that could be one word too (wali, kota), stand across its bounds or those of two quotes.
    """
    if not article.quotes:
        return NO_TEXT, ()
    cuts = [_cut(quote, body) for quote in article.quotes]
    if _are_in(article, body) and not any(map(_is_torn, article.quotes, cuts, [body] * len(cuts))):
        each = [_part(quote, cut, body) for quote, cut in zip(article.quotes, cuts, strict=True)]
        whole = each[0] if len(each) == 1 else _whole(article.quotes, each)
        if not _grow_together(whole):
            return whole, each
    said, each_said = analyze_joined([quote.text for quote in article.quotes])
    return TextTerms.of(said), list(map(TextTerms.of, each_said))


def _cut(quote: Quote, body: Analysis) -> tuple[int, int]:
    """Return the number of the first word of a quote, and of the first after it."""
    first = bisect_left(body.words.starts, quote.start)
    return first, bisect_left(body.words.starts, quote.end, first)


def _are_in(article: Article, body: Analysis) -> bool:
    if not isinstance(body.words.positions, range):
        # A page with the character that stands between joined texts.
        return False
    return all(article.body[quote.start : quote.end] == quote.text for quote in article.quotes)


def _is_torn(quote: Quote, cut: tuple[int, int], body: Analysis) -> bool:
    """Tell whether words that belong together stand across a bound of a quote."""
    words, analyzed = body.words, analyzer()
    for bound, place in zip(cut, (quote.start, quote.end), strict=True):
        if bound and words.ends[bound - 1] > place:
            return True
        if analyzed.joins_across(bound, body.stems, words.surfaces):
            return True
    return any(first < bound < first + count for first, count in words.compounds for bound in cut)


def _part(quote: Quote, cut: tuple[int, int], body: Analysis) -> TextTerms:
    words, (first, stop) = body.words, cut
    positions, moved = range(stop - first), ((0, -quote.start),)
    places = words.starts[first:stop], words.ends[first:stop]
    wide = [each._replace(first=each.first - first) for each in body.wide if first <= each.first < stop]
    return TextTerms(
        Terms(words.surfaces[first:stop], positions, *places, moved),
        Terms(body.stems[first:stop], positions, wide=wide),
    )


def _whole(quotes: Sequence[Quote], each: Sequence[TextTerms]) -> TextTerms:
    """Join the terms of quotes, as though their texts were joined by BREAK."""
    surfaces, stems = list[str | None](), list[str | None]()
    positions, starts, ends = list[int](), list[int](), list[int]()
    moved, wide, place = list[tuple[int, int]](), list[WideStem](), 0
    for number, (quote, terms) in enumerate(zip(quotes, each, strict=True)):
        first, position = len(surfaces), len(surfaces) + number * BREAK_GAP
        surfaces += terms.surfaces.terms
        stems += terms.stems.terms
        positions += range(position, position + len(terms.stems.terms))
        starts += terms.surfaces.starts
        ends += terms.surfaces.ends
        moved.append((first, place - quote.start))
        wide += [each._replace(first=each.first + first) for each in terms.stems.wide]
        place += len(quote.text) + len(BREAK)
    return TextTerms(Terms(surfaces, positions, starts, ends, moved), Terms(stems, positions, wide=wide))


def _grow_together(whole: TextTerms) -> bool:
    """Tell whether words of two quotes could be one word too."""
    stems, surfaces = whole.stems.terms, whole.surfaces.terms
    return any(analyzer().joins_across(first, stems, surfaces) for first, _ in whole.surfaces.moved if first)
