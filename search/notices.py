"""What a table says of an answer before its hits: that it is not quite what was asked, and why."""

from collections.abc import Iterator

from search.lexer import unknown_fields
from search.namesakes import namesake_lines
from search.results import Part, QuoteHit, SearchPage


def notices(page: SearchPage) -> Iterator[str]:
    """Yield what may be meant, and lines for some of the words and for the parts of what found nothing."""
    yield from meant(page)
    if page.relaxed:
        thing = "quote" if isinstance(page.hits[0], QuoteHit) else "article"
        yield f"No {thing} has all the words; these have some."
    for part in page.explanation:
        if part.kind != "ignored":
            yield f"    {_found(part)}" + (f"; {part.without:,} without it" if part.without else "")
    ignored = [part.text for part in page.explanation if part.kind == "ignored"]
    if ignored:
        yield f"    not looked for: {', '.join(ignored)}"


def meant(page: SearchPage) -> Iterator[str]:
    """Yield the query put right, what in it is no field, and whom else a chosen name may mean."""
    if page.suggestion:
        yield f"Did you mean: {page.suggestion}"
    yield from field_lines(page.query)
    yield from namesake_lines(page.namesakes)


def field_lines(query: str) -> Iterator[str]:
    """Yield a sentence for each name in a query that stands where a field would."""
    for name in unknown_fields(query):
        yield f"No field is called '{name}:'; it is looked for as a word."


def _found(part: Part) -> str:
    named = f"--{part.kind} {part.text}" if part.kind in ("source", "speaker", "date", "kind") else part.text
    return f"{named}: {part.alone:,} found" if part.alone else f"{named}: nothing found"
