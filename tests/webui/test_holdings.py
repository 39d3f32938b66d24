from pathlib import Path

from flask import Flask

from search.live import LiveEngine
from webui.holdings import count_holdings, current_holdings


def test_the_holdings_are_those_of_the_index(index_dir: Path) -> None:
    found = count_holdings(LiveEngine(index_dir))
    assert (found.articles, found.quotes, found.outlets) == (17, 20, 4)
    assert (found.first_month, found.last_month) == ("2024-01", "2024-12")
    assert found.people == 17
    assert [(value.value, value.count) for value in found.busiest_people[:2]] == [
        ("Ratna Wiranegara", 3),
        ("Bagas Nurrahman", 1),
    ]
    assert len(found.busiest_people) == 8


def test_they_are_counted_once_for_a_generation(app: Flask) -> None:
    with app.app_context():
        assert current_holdings() is current_holdings()
