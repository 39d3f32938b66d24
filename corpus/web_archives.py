"""WARC files, as news crawls are kept: the HTML pages among their records.

A record ends where the next begins, whatever its header says of its length: a wrong length or a cut costs one
record, never those behind it. warcio reads what stands in a record.
"""

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BufferedReader, BytesIO
from pathlib import Path

from warcio.bufferedreaders import ChunkedDataReader
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord, ArcWarcRecordLoader
from warcio.statusandheaders import StatusAndHeadersParserException

from corpus.errors import CorpusError
from corpus.packing import DamagedFileError, UnpackedFile
from corpus.page import GivenFields, Problem, RawPage
from corpus.page_files import LARGEST_PAGE, PageBytes, decode_page

LARGEST_RECORD = 10_000_000

# At the end of a line, not only on one of its own: a record that was cut has no last line end.
_BEGINNING = re.compile(rb"WARC/(?:0\.1[78]|1\.[01])\r?\n\Z")
_LENGTH = re.compile(rb"^content-length[ \t]*:[ \t]*(\d{1,18})[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
_BETWEEN = b"\r\n\r\n"
_HEAD_END = re.compile(rb"\r?\n\r?\n")
_RESPONSE = re.compile(rb"^warc-type[ \t]*:[ \t]*response[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
_HTML = re.compile(r"\s*(?:text/html|application/xhtml\+xml)\b", re.IGNORECASE)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w-]{3,20})", re.IGNORECASE)
_LONGEST_PIECE = 1 << 16
# What warcio raises on a record that is none; an AttributeError where it has no address.
_UNREADABLE = (ArchiveLoadFailed, StatusAndHeadersParserException, EOFError, AttributeError, ValueError)


@dataclass(slots=True)
class _Record:
    """The bytes of a record, up to the limit; `size` counts all of them."""

    data: bytearray = field(default_factory=bytearray)
    size: int = 0
    damage: str | None = None

    def add(self, piece: bytes) -> None:
        self.size += len(piece)
        if len(self.data) <= LARGEST_RECORD:
            self.data += piece

    def parts(self) -> tuple[bytes, bytes]:
        """Return header and block."""
        head, *block = _HEAD_END.split(self.data, maxsplit=1)
        return bytes(head), bytes(block[0]) if block else b""

    def is_whole(self) -> bool:
        """Return whether as much is there as the header says."""
        head, block = self.parts()
        said = _LENGTH.search(head)
        return bool(said and len(block) >= int(said[1]))


def read_web_archive(file: BufferedReader, path: Path) -> Iterator[RawPage | Problem]:
    """Read the HTML pages of a file, each with the ordinal of its record; other records are passed over.

    A record that should hold a page and is damaged, cut or too large is a problem. Raises OSError and
    CorpusError where the file cannot be read on.
    """
    records = 0
    for record in _records(file):
        records += 1
        try:
            yield from _read_record(path, records, record)
        except CorpusError as error:
            yield Problem(path, records, f"{error}; the record was left out")
    if not records:
        yield Problem(path, None, "the file is empty or holds no records of a web archive")


def count_records(file: BufferedReader) -> int:
    """Return how many records of a file may hold a page."""
    return sum(bool(_RESPONSE.match(piece)) for piece in iter(lambda: file.readline(_LONGEST_PIECE), b""))


def _records(file: BufferedReader) -> Iterator[_Record]:
    record: _Record | None = None
    for piece in _pieces(file):
        if isinstance(piece, DamagedFileError):
            yield from _broken_off(record, str(piece))
            record = None
        elif begins := _BEGINNING.search(piece):
            if record:
                record.add(piece[: begins.start()])
                yield record
            record = _Record()
            record.add(begins.group())
        elif record:
            record.add(piece)
    if record:
        yield record


def _broken_off(record: _Record | None, damage: str) -> Iterator[_Record]:
    """Yield the record that damage ended; behind a whole one, or none, it counts as one of its own."""
    if record and record.is_whole():
        yield record
        record = None
    record = record or _Record()
    record.damage = damage
    yield record


