"""From a raw page to an article: given fields stand, the rest is read from the page."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlsplit

from corpus.article import Article, ArticleKind, DateOrigin, Quote
from corpus.attribution import attribute, speakers_of
from corpus.bylines import tidy_author
from corpus.characters import ascii_apostrophes, clean_characters, fold_spaces
from corpus.claims import claims_in
from corpus.datelines import Dateline, find_dateline
from corpus.dates import date_in_url, last_day_in_url
from corpus.errors import CorpusError
from corpus.factchecks import Provenance, kind_of
from corpus.forms import Reading, read_form
from corpus.identity import article_id, web_url
from corpus.mastheads import in_ordinary_case, sections_above
from corpus.names import bare_name
from corpus.outlets import (
    address_of_first_print,
    canonical_outlet,
    host_in_permission,
    host_of,
    same_outlet,
    tidy_source,
)
from corpus.page import DroppedLine, Extraction, RawPage
from corpus.publication import date_in_text
from corpus.readings import reading_of
from corpus.references import addresses_of_claims, without_references
from corpus.titles import tidy_title

_LONGEST_BODY = 1_000_000
_LINES_WITH_DATELINE = 2
# Above a dateline stand a caption, a credit, the title: three lines, no longer than a long caption.
_LINES_ABOVE_DATELINE = 4
_LONGEST_ABOVE_DATELINE = 500


@dataclass(frozen=True, slots=True)
class _Text:
    """The body with its kind and the dateline it opened with, and what was dropped from it."""

    body: str
    kind: ArticleKind
    dateline: Dateline | None
    dropped: tuple[DroppedLine, ...]


def extract(page: RawPage) -> Extraction:
    """Extract the article of a page.

    Raises CorpusError where the page holds no article text.
    """
    reading = read_form(page)
    title = tidy_title(clean_characters(page.given.title or "")) or reading.title
    kind = kind_of(_provenance(page, reading), title, (line.text for line in reading.paragraphs))
    text = _text(reading, title, kind)
    if not text.body:
        raise CorpusError("no article text was found; the page holds nothing but menus, links and credits")
    return Extraction(page.path, page.line, _article(page, reading, title, text), text.dropped)


def _provenance(page: RawPage, reading: Reading) -> Provenance:
    dropped = (line.text for line in reading.dropped)
    addresses = (web_url(page.given.url), web_url(reading.url), web_url(address_of_first_print(dropped)))
    names = (page.given.source, reading.outlet)
    outlets = (tidy_source(clean_characters(name or "")) for name in names)
    return Provenance(
        tuple(filter(None, addresses)), tuple(filter(None, outlets)), sections_above(reading.above)
    )


def _article(page: RawPage, reading: Reading, title: str | None, text: _Text) -> Article:
    url = web_url(page.given.url) or _own_address(reading.url) or _credited_address(reading, text)
    source = _source(page, reading, url, text.dateline)
    published, origin = _published(page, reading, url, text if text.kind == "news" else None)
    quotes, speakers = _voices(page, text, title)
    return Article(
        id=article_id(url, source, title, published, text.body),
        title=title,
        body=text.body,
        date=published,
        date_origin=origin,
        source=source,
        url=url,
        place=text.dateline.place if text.dateline else None,
        author=tidy_author(clean_characters(page.given.author or "")) or reading.author,
        kind=text.kind,
        quotes=quotes,
        speakers=speakers,
    )


def _own_address(url: str | None) -> str | None:
    """Return the address a page gives as its own, unless it is that of the outlet's front page."""
    address = web_url(url)
    return address if address and urlsplit(address).path.strip("/") else None


def _credited_address(reading: Reading, text: _Text) -> str | None:
    """Return the address of the first print, unless page or dateline name another outlet: this is a copy."""
    address = web_url(address_of_first_print(line.text for line in reading.dropped))
    outlet = host_of(reading.url) or (text.dateline.host if text.dateline else None)
    return address if outlet in (None, host_of(address)) else None


def _text(reading: Reading, title: str | None, kind: ArticleKind) -> _Text:
    lines, dropped = list(reading.paragraphs), list(reading.dropped)
    if kind == "factcheck":
        lines, references = without_references(lines)
        dropped += references
    if title and len(lines) > 1 and lines[0].text == title:
        dropped.append(DroppedLine(lines[0].number, title, "the title again"))
        del lines[0]
    paragraphs = [line.text for line in lines]
    place, dateline = _opening(paragraphs, reading.names)
    dropped += [DroppedLine(line.number, line.text, "above the dateline") for line in lines[:place]]
    if dateline:
        opening = paragraphs[place][: dateline.length]
        dropped.append(DroppedLine(lines[place].number, opening.strip(), "dateline"))
        paragraphs[place] = paragraphs[place][dateline.length :].lstrip()
    body = "\n".join(filter(None, paragraphs[place:]))
    if len(body) > _LONGEST_BODY:
        dropped.append(
            DroppedLine(lines[-1].number, "…", f"the body is cut after {_LONGEST_BODY:,} characters")
        )
        body = body[:_LONGEST_BODY].rstrip()
    ordered = tuple(sorted(dropped, key=lambda line: line.line))
    return _Text(body, kind, dateline or _lone_dateline(reading), ordered)


