"""The node of words that mean one thing, beside a plain count over small segments."""

from math import log
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from whoosh import query as whoosh
from whoosh.fields import TEXT, Schema
from whoosh.filedb.filestore import RamStorage
from whoosh.scoring import BM25F
from whoosh.searching import Searcher

from index.analysis import analyze
from index.arrays.whoosh_schema import StemTokenizer, SurfaceTokenizer
from search import clauses
from search.clauses import Place
from search.ranking import SCATTERED
from stock.whoosh_nodes import AllOf
from stock.whoosh_senses import Blended

WORDS = ("kpu", "komisi", "pemilihan", "umum", "arunika")
PLACES = (Place("title", 2.5), Place("body"))
K1, B = 0.9, 0.4
RANDOM = Random(5)


def blended(
    places: tuple[Place, ...], stems: list[tuple[str, ...]], phrases: list[tuple[str, ...]]
) -> Blended:
    return Blended(clauses.Blended(places, tuple(stems), tuple(phrases)))


def some_text(most: int) -> str:
    return " ".join(RANDOM.choices(WORDS, k=RANDOM.randint(1, most)))


SEGMENTS = [[(some_text(3), some_text(9)) for _ in range(6)] for _ in range(3)]
DELETED = (2, 9)
ALL = [document for segment in SEGMENTS for document in segment]


@pytest.fixture(scope="module")
def searcher() -> Searcher:
    surface, stem = (
        TEXT(analyzer=SurfaceTokenizer(), phrase=True),
        TEXT(analyzer=StemTokenizer(), phrase=False),
    )
    created = RamStorage().create_index(Schema(title=surface, body=surface, title_stem=stem, body_stem=stem))
    for segment in SEGMENTS:
        writer = created.writer()
        for title, body in segment:
            writer.add_document(title=title, title_stem=title, body=body, body_stem=body)
        writer.commit(merge=False)
    writer = created.writer()
    for document in DELETED:
        writer.delete_document(document)
    writer.commit(merge=False)
    return created.searcher(weighting=BM25F(K1=K1, B=B))


def found(searcher: Searcher, query: whoosh.Query, *, scored: bool = True) -> dict[int, float]:
    scores = {}
    for segment, offset in searcher.leaf_searchers():
        context = searcher.context() if scored else searcher.boolean_context()
        matcher = query.matcher(segment, context)
        while matcher.is_active():
            scores[offset + matcher.id()] = matcher.score()
            matcher.next()
    return scores


def stems_of(text: str) -> list[str]:
    return list(analyze(text).terms())


def phrase_times(phrase: tuple[str, ...], text: str) -> int:
    words = text.split()
    return sum(tuple(words[at : at + len(phrase)]) == phrase for at in range(len(words)))


def counted(
    places: tuple[Place, ...], stems: list[tuple[str, ...]], phrases: list[tuple[str, ...]]
) -> dict[int, float]:
    """Score every document by counting words, one made-up word a field."""
    singles = [way[0] for way in stems if len(way) == 1]
    scores: dict[int, float] = {}
    numbers: dict[Place, tuple[list[str], int]] = {}
    for place in places:
        texts = [dict(zip(("title", "body"), document, strict=True))[place.field] for document in ALL]
        members = [[stems_of(text).count(stem) for text in texts] for stem in singles]
        said = [[phrase_times(phrase, text) for text in texts] for phrase in phrases]
        # As Whoosh counts: the deleted documents still have their words, but not their phrases.
        frequency = max(
            [sum(map(bool, times)) for times in members]
            + [sum(bool(each) for at, each in enumerate(times) if at not in DELETED) for times in said],
            default=0,
        )
        for at, times in enumerate(map(sum, zip(*members, *said, strict=True))):
            if times and at not in DELETED:
                scores[at] = scores.get(at, 0.0) + scored(place, texts, at, times, frequency)
        numbers[place] = (texts, frequency)
    for at in {*range(len(ALL))} - {*DELETED} - {*scores}:
        texts = {place: numbers[place][0][at] for place in places}
        read = {stem for text in texts.values() for stem in stems_of(text)}
        apart = dict.fromkeys(places, 0)
        for way in (way for way in stems if len(way) > 1 and read.issuperset(way)):
            times = {place: min(stems_of(text).count(stem) for stem in way) for place, text in texts.items()}
            times[places[-1]] += not any(times.values())
            apart = {place: max(number, times[place]) for place, number in apart.items()}
        for place, number in apart.items():
            if number:
                score = scored(place, numbers[place][0], at, SCATTERED * number, numbers[place][1])
                scores[at] = scores.get(at, 0.0) + score
    return scores


