import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from corpus.errors import CorpusError
from corpus.extraction_evaluation import ExtractionScore
from corpus.page_set import EXPECTED, PAGES, BodyScore, evaluate_pages

TITLE = "Kotak Suara Tiba di Lembayung"
BODY = (
    "Kotak suara tiba di gudang kecamatan pada Rabu pagi dan dijaga dua puluh petugas sampai malam.",
    "Petugas gudang lalu menutup pintu dan mencatat jumlah kotak yang tiba pada hari itu satu per satu.",
    "Ketua panitia mengatakan bahwa semua kotak akan dibuka bersama saksi pada hari Senin berikutnya.",
)
MIDNIGHT_IN_JAKARTA = int(datetime(2024, 3, 19, 17, 0, tzinfo=UTC).timestamp() * 1_000)


def html(title: str) -> str:
    paragraphs = "".join(f"<p>{each}</p>" for each in BODY)
    day = '<meta property="article:published_time" content="2024-03-20T08:00:00+07:00">'
    return (
        f"<html><head><title>{title}</title>{day}</head>"
        f"<body><article><h1>{title}</h1>{paragraphs}</article></body></html>"
    )


def row(name: str, **changed: Any) -> dict[str, Any]:
    return {"html": name, "title": TITLE, "date": MIDNIGHT_IN_JAKARTA, "content": "\n".join(BODY)} | changed


def scored(tmp_path: Path, *rows: dict[str, Any]) -> tuple[ExtractionScore, BodyScore]:
    folder = tmp_path / PAGES
    folder.mkdir()
    folder.joinpath("kotak.html").write_text(html(TITLE), encoding="utf-8")
    folder.joinpath("empty.html").write_text("", encoding="utf-8")
    folder.joinpath(EXPECTED).write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return evaluate_pages(tmp_path)


def shares(score: ExtractionScore) -> dict[str, tuple[int, int]]:
    return {each.measure: (each.right, each.of) for each in score.shares}


def test_a_page_read_as_expected_is_right_by_the_day_in_jakarta(tmp_path: Path) -> None:
    score, bodies = scored(tmp_path, row("kotak.html"))

    assert shares(score) == {"title": (1, 1), "date": (1, 1), "body": (1, 1)}
    assert bodies == BodyScore(PAGES, 1, 1.0, 1.0)


def test_a_page_that_cannot_be_read_has_no_fields_and_no_body(tmp_path: Path) -> None:
    score, bodies = scored(tmp_path, row("kotak.html"), row("empty.html"))

    assert shares(score) == {"title": (1, 2), "date": (1, 2), "body": (1, 2)}
    assert bodies.to_record() == {"set": PAGES, "pages": 2, "median": 0.5, "minimum": 0.0}


@pytest.mark.parametrize(
    ("title", "right"),
    [
        (f"{TITLE} - Kabar Lembayung", 1),
        (f"{TITLE.upper()} | kabar.example", 1),
        (f"{TITLE} dan Dijaga", 0),
        (f"Kabar - {TITLE}", 0),
    ],
)
def test_an_outlet_behind_a_title_makes_no_difference(tmp_path: Path, title: str, right: int) -> None:
    score, _ = scored(tmp_path, row("kotak.html", title=title))

    assert shares(score)["title"] == (right, 1)


def test_a_body_is_held_word_by_word_against_the_expected(tmp_path: Path) -> None:
    half = " ".join(" ".join(BODY).split()[: len(" ".join(BODY).split()) // 2])
    score, bodies = scored(tmp_path, row("kotak.html", content=half))

    assert shares(score)["body"] == (0, 1)
    assert bodies.minimum == pytest.approx(2 / 3, abs=0.02)


def test_a_body_without_words_has_no_f1(tmp_path: Path) -> None:
    _, bodies = scored(tmp_path, row("empty.html", content="…"))

    assert bodies.minimum == 0.0


@pytest.mark.parametrize("day", [None, "2024-03-20", 1e30])
def test_a_date_that_is_no_time_is_named(tmp_path: Path, day: object) -> None:
    with pytest.raises(CorpusError, match="line 1: 'date' is no number of milliseconds"):
        scored(tmp_path, row("kotak.html", date=day))


def test_a_set_without_rows_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="holds no row"):
        scored(tmp_path)
