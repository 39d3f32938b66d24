import gzip
import zlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.page import GivenFields, Problem, RawPage, SourceFile
from corpus.readers import count_documents, read_file

URL = "https://kabararunika.id/"
HTML = "<p>KPU Arunika membuka pendaftaran.</p>"


HEADERS = "Content-Type: text/html"


def record(
    number: int,
    payload: bytes = HTML.encode(),
    kind: str = "response",
    status: str = "200 OK",
    headers: str = HEADERS,
) -> bytes:
    """Return a record as crawlers write it."""
    block = f"HTTP/1.1 {status}\r\n{headers}\r\n\r\n".encode() + payload
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {URL}{number}\r\n"
    return f"{head}Content-Length: {len(block)}\r\n\r\n".encode() + block + b"\r\n\r\n"


def read(path: Path, content: bytes) -> list[RawPage | Problem]:
    path.write_bytes(content)
    return list(read_file(SourceFile(path, "", 0)))


def lines(found: list[RawPage | Problem]) -> list[tuple[str, int | None]]:
    return [(type(each).__name__, each.line) for each in found]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "a.warc"


def test_a_response_with_html_is_a_page_with_its_address_and_ordinal(file: Path) -> None:
    found = read(file, record(1, kind="metadata") + record(2))
    assert found == [RawPage(file, 2, "html", HTML, GivenFields(url=f"{URL}2"))]


@pytest.mark.parametrize(
    "other",
    [
        record(1, kind="metadata"),
        record(1, kind="request"),
        record(1, kind="revisit"),
        record(1, status="404 Not Found"),
        record(1, headers="Content-Type: image/png", payload=b"WARC \x00\n" * 40),
        record(1, headers="Server: a"),
    ],
)
def test_other_records_are_passed_over(file: Path, other: bytes) -> None:
    assert lines(read(file, other + record(2))) == [("RawPage", 2)]


@pytest.mark.parametrize(
    ("damaged", "reason"),
    [
        (record(1)[:-20], "the record is cut off after 67 of 83 bytes"),
        (
            record(1).replace(b"Content-Length: ", b"Content-Length: 9"),
            "the record is cut off after 83 of 983 bytes",
        ),
        (
            record(1).replace(b"Content-Length: 83", b"Content-Length: 16"),
            "the record is longer than the 16 bytes",
        ),
        (record(1).replace(b"Content-Length: ", b"Content-Length: x"), "gives no length"),
        (record(1).replace(b"WARC-Target-URI", b"WARC-Target"), "the headers of the record cannot be read"),
        (record(1).replace(b"HTTP/1.1", b"ICAP/1.1"), "the headers of the record cannot be read"),
        (record(1, payload=b"x" * 10_000_001), "the record is larger than 10 MB"),
        (record(1, headers=f"{HEADERS}\r\nContent-Encoding: br"), "Brotli"),
    ],
)
def test_a_damaged_record_is_a_problem_and_the_rest_is_read(file: Path, damaged: bytes, reason: str) -> None:
    before, problem, after = read(file, record(7) + damaged + record(8))
    assert (type(before), type(after)) == (RawPage, RawPage)
    assert isinstance(problem, Problem)
    assert problem.line == 2
    assert reason in problem.reason
    assert problem.reason.endswith("; the record was left out")


def test_a_length_of_ten_gigabytes_is_not_believed(file: Path) -> None:
    lie = record(1).replace(b"Content-Length: 83", b"Content-Length: 10737418240")
    assert lines(read(file, lie + record(2))) == [("Problem", 1), ("RawPage", 2)]


@pytest.mark.parametrize(
    "content",
    [gzip.compress(record(1) + record(2)), gzip.compress(record(1)) + gzip.compress(record(2))],
    ids=["whole", "by record"],
)
def test_a_file_may_be_packed_by_record_or_as_a_whole(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.warc.gz"
    assert lines(read(path, content)) == [("RawPage", 1), ("RawPage", 2)]
    assert count_documents([path]) == 2


def test_a_packed_record_that_is_damaged_or_cut_costs_itself_alone(tmp_path: Path) -> None:
    good, bad = (
        gzip.compress(record(1)),
        bytearray(gzip.compress(record(2, b"<p>" + bytes(range(256)) * 9))),
    )
    bad[len(bad) // 2] ^= 0xFF
    found = read(tmp_path / "a.warc.gz", good + bytes(bad) + good + good[: len(good) // 2])
    assert [each.line for each in found if isinstance(each, RawPage)] == [1, 3]
    assert [each.reason for each in found if isinstance(each, Problem)] == [
        "the packed file is damaged; the record was left out",
        "the packed file is cut off; the record was left out",
    ]


@pytest.mark.parametrize(
    ("packing", "payload"),
    [
        ("gzip", gzip.compress(HTML.encode())),
        ("gzip", HTML.encode()),
        ("deflate", zlib.compress(HTML.encode())),
        ("deflate", zlib.compress(HTML.encode())[2:-4]),
        ("deflate", HTML.encode()),
    ],
)
def test_a_page_is_unpacked_as_its_headers_say(file: Path, packing: str, payload: bytes) -> None:
    headers = f"{HEADERS}\r\nContent-Encoding: {packing}"
    chunks = b"%x\r\n%b\r\n0\r\n\r\n" % (len(payload), payload)
    whole = record(1, payload=payload, headers=headers)
    chunked = record(2, payload=chunks, headers=f"{headers}\r\nTransfer-Encoding: chunked")
    pages = read(file, whole + chunked)
    assert [page.content for page in pages if isinstance(page, RawPage)] == [HTML, HTML]


@pytest.mark.parametrize("packing", ["gzip", "deflate"])
def test_a_page_that_unpacks_to_more_than_the_limit_is_a_problem(file: Path, packing: str) -> None:
    packed = (gzip.compress if packing == "gzip" else zlib.compress)(b"x" * 40_000_000)
    headers = f"{HEADERS}\r\nContent-Encoding: {packing}"
    (problem,) = read(file, record(1, payload=packed, headers=headers))
    assert problem == Problem(file, 1, "the page is larger than 10 MB")


def test_the_charset_of_the_answer_is_believed(file: Path) -> None:
    headers = "Content-Type: application/xhtml+xml; charset=iso-8859-9"
    (page,) = read(file, record(1, payload="<p>ğış".encode("iso-8859-9"), headers=headers))
    assert isinstance(page, RawPage)
    assert page.content == "<p>ğış"


def test_a_page_that_the_crawler_cut_is_read_and_said_to_be(file: Path) -> None:
    cut = record(1).replace(b"WARC-Type:", b"WARC-Truncated: length\r\nWARC-Type:")
    problem, page = read(file, cut)
    assert problem == Problem(file, 1, "the crawler cut the page off; what there is was read", lost=False)
    assert isinstance(page, RawPage)


def test_an_empty_page_is_a_problem(file: Path) -> None:
    (problem,) = read(file, record(1, payload=b""))
    assert problem == Problem(file, 1, "the record is empty")


@pytest.mark.parametrize("content", [b"", b"halaman\n", b"\x00" * 100])
def test_a_file_without_records_is_a_problem(file: Path, content: bytes) -> None:
    (problem,) = read(file, content)
    assert problem == Problem(file, None, "the file is empty or holds no records of a web archive")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.integers(0, 2000), st.binary(max_size=30))
def test_any_damage_gives_pages_or_problems(file: Path, place: int, damage: bytes) -> None:
    content = record(1) + record(2) + record(3)
    found = read(file, content[:place] + damage + content[place + len(damage) :])
    assert all(isinstance(each, RawPage | Problem) for each in found)
