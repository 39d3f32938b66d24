"""Records of an answer as JSON can hold them."""

import json
from datetime import date

from search.results import ArticleHit, Facets, FacetValue, Fragment, QuoteHit, SearchPage

SNIPPET = (Fragment("Kami ", marked=False), Fragment("menang", marked=True))
SNIPPET_RECORD = [{"text": "Kami ", "marked": False}, {"text": "menang", "marked": True}]


def article_hit(day: date | None) -> ArticleHit:
    return ArticleHit("0" * 20, None, "Kami …", day, "lentera.example", ("Bonar",), None, 1.5, (SNIPPET,))


def quote_hit() -> QuoteHit:
    return QuoteHit(
        speaker="Bonar Simatangga",
        role="calon gubernur",
        text="Kami menang",
        kind="direct",
        cue="ujar",
        date=date(2024, 11, 27),
        source=None,
        article_id="0" * 20,
        title="Debat",
        lead="Kami …",
        url="https://lentera.example/1",
        score=2.0,
        snippets=(SNIPPET,),
    )


def test_an_article_hit_keeps_its_field_names() -> None:
    assert article_hit(None).to_record() == {
        "id": "0" * 20,
        "title": None,
        "lead": "Kami …",
        "date": None,
        "source": "lentera.example",
        "speakers": ("Bonar",),
        "url": None,
        "score": 1.5,
        "snippets": [SNIPPET_RECORD],
        "kind": "news",
    }


def test_a_quote_hit_keeps_its_field_names() -> None:
    record = quote_hit().to_record()
    assert list(record) == [
        *("speaker", "role", "text", "kind", "cue", "date", "source", "article_id", "title", "lead", "url"),
        *("score", "snippets", "article_kind", "as_named"),
    ]
    assert record["date"] == "2024-11-27"
    assert record["snippets"] == [SNIPPET_RECORD]


def test_a_page_is_one_object_that_json_can_hold() -> None:
    page = SearchPage(
        "menang",
        2,
        (article_hit(date(2024, 11, 27)), quote_hit()),
        Facets(source=(FacetValue("lentera.example", 1, ("lentera.example",)),)),
        "gen-000001",
    )
    record = json.loads(json.dumps(page.to_record()))
    assert list(record) == [
        *("query", "total", "relaxed", "suggestion", "hits"),
        *("facets", "undated", "namesakes", "explanation", "generation"),
    ]
    assert record["facets"] == {
        "source": [{"value": "lentera.example", "count": 1}],
        "speaker": [],
        "date": [],
        "kind": [],
    }
    assert [hit["date"] for hit in record["hits"]] == ["2024-11-27", "2024-11-27"]
