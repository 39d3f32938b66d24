import pytest

from index.arrays.policy import SEGMENTS_MOST, to_merge
from index.arrays.segment_list import SegmentEntry


def entry(name: str, documents: int, deleted: int = 0) -> SegmentEntry:
    return SegmentEntry(name, documents, "x" if deleted else None, documents - deleted)


def names(entries: tuple[SegmentEntry, ...]) -> str:
    return "".join(each.name for each in entries)


@pytest.mark.parametrize(
    ("entries", "merged"),
    [
        ([], ""),
        ([entry("a", 10), entry("b", 1)], ""),
        ([entry("a", 100, deleted=20)], ""),
        ([entry("a", 100, deleted=21)], "a"),
        ([entry("a", 100, deleted=100), entry("b", 5)], "a"),
        ([entry(name, 1) for name in "abcdef"], ""),
        ([entry("a", 900), *(entry(name, 1) for name in "bcdefg")], "bcdefg"),
        ([entry(name, 10**size) for size, name in enumerate("abcdefg")], "ab"),
        ([*(entry(name, 1) for name in "abcdef"), entry("g", 10, deleted=9)], "abcdefg"),
    ],
)
def test_the_smallest_of_many_and_those_mostly_deleted_are_merged(
    entries: list[SegmentEntry], merged: str
) -> None:
    assert names(to_merge(entries)) == merged


def test_documents_are_written_anew_a_few_times_only() -> None:
    entries, written = [entry("x", 1_000_000)], 0
    for number in range(1_000):
        entries.append(entry(str(number), 10))
        if chosen := to_merge(entries):
            documents = sum(each.alive for each in chosen)
            written += documents
            entries = [each for each in entries if each not in chosen] + [entry(f"m{number}", documents)]
    assert len(entries) <= SEGMENTS_MOST
    assert entries[0].name == "x"
    assert written < 10_000 * 10
