"""What postings hold comes back, in whatever way a field keeps it."""

from pathlib import Path

import numpy as np
import pytest

from index.arrays.array_file import ArrayFile, ArrayFileWriter
from index.arrays.fields import FieldFiles, FieldReader
from index.arrays.layout import Field
from index.arrays.postings import PostingsWriter, Stretch

_MANY = 200_000


def _written(folder: Path, stretches: list[tuple[list[int], list[int]]], *, documents: int) -> FieldReader:
    """Write a field whose terms have these documents and frequencies, each term in a stretch of its own."""
    writer, path = PostingsWriter(folder, documents, is_narrow=True), folder / "postings.seg"
    for number, (docs, freqs) in enumerate(stretches):
        counts, words = np.array([len(docs)]), np.array([sum(freqs)])
        arrays = np.array(docs, np.uint32), np.array(freqs, np.uint32)
        writer.add(Stretch([b"%03d" % number], counts, words, *arrays, None))
    with ArrayFileWriter(path) as file:
        writer.write(file, "body")
    return FieldReader(Field("body"), FieldFiles(ArrayFile(path), ArrayFile(path)))


@pytest.mark.parametrize(
    ("freqs", "is_kept"),
    [
        ([1] * 30, False),
        ([1] * 29 + [7], False),
        ([2] + [1] * 17 + [254], True),
        ([1] * 99 + [255], True),
        ([3] * 30, True),
    ],
)
def test_frequencies_of_1_are_not_kept_where_nearly_all_are(
    tmp_path: Path, freqs: list[int], *, is_kept: bool
) -> None:
    halves = len(freqs) // 2
    first, last = freqs[:halves], freqs[halves:]
    field = _written(
        tmp_path,
        [(list(range(len(each))), each) for each in (first, last)],
        documents=len(freqs),
    )
    assert bool(ArrayFile(tmp_path / "postings.seg").get("body/freqs").size) is is_kept
    assert [field.freqs_of(term).tolist() for term in (0, 1)] == [first, last]
    assert field.freqs_between(0, 2).tolist() == freqs


def test_documents_of_a_large_segment_take_two_bytes(tmp_path: Path) -> None:
    found = [[3, 65_535], [65_536], [0, 65_536, 131_072, _MANY - 1], [131_071]]
    field = _written(tmp_path, [(docs, [1] * len(docs)) for docs in found], documents=_MANY)
    assert ArrayFile(tmp_path / "postings.seg").get("body/docs").dtype == np.uint16
    assert [field.docs_of(term).tolist() for term in range(4)] == found
    assert field.docs_between(1, 4).tolist() == [each for docs in found[1:] for each in docs]
    assert field.docs_between(2, 2).tolist() == []
    # Four bytes even below 65,536: others are looked up among them.
    assert field.docs_of(0).dtype == np.uint32
