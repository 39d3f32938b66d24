"""HTML pages: trafilatura reads title, date and text, lxml all the lines that a reader sees."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lxml import etree, html
from trafilatura import bare_extraction
from trafilatura.settings import Document

from corpus.characters import fold_spaces
from corpus.dates import parse_date
from corpus.errors import CorpusError
from corpus.titles import outlet_behind

_LONGEST_PAGE = 2_000_000
# libxml2 compares every attribute of a tag with all others: hundreds of thousands take minutes.
_TAG = re.compile(r"<([a-zA-Z][\w:-]*)\s(?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+>?")
_MOST_ATTRIBUTES = 500
# What trafilatura and lxml raise on markup that is no page; anything else is a defect that has to be seen.
_UNREADABLE = (etree.LxmlError, ValueError, TypeError, AttributeError, IndexError, KeyError, RecursionError)

_BLOCKS = re.compile(
    r"address|article|aside|blockquote|br|button|d[dlt]|div|fig(caption|ure)|foot(er)?|form|h[1-6r]|header|li|main"
    r"|nav|[ou]l|option|p|section|t[dhr]|table"
)
# A headline has three words at least.
_TITLE_SPACES = 2
_UNSEEN = frozenset(("script", "style", "noscript", "template", "iframe", "svg", "head"))


@dataclass(frozen=True, slots=True)
class MarkupPage:
    """What an HTML page says of itself; `text` is its article, `visible` all that a reader sees of it."""

    title: str | None
    published: date | None
    author: str | None
    url: str | None
    outlet: str | None
    text: str
    visible: str


def read_markup(markup: str, url: str | None = None) -> MarkupPage:
    """Read an HTML page.

    Raises CorpusError for a page over 2 MB and for one that holds no markup that can be read.
    """
    if len(markup) > _LONGEST_PAGE:
        raise CorpusError("the page is larger than 2 MB; save it without scripts and pictures")
    markup = _TAG.sub(_plain_tag, markup)
    tree = _parse(markup)
    visible = _visible_lines(tree)
    document = _extract(markup, url)
    return MarkupPage(
        title=_title(fold_spaces(document.title or ""), tree),
        published=_published(tree) or parse_date(document.date or ""),
        author=fold_spaces(document.author or "") or None,
        url=document.url,
        outlet=document.sitename or _outlet(tree),
        text=document.text or "",
        visible=visible,
    )


def _plain_tag(found: re.Match[str]) -> str:
    """Return a tag as it is, or without its attributes where there are too many."""
    tag = found.group()
    attributes = max(tag.count("="), len(tag.split()))
    return f"<{found[1]}>" if attributes > _MOST_ATTRIBUTES else tag


def _parse(markup: str) -> html.HtmlElement:
    try:
        return html.document_fromstring(markup.encode("utf-8"), parser=html.HTMLParser(encoding="utf-8"))
    except _UNREADABLE as error:
        raise CorpusError("the file holds no HTML that can be read; check that it is a saved page") from error


def _published(tree: html.HtmlElement) -> date | None:
    """Return the day of a page's own stamp: trafilatura leaves out the hour and its offset."""
    stamps = tree.xpath("//meta[@property='article:published_time' or @itemprop='datePublished']/@content")
    return next(filter(None, map(parse_date, stamps)), None)


def _title(title: str, tree: html.HtmlElement) -> str | None:
    """Return the headline a reader sees where the page's title adds something to it: `Musik - Judul`."""
    inside = (line for line in _headlines(tree) if line in title and line.count(" ") >= _TITLE_SPACES)
    return max(inside, key=len, default=title) or None


def _outlet(tree: html.HtmlElement) -> str | None:
    """Return the outlet behind the headline in the page's title; only a headline that is seen is believed."""
    page_title = fold_spaces(tree.findtext(".//title") or "")
    return next(filter(None, (outlet_behind(line, page_title) for line in _headlines(tree))), None)


def _headlines(tree: html.HtmlElement) -> Iterator[str]:
    return (fold_spaces(headline.text_content()) for headline in tree.iter("h1"))


def _extract(markup: str, url: str | None) -> Document:
    """Return trafilatura's reading, an empty one where it found nothing.

    Dates come from the page's metadata alone: a search through its text finds those of other articles.
    """
    try:
        found = bare_extraction(
            markup,
            url=url,
            favor_precision=True,
            include_comments=False,
            date_extraction_params={"original_date": True, "extensive_search": False},
            with_metadata=True,
        )
    except _UNREADABLE:
        found = None
    return found if isinstance(found, Document) else Document()


def _visible_lines(tree: html.HtmlElement) -> str:
    """Return the text of a page, a line for each block."""
    pieces: list[str] = []
    hidden = 0
    for event, element in etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        name = element.tag if isinstance(element.tag, str) else ""
        unseen, block = name in _UNSEEN, bool(_BLOCKS.fullmatch(name))
        hidden += unseen and event == "start"
        if event == "start" and not hidden:
            pieces.append(("\n" if block else "") + _one_line(element.text))
        hidden -= unseen and event == "end"
        if event != "start" and not hidden:
            pieces.append(("\n" if block else "") + _one_line(element.tail))
    return "\n".join(filter(None, map(fold_spaces, "".join(pieces).split("\n"))))


def _one_line(text: str | None) -> str:
    return re.sub(r"\s+", " ", text or "")
