"""The identity of an article: the same page gives the same id, wherever its file lies."""

import hashlib
import re
from datetime import date
from urllib.parse import urlsplit, urlunsplit

from courlan import clean_url

from corpus.characters import clean_characters

_DIGITS = 20
_LONGEST_URL = 2000


def web_url(text: str | None) -> str | None:
    """Return a URL that may be linked, http or https with a host, or None."""
    url = (text or "").strip()
    if not url or len(url) > _LONGEST_URL or re.search(r"[\s\"<>\\^`{|}]", url):
        return None
    if clean_characters(url) != url:
        return None  # an address with invisible characters shows another than it leads to
    try:
        parts = urlsplit(url)
        reachable = parts.scheme.lower() in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return None
    return url if reachable else None


def canonical_url(url: str) -> str:
    """Return the address without what varies between links to one page.

    Tracking parameters, fragment, `www.`, a trailing slash and the difference of http and https go.
    """
    parts = urlsplit(clean_url(url) or url)
    host = parts.netloc.lower().removeprefix("www.")
    return urlunsplit(("https", host, parts.path.rstrip("/"), parts.query, ""))


def article_id(
    url: str | None, source: str | None, title: str | None, published: date | None, body: str
) -> str:
    """Return 20 hexadecimal digits made from the canonical URL, else from all that the article itself says.

    All of the body counts: of its beginning alone, two articles could make one id, and which of them got it
    would depend on what else there is.
    """
    if url:
        key = canonical_url(url)
    else:
        day = published.isoformat() if published else ""
        key = "\n".join((_normal(source), _normal(title), day, _normal(body)))
    return hashlib.sha256(key.encode("utf-8")).hexdigest()[:_DIGITS]


def _normal(text: str | None) -> str:
    return " ".join(re.findall(r"\w+", (text or "").lower()))
