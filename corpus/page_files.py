"""Files that are one page each, and the bytes of a page wherever they come from."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BufferedReader
from pathlib import Path
from typing import Literal

from corpus.decoding import decode, looks_binary
from corpus.page import GivenFields, Problem, RawPage
from corpus.suffixes import is_packed

LARGEST_PAGE = 10_000_000
_NOTHING = GivenFields()
_SHOWN_LIMIT = f"{LARGEST_PAGE // 1_000_000} MB"


@dataclass(frozen=True, slots=True)
class PageBytes:
    """A page before it is decoded: its place, its form, and what came with it."""

    path: Path
    line: int | None
    form: Literal["saved", "html"]
    data: bytes
    declared: str | None = None
    given: GivenFields = _NOTHING


def read_saved(file: BufferedReader, path: Path) -> Iterator[RawPage | Problem]:
    """Read a page saved as text."""
    return _read(file, path, "saved")


def read_html(file: BufferedReader, path: Path) -> Iterator[RawPage | Problem]:
    """Read a page saved as HTML."""
    return _read(file, path, "html")


def decode_page(page: PageBytes) -> Iterator[RawPage | Problem]:
    """Yield the page, before it a problem where bytes had to be replaced; or why it is none."""
    if len(page.data) > LARGEST_PAGE:
        packed = ", unpacked" if is_packed(page.path.name) else ""
        yield Problem(page.path, page.line, f"the page is larger than {_SHOWN_LIMIT}{packed}")
        return
    decoded = decode(page.data, page.declared)
    text = decoded.text.replace("\0", "")
    place = "file" if page.line is None else "record"
    if not text.strip():
        yield Problem(page.path, page.line, f"the {place} is empty")
    elif looks_binary(text):
        yield Problem(page.path, page.line, f"the {place} holds no text, whatever it is called")
    else:
        if decoded.flaw:
            yield Problem(page.path, page.line, decoded.flaw, lost=False)
        yield RawPage(page.path, page.line, page.form, text, page.given)


def _read(file: BufferedReader, path: Path, form: Literal["saved", "html"]) -> Iterator[RawPage | Problem]:
    yield from decode_page(PageBytes(path, None, form, file.read(LARGEST_PAGE + 1)))
