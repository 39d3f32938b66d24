from search.ranking import NEARNESS, REREAD_MOST, SURFACE
from search.request import LIMIT_MOST


def test_the_stems_count_for_more_than_all_that_is_added() -> None:
    assert 0 < SURFACE < 1
    assert 0 < NEARNESS < 1


def test_no_more_is_read_again_than_the_largest_page_shows() -> None:
    assert REREAD_MOST <= LIMIT_MOST
