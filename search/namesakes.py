"""Whom else a chosen speaker's name may mean: those called so who have a fuller name."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from search.engine import Engine, Plan
from search.errors import WorkError
from search.results import FacetValue, Namesakes

# Of those called by one name so many are told, the most heard: each costs a count.
NAMESAKES_MOST = 5


def namesakes(plan: Plan, engine: Engine) -> tuple[Namesakes, ...]:
    """Return the chosen names that others have too whom the rest of the plan finds.

    Where counting would read too much, nothing is told.
    """
    called_so = engine.namesakes(plan.filters.speakers)
    try:
        found = [
            _counted((name, *others[:NAMESAKES_MOST]), plan, engine) for name, others in called_so.items()
        ]
    except WorkError:
        return ()
    return tuple(each for each in found if each.others)


def namesake_lines(found: Sequence[Namesakes]) -> Iterator[str]:
    """Yield a sentence for each name, for a terminal."""
    for each in found:
        others = " | ".join(f"{other.value} {other.count:,}" for other in each.others)
        alone = f"{each.count:,} found where nothing tells who is meant; " if each.count else ""
        yield f"{each.name}: {alone}also called so, but left out: {others}"


def _counted(names: Sequence[str], plan: Plan, engine: Engine) -> Namesakes:
    plans = [replace(plan, filters=replace(plan.filters, speakers=(name,))) for name in names]
    own, *others = map(FacetValue, names, engine.count(plans))
    found = sorted((other for other in others if other.count), key=lambda other: -other.count)
    return Namesakes(own.value, own.count, tuple(found))
