import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from corpus.errors import CorpusError
from corpus.extraction_evaluation import ExtractionScore
from corpus.tagged_set import TAGGED, evaluate_tagged

TEXT = (
    "Ketua KPU Arunika Siti Marlupi mendatangi gudang. ”Kotak suara sudah tiba semua,” kata Siti. "
    "Bupati Hendra Wiguna mendengarkan. ”Gudang dijaga dua puluh orang,” ujar Camat Lembayung, Okta Lamen. "
    "”Kami lega,” kata Presiden."
)


def span(kind: str, text: str, start: int = 0) -> dict[str, Any]:
    place = TEXT.index(text, start)
    return {"type": kind, "start_char": place, "end_char": place + len(text)}


SPANS = [
    span("ROLE", "Ketua"),
    span("AFFILIATION", "KPU Arunika"),
    span("PERSON", "Siti Marlupi"),
    span("STATEMENT", "”Kotak suara sudah tiba semua,”"),
    span("CUE", "kata"),
    span("PERSONCOREF", "Siti", TEXT.index("kata Siti")),
    span("PERSON", "Bupati Hendra Wiguna"),
    span("STATEMENT", "”Gudang dijaga dua puluh orang,”"),
    span("CUE", "ujar"),
    span("ROLE", "Camat"),
    span("AFFILIATION", "Lembayung"),
    span("PERSON", "Okta Lamen"),
    span("CUE", "kata", TEXT.index("kata Presiden")),
    span("PERSONCOREF", "Presiden"),
]


def scored(tmp_path: Path, *rows: object) -> ExtractionScore:
    lines = "\n".join(map(json.dumps, rows))
    tmp_path.joinpath(TAGGED).write_bytes(gzip.compress(lines.encode()))
    return evaluate_tagged(tmp_path)


def test_tags_are_what_is_wanted(tmp_path: Path) -> None:
    score = scored(tmp_path, {"id": "a", "text": TEXT, "spans": SPANS})

    findings = {each.measure: each for each in score.findings}
    assert score.set == "pfsa-id"
    assert findings["direct quotes"].recall == 1.0
    assert {each.wanted for each in score.judgements if each.measure == "speakers of direct quotes"} >= {
        "Siti Marlupi",
        "Bupati Hendra Wiguna",
        "Okta Lamen",
    }
    assert findings["speakers, by a part of the name"].wanted == 3


def test_beside_a_cue_stands_a_person_or_who_is_meant_there(tmp_path: Path) -> None:
    score = scored(tmp_path, {"id": "a", "text": TEXT, "spans": SPANS[::-1]})

    cued = [each.wanted for each in score.judgements if each.measure == "speakers beside a cue"]
    assert cued == ["Siti Marlupi", "Okta Lamen"]


def test_all_is_missing_from_an_article_without_text(tmp_path: Path) -> None:
    person = {"type": "PERSON", "start_char": 0, "end_char": 1}
    score = scored(tmp_path, {"id": "a", "text": "-", "spans": [person]})

    assert [(each.right, each.found, each.wanted) for each in score.findings] == [(0, 0, 1), (0, 0, 1)]


@pytest.mark.parametrize("spans", [None, 3, [3], [{"type": "CUE"}], [{"type": "CUE", "start_char": "x"}]])
def test_spans_that_cannot_be_read_are_named(tmp_path: Path, spans: object) -> None:
    with pytest.raises(CorpusError, match="line 1: 'spans' is no list"):
        scored(tmp_path, {"id": "a", "text": "Kotak.", "spans": spans})
