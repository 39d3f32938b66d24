"""What reading texts again adds, on texts of invented words: what the arrays are held to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.query import parse
from search.ranking import K1, LEAD, LEAD_WORDS, NEAR, NEARNESS, SURFACE
from search.rereading import Wording
from stock import whoosh_rereading

# Far enough behind to be no lead any more.
FILLER = "lain " * (2 * LEAD_WORDS)
TELLING = {"logistik": 3.0, "gudang": 2.0}


def bonus(query: str, text: str) -> float:
    wording = Wording.of(parse(query), lambda stem: TELLING.get(stem, 1.0))
    return whoosh_rereading.bonus(wording, text, average_length=100)


def test_neighbours_near_each_other_add_what_the_commoner_tells() -> None:
    apart = f"{FILLER}logistik {'lain ' * NEAR}gudang"
    beside = f"{FILLER}{'lain ' * NEAR}logistik gudang"
    assert bonus("logistik gudang", beside) - bonus("logistik gudang", apart) == pytest.approx(NEARNESS * 2.0)
    turned = f"{FILLER}{'lain ' * NEAR}gudang logistik"
    assert bonus("logistik gudang", turned) == pytest.approx(bonus("logistik gudang", beside))


def test_the_form_as_typed_adds_and_another_form_does_not() -> None:
    assert bonus("memilih", f"{FILLER}dipilih") == 0
    length = 2 * LEAD_WORDS + 1
    expected = SURFACE * (K1 + 1) / (1 + K1 * (0.25 + 0.75 * length / 100))
    assert bonus("memilih", f"{FILLER}memilih") == pytest.approx(expected)


def test_a_word_adds_the_more_the_sooner_it_comes() -> None:
    assert bonus("memilih", "dipilih lain") == pytest.approx(LEAD)
    later = "lain " * (LEAD_WORDS // 2) + "dipilih"
    assert bonus("memilih", later) == pytest.approx(LEAD / 2)


@given(st.text(), st.text(max_size=80))
def test_no_text_takes_from_a_score(text: str, written: str) -> None:
    told = Wording({"logistik": 3.0, written: 1.0}, {"logistik": "logistik"}, (("logistik", written),))
    assert whoosh_rereading.bonus(told, text, 40) >= 0
