"""The same answers as JSON, under the same parameters."""

from flask import Blueprint, jsonify
from flask.json.provider import DefaultJSONProvider
from flask.typing import ResponseReturnValue

from search.answer import answer, is_blank
from search.errors import RequestError
from search.request import SearchRequest
from webui.freshness import revalidated
from webui.questions import asked_params, current_engine

api = Blueprint("api", __name__, url_prefix="/api")


class RecordJSON(DefaultJSONProvider):
    """Write records with their fields in their own order and their letters as they are."""

    ensure_ascii = False
    sort_keys = False


@api.get("/search")
@revalidated
def results() -> ResponseReturnValue:
    """Answer a search with the fields of a SearchPage."""
    asked = SearchRequest.from_params(asked_params())
    if is_blank(asked):
        raise RequestError("Nothing is asked; give a query in 'q' or choose a filter.", "q")
    return jsonify(answer(asked, current_engine()).to_record())


@api.get("/article/<article_id:article_id>")
@revalidated
def article(article_id: str) -> ResponseReturnValue:
    """Answer with one article and its quotes; `persons` tells whose names its speakers' are."""
    engine = current_engine()
    found = engine.article(article_id)
    return jsonify(found.to_record() | {"persons": engine.persons(found)})
