"""Speakers printed."""

import csv
import io
import json
from dataclasses import replace
from datetime import date

import click
import pytest

from search.speaker_formats import SPEAKER_FORMATS
from search.speakers import SpeakerRow, SpeakerTable

SITI = SpeakerRow("Siti Marlupi", None, 1234, 80, 7, date(2024, 9, 1), date(2024, 11, 27), "Ketua Bawaslu")
BONAR = SpeakerRow("Bonar", None, 2, 1, 0, None, None, None)
TABLE = SpeakerTable(None, 1300, 64, 0, 2, (SITI, BONAR), "gen-000001")


def printed(form: str, table: SpeakerTable) -> str:
    return click.unstyle("\n".join(SPEAKER_FORMATS[form](table)))


def test_a_table_stands_in_columns() -> None:
    assert printed("table", TABLE).splitlines() == [
        "1,300 quotes by 2 speakers (gen-000001)",
        "64 quotes by nobody named",
        "",
        "speaker       quotes  articles  outlets  first       last        role",
        "Siti Marlupi   1,234        80        7  2024-09-01  2024-11-27  Ketua Bawaslu",
        "Bonar              2         1        0",
    ]


def test_a_table_says_what_it_leaves_out() -> None:
    table = replace(TABLE, quotes=1, unnamed=1, undated=5000, speakers=1002)
    lines = printed("table", table).splitlines()
    assert lines[:3] == [
        "1 quote by 1,002 speakers (gen-000001)",
        "1 quote by nobody named",
        "5,000 without a date left out",
    ]
    assert lines[-1] == "and 1,000 more speakers; --all lists them"


def test_a_table_without_speakers_has_no_columns() -> None:
    table = replace(TABLE, quotes=0, unnamed=0, speakers=0, rows=())
    assert printed("table", table) == "0 quotes by 0 speakers (gen-000001)"


def test_a_name_stands_once_beside_its_parts() -> None:
    rows = (replace(SITI, part="lentera.example"), SITI, BONAR)
    lines = printed("table", replace(TABLE, split="outlet", rows=rows)).splitlines()[3:]
    assert lines[0].startswith("speaker       outlet           quotes")
    assert lines[1].startswith("Siti Marlupi  lentera.example   1,234")
    assert lines[2].startswith("              unknown           1,234")
    assert lines[3].startswith("Bonar         unknown               2")


def test_a_long_name_is_cut_in_a_table_only() -> None:
    table = replace(TABLE, rows=(replace(SITI, speaker="x" * 99),))
    assert "x" * 39 + "…  " in printed("table", table)
    assert all("x" * 99 in printed(form, table) for form in ("json", "jsonl", "csv"))


def test_programs_get_every_field_and_the_generation() -> None:
    record = {
        "speaker": "Siti Marlupi",
        "month": "2024-11",
        "quotes": 1234,
        "articles": 80,
        "outlets": 7,
        "first": "2024-09-01",
        "last": "2024-11-27",
        "role": "Ketua Bawaslu",
    }
    table = replace(TABLE, split="month", rows=(replace(SITI, part="2024-11"),))
    assert json.loads(printed("json", table)) == table.to_record()
    assert json.loads(printed("jsonl", table)) == record | {"generation": "gen-000001"}
    (row,) = csv.DictReader(io.StringIO(printed("csv", table)))
    assert row == {name: str(value) for name, value in record.items()} | {"generation": "gen-000001"}


@pytest.mark.parametrize("form", ["jsonl", "csv"])
def test_no_speaker_is_no_line(form: str) -> None:
    assert printed(form, replace(TABLE, rows=())) == ""