def _pieces(file: BufferedReader) -> Iterator[bytes | DamagedFileError]:
    """Yield the lines of a file, long ones in pieces, and each damage where it stands."""
    while True:
        try:
            piece = file.readline(_LONGEST_PIECE)
        except DamagedFileError as error:
            yield error
            continue
        if not piece:
            return
        yield piece


def _read_record(path: Path, ordinal: int, record: _Record) -> Iterator[RawPage | Problem]:
    if record.damage:
        raise CorpusError(record.damage)
    head, block = record.parts()
    block = block.removesuffix(_BETWEEN)
    if not _RESPONSE.search(head):
        return
    response = _parse(head, block)
    if not _is_page(response):
        return
    _check_size(record, head, block)
    charset = _CHARSET.search(response.http_headers.get_header("Content-Type"))
    given = GivenFields(url=response.rec_headers.get_header("WARC-Target-URI"))
    if response.rec_headers.get_header("WARC-Truncated"):
        yield Problem(path, ordinal, "the crawler cut the page off; what there is was read", lost=False)
    declared = charset[1] if charset else None
    yield from decode_page(PageBytes(path, ordinal, "html", _payload(response), declared, given))


def _parse(head: bytes, block: bytes) -> ArcWarcRecord:
    """Let warcio read a record; the first length in its header is the one it has."""
    version, _, fields = head.partition(b"\n")
    whole = b"%b\nContent-Length: %d\r\n%b\r\n\r\n%b" % (version, len(block), fields, block)
    try:
        return ArcWarcRecordLoader().parse_record_stream(BytesIO(whole), known_format="warc")
    except _UNREADABLE as error:
        raise CorpusError("the headers of the record cannot be read") from error


def _is_page(record: ArcWarcRecord) -> bool:
    headers = record.http_headers
    if headers is None or headers.get_statuscode() != "200":
        return False
    return bool(_HTML.match(headers.get_header("Content-Type", "")))


def _check_size(record: _Record, head: bytes, block: bytes) -> None:
    """Raise CorpusError where a record is too large or has another length than its header says."""
    if record.size > LARGEST_RECORD:
        raise CorpusError(f"the record is larger than {LARGEST_RECORD // 1_000_000} MB")
    said = _LENGTH.search(head)
    if not said:
        raise CorpusError("the header of the record gives no length")
    length = int(said[1])
    if len(block) < length:
        raise CorpusError(f"the record is cut off after {len(block):,} of {length:,} bytes")
    if block[length:].strip(b"\r\n"):
        raise CorpusError(f"the record is longer than the {length:,} bytes its header gives")


def _payload(record: ArcWarcRecord) -> bytes:
    """Return the content of a response, unpacked up to the limit of a page."""
    headers, stream = record.http_headers, record.raw_stream
    if headers.get_header("Transfer-Encoding", "").strip().lower() == "chunked":
        # Without its own unpacking, which has no limit.
        stream = ChunkedDataReader(stream)
    data: bytes = stream.read(LARGEST_RECORD)
    packing = headers.get_header("Content-Encoding", "").strip().lower()
    if packing in ("gzip", "x-gzip") and data.startswith(b"\x1f\x8b"):
        return BufferedReader(UnpackedFile(BytesIO(data))).read(LARGEST_PAGE + 1)
    if packing == "deflate":
        return _inflated(data)
    if packing == "br":
        raise CorpusError("the page is packed with Brotli, which is not read")
    return data


def _inflated(data: bytes) -> bytes:
    """Return deflated data unpacked, with its header or without as servers send it, or as it is."""
    for window in (zlib.MAX_WBITS, -zlib.MAX_WBITS):
        try:
            return zlib.decompressobj(window).decompress(data, LARGEST_PAGE + 1)
        except zlib.error:
            continue
    return data
