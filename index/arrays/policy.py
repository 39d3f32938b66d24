"""Which segments a commit merges: few stay, none is mostly deleted, a large one is seldom written anew."""

from collections.abc import Sequence

from index.arrays.segment_list import SegmentEntry

# More segments than this make a query slower; the smallest are then merged, which costs little.
SEGMENTS_MOST = 6
# The next larger segment is merged too while it has no more than so many times the documents of those before
# it: so a merge makes a segment that is not merged again before as much has come as it holds.
GROWTH = 2
# Deleted documents still weigh in scores and on the disk: a segment with a larger share is written anew.
DELETED_SHARE_MOST = 0.2


def to_merge(entries: Sequence[SegmentEntry]) -> tuple[SegmentEntry, ...]:
    """Return the segments to merge into one, in their order.

    Ten documents added to a million are merged with the few that came before them, not with the million:
    after a thousand such commits each document was written anew seven times.
    """
    stale = {entry.name for entry in entries if _is_stale(entry)}
    left = sorted((entry for entry in entries if entry.name not in stale), key=lambda entry: entry.alive)
    crowd = _crowd(left) if len(left) + bool(stale) > SEGMENTS_MOST else set[str]()
    return tuple(entry for entry in entries if entry.name in stale | crowd)


def _crowd(entries: Sequence[SegmentEntry]) -> set[str]:
    """Return the names of the smallest segments, two at least; they come in the order of their size."""
    documents, chosen = 0, set[str]()
    for entry in entries:
        if len(chosen) > 1 and entry.alive > GROWTH * documents:
            break
        documents += entry.alive
        chosen.add(entry.name)
    return chosen


def _is_stale(entry: SegmentEntry) -> bool:
    return entry.documents - entry.alive > DELETED_SHARE_MOST * entry.documents
