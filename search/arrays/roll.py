"""Who speaks (search.speakers), counted over arrays."""

from itertools import islice

from index.arrays.array_file import Array
from index.schema import article_in_key, role_in
from search.arrays.asking import Asked
from search.arrays.half import ArrayHalf
from search.arrays.selection import select
from search.engine import Plan
from search.speakers import Roll, Saying, SpeakerTable, Split, Tally


def speaker_rows(
    half: ArrayHalf, asked: Asked, plan: Plan, split: Split | None, generation: str
) -> SpeakerTable:
    """Count by speaker the quotes that a plan finds."""
    docs = half.matching(asked.operator)
    selection = select(docs, asked.columns, asked.filters)
    found = docs if selection.rows is None else docs.take(selection.rows)
    sayings = _sayings(half, found)
    roll = Roll.of(sayings)
    limit = len(roll.by_speaker) if plan.limit is None else plan.limit
    shown = sorted({row for rows in list(roll.by_speaker.values())[:limit] for row in rows})
    roles = dict(zip(shown, map(role_in, half.records(found.take(shown).tolist())), strict=True))
    return SpeakerTable(
        split=split,
        quotes=len(sayings),
        unnamed=roll.unnamed,
        undated=selection.undated,
        speakers=len(roll.by_speaker),
        rows=tuple(Tally(sayings, roles.__getitem__).rows(roll, split, plan.limit)),
        generation=generation,
    )


def _sayings(half: ArrayHalf, docs: Array) -> list[Saying]:
    if not docs.size:
        return []
    sources, speakers = half.columns.names["source"], half.columns.names["speaker"]
    names = map(speakers.values.__getitem__, speakers.ordinals_of(docs).tolist())
    return [
        Saying(tuple(islice(names, count)), sources.values[source], day, article_in_key(key))
        for count, source, day, key in zip(
            speakers.entry_counts(docs).tolist(),
            sources.ordinals.take(docs).tolist(),
            half.days.take(docs).tolist(),
            half.keys.take(docs).tolist(),
            strict=True,
        )
    ]
