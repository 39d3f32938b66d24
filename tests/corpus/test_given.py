from datetime import date

import pytest

from corpus.errors import CorpusError
from corpus.given import given_fields, given_text
from corpus.page import GivenFields


def test_an_empty_row_gives_no_fields() -> None:
    assert given_fields({"views": 3, "title": None, "date": " ", "speakers": None}) == GivenFields()


def test_dates_are_read_as_they_are_written() -> None:
    assert given_fields({"date": "Minggu, 17 November 2024"}).date == date(2024, 11, 17)


@pytest.mark.parametrize("row", [{"title": 1}, {"url": []}, {"date": {}}, {"author": True}, {"speakers": {}}])
def test_a_field_of_the_wrong_kind_is_an_error_that_names_it(row: dict[str, object]) -> None:
    with pytest.raises(CorpusError, match=next(iter(row))):
        given_fields(row)


def test_the_first_text_that_is_not_blank_counts() -> None:
    assert given_text({"text": " ", "body": None, "content": "Isi."}) == "Isi."
