"""Which segments an update merges: few stay, and none that is mostly deleted."""

from collections.abc import Callable
from typing import Any

from whoosh.reading import SegmentReader

from index.manifest import SEGMENT_SUFFIX

# More segments than this make a query slower; the smallest are then merged, which costs little.
SEGMENTS_MOST = 8
MERGED_AT_ONCE = 5
# Deleted documents still weigh in scores and on the disk: a segment with a larger share is written anew.
DELETED_SHARE_MOST = 0.2

Check = Callable[[str], None]
Policy = Callable[[Any, list[Any]], list[Any]]


def merge_policy(check: Check) -> Policy:
    """Return a merge policy for Whoosh; each segment's file is checked, by its name, before it is read."""

    def merge(writer: Any, segments: list[Any]) -> list[Any]:
        chosen = _chosen(segments)
        for segment in chosen:
            check(segment.segment_id() + SEGMENT_SUFFIX)
            reader = SegmentReader(writer.storage, writer.schema, segment)
            writer.add_reader(reader)
            reader.close()
        return [segment for segment in segments if segment not in chosen]

    return merge


def _chosen(segments: list[Any]) -> list[Any]:
    smallest = sorted(segments, key=lambda segment: segment.doc_count_all())[:MERGED_AT_ONCE]
    crowd = smallest if len(segments) > SEGMENTS_MOST else []
    return [segment for segment in segments if segment in crowd or _is_stale(segment)]


def _is_stale(segment: Any) -> bool:
    return bool(segment.deleted_count() > DELETED_SHARE_MOST * segment.doc_count_all())
