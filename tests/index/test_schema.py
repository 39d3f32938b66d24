"""What the quotes index stores."""

from datetime import date

import pytest

from corpus.article import Quote
from index.schema import QuoteEntry, article_in_key, role_in

SAID = Quote("Siti Marlupi", "Ketua KPU", "Datanglah ke TPS,", "direct", 1, 18, "kata")


@pytest.mark.parametrize(
    "entry",
    [
        QuoteEntry(SAID, "0" * 20, None, "Ajakan", None, None, None),
        QuoteEntry(
            SAID, "0" * 20, "Ajakan memilih", "Ajakan", date(2024, 11, 1), "a.example", "/1", "factcheck"
        ),
    ],
)
def test_an_entry_comes_back_from_json(entry: QuoteEntry) -> None:
    assert QuoteEntry.from_json(entry.to_json()) == entry
    assert role_in(entry.to_json()) == "Ketua KPU"


def test_a_key_of_a_quote_begins_with_its_article() -> None:
    assert article_in_key(b"00ff 00000012") == b"00ff"
