"""Bytes to text, whatever a page was saved as: a wrong byte costs one character, never the page."""

import codecs
import re
from collections.abc import Iterator
from io import TextIOWrapper
from typing import IO, AnyStr, BinaryIO

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"<(?:meta|\?xml)\b[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w-]{3,20})", re.IGNORECASE
)
_HEAD = 4096
_NO_TEXT = re.compile("[\x01-\x08\x0e-\x1f\ufffd]")
_OFTEN, _RARELY = 0.3, 0.05


def decode(data: bytes) -> str:
    """Return the text of a whole file.

    A byte order mark decides, then the NUL bytes of UTF-16, then UTF-8; where a file is none of these, what
    its HTML declares and at last Windows-1252.
    """
    encoding = sniff(data[:_HEAD])
    if encoding:
        return data.decode(encoding, errors="replace").removeprefix("\ufeff")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_broken(data, _declared(data[:_HEAD]))


def sniff(head: bytes) -> str | None:
    """Return the encoding that the first bytes of a file give away, or None."""
    for mark, encoding in _BOMS:
        if head.startswith(mark):
            return encoding
    return _utf16_by_nuls(head)


def decoded_lines(file: BinaryIO, longest: int) -> Iterator[str | None]:
    """Yield the lines of a file with their ends, one in memory at a time; None for one over `longest`."""
    encoding = sniff(file.read(_HEAD)) or "utf-8"
    file.seek(0)
    if encoding == "utf-8":
        for line in _whole_lines(file, longest):
            yield None if line is None else decode(line)
        return
    wide = TextIOWrapper(file, encoding, errors="replace", newline="\n")
    try:
        for text in _whole_lines(wide, longest):
            yield None if text is None else text.removeprefix("\ufeff")
    finally:
        # The file belongs to the caller, who closes it.
        wide.detach()


def _whole_lines(reader: IO[AnyStr], longest: int) -> Iterator[AnyStr | None]:
    while line := reader.readline(longest):
        if _is_whole(line, longest):
            yield line
            continue
        yield None
        while (rest := reader.readline(longest)) and not _is_whole(rest, longest):
            pass


def _is_whole(line: AnyStr, longest: int) -> bool:
    return len(line) < longest or line[-1:] in ("\n", b"\n")


def looks_binary(text: str) -> bool:
    """Return whether a decoded text has so many signs that belong to no text that it never was one."""
    head = text[:_HEAD]
    return len(_NO_TEXT.findall(head)) > len(head) * _RARELY


def _utf16_by_nuls(head: bytes) -> str | None:
    half = len(head) // 2
    if not half or not head.count(0):
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > half * _OFTEN and even < half * _RARELY:
        return "utf-16-le"
    return "utf-16-be" if even > half * _OFTEN and odd < half * _RARELY else None


def _declared(head: bytes) -> str | None:
    found = _DECLARED.search(head)
    try:
        return codecs.lookup(found[1].decode("ascii")).name if found else None
    except LookupError:
        return None


def _decode_broken(data: bytes, declared: str | None) -> str:
    """Decode what is not quite UTF-8: as that if most of it is, else as it declares itself."""
    text = data.decode("utf-8", errors="replace")
    wrong = text.count("\ufffd")
    right = sum(sign > "\x7f" for sign in text) - wrong
    if declared == "utf-8" or right >= wrong:
        return text
    try:
        return data.decode(declared or "cp1252", errors="replace")
    except (LookupError, ValueError):
        return data.decode("cp1252", errors="replace")
