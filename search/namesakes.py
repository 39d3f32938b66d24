"""Whom else a chosen speaker's name may mean: those called so, or nearly so where nobody is."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from search.engine import Engine, Plan
from search.errors import WorkError
from search.results import FacetValue, Namesakes

# Of those called by one name so many are told, the most heard: each costs a count.
NAMESAKES_MOST = 5


def namesakes(plan: Plan, engine: Engine) -> tuple[Namesakes, ...]:
    """Return the chosen names that others have too whom the rest of the plan finds, and those nobody has.

    Where counting would read too much, nothing is told.
    """
    chosen = plan.filters.speakers
    called_so, nearest = engine.namesakes(chosen), engine.nearest(chosen)
    try:
        found = [_called_so(name, others, plan, engine) for name, others in called_so.items()]
        near = [_nearest(name, others, plan, engine) for name, others in nearest.items()]
    except WorkError:
        return ()
    return (*(each for each in found if each.others), *near)


def namesake_lines(found: Sequence[Namesakes]) -> Iterator[str]:
    """Yield a sentence for each name, for a terminal."""
    for each in found:
        others = " | ".join(f"{other.value} {other.count:,}" for other in each.others)
        yield f"{each.name}: {_left_out(each)}: {others}"


def _left_out(found: Namesakes) -> str:
    if not found.known:
        return "nobody is called so; the nearest names"
    alone = f"{found.count:,} found where nothing tells who is meant; " if found.count else ""
    return f"{alone}also called so, but left out"


def _called_so(name: str, others: Sequence[str], plan: Plan, engine: Engine) -> Namesakes:
    own, *counted = _counted((name, *others[:NAMESAKES_MOST]), plan, engine)
    found = sorted((other for other in counted if other.count), key=lambda other: -other.count)
    return Namesakes(own.value, own.count, tuple(found))


def _nearest(name: str, others: Sequence[str], plan: Plan, engine: Engine) -> Namesakes:
    """Count those with the nearest names; who has no hits is told too, for the name may be what was wrong."""
    return Namesakes(name, 0, tuple(_counted(others[:NAMESAKES_MOST], plan, engine)), known=False)


def _counted(names: Sequence[str], plan: Plan, engine: Engine) -> list[FacetValue]:
    plans = [replace(plan, filters=replace(plan.filters, speakers=(name,))) for name in names]
    return list(map(FacetValue, names, engine.count(plans)))
