"""Facet values by document number."""

from datetime import date

from index.schema import NO_DAY
from search.columns import Columns


def test_every_day_that_occurs_has_its_month() -> None:
    first, last = date(2024, 11, 1).toordinal(), date(2024, 11, 30).toordinal()
    columns = Columns(["", "", ""], [(), (), ()], [first, NO_DAY, last])
    assert columns.months() == {first: "2024-11", last: "2024-11", NO_DAY: "undated"}
