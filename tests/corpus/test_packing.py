import gzip
import os
from collections.abc import Iterator
from io import BufferedReader, BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.errors import CorpusError
from corpus.packing import BombError, DamagedFileError, UnpackedFile, open_document, read_whole

NOISE = os.urandom(300_000)


def unpacked(data: bytes) -> bytes:
    return BufferedReader(UnpackedFile(BytesIO(data))).read()


def pieces(data: bytes) -> Iterator[bytes | str]:
    """Yield what comes out between one damage and the next."""
    file = UnpackedFile(BytesIO(data))
    while True:
        try:
            piece = file.read(1000)
        except DamagedFileError as error:
            yield str(error)
            continue
        if not piece:
            return
        yield piece


@given(st.lists(st.binary(max_size=200)))
def test_members_are_unpacked_one_after_another(members: list[bytes]) -> None:
    packed = b"".join(gzip.compress(member) + bytes(3) for member in members)
    assert unpacked(packed) == b"".join(members)


def test_large_files_are_unpacked_in_pieces() -> None:
    assert unpacked(gzip.compress(NOISE) + gzip.compress(b"x" * 5_000_000)) == NOISE + b"x" * 5_000_000


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (gzip.compress(NOISE)[:-1], "cut off"),
        (gzip.compress(NOISE)[:1000], "cut off"),
        (b"\x1f\x8b\x08", "cut off"),
        (b"halaman", "damaged"),
        (gzip.compress(b"a") + b"sampah", "damaged"),
        (gzip.compress(b"a")[:-8] + bytes(8), "damaged"),
    ],
)
def test_damage_is_named(data: bytes, reason: str) -> None:
    with pytest.raises(DamagedFileError, match=reason):
        unpacked(data)


def test_what_stands_behind_damage_comes_out() -> None:
    bad = bytearray(gzip.compress(NOISE[:1000]))
    bad[500:510] = bytes(10)
    found = list(pieces(gzip.compress(b"satu") + bytes(bad) + b"\x1f\x8b\x08\xff" + gzip.compress(b"dua")))
    assert (found[0], found[-1]) == (b"satu", b"dua")
    assert found.count("the packed file is damaged") == 1


def test_a_bomb_is_left_early_and_a_file_of_the_same_size_is_read() -> None:
    layer = gzip.compress(b"\0" * 60_000_000)
    file = BufferedReader(UnpackedFile(BytesIO(layer)), 1 << 16)
    with pytest.raises(BombError, match="more than 200 times"):
        list(iter(lambda: file.read(1 << 16), b""))
    assert file.read(10) == b""
    dense = b"".join(b"a" * 2000 + NOISE[place : place + 10] for place in range(0, len(NOISE), 10))
    assert len(unpacked(gzip.compress(dense))) == 60_300_000


@settings(deadline=None)
@given(st.binary(), st.sampled_from([b"", b"\x1f\x8b\x08\0"]))
def test_any_bytes_come_out_or_are_damaged(data: bytes, magic: bytes) -> None:
    assert all(isinstance(each, bytes | str) for each in pieces(magic + data))


def test_a_link_and_a_folder_are_not_opened(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("isi")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    os.mkfifo(tmp_path / "pipa.txt")
    with open_document(tmp_path / "a.txt") as file:
        assert file.read() == b"isi"
    with pytest.raises(OSError, match="symbolic links"):
        open_document(tmp_path / "b.txt")
    with pytest.raises(CorpusError, match="no regular file"):
        open_document(tmp_path / "pipa.txt")


def test_a_whole_file_has_a_largest_size(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(b"x" * 1_000_001)
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(b"x" * 1_000_000))
    assert len(read_whole(tmp_path / "a.txt.gz", 1_000_000)) == 1_000_000
    with pytest.raises(CorpusError, match="larger than 1 MB"):
        read_whole(tmp_path / "a.json", 1_000_000)
