"""Questions made ready to run."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from search.arrays.compilation import operator_of
from search.arrays.engine import ArraysEngine
from search.arrays.operators import Operator
from search.compilation import compile_query
from search.query import parse


@pytest.fixture(scope="module")
def engine(sample_index: Path) -> ArraysEngine:
    return ArraysEngine.open(sample_index)


@pytest.mark.parametrize(
    "query",
    [
        "kpu pemilu",
        "date:2024-11 OR pemilih",
        "-date:2024-11",
        "pem*",
        "pemiilu~",
        '"surat suara" -kpu',
        "speaker:marlupi",
        "speaker:mar* OR source:lentera",
    ],
)
def test_what_is_kept_of_a_tree_holds_no_arrays_of_its_own(engine: ArraysEngine, query: str) -> None:
    for target, half in engine.halves.items():
        operator = operator_of(compile_query(parse(query), target), half)
        docs = half.matches(operator).docs
        assert operator.at(docs).rows.size == half.matching(operator).size == docs.size
        assert list(operator.loads())
        assert operator.estimate >= docs.size
        assert not list(arrays_in(operator))


def arrays_in(value: Any) -> Iterator[Any]:
    """Yield the arrays that an operator holds, itself or in its parts."""
    match value:
        case np.ndarray():
            yield value
        case Operator():
            for each in vars(value).values():
                yield from arrays_in(each)
        case list() | tuple() | set():
            for each in value:
                yield from arrays_in(each)
