"""Who speaks (search.speakers), counted over arrays."""

from index.schema import role_in
from search.arrays.asking import Asked
from search.arrays.half import ArrayHalf
from search.arrays.selection import select
from search.columns import Columns
from search.engine import Plan
from search.speakers import Roll, SpeakerTable, Split, Tally


def speaker_rows(
    half: ArrayHalf, asked: Asked, plan: Plan, split: Split | None, generation: str
) -> SpeakerTable:
    """Count by speaker the quotes that a plan finds."""
    docs = half.matching(asked.operator)
    selection = select(docs, asked.columns, asked.filters)
    found = (docs if selection.rows is None else docs.take(selection.rows)).tolist()
    columns = _columns_of(half, found)
    roll = Roll.of(range(len(found)), columns)
    limit = len(roll.by_speaker) if plan.limit is None else plan.limit
    shown = sorted({row for rows in list(roll.by_speaker.values())[:limit] for row in rows})
    roles = dict(zip(shown, map(role_in, half.records([found[row] for row in shown])), strict=True))
    return SpeakerTable(
        split=split,
        quotes=len(found),
        unnamed=roll.unnamed,
        undated=selection.undated,
        speakers=len(roll.by_speaker),
        rows=tuple(Tally(columns, roles.__getitem__).rows(roll, split, plan.limit)),
        generation=generation,
    )


def _columns_of(half: ArrayHalf, docs: list[int]) -> Columns:
    """Return the columns of some documents, which are numbered from 0 in them."""
    sources, speakers = half.columns.names["source"], half.columns.names["speaker"]
    return Columns(
        [sources.values[ordinal] for ordinal in sources.ordinals.take(docs).tolist()] if docs else [],
        [speakers.of(document) for document in docs],
        half.days.take(docs).tolist() if docs else [],
        [half.keys[document] for document in docs],
    )
