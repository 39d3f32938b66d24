"""Answers that a browser may keep: good until the index or the page's own look changes."""

from collections.abc import Callable
from functools import wraps
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import ParamSpec

from flask import Response, current_app, make_response, request
from flask.typing import ResponseReturnValue

from webui.questions import current_engine

LOOK = "SUARA_LOOK"
_Arguments = ParamSpec("_Arguments")


def look_of(package: Path) -> str:
    """Return a digest of the templates and static files, so that a changed look is fetched anew."""
    paths = sorted(path for folder in ("templates", "static") for path in (package / folder).iterdir())
    return sha256(b"\0".join(path.read_bytes() for path in paths)).hexdigest()[:12]


def revalidated(view: Callable[_Arguments, ResponseReturnValue]) -> Callable[_Arguments, Response]:
    """Let a browser keep a view's answer but ask each time whether the index has changed since.

    An answer that is still good costs no search.
    """

    @wraps(view)
    def answer_or_not_modified(*args: _Arguments.args, **kwargs: _Arguments.kwargs) -> Response:
        engine = current_engine()
        tag = _tag(engine.identity)
        if request.if_none_match.contains_weak(tag):
            response = Response(status=304)
        else:
            response = make_response(view(*args, **kwargs))
        response.set_etag(tag, weak=True)
        response.cache_control.no_cache = True
        response.headers["X-Suara-Generation"] = engine.generation
        return response

    return answer_or_not_modified


def _tag(state: str) -> str:
    parts = (state, version("suara"), current_app.config[LOOK], request.full_path)
    return sha256(" ".join(parts).encode()).hexdigest()[:20]
