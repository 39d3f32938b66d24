"""Stored records made into hits."""

from collections.abc import Callable
from datetime import date

from corpus.article import Article
from index.arrays.documents import inputs_of
from search.highlights import Highlights
from search.hits import Found, make_hit
from search.people import NOBODY
from search.query import parse
from search.results import ArticleHit, Fragment, QuoteHit, Snippet

BODY = "Debat ramai. “Debat ini jujur,” kata Bonar. “Debat ini gaduh,” kata Siti."


def made(article: Callable[..., Article]) -> Article:
    return article(
        body=BODY,
        quotes=[("Bonar", "Debat ini jujur,"), ("Siti", "Debat ini gaduh,")],
        url="https://lentera.example/1",
    )


def shown(snippet: Snippet) -> str:
    return "".join(f"[{part.text}]" if part.marked else part.text for part in snippet)


def test_an_article_becomes_a_hit_with_passages_of_its_body(article: Callable[..., Article]) -> None:
    holder = made(article)
    highlights = Highlights.of(parse("speaker:siti quote:debat"))
    found = Found(holder.to_json(), 1.5, ("Bonar", "Siti"))
    hit = make_hit("articles", found, highlights, NOBODY)
    assert hit == ArticleHit(
        id=holder.id,
        title="KPU Arunika tetapkan daftar pemilih",
        lead=BODY,
        date=date(2024, 9, 20),
        source="lentera.example",
        speakers=("Bonar", "Siti"),
        url="https://lentera.example/1",
        score=1.5,
        snippets=hit.snippets,
    )
    assert [shown(each) for each in hit.snippets] == [
        "Debat ramai. “Debat ini jujur,” kata Bonar. “[Debat] ini gaduh,” kata Siti."
    ]


def test_a_quote_becomes_a_hit_with_all_it_says(article: Callable[..., Article]) -> None:
    holder = made(article)
    record = inputs_of(holder).quotes[1].record
    hit = make_hit("quotes", Found(record, 2.0, ("Siti",)), Highlights.of(parse("debat")), NOBODY)
    assert hit == QuoteHit(
        speaker="Siti",
        role=None,
        text="Debat ini gaduh,",
        kind="direct",
        cue="kata",
        date=date(2024, 9, 20),
        source="lentera.example",
        article_id=holder.id,
        title="KPU Arunika tetapkan daftar pemilih",
        lead=BODY,
        url="https://lentera.example/1",
        score=2.0,
        snippets=((Fragment("Debat", marked=True), Fragment(" ini gaduh,", marked=False)),),
    )
