"""The `date:` parts of a query that hold for all it finds, as the span of days that filters know."""

from dataclasses import replace

from search.engine import Filters
from search.query import And, Dated, Node


def date_parts_as_filter(tree: Node, filters: Filters) -> tuple[Node, Filters]:
    """Return a tree without the `date:` parts side by side with its others, and the filters narrowed by them.

    A filter tells what was left out for want of a date. Parts inside OR or NOT stay: they hold for some of
    the hits only.
    """
    nodes = tree.nodes if isinstance(tree, And) else (tree,)
    periods = [node.period for node in nodes if isinstance(node, Dated)]
    if not periods:
        return tree, filters
    rest = tuple(node for node in nodes if not isinstance(node, Dated))
    firsts = [day for day in (filters.since, *(period.first for period in periods)) if day]
    lasts = [day for day in (filters.until, *(period.last for period in periods)) if day]
    narrowed = replace(filters, since=max(firsts, default=None), until=min(lasts, default=None))
    return rest[0] if len(rest) == 1 else And(rest), narrowed
