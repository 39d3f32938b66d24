from datetime import date

import pytest

from corpus.given import given_fields, given_text
from corpus.page import GivenFields


def test_an_empty_row_gives_no_fields() -> None:
    assert given_fields({"views": 3, "title": None, "date": " ", "speakers": None}) == (GivenFields(), [])


def test_dates_are_read_as_they_are_written() -> None:
    fields, reasons = given_fields({"date": "Minggu, 17 November 2024"})
    assert (fields.date, reasons) == (date(2024, 11, 17), [])


@pytest.mark.parametrize("row", [{"title": 1}, {"url": []}, {"date": {}}, {"author": True}, {"speakers": {}}])
def test_a_field_of_the_wrong_kind_is_left_out_and_named(row: dict[str, object]) -> None:
    fields, (reason,) = given_fields(row)
    assert fields == GivenFields()
    assert reason.startswith(f"{next(iter(row))!r} is ")


def test_the_first_text_that_is_not_blank_counts() -> None:
    assert given_text({"text": " ", "body": None, "content": "Isi."}) == "Isi."
