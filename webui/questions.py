"""What an HTTP request asks, and the engine that answers it."""

from typing import cast

from flask import current_app, request

from search.engine import Engine
from search.errors import RequestError
from search.request import SearchRequest

ENGINE = "suara_engine"

Params = list[tuple[str, str]]


def current_engine() -> Engine:
    """Return the engine of the running app."""
    return cast("Engine", current_app.extensions[ENGINE])


def asked_params() -> Params:
    """Return the URL's parameters in their order."""
    return list(request.args.items(multi=True))


def readable_part(params: Params) -> SearchRequest:
    """Return what can be read of the parameters once those out of range are left out."""
    try:
        return SearchRequest.from_params(params)
    except RequestError as error:
        rest = [(name, value) for name, value in params if name != error.field]
        return readable_part(rest) if len(rest) < len(params) else SearchRequest()
