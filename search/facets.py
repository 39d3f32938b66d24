"""The values of facets: what a chosen name stands for, the buckets of days and their order.

Chosen values are alternatives within a facet and all facets must hold, so a facet is counted over the
documents that pass all filters but its own: choosing a value never hides its neighbours. A span of days
is no choice of the date facet and holds for all of them.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache

from corpus.outlets import canonical_outlet
from index.name_keys import fold_name
from search.buckets import UNDATED_VALUE, parse_bucket
from search.engine import VALUES_MOST
from search.results import FacetValue

# Names of sources kept as they are folded.
_NAMES_KEPT = 1_024


def may_be_cut(facet: str, values: Sequence[FacetValue]) -> bool:
    """Tell whether a facet of a page may have more values than it lists; dates are all listed."""
    return facet != "date" and len(values) >= VALUES_MOST


def is_telling(facet: str, values: Sequence[FacetValue]) -> bool:
    """Tell whether a facet says anything: not where all hits are of the one kind and none was chosen."""
    return bool(values) and (facet != "kind" or len(values) > 1 or values[0].selected)


def sources_under(name: str, names: Mapping[str, str]) -> list[str]:
    """Return the source that a name means, of those under their folded names; none where there is none."""
    return [names[key] for key in _source_keys(name) if key in names][:1]


@lru_cache(_NAMES_KEPT)
def _source_keys(name: str) -> tuple[str, str]:
    return fold_name(name), fold_name(canonical_outlet(name) or "")


def chosen_values(
    names: Iterable[str], values_of: Callable[[str], Iterable[str]]
) -> dict[str, tuple[str, ...]]:
    """Return the values of a facet that names choose, each with those names; an unknown name is its own."""
    chosen: dict[str, tuple[str, ...]] = {}
    unknown: dict[str, str] = {}
    for name in names:
        for value in tuple(values_of(name)) or (unknown.setdefault(fold_name(name), name),):
            chosen[value] = (*chosen.get(value, ()), name)
    return chosen


def newest_first(value: str) -> tuple[int, int]:
    """Rank by the last day; a year stands before its December, and that before its last week."""
    if value == UNDATED_VALUE:
        return 0, 0
    bucket = parse_bucket(value)
    return -bucket.last.toordinal(), bucket.first.toordinal()
