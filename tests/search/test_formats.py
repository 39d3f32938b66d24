"""A page of hits printed."""

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import click
import pytest

from search.engine import VALUES_MOST
from search.formats import FORMATS
from search.results import ArticleHit, Facets, FacetValue, Fragment, Hit, QuoteHit, SearchPage, Snippet

SNIPPET: Snippet = (
    Fragment("… Kami ", marked=False),
    Fragment("menang", marked=True),
    Fragment(", kata saksi", marked=False),
)


def article_hit(**fields: object) -> ArticleHit:
    given: dict[str, object] = {
        "id": "0" * 20,
        "title": "Debat, ramai",
        "lead": "Kami menang …",
        "date": date(2024, 11, 27),
        "source": "lentera.example",
        "speakers": ("Bonar", "Siti"),
        "url": "https://lentera.example/1",
        "score": 1.5,
        "snippets": (SNIPPET,),
    }
    return ArticleHit(**given | fields)  # type: ignore[arg-type]


def quote_hit(**fields: object) -> QuoteHit:
    given: dict[str, object] = {
        "speaker": "Bonar Simatangga",
        "role": "calon gubernur",
        "text": "Kami menang",
        "kind": "direct",
        "cue": "ujar",
        "date": None,
        "source": "Kabar Teluk",
        "article_id": "1" * 20,
        "title": None,
        "lead": "Debat usai …",
        "url": None,
        "score": 2.0,
        "snippets": (SNIPPET,),
    }
    return QuoteHit(**given | fields)  # type: ignore[arg-type]


def page(*hits: Hit, total: int | None = None, **facets: tuple[FacetValue, ...]) -> SearchPage:
    return SearchPage("menang", len(hits) if total is None else total, hits, Facets(**facets), "gen-000001")


def printed(form: str, shown: SearchPage, *, facets: bool = True) -> str:
    return click.unstyle("\n".join(FORMATS[form](shown, shown.hits, facets)))


def test_a_table_shows_each_article_with_where_and_why() -> None:
    assert printed("table", page(article_hit(), total=1234)).splitlines() == [
        "1,234 found (gen-000001)",
        "",
        "Debat, ramai",
        "    2024-11-27 | lentera.example | Bonar, Siti",
        "    … Kami menang, kata saksi",
        "    https://lentera.example/1",
    ]


def test_a_table_shows_the_lead_and_the_id_where_title_and_address_are_missing() -> None:
    hit = article_hit(title=None, url=None, date=None, source=None, speakers=(), snippets=())
    assert printed("table", page(hit), facets=False).splitlines()[2:] == [
        "Kami menang …",
        "    00000000000000000000",
    ]


@pytest.mark.parametrize(
    ("fields", "lines"),
    [
        ({}, ["Bonar Simatangga, calon gubernur", "    “… Kami menang, kata saksi”"]),
        ({"role": None, "kind": "indirect"}, ["Bonar Simatangga", "    … Kami menang, kata saksi"]),
        ({"speaker": None}, ["calon gubernur", "    “… Kami menang, kata saksi”"]),
        ({"speaker": None, "role": None}, ["unnamed", "    “… Kami menang, kata saksi”"]),
    ],
)
def test_a_table_shows_each_quote_with_who_said_it(fields: dict[str, object], lines: list[str]) -> None:
    assert printed("table", page(quote_hit(**fields)), facets=False).splitlines()[2:] == [
        *lines,
        "    Kabar Teluk | Debat usai …",
        "    11111111111111111111",
    ]


def test_marks_are_coloured() -> None:
    assert click.style("menang", bold=True, fg="yellow") in "\n".join(
        FORMATS["table"](page(), [article_hit()], True)  # noqa: FBT003  # the printers share one shape
    )


def test_a_long_passage_is_wrapped() -> None:
    snippet = (Fragment("Warga Arunika datang. " * 20, marked=False),)
    lines = printed("table", page(article_hit(snippets=(snippet,)))).splitlines()[4:-1]
    assert len(lines) > 3
    assert all(len(line) <= 100 and line.startswith("    ") for line in lines)


def test_a_table_ends_with_the_facets() -> None:
    many = tuple(FacetValue(f"sumber{n}.example", 1000 - n, ("x",) * (n == 1)) for n in range(10))
    lines = printed("table", page(article_hit(), source=many, date=(FacetValue("undated", 1),))).splitlines()
    assert lines[-2].startswith("source:  sumber0.example 1,000 | *sumber1.example 999 | sumber2")
    assert lines[-2].endswith("sumber7.example 993 | and 2 more")
    assert lines[-1] == "date:    undated 1"


