"""The Flask application, put together."""

from collections.abc import Callable
from http import HTTPStatus
from pathlib import Path

from flask import Flask, abort, current_app, request, url_for
from jinja2 import StrictUndefined
from werkzeug.routing import BaseConverter

from search.engine import Engine
from search.live import LiveEngine
from search.request import SearchRequest
from webui import links, wording
from webui.api import RecordJSON, api
from webui.errors import answer_errors
from webui.freshness import LOOK, look_of
from webui.headers import secure
from webui.hosts import refuse_foreign_hosts
from webui.pages import pages
from webui.questions import ENGINE
from webui.settings import Settings

# gunicorn refuses longer request lines by itself; Flask's own server does not.
URL_MOST = 8190
YEAR = 365 * 24 * 3600
FILTERS: tuple[Callable[..., object], ...] = (
    links.aimed_at,
    links.facet_link,
    links.query_link,
    links.record_link,
    links.reworded,
    links.search_link,
    links.sorted_by,
    links.speaker_link,
    links.unfiltered,
    links.wanting,
    wording.duration,
    wording.facet_label,
    wording.kind_label,
    wording.long_date,
    wording.whole_number,
)


class ArticleId(BaseConverter):
    """Let only an article's id through, so that a path never reaches a view."""

    regex = "[0-9a-f]{20}"


def create_app(settings: Settings, engine: Engine | None = None) -> Flask:
    """Return the web page over one index; without an engine it follows the index folder's live generation."""
    app = Flask("webui", static_folder=None)
    app.config.from_mapping(
        PROVIDE_AUTOMATIC_OPTIONS=False,
        MAX_CONTENT_LENGTH=0,
        SEND_FILE_MAX_AGE_DEFAULT=YEAR,
    )
    app.config[LOOK] = look_of(Path(app.root_path))
    app.extensions[ENGINE] = engine or LiveEngine(settings.index_dir)
    app.json = RecordJSON(app)
    refuse_foreign_hosts(app, settings.trusted_hosts)
    _route(app)
    _dress(app)
    answer_errors(app)
    secure(app)
    return app


def _route(app: Flask) -> None:
    app.url_map.converters["article_id"] = ArticleId
    # Otherwise /api//search is answered with a redirect, to an address made of the client's own Host.
    app.url_map.merge_slashes = False
    # Flask's own static route is made before its configuration is known, and answers OPTIONS.
    app.static_folder = "static"
    app.add_url_rule("/static/<path:filename>", "static", app.send_static_file)
    app.before_request(_refuse_long_url)
    app.register_blueprint(pages)
    app.register_blueprint(api)


def _dress(app: Flask) -> None:
    """Give the templates their words and links."""
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    app.jinja_env.filters.update({filter_.__name__: filter_ for filter_ in FILTERS})
    app.jinja_env.globals.update(asset=_asset, asked=SearchRequest(), typed="", problem=None)


def _asset(name: str) -> str:
    """Return a static file's address, which changes with the look: it may be kept for a year."""
    return url_for("static", filename=name, v=current_app.config[LOOK])


def _refuse_long_url() -> None:
    if len(request.full_path) > URL_MOST:
        abort(HTTPStatus.REQUEST_URI_TOO_LONG)