def scored(place: Place, texts: list[str], at: int, times: float, frequency: int) -> float:
    lengths = [len(stems_of(text)) for text in texts]
    norm = K1 * (1 - B + B * lengths[at] / (sum(lengths) / len(lengths)))
    return place.boost * (log(len(texts) / (frequency + 1)) + 1) * times * (K1 + 1) / (times + norm)


STEM = st.sampled_from(["kpu", "komisi", "pilih", "umum", "arunika", "tiada"])
FORM = st.sampled_from([*WORDS, "tiada"])


@given(
    places=st.sampled_from([PLACES, PLACES[:1], PLACES[1:]]),
    stems=st.lists(st.lists(STEM, min_size=1, max_size=3, unique=True).map(tuple), max_size=3, unique=True),
    phrases=st.lists(st.lists(FORM, min_size=2, max_size=3).map(tuple), max_size=2, unique=True),
)
def test_it_finds_and_scores_what_a_plain_count_does(
    searcher: Searcher,
    places: tuple[Place, ...],
    stems: list[tuple[str, ...]],
    phrases: list[tuple[str, ...]],
) -> None:
    query = blended(places, stems, phrases)
    expected = counted(places, stems, phrases) if stems or phrases else {}
    assert found(searcher, query) == pytest.approx(expected)
    # Without scores it finds the same, and so it does beside another query.
    assert found(searcher, query, scored=False) == dict.fromkeys(expected, 0.0)
    every = AllOf([query, whoosh.Every()])
    assert set(found(searcher, every)) == set(expected)
    for segment, offset in searcher.leaf_searchers():
        inside = [each for each in expected if offset <= each < offset + segment.doc_count_all()]
        assert query.estimate_size(segment.reader()) >= len(inside)


def test_one_stem_scores_as_whoosh_s_term(searcher: Searcher) -> None:
    term = whoosh.Term("body_stem", "pilih")
    assert found(searcher, blended(PLACES[1:], [("pilih",)], [])) == pytest.approx(found(searcher, term))


def test_it_names_the_terms_it_reads() -> None:
    query = blended(PLACES[1:], [("kpu",), ("komisi", "umum")], [("komisi", "pemilihan", "komisi")])
    assert list(query.terms_read()) == [
        ("body_stem", "kpu"),
        ("body_stem", "komisi"),
        ("body_stem", "umum"),
        ("body", "komisi"),
        ("body", "pemilihan"),
    ]


def test_nodes_are_equal_where_they_find_the_same() -> None:
    one, same = (Blended(clauses.Blended(PLACES, (("kpu",),), (), typed)) for typed in ("kpu", "KPU"))
    assert one == same
    assert len({one, same, blended(PLACES[1:], [("kpu",)], [])}) == 2
    assert "kpu" in repr(one)


def test_an_index_without_documents_holds_nothing() -> None:
    stem = TEXT(analyzer=StemTokenizer(), phrase=False)
    empty = RamStorage().create_index(Schema(body=TEXT(), body_stem=stem)).searcher()
    assert found(empty, blended(PLACES[1:], [("kpu",), ("komisi", "umum")], [("komisi", "umum")])) == {}
