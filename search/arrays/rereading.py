"""The first hits read again (search.rereading), over arrays of positions: no text is analysed."""

import numpy as np

from index.arrays.array_file import Array
from search.arrays.distinct import distinct
from search.arrays.fields import Places, WholeField, rows_in
from search.arrays.half import ArrayHalf
from search.clauses import STEMS
from search.query import Node
from search.ranking import K1, LEAD, LEAD_WORDS, NEAR, NEARNESS, SURFACE, B
from search.request import Target
from search.rereading import READ_FIELD, Wording


def bonuses(half: ArrayHalf, target: Target, tree: Node, docs: Array) -> Array:
    """Return what each of some documents, given in order, gains by being read again."""
    surfaces, stems = (half.field(READ_FIELD[target] + kind) for kind in ("", STEMS))
    wording = Wording.of(tree, lambda stem: stems.idf(stems.doc_frequency(stem.encode())))
    if not wording.told or not docs.size:
        return np.zeros(docs.size)
    places = {stem: stems.places(stem.encode(), docs) for stem in wording.told}
    nearness = NEARNESS * _nearness(wording, places, docs.size)
    return nearness + SURFACE * _as_typed(wording, surfaces, docs) + LEAD * _lead(wording, places, docs.size)


def _nearness(wording: Wording, places: dict[str, Places], count: int) -> Array:
    gains = np.zeros(count)
    for one, other in wording.neighbours:
        gains[_near(places[one], places[other])] += min(wording.told[one], wording.told[other])
    return gains


def _near(some: Places, others: Places) -> Array:
    """Return the documents in which a place of one word is near one of the other; places are in order."""
    ones, theirs = some.keys, others.keys
    # Of the other word's places, count those near each place of the one.
    first, stop = theirs.searchsorted(ones - NEAR), theirs.searchsorted(ones + NEAR, "right")
    near: Array = distinct(rows_in(ones[stop > first]))
    return near


def _as_typed(wording: Wording, field: WholeField, docs: Array) -> Array:
    """Return what BM25 gives for the words as they were typed, over exact lengths."""
    scores = np.zeros(docs.size)
    norms = K1 * ((1 - B) + B * field.lengths.take(docs) / field.average_length)
    for stem, form in wording.forms.items():
        freqs = field.freqs_at(form.encode(), docs)
        scores += wording.told[stem] * (K1 + 1) * freqs / (freqs + norms)
    return scores


def _lead(wording: Wording, places: dict[str, Places], count: int) -> Array:
    gains = np.zeros(count)
    for stem, (rows, positions) in places.items():
        first = np.full(count, LEAD_WORDS)
        # Of the places of a document the first is written last.
        first[rows[::-1]] = positions[::-1]
        gains += wording.told[stem] * (1 - np.minimum(first, LEAD_WORDS) / LEAD_WORDS)
    return gains
