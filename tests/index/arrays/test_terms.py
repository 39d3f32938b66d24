from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.arrays import terms
from index.arrays.array_file import ArrayFile, ArrayFileWriter
from index.arrays.growth import ends_from_zero
from index.arrays.terms import TermTable

keys = st.binary(max_size=4) | st.sampled_from(
    [b"pemilu", b"pemilih", b"pem", b"\xff", b"\xff\xff", b"a\xff"]
)


def table_of(folder: Path, keys: list[bytes]) -> TermTable:
    with ArrayFileWriter(folder / "x.seg") as file:
        file.put("text/terms", np.frombuffer(b"".join(keys), np.uint8))
        file.put("text/places", ends_from_zero(np.array([len(key) for key in keys], np.int64)))
    return TermTable(ArrayFile(folder / "x.seg"), "text")


@given(given=st.sets(keys, max_size=30), asked=keys, guides=st.integers(1, 40))
def test_a_table_is_a_sorted_list(
    given: set[bytes], asked: bytes, guides: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    order = sorted(given)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(terms, "_GUIDES_MOST", guides)
        table = table_of(tmp_path_factory.mktemp("terms"), order)
    assert list(table) == order
    assert table[1:4] == order[1:4]
    assert table.find(asked) == (order.index(asked) if asked in given else -1)
    assert table.lower(asked) == sum(key < asked for key in order)
    assert [order[number] for number in table.prefix(asked)] == [
        key for key in order if key.startswith(asked)
    ]


def test_a_field_without_terms_finds_nothing(tmp_path: Path) -> None:
    table = table_of(tmp_path, [])
    assert (len(table), table.find(b"pemilu"), table.keys(0, 0)) == (0, -1, [])
    assert list(table.prefix(b"p")) == []
