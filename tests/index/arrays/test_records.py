import threading
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.arrays.records import BLOCK_BYTES, Compressor, RecordReader, RecordWriter
from index.errors import IndexDamagedError

TEXTS = [f"catatan {number} " * (number % 40) for number in range(500)]


def reader_of(folder: Path, texts: list[str], batch: int = 100) -> RecordReader:
    writer, compressor = RecordWriter(folder / "x.records.seg"), Compressor()
    for first in range(0, len(texts), batch):
        writer.add(compressor.blocks([text.encode() for text in texts[first : first + batch]]))
    writer.write()
    return RecordReader(folder / "x.records.seg")


@given(texts=st.lists(st.text(max_size=5) | st.just("panjang" * 3_000), max_size=12), data=st.data())
def test_records_come_back_in_the_order_asked(
    texts: list[str], data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    reader = reader_of(tmp_path_factory.mktemp("records"), texts, batch=5)
    asked = data.draw(st.lists(st.integers(0, len(texts) - 1))) if texts else []
    assert reader.read(asked) == [texts[number] for number in asked]


def test_a_block_ends_when_it_is_large_enough(tmp_path: Path) -> None:
    reader = reader_of(tmp_path, TEXTS, batch=len(TEXTS))
    sizes = [int(reader.sizes(block).sum()) for block in range(reader.blocks)]
    assert all(BLOCK_BYTES <= size < 2 * BLOCK_BYTES for size in sizes[:-1])
    assert (tmp_path / "x.records.seg").stat().st_size < sum(sizes) / 5


def test_a_block_of_long_records_ends_at_half_the_size(tmp_path: Path) -> None:
    reader = reader_of(tmp_path, ["a" * (BLOCK_BYTES // 4)] * 6, batch=6)
    assert [reader.sizes(block).size for block in range(reader.blocks)] == [2, 2, 2]


def test_each_block_asked_for_is_decompressed_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reader = reader_of(tmp_path, TEXTS)
    opened: list[int] = []
    texts = RecordReader.texts
    monkeypatch.setattr(RecordReader, "texts", lambda self, block: opened.append(block) or texts(self, block))
    reader.read([0, 499, 1, 498, 0])
    assert sorted(opened) == sorted(set(opened))


def test_threads_share_a_reader(tmp_path: Path) -> None:
    reader = reader_of(tmp_path, TEXTS)
    wrong: list[int] = []

    def read(seed: int) -> None:
        asked = [(seed * 7 + step * 13) % 500 for step in range(200)]
        wrong.extend(number for number in asked if reader.read([number]) != [TEXTS[number]])

    threads = [threading.Thread(target=read, args=(seed,)) for seed in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong


@pytest.mark.parametrize("bit", range(8))
def test_a_flipped_bit_is_met_by_verify_and_never_gives_another_record(tmp_path: Path, bit: int) -> None:
    path = tmp_path / "x.records.seg"
    size = reader_of(tmp_path, TEXTS[:40]).stored(0, 1).data.size
    whole = path.read_bytes()
    start = whole.index(b"\x28\xb5\x2f\xfd")
    for place in range(start, start + size):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1 << bit]) + whole[place + 1 :])
        reader = RecordReader(path)
        with suppress(IndexDamagedError):
            assert reader.read(range(40)) == TEXTS[:40]
        with pytest.raises(IndexDamagedError):
            reader.file.verify()


def test_a_block_of_another_size_than_its_records_is_damage(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = reader_of(tmp_path, TEXTS[:40])
    monkeypatch.setattr(RecordReader, "sizes", lambda self, _: self._sizes[:1])
    with pytest.raises(IndexDamagedError, match=r"records\.seg"):
        reader.read([0])
