"""From a raw page to an article: given fields stand, the rest is read from the page."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from corpus.article import Article, ArticleKind, DateOrigin, Quote
from corpus.attribution import attribute, speakers_of
from corpus.bylines import tidy_author
from corpus.characters import ascii_apostrophes, clean_characters, fold_spaces
from corpus.errors import CorpusError
from corpus.forms import Reading, read_form
from corpus.identity import article_id, web_url
from corpus.names import bare_name
from corpus.outlets import (
    Dateline,
    address_of_first_print,
    find_dateline,
    host_in_permission,
    host_of,
    tidy_source,
)
from corpus.page import DroppedLine, Extraction, RawPage
from corpus.publication import date_in_text
from corpus.titles import tidy_title

_LONGEST_BODY = 1_000_000
_LINES_WITH_DATELINE = 2


@dataclass(frozen=True, slots=True)
class _Text:
    """The body with the dateline it opened with, and what was dropped from it."""

    body: str
    dateline: Dateline | None
    dropped: tuple[DroppedLine, ...]


def extract(page: RawPage) -> Extraction:
    """Extract the article of a page.

    Raises CorpusError where the page holds no article text.
    """
    reading = read_form(page)
    title = tidy_title(clean_characters(page.given.title or "")) or reading.title
    text = _text(reading, title)
    if not text.body:
        raise CorpusError("no article text was found; the page holds nothing but menus, links and credits")
    return Extraction(page.path, page.line, _article(page, reading, title, text), text.dropped)


def _article(page: RawPage, reading: Reading, title: str | None, text: _Text) -> Article:
    url = web_url(page.given.url) or _own_address(reading.url) or _credited_address(reading, text)
    source = _source(page, reading, url, text.dateline)
    published, origin = _published(page, reading, text)
    quotes, speakers = _voices(page, text.body)
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
        kind=_kind(host_of(url), source),
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


def _text(reading: Reading, title: str | None) -> _Text:
    lines, dropped = list(reading.paragraphs), list(reading.dropped)
    if title and len(lines) > 1 and lines[0].text == title:
        dropped.append(DroppedLine(lines[0].number, title, "the title again"))
        del lines[0]
    paragraphs = [line.text for line in lines]
    dateline = find_dateline(paragraphs[0], "\n".join(paragraphs)) if paragraphs else None
    if dateline:
        opening = paragraphs[0][: dateline.length]
        dropped.append(DroppedLine(lines[0].number, opening.strip(), "dateline"))
        paragraphs[0] = paragraphs[0][dateline.length :].lstrip()
    body = "\n".join(filter(None, paragraphs))
    if len(body) > _LONGEST_BODY:
        dropped.append(
            DroppedLine(lines[-1].number, "…", f"the body is cut after {_LONGEST_BODY:,} characters")
        )
        body = body[:_LONGEST_BODY].rstrip()
    ordered = tuple(sorted(dropped, key=lambda line: line.line))
    return _Text(body, dateline or _lone_dateline(reading), ordered)


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
    return (
        host_of(url or reading.url)
        or given
        or dateline_host
        or host_in_permission(line.text for line in reading.dropped)
        or (dateline.name if dateline else None)
        or tidy_source(clean_characters(reading.outlet or ""))
    )


def _published(page: RawPage, reading: Reading, text: _Text) -> tuple[date | None, DateOrigin | None]:
    if page.given.date:
        return page.given.date, "given"
    if reading.published:
        return reading.published, "page"
    opening = text.dateline.published if text.dateline else None
    in_text = opening or date_in_text(text.body)
    return in_text, "body" if in_text else None


def _voices(page: RawPage, body: str) -> tuple[tuple[Quote, ...], tuple[str, ...]]:
    """Return the quotes of a body and their speakers; speakers that came with the document stand alone."""
    given = (
        bare_name(ascii_apostrophes(fold_spaces(clean_characters(name)))) for name in page.given.speakers
    )
    speakers = tuple(dict.fromkeys(filter(None, given)))
    if speakers:
        return (), speakers
    quotes = attribute(body)
    return quotes, speakers_of(quotes)


def _kind(host: str | None, source: str | None) -> ArticleKind:
    for name in (host or "", source or ""):
        if name == "turnbackhoax.id" or name.startswith("cekfakta."):
            return "factcheck"
    return "news"
