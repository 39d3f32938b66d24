"""Bytes to text, whatever a page was saved as: a wrong byte costs one character, never the page."""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BufferedReader, TextIOWrapper
from typing import IO, AnyStr

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"<(?:meta|\?xml)\b[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w-]{3,20})", re.IGNORECASE
)
_OLD_ENCODINGS = re.compile(r"iso8859|cp\d|koi8|mac|gb|big5|euc|shift_jis|tis")
_HEAD = 4096
_NO_TEXT = re.compile("[\x01-\x08\x0e-\x1f\ufffd]")
_OFTEN, _RARELY = 0.3, 0.05
# A file with a smaller share of wrong characters is damaged UTF-8.
_DAMAGED = 0.01
# Dots, quotation marks, dashes, hard space of Windows-1252: where all wrong bytes are these, it is that.
_WINDOWS_SIGNS = b"\x85\x91\x92\x93\x94\x95\x96\x97\xa0"
_SHOWN_NAMES = {"utf-8": "UTF-8", "utf-16-le": "UTF-16", "utf-16-be": "UTF-16"}


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, and what was wrong with its bytes, if anything."""

    text: str
    flaw: str | None = None


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Return the text of a whole page.

    A byte order mark decides, then the NUL bytes of UTF-16, then UTF-8; where a page is none of these, what
    was `declared` with it or it declares itself. Then it is UTF-8 if little of it would be wrong, at last
    Windows-1252.
    """
    encoding = sniff(data[:_HEAD])
    if encoding:
        return _replaced(data, encoding)
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _decode_broken(data, _known(declared) or _declared(data[:_HEAD]))


def sniff(head: bytes) -> str | None:
    """Return the encoding that the first bytes of a file give away, or None."""
    for mark, encoding in _BOMS:
        if head.startswith(mark):
            return encoding
    return _utf16_by_nuls(head)


def decoded_lines(file: BufferedReader, longest: int) -> Iterator[Decoded | None]:
    """Yield the lines of a file with their ends, one in memory at a time; None for one over `longest`."""
    encoding = sniff(file.peek(_HEAD)[:_HEAD]) or "utf-8"
    if encoding == "utf-8":
        for line in _whole_lines(file, longest):
            yield None if line is None else _decode_line(line)
        return
    wide = TextIOWrapper(file, encoding, errors="replace", newline="\n")
    try:
        for text in _whole_lines(wide, longest):
            yield None if text is None else Decoded(text.removeprefix("\ufeff"))
    finally:
        # The file belongs to the caller, who closes it.
        wide.detach()


def looks_binary(text: str) -> bool:
    """Return whether a decoded text has so many signs that belong to no text that it never was one."""
    head = text[:_HEAD]
    return len(_NO_TEXT.findall(head)) > len(head) * _RARELY


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


def _decode_line(line: bytes) -> Decoded:
    """Return the text of a line of a file in UTF-8; a row that quotes HTML declares nothing of itself."""
    try:
        return Decoded(line.decode("utf-8").removeprefix("\ufeff"))
    except UnicodeDecodeError:
        return _decode_broken(line, None)


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
    return _known(found[1].decode("ascii")) if found else None


def _known(name: str | None) -> str | None:
    """Return the usual name of a text encoding that pages declare; none for UTF-8, which was tried."""
    try:
        found = codecs.lookup(name or "utf-8").name
    except (LookupError, ValueError):
        return None
    # Browsers read Latin-1 as Windows-1252, which adds the quotation marks; so do those who declare it.
    return "cp1252" if found == "iso8859-1" else found if _OLD_ENCODINGS.match(found) else None


def _decode_broken(data: bytes, declared: str | None) -> Decoded:
    """Decode what is not quite UTF-8: as it declares, as damaged UTF-8 or as Windows-1252."""
    repaired = _replaced(data, "utf-8")
    wrong = repaired.text.count("\ufffd")
    right = sum(sign > "\x7f" for sign in repaired.text) - wrong
    # Where most signs beyond ASCII are sound UTF-8, another declaration is a lie.
    if right <= wrong and (declared or _is_windows(data, right)):
        return _replaced(data, declared or "cp1252")
    if wrong < len(repaired.text) * _DAMAGED or right > wrong:
        return repaired
    return _replaced(data, "cp1252")


def _is_windows(data: bytes, right: int) -> bool:
    return not right and not data.translate(None, bytes(range(0x80)) + _WINDOWS_SIGNS)


def _replaced(data: bytes, encoding: str) -> Decoded:
    """Decode with a replacement for each wrong byte, and count these."""
    try:
        return Decoded(data.decode(encoding).removeprefix("\ufeff"))
    except UnicodeDecodeError:
        text = data.decode(encoding, errors="replace").removeprefix("\ufeff")
    kept = data.decode(encoding, errors="ignore").encode(encoding, errors="ignore")
    name, lost = _SHOWN_NAMES.get(encoding, encoding), len(data) - len(kept)
    return Decoded(
        text,
        f"1 byte is no {name} and was replaced"
        if lost == 1
        else f"{lost:,} bytes are no {name} and were replaced",
    )
