"""The table, and the picture of how cost grows."""

from xml.etree import ElementTree as ET

import pytest

from bench.chart import chart
from bench.questions import Task
from bench.report import markdown, text_table
from bench.results import Agreement, Figure, Results, Row

PEERS = ("suara", "whoosh", "fts5")


def results_of(size: int) -> Results:
    found = Results(size)
    for question in ("debat", "calon", "surat suara"):
        found.add_times(Task.FACETS, question, "suara", [0.002, 0.001, 0.009])
        found.add_times(Task.FACETS, question, "whoosh", [0.008])
    found.add_times(Task.FACETS, "debat", "whoosh", [0.0001, 0.0001])
    found.figures += [Figure("suara", Row.RATE, 5_000.0), Figure("whoosh", Row.RATE, 250.0)]
    found.figures.append(Figure("suara", Row.COMMAND, 312.5))
    found.agreements += [
        Agreement("whoosh", Task.BARE, "debat", None, None, 0.8, same_facets=None),
        Agreement("whoosh", Task.FACETS, "debat", 12, same_total=True, overlap=0.8, same_facets=False),
    ]
    return found


def cells(label: str) -> list[str]:
    lines = markdown("Arunika OS.", [results_of(1_000)], PEERS).splitlines()
    line = next(line for line in lines if line.startswith(f"| {label} |"))
    return [cell.strip() for cell in line.strip("|").split("|")]


@pytest.mark.parametrize(
    ("label", "suara", "whoosh", "fts5"),
    [
        (Task.FACETS, "2 ms", "4 (8 ms) 2/3", "n/a"),
        (Row.RATE.label, "5,000 articles/s", "0.05 (250 articles/s)", "n/a"),
        (Row.COMMAND.label, "312 ms", "n/a", "n/a"),
        (Row.UPDATE.label, "n/a", "n/a", "n/a"),
        ("agreement", "", "1.00 0.00 0.80", "- - -"),
    ],
)
def test_a_peer_stands_beside_suara_as_a_ratio(label: str, suara: str, whoosh: str, fts5: str) -> None:
    row = cells(label)
    assert (row[1], row[2], row[4]) == (suara, whoosh, fts5)


def test_a_peer_that_is_not_measured_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    assert cells(Task.TOP)[3] in ("left out", "not installed")
    monkeypatch.setattr("bench.peers.find_spec", lambda _: None)
    assert cells(Task.TOP)[3] == "not installed"


def test_the_columns_of_the_text_line_up() -> None:
    lines = text_table(results_of(1_000), PEERS).splitlines()
    assert len({len(line) for line in lines if not line.startswith("agreement")}) == 1
    assert lines[0].startswith("1,000 articles")


def test_the_picture_is_svg_with_a_curve_for_each_peer_measured() -> None:
    picture = ET.fromstring(chart([results_of(1_000), results_of(20_000)], PEERS))  # noqa: S314  # ours
    lines = picture.findall(".//{http://www.w3.org/2000/svg}polyline")
    # Two peers were timed with facets, and two at indexing.
    assert len(lines) == 4
    assert all(len(line.attrib["points"].split()) == 2 for line in lines)
