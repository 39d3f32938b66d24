"""Speakers counted by what they say."""

from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.voices import NO_DAY
from search.speakers import SPLITS, Roll, Saying, SpeakerRow, SpeakerTable, Split, Tally

EARLY, LATE = date(2024, 10, 20), date(2024, 11, 27)
# Speakers, article, outlet, day and role of each quote.
QUOTES: list[tuple[tuple[str, ...], str, str, date | None, str | None]] = [
    (("Siti",), "a", "lentera.example", LATE, "Ketua Bawaslu"),
    (("Bonar",), "a", "lentera.example", LATE, None),
    (("Siti",), "a", "lentera.example", LATE, "ketua"),
    (("Siti",), "b", "Kabar Teluk", EARLY, "Ketua Bawaslu"),
    ((), "b", "Kabar Teluk", EARLY, "saksi"),
    (("Bonar",), "c", "", None, None),
    (("Ujang",), "c", "", None, "a"),
    (("Ujang",), "c", "", None, "b"),
]


def sayings_of(quotes: list[tuple[tuple[str, ...], str, str, date | None, str | None]]) -> list[Saying]:
    return [
        Saying(names, source, day.toordinal() if day else NO_DAY, article.encode())
        for names, article, source, day, _ in quotes
    ]


def rows(split: Split | None = None, limit: int | None = None) -> list[SpeakerRow]:
    sayings = sayings_of(QUOTES)
    tally = Tally(sayings, lambda quote: QUOTES[quote][4])
    return list(tally.rows(Roll.of(sayings), split, limit))


def test_each_speaker_is_one_row_most_quotes_first() -> None:
    assert rows() == [
        SpeakerRow("Siti", None, 3, 2, 2, EARLY, LATE, "Ketua Bawaslu"),
        SpeakerRow("Bonar", None, 2, 2, 1, LATE, LATE, None),
        # Of roles named as often, the first by letter.
        SpeakerRow("Ujang", None, 2, 1, 0, None, None, "a"),
    ]


def test_an_outlet_is_a_row_most_quotes_first() -> None:
    assert [(row.speaker, row.part, row.quotes, row.role) for row in rows("outlet")] == [
        ("Siti", "lentera.example", 2, "Ketua Bawaslu"),
        ("Siti", "Kabar Teluk", 1, "Ketua Bawaslu"),
        ("Bonar", None, 1, None),
        ("Bonar", "lentera.example", 1, None),
        ("Ujang", None, 2, "a"),
    ]


def test_a_month_is_a_row_in_the_order_of_time() -> None:
    assert [(row.speaker, row.part, row.quotes) for row in rows("month")] == [
        ("Siti", "2024-10", 1),
        ("Siti", "2024-11", 2),
        ("Bonar", "2024-11", 1),
        ("Bonar", "undated", 1),
        ("Ujang", "undated", 2),
    ]


@pytest.mark.parametrize("split", [None, *SPLITS])
def test_a_limit_counts_speakers_and_leaves_each_whole(split: Split | None) -> None:
    assert rows(split, 1) == [row for row in rows(split) if row.speaker == "Siti"]


def test_roles_are_read_for_the_speakers_listed_only() -> None:
    sayings = sayings_of(QUOTES)
    read: list[int] = []

    def role_of(quote: int) -> None:
        read.append(quote)

    list(Tally(sayings, role_of).rows(Roll.of(sayings), None, 1))
    assert read == [0, 2, 3]


def test_quotes_of_nobody_named_are_counted_apart() -> None:
    assert Roll.of(sayings_of(QUOTES)).unnamed == 1


def test_a_table_is_a_record() -> None:
    row = SpeakerRow("Siti", "2024-11", 2, 1, 1, EARLY, None, None)
    shown = {"quotes": 2, "articles": 1, "outlets": 1, "first": "2024-10-20", "last": None, "role": None}
    assert row.to_record(None) == {"speaker": "Siti"} | shown
    assert row.to_record("month") == {"speaker": "Siti", "month": "2024-11"} | shown
    table = SpeakerTable("outlet", 3, 1, 5, 1, (row,), "gen-000001")
    assert table.to_record() == {
        "quotes": 3,
        "unnamed": 1,
        "undated": 5,
        "speakers": 1,
        "rows": [{"speaker": "Siti", "outlet": "2024-11"} | shown],
        "generation": "gen-000001",
    }


made = st.lists(
    st.tuples(
        st.lists(st.sampled_from(["Siti", "Bonar", "Ujang"]), max_size=1).map(tuple),
        st.sampled_from("abc"),
        st.sampled_from(["lentera.example", "Kabar Teluk", ""]),
        st.none() | st.dates(date(2024, 9, 1), date(2024, 12, 31)),
        st.none() | st.sampled_from(["ketua", "saksi"]),
    ),
    max_size=30,
)


@given(quotes=made)
def test_counts_are_those_of_a_naive_count(
    quotes: list[tuple[tuple[str, ...], str, str, date | None, str | None]],
) -> None:
    sayings = sayings_of(quotes)
    roll = Roll.of(sayings)
    tally = Tally(sayings, lambda quote: quotes[quote][4])
    for row in tally.rows(roll, None, None):
        theirs = [quote for quote in quotes if row.speaker in quote[0]]
        days = [day for *_, day, _ in theirs if day]
        roles = Counter(role for *_, role in theirs if role)
        assert row.quotes == len(theirs)
        assert row.articles == len({article for _, article, *_ in theirs})
        assert row.outlets == len({source for _, _, source, *_ in theirs if source})
        assert (row.first, row.last) == (min(days, default=None), max(days, default=None))
        assert roles[row.role] == max(roles.values(), default=0)
    for split in SPLITS:
        parts = list(tally.rows(roll, split, None))
        assert len({(row.speaker, row.part) for row in parts}) == len(parts)
        counts: Counter[str] = Counter()
        for row in parts:
            counts[row.speaker] += row.quotes
        assert counts == Counter(name for names, *_ in quotes for name in names)
    assert roll.unnamed == sum(not names for names, *_ in quotes)
