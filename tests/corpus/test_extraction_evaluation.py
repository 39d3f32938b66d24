"""The measures on invented cases, and the floors that the shipped gold may not fall below."""

import json
from pathlib import Path
from typing import Any

import pytest

from corpus.errors import CorpusError
from corpus.extraction_evaluation import ExtractionScore, FindingScore, ShareScore, evaluate_gold, score
from corpus.gold import FIELDS, GOLD, shipped_gold
from corpus.judgements import SPEAKERS, Judgement

# What the rules have to reach on each set: speakers found rightly and found at all, quotes given to the right
# speaker, and each field. They are tuned on the pages of all three.
FLOORS = {
    "unseen": {"precision": 0.98, "recall": 0.98, "direct": 0.98, "indirect": 0.98, "fields": 0.98},
    "patterns": {"precision": 0.98, "recall": 0.98, "direct": 0.98, "indirect": 0.98, "fields": 0.98},
    "second": {"precision": 0.97, "recall": 0.97, "direct": 0.96, "indirect": 0.97, "fields": 0.95},
}

PAGE = """\
gemalembayung.com

Kotak Suara Tiba di Lembayung

Rabu, 20/3/2024

LEMBAYUNG, gemalembayung.com - Kotak suara tiba di gudang kecamatan pada Rabu pagi dan dijaga petugas.

“Kotak suara aman dan dijaga dua puluh orang,” kata Ketua KPU Lembayung, Siti Marlupi, Rabu (20/3/2024).

Petugas gudang lalu menutup pintu dan mencatat jumlah kotak yang tiba pada hari itu satu per satu.
"""
QUOTE = "Kotak suara aman dan dijaga dua puluh orang,"
ROW = {
    "path": "kotak.txt",
    "title": "Kotak Suara Tiba di Lembayung",
    "date": "2024-03-20",
    "speakers": ["Siti Marlupi"],
    "quotes": [{"text": QUOTE, "speaker": "Siti Marlupi", "role": "Ketua KPU Lembayung"}],
}


def folder_of(tmp_path: Path, *rows: dict[str, Any]) -> Path:
    tmp_path.joinpath("kotak.txt").write_text(PAGE, encoding="utf-8")
    tmp_path.joinpath("menu.txt").write_text("Beranda\nNasional\nMasuk\n", encoding="utf-8")
    articles = [
        {"title": "Satu", "text": "“Kotak suara sudah tiba di gudang,” kata Siti Marlupi, Rabu."},
        {"title": "Dua", "text": "Gudang kecamatan sudah ditutup pada Rabu malam oleh petugas."},
    ]
    lines = [json.dumps(articles[0]), "{", json.dumps(articles[1])]
    tmp_path.joinpath("rows.jsonl").write_text("\n".join(lines), encoding="utf-8")
    tmp_path.joinpath(GOLD).write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return tmp_path


def shares(scored: ExtractionScore) -> dict[str, tuple[int, int]]:
    return {each.measure: (each.right, each.of) for each in scored.shares}


def findings(scored: ExtractionScore) -> dict[str, tuple[int, int, int]]:
    return {each.measure: (each.right, each.found, each.wanted) for each in scored.findings}


def test_a_page_read_as_labelled_scores_in_full(tmp_path: Path) -> None:
    scored = evaluate_gold(folder_of(tmp_path, ROW))

    assert scored.set == tmp_path.name
    assert shares(scored) == {
        "title": (1, 1),
        "date": (1, 1),
        "direct quotes, word for word": (1, 1),
        "direct attribution": (1, 1),
        "direct attribution, of quotes found": (1, 1),
        "roles of the named": (1, 1),
    }
    assert findings(scored) == {
        "speakers": (1, 1, 1),
        "speakers, by a part of the name": (1, 1, 1),
        "direct quotes": (1, 1, 1),
    }
    assert list(scored.misses()) == []


def test_rows_of_a_file_are_found_by_their_line_and_the_first_without_one(tmp_path: Path) -> None:
    rows = [{"path": "rows.jsonl", "line": 3, "title": "Dua"}, {"path": "rows.jsonl", "title": "Satu"}]

    assert shares(evaluate_gold(folder_of(tmp_path, *rows))) == {"title": (2, 2)}


def test_what_cannot_be_read_has_nothing_found(tmp_path: Path) -> None:
    rows = [{"path": "rows.jsonl", "line": 2, "title": None}, {"path": "menu.txt", "speakers": ["Siti"]}]

    scored = evaluate_gold(folder_of(tmp_path, *rows))

    assert shares(scored) == {"title": (0, 1)}
    assert findings(scored)["speakers"] == (0, 0, 1)


def test_a_line_that_is_not_there_is_refused(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, ROW, {"path": "rows.jsonl", "line": 9})

    with pytest.raises(CorpusError, match=r"line 2: 'line' names no document of the page: 9"):
        evaluate_gold(folder)


def test_pages_without_any_quote_are_scored_by_what_else_they_label(tmp_path: Path) -> None:
    scored = evaluate_gold(folder_of(tmp_path, {"path": "kotak.txt", "speakers": [], "quotes": []}))

    assert shares(scored) == {}
    assert findings(scored) == {"speakers": (0, 1, 0), "speakers, by a part of the name": (0, 1, 0)}


def test_a_kind_of_quote_counts_on_all_pages_once_one_page_labels_it(tmp_path: Path) -> None:
    silent = {"path": "kotak.txt", "quotes": []}

    assert findings(evaluate_gold(folder_of(tmp_path, silent, ROW)))["direct quotes"] == (1, 2, 1)


def test_shares_of_numbers_are_those_of_the_definition() -> None:
    finding = FindingScore("arunika", SPEAKERS, right=2, found=3, wanted=4)

    assert finding.to_record() == {
        "set": "arunika",
        "measure": "speakers",
        "right": 2,
        "found": 3,
        "wanted": 4,
        "precision": 0.6667,
        "recall": 0.5,
        "f1": 0.5714,
    }
    assert ShareScore("arunika", "title", 1, 3).to_record()["share"] == 0.3333


def test_a_share_of_nothing_is_none() -> None:
    nothing = FindingScore("arunika", SPEAKERS, 0, 0, 0)

    assert (nothing.precision, nothing.recall, nothing.f1) == (None, None, None)
    assert ShareScore("arunika", "title", 0, 0).to_record()["share"] is None


def test_each_miss_is_told_once_under_the_measure_that_comes_first() -> None:
    missed = [
        Judgement("kotak.txt", "direct quotes, word for word", "aman", None, right=False),
        Judgement("kotak.txt", "direct quotes", "aman", None, right=False),
        Judgement("kotak.txt", "direct quotes", "aman", None, right=False),
        Judgement("kotak.txt", "title", "Kotak", "Kotak", right=True),
    ]

    assert list(score("arunika", missed).misses()) == missed[1:3]


@pytest.mark.parametrize("folder", shipped_gold(), ids=lambda folder: folder.name)
def test_the_shipped_gold_keeps_its_floors(folder: Path) -> None:
    scored = evaluate_gold(folder)
    speakers = next(each for each in scored.findings if each.measure == SPEAKERS)
    measured = {each.measure: each.share or 0.0 for each in scored.shares}
    reached = {
        "precision": speakers.precision or 0.0,
        "recall": speakers.recall or 0.0,
        "direct": measured["direct attribution"],
        "indirect": measured["indirect attribution"],
        "fields": min(measured[field] for field in FIELDS),
    }

    floors = FLOORS[folder.name]
    assert [name for name, floor in floors.items() if reached[name] < floor] == []