def test_a_table_tells_that_a_page_may_leave_values_out_and_an_export_does_not() -> None:
    many = tuple(FacetValue(f"Tokoh {n}", 1) for n in range(VALUES_MOST))
    days = tuple(FacetValue(f"{9999 - n}", 1) for n in range(VALUES_MOST))
    shown = page(article_hit(), speaker=many, date=days)
    speakers, dates = printed("table", shown).splitlines()[-2:]
    assert speakers.endswith("| and 92+ more")
    assert dates.endswith("| and 92 more")
    assert printed("table", replace(shown, hits=())).splitlines()[-2].endswith("| and 92 more")


def test_a_table_never_cuts_off_what_is_chosen_or_undated() -> None:
    days = tuple(FacetValue(f"2024-11-{30 - n}", 1, ("x",) * (n == 9)) for n in range(11))
    lines = printed("table", page(article_hit(), date=(*days, FacetValue("undated", 5)))).splitlines()
    assert lines[-1].endswith("2024-11-23 1 | *2024-11-21 1 | undated 5 | and 2 more")


def test_a_table_tells_what_was_left_out_for_want_of_a_date() -> None:
    for shown in (page(article_hit(), total=7), page()):
        lines = printed("table", replace(shown, undated=1200)).splitlines()
        assert lines[1] == "1,200 without a date left out"


def test_a_table_without_facets_or_hits_leaves_them_out() -> None:
    facet = (FacetValue("lentera.example", 1),)
    assert "source:" not in printed("table", page(article_hit(), source=facet), facets=False)
    assert printed("table", page(source=facet)) == "0 found (gen-000001)"


def test_json_is_the_record_of_the_page() -> None:
    shown = page(article_hit(), quote_hit(), source=(FacetValue("lentera.example", 1),))
    assert printed("json", shown) == json.dumps(shown.to_record(), ensure_ascii=False, indent=2)
    assert json.loads(printed("json", page())) == page().to_record() | {"hits": [], "explanation": []}
    assert "facets" not in json.loads(printed("json", shown, facets=False))
    assert "“ya”" in printed("json", page(article_hit(title="“ya”")))


@pytest.mark.parametrize("query", ['"hits": []', '\\"hits": [', "[] hits"])
def test_json_holds_whatever_was_asked(query: str) -> None:
    shown = replace(page(article_hit(title='"hits": []')), query=query)
    assert json.loads(printed("json", shown)) == json.loads(json.dumps(shown.to_record()))


@pytest.mark.parametrize("form", FORMATS)
def test_hits_are_printed_as_they_come(form: str) -> None:
    taken: list[int] = []

    def hits() -> Iterator[Hit]:
        for number in range(9):
            taken.append(number)
            yield article_hit(id=f"{number:020}", url=None)

    lines = FORMATS[form](replace(page(), total=9), hits(), False)  # noqa: FBT003  # the printers share one shape
    assert next(line for line in lines if f"{3:020}" in line)
    assert len(taken) <= 6


def test_json_lines_hold_one_hit_each() -> None:
    lines = printed("jsonl", page(article_hit(title="dua\nbaris"), quote_hit())).splitlines()
    assert [json.loads(line)["score"] for line in lines] == [1.5, 2.0]
    assert [json.loads(line)["generation"] for line in lines] == ["gen-000001", "gen-000001"]
    assert printed("jsonl", page()) == ""


def test_a_table_marks_fact_checks() -> None:
    checked = page(article_hit(kind="factcheck"), quote_hit(article_kind="factcheck"))
    shown = printed("table", checked)
    assert "    2024-11-27 | lentera.example | fact check | Bonar, Siti" in shown
    assert "    Kabar Teluk | fact check | Debat usai …" in shown
    assert "fact check" not in printed("table", page(article_hit(), quote_hit()))


def test_a_table_counts_kinds_where_there_are_two() -> None:
    news, checks = FacetValue("news", 210), FacetValue("factcheck", 33)
    assert printed("table", page(article_hit(), kind=(news, checks))).endswith(
        "kind:    news 210 | factcheck 33"
    )
    assert "kind:" not in printed("table", page(article_hit(), kind=(news,)))


def test_csv_holds_one_hit_in_each_row() -> None:
    (row,) = csv.DictReader(io.StringIO(printed("csv", page(article_hit(url=None)))))
    assert row == {
        "id": "0" * 20,
        "title": "Debat, ramai",
        "lead": "Kami menang …",
        "date": "2024-11-27",
        "source": "lentera.example",
        "speakers": "Bonar; Siti",
        "url": "",
        "score": "1.5",
        "snippets": "… Kami menang, kata saksi",
        "kind": "news",
        "generation": "gen-000001",
    }
    (quote,) = csv.DictReader(io.StringIO(printed("csv", page(quote_hit(text='"ya"\nkata')))))
    assert quote["text"] == '"ya"\nkata'
    assert printed("csv", page()) == ""
