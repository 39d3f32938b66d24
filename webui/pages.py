"""The pages a reader sees: home, results, one article."""

from time import perf_counter
from urllib.parse import urlencode

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from corpus.characters import clean_characters
from corpus.identity import web_url
from search.answer import answer, is_blank
from search.engine import VALUES_MOST
from search.errors import QueryError, RequestError
from search.lexer import unknown_fields
from search.request import SearchRequest, Target
from webui.explanations import ignored, reasons
from webui.facets import chips, facet_groups, left_out
from webui.freshness import revalidated
from webui.holdings import current_holdings
from webui.namesakes import namesake_links
from webui.pagination import paginate
from webui.passages import passages, voices
from webui.problems import problem_with
from webui.questions import asked_params, current_engine, readable_part

# Query, what it looks for, and what it shows.
EXAMPLES: tuple[tuple[str, Target, str], ...] = (
    ("politik uang", "articles", "semua kata, dalam bentuk apa pun: juga berpolitik atau uangnya"),
    ('"politik uang"', "articles", "persis kata-kata ini, berurutan"),
    ("kampanye -baliho", "articles", "tentang kampanye, tanpa baliho"),
    ("logistik OR distribusi", "articles", "salah satu dari keduanya"),
    ("judul:debat tanggal:2024-11", "articles", "debat pada judul, terbit November 2024"),
    ('kutipan:"hak pilih"', "quotes", "hanya di dalam pernyataan yang dikutip"),
    ("netralita*", "articles", "semua kata yang berawal begitu, paling sedikit tiga huruf"),
)

pages = Blueprint("pages", __name__)


@pages.get("/")
def home() -> ResponseReturnValue:
    """Show the search box, example queries and what the index holds; a question goes to the results."""
    if "q" in request.args:
        # Not as arguments of url_for, to which some names, such as _external, are orders.
        return redirect(f"{url_for('pages.results')}?{urlencode(asked_params())}")
    return _welcome()


@revalidated
def _welcome() -> ResponseReturnValue:
    return render_template(
        "home.html", holdings=current_holdings(), examples=EXAMPLES, values_most=VALUES_MOST
    )


@pages.get("/search")
@revalidated
def results() -> ResponseReturnValue:
    """Answer the question in the URL; raises QueryError or RequestError where the reader can mend it."""
    asked = SearchRequest.from_params(asked_params())
    if is_blank(asked):
        return render_template("results.html", asked=asked, typed=asked.query, page=None, chips=())
    started = perf_counter()
    page = answer(asked, current_engine())
    seconds = perf_counter() - started
    return render_template(
        "results.html",
        asked=asked,
        typed=asked.query,
        page=page,
        seconds=seconds,
        groups=facet_groups(page.facets, asked),
        chips=chips(asked),
        unknown_fields=unknown_fields(asked.query),
        left_out=left_out(page, asked),
        namesakes=namesake_links(page, asked),
        reasons=reasons(page, asked),
        ignored=ignored(page),
        pagination=paginate(asked, page.total),
    )


@pages.get("/article/<article_id:article_id>")
@revalidated
def article(article_id: str) -> ResponseReturnValue:
    """Show one article with what is said in it; raises UnknownArticleError."""
    engine = current_engine()
    found = engine.article(article_id)
    heard = voices(found)
    quoted = {voice.speaker for voice in heard}
    return render_template(
        "article.html",
        article=found,
        passages=passages(found),
        voices=heard,
        others=[name for name in found.speakers if name not in quoted],
        persons=engine.persons(found),
        original=web_url(found.url),
    )


@pages.errorhandler(QueryError)
@pages.errorhandler(RequestError)
def mend(error: QueryError | RequestError) -> ResponseReturnValue:
    """Show the question again with what is wrong in it."""
    asked = readable_part(asked_params())
    typed = asked.query or clean_characters(request.args.get("q", ""))
    problem = problem_with(error, typed)
    return (
        render_template(
            "results.html", asked=asked, typed=typed, page=None, chips=chips(asked), problem=problem
        ),
        error.status,
    )
