"""Query nodes beside Whoosh's own, over small segments."""

import pytest
from whoosh import query as whoosh
from whoosh.fields import TEXT, Schema
from whoosh.filedb.filestore import RamStorage
from whoosh.searching import Searcher

from index.arrays.whoosh_schema import SurfaceTokenizer
from stock.whoosh_nodes import (
    AllOf,
    AnyOf,
    Beginning,
    Documents,
    Exactly,
    LoadedMatcher,
    MeetingMatcher,
    Near,
    Without,
)

BODIES = (
    ("debat publik di lembayung", "debat debat", "publik menilai debat", "uang"),
    ("debat publik debat publik", "di di debat", "uang publik"),
)


@pytest.fixture(scope="module")
def searcher() -> Searcher:
    created = RamStorage().create_index(Schema(body=TEXT(analyzer=SurfaceTokenizer(), phrase=True)))
    for segment in BODIES:
        writer = created.writer()
        for body in segment:
            writer.add_document(body=body)
        writer.commit(merge=False)
    writer = created.writer()
    writer.delete_document(3)
    writer.commit(merge=False)
    return created.searcher()


def found(searcher: Searcher, query: whoosh.Query) -> dict[int, float]:
    scores = {}
    for segment, offset in searcher.leaf_searchers():
        matcher = query.matcher(segment, searcher.context())
        while matcher.is_active():
            scores[offset + matcher.id()] = matcher.score()
            matcher.next()
    return scores


def term(text: str) -> whoosh.Term:
    return whoosh.Term("body", text)


@pytest.mark.parametrize(
    ("query", "stock"),
    [
        (AnyOf([term("debat"), term("uang")]), whoosh.Or([term("debat"), term("uang")])),
        (AnyOf([term("debat"), term("di")], boost=2.5), whoosh.Or([term("debat"), term("di")], boost=2.5)),
        (AllOf([term("publik"), term("debat")]), whoosh.And([term("publik"), term("debat")])),
        (AllOf([term("publik"), term("tembakau")]), whoosh.And([term("publik"), term("tembakau")])),
        (Beginning("body", "de"), whoosh.Prefix("body", "de", constantscore=False)),
        (
            Near("body", "debit", prefixlength=0),
            whoosh.FuzzyTerm("body", "debit", prefixlength=0, constantscore=False),
        ),
        (Exactly("body", ["debat", "publik"]), whoosh.Phrase("body", ["debat", "publik"])),
        (
            Exactly("body", ["publik", "debat"], boost=2.5),
            whoosh.Phrase("body", ["publik", "debat"], boost=2.5),
        ),
        (Exactly("body", ["debat", "tembakau"]), whoosh.Phrase("body", ["debat", "tembakau"])),
        (Exactly("body", ["di", "di"]), whoosh.Phrase("body", ["di", "di"])),
    ],
    ids=repr,
)
def test_a_node_finds_and_scores_as_whoosh_does(
    searcher: Searcher, query: whoosh.Query, stock: whoosh.Query
) -> None:
    assert found(searcher, query) == pytest.approx(found(searcher, stock))


def test_exclusions_are_read_together(searcher: Searcher) -> None:
    query = AllOf([term("debat"), Without(term("lembayung")), Without(term("di"))])
    assert set(found(searcher, query)) == {1, 2, 4}
    assert set(found(searcher, AllOf([Without(term("debat")), Without(term("tembakau"))]))) == {6}


def test_documents_of_the_whole_index_are_found_in_their_segment(searcher: Searcher) -> None:
    query = Documents({0: 1.5, 4: 2.0, 6: 0.5})
    assert found(searcher, query) == {0: 1.5, 4: 2.0, 6: 0.5}
    assert set(found(searcher, AllOf([query, term("publik")]))) == {0, 4, 6}
    assert query.estimate_size(searcher.reader()) == 3


def test_nodes_are_equal_where_they_find_the_same() -> None:
    debat, uang = term("debat"), term("uang")
    assert Without(debat) == Without(term("debat"))
    assert Without(debat) != Without(uang)
    assert len({Without(debat), Without(term("debat"))}) == 1
    assert Documents({1: 2.0}) == Documents({1: 2.0})
    assert len({Documents({1: 2.0}), Documents({1: 2.0}), Documents({2: 2.0})}) == 2
    assert repr(Documents({1: 2.0})) == "Documents({1: 2.0})"


def test_without_scores_no_score_is_computed(searcher: Searcher) -> None:
    segment, _ = searcher.leaf_searchers()[0]
    matcher = AnyOf([term("debat"), term("publik")]).matcher(segment, searcher.boolean_context())
    assert list(matcher.all_ids()) == [0, 1, 2]
    assert matcher.score() == 0.0


def test_a_loaded_matcher_moves_as_a_matcher_does() -> None:
    matcher = LoadedMatcher({7: 1.0, 3: 2.0, 9: 4.0}, boost=2.0)
    assert (matcher.id(), matcher.score(), matcher.weight(), matcher.supports("positions")) == (
        3,
        4.0,
        4.0,
        False,
    )
    matcher.skip_to(4)
    twin = matcher.copy()
    assert (matcher.id(), twin.id()) == (7, 7)
    matcher.skip_to(10)
    assert (matcher.is_active(), twin.is_active()) == (False, True)
    matcher.reset()
    assert list(matcher.all_ids()) == [3, 7, 9]


def test_matchers_meet_where_all_of_them_stand() -> None:
    odd, third = (
        LoadedMatcher(dict.fromkeys(range(1, 30, 2), 1.0)),
        LoadedMatcher(dict.fromkeys(range(0, 30, 3), 2.0)),
    )
    meeting = MeetingMatcher([odd, third])
    assert (meeting.id(), meeting.score(), meeting.supports("positions")) == (3, 3.0, False)
    meeting.skip_to(10)
    assert meeting.id() == 15
    meeting.next()
    assert meeting.id() == 21
    meeting.skip_to(28)
    assert not meeting.is_active()
    assert not MeetingMatcher([LoadedMatcher({}), LoadedMatcher({1: 1.0})]).is_active()