def _opening(paragraphs: Sequence[str], names: Sequence[str]) -> tuple[int, Dateline | None]:
    """Return the paragraph that an article begins with, and its dateline; `names` are the outlet's.

    That is the first, unless one of the next opens with place and outlet: above it stand a caption and who
    reported.
    """
    body = "\n".join(paragraphs)
    first = find_dateline(paragraphs[0], body, names) if paragraphs else None
    if first:
        return 0, first
    above = 0
    for place, paragraph in enumerate(paragraphs[1:_LINES_ABOVE_DATELINE], 1):
        above += len(paragraphs[place - 1])
        found = find_dateline(paragraph, "", names) if above <= _LONGEST_ABOVE_DATELINE else None
        if found and (found.host or (found.name and found.place)):
            return place, found
    return 0, None


def _lone_dateline(reading: Reading) -> Dateline | None:
    """Return the dateline that stands on a line of its own above the text."""
    for line in reading.above[-_LINES_WITH_DATELINE:]:
        found = find_dateline(line.text)
        if found and found.host and found.length == len(line.text):
            return found
    return None


def _source(page: RawPage, reading: Reading, url: str | None, dateline: Dateline | None) -> str | None:
    given = tidy_source(clean_characters(page.given.source or ""))
    dateline_host = dateline.host if dateline else None
    return canonical_outlet(
        host_of(url or reading.url)
        or given
        or dateline_host
        or host_in_permission(line.text for line in reading.dropped)
        or _host_at_top(reading.outlet)
        or _printed(_own_spelling(dateline.name if dateline else None, reading.outlet))
        or _printed(reading.outlet)
    )


def _host_at_top(outlet: str | None) -> str | None:
    """Return the host that a page has as its outlet's name."""
    return host_of(f"https://{outlet}") if outlet and " " not in outlet else None


def _own_spelling(name: str | None, outlet: str | None) -> str | None:
    """Return an outlet's name as the page has it elsewhere, too: `Kabar Arunika` for `KABARARUNIKA`."""
    return outlet if name and outlet and same_outlet(name, outlet) and not outlet.islower() else name


def _printed(outlet: str | None) -> str | None:
    """Return an outlet's name as it is printed, but not in capitals."""
    return tidy_source(in_ordinary_case(clean_characters(outlet or "")))


def _published(
    page: RawPage, reading: Reading, url: str | None, text: _Text | None
) -> tuple[date | None, DateOrigin | None]:
    """Return the day of publication and how sure it is; the day in an address is as sure as one on the page.

    There is no `text` to date a fact check by: it tells of the days of a claim, most of them weeks before.
    """
    if page.given.date:
        return page.given.date, "given"
    if on_page := reading.published or date_in_url(url):
        return on_page, "page"
    if text is None:
        return None, None
    opening = text.dateline.published if text.dateline else None
    copyrights = (line.text for line in text.dropped if line.reason == "copyright")
    in_text = opening or date_in_text(text.body, " ".join([url or "", *copyrights]), last_day_in_url(url))
    return in_text, "body" if in_text else None


def _voices(page: RawPage, text: _Text, title: str | None) -> tuple[tuple[Quote, ...], tuple[str, ...]]:
    """Return the quotes of a body and their speakers; speakers that came with the document stand alone."""
    given = (
        bare_name(ascii_apostrophes(fold_spaces(clean_characters(name)))) for name in page.given.speakers
    )
    speakers = tuple(dict.fromkeys(filter(None, given)))
    if speakers:
        return (), speakers
    place = text.dateline.place if text.dateline else None
    if text.kind == "news":
        quotes = attribute(text.body, title=title, place=place)
    else:
        quotes = _outside_claims(text, title, place)
    return quotes, speakers_of(quotes)


def _outside_claims(text: _Text, title: str | None, place: str | None) -> tuple[Quote, ...]:
    body = text.body
    reading = reading_of(body)
    titles = "\n".join(filter(None, (title, reading.headlines)))
    claims = claims_in(body, reading.text, addresses_of_claims(text.dropped))
    quotes = attribute(reading.text, claims, title=titles, place=place)
    return tuple(replace(quote, text=body[quote.start : quote.end]) for quote in quotes)
