"""The three forms a page comes in, each brought to what it says of itself and its cleaned text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice

from corpus.boilerplate import reason_to_drop
from corpus.bylines import Signature, author_of_page, find_author, find_signature
from corpus.characters import clean_characters
from corpus.cleaning import CleanText, clean_plain_text, clean_saved_page
from corpus.datelines import find_dateline
from corpus.dates import date_in_url
from corpus.lines import Line
from corpus.markup import MarkupPage, read_markup
from corpus.mastheads import find_masthead
from corpus.page import DroppedLine, RawPage
from corpus.publication import date_above
from corpus.titles import find_title, tidy_title, without_outlet

# An article is rarely shorter; where trafilatura finds less, the line scorer may know better.
_SHORT_TEXT = 300
_MUCH_LONGER = 1.5
# A lead is a long sentence; a line above it that is shorter may be a teaser or a caption.
_LEAD_WORDS = 20
# A page of more lines than this is no news page: what is left out of it is not listed to the end.
_LISTED_LINES = 5000
_SIGNED_LINES = 3


@dataclass(frozen=True, slots=True)
class Reading:
    """A page as it reads: its own fields where they were found, its paragraphs, the lines left out.

    `names` are what its top may call the outlet, `outlet` is what more of the page says so.
    """

    paragraphs: tuple[Line, ...]
    dropped: tuple[DroppedLine, ...]
    above: tuple[Line, ...] = ()
    title: str | None = None
    published: date | None = None
    author: str | None = None
    url: str | None = None
    outlet: str | None = None
    names: tuple[str, ...] = ()


def read_form(page: RawPage) -> Reading:
    """Read a page according to its form."""
    if page.form == "html":
        return _read_html(page)
    content, filed = clean_characters(page.content), date_in_url(page.given.url)
    return _read_saved(content, filed) if page.form == "saved" else _read_plain(content, filed)


def _read_plain(content: str, filed: date | None) -> Reading:
    """Read the text of an article; `filed` is the day its address gives."""
    clean = clean_plain_text(content)
    return Reading(
        paragraphs=clean.paragraphs,
        dropped=clean.dropped,
        above=clean.above,
        published=filed or date_above(clean.above, None),
        author=find_author(line.text for line in clean.dropped),
    )


def _read_saved(content: str, filed: date | None) -> Reading:
    """Read a page with its menus; `filed` is the day its address gives."""
    clean = clean_saved_page(content)
    masthead = find_masthead(clean.above, clean.dropped)
    headline = find_title(clean.above, _texts(clean), masthead.borne_out)
    title = headline.text if headline else None
    signature = _signature(clean.above, title, masthead.names)
    return Reading(
        paragraphs=clean.paragraphs,
        dropped=tuple(_named(clean.dropped, title)),
        above=clean.above,
        title=without_outlet(title, [masthead.borne_out or ""], bars=False) if title else None,
        published=filed or date_above(clean.above, title),
        author=find_author(line.text for line in clean.dropped) or (signature and signature.author),
        outlet=(signature and signature.outlet) or masthead.borne_out,
        names=masthead.names,
    )


def _signature(above: Sequence[Line], title: str | None, outlets: Sequence[str]) -> Signature | None:
    """Return who signed in one of the lines right below the headline."""
    places = [place for place, line in enumerate(above) if title and line.text == title]
    below = above[places[-1] + 1 :][:_SIGNED_LINES] if places else ()
    return find_signature((line.text for line in below), outlets)


def _read_html(page: RawPage) -> Reading:
    markup = read_markup(page.content, page.given.url)
    seen = clean_saved_page(clean_characters(markup.visible))
    clean = clean_plain_text(clean_characters(markup.text))
    if _length(clean) < _SHORT_TEXT and _length(seen) > _MUCH_LONGER * _length(clean):
        clean = seen
    paragraphs = _agreed(clean.paragraphs, seen.paragraphs)
    title = _title_of(markup, seen)
    return Reading(
        paragraphs=paragraphs,
        dropped=tuple(_left_out(markup.visible, replace(clean, paragraphs=paragraphs), title)),
        above=seen.above,
        title=title,
        published=markup.published
        or date_in_url(page.given.url or markup.url)
        or date_above(seen.above, title),
        author=author_of_page(markup.author) or find_author(line.text for line in seen.dropped),
        url=markup.url,
        outlet=markup.outlet,
    )


def _agreed(found: Sequence[Line], seen: Sequence[Line]) -> tuple[Line, ...]:
    """Return the paragraphs that trafilatura found, corrected by the run of prose that the line scorer saw.

    Trafilatura takes a lead in a block of its own for a teaser, and what follows the text for text: the lead
    comes back, lines behind the last paragraph go that the other does not have and that are no prose.
    """
    texts = {line.text for line in seen}
    agreed = [place for place, line in enumerate(found) if line.text in texts]
    if not agreed:
        return tuple(found)
    first = next(place for place, line in enumerate(seen) if line.text == found[agreed[0]].text)
    begins = agreed[0] > 0 or find_dateline(found[0].text)
    lead = [] if begins else _lead(seen[:first])
    rest = (line for line in found[agreed[-1] + 1 :] if line.kind == "prose")
    return (*lead, *found[: agreed[-1] + 1], *rest)


def _lead(above: Sequence[Line]) -> list[Line]:
    """Return the paragraphs right above the text: up to a dateline, else those as long as a lead."""
    lead: list[Line] = []
    for line in reversed(above):
        dateline = find_dateline(line.text)
        if line.kind != "prose" or (not dateline and line.words < _LEAD_WORDS):
            break
        lead.insert(0, line)
        if dateline:
            break
    return lead


def _title_of(markup: MarkupPage, seen: CleanText) -> str | None:
    title = tidy_title(clean_characters(markup.title or ""))
    if not title:
        headline = find_title(seen.above, _texts(seen))
        return headline.text if headline else None
    return without_outlet(title, [markup.outlet or ""])


def _left_out(visible: str, clean: CleanText, title: str | None) -> Iterator[DroppedLine]:
    """Yield the lines a reader sees on an HTML page that are not in its article."""
    kept = {line.text for line in clean.paragraphs}
    body = "\n".join(kept)
    reasons = {line.text: line.reason for line in clean.dropped}
    for number, text in enumerate(islice(clean_characters(visible).splitlines(), _LISTED_LINES), 1):
        if text in kept or text in body:
            continue
        reason = "the title" if text == title else reasons.get(text) or reason_to_drop(text)
        yield DroppedLine(number, text, reason or "outside the article")


def _named(dropped: Sequence[DroppedLine], title: str | None) -> Iterator[DroppedLine]:
    """Yield the dropped lines, the headline by its name."""
    for line in dropped:
        yield DroppedLine(line.line, line.text, "the title") if line.text == title else line


def _texts(clean: CleanText) -> tuple[str, ...]:
    return tuple(line.text for line in clean.paragraphs)


def _length(clean: CleanText) -> int:
    return sum(len(line.text) for line in clean.paragraphs)
