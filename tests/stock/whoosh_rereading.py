"""The first hits of a stock index read again (search.rereading): their texts are analysed once more."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import inf
from typing import Any

from whoosh.scoring import bm25

from index.analysis import analyze
from search.query import Node
from search.ranking import K1, LEAD, LEAD_WORDS, NEAR, NEARNESS, SURFACE, B
from search.request import Target
from search.rereading import READ_FIELD, Wording


def bonuses(searcher: Any, target: Target, tree: Node, documents: Sequence[int]) -> dict[int, float]:
    """Return what each document gains by being read again; `searcher` is Whoosh's."""
    if not documents:
        # Of an index of nothing Whoosh cannot tell how rare a word is.
        return {}
    field = READ_FIELD[target]
    wording = Wording.of(tree, lambda stem: searcher.idf(f"{field}_stem", stem))
    if not wording.told:
        return {}
    average = searcher.avg_field_length(field) or 1
    texts = ((each, _text(target, searcher.stored_fields(each)["record"])) for each in documents)
    return {document: bonus(wording, text, average) for document, text in texts}


def bonus(wording: Wording, text: str, average_length: float) -> float:
    """Return what a text adds to a score, at least 0; such texts have so many words on average."""
    words = _Read.of(text, wording.told)
    nearness = NEARNESS * _nearness(wording, words)
    return nearness + SURFACE * _as_typed(wording, words, average_length) + LEAD * _lead(wording, words)


def _text(target: Target, record: str) -> str:
    fields = json.loads(record)
    text: str = fields["body"] if target == "articles" else fields["quote"]["text"]
    return text


def _nearness(wording: Wording, words: "_Read") -> float:
    return sum(
        min(wording.told[one], wording.told[other])
        for one, other in wording.neighbours
        if _least_distance(words.positions.get(one, ()), words.positions.get(other, ())) <= NEAR
    )


def _as_typed(wording: Wording, words: "_Read", average_length: float) -> float:
    length = len(words.surfaces)
    score = 0.0
    for stem, form in wording.forms.items():
        if count := words.surfaces.count(form):
            score += bm25(wording.told[stem], count, length, average_length, B, K1)
    return score


def _lead(wording: Wording, words: "_Read") -> float:
    return sum(
        wording.told[stem] * max(0.0, 1 - min(positions) / LEAD_WORDS)
        for stem, positions in words.positions.items()
    )


@dataclass(frozen=True, slots=True)
class _Read:
    """A text as it is read again: its words, and where those stand that were asked for."""

    surfaces: Sequence[str]
    positions: Mapping[str, list[int]]

    @classmethod
    def of(cls, text: str, wanted: Mapping[str, float]) -> "_Read":
        analysis = analyze(text)
        positions: dict[str, list[int]] = {}
        for stem, position in analysis.places():
            if stem in wanted:
                positions.setdefault(stem, []).append(position)
        return cls(analysis.words.surfaces, positions)


def _least_distance(some: Iterable[int], others: Sequence[int]) -> float:
    return min((abs(one - other) for one in some for other in others), default=inf)
